// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RecentPhotosMenu.h"

#include "tests/support/TestMain.h"

#include <QSettings>
#include <QSignalSpy>
#include <QTest>

using namespace flower;

class tst_RecentPhotosMenu : public QObject
{
    Q_OBJECT

    static QStringList texts(const QMenu &menu)
    {
        QStringList list;
        for (const QAction *action : menu.actions())
            list.append(action->text());
        return list;
    }

private Q_SLOTS:
    void init() { QSettings().clear(); }
    void cleanup() { QSettings().clear(); }

    void itIsOffWhileItIsEmpty()
    {
        RecentPhotosMenu menu;
        QVERIFY(!menu.isEnabled());
        menu.remember(QStringLiteral("/a"));
        QVERIFY(menu.isEnabled());
    }

    void theNewestIsFirstAndNothingTwice()
    {
        RecentPhotosMenu menu;
        for (const char *path : {"/a", "/b", "/a"})
            menu.remember(QLatin1String(path));
        QCOMPARE(texts(menu), QStringList({QStringLiteral("/a"), QStringLiteral("/b")}));
        QCOMPARE(texts(RecentPhotosMenu()), texts(menu)); // the next start
    }

    void theOldestGo()
    {
        RecentPhotosMenu menu;
        for (int number = 1; number <= 9; ++number)
            menu.remember(QStringLiteral("/%1").arg(number));
        QCOMPARE(menu.actions().size(), 8);
        QCOMPARE(texts(menu).first(), QStringLiteral("/9"));
        QCOMPARE(texts(menu).last(), QStringLiteral("/2"));
    }

    void anAmpersandIsPartOfTheName()
    {
        RecentPhotosMenu menu;
        menu.remember(QStringLiteral("/roses & lilies"));
        QCOMPARE(texts(menu), QStringList{QStringLiteral("/roses && lilies")});
        QSignalSpy chosen(&menu, &RecentPhotosMenu::chosen);
        menu.actions().first()->trigger();
        QCOMPARE(chosen.value(0).value(0).toString(), QStringLiteral("/roses & lilies"));
    }
};

FLOWER_TEST(tst_RecentPhotosMenu)
#include "tst_RecentPhotosMenu.moc"
