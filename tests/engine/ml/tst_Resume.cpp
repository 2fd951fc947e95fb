// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/Engine.h"
#include "engine/ml/training/CheckpointFolder.h"
#include "engine/ml/weights/ModelFile.h"
#include "tests/engine/ml/DrawnPhotos.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace flower;

namespace {

/// What a run makes that has to be the same, however often it was interrupted.
struct Outcome {
    QList<EpochResult> epochs; ///< without their times
    TrainingSummary summary;
    std::optional<Error> error;
    QStringList notices;
};

void copyFolder(const QString &from, const QString &to)
{
    QDir().mkpath(to);
    for (const QFileInfo &item : QDir(from).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot)) {
        const QString target = QDir(to).filePath(item.fileName());
        if (item.isDir())
            copyFolder(item.filePath(), target);
        else
            QVERIFY(QFile::copy(item.filePath(), target) || !QFile::exists(item.filePath())); // it was renamed meanwhile
    }
}

} // namespace

/// Runs that are interrupted end as if they hadn't been. A copy of the run's folder, taken while it trains, is what a kill at that
/// moment would leave.
class tst_Resume : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    Dataset m_dataset;
    int m_runs = 0;

    using Watch = std::function<void(const TrainingEvent &, RunControl &)>;

    [[nodiscard]] TrainingConfig tiny()
    {
        TrainingConfig config;
        config.width = 0.35;
        config.imageSize = 32;
        config.head.epochs = 2;
        config.fineTune.epochs = 3;
        config.head.batchSize = config.fineTune.batchSize = 16;
        config.fineTune.learningRate = 1e-3;
        config.featureViews = 2;
        config.threads = 1;
        config.runFolder = m_folder.filePath(QStringLiteral("run%1").arg(++m_runs));
        return config;
    }
    Outcome run(const TrainingConfig &config, bool resumes, const Watch &watch = {})
    {
        Outcome outcome;
        RunControl control;
        const TrainingEventSink sink = [&](const TrainingEvent &event) {
            if (const auto *epoch = std::get_if<EpochResult>(&event.what)) {
                outcome.epochs.append(*epoch);
                outcome.epochs.last().seconds = outcome.epochs.last().imagesPerSecond = 0.0;
            } else if (const auto *notice = std::get_if<Notice>(&event.what)) {
                outcome.notices.append(notice->text);
            } else if (const auto *finished = std::get_if<RunFinished>(&event.what)) {
                outcome.summary = finished->summary;
                outcome.error = finished->error;
            }
            if (watch)
                watch(event, control);
        };
        const std::shared_ptr<Trainer> trainer = makeTrainer();
        resumes ? trainer->resume(config, m_dataset, QStringLiteral("id"), control, sink)
                : trainer->train(config, m_dataset, QStringLiteral("id"), control, sink);
        return outcome;
    }
    /// As run(), where a kill at some moment left `folder`.
    Outcome resumed(TrainingConfig config, const QString &folder)
    {
        config.runFolder = folder;
        return run(config, true);
    }
    static void compare(const Outcome &now, const Outcome &before)
    {
        QVERIFY2(!now.error, now.error ? qPrintable(now.error->message) : "");
        QCOMPARE(now.summary.state, RunState::Completed);
        QCOMPARE(now.epochs, before.epochs);
        QCOMPARE(now.summary.bestEpoch, before.summary.bestEpoch);
        QCOMPARE(now.summary.headValTop1, before.summary.headValTop1);
        QCOMPARE(now.summary.validation, before.summary.validation);
        QCOMPARE(now.summary.test, before.summary.test);
        QCOMPARE(now.summary.calibration, before.summary.calibration);
        const Result<SafetensorsContent> made = readSafetensors(now.summary.modelPath);
        const Result<SafetensorsContent> expected = readSafetensors(before.summary.modelPath);
        QVERIFY(made && expected);
        QCOMPARE(made->tensors.size(), expected->tensors.size());
        for (const auto &[name, tensor] : expected->tensors)
            QVERIFY2(torch::equal(tensor, made->tensors.at(name)), name.c_str());
        QVERIFY(!QDir(QDir(now.summary.runFolder).filePath(QStringLiteral("checkpoints"))).exists());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const Result<Dataset> few = testing::fewDrawnPhotos(m_folder.path());
        QVERIFY(few);
        m_dataset = *few;
    }

    void endsAsIfUndisturbed_data()
    {
        QTest::addColumn<std::function<void(TrainingConfig &)>>("settings");
        using Settings = std::function<void(TrainingConfig &)>;
        QTest::newRow("default") << Settings([](TrainingConfig &) {});
        QTest::newRow("all blocks and their statistics") << Settings([](TrainingConfig &config) {
            config.learningBlocks = kBlockCount;
            config.batchNormLearns = true;
            config.fineTune.optimizer = Optimizer::Sgd;
        });
        QTest::newRow("averaged and mixed") << Settings([](TrainingConfig &config) {
            config.averageDecay = 0.9;
            config.fineTune.cutmixAlpha = 1.0;
            config.head.mixupAlpha = 0.4;
            config.testFlip = true;
        });
        QTest::newRow("plateau, the last epoch kept") << Settings([](TrainingConfig &config) {
            config.head.schedule = config.fineTune.schedule = Schedule::Plateau;
            config.head.plateauPatience = config.fineTune.plateauPatience = 1;
            config.keepBest = false;
        });
        QTest::newRow("photos seen anew, balanced") << Settings([](TrainingConfig &config) {
            config.featureViews = 0;
            config.classBalance = ClassBalance::Sampling;
        });
        QTest::newRow("ended early") << Settings([](TrainingConfig &config) {
            config.head.epochs = 6;
            config.head.earlyStopping = config.fineTune.earlyStopping = true;
            config.head.patience = config.fineTune.patience = 1;
            config.head.learningRate = 0.5;
        });
    }
    void endsAsIfUndisturbed()
    {
        QFETCH(const std::function<void(TrainingConfig &)>, settings);
        TrainingConfig config = tiny();
        settings(config);
        QStringList kills;
        int photosLearnt = 0;
        const Outcome whole = run(config, false, [&](const TrainingEvent &event, RunControl &control) {
            const auto *progress = std::get_if<Progress>(&event.what);
            const bool isEpoch = std::holds_alternative<EpochResult>(event.what);
            const auto *change = std::get_if<StateChanged>(&event.what);
            if (change && change->state == RunState::Paused)
                control.requestResume();
            else if (progress && progress->phase == Phase::FineTune && progress->activity == Activity::Learning && ++photosLearnt % 2 == 1)
                control.requestPause(); // and the next event comes when the state is on disk
            const bool isTesting = change && change->state == RunState::Testing;
            if (!isEpoch && !isTesting && !(change && change->state == RunState::Paused))
                return;
            kills.append(config.runFolder + QStringLiteral("-killed%1").arg(kills.size()));
            copyFolder(config.runFolder, kills.last());
        });
        QVERIFY(kills.size() >= whole.epochs.size() + 1);
        for (const QString &kill : std::as_const(kills))
            compare(resumed(config, kill), whole);
    }

    void aStoppedRunGoesOn()
    {
        const TrainingConfig config = tiny();
        const Outcome whole = run(config, false);
        TrainingConfig stopped = tiny();
        const Outcome half = run(stopped, false, [](const TrainingEvent &event, RunControl &control) {
            const auto *epoch = std::get_if<EpochResult>(&event.what);
            if (epoch && epoch->epoch == 3)
                control.requestStop();
        });
        QCOMPARE(half.summary.state, RunState::Stopped);
        QVERIFY(QFile::exists(half.summary.modelPath)); // usable meanwhile
        compare(run(stopped, true), whole);
    }

    void withNothingKeptItStartsAnew()
    {
        const TrainingConfig config = tiny();
        const Outcome whole = run(config, false);
        compare(run(tiny(), true), whole);
    }

    void theStateBeforeServesWhereTheLastIsDamaged()
    {
        const TrainingConfig config = tiny();
        const QString killed = config.runFolder + QStringLiteral("-killed");
        const Outcome whole = run(config, false, [&](const TrainingEvent &event, RunControl &) {
            const auto *epoch = std::get_if<EpochResult>(&event.what);
            if (epoch && epoch->epoch == 4)
                copyFolder(config.runFolder, killed);
        });
        const QDir states(killed + QStringLiteral("/checkpoints"));
        const QStringList names = states.entryList({QStringLiteral("state-*")}, QDir::Files, QDir::Name);
        QCOMPARE(names.size(), 2);
        QFile last(states.filePath(names.last()));
        QVERIFY(last.open(QIODevice::ReadWrite) && last.resize(last.size() / 2));
        compare(resumed(config, killed), whole);
        // And where none is whole, it says so and changes nothing.
        copyFolder(config.runFolder, killed + QStringLiteral("2"));
        const QString damaged = m_folder.filePath(QStringLiteral("damaged"));
        QDir().mkpath(damaged + QStringLiteral("/checkpoints"));
        QFile nonsense(damaged + QStringLiteral("/checkpoints/state-000001.safetensors"));
        QVERIFY(nonsense.open(QIODevice::WriteOnly) && nonsense.write("nonsense") == 8);
        nonsense.close();
        const Outcome refused = resumed(config, damaged);
        QCOMPARE(refused.summary.state, RunState::Failed);
        QVERIFY(refused.error && refused.error->message.contains(QStringLiteral("state-000001")));
        QVERIFY(QFile::exists(nonsense.fileName()));
    }

    void theBestEpochIsAModelMeanwhile()
    {
        const TrainingConfig config = tiny();
        int bestEpoch = 0;
        run(config, false, [&](const TrainingEvent &event, RunControl &) {
            const auto *epoch = std::get_if<EpochResult>(&event.what);
            if (epoch && epoch->isBest)
                bestEpoch = epoch->epoch;
            const auto *change = std::get_if<StateChanged>(&event.what);
            if (!change || change->state != RunState::Testing)
                return;
            const Result<LoadedModel> model = readModel(CheckpointFolder(config.runFolder).bestPath(bestEpoch));
            QVERIFY(model);
            QCOMPARE(model->info.classNames, m_dataset.classNames);
            QVERIFY(QDir(config.runFolder + QStringLiteral("/checkpoints")).entryList(QDir::Files).size() <= 7);
        });
    }

    void aPhotoThatIsGoneIsSaid()
    {
        const TrainingConfig config = tiny();
        const QString killed = config.runFolder + QStringLiteral("-killed");
        run(config, false, [&](const TrainingEvent &event, RunControl &) {
            const auto *epoch = std::get_if<EpochResult>(&event.what);
            if (epoch && epoch->epoch == 3)
                copyFolder(config.runFolder, killed);
        });
        const Dataset whole = m_dataset;
        m_dataset.samples[0].path = m_folder.filePath(QStringLiteral("gone.png"));
        const Outcome outcome = resumed(config, killed);
        m_dataset = whole;
        QCOMPARE(outcome.summary.state, RunState::Completed);
        QCOMPARE(outcome.summary.skippedPhotos, 1);
        QCOMPARE(outcome.notices.filter(QStringLiteral("can be read now")).size(), 1);
    }

    void whatAKillLeftHalfDoneIsTakenAway()
    {
        const TrainingConfig config = tiny();
        const QString killed = config.runFolder + QStringLiteral("-killed");
        const Outcome whole = run(config, false, [&](const TrainingEvent &event, RunControl &) {
            const auto *epoch = std::get_if<EpochResult>(&event.what);
            if (epoch && epoch->epoch == 3)
                copyFolder(config.runFolder, killed);
        });
        for (const char *name : {"/checkpoints/state-000009.safetensors.aBcdEf", "/features-Xy12Zw.tmp", "/features-mine.tmp"}) {
            QFile half(killed + QLatin1String(name));
            QVERIFY(half.open(QIODevice::WriteOnly) && half.write("half") == 4);
        }
        compare(resumed(config, killed), whole); // also that the checkpoints' folder is gone
        QVERIFY(!QFile::exists(killed + QStringLiteral("/features-Xy12Zw.tmp")));
        QVERIFY(QFile::exists(killed + QStringLiteral("/features-mine.tmp"))); // not ours
    }

    void aFolderThatGoesAwayDoesNotEndTheRun()
    {
        const TrainingConfig config = tiny();
        const Outcome outcome = run(config, false, [&](const TrainingEvent &event, RunControl &) {
            const auto *epoch = std::get_if<EpochResult>(&event.what);
            if (epoch && epoch->epoch == 2) // in one step: file by file, the thread that keeps states could put one there meanwhile
                QVERIFY(QDir().rename(config.runFolder + QStringLiteral("/checkpoints"), config.runFolder + QStringLiteral("/gone")));
        });
        QCOMPARE(outcome.summary.state, RunState::Completed);
        QVERIFY(QFile::exists(outcome.summary.modelPath));
        QCOMPARE(outcome.notices.filter(QStringLiteral("can't be kept on disk")).size(), 1); // once
    }
};

FLOWER_TEST(tst_Resume)
#include "tst_Resume.moc"
