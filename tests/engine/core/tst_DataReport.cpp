// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/DataReport.h"
#include "engine/core/PhotoMarks.h"
#include "tests/support/TestMain.h"

#include <QTest>

#include <algorithm>

using namespace flower;

class tst_DataReport : public QObject
{
    Q_OBJECT

    Dataset m_dataset;
    DataScan m_scan;

    QString add(const QString &name, int label, Subset subset, int content, QSize size = {300, 200})
    {
        const QString path = QStringLiteral("/photos/") + name;
        m_dataset.samples.append({path, label, subset});
        m_scan.photos.append({path, content, size, 1, {}});
        return path;
    }
    [[nodiscard]] DataReport report() const { return findInData(m_dataset, m_scan); }
    [[nodiscard]] static QList<DataFinding> ofKind(const DataReport &report, FindingKind kind)
    {
        QList<DataFinding> findings;
        std::copy_if(report.findings.cbegin(), report.findings.cend(), std::back_inserter(findings),
                     [kind](const DataFinding &finding) { return finding.kind == kind; });
        return findings;
    }
    /// The marks that a remedy makes.
    [[nodiscard]] PhotoMarks marksOf(const Remedy &remedy) const
    {
        PhotoMarks marks;
        for (const QString &path : remedy.photos)
            marks.photos.insert(markedPath(m_dataset.rootPath, path), {remedy.className.isEmpty(), remedy.className, {}});
        return marks;
    }

private Q_SLOTS:
    void init()
    {
        m_dataset = {};
        m_dataset.rootPath = QStringLiteral("/photos");
        m_dataset.classNames = {QStringLiteral("daisy"), QStringLiteral("tulip")};
        m_scan = {};
    }

    void goodPhotosHaveNoFindings()
    {
        add(QStringLiteral("a"), 0, Subset::Train, 0);
        add(QStringLiteral("b"), 1, Subset::Train, 1);
        add(QStringLiteral("c"), 1, Subset::Test, 2);
        QCOMPARE(report(), DataReport());
        QVERIFY(!report().counts.isAnything());
    }

    void unreadablePhotosAreNamedWithTheirReason()
    {
        m_dataset.problems = {{QStringLiteral("/photos/empty"), QStringLiteral("The file is empty.")}};
        const QString damaged = add(QStringLiteral("damaged"), 0, Subset::Train, 0, {});
        m_scan.photos.last().problem = QStringLiteral("Damaged.");
        const DataReport found = report();
        QCOMPARE(found.counts.unreadable, 2);
        QCOMPARE(found.counts.tiny, 0);
        QCOMPARE(found.findings.size(), 2);
        QCOMPARE(found.findings.at(0).photos, QStringList(QStringLiteral("/photos/empty")));
        QCOMPARE(found.findings.at(0).sentence, QStringLiteral("The file is empty."));
        QVERIFY(found.findings.at(0).remedies.isEmpty()); // it is left out anyway
        QCOMPARE(found.findings.at(1).remedies.first().photos, QStringList(damaged));
        const Dataset marked = applyMarks(m_dataset, marksOf(found.findings.at(1).remedies.first()));
        QCOMPARE(findInData(marked, m_scan).counts.unreadable, 1); // and what was left out isn't found again
    }

