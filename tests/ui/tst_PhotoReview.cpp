// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PhotoReview.h"

#include "engine/core/PhotoPlaces.h"
#include "engine/store/PhotoMarksFile.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace flower;

class tst_PhotoReview : public QObject
{
    Q_OBJECT

    static inline const QString kRoot = QStringLiteral("/photos/meadow");

    static void leaveOut(PhotoReview &review, const QStringList &paths)
    {
        review.decide(kRoot, paths, QStringLiteral("leave out"), [](const QString &, const std::optional<PhotoMark> &) {
            return PhotoMark{true, {}, QStringLiteral("daisy")};
        });
    }
    static bool write(const QString &path, const QByteArray &bytes)
    {
        QDir().mkpath(QFileInfo(path).absolutePath());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
    }

private Q_SLOTS:
    void stepsAreUndoneRedoneAndKept()
    {
        QTemporaryDir folder;
        {
            PhotoReview review(folder.path());
            const QSignalSpy changed(&review, &PhotoReview::changed);
            leaveOut(review, {QStringLiteral("a.jpg"), QStringLiteral("b.jpg")});
            leaveOut(review, {QStringLiteral("a.jpg")}); // changes nothing: no step
            QCOMPARE(review.undoStack()->count(), 1);
            QCOMPARE(review.undoStack()->undoText(), QStringLiteral("leave out"));
            QCOMPARE(review.marks(kRoot).size(), 2);
            review.undoStack()->undo();
            QVERIFY(review.marks(kRoot).isEmpty());
            QVERIFY(PhotoReview(folder.path()).marks(kRoot).isEmpty()); // the file too
            review.undoStack()->redo();
            QCOMPARE(changed.size(), 3);
        }
        PhotoReview again(folder.path());
        QCOMPARE(again.marks(kRoot).size(), 2);
        QCOMPARE(again.marks(kRoot + QLatin1Char('/')).size(), 2); // the same place
        QVERIFY(again.marks(QStringLiteral("/photos/other")).isEmpty());
        again.dropAll(kRoot);
        QVERIFY(again.marks(kRoot).isEmpty());
        again.undoStack()->undo();
        QCOMPARE(again.marks(kRoot).photos.firstKey(), QStringLiteral("a.jpg"));
    }

    void marksFollowPhotosThatWereFound()
    {
        QTemporaryDir folder;
        const QString reviews = folder.filePath(QStringLiteral("reviews"));
        const QString places = folder.filePath(QStringLiteral("photo-places.json"));
        {
            PhotoReview review(reviews, places);
            leaveOut(review, {QStringLiteral("daisy/1.jpg")});
        }
        QVERIFY(PhotoPlacesFile(places).add({{{kRoot, QStringLiteral("/archive/of another name")}}, {}}));
        PhotoReview review(reviews, places);
        QCOMPARE(review.marks(QStringLiteral("/archive/of another name")).photos.keys(), QStringList{QStringLiteral("daisy/1.jpg")});
        QVERIFY(review.marks(QStringLiteral("/archive")).isEmpty());
    }

    void aMovedDatasetTakesItsMarksAlong()
    {
        QTemporaryDir folder;
        {
            PhotoReview review(folder.path());
            leaveOut(review, {QStringLiteral("daisy/1.jpg")});
        }
        Dataset moved;
        moved.rootPath = QStringLiteral("/archive/meadow");
        moved.classNames = {QStringLiteral("daisy")};
        moved.samples = {{QStringLiteral("/archive/meadow/daisy/1.jpg"), 0, Subset::Train}};
        Dataset other = moved; // without that photo
        other.rootPath = QStringLiteral("/other/meadow");
        other.samples.first().path = QStringLiteral("/other/meadow/daisy/2.jpg");
        Dataset renamed = moved;
        renamed.rootPath = QStringLiteral("/archive/garden");
        renamed.samples.first().path = QStringLiteral("/archive/garden/daisy/1.jpg");

        PhotoReview review(folder.path());
        for (const Dataset &stranger : {other, renamed}) {
            review.takeOverMoved(stranger);
            QVERIFY(review.marks(stranger.rootPath).isEmpty());
            QVERIFY(review.problem().isEmpty());
        }
        review.takeOverMoved(moved);
        QCOMPARE(review.marks(moved.rootPath).size(), 1);
        QVERIFY(review.problem().contains(kRoot));
        QCOMPARE(PhotoReview(folder.path()).marks(moved.rootPath).size(), 1); // under its new name
        QCOMPARE(PhotoReview(folder.path()).marks(kRoot).size(), 1);          // nothing was deleted
        review.dropAll(moved.rootPath);
        review.takeOverMoved(moved); // dropped is dropped
        QVERIFY(review.marks(moved.rootPath).isEmpty());
    }

