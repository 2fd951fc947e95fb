// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/PrivateText.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QTest>

using namespace flower;

class tst_PrivateText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void pathsLoseTheirFolders_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hidden");
        QTest::newRow("below the photos") << QStringLiteral("/data/meadow/daisy/1.jpg") << QStringLiteral("photos/daisy/1.jpg");
        QTest::newRow("the photos' folder") << QStringLiteral("/data/meadow") << QStringLiteral("photos");
        QTest::newRow("in the run's folder") << QStringLiteral("/data/runs/one/model.safetensors") << QStringLiteral("model.safetensors");
        QTest::newRow("elsewhere") << QStringLiteral("/mnt/my card/rose.jpg: The file is empty.") << QStringLiteral("rose.jpg: The file is empty.");
        QTest::newRow("in a sentence") << QStringLiteral("line 3: /mnt/card/rose.jpg") << QStringLiteral("line 3: rose.jpg");
        QTest::newRow("Windows") << QStringLiteral("C:\\Users\\anna\\rose.jpg") << QStringLiteral("rose.jpg");
        QTest::newRow("another computer") << QStringLiteral("\\\\computer\\share\\rose.jpg") << QStringLiteral("rose.jpg");
        QTest::newRow("the home folder alone") << QStringLiteral("in %1.").arg(QDir::homePath()) << QStringLiteral("in ~.");
        QTest::newRow("relative") << QStringLiteral("../../photos/photos.csv") << QStringLiteral("../../photos/photos.csv");
        QTest::newRow("units") << QStringLiteral("41 photos/s, loss 1.2/1.3") << QStringLiteral("41 photos/s, loss 1.2/1.3");
        QTest::newRow("an address") << QStringLiteral("https://example.org/a/b") << QStringLiteral("https://example.org/a/b");
    }

    void pathsLoseTheirFolders()
    {
        QFETCH(QString, text);
        QFETCH(QString, hidden);
        const PrivateText folders({QStringLiteral("/data/meadow"), QString()}, QStringLiteral("/data/runs/one/"));
        QCOMPARE(folders.hidden(text), hidden);
        QVERIFY(!folders.isIn(hidden));
    }

    void whatIsLeftIsFound()
    {
        const PrivateText folders({QStringLiteral("/data/meadow")}, QStringLiteral("/data/runs/one"));
        QVERIFY(folders.isIn(QStringLiteral("{\"a\": \"/data/meadow\"}")));
        QVERIFY(folders.isIn(QStringLiteral("file://%1/a.jpg").arg(QDir::homePath())));
        QVERIFY(!folders.isIn(QStringLiteral("photos/data/meadows/1.jpg")));
        QVERIFY(!folders.isIn(QStringLiteral("photos%1").arg(QDir::homePath()))); // a folder that is called so
    }
};

FLOWER_TEST(tst_PrivateText)
#include "tst_PrivateText.moc"
