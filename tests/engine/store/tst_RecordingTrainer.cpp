// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RecordingTrainer.h"

#include "engine/store/RunFolder.h"
#include "tests/support/TestMain.h"

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

    void aFolderThatCannotBeWrittenIsANotice()
    {
        TrainingConfig config = configFor(QStringLiteral("gone"));
        QVERIFY(QDir(config.runFolder).removeRecursively());
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
