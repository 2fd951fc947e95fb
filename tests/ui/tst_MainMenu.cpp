// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/MainMenu.h"

#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/FirstSteps.h"
#include "ui/MainWindow.h"
#include "ui/PageNames.h"
#include "ui/ShortcutList.h"

#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRegularExpression>
#include <QSet>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QUndoCommand>
#include <QUndoStack>

using namespace flower;
using namespace flower::testing;

class tst_MainMenu : public QObject
{
    Q_OBJECT

    static QList<QAction *> actionsOf(const QMenu &menu)
    {
        QList<QAction *> actions;
        for (QAction *action : menu.actions()) {
            if (action->menu())
                actions += actionsOf(*action->menu());
            else if (!action->isSeparator())
                actions.append(action);
        }
        return actions;
    }
    static QList<QAction *> actionsOf(const QMenuBar &bar)
    {
        QList<QAction *> actions;
        for (const QAction *action : bar.actions())
            actions += actionsOf(*action->menu());
        return actions;
    }
    static QAction *actionOf(const QMenuBar &bar, const QKeySequence &key)
    {
        const QList<QAction *> actions = actionsOf(bar);
        const auto found = std::find_if(actions.cbegin(), actions.cend(),
                                        [&key](const QAction *action) { return action->shortcuts().contains(key); });
        return found == actions.cend() ? nullptr : *found;
    }
    /// What the list of keys says, as plain text; `window` is asked for it as a user does.
    static QString firstSteps(MainWindow &window)
    {
        QString text;
        QTimer::singleShot(0, &window, [&window, &text] {
            auto *dialog = window.findChild<FirstSteps *>();
            QVERIFY(dialog);
            QVERIFY(dialog->isVisible());
            for (const QLabel *label : dialog->findChildren<QLabel *>())
                text += label->text();
            dialog->reject();
        });
        actionOf(*window.menuBar(), QKeySequence(Qt::Key_F1))->trigger();
        return text.remove(QRegularExpression(QStringLiteral("<[^>]*>")));
    }

private Q_SLOTS:
    void noKeyAndNoLetterIsThereTwice()
    {
        WindowFixture fixture;
        QMenuBar bar;
        const MainMenu menu(&bar, fixture.context);
        QSet<QKeySequence> keys;
        for (const QAction *action : actionsOf(bar)) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key), qPrintable(key.toString()));
                keys.insert(key);
            }
        }
        QVERIFY(keys.size() >= 14);
        QList<QList<QAction *>> levels{bar.actions()};
        for (const QAction *action : bar.actions())
            levels.append(action->menu()->actions());
        for (const QList<QAction *> &level : std::as_const(levels)) {
            QSet<QKeySequence> letters;
            for (const QAction *action : level) {
                const QKeySequence letter = QKeySequence::mnemonic(action->text());
                QVERIFY2(letter.isEmpty() || !letters.contains(letter), qPrintable(action->text()));
                letters.insert(letter);
            }
        }
    }

    /// A key of the menu never means something else on a page.
    void pagesTakeNoKeyOfTheMenu()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        QStringList everywhere;
        for (const ShortcutGroup &group : shortcutsOf(*window.menuBar())) {
            for (const ShortcutText &shortcut : group.shortcuts)
                everywhere += shortcut.keys.split(QStringLiteral(", "));
        }
        for (const ShortcutText &shortcut : shortcutsOf(*window.centralWidget()))
            QVERIFY2(!everywhere.contains(shortcut.keys), qPrintable(shortcut.keys));
    }

    void everyPageIsReachedByMenuKeyAndRail()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        const auto *pages = window.findChild<QStackedWidget *>(QStringLiteral("pages"));
        QVERIFY(pages);
        const QList<PageName> names = pageNames();
        QCOMPARE(names.size(), static_cast<qsizetype>(MainWindow::PageCount));
        QCOMPARE(pages->count(), static_cast<int>(MainWindow::PageCount));
        const auto *rail = window.findChild<QWidget *>(QStringLiteral("rail"));
        for (int page = MainWindow::PageCount - 1; page >= 0; --page) {
            const auto key = static_cast<Qt::Key>(Qt::Key_1 + page);
            QAction *action = actionOf(*window.menuBar(), QKeySequence(Qt::CTRL | key));
            QVERIFY(action);
            QCOMPARE(action->text(), names.at(page).title);
            action->trigger();
            QCOMPARE(pages->currentIndex(), page);

            window.showPage(page == 0 ? MainWindow::Train : MainWindow::Photos);
            QTest::keyClick(&window, key, Qt::ControlModifier);
            QCOMPARE(pages->currentIndex(), page);

            window.showPage(page == 0 ? MainWindow::Train : MainWindow::Photos);
            const QList<QToolButton *> buttons = rail->findChildren<QToolButton *>();
            const auto button = std::find_if(buttons.cbegin(), buttons.cend(), [&](const QToolButton *candidate) {
                return candidate->accessibleName() == names.at(page).title;
            });
            QVERIFY(button != buttons.cend());
            (*button)->click();
            QCOMPARE(pages->currentIndex(), page);
        }
    }

    void firstStepsNameEveryKey()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        const QString text = firstSteps(window);
        QList<QKeySequence> keys;
        for (const QAction *action : window.findChildren<QAction *>())
            keys += action->shortcuts();
        for (const QAbstractButton *button : window.findChildren<QAbstractButton *>()) {
            if (button->shortcut() != QKeySequence::mnemonic(button->text()))
                keys.append(button->shortcut());
        }
        QVERIFY(keys.contains(QKeySequence(Qt::CTRL | Qt::Key_E)));
        QVERIFY(keys.contains(QKeySequence(Qt::CTRL | Qt::Key_G)));
        for (const QKeySequence &key : std::as_const(keys))
            QVERIFY2(text.contains(key.toString(QKeySequence::NativeText)), qPrintable(key.toString()));
        for (const PageName &page : pageNames())
            QVERIFY2(text.contains(page.title), qPrintable(page.title));
        QVERIFY(text.contains(QStringLiteral("Open a model")) && !text.contains(QStringLiteral("Open a model…")));
        QVERIFY(text.contains(QStringLiteral("Take the marks off the selected photos")));
        QVERIFY(!text.contains(QStringLiteral("(K)")));
        QVERIFY(!text.contains(QStringLiteral("&Open")));
    }

    void whatAPageDoesIsSaidByItsToolTips()
    {
        QWidget page;
        auto *button = new QPushButton(QStringLiteral("&Water"), &page);
        QCOMPARE(shortcutsOf(page), QList<ShortcutText>()); // an underlined letter is no key
        button->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_W));
        button->setToolTip(QStringLiteral("Give the flowers water (Ctrl+W). They like it."));
        auto *action = new QAction(QStringLiteral("&Prune…"), &page);
        action->setShortcut(Qt::Key_P);
        QCOMPARE(shortcutsOf(page), (QList<ShortcutText>{{QStringLiteral("Ctrl+W"), QStringLiteral("Give the flowers water")},
                                                         {QStringLiteral("P"), QStringLiteral("Prune")}}));
    }

    void stepsOfThePageInSightAreUndone()
    {
        WindowFixture fixture;
        QMenuBar bar;
        MainMenu menu(&bar, fixture.context);
        auto *undo = bar.findChild<QAction *>(QStringLiteral("undo"));
        QVERIFY(!undo->isEnabled());
        QUndoStack one;
        QUndoStack other;
        one.push(new QUndoCommand(QStringLiteral("sow & rake")));
        menu.setUndoStack(&other);
        QVERIFY(!undo->isEnabled());
        menu.setUndoStack(&one);
        QVERIFY(undo->isEnabled());
        QCOMPARE(undo->text(), QStringLiteral("&Undo: sow && rake"));
        QCOMPARE(undo->iconText(), QStringLiteral("Undo")); // in the list of keys
        undo->trigger();
        QCOMPARE(one.index(), 0);
    }

    void downloadsAreOfferedWhereTheyArePossible()
    {
        WindowFixture fixture;
        QMenuBar with;
        const MainMenu menu(&with, fixture.context);
        fixture.context.downloads = nullptr;
        QMenuBar without;
        const MainMenu narrow(&without, fixture.context);
        QCOMPARE(actionsOf(with).size() - actionsOf(without).size(), 2);
    }
};

FLOWER_TEST(tst_MainMenu)
#include "tst_MainMenu.moc"
