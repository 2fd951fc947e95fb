// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace flower {

/// A page of the window as the rail, the menu and the list of keys call it.
struct PageName {
    QString icon;
    QString title;
};

/// In the order of MainWindow::Page, which is that of the work.
[[nodiscard]] QList<PageName> pageNames();

} // namespace flower