    void anOddPhotoIsAGuessThatCountsForNothing()
    {
        const QString none = add(QStringLiteral("a"), 0, Subset::Train, 0);
        const QString other = add(QStringLiteral("b"), 0, Subset::Train, 1);
        add(QStringLiteral("c"), 1, Subset::Train, 2);
        m_scan.oddPhotos = {{1, QStringLiteral("daisy"), QStringLiteral("tulip")}, {0, QStringLiteral("daisy"), {}}};
        const DataReport found = report();
        QCOMPARE(found.counts, FindingCounts());
        const QList<DataFinding> odd = ofKind(found, FindingKind::OddPhoto);
        QCOMPARE(odd.size(), 2);
        QCOMPARE(findingKey(odd.first().kind), QStringLiteral("odd_photo"));
        QCOMPARE(odd.at(0).photos, QStringList(other)); // the oddest first
        QCOMPARE(odd.at(0).sentence, QStringLiteral("Unlike the others of “daisy”, and more like “tulip”."));
        QCOMPARE(odd.at(0).remedies.size(), 2);
        QCOMPARE(odd.at(1).photos, QStringList(none));
        QCOMPARE(odd.at(1).sentence, QStringLiteral("Unlike the others of “daisy”, and like none of the other kinds."));
        QCOMPARE(odd.at(1).remedies.size(), 1);
        // What was left out, or put under another kind, was looked at.
        QCOMPARE(ofKind(findInData(applyMarks(m_dataset, marksOf(odd.at(1).remedies.first())), m_scan), FindingKind::OddPhoto).size(), 1);
        const Dataset relabelled = applyMarks(m_dataset, marksOf(odd.at(0).remedies.at(1)));
        QCOMPARE(relabelled.samples.at(1).label, 1);
        QCOMPARE(ofKind(findInData(relabelled, m_scan), FindingKind::OddPhoto).size(), 1);
    }

    void aPhotoIsTinyBelowSixtyFourPixels()
    {
        add(QStringLiteral("a"), 0, Subset::Train, 0, {64, 64});
        const QString tiny = add(QStringLiteral("b"), 1, Subset::Train, 1, {400, 63});
        const DataReport found = report();
        QCOMPARE(found.counts.tiny, 1);
        const QList<DataFinding> findings = ofKind(found, FindingKind::Tiny);
        QCOMPARE(findings.size(), 1);
        QCOMPARE(findings.first().photos, QStringList(tiny));
        QVERIFY(findings.first().sentence.contains(QStringLiteral("400 × 63")));
    }

    void copiesAreCountedBeyondTheFirst()
    {
        const QString first = add(QStringLiteral("a"), 0, Subset::Train, 0);
        const QString second = add(QStringLiteral("b"), 0, Subset::Train, 0);
        const QString third = add(QStringLiteral("c"), 0, Subset::Train, 0);
        const DataReport found = report();
        QCOMPARE(found.counts.exactDuplicates, 2);
        QCOMPARE(found.counts.nearDuplicates, 0);
        QCOMPARE(found.counts.splitLeaks, 0);
        QCOMPARE(found.findings.size(), 1);
        QCOMPARE(found.findings.first().photos, QStringList({first, second, third}));
        const Remedy remedy = found.findings.first().remedies.first();
        QCOMPARE(remedy.photos, QStringList({second, third}));
        QVERIFY(remedy.className.isEmpty());
        QCOMPARE(findInData(applyMarks(m_dataset, marksOf(remedy)), m_scan).counts, FindingCounts());
    }

    void nearCopiesAreCountedByContent()
    {
        add(QStringLiteral("a"), 0, Subset::Train, 0, {100, 100});
        add(QStringLiteral("b"), 0, Subset::Train, 0, {100, 100});
        const QString large = add(QStringLiteral("c"), 0, Subset::Train, 2, {200, 200});
        m_scan.nearCopies = {{0, 2, false}};
        const DataReport found = report();
        QCOMPARE(found.counts.exactDuplicates, 1);
        QCOMPARE(found.counts.nearDuplicates, 1);
        const QList<DataFinding> near = ofKind(found, FindingKind::NearDuplicate);
        QCOMPARE(near.size(), 1);
        QCOMPARE(near.first().photos.first(), large); // the larger one is the better one
        QCOMPARE(near.first().remedies.first().photos.size(), 2); // the copy of the copy goes too
        QCOMPARE(findInData(applyMarks(m_dataset, marksOf(near.first().remedies.first())), m_scan).counts, FindingCounts());
    }

