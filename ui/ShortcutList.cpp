// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/ShortcutList.h"

#include <QAbstractButton>
#include <QAction>
#include <QKeySequence>
#include <QMenu>
#include <QMenuBar>
#include <QRegularExpression>

#include <algorithm>

namespace flower {

namespace {

QString textOf(const QList<QKeySequence> &keys)
{
    QStringList texts;
    for (const QKeySequence &key : keys)
        texts.append(key.toString(QKeySequence::NativeText));
    return texts.join(QStringLiteral(", "));
}

/// Without the sign that more is asked.
QString plain(QString text)
{
    if (text.endsWith(QStringLiteral("…")))
        text.chop(1);
    return text;
}

/// What a tool tip says before it names the key: "Take the marks off the selected photos (K)".
QString whatOf(QString tip)
{
    static const QRegularExpression behind(QStringLiteral("\\s*\\([^()]*\\).*$"), QRegularExpression::DotMatchesEverythingOption);
    return plain(tip.remove(behind));
}

void addMenu(const QMenu &menu, QList<ShortcutText> &shortcuts)
{
    for (const QAction *action : menu.actions()) {
        if (action->menu())
            addMenu(*action->menu(), shortcuts);
        else if (!action->shortcuts().isEmpty())
            shortcuts.append({textOf(action->shortcuts()), plain(action->iconText())});
    }
}

} // namespace

QList<ShortcutGroup> shortcutsOf(const QMenuBar &bar)
{
    QList<ShortcutGroup> groups;
    for (const QAction *action : bar.actions()) {
        ShortcutGroup group{action->iconText(), {}};
        if (action->menu())
            addMenu(*action->menu(), group.shortcuts);
        if (!group.shortcuts.isEmpty())
            groups.append(group);
    }
    return groups;
}

QList<ShortcutText> shortcutsOf(const QWidget &page)
{
    QList<ShortcutText> shortcuts;
    const auto add = [&shortcuts](const QList<QKeySequence> &keys, const QString &tip) {
        if (const ShortcutText shortcut{textOf(keys), whatOf(tip)}; !shortcut.keys.isEmpty() && !shortcuts.contains(shortcut))
            shortcuts.append(shortcut);
    };
    for (const QAction *action : page.findChildren<QAction *>())
        add(action->shortcuts(), action->toolTip());
    for (const QAbstractButton *button : page.findChildren<QAbstractButton *>()) {
        if (button->shortcut() != QKeySequence::mnemonic(button->text()))
            add({button->shortcut()}, button->toolTip().isEmpty() ? button->text() : button->toolTip());
    }
    // Which widget was found first depends on what is in sight.
    std::sort(shortcuts.begin(), shortcuts.end(), [](const ShortcutText &a, const ShortcutText &b) {
        return std::pair(a.keys, a.what) < std::pair(b.keys, b.what);
    });
    return shortcuts;
}

} // namespace flower
