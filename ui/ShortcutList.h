// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

class QMenuBar;
class QWidget;

namespace flower {

/// Keys and what they do, as a person reads both: "Ctrl+O", "Open".
struct ShortcutText {
    QString keys;
    QString what;

    bool operator==(const ShortcutText &) const = default;
};

/// The keys of one menu or page.
struct ShortcutGroup {
    QString title;
    QList<ShortcutText> shortcuts;
};

/// The keys of the actions in each menu, without the menus that have none.
[[nodiscard]] QList<ShortcutGroup> shortcutsOf(const QMenuBar &bar);
/// The keys of a page's own actions and buttons, by key; what they do is what their tool tips say. Letters that are underlined are
/// no keys of this list.
[[nodiscard]] QList<ShortcutText> shortcutsOf(const QWidget &page);

} // namespace flower
