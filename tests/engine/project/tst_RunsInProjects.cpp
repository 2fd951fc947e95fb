// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoFinder.h"
#include "engine/store/RunBook.h"
#include "engine/store/RunLock.h"
#include "tests/engine/project/ProjectFixture.h"
#include "tests/support/TestMain.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace flower;
using namespace flower::testing;

class tst_RunsInProjects : public QObject
{
    Q_OBJECT

    static QString messageOf(const auto &result) { return result.isOk() ? QString() : result.error().message; }

private Q_SLOTS:
    void runsComeWithTheirPhotos()
    {
        ProjectFixture fixture;
        fixture.runs = {fixture.addRun(QStringLiteral("first")), fixture.addRun(QStringLiteral("stopped"), RunState::Stopped)};
        QVERIFY(fixture.pack().isOk());
        put(fixture.path(QStringLiteral("bert-runs/first/run.json")), "{}"); // the name is taken there
        const Result<UnpackReport> opened = fixture.unpack();
        QVERIFY2(opened.isOk(), qPrintable(messageOf(opened)));
        QCOMPARE(opened->runFolders, (QStringList{fixture.path(QStringLiteral("bert-runs/first (2)")), fixture.path(QStringLiteral("bert-runs/stopped"))}));
        QVERIFY(!QFile::exists(opened->folder + QStringLiteral("/runs")));

        const QDir first(opened->runFolders.first());
        QCOMPARE(first.entryList(QDir::AllEntries | QDir::NoDotAndDotDot, QDir::Name),
                 (QStringList{QStringLiteral("epochs.csv"), QStringLiteral("map-test-tsne.json"), QStringLiteral("model-card.html"),
                              QStringLiteral("model-card.json"), QStringLiteral("model.safetensors"), QStringLiteral("predictions-test.csv"),
                              QStringLiteral("run.json"), QStringLiteral("split.csv")}));
        QVERIFY(QFile::exists(opened->runFolders.last() + QStringLiteral("/checkpoints/state-000001.safetensors")));
        QCOMPARE(contentOf(first.filePath(QStringLiteral("model.safetensors"))), contentOf(fixture.runs.first() + QStringLiteral("/model.safetensors")));

        const Result<RunDetails> run = RunFolder(first.path()).read();
        QVERIFY2(run.isOk(), qPrintable(messageOf(run)));
        QCOMPARE(run->datasetPath, opened->dataset);
        QCOMPARE(run->record.splitHash, fixture.dataset.splitHash());
        QCOMPARE(run->config.weightsPath, QStringLiteral("mobilenet_v2-b0353104.pth"));
        QCOMPARE(run->classNames, fixture.dataset.classNames);
        const Result<QList<PhotoResult>> answers = RunFolder(first.path()).readPredictions(Subset::Test, run->classNames, run->datasetPath);
        QVERIFY2(answers.isOk(), qPrintable(messageOf(answers)));
        const Dataset again = fixture.read(opened->dataset);
        QSet<QString> photos;
        for (const Sample &sample : again.subset(Subset::Test))
            photos.insert(sample.path);
        QCOMPARE(answers->size(), photos.size());
        for (const PhotoResult &answer : *answers)
            QVERIFY2(photos.contains(answer.path), qPrintable(answer.path));
        const Result<InterruptedRun> interrupted = readInterruptedRun(opened->runFolders.last());
        QVERIFY2(interrupted.isOk(), qPrintable(messageOf(interrupted)));
        QCOMPARE(interrupted->dataset.samples, again.samples);

        const Result<std::unique_ptr<RunBook>> book = RunBook::open(fixture.path(QStringLiteral("book.sqlite")));
        QCOMPARE(*(*book)->rebuild(fixture.path(QStringLiteral("bert-runs"))), 2);
    }

    void runsStayInTheProjectWhereNoFolderIsGiven()
    {
        ProjectFixture fixture;
        fixture.runs = {fixture.addRun(QStringLiteral("first"))};
        QVERIFY(fixture.pack().isOk());
        const QString folder = fixture.path(QStringLiteral("bert/Wiese"));
        const Result<UnpackReport> opened = ProjectZip().unpack(fixture.zip(), {folder, {}, {}}, fixture.control, kNoProgress);
        QVERIFY2(opened.isOk(), qPrintable(messageOf(opened)));
        QCOMPARE(opened->runFolders, QStringList{folder + QStringLiteral("/runs/first")});
        const QString moved = fixture.path(QStringLiteral("bert/moved"));
        QVERIFY(QDir().rename(folder, moved)); // all of it: the run still knows its photos
        const Result<RunDetails> run = RunFolder(moved + QStringLiteral("/runs/first")).read();
        QCOMPARE(run->datasetPath, moved + QStringLiteral("/photos/photos.csv"));
        const Result<QList<PhotoResult>> answers = RunFolder(moved + QStringLiteral("/runs/first")).readPredictions(Subset::Test, run->classNames, run->datasetPath);
        QVERIFY(QFile::exists(answers->first().path));
    }

