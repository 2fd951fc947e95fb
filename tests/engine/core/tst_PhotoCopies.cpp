// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoCopies.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_PhotoCopies : public QObject
{
    Q_OBJECT

    static bool write(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }
    static QByteArray read(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("not there");
    }
    static CopyReport copy(const QList<PhotoCopy> &photos, const QString &target)
    {
        RunControl control;
        return copyIntoFolders(photos, target, control, [](qint64, qint64) {});
    }

private Q_SLOTS:
    void photosAreCopiedAndNothingIsWrittenOver()
    {
        QTemporaryDir folder;
        const QString a = folder.filePath(QStringLiteral("a/flower.jpg"));
        const QString b = folder.filePath(QStringLiteral("b/flower.jpg"));
        const QString target = folder.filePath(QStringLiteral("sorted"));
        QVERIFY(write(a, "a") && write(b, "b"));
        QVERIFY(write(target + QStringLiteral("/daisy/flower.jpg"), "mine"));
        QVERIFY(write(target + QStringLiteral("/daisy/flower (3).jpg"), "mine too"));
        const QString daisy = QStringLiteral("daisy");
        const CopyReport report = copy({{{a, {}}, daisy}, {{b, {}}, daisy}, {{b, {}}, QStringLiteral("tulip")}}, target);
        QCOMPARE(report.copied, 3);
        QCOMPARE(report.numbered, 2);
        QCOMPARE(report.folders, 2);
        QVERIFY(report.failed.isEmpty() && !report.stopped);
        QCOMPARE(read(target + QStringLiteral("/daisy/flower.jpg")), QByteArray("mine"));
        QCOMPARE(read(target + QStringLiteral("/daisy/flower (2).jpg")), QByteArray("a"));
        QCOMPARE(read(target + QStringLiteral("/daisy/flower (3).jpg")), QByteArray("mine too"));
        QCOMPARE(read(target + QStringLiteral("/daisy/flower (4).jpg")), QByteArray("b"));
        QCOMPARE(read(target + QStringLiteral("/tulip/flower.jpg")), QByteArray("b"));
        QCOMPARE(read(a), QByteArray("a")); // copied, not moved
        QCOMPARE(read(b), QByteArray("b"));
    }

    void aPictureWithoutAFileIsWritten()
    {
        QTemporaryDir folder;
        const PhotoInput pasted{QStringLiteral("../Pasted picture 1"), "PNG"};
        QCOMPARE(copy({{pasted, QStringLiteral("daisy")}, {pasted, QStringLiteral("daisy")}}, folder.path()).copied, 2);
        QCOMPARE(read(folder.filePath(QStringLiteral("daisy/.._Pasted picture 1.png"))), QByteArray("PNG"));
        QCOMPARE(read(folder.filePath(QStringLiteral("daisy/.._Pasted picture 1 (2).png"))), QByteArray("PNG"));
    }

    void whatCantBeCopiedIsNamed()
    {
        QTemporaryDir folder;
        QVERIFY(write(folder.filePath(QStringLiteral("a.jpg")), "a"));
        QVERIFY(write(folder.filePath(QStringLiteral("tulip")), "a file where the folder should be"));
        const PhotoInput there{folder.filePath(QStringLiteral("a.jpg")), {}};
        const PhotoInput missing{folder.filePath(QStringLiteral("missing.jpg")), {}};
        const CopyReport report = copy({{missing, QStringLiteral("daisy")}, {there, QStringLiteral("tulip")}, {there, QStringLiteral("daisy")}},
                                       folder.path());
        QCOMPARE(report.copied, 1);
        QCOMPARE(report.failed.size(), 2);
        QCOMPARE(report.failed.first().path, missing.path);
        QVERIFY(report.failed.last().reason.contains(QStringLiteral("tulip")));
    }

    void aStopIsLookedAtBetweenPhotos()
    {
        QTemporaryDir folder;
        QVERIFY(write(folder.filePath(QStringLiteral("a.jpg")), "a"));
        RunControl control;
        control.requestStop();
        const CopyReport report = copyIntoFolders({{{folder.filePath(QStringLiteral("a.jpg")), {}}, QStringLiteral("daisy")}}, folder.path(),
                                                  control, [](qint64, qint64) {});
        QVERIFY(report.stopped);
        QCOMPARE(report.copied, 0);
        QVERIFY(!QFileInfo::exists(folder.filePath(QStringLiteral("daisy"))));
    }

    void classesKeepFoldersOfTheirOwn()
    {
        QTemporaryDir folder;
        QVERIFY(write(folder.filePath(QStringLiteral("a.jpg")), "a"));
        const PhotoInput photo{folder.filePath(QStringLiteral("a.jpg")), {}};
        const QString target = folder.filePath(QStringLiteral("sorted"));
        QCOMPARE(copy({{photo, QStringLiteral("a/b")}, {photo, QStringLiteral("a:b")}, {photo, QStringLiteral("A_B")}, {photo, QStringLiteral("a/b")}},
                      target).folders, 3);
        QCOMPARE(QDir(target).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Name).size(), 3);
        QVERIFY(QFileInfo::exists(target + QStringLiteral("/a_b/a (2).jpg")));
    }

    void folderNamesAreSafe_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("folder");
        const auto row = [](const char *name, const char *folder) { QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(folder); };
        row("daisy", "daisy");
        row("Löwenzahn", "Löwenzahn");
        row("..", "_");
        row(".", "_");
        row("", "_");
        row("../../etc", ".._.._etc");
        row("a\\b", "a_b");
        row("iris <b>", "iris _b_");
        row("tulip. . ", "tulip");
        row("con", "_con");
        row("NUL.txt", "_NUL.txt");
        row("console", "console");
        row("a\nb", "a_b");
    }
    void folderNamesAreSafe()
    {
        QFETCH(QString, name);
        QFETCH(QString, folder);
        QCOMPARE(folderNameFor(name), folder);
    }
};

FLOWER_TEST(tst_PhotoCopies)
#include "tst_PhotoCopies.moc"
