// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/StoredPaths.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_StoredPaths : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photosAreNamedFromTheirFolder_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("stored");
        QTest::newRow("beneath") << "/photos/meadow/daisy/1.jpg" << "daisy/1.jpg";
        QTest::newRow("directly in it") << "/photos/meadow/1.jpg" << "1.jpg";
        QTest::newRow("unclean") << "/photos/meadow/tulip/../daisy//1.jpg" << "daisy/1.jpg";
        QTest::newRow("beside it") << "/photos/other/1.jpg" << "/photos/other/1.jpg";
        QTest::newRow("a name that begins alike") << "/photos/meadow2/1.jpg" << "/photos/meadow2/1.jpg";
    }
    void photosAreNamedFromTheirFolder()
    {
        QFETCH(QString, path);
        QFETCH(QString, stored);
        const QString folder = QStringLiteral("/photos/meadow");
        QCOMPARE(storedPath(folder, path), stored);
        QCOMPARE(pathFromStored(folder, stored), QDir::cleanPath(path));
    }

    void beneathTheRootOfADisk()
    {
        QCOMPARE(storedPath(QStringLiteral("/"), QStringLiteral("/1.jpg")), QStringLiteral("1.jpg"));
        QCOMPARE(storedPath(QString(), QStringLiteral("/1.jpg")), QStringLiteral("/1.jpg"));
    }

    void noPathLeadsToAnotherComputer_data()
    {
        QTest::addColumn<QString>("stored");
        for (const char *stored : {"//computer/share/a.jpg", "\\\\computer\\share\\a.jpg", "\\/computer/share/a.jpg",
                                   "/\\computer\\share\\a.jpg", "///computer/share/a.jpg"})
            QTest::newRow(stored) << QString::fromLatin1(stored);
    }
    void noPathLeadsToAnotherComputer()
    {
        QFETCH(QString, stored);
        QVERIFY(leadsToNetwork(stored));
        QCOMPARE(pathFromStored(QStringLiteral("/run"), stored), QStringLiteral("/run/computer/share/a.jpg"));
    }

    void listsLieInTheFolderThatPhotosAreNamedFrom()
    {
        QTemporaryDir folder;
        QCOMPARE(datasetFolder(folder.path()), folder.path());
        QCOMPARE(datasetFolder(folder.path() + QStringLiteral("/photos.csv")), folder.path());
        QCOMPARE(datasetFolder(QStringLiteral("/gone/photos.CSV")), QStringLiteral("/gone"));
        QCOMPARE(datasetFolder(QStringLiteral("/gone/photos")), QStringLiteral("/gone/photos"));
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("odd.csv")));
        QCOMPARE(datasetFolder(folder.filePath(QStringLiteral("odd.csv"))), folder.filePath(QStringLiteral("odd.csv")));
    }

    void aProjectMovesAsAWhole_data()
    {
        QTest::addColumn<QString>("run");
        QTest::addColumn<QString>("photos");
        QTest::addColumn<QString>("stored");
        QTest::newRow("run in the photos") << "/work/meadow/runs/1" << "/work/meadow" << "../..";
        QTest::newRow("deep in the photos") << "/work/meadow/a/b/c/1" << "/work/meadow" << "../../../..";
        QTest::newRow("side by side") << "/work/project/run" << "/work/project/photos" << "../photos";
        QTest::newRow("runs beside photos") << "/work/project/runs/1" << "/work/project/photos" << "../../photos";
        QTest::newRow("several of both") << "/work/project/runs/1" << "/work/project/photos/meadow" << "../../photos/meadow";
        QTest::newRow("a list") << "/work/project/runs/1" << "/work/project/photos/split.csv" << "../../photos/split.csv";
        QTest::newRow("photos in the run") << "/work/project" << "/work/project/photos" << "photos";
        QTest::newRow("a list in the run") << "/work/project" << "/work/project/split.csv" << "split.csv";
        QTest::newRow("far apart") << "/work/project/a/b/1" << "/work/project/photos" << "/work/project/photos";
        QTest::newRow("nothing in common") << "/runs/1" << "/photos" << "/photos";
        QTest::newRow("drawn") << "/runs/1" << "" << "";
        const QString home = QDir::homePath();
        QTest::newRow("the home is no project") << home + QStringLiteral("/runs/1") << home + QStringLiteral("/photos") << home + QStringLiteral("/photos");
        const QString documents = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
        QTest::newRow("nor are documents")
            << documents + QStringLiteral("/runs/1") << documents + QStringLiteral("/photos") << documents + QStringLiteral("/photos");
    }
    void aProjectMovesAsAWhole()
    {
        QFETCH(QString, run);
        QFETCH(QString, photos);
        QFETCH(QString, stored);
        QCOMPARE(storedDatasetPath(run, photos), stored);
        if (!photos.isEmpty())
            QCOMPARE(pathFromStored(run, stored), photos);
    }
};

FLOWER_TEST(tst_StoredPaths)
#include "tst_StoredPaths.moc"