    void aPictureOnBothSidesOfTheSplitIsALeak()
    {
        const QString train = add(QStringLiteral("a"), 0, Subset::Train, 0, {900, 900});
        const QString test = add(QStringLiteral("b"), 0, Subset::Test, 1, {100, 100});
        m_scan.nearCopies = {{0, 1, false}};
        const DataReport found = report();
        QCOMPARE(found.counts.splitLeaks, 1);
        QCOMPARE(found.counts.nearDuplicates, 1);
        const QList<DataFinding> leaks = ofKind(found, FindingKind::SplitLeak);
        QCOMPARE(leaks.first().photos, QStringList({test, train}));
        QCOMPARE(leaks.first().remedies.first().text, QStringLiteral("Leave the training copy out"));
        QCOMPARE(leaks.first().remedies.first().photos, QStringList(train)); // what is measured stays as it is
        QCOMPARE(leaks.first().group, ofKind(found, FindingKind::NearDuplicate).first().group);
        QCOMPARE(findInData(applyMarks(m_dataset, marksOf(leaks.first().remedies.first())), m_scan).counts, FindingCounts());
    }

    void leaksOfAllThreeSubsetsKeepTheTestCopy()
    {
        const QString train = add(QStringLiteral("a"), 0, Subset::Train, 0);
        const QString val = add(QStringLiteral("b"), 0, Subset::Validation, 0);
        add(QStringLiteral("c"), 0, Subset::Test, 0);
        const DataReport found = report();
        QCOMPARE(found.counts.splitLeaks, 1);
        const DataFinding leak = ofKind(found, FindingKind::SplitLeak).first();
        QCOMPARE(leak.remedies.first().photos, QStringList({val, train}));
        QCOMPARE(leak.remedies.first().text, QStringLiteral("Keep only the test copy"));
        m_dataset.samples.removeFirst();
        m_scan.photos.removeFirst();
        QCOMPARE(ofKind(report(), FindingKind::SplitLeak).first().remedies.first().text, QStringLiteral("Leave the validation copy out"));
    }

    void aPictureUnderTwoKindsIsAConflict()
    {
        const QString lonely = add(QStringLiteral("a"), 0, Subset::Train, 0);
        add(QStringLiteral("b"), 1, Subset::Train, 0);
        add(QStringLiteral("c"), 1, Subset::Train, 0);
        const DataReport found = report();
        QCOMPARE(found.counts.labelConflicts, 1);
        QCOMPARE(found.counts.exactDuplicates, 2);
        const DataFinding conflict = ofKind(found, FindingKind::LabelConflict).first();
        QCOMPARE(conflict.classNames, QStringList({QStringLiteral("tulip"), QStringLiteral("daisy")})); // more copies say tulip
        QCOMPARE(conflict.remedies.size(), 3);
        QCOMPARE(conflict.remedies.at(0).className, QStringLiteral("tulip"));
        QCOMPARE(conflict.remedies.at(0).photos, QStringList(lonely));
        QCOMPARE(conflict.remedies.at(2).photos.size(), 3);
        QVERIFY(ofKind(found, FindingKind::ExactDuplicate).first().remedies.isEmpty()); // the kind is to be decided first
        const DataReport after = findInData(applyMarks(m_dataset, marksOf(conflict.remedies.at(0))), m_scan);
        QCOMPARE(after.counts.labelConflicts, 0);
        QCOMPARE(after.counts.exactDuplicates, 2);
        QVERIFY(!after.findings.first().remedies.isEmpty());
    }

