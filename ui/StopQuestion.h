// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QWidget;

namespace flower {

/// What is asked before something that goes on is broken off.
struct StopQuestion {
    QString objectName;
    QString title;
    QString text;
    QString stop; ///< the button that breaks it off
    QString stay; ///< the button that Return and Escape press
};

/// Whether the user wants to break it off. Waits for the answer.
bool asksToStop(QWidget *parent, const StopQuestion &question);

} // namespace flower
