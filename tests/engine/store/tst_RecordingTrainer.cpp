// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RecordingTrainer.h"

#include "engine/store/InterruptedRun.h"
#include "engine/store/RunLock.h"
#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

namespace {

/// Sends what a run of two epochs sends.
class ShortTrainer : public Trainer
{
public:
    bool failsAtOnce = false;
    int resumed = 0;

    TrainingSummary resume(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                           const TrainingEventSink &sink) override
    {
        ++resumed;
        return train(config, dataset, runId, control, sink);
    }
    TrainingSummary train(const TrainingConfig &, const Dataset &, const QString &runId, RunControl &,
                          const TrainingEventSink &sink) override
    {
        RunFinished finished;
        if (failsAtOnce) {
            finished.summary.state = RunState::Failed;
            finished.error = Error{ErrorCode::Unreadable, QStringLiteral("no")};
            sink({runId, finished});
            return finished.summary;
        }
        RunStarted started;
        started.classes = 2;
        sink({runId, started});
        for (int number = 1; number <= 2; ++number) {
            EpochResult epoch;
            epoch.epoch = number;
            epoch.valTop1 = 0.5 * number;
            epoch.isBest = true;
            sink({runId, epoch});
        }
        finished.summary.epochsDone = 2;
        finished.summary.bestEpoch = 2;
        finished.summary.test = summarize(Subset::Test, {{QStringLiteral("/a.jpg"), 0, {0, 1}, {0.9, 0.1}, 0.1}}, 0);
        finished.summary.seconds = 3;
        sink({runId, finished});
        return finished.summary;
    }
};

} // namespace

class tst_RecordingTrainer : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    RunControl m_control;

    [[nodiscard]] TrainingConfig configFor(const QString &run) const
    {
        TrainingConfig config;
        config.runFolder = m_folder.filePath(run);
        QDir().mkpath(config.runFolder);
        return config;
    }
    static Dataset dataset()
    {
        Dataset dataset;
        dataset.name = QStringLiteral("two");
        dataset.classNames = {QStringLiteral("a"), QStringLiteral("b")};
        return dataset;
    }

