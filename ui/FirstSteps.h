// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/ShortcutList.h"

#include <QDialog>

namespace flower {

/// The way through the pages in four sentences, and every key.
class FirstSteps : public QDialog
{
    Q_OBJECT
public:
    /// `everywhere`: the keys of the menus; `inPages`: those of the pages.
    FirstSteps(const QList<ShortcutGroup> &everywhere, const QList<ShortcutGroup> &inPages, QWidget *parent = nullptr);
};

} // namespace flower
