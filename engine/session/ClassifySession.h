// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"
#include "engine/core/GroupPrediction.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// Answers photos one by one in the background, also while training runs. GUI thread.
class ClassifySession : public QObject
{
    Q_OBJECT
public:
    explicit ClassifySession(std::shared_ptr<Classifier> classifier, QObject *parent = nullptr);
    ~ClassifySession() override;

    /// Opens a saved model; modelOpened() or modelFailed() follows.
    void openModel(const QString &path);
    /// Queues photos; each is answered by answered(), in order, as many in a turn of the event loop as it bears. Needs an
    /// opened model.
    void classify(const QList<PhotoInput> &photos, int top = 5);

    // What follows comes before the photos that classify() queued, and is answered with the model of model(): where another
    // one was opened meanwhile, no answer comes, but modelOpened().

    /// One answer to several photos of the same plant, by groupAnswered().
    void classifyGroup(const QList<PhotoInput> &photos, int top = 5);
    /// Where the network looks for the class `index` (−1: its most probable one), by explained() or explainFailed(). An
    /// explanation that was asked for earlier and still waits is dropped.
    void explain(const PhotoInput &photo, int index = -1);
    /// Judges what several photos say together by these thresholds from now on, until another model is opened; a photo's own
    /// answer comes as the model judges it, and applyVerdict() judges it anew.
    void judgeBy(const Calibration &calibration);
    /// All classes' probabilities for a photo that was decoded and maybe changed, by pixelsAnswered() with the number that
    /// this returns. One that was asked for earlier and still waits is dropped.
    int classifyPixels(const RgbImage &photo);

    /// Forgets the photos that wait.
    void cancel();
    [[nodiscard]] int pending() const { return m_pending; }
    [[nodiscard]] const ModelInfo &model() const { return m_model; } ///< path empty: none is open
    /// Of model(): counts the models that were opened, but has one number for those with the same content. 0: none is open.
    [[nodiscard]] int modelNumber() const { return m_modelNumber; }

Q_SIGNALS:
    void modelOpened(const flower::ModelInfo &model);
    void modelFailed(const QString &path, const flower::Error &error);
    /// `modelNumber`: of the model that answered. Its last answers may come after another one was opened.
    void answered(const flower::Prediction &prediction, int modelNumber);
    void groupAnswered(const flower::GroupPrediction &group);
    void explained(const flower::Explanation &explanation);
    void pixelsAnswered(int number, const flower::Prediction &prediction);
    void explainFailed(const QString &path, const flower::Error &error);
    void pendingChanged(int pending);

private:
    struct Answers;
    struct Numbers;
    void deliver(const std::shared_ptr<Answers> &answers);

    std::shared_ptr<Classifier> m_classifier;
    std::shared_ptr<Answers> m_answers;
    std::shared_ptr<RunControl> m_control;
    std::shared_ptr<Numbers> m_numbers;
    std::unique_ptr<EngineThread> m_thread;
    ModelInfo m_model;
    int m_pending = 0;
    int m_modelNumber = 0; ///< of m_model, see Numbers
};

} // namespace flower