    /// A list may name one file twice; a mark would leave both out, so that there is no remedy but for the kind.
    void aFileThatIsNamedTwiceIsACopyOfItself()
    {
        add(QStringLiteral("a"), 0, Subset::Train, 0);
        add(QStringLiteral("a"), 1, Subset::Test, 0);
        const DataReport found = report();
        QCOMPARE(found.counts.exactDuplicates, 1);
        QCOMPARE(found.counts.splitLeaks, 1);
        QCOMPARE(found.counts.labelConflicts, 1);
        const DataFinding conflict = ofKind(found, FindingKind::LabelConflict).first();
        QCOMPARE(findInData(applyMarks(m_dataset, marksOf(conflict.remedies.first())), m_scan).counts.labelConflicts, 0);
        m_dataset.samples[1].label = 0;
        const DataReport leak = report();
        QCOMPARE(leak.counts.labelConflicts, 0);
        QCOMPARE(leak.counts.splitLeaks, 1);
        for (const DataFinding &finding : leak.findings)
            QVERIFY(finding.remedies.isEmpty());
    }

    void namesThatClashArePutUnderTheLargerKind()
    {
        m_dataset.classNames = {QStringLiteral("Daisy"), QStringLiteral("daisy <b>"), QStringLiteral("daisy"), QStringLiteral("DAISY")};
        const QString lonely = add(QStringLiteral("a"), 0, Subset::Train, 0);
        add(QStringLiteral("b"), 2, Subset::Train, 1);
        add(QStringLiteral("c"), 2, Subset::Train, 2);
        const DataReport found = report(); // DAISY has no photos
        QCOMPARE(found.counts.nameClashes, 1);
        const DataFinding clash = ofKind(found, FindingKind::NameClash).first();
        QCOMPARE(clash.classNames, QStringList({QStringLiteral("daisy"), QStringLiteral("Daisy")}));
        QCOMPARE(clash.remedies.size(), 2);
        QCOMPARE(clash.remedies.first().className, QStringLiteral("daisy"));
        QCOMPARE(clash.remedies.first().photos, QStringList(lonely));
        QCOMPARE(findInData(applyMarks(m_dataset, marksOf(clash.remedies.first())), m_scan).counts.nameClashes, 0);
    }

    void notesAreNoFindings()
    {
        for (int photo = 0; photo < 10; ++photo)
            add(QStringLiteral("a%1").arg(photo), 0, Subset::Train, photo, {100, 100});
        add(QStringLiteral("b1"), 1, Subset::Train, 10, {100, 100});
        add(QStringLiteral("b2"), 1, Subset::Train, 11, {100, 100});
        m_scan.photos[3].orientation = 6;
        const DataReport found = report();
        QVERIFY(!found.counts.isAnything());
        QCOMPARE(found.findings.size(), 3);
        QCOMPARE(found.findings.at(0).kind, FindingKind::Imbalance); // ten to two
        QCOMPARE(found.findings.at(0).classNames, m_dataset.classNames);
        QCOMPARE(found.findings.at(1).kind, FindingKind::Turned);
        QCOMPARE(found.findings.at(1).photos, QStringList(m_scan.photos.at(3).path));
        QCOMPARE(found.findings.at(2).kind, FindingKind::LowResolution);
        add(QStringLiteral("b3"), 1, Subset::Train, 12, {100, 100});
        QCOMPARE(ofKind(report(), FindingKind::Imbalance).size(), 0); // ten to three
    }

    void oneHundredThousandPhotosAreJudgedQuickly()
    {
        m_dataset.classNames.clear();
        for (int label = 0; label < 100; ++label)
            m_dataset.classNames.append(QStringLiteral("kind %1").arg(label));
        for (int photo = 0; photo < 100'000; ++photo)
            add(QStringLiteral("%1").arg(photo), photo % 100, photo % 7 == 0 ? Subset::Test : Subset::Train, photo - photo % 2);
        DataReport found;
        QBENCHMARK_ONCE { found = report(); }
        QCOMPARE(found.counts.exactDuplicates, 50'000);
        QCOMPARE(found.counts.labelConflicts, 50'000);
    }
};

FLOWER_TEST(tst_DataReport)
#include "tst_DataReport.moc"
