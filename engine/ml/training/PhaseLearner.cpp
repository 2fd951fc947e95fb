// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/PhaseLearner.h"

#include <QCoreApplication>

#include <algorithm>

namespace flower {

PhaseLearner::PhaseLearner(RunMaterials &run, BestEpoch &best, Phase phase, std::vector<torch::Tensor> learning)
    : m_run(run), m_best(best), m_which(phase), m_phase(run.config.phase(phase)), m_optimizer(m_phase, std::move(learning)),
      m_schedule(m_phase), m_lossOptions(run.lossOptions(m_phase))
{
}

void PhaseLearner::startEpoch()
{
    m_timer.start();
    ++m_epochsBegun;
    ++m_run.progress.epoch;
    m_loss = 0.0;
    m_right = 0;
    m_photos = 0;
}

void PhaseLearner::step(const torch::Tensor &logits, const BatchLabels &labels, int number, int batches,
                        const std::function<void()> &afterBackward)
{
    const torch::Tensor loss = crossEntropy(logits, labels, m_lossOptions);
    m_optimizer.zeroGradients();
    loss.backward();
    if (afterBackward)
        afterBackward();
    m_rate = m_schedule.at(m_epochsBegun - 1 + static_cast<double>(number) / batches);
    m_optimizer.step(m_rate);

    const auto lossValue = loss.item<double>();
    const auto right = logits.detach().argmax(1).eq(labels.dominant()).sum().item<int64_t>();
    const int64_t photos = labels.size();
    m_loss += lossValue * static_cast<double>(photos);
    m_right += right;
    m_photos += photos;
    m_run.progress.reporter.addPoint({m_run.progress.epoch - 1 + static_cast<double>(number + 1) / batches, lossValue,
                                      static_cast<double>(right) / static_cast<double>(photos), m_rate});
}

bool PhaseLearner::finishEpoch(const Evaluation &validation)
{
    const double photos = std::max<double>(1.0, static_cast<double>(m_photos));
    EpochResult result;
    result.phase = m_which;
    result.epoch = m_run.progress.epoch;
    result.trainLoss = m_loss / photos;
    result.trainTop1 = static_cast<double>(m_right) / photos;
    result.valLoss = validation.loss;
    result.valTop1 = validation.top1;
    result.valTop5 = validation.top5;
    result.learningRate = m_rate;
    result.imagesPerSecond = photos / std::max(1e-3, m_learningSeconds);
    result.isBest = m_best.offer(result.epoch, m_run.network, validation);
    result.seconds = seconds();
    m_run.progress.finishedEpochs = result.epoch;
    m_run.progress.reporter.send(result);

    // Without validation photos the training loss decides: the only thing that is known.
    const double score = validation.photos == 0                       ? -result.trainLoss
                         : m_phase.metric == MonitoredMetric::ValTop1 ? validation.top1
                                                                      : -validation.loss;
    m_schedule.epochEnded(score);
    if (!isOver(score))
        return true;
    m_run.progress.reporter.send(Notice{QCoreApplication::translate("flower", "Phase %1 ended early: nothing improved for %2 epochs.")
                                            .arg(m_which == Phase::Head ? 1 : 2).arg(m_phase.patience)});
    return false;
}

bool PhaseLearner::isOver(double score)
{
    const bool improved = !m_bestScore || score > *m_bestScore;
    m_epochsWithoutBest = improved ? 0 : m_epochsWithoutBest + 1;
    if (improved)
        m_bestScore = score;
    return m_phase.earlyStopping && m_epochsWithoutBest >= m_phase.patience;
}

} // namespace flower