    void nothingPrivateGoesIn()
    {
        ProjectFixture fixture;
        fixture.runs = {fixture.addRun(QStringLiteral("first")), fixture.addRun(QStringLiteral("stopped"), RunState::Stopped)};
        const Result<PackReport> packed = fixture.pack();
        QVERIFY2(packed->notes.isEmpty(), qPrintable(packed->notes.join(QLatin1Char('\n'))));
        const Result<UnpackReport> opened = ProjectZip().unpack(fixture.zip(), {fixture.path(QStringLiteral("all")), {}, {}}, fixture.control, kNoProgress);
        QVERIFY2(opened.isOk(), qPrintable(messageOf(opened)));
        const QMap<QString, QByteArray> files = filesIn(opened->folder);
        QVERIFY(files.contains(QStringLiteral("runs/first/model-card.html")));
        QVERIFY(files.value(QStringLiteral("runs/first/model-card.html")).contains("odd.jpg: This is no file."));
        QVERIFY(files.value(QStringLiteral("runs/first/model-card.html")).contains("photos/daisy/broken.jpg: The file is empty."));
        const QByteArrayList secrets{fixture.folder.path().toUtf8(), "anna", QDir::homePath().toUtf8() + '/', "/tmp/"};
        for (auto file = files.cbegin(); file != files.cend(); ++file) {
            for (const QByteArray &secret : secrets)
                QVERIFY2(!file->contains(secret), qPrintable(file.key() + QLatin1String(" holds ") + QString::fromUtf8(secret)));
        }
    }

    void photosThatWereNotInItAreFoundByTheirContent()
    {
        ProjectFixture fixture;
        QVERIFY(fixture.pack(false).isOk());
        const Result<UnpackReport> opened = fixture.unpack();
        const Result<MissingPhotos> missing = missingPhotosOfList(opened->dataset, {});
        QVERIFY2(missing.isOk(), qPrintable(messageOf(missing)));
        QCOMPARE(missing->photos.size(), 24);
        const Result<FoundPhotos> found = findPhotos(missing->photos, fixture.path(QStringLiteral("home")), fixture.control, kNoProgress);
        QVERIFY2(found.isOk(), qPrintable(messageOf(found)));
        QCOMPARE(found->count(FoundBy::Content), 24);
    }

    void aRunThatIsKnownAlreadyGetsAnIdOfItsOwn()
    {
        ProjectFixture fixture;
        fixture.runs = {fixture.addRun(QStringLiteral("first"))};
        QVERIFY(fixture.pack().isOk());
        QCOMPARE(RunFolder(fixture.unpack(QStringLiteral("bert/one"))->runFolders.first()).read()->record.id, QStringLiteral("id-first"));
        const Result<UnpackReport> again = fixture.unpack(QStringLiteral("bert/two")); // one with this id lies there now
        const QString id = RunFolder(again->runFolders.first()).read()->record.id;
        QVERIFY(!id.isEmpty() && id != QLatin1String("id-first"));
        const Result<UnpackReport> third = ProjectZip().unpack(
            fixture.zip(), {fixture.path(QStringLiteral("bert/three")), fixture.path(QStringLiteral("other-runs")), {QStringLiteral("id-first")}},
            fixture.control, kNoProgress);
        QVERIFY(RunFolder(third->runFolders.first()).read()->record.id != QLatin1String("id-first"));
    }

    void aRunThatCannotGoInIsNamed()
    {
        ProjectFixture fixture;
        fixture.runs = {fixture.path(QStringLiteral("nowhere")), fixture.addRun(QStringLiteral("first")), fixture.addRun(QStringLiteral("training"))};
        RunLock lock(fixture.runs.last());
        QVERIFY(lock.take());
        const Result<PackReport> packed = fixture.pack();
        QCOMPARE(packed->runs, 1);
        QCOMPARE(packed->notes.size(), 2);
        QVERIFY(packed->notes.last().contains(QLatin1String("being trained")));
    }
};

FLOWER_TEST(tst_RunsInProjects)
#include "tst_RunsInProjects.moc"
