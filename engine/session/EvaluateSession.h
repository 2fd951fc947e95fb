// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// A model and the photos to measure it on.
struct EvaluateRequest {
    QString modelPath;
    DatasetRequest photos;
    QString trainedSplitHash; ///< of the model's training, so that photos it learned from are left out; empty: unknown

    bool operator==(const EvaluateRequest &) const = default;
};

/// What a request was answered with.
struct EvaluateOutcome {
    EvaluateRequest request;
    Dataset dataset;          ///< what was read
    ModelEvaluation measured;

    bool operator==(const EvaluateOutcome &) const = default;
};

/// Reads labelled photos and measures a saved model on them, in the background: on the test photos where there is a split, else
/// on all (subsetToMeasure()). A new start() cancels the one under way. GUI thread.
class EvaluateSession : public QObject
{
    Q_OBJECT
public:
    EvaluateSession(std::shared_ptr<DatasetReader> reader, std::shared_ptr<Evaluator> evaluator, QObject *parent = nullptr);
    ~EvaluateSession() override;

    void start(const flower::EvaluateRequest &request);
    /// failed() with Interrupted follows.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_control != nullptr; }

Q_SIGNALS:
    void started(const flower::EvaluateRequest &request);
    void reading(qint64 done, qint64 total);   ///< photos that were found and looked through
    void measuring(qint64 done, qint64 total); ///< steps of the evaluation
    void finished(const flower::EvaluateOutcome &outcome);
    void failed(const flower::EvaluateRequest &request, const flower::Error &error);

private:
    std::shared_ptr<DatasetReader> m_reader;
    std::shared_ptr<Evaluator> m_evaluator;
    std::shared_ptr<RunControl> m_control; ///< of the job under way
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::EvaluateRequest)
Q_DECLARE_METATYPE(flower::EvaluateOutcome)