    void aFailedSaveLosesNothing()
    {
        QTemporaryDir folder;
        const QString blocked = folder.filePath(QStringLiteral("reviews"));
        QVERIFY(write(blocked, "a file where the folder should be"));
        PhotoReview review(blocked);
        QSignalSpy problems(&review, &PhotoReview::problemChanged);
        leaveOut(review, {QStringLiteral("a.jpg")});
        QCOMPARE(review.marks(kRoot).size(), 1);
        QTRY_VERIFY(!review.problem().isEmpty());
        QCOMPARE(problems.size(), 1);
        QVERIFY(QFile::remove(blocked));
        leaveOut(review, {QStringLiteral("b.jpg")});
        QTRY_VERIFY(review.problem().isEmpty());
        QCOMPARE(problems.size(), 2);
        QCOMPARE(PhotoReview(blocked).marks(kRoot).size(), 2); // both are saved now
    }

    void severalFailedSavesAreSaid()
    {
        QTemporaryDir folder;
        const QString blocked = folder.filePath(QStringLiteral("reviews"));
        QVERIFY(write(blocked, "a file where the folder should be"));
        PhotoReview review(blocked);
        for (int number = 0; number < 20; ++number) // some are written together
            leaveOut(review, {QStringLiteral("%1.jpg").arg(number)});
        QTRY_VERIFY(!review.problem().isEmpty());
        QTest::qWait(100); // whatever else the thread has to tell
        QVERIFY(!review.problem().isEmpty());
    }

    void whatIsTakenBackIsNotTakenOver()
    {
        QTemporaryDir folder;
        const QString older = QStringLiteral("/gone/meadow");
        Dataset dataset;
        dataset.rootPath = kRoot;
        dataset.classNames = QStringList{QStringLiteral("daisy")};
        dataset.samples = {{kRoot + QStringLiteral("/daisy/1.jpg"), 0, Subset::Train}};
        QVERIFY(PhotoMarksFile::forDataset(folder.path(), older).write({older, {{{QStringLiteral("daisy/1.jpg"), {true, {}, {}}}}}}));
        {
            PhotoReview other(folder.path());
            other.takeOverMoved(dataset);
            QCOMPARE(other.marks(kRoot).size(), 1); // it would be, where nothing was decided
        }
        QVERIFY(QFile::remove(PhotoMarksFile::forDataset(folder.path(), kRoot).path()));
        PhotoReview review(folder.path());
        leaveOut(review, {QStringLiteral("daisy/1.jpg")});
        review.undoStack()->undo();
        review.takeOverMoved(dataset); // before the thread has written anything
        QVERIFY(review.marks(kRoot).isEmpty());
    }

    void aSaveSaysNothingOfOthers()
    {
        QTemporaryDir folder;
        const QString other = QStringLiteral("/photos/other");
        QVERIFY(write(PhotoMarksFile::forDataset(folder.path(), other).path(), "{"));
        PhotoReview review(folder.path());
        leaveOut(review, {QStringLiteral("a.jpg")});
        QVERIFY(review.marks(other).isEmpty());
        QVERIFY(review.problem().contains(QStringLiteral("damaged-")));
        QTest::qWait(100); // what the thread tells of the first one
        QVERIFY(review.problem().contains(QStringLiteral("damaged-")));
    }

    void allIsWrittenBeforeItIsGone()
    {
        QTemporaryDir folder;
        {
            PhotoReview review(folder.path());
            for (int number = 0; number < 50; ++number) // faster than they are written
                leaveOut(review, {QStringLiteral("%1.jpg").arg(number)});
        }
        QCOMPARE(PhotoReview(folder.path()).marks(kRoot).size(), 50);
    }

    void aDamagedFileIsSetAside()
    {
        QTemporaryDir folder;
        const QString path = PhotoMarksFile::forDataset(folder.path(), kRoot).path();
        QVERIFY(write(path, "{"));
        PhotoReview review(folder.path());
        QVERIFY(review.marks(kRoot).isEmpty());
        QVERIFY(review.problem().contains(QStringLiteral("damaged-")));
        QCOMPARE(QDir(folder.path()).entryList({QStringLiteral("*.damaged-*")}).size(), 1);
        leaveOut(review, {QStringLiteral("a.jpg")});
        QTRY_VERIFY(review.problem().isEmpty());
    }

    void aNewerFileIsLeftAlone()
    {
        QTemporaryDir folder;
        const QString path = PhotoMarksFile::forDataset(folder.path(), kRoot).path();
        const QByteArray newer = R"({"version":2})";
        QVERIFY(write(path, newer));
        PhotoReview review(folder.path());
        QVERIFY(review.marks(kRoot).isEmpty());
        const QString newerProblem = review.problem();
        QVERIFY(!newerProblem.isEmpty());
        leaveOut(review, {QStringLiteral("a.jpg")});
        QTRY_VERIFY(review.problem() != newerProblem && review.problem().contains(QStringLiteral("until the program ends")));
        QCOMPARE(review.marks(kRoot).size(), 1);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), newer);
    }
};

FLOWER_TEST(tst_PhotoReview)
#include "tst_PhotoReview.moc"
