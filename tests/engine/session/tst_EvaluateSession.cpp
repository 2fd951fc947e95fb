// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/EvaluateSession.h"

#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace flower;

namespace {

class TwoPhotos : public DatasetReader
{
public:
    Result<Dataset> read(const DatasetRequest &request, RunControl &, const ProgressSink &progress) override
    {
        progress(1, 2);
        if (request.path == QLatin1String("missing"))
            return Error{ErrorCode::NotFound, QStringLiteral("Not there.")};
        Dataset dataset;
        dataset.classNames = {QStringLiteral("a")};
        dataset.splitWasGiven = request.path == QLatin1String("split");
        dataset.samples = {{QStringLiteral("/1"), 0, Subset::Train}, {QStringLiteral("/2"), 0, Subset::Test}};
        return dataset;
    }
};

/// Counts photos, and waits while `held`.
class Counter : public Evaluator
{
public:
    std::atomic_bool held = false;

    Result<ModelEvaluation> evaluate(const QString &modelPath, const Dataset &dataset, std::optional<Subset> subset, int,
                                     RunControl &control, const ProgressSink &progress) override
    {
        if (modelPath == QLatin1String("throw"))
            throw std::runtime_error("broken on purpose");
        while (held && !control.isStopRequested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (control.isStopRequested())
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        progress(1, 2);
        ModelEvaluation measured;
        measured.model.path = modelPath;
        measured.subset = subset;
        measured.evaluation.photos = subset ? dataset.count(*subset) : static_cast<int>(dataset.samples.size());
        return measured;
    }
};

EvaluateRequest request(const char *model, const char *photos)
{
    return {QLatin1String(model), {false, QLatin1String(photos), 1}, {}};
}

} // namespace

class tst_EvaluateSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void measuresAllOrTheTestPhotos()
    {
        EvaluateSession session(std::make_shared<TwoPhotos>(), std::make_shared<Counter>());
        QSignalSpy reading(&session, &EvaluateSession::reading);
        QSignalSpy measuring(&session, &EvaluateSession::measuring);
        QList<EvaluateOutcome> outcomes;
        connect(&session, &EvaluateSession::finished, this, [&](const EvaluateOutcome &outcome) { outcomes.append(outcome); });
        session.start(request("m", "whole"));
        QVERIFY(session.isRunning());
        QTRY_COMPARE(outcomes.size(), 1);
        QVERIFY(!session.isRunning());
        QCOMPARE(outcomes.first().request, request("m", "whole"));
        QCOMPARE(outcomes.first().measured.evaluation.photos, 2);
        QVERIFY(!outcomes.first().measured.subset);
        session.start(request("m", "split"));
        QTRY_COMPARE(outcomes.size(), 2);
        QCOMPARE(outcomes.last().measured.evaluation.photos, 1);
        QCOMPARE(outcomes.last().dataset.samples.size(), 2);
        QCOMPARE(reading.size(), 2);
        QCOMPARE(measuring.size(), 2);
    }

    void errorsAndExceptionsAreSentences()
    {
        EvaluateSession session(std::make_shared<TwoPhotos>(), std::make_shared<Counter>());
        QList<Error> errors;
        connect(&session, &EvaluateSession::failed, this, [&](const EvaluateRequest &, const Error &error) { errors.append(error); });
        session.start(request("m", "missing"));
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, ErrorCode::NotFound);
        session.start(request("throw", "whole"));
        QTRY_COMPARE(errors.size(), 2);
        QCOMPARE(errors.last().code, ErrorCode::Internal);
        QVERIFY(errors.last().message.contains(QStringLiteral("broken on purpose")));
        QVERIFY(!session.isRunning());
    }

    void aCancelledOneSaysSoAndAReplacedOneIsDropped()
    {
        const auto evaluator = std::make_shared<Counter>();
        evaluator->held = true;
        EvaluateSession session(std::make_shared<TwoPhotos>(), evaluator);
        QList<Error> errors;
        QStringList models;
        connect(&session, &EvaluateSession::failed, this, [&](const EvaluateRequest &, const Error &error) { errors.append(error); });
        connect(&session, &EvaluateSession::finished, this, [&](const EvaluateOutcome &outcome) { models.append(outcome.measured.model.path); });
        session.start(request("first", "whole"));
        session.cancel();
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, ErrorCode::Interrupted);
        session.start(request("second", "whole"));
        session.start(request("third", "whole"));
        evaluator->held = false;
        QTRY_COMPARE(models, QStringList{QStringLiteral("third")});
        QCOMPARE(errors.size(), 1);
    }

    void destructionInTheMiddleEnds()
    {
        const auto evaluator = std::make_shared<Counter>();
        evaluator->held = true;
        auto session = std::make_unique<EvaluateSession>(std::make_shared<TwoPhotos>(), evaluator);
        session->start(request("m", "whole"));
        session.reset();
    }
};

FLOWER_TEST(tst_EvaluateSession)
#include "tst_EvaluateSession.moc"
