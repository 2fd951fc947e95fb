// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/PhaseLearner.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

namespace flower {

PhaseLearner::PhaseLearner(RunMaterials &run, BestEpoch &best, Phase phase, std::vector<torch::Tensor> learning,
                           std::vector<torch::Tensor> statistics, WeightAverage *average)
    : m_run(run), m_best(best), m_which(phase), m_phase(run.config.phase(phase)), m_learning(std::move(learning)),
      m_statistics(std::move(statistics)), m_average(average), m_optimizer(m_phase, m_learning), m_schedule(m_phase),
      m_lossOptions(run.lossOptions(m_phase))
{
}

std::vector<torch::Tensor> PhaseLearner::changing() const
{
    std::vector<torch::Tensor> tensors = m_learning;
    tensors.insert(tensors.end(), m_statistics.begin(), m_statistics.end());
    return tensors;
}

int PhaseLearner::resume()
{
    if (!m_run.resumed)
        return 0;
    const Checkpoint from = std::move(*m_run.resumed);
    m_run.resumed.reset();
    setState(m_run.random, from.tensor("random"));
    if (from.phase != m_which)
        return 0;
    from.copyAll("learned", changing());
    m_optimizer.takeFrom(from);
    if (m_average)
        m_average->takeFrom(from);
    for (const EpochResult &epoch : from.epochs) {
        if (epoch.phase == m_which) {
            ++m_epochsBegun;
            epochEnded(epoch);
        }
    }
    m_interruptedBatch = from.batch;
    m_interrupted = from.sums;
    return m_epochsBegun;
}

void PhaseLearner::startEpoch()
{
    m_timer.start();
    ++m_epochsBegun;
    ++m_run.progress.epoch;
    m_sums = std::exchange(m_interrupted, {});
    m_firstBatch = std::exchange(m_interruptedBatch, 0);
}

void PhaseLearner::step(const torch::Tensor &logits, const BatchLabels &labels, int number, int batches,
                        const std::function<void()> &afterBackward)
{
    const torch::Tensor loss = crossEntropy(logits, labels, m_lossOptions);
    m_optimizer.zeroGradients();
    loss.backward();
    if (afterBackward)
        afterBackward();
    const double rate = m_schedule.at(m_epochsBegun - 1 + static_cast<double>(number) / batches);
    m_optimizer.step(rate);

    const auto lossValue = loss.item<double>();
    const auto right = logits.detach().argmax(1).eq(labels.dominant()).sum().item<int64_t>();
    const int64_t photos = labels.size();
    m_sums.loss += lossValue * static_cast<double>(photos);
    m_sums.right += right;
    m_sums.photos += photos;
    m_sums.learningRate = rate;
    m_run.progress.reporter.addPoint({m_run.progress.epoch - 1 + static_cast<double>(number + 1) / batches, lossValue,
                                      static_cast<double>(right) / static_cast<double>(photos), rate});
}

void PhaseLearner::finishEpoch(const Evaluation &validation)
{
    const double photos = std::max<double>(1.0, static_cast<double>(m_sums.photos));
    EpochResult result;
    result.phase = m_which;
    result.epoch = m_run.progress.epoch;
    result.trainLoss = m_sums.loss / photos;
    result.trainTop1 = static_cast<double>(m_sums.right) / photos;
    result.valLoss = validation.loss;
    result.valTop1 = validation.top1;
    result.valTop5 = validation.top5;
    result.learningRate = m_sums.learningRate;
    result.imagesPerSecond = photos / std::max(1e-3, m_learningSeconds);
    result.isBest = m_best.offer(result.epoch, m_run.network, validation);
    result.seconds = seconds();
    m_run.progress.finishedEpochs = result.epoch;
    RunReporter &reporter = m_run.progress.reporter;
    if (result.isBest)
        m_run.keeper.keepBest(result.epoch, m_run.network, m_run.modelInfo(), validation, m_run.photos.val);
    m_run.keeper.addEpoch(result);
    reporter.send(result);

    epochEnded(result);
    if (m_isOver) {
        reporter.send(Notice{QCoreApplication::translate("flower", "Phase %1 ended early: nothing improved for %2 epochs.")
                                 .arg(m_which == Phase::Head ? 1 : 2).arg(m_phase.patience),
                             Notice::Kind::Information});
    }
    m_run.tellOfPhotos();
    m_sums = {};
    keep(0);
}

void PhaseLearner::keep(int batches)
{
    Checkpoint checkpoint;
    checkpoint.phase = m_which;
    checkpoint.phaseIsOver = m_isOver || (batches == 0 && m_epochsBegun >= m_phase.epochs);
    checkpoint.batch = batches;
    checkpoint.sums = m_sums;
    checkpoint.sums.seconds = batches == 0 ? 0.0 : seconds();
    checkpoint.usablePhotos = m_run.usablePhotos();
    checkpoint.bestEpoch = m_best.epoch();
    checkpoint.addAll("learned", changing());
    checkpoint.tensors.emplace("random", stateOf(m_run.random));
    m_optimizer.keepIn(checkpoint);
    if (m_average)
        m_average->keepIn(checkpoint);
    m_run.keeper.keep(std::move(checkpoint), m_run.progress.reporter);
}

void PhaseLearner::epochEnded(const EpochResult &epoch)
{
    // Without validation photos the training loss decides: the only thing that is known.
    const double score = m_run.photos.val.empty()                     ? -epoch.trainLoss
                         : m_phase.metric == MonitoredMetric::ValTop1 ? epoch.valTop1
                                                                      : -epoch.valLoss;
    m_schedule.epochEnded(score);
    const bool improved = !m_bestScore || score > *m_bestScore;
    m_epochsWithoutBest = improved ? 0 : m_epochsWithoutBest + 1;
    if (improved)
        m_bestScore = score;
    m_isOver = m_phase.earlyStopping && m_epochsWithoutBest >= m_phase.patience;
}

} // namespace flower
