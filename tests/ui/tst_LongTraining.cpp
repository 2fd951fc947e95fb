// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"
#include "tests/ui/LongestTurn.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"

#include <QAbstractItemView>
#include <QFile>
#include <QRandomGenerator>
#include <QTest>

#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

#ifdef Q_OS_LINUX
#include <unistd.h>
#endif

using namespace flower;
using namespace flower::testing;

namespace {

constexpr int kEpochs = 1000;
constexpr int kBatches = 144; ///< an epoch of 43 seconds: 144 batches of 32 photos at 107 photos a second
constexpr int kBatchesATime = 3; ///< between two events of progress

/// Sends what twelve hours of training send, as fast as the window takes it.
class TwelveHourTrainer : public Trainer
{
public:
    std::atomic<int> sent{0};
    std::atomic<int> taken{0};

    TrainingSummary resume(const TrainingConfig &config, const Dataset &dataset, const QString &runId, RunControl &control,
                           const TrainingEventSink &sink) override
    {
        return train(config, dataset, runId, control, sink);
    }
    TrainingSummary train(const TrainingConfig &, const Dataset &dataset, const QString &runId, RunControl &control,
                          const TrainingEventSink &sink) override
    {
        QRandomGenerator random(1);
        const auto send = [&](auto what) {
            while (sent - taken > 20 && !control.isStopRequested())
                std::this_thread::sleep_for(std::chrono::milliseconds(1));
            ++sent;
            sink({runId, std::move(what)});
        };
        send(RunStarted{dataset.classCount(), 4608, 600, 600, 0, kEpochs, 2245649, 299516032, QStringLiteral("cpu"), 2});
        send(StateChanged{RunState::Training});
        for (int number = 1; number <= kEpochs && !control.isStopRequested(); ++number) {
            const double quality = 0.95 - 0.7 * std::exp(-number / 90.0);
            for (int batch = 0; batch < kBatches; batch += kBatchesATime) {
                Progress progress;
                progress.phase = Phase::FineTune;
                progress.epoch = number;
                progress.epochs = kEpochs;
                progress.batch = batch;
                progress.batches = kBatches;
                progress.imagesPerSecond = 107;
                progress.secondsLeft = 43.0 * (kEpochs - number);
                progress.memoryBytes = 1'100'000'000;
                for (int step = 0; step < kBatchesATime; ++step) {
                    const double noise = 0.2 * (random.generateDouble() - 0.5);
                    progress.points.append({number - 1 + (batch + step + 1.0) / kBatches, 2 * (1 - quality) + noise + 0.1,
                                            std::clamp(quality + noise, 0.0, 1.0), 1e-4});
                }
                send(progress);
            }
            EpochResult epoch;
            epoch.phase = Phase::FineTune;
            epoch.epoch = number;
            epoch.trainLoss = 2 * (1 - quality) + 0.1;
            epoch.valLoss = 2 * (1 - quality) + 0.15;
            epoch.trainTop1 = quality;
            epoch.valTop1 = quality - 0.02 + 0.01 * (random.generateDouble() - 0.5);
            epoch.valTop5 = 0.99;
            epoch.learningRate = 1e-4;
            epoch.seconds = 43;
            send(epoch);
        }
        RunFinished finished;
        finished.summary.runId = runId;
        finished.summary.state = RunState::Stopped;
        finished.summary.epochsDone = kEpochs;
        sink({runId, StateChanged{RunState::Stopped}});
        sink({runId, finished});
        return finished.summary;
    }
};

/// Resident memory of this process, in MB; 0 where it isn't known.
double residentMegabytes()
{
#ifdef Q_OS_LINUX
    QFile file(QStringLiteral("/proc/self/statm"));
    if (file.open(QIODevice::ReadOnly))
        return static_cast<double>(file.readAll().split(' ').value(1).toLongLong() * sysconf(_SC_PAGESIZE)) / 1e6;
#endif
    return 0.0;
}

} // namespace

/// Twelve hours of a training's events against the window: memory stays flat, the curves smooth.
class tst_LongTraining : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void twelveHours()
    {
        WindowFixture fixture;
        const auto trainer = std::make_shared<TwelveHourTrainer>();
        TrainingSession training(trainer);
        fixture.context.training = &training;
        MainWindow window(fixture.context);
        window.resize(1280, 800);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        click(window, "useSamples");
        QTRY_VERIFY(window.workspace()->hasDataset());
        int epochs = 0;
        double afterQuarter = 0.0;
        connect(&training, &TrainingSession::eventReceived, this, [&](const TrainingEvent &event) {
            ++trainer->taken;
            if (std::holds_alternative<EpochResult>(event.what) && ++epochs == kEpochs / 4)
                afterQuarter = residentMegabytes();
        });
        TrainingConfig config = window.workspace()->config();
        config.head.epochs = 0;
        config.fineTune.epochs = kEpochs;
        window.workspace()->setConfig(config);
        window.showPage(MainWindow::Train);
        LongestTurn turns;
        click(window, "startTraining");
        QVERIFY(training.isRunning());
        QTRY_VERIFY_WITH_TIMEOUT(!training.isRunning(), 500'000);
        QCOMPARE(epochs, kEpochs);
        QCOMPARE(window.findChild<QAbstractItemView *>(QStringLiteral("epochTable"))->model()->rowCount(), kEpochs);
        const double worst = turns.worst("twelve hours of events");
        const double grown = residentMegabytes() - afterQuarter;
        qInfo("%d events; the last nine hours took %.1f MB", trainer->taken.load(), grown);
#ifdef Q_OS_LINUX
        QVERIFY2(worst < LongestTurn::kBound, qPrintable(QString::number(worst)));
        // The 108,000 batches of nine hours are 3.5 MB as they come, and are kept for two charts.
        QVERIFY2(grown < (kIsSanitized ? 150 : 30), qPrintable(QString::number(grown)));
#endif
    }
};

FLOWER_TEST(tst_LongTraining)
#include "tst_LongTraining.moc"
