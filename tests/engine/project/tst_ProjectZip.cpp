// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Csv.h"
#include "tests/engine/project/ProjectFixture.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QTest>

using namespace flower;
using namespace flower::testing;

class tst_ProjectZip : public QObject
{
    Q_OBJECT

    static QString messageOf(const auto &result) { return result.isOk() ? QString() : result.error().message; }
    static QJsonObject json(const QByteArray &bytes) { return QJsonDocument::fromJson(bytes).object(); }

private Q_SLOTS:
    void aProjectComesOutAsItWentIn()
    {
        ProjectFixture fixture;
        fixture.runs = {fixture.addRun(QStringLiteral("first")), fixture.addRun(QStringLiteral("second"))};
        const Result<PackReport> packed = fixture.pack();
        QVERIFY2(packed.isOk(), qPrintable(messageOf(packed)));
        QCOMPARE(packed->photos, 24);
        QCOMPARE(packed->runs, 2);
        QVERIFY2(packed->notes.isEmpty(), qPrintable(packed->notes.join(QLatin1Char('\n'))));
        QVERIFY(packed->missing.isEmpty());
        QCOMPARE(packed->bytes, QFileInfo(fixture.zip()).size());
        QCOMPARE(QDir(QFileInfo(fixture.zip()).path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);

        const Result<ProjectSummary> summary = ProjectZip().inspect(fixture.zip(), fixture.control);
        QVERIFY2(summary.isOk(), qPrintable(messageOf(summary)));
        QCOMPARE(summary->name, QStringLiteral("meadow"));
        QCOMPARE(summary->photos, 24);
        QCOMPARE(summary->packedPhotos, 24);
        QCOMPARE(summary->kinds, 3);
        QCOMPARE(summary->marks, 2);
        QCOMPARE(summary->runs.size(), 2);
        QCOMPARE(summary->runs.first().testTop1, 1.0);
        QVERIFY(summary->packedAt.isValid());

        const Result<UnpackReport> opened = fixture.unpack();
        QVERIFY2(opened.isOk(), qPrintable(messageOf(opened)));
        QVERIFY2(opened->notes.isEmpty(), qPrintable(opened->notes.join(QLatin1Char('\n'))));
        QCOMPARE(opened->photos, 24);
        QCOMPARE(opened->missingPhotos, 0);
        QCOMPARE(opened->marks, fixture.marks);
        const Dataset again = fixture.read(opened->dataset);
        QCOMPARE(again.splitHash(), fixture.dataset.splitHash());
        QCOMPARE(again.classNames, fixture.dataset.classNames);
        QCOMPARE(again.name, QStringLiteral("Wiese")); // the folder that it was unpacked to
        QVERIFY(again.splitWasGiven);
        for (qsizetype index = 0; index < again.samples.size(); ++index) {
            QCOMPARE(contentOf(again.samples.at(index).path), contentOf(fixture.dataset.samples.at(index).path));
            QCOMPARE(again.samples.at(index).subset, fixture.dataset.samples.at(index).subset);
        }
        QCOMPARE(countMarks(again, opened->marks), countMarks(fixture.dataset, fixture.marks));
        QCOMPARE(QDir(fixture.path(QStringLiteral("bert"))).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
                 QStringList{QStringLiteral("Wiese")});
    }

    void withoutPhotosTheListSaysWhichBelongToIt()
    {
        ProjectFixture fixture;
        fixture.runs = {fixture.addRun(QStringLiteral("first"))};
        const Result<PackReport> packed = fixture.pack(false);
        QVERIFY2(packed.isOk(), qPrintable(messageOf(packed)));
        QCOMPARE(packed->photos, 0);
        const Result<ProjectSummary> summary = ProjectZip().inspect(fixture.zip(), fixture.control);
        QCOMPARE(summary->photos, 24);
        QCOMPARE(summary->packedPhotos, 0);
        const Result<UnpackReport> opened = fixture.unpack();
        QVERIFY2(opened.isOk(), qPrintable(messageOf(opened)));
        QCOMPARE(opened->missingPhotos, 24);
        QCOMPARE(opened->runFolders.size(), 1);
        QCOMPARE(opened->marks, fixture.marks);
        const QByteArrayList lines = contentOf(opened->dataset).trimmed().split('\n');
        QCOMPARE(lines.first(), QByteArray("path,label,split,bytes,sha256"));
        QCOMPARE(lines.size(), 25);
        const QStringList first = csv::fields(QString::fromUtf8(lines.at(1)));
        const QByteArray bytes = contentOf(fixture.photos(first.at(0)));
        QVERIFY(!bytes.isEmpty());
        QCOMPARE(first.at(3).toLongLong(), bytes.size());
        QCOMPARE(first.at(4), QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex()));
    }

