// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/training/BatchLabels.h"
#include "engine/ml/training/BatchMixing.h"
#include "engine/ml/training/RunMaterials.h"

#include <functional>
#include <vector>

namespace flower {

/// How phase 2 learns from one batch: which parts of the network learn, and the way forward and backward through them.
class FineTuneStep
{
public:
    /// Takes the network as it is and lets the backbone's last blocks (config.learningBlocks) learn with the head.
    explicit FineTuneStep(RunMaterials &run);

    /// The parameters that learn.
    [[nodiscard]] const std::vector<torch::Tensor> &learning() const { return m_learning; }
    /// How many parts of the backbone, from the first, stand still.
    [[nodiscard]] int firstLearning() const { return m_firstLearning; }
    /// The BatchNorm statistics that learn; none where they stand still.
    [[nodiscard]] std::vector<torch::Tensor> statistics() const;

    /// Dropout, and where it learns BatchNorm, as in training; the parts that stand still as in use.
    void setTrainingMode();
    /// False of a single photo where BatchNorm learns, which has no variance.
    [[nodiscard]] bool canLearnFrom(const Batch &batch) const { return batch.count >= 2 || !m_run.config.batchNormLearns; }

    /// Sets the gradients of learning() from the logits' graph and moves the parameters; `afterBackward` sets those that lie
    /// outside of the graph.
    using Learn = std::function<void(const torch::Tensor &logits, const BatchLabels &labels, const std::function<void()> &afterBackward)>;
    /// Runs the batch through the network, mixed where the settings say so, and has `learn` do its part. `epoch` and `number`
    /// number the mixing.
    void learnFrom(const Batch &batch, int epoch, int number, const Learn &learn);
    /// To be called where the network's weights were changed otherwise.
    void weightsChanged();

private:
    void releaseParameters();

    RunMaterials &m_run;
    BatchMixing m_mixing;
    int m_firstLearning = 0; ///< parts of the backbone before it stand still
    std::vector<torch::Tensor> m_learning;
};

} // namespace flower
