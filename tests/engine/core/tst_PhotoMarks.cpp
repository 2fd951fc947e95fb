// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoMarks.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_PhotoMarks : public QObject
{
    Q_OBJECT

    /// Two kinds with a photo each in train, validation and test.
    static Dataset meadow(const QString &root)
    {
        Dataset dataset;
        dataset.rootPath = root;
        dataset.classNames = {QStringLiteral("daisy"), QStringLiteral("tulip")};
        for (int label = 0; label < 2; ++label) {
            for (const Subset subset : kSubsets) {
                dataset.samples.append({QStringLiteral("%1/%2/%3.jpg").arg(root, dataset.classNames.at(label), subsetKey(subset)),
                                        label, subset});
            }
        }
        return dataset;
    }
    static PhotoMark relabel(const char *name) { return {false, QLatin1String(name), {}}; }
    static PhotoMark leaveOut() { return {true, {}, {}}; }

private Q_SLOTS:
    void marksChangeLabelsAndLeaveOut()
    {
        const Dataset dataset = meadow(QStringLiteral("/photos/meadow"));
        PhotoMarks marks;
        marks.photos.insert(QStringLiteral("daisy/val.jpg"), relabel("tulip"));
        marks.photos.insert(QStringLiteral("tulip/test.jpg"), leaveOut());
        const Dataset marked = applyMarks(dataset, marks);
        QCOMPARE(marked.samples.size(), 5);
        const Sample relabelled{QStringLiteral("/photos/meadow/daisy/val.jpg"), 1, Subset::Validation}; // keeps its subset
        QVERIFY(marked.samples.contains(relabelled));
        QCOMPARE(marked.problems.size(), 1);
        QCOMPARE(marked.problems.first().path, QStringLiteral("/photos/meadow/tulip/test.jpg"));
        QVERIFY(!marked.problems.first().reason.isEmpty());
        QCOMPARE(countMarks(dataset, marks), (MarkCounts{1, 1, 1, 0}));
        QCOMPARE(marked.notes.size(), 2); // what was changed, and that the test number can't be compared
        QVERIFY(marked.splitHash() != dataset.splitHash());
        QVERIFY(applyMarks(dataset, {}) == dataset);
    }

    void marksThatFitNothingAreCountedAndChangeNothing()
    {
        const Dataset dataset = meadow(QStringLiteral("/photos/meadow"));
        PhotoMarks marks;
        marks.photos.insert(QStringLiteral("daisy/gone.jpg"), leaveOut());
        marks.photos.insert(QStringLiteral("daisy/val.jpg"), relabel("orchid"));
        marks.photos.insert(QStringLiteral("daisy/test.jpg"), relabel("daisy")); // it is one already
        QCOMPARE(countMarks(dataset, marks), (MarkCounts{0, 0, 0, 3}));
        const Dataset marked = applyMarks(dataset, marks);
        QCOMPARE(marked.samples, dataset.samples);
        QCOMPARE(marked.notes.size(), 1);
        QVERIFY(marked.notes.first().contains(QLatin1Char('3')));
    }

    void aKindThatLosesItsLastPhotoIsNamed()
    {
        PhotoMarks marks;
        marks.photos.insert(QStringLiteral("daisy/train.jpg"), leaveOut());
        const Dataset marked = applyMarks(meadow(QStringLiteral("/photos/meadow")), marks);
        QVERIFY(marked.notes.last().contains(QStringLiteral("daisy")));
    }

    void aKindWhosePhotosAreAllPutUnderAnotherIsNoKindAnyMore()
    {
        Dataset dataset = meadow(QStringLiteral("/photos/meadow"));
        dataset.classNames.prepend(QStringLiteral("Daisy"));
        for (Sample &sample : dataset.samples)
            ++sample.label;
        dataset.samples.prepend({QStringLiteral("/photos/meadow/Daisy/1.jpg"), 0, Subset::Train});
        PhotoMarks marks;
        marks.photos.insert(QStringLiteral("Daisy/1.jpg"), relabel("daisy"));
        const Dataset marked = applyMarks(dataset, marks);
        QCOMPARE(marked.classNames, QStringList({QStringLiteral("daisy"), QStringLiteral("tulip")}));
        QCOMPARE(marked.countsPerClass(), QList<int>({4, 3}));
        QCOMPARE(marked.samples.last().label, 1);
        QVERIFY(marked.notes.last().contains(QStringLiteral("Daisy")));

        // One that is left out as a whole stays; and so do the last two.
        marks.photos.insert(QStringLiteral("Daisy/1.jpg"), leaveOut());
        QCOMPARE(applyMarks(dataset, marks).classNames.size(), 3);
        const Dataset two = meadow(QStringLiteral("/photos/meadow"));
        PhotoMarks all;
        for (const Subset subset : kSubsets)
            all.photos.insert(QStringLiteral("daisy/%1.jpg").arg(subsetKey(subset)), relabel("tulip"));
        QCOMPARE(applyMarks(two, all).classNames, two.classNames);
    }

    void pathsAreRelativeToTheFolderOrTheFolderOfTheList()
    {
        QCOMPARE(markedPath(QStringLiteral("/gone/meadow"), QStringLiteral("/gone/meadow/a/1.jpg")), QStringLiteral("a/1.jpg"));
        QCOMPARE(markedPath(QStringLiteral("/gone/split.csv"), QStringLiteral("/gone/a/1.jpg")), QStringLiteral("a/1.jpg"));
        QCOMPARE(markedPath(QStringLiteral("/gone/meadow"), QStringLiteral("/gone/meadow/b/../a/1.jpg")), QStringLiteral("a/1.jpg"));
        QCOMPARE(photoOfMark(QStringLiteral("/gone/split.csv"), QStringLiteral("a/1.jpg")), QStringLiteral("/gone/a/1.jpg"));
        QTemporaryDir folder;
        QVERIFY(QDir(folder.path()).mkdir(QStringLiteral("odd.csv"))); // a folder, whatever its name says
        const QString odd = folder.filePath(QStringLiteral("odd.csv"));
        QCOMPARE(markedPath(odd, odd + QStringLiteral("/a.jpg")), QStringLiteral("a.jpg"));
    }

    void aMovedDatasetKeepsItsMarks()
    {
        PhotoMarks marks;
        marks.photos.insert(markedPath(QStringLiteral("/old"), QStringLiteral("/old/daisy/val.jpg")), relabel("tulip"));
        QCOMPARE(countMarks(meadow(QStringLiteral("/new/place")), marks).relabelled, 1);
    }
};

FLOWER_TEST(tst_PhotoMarks)
#include "tst_PhotoMarks.moc"