    void namesThatNotEverySystemTakesGetOthers()
    {
        ProjectFixture fixture;
        const QByteArray list = "path,label,split\n"
                                "\"a: b/what?.jpg\",rose,train\n"
                                "A/1.jpg,rose,train\n"
                                "a/1.jpg,tulip,train\n"
                                "con.jpg,tulip,val\n"
                                "no ending,rose,val\n"
                                "../outside/1.jpg,rose,test\n"
                                "../other/1.jpg,rose,test\n"
                                "-sum.jpg,=1+1,test\n";
        for (const QByteArray &line : list.trimmed().split('\n').mid(1)) {
            const QString name = csv::fields(QString::fromUtf8(line)).first();
            put(fixture.path(QStringLiteral("lists/") + name), photoBytes(static_cast<int>(qHash(name) % 1000)));
        }
        put(fixture.path(QStringLiteral("lists/list.csv")), list);
        fixture.dataset = fixture.read(fixture.path(QStringLiteral("lists/list.csv")));
        QCOMPARE(fixture.dataset.samples.size(), 8);
        fixture.marks.photos = {{QStringLiteral("../outside/1.jpg"), {true, {}, QStringLiteral("rose")}}};
        QVERIFY(fixture.pack().isOk());
        const Result<UnpackReport> opened = fixture.unpack();
        QVERIFY2(opened.isOk(), qPrintable(messageOf(opened)));
        QVERIFY2(opened->notes.isEmpty(), qPrintable(opened->notes.join(QLatin1Char('\n'))));
        const Dataset again = fixture.read(opened->dataset);
        QCOMPARE(again.samples.size(), 8);
        QCOMPARE(again.classNames, fixture.dataset.classNames);
        QCOMPARE(countMarks(again, opened->marks).leftOut, 1);
        QSet<QString> folded;
        for (const Sample &sample : again.samples) {
            const QString name = QDir(opened->folder).relativeFilePath(sample.path);
            QVERIFY2(name.startsWith(QLatin1String("photos/")) && !name.contains(QRegularExpression(QStringLiteral("[:?]"))), qPrintable(name));
            folded.insert(name.toCaseFolded());
        }
        QCOMPARE(folded.size(), 8);
    }

    void photosThatAllLieElsewhereKeepTheirFolders()
    {
        ProjectFixture fixture;
        QByteArray list("path,label,split\n");
        for (const Sample &sample : fixture.dataset.samples)
            list += sample.path.toUtf8() + ',' + fixture.dataset.classNames.at(sample.label).toUtf8() + ',' + subsetKey(sample.subset).toUtf8() + '\n';
        put(fixture.path(QStringLiteral("lists/list.csv")), list);
        const QString hash = fixture.dataset.splitHash();
        fixture.dataset = fixture.read(fixture.path(QStringLiteral("lists/list.csv")));
        fixture.marks.photos = {{QStringLiteral("daisy/Blüte 1.jpg"), {true, {}, QStringLiteral("daisy")}}}; // from before they were moved
        QVERIFY(fixture.pack().isOk());
        const Result<UnpackReport> opened = fixture.unpack();
        const Dataset again = fixture.read(opened->dataset);
        QCOMPARE(again.splitHash(), hash);
        QCOMPARE(countMarks(again, opened->marks).leftOut, 1);
    }

