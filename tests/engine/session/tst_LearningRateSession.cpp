// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/LearningRateSession.h"

#include "tests/support/TestMain.h"

#include <QTest>
#include <QThread>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace flower;

namespace {

/// Finds the seed of the settings as the rate, and waits while `held`.
class SeedFinder : public LearningRateFinder
{
public:
    std::atomic_bool held = false;

    Result<LearningRateCurve> find(const TrainingConfig &config, const Dataset &dataset, Phase, RunControl &control,
                                   const LearningRateSink &sink) override
    {
        if (config.seed == 0)
            throw std::runtime_error("broken on purpose");
        sink({Activity::Learning, 1, 100, {{1e-6, 2.0, 2.0}}});
        while (held && !control.isStopRequested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (control.isStopRequested())
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        if (dataset.samples.isEmpty())
            return Error{ErrorCode::InvalidArgument, QStringLiteral("No photos.")};
        LearningRateCurve curve;
        curve.suggestedBy = SuggestedBy::SteepestFall;
        curve.suggestion = static_cast<double>(config.seed);
        return curve;
    }
};

TrainingConfig configOf(quint64 seed)
{
    TrainingConfig config;
    config.seed = seed;
    return config;
}

Dataset onePhoto()
{
    Dataset dataset;
    dataset.samples = {{QStringLiteral("/1"), 0, Subset::Train}};
    return dataset;
}

} // namespace

class tst_LearningRateSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsHowFarItIsAndWhatItFound()
    {
        LearningRateSession session(std::make_shared<SeedFinder>());
        QList<LearningRateProgress> steps;
        QList<double> found;
        QList<Phase> phases;
        connect(&session, &LearningRateSession::progressed, this, [&](const LearningRateProgress &progress) {
            QCOMPARE(QThread::currentThread(), thread());
            steps.append(progress);
        });
        connect(&session, &LearningRateSession::finished, this, [&](Phase phase, const LearningRateCurve &curve) {
            QVERIFY(!session.isRunning());
            phases.append(phase);
            found.append(curve.suggestion);
        });
        session.start(configOf(7), onePhoto(), Phase::FineTune);
        QVERIFY(session.isRunning());
        QTRY_COMPARE(found, QList<double>{7});
        QCOMPARE(phases, QList<Phase>{Phase::FineTune});
        QCOMPARE(steps.size(), 1);
        QCOMPARE(steps.first().points.size(), 1);
    }

    void errorsAndExceptionsAreSentences()
    {
        LearningRateSession session(std::make_shared<SeedFinder>());
        QList<Error> errors;
        connect(&session, &LearningRateSession::failed, this, [&](Phase, const Error &error) { errors.append(error); });
        session.start(configOf(1), {}, Phase::Head);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, ErrorCode::InvalidArgument);
        session.start(configOf(0), onePhoto(), Phase::Head);
        QTRY_COMPARE(errors.size(), 2);
        QCOMPARE(errors.last().code, ErrorCode::Internal);
        QVERIFY(errors.last().message.contains(QStringLiteral("broken on purpose")));
        QVERIFY(!session.isRunning());
    }

    void aCancelledOneSaysSoAndAReplacedOneIsDropped()
    {
        const auto finder = std::make_shared<SeedFinder>();
        finder->held = true;
        LearningRateSession session(finder);
        QList<Error> errors;
        QList<double> found;
        connect(&session, &LearningRateSession::failed, this, [&](Phase, const Error &error) { errors.append(error); });
        connect(&session, &LearningRateSession::finished, this, [&](Phase, const LearningRateCurve &curve) { found.append(curve.suggestion); });
        session.start(configOf(1), onePhoto(), Phase::Head);
        session.cancel();
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, ErrorCode::Interrupted);
        session.start(configOf(2), onePhoto(), Phase::Head);
        session.start(configOf(3), onePhoto(), Phase::Head);
        finder->held = false;
        QTRY_COMPARE(found, QList<double>{3});
        QCOMPARE(errors.size(), 1);
    }

    void destructionInTheMiddleEnds()
    {
        const auto finder = std::make_shared<SeedFinder>();
        finder->held = true;
        auto session = std::make_unique<LearningRateSession>(finder);
        session->start(configOf(1), onePhoto(), Phase::Head);
        session.reset();
    }
};

FLOWER_TEST(tst_LearningRateSession)
#include "tst_LearningRateSession.moc"