private Q_SLOTS:
    void writesTheFilesBeforeTheEndIsHeard()
    {
        const TrainingConfig config = configFor(QStringLiteral("run"));
        const QString bookFile = m_folder.filePath(QStringLiteral("runs.sqlite"));
        RecordingTrainer trainer(std::make_shared<ShortTrainer>(), bookFile, QStringLiteral("lib"));
        bool ended = false;
        trainer.train(config, dataset(), QStringLiteral("id"), m_control, [&](const TrainingEvent &event) {
            QVERIFY(!std::holds_alternative<Notice>(event.what));
            if (std::holds_alternative<RunFinished>(event.what)) {
                const auto details = RunFolder(config.runFolder).read();
                QVERIFY(details);
                QCOMPARE(details->record.state, RunState::Completed);
                QCOMPARE(details->epochs.size(), 2);
                QCOMPARE(details->record.bestValTop1, 1.0);
                QCOMPARE(details->test->photos, 1);
                for (const char *name : {"/predictions-test.csv", "/model-card.html", "/model-card.json"})
                    QVERIFY2(QFile::exists(config.runFolder + QLatin1String(name)), name);
                ended = true;
            }
        });
        QVERIFY(ended);
        const auto book = RunBook::open(bookFile);
        QCOMPARE((*book)->runs()->size(), 1);
        QCOMPARE((*book)->runs()->first().id, QStringLiteral("id"));
        QCOMPARE((*book)->runs()->first().testTop1, 1.0);
    }

    void theCardCountsEarlierTests()
    {
        QTemporaryDir runs;
        const auto earlierTestsIn = [&](const QString &name, const QString &bookFile) {
            TrainingConfig config;
            config.runFolder = runs.filePath(name);
            QDir().mkpath(config.runFolder);
            RecordingTrainer(std::make_shared<ShortTrainer>(), bookFile, QString())
                .train(config, dataset(), name, m_control, [](const TrainingEvent &) {});
            QFile card(config.runFolder + QStringLiteral("/model-card.json"));
            return card.open(QIODevice::ReadOnly)
                ? QJsonDocument::fromJson(card.readAll()).object().value(QStringLiteral("earlier_tests")).toInt(-1) : -1;
        };
        // A run counts as earlier from the next second on: run.json holds whole seconds.
        RunDetails before;
        before.record.id = QStringLiteral("before");
        before.record.startedAt = QDateTime(QDate(2020, 1, 1), QTime(0, 0), Qt::UTC);
        before.record.splitHash = dataset().splitHash();
        before.test = Evaluation();
        QVERIFY(QDir().mkpath(runs.filePath(QStringLiteral("before"))));
        QVERIFY(RunFolder(runs.filePath(QStringLiteral("before"))).writeRun(before));
        QCOMPARE(earlierTestsIn(QStringLiteral("beside"), QString()), 1);
        const QString bookFile = runs.filePath(QStringLiteral("book.sqlite"));
        QCOMPARE(*(*RunBook::open(bookFile))->rebuild(runs.path()), 2);
        QVERIFY(earlierTestsIn(QStringLiteral("with-book"), bookFile) >= 1);
    }

    void aRunWithoutAModelHasNoCard()
    {
        const auto failing = std::make_shared<ShortTrainer>();
        failing->failsAtOnce = true;
        const TrainingConfig config = configFor(QStringLiteral("no-card"));
        RecordingTrainer(failing, QString(), QString()).train(config, dataset(), QStringLiteral("id"), m_control, [](const auto &) {});
        QVERIFY(!QFile::exists(config.runFolder + QStringLiteral("/model-card.html")));
    }

    void refusesAFolderWithAModel()
    {
        const TrainingConfig config = configFor(QStringLiteral("taken"));
        QFile model(config.runFolder + QStringLiteral("/model.safetensors"));
        QVERIFY(model.open(QIODevice::WriteOnly));
        RecordingTrainer trainer(std::make_shared<ShortTrainer>(), QString(), QString());
        int events = 0;
        trainer.train(config, dataset(), QStringLiteral("id"), m_control, [&](const TrainingEvent &event) {
            ++events;
            QVERIFY(std::get<RunFinished>(event.what).error);
        });
        QCOMPARE(events, 1);
        QVERIFY(!QFile::exists(config.runFolder + QStringLiteral("/run.json")));
    }

    void aFolderInWhichAnotherTrainsIsRefused()
    {
        const TrainingConfig config = configFor(QStringLiteral("locked"));
        RunLock other(config.runFolder);
        QVERIFY(other.take());
        QVERIFY(RunLock::isTaken(config.runFolder));
        const auto inner = std::make_shared<ShortTrainer>();
        std::optional<Error> error;
        const TrainingEventSink sink = [&](const TrainingEvent &event) { error = std::get<RunFinished>(event.what).error; };
        RecordingTrainer(inner, QString(), QString()).train(config, dataset(), QStringLiteral("id"), m_control, sink);
        QVERIFY(error && error->message.contains(QStringLiteral("Another program")));
        QVERIFY(!QFile::exists(config.runFolder + QStringLiteral("/run.json")));
    }

    void anInterruptedRunIsReadAndGoesOn()
    {
        const TrainingConfig config = configFor(QStringLiteral("interrupted"));
        Dataset photos = dataset();
        photos.classNames = {QStringLiteral("zinnia, \"red\""), QStringLiteral("=a")}; // an order of its own
        photos.splitSeed = (quint64{1} << 63) + 1;
        photos.rootPath = QStringLiteral("/photos");
        photos.samples = {{QStringLiteral("/photos/2,.jpg"), 0, Subset::Test},
                          {QStringLiteral("/photos/1\n.jpg"), 1, Subset::Train},
                          {QStringLiteral("/photos/3.jpg"), 0, Subset::Validation}};
        const auto inner = std::make_shared<ShortTrainer>();
        RecordingTrainer trainer(inner, QString(), QString());
        QVERIFY(!readInterruptedRun(config.runFolder)); // nothing there
        std::optional<Result<InterruptedRun>> meanwhile;
        trainer.train(config, photos, QStringLiteral("the id"), m_control, [&](const TrainingEvent &event) {
            if (std::holds_alternative<EpochResult>(event.what))
                meanwhile = readInterruptedRun(config.runFolder);
        });
        QVERIFY(meanwhile && *meanwhile);
        const InterruptedRun &run = **meanwhile;
        QCOMPARE(run.record.id, QStringLiteral("the id"));
        QCOMPARE(run.record.state, RunState::Training);
        QCOMPARE(run.config, config);
        QCOMPARE(run.dataset.samples, photos.samples);
        QCOMPARE(run.dataset.classNames, photos.classNames);
        QCOMPARE(run.dataset.splitSeed, photos.splitSeed);
        QCOMPARE(run.dataset.splitHash(), photos.splitHash());
        QVERIFY(!readInterruptedRun(config.runFolder)); // completed

        trainer.resume(run.config, run.dataset, run.record.id, m_control, [](const TrainingEvent &) {});
        QCOMPARE(inner->resumed, 1);
        const Result<RunDetails> after = RunFolder(config.runFolder).read();
        QVERIFY(after);
        QCOMPARE(after->record.startedAt, run.record.startedAt);
        QCOMPARE(after->epochs.size(), 2);
    }

    void photosAreKnownByTheirContent()
    {
        const TrainingConfig config = configFor(QStringLiteral("contents/run"));
        Dataset photos = dataset();
        photos.rootPath = m_folder.filePath(QStringLiteral("contents/photos"));
        QVERIFY(QDir().mkpath(photos.rootPath));
        const auto put = [&](int number, const QByteArray &bytes) {
            QFile file(photos.rootPath + QStringLiteral("/%1.jpg").arg(number));
            return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
        };
        for (int number = 0; number < 4; ++number) {
            QVERIFY(put(number, "photo " + QByteArray::number(number)));
            photos.samples.append({photos.rootPath + QStringLiteral("/%1.jpg").arg(number), 0, Subset::Train});
        }
        photos.samples.append({photos.rootPath + QStringLiteral("/gone.jpg"), 0, Subset::Train});
        RecordingTrainer trainer(std::make_shared<ShortTrainer>(), QString(), QString());
        QStringList notices;
        const TrainingEventSink sink = [&](const TrainingEvent &event) {
            if (const auto *notice = std::get_if<Notice>(&event.what))
                notices.append(notice->text);
        };
        trainer.train(config, photos, QStringLiteral("id"), m_control, sink);
        const Result<RunSplit> first = readSplit(config.runFolder, photos.classNames);
        QVERIFY(first);
        QCOMPARE(first->samples, photos.samples);
        QCOMPARE(first->contents.at(1).bytes, 7);
        QCOMPARE(first->contents.at(1).sha256, QCryptographicHash::hash("photo 1", QCryptographicHash::Sha256));
        QCOMPARE(first->contents.last(), PhotoContent());
        QVERIFY(notices.isEmpty());

        QVERIFY(put(1, "photo X")); // of the same size
        QVERIFY(QFile::remove(photos.samples.at(2).path));
        trainer.resume(config, photos, QStringLiteral("id"), m_control, sink);
        QCOMPARE(notices.size(), 1);
        QVERIFY2(notices.first().contains(QStringLiteral("/1.jpg")) && !notices.first().contains(QStringLiteral("/2.jpg")),
                 qPrintable(notices.first()));
        QCOMPARE(*readSplit(config.runFolder, photos.classNames), *first); // what they were stays known
    }

    void photosThatWereMovedOneByOneAreTheSameSplit()
    {
        const TrainingConfig config = configFor(QStringLiteral("split"));
        Dataset photos = dataset();
        photos.rootPath = QStringLiteral("/photos");
        photos.samples = {{QStringLiteral("/photos/1.jpg"), 0, Subset::Train}, {QStringLiteral("/photos/2.jpg"), 1, Subset::Train}};
        RecordingTrainer trainer(std::make_shared<ShortTrainer>(), QString(), QString());
        trainer.train(config, photos, QStringLiteral("id"), m_control, [](const TrainingEvent &) {});
        const QString hash = RunFolder(config.runFolder).read()->record.splitHash;
        QCOMPARE(hash, photos.splitHash());
        photos.samples.first().path = QStringLiteral("/elsewhere/1.jpg");
        QVERIFY(photos.splitHash() != hash);
        trainer.resume(config, photos, QStringLiteral("id"), m_control, [](const TrainingEvent &) {});
        QCOMPARE(RunFolder(config.runFolder).read()->record.splitHash, hash);
    }

    void runsThatWereBrokenOffAreFound()
    {
        QTemporaryDir folder;
        const auto record = [&](const QString &name, RunState state) {
            RunRecord run;
            run.id = name;
            run.folder = folder.filePath(name);
            run.state = state;
            QDir().mkpath(run.folder);
            return run;
        };
        const QList<RunRecord> runs{record(QStringLiteral("killed"), RunState::Training), record(QStringLiteral("done"), RunState::Completed),
                                    record(QStringLiteral("stopped"), RunState::Stopped), record(QStringLiteral("old"), RunState::Training),
                                    record(QStringLiteral("goes on"), RunState::Paused)};
        for (const RunRecord &run : runs) {
            if (run.id != QStringLiteral("old"))
                QVERIFY(writeSplit(run.folder, dataset()));
        }
        RunLock lock(runs.last().folder);
        QVERIFY(lock.take());
        const QList<RunRecord> broken = brokenOffRuns(runs);
        QCOMPARE(broken.size(), 1);
        QCOMPARE(broken.first().id, QStringLiteral("killed"));
    }

    void aFolderThatCannotBeWrittenIsANotice()
    {
        TrainingConfig config = configFor(QStringLiteral("gone"));
        QVERIFY(QDir(config.runFolder).removeRecursively());
        QFile inItsPlace(config.runFolder);
        QVERIFY(inItsPlace.open(QIODevice::WriteOnly));
        RecordingTrainer trainer(std::make_shared<ShortTrainer>(), QString(), QString());
        int notices = 0;
        int ends = 0;
        trainer.train(config, dataset(), QStringLiteral("id"), m_control, [&](const TrainingEvent &event) {
            notices += std::holds_alternative<Notice>(event.what) ? 1 : 0;
            ends += std::holds_alternative<RunFinished>(event.what) ? 1 : 0;
        });
        QVERIFY(notices >= 1);
        QCOMPARE(ends, 1);
    }

    void aRunThatNeverBeganIsNotListed()
    {
        const auto failing = std::make_shared<ShortTrainer>();
        failing->failsAtOnce = true;
        const QString bookFile = m_folder.filePath(QStringLiteral("empty.sqlite"));
        RecordingTrainer trainer(failing, bookFile, QString());
        trainer.train(configFor(QStringLiteral("failed")), dataset(), QStringLiteral("id"), m_control, [](const auto &) {});
        QVERIFY((*RunBook::open(bookFile))->runs()->isEmpty());
    }
};

FLOWER_TEST(tst_RecordingTrainer)
#include "tst_RecordingTrainer.moc"