    void aMissingPhotoIsNamedAndTheRestGoesIn()
    {
        ProjectFixture fixture;
        QVERIFY(QFile::remove(fixture.photos(QStringLiteral("daisy/Blüte 3.jpg"))));
        const Result<PackReport> packed = fixture.pack();
        QVERIFY2(packed.isOk(), qPrintable(messageOf(packed)));
        QCOMPARE(packed->photos, 23);
        QCOMPARE(packed->missing, QStringList{QStringLiteral("daisy/Blüte 3.jpg")});
        const Result<UnpackReport> opened = fixture.unpack();
        QCOMPARE(opened->photos, 23);
        QCOMPARE(opened->missingPhotos, 1);
        const QJsonObject photos = json(contentOf(opened->folder + QStringLiteral("/project.json"))).value(QStringLiteral("photos")).toObject();
        QCOMPARE(photos.value(QStringLiteral("missing")).toArray().first().toString(), QStringLiteral("daisy/Blüte 3.jpg"));
        QCOMPARE(fixture.read(opened->dataset).samples.size(), 23);

        const Result<ProjectSizes> sizes = ProjectZip().measure(fixture.dataset, {}, fixture.control);
        QCOMPARE(sizes->missingPhotos, 1);
        QVERIFY(sizes->photos > 23 * 3000);
    }

    void otherProgramsUnpackItTheSame()
    {
        ProjectFixture fixture;
        fixture.runs = {fixture.addRun(QStringLiteral("Läufe"))};
        QVERIFY(fixture.pack().isOk());
        const Result<UnpackReport> opened = ProjectZip().unpack(fixture.zip(), {fixture.path(QStringLiteral("ours")), {}, {}}, fixture.control, kNoProgress);
        QVERIFY2(opened.isOk(), qPrintable(messageOf(opened)));
        const QMap<QString, QByteArray> ours = filesIn(fixture.path(QStringLiteral("ours/photos")));
        QCOMPARE(ours.size(), 25);
        int compared = 0;
        for (const QString &program : {QStringLiteral("unzip"), QStringLiteral("python3")}) {
            if (QStandardPaths::findExecutable(program).isEmpty())
                continue;
            const QString theirs = fixture.path(program);
            const QStringList arguments = program == QLatin1String("unzip")
                ? QStringList{QStringLiteral("-q"), fixture.zip(), QStringLiteral("-d"), theirs}
                : QStringList{QStringLiteral("-c"),
                              QStringLiteral("import sys, zipfile\nz = zipfile.ZipFile(sys.argv[1])\nassert z.testzip() is None\n"
                                             "assert all(i.compress_type == 0 for i in z.infolist() if i.filename.endswith('.jpg'))\n"
                                             "assert all(i.flag_bits & 0x800 for i in z.infolist() if not i.filename.isascii())\nz.extractall(sys.argv[2])"),
                              fixture.zip(), theirs};
            QCOMPARE(QProcess::execute(program, arguments), 0);
            QCOMPARE(filesIn(theirs + QStringLiteral("/photos")), ours);
            ++compared;
        }
        if (compared == 0)
            QSKIP("Neither unzip nor Python is here");
    }

    void nothingIsWrittenOver()
    {
        ProjectFixture fixture;
        QVERIFY(fixture.pack().isOk());
        put(fixture.path(QStringLiteral("bert/Wiese/mine.txt")), "mine");
        const Result<UnpackReport> opened = fixture.unpack();
        QCOMPARE(opened.error().code, ErrorCode::InvalidArgument);
        QCOMPARE(filesIn(fixture.path(QStringLiteral("bert"))).size(), 1);
        // A second time is one more folder.
        QVERIFY(fixture.unpack(QStringLiteral("bert/once")).isOk());
        QVERIFY(fixture.unpack(QStringLiteral("bert/twice")).isOk());
    }

