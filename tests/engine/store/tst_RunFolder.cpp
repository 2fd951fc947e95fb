// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RunFolder.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_RunFolder : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    void write(const QString &name, const QByteArray &bytes) const
    {
        QVERIFY(QDir(m_folder.path()).mkpath(QFileInfo(name).path()));
        QFile file(m_folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
    }

private Q_SLOTS:
    void readsWhatItWrote()
    {
        RunDetails details;
        details.record.id = QStringLiteral("id");
        details.record.folder = m_folder.path();
        details.record.datasetName = QStringLiteral("Rosen, Nelken");
        details.record.photos = 10;
        details.record.classes = 2;
        details.record.width = 0.5;
        details.record.startedAt = QDateTime(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC);
        details.record.state = RunState::Completed;
        details.record.epochsDone = 2;
        details.record.bestValTop1 = 0.75;
        details.record.testTop1 = 0.5;
        details.record.seconds = 12.5;
        details.config.width = 0.5;
        details.config.seed = 77;
        details.datasetPath = QStringLiteral("/photos");
        details.record.splitHash = QStringLiteral("abc");
        details.classNames = {QStringLiteral("=rose, \"red\""), QStringLiteral("Nelke")};
        details.start = {2, 6, 2, 2, details.config.head.epochs, details.config.fineTune.epochs, 1234, 5678,
                         QStringLiteral("cpu"), 2};
        details.libraries = QStringLiteral("LibTorch");
        details.bestEpoch = 2;
        details.headValTop1 = 0.7;
        details.skippedPhotos = 1;
        details.calibration = {1.5, 0.75, std::nullopt};
        details.test = summarize(Subset::Test, {{QStringLiteral("/p/1,2.jpg"), 0, {1, 0}, {0.75, 0.25}, 1.5},
                                                {QStringLiteral("/p/3.jpg"), 1, {1, 0}, {0.5, 0.5}, 0.5}}, 1);
        details.test->results[0].confidenceBefore = 0.875; // the second one's is unknown, as in the files of older runs
        EpochResult epoch;
        epoch.epoch = 1;
        epoch.trainLoss = 0.125;
        epoch.isBest = true;
        details.epochs = {epoch, epoch};
        details.epochs[1].epoch = 2;
        details.epochs[1].phase = Phase::FineTune;

        RunFolder folder(m_folder.path());
        QVERIFY(folder.writePredictions(*details.test, details.classNames, details.datasetPath));
        const QList<PhotoResult> photos = details.test->results;
        details.test->results.clear();
        QVERIFY(folder.writeRun(details));
        QVERIFY(folder.writeEpochs(details.epochs));
        const Result<RunDetails> read = folder.read();
        QVERIFY(read);
        QCOMPARE(read->record, details.record);
        QCOMPARE(read->epochs, details.epochs);
        QCOMPARE(read->test, details.test);
        QVERIFY(*read == details);
        const auto predictions = folder.readPredictions(Subset::Test, details.classNames, details.datasetPath);
        QVERIFY(predictions);
        QCOMPARE(*predictions, photos);
    }

    void aProjectThatWasMovedFindsItsPhotos()
    {
        const QString project = m_folder.filePath(QStringLiteral("project"));
        QVERIFY(QDir().mkpath(project + QStringLiteral("/runs/1")) && QDir().mkpath(project + QStringLiteral("/photos")));
        RunDetails details;
        details.record.id = QStringLiteral("id");
        details.datasetPath = project + QStringLiteral("/photos");
        const QStringList names{QStringLiteral("a"), QStringLiteral("b")};
        const QList<PhotoResult> photos{{details.datasetPath + QStringLiteral("/a/1.jpg"), 0, {0, 1}, {0.75, 0.25}, 1.5},
                                        {QStringLiteral("/elsewhere/2.jpg"), 1, {1, 0}, {0.75, 0.25}, 1.5}};
        RunFolder folder(project + QStringLiteral("/runs/1"));
        QVERIFY(folder.writeRun(details));
        QVERIFY(folder.writePredictions(summarize(Subset::Test, photos, 0), names, details.datasetPath));
        const QString moved = m_folder.filePath(QStringLiteral("moved"));
        QVERIFY(QDir().rename(project, moved));
        const RunFolder there(moved + QStringLiteral("/runs/1"));
        const auto read = there.read();
        QVERIFY(read);
        QCOMPARE(read->datasetPath, moved + QStringLiteral("/photos"));
        const auto results = there.readPredictions(Subset::Test, names, read->datasetPath);
        QVERIFY(results);
        QCOMPARE(results->at(0).path, moved + QStringLiteral("/photos/a/1.jpg"));
        QCOMPARE(results->at(1).path, photos.at(1).path);
    }

    void aRunCallsNoOtherComputer()
    {
        write(QStringLiteral("strange/run.json"), "{\"version\":1,\"id\":\"x\",\"dataset\":{\"path\":\"//computer/photos\"}}");
        write(QStringLiteral("strange/predictions-test.csv"), "path,label,loss,top1,p1\n//computer/photos/1.jpg,a,0,a,1\n"
                                                              "\\\\computer\\2.jpg,a,0,a,1\n/photos/3.jpg,a,0,a,1\n");
        const QString here = m_folder.filePath(QStringLiteral("strange"));
        const auto read = RunFolder(here).read();
        QVERIFY(read);
        QCOMPARE(read->datasetPath, here + QStringLiteral("/computer/photos"));
        const auto results = RunFolder(here).readPredictions(Subset::Test, {QStringLiteral("a")}, read->datasetPath);
        QVERIFY(results);
        QCOMPARE(results->at(0).path, read->datasetPath + QStringLiteral("/computer/photos/1.jpg"));
        QCOMPARE(results->at(1).path, read->datasetPath + QStringLiteral("/computer/2.jpg"));
        QCOMPARE(results->at(2).path, QStringLiteral("/photos/3.jpg"));
    }

    void whatEarlierVersionsDidNotWriteIsUnknown()
    {
        write(QStringLiteral("old/run.json"), R"({"version":1,"id":"x","settings":{"finetune":{"augmentation":{}}},"results":{"test":{"photos":4,"top1":0.75,"top5":1}}})");
        const auto read = RunFolder(m_folder.filePath(QStringLiteral("old"))).read();
        QVERIFY(read);
        QVERIFY(read->test);
        QCOMPARE(read->test->top1, 0.75);
        QVERIFY(!read->test->top5Interval && !read->test->meanPerClassInterval);
        QCOMPARE(read->calibration, Calibration());
        QVERIFY(read->record.splitHash.isEmpty());
        QCOMPARE(read->config.viewSize(read->config.fineTune), 224); // nothing smaller was known, whatever the default is today
    }

    void namesThatSpreadsheetsWouldRunComeBackAsTheyWere()
    {
        const QStringList names{QStringLiteral("=rose"), QStringLiteral("'=rose"), QStringLiteral("a\nb"), QStringLiteral("-1.5")};
        QList<PhotoResult> photos;
        for (int label = 0; label < names.size(); ++label)
            photos.append({QStringLiteral("/p/%1.jpg").arg(label), label, {label, 0}, {0.75, 0.25}, 1.5});
        RunFolder folder(m_folder.filePath(QStringLiteral("names")));
        QVERIFY(QDir().mkpath(m_folder.filePath(QStringLiteral("names"))));
        const Evaluation evaluation = summarize(Subset::Test, photos, 1);
        QVERIFY(folder.writePredictions(evaluation, names, QString()));
        const auto read = folder.readPredictions(Subset::Test, names, QString());
        QVERIFY2(read, read ? "" : qPrintable(read.error().message));
        QCOMPARE(*read, evaluation.results);
        QFile file(m_folder.filePath(QStringLiteral("names/predictions-test.csv")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray csv = file.readAll();
        QVERIFY(!csv.contains(",=rose") && csv.contains(",-1.5,"));
    }

    void numbersThatCannotBeAreLeftOut()
    {
        write(QStringLiteral("numbers/run.json"), R"({"version":1,"id":"x","network":{"parameters":1e300,"multiply_adds":-1e300},
            "results":{"calibration":{"temperature":-2}}})");
        const auto read = RunFolder(m_folder.filePath(QStringLiteral("numbers"))).read();
        QVERIFY(read);
        QCOMPARE(read->start.parameters, 0);
        QCOMPARE(read->start.multiplyAdds, 0);
        QCOMPARE(read->calibration.temperature, 1.0);
    }

    void hugeFilesAreNotRead()
    {
        write(QStringLiteral("huge/run.json"), R"({"version":1,"id":"x"})");
        QFile file(m_folder.filePath(QStringLiteral("huge/run.json")));
        QVERIFY(file.resize(17 << 20)); // a hole that takes no room
        const RunFolder folder(m_folder.filePath(QStringLiteral("huge")));
        QCOMPARE(folder.read().error().code, ErrorCode::Unreadable);
        write(QStringLiteral("huge/predictions-test.csv"), QByteArray(1'000'001, '\n'));
        QCOMPARE(folder.readPredictions(Subset::Test, {}, {}).error().code, ErrorCode::Unreadable);
    }

    void readsTheFoldersOfAParent()
    {
        write(QStringLiteral("parent/b/run.json"), R"({"version":1,"id":"second"})");
        write(QStringLiteral("parent/a/run.json"), R"({"version":1,"id":"first"})");
        write(QStringLiteral("parent/c/notes.txt"), "no run");
        const QList<RunDetails> runs = readRunFolders(m_folder.filePath(QStringLiteral("parent")));
        QCOMPARE(runs.size(), 2);
        QCOMPARE(runs.first().record.id, QStringLiteral("first"));
        QVERIFY(readRunFolders(m_folder.filePath(QStringLiteral("nowhere"))).isEmpty());
    }

    void refusesWhatIsNoRun_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ErrorCode>("code");
        QTest::newRow("empty") << QByteArray() << ErrorCode::Unreadable;
        QTest::newRow("array") << QByteArray("[1]") << ErrorCode::Unreadable;
        QTest::newRow("cut off") << QByteArray(R"({"version":1,"id":"x",)") << ErrorCode::Unreadable;
        QTest::newRow("newer") << QByteArray(R"({"version":3,"id":"x"})") << ErrorCode::Unsupported;
        QTest::newRow("bad settings") << QByteArray(R"({"version":1,"id":"x","settings":{"seed":"no"}})")
                                      << ErrorCode::Unreadable;
    }
    void refusesWhatIsNoRun()
    {
        QFETCH(QByteArray, json);
        QFETCH(ErrorCode, code);
        write(QStringLiteral("bad/run.json"), json);
        const auto read = RunFolder(m_folder.filePath(QStringLiteral("bad"))).read();
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QVERIFY(read.error().message.contains(QStringLiteral("run.json")));
    }

    void aMissingFolderIsNotFound()
    {
        QCOMPARE(RunFolder(m_folder.filePath(QStringLiteral("nowhere"))).read().error().code, ErrorCode::NotFound);
    }
};

FLOWER_TEST(tst_RunFolder)
#include "tst_RunFolder.moc"