    void aStopLeavesNothing()
    {
        ProjectFixture fixture;
        fixture.runs = {fixture.addRun(QStringLiteral("first"))};
        QVERIFY(fixture.pack().isOk());
        const QByteArray before = contentOf(fixture.zip());
        for (int after = 0; after < 3; ++after) {
            RunControl stopped;
            int reports = 0;
            const ProgressSink stopAfter = [&](qint64 done, qint64 total) {
                QVERIFY(done <= total);
                if (++reports > after)
                    stopped.requestStop();
            };
            if (after == 0)
                stopped.requestStop();
            const Result<UnpackReport> opened = ProjectZip().unpack(
                fixture.zip(), {fixture.path(QStringLiteral("bert/Wiese")), fixture.path(QStringLiteral("bert-runs")), {}}, stopped, stopAfter);
            if (!opened) {
                QCOMPARE(opened.error().code, ErrorCode::Interrupted);
                QVERIFY(fixture.nothingIsLeft());
            } else {
                QVERIFY(after > 0); // it was faster than its second report
                QDir(opened->folder).removeRecursively();
                QDir(fixture.path(QStringLiteral("bert-runs"))).removeRecursively();
            }
            RunControl stoppedPacking;
            stoppedPacking.requestStop();
            const Result<PackReport> packed = ProjectZip().pack(fixture.content(), fixture.zip(), stoppedPacking, kNoProgress);
            QCOMPARE(packed.error().code, ErrorCode::Interrupted);
            QCOMPARE(contentOf(fixture.zip()), before); // the one that was there stays
            QCOMPARE(QDir(QFileInfo(fixture.zip()).path()).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot).size(), 1);
        }
    }

    void aPlaceThatCannotBeWrittenIsASentence()
    {
        ProjectFixture fixture;
        put(fixture.path(QStringLiteral("file")), "no folder");
        const Result<PackReport> packed = ProjectZip().pack(fixture.content(), fixture.path(QStringLiteral("file/a.zip")), fixture.control, kNoProgress);
        QCOMPARE(packed.error().code, ErrorCode::Unwritable);
        QVERIFY(packed.error().message.contains(QLatin1String("choose another place")));
        const QString documents = fixture.path(QStringLiteral("documents/a.zip")); // which not every user has
        QVERIFY(ProjectZip().pack(fixture.content(), documents, fixture.control, kNoProgress).isOk());
        QVERIFY(QFileInfo::exists(documents));
        QVERIFY(fixture.pack().isOk());
        const Result<UnpackReport> opened = fixture.unpack(QStringLiteral("file/Wiese"));
        QCOMPARE(opened.error().code, ErrorCode::Unwritable);
        fixture.dataset.samples.clear();
        QCOMPARE(fixture.pack().error().code, ErrorCode::InvalidArgument);
    }

    void moreThan65535PhotosMakeAZip64()
    {
        ProjectFixture fixture;
        const QString photo = fixture.photos(QStringLiteral("daisy/Blüte 1.jpg"));
        const QString small = fixture.path(QStringLiteral("small.jpg"));
        put(small, "\xFF\xD8");
        constexpr int count = 66'000;
        Dataset many = fixture.dataset;
        many.samples.clear();
        for (int number = 0; number < count; ++number) // the same file under as many names as a CSV may have for it
            many.samples.append({small, 0, Subset::Train});
        fixture.dataset = many;
        // One path is one place: links give it others.
        const QString folder = fixture.path(QStringLiteral("many"));
        QDir().mkpath(folder);
        for (int number = 0; number < count; ++number) {
            const QString link = folder + QStringLiteral("/%1.jpg").arg(number);
            QVERIFY(QFile::link(small, link));
            fixture.dataset.samples[number].path = link;
        }
        fixture.dataset.rootPath = folder;
        fixture.marks = {};
        const Result<PackReport> packed = fixture.pack();
        QVERIFY2(packed.isOk(), qPrintable(messageOf(packed)));
        QCOMPARE(packed->photos, count);
        const Result<ProjectSummary> summary = ProjectZip().inspect(fixture.zip(), fixture.control);
        QVERIFY2(summary.isOk(), qPrintable(messageOf(summary)));
        QCOMPARE(summary->packedPhotos, count);
        if (!QStandardPaths::findExecutable(QStringLiteral("python3")).isEmpty()) {
            QCOMPARE(QProcess::execute(QStringLiteral("python3"),
                                       {QStringLiteral("-c"), QStringLiteral("import sys, zipfile\nassert len(zipfile.ZipFile(sys.argv[1]).namelist()) == 66004"),
                                        fixture.zip()}),
                     0);
        }
    }
};

FLOWER_TEST(tst_ProjectZip)
#include "tst_ProjectZip.moc"
