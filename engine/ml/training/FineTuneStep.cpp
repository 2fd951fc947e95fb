// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/FineTuneStep.h"

#include "engine/ml/TensorMemory.h"

namespace flower {

FineTuneStep::FineTuneStep(RunMaterials &run) : m_run(run), m_mixing(run.config.fineTune, run.config.seed)
{
    m_run.network->setDropout(m_run.config.fineTune.dropout);
    if (m_run.config.batchNormLearns)
        m_run.folded.reset();
    releaseUnusedTensorMemory();
    m_firstLearning = m_run.config.learningBlocks >= kBlockCount ? 0 : 1 + kBlockCount - m_run.config.learningBlocks;
    releaseParameters();
}

void FineTuneStep::releaseParameters()
{
    m_learning = m_run.network->head()->parameters();
    const torch::nn::Sequential parts = m_run.network->features();
    for (int part = 0; part < MobileNetV2Impl::kFeatureLayers; ++part) {
        for (torch::Tensor &parameter : parts->ptr(static_cast<size_t>(part))->parameters()) {
            const bool learns = part >= m_firstLearning;
            parameter.set_requires_grad(learns);
            if (learns)
                m_learning.push_back(parameter);
        }
    }
}

std::vector<torch::Tensor> FineTuneStep::statistics() const
{
    std::vector<torch::Tensor> statistics;
    if (!m_run.config.batchNormLearns)
        return statistics;
    const torch::nn::Sequential parts = m_run.network->features();
    for (int part = m_firstLearning; part < MobileNetV2Impl::kFeatureLayers; ++part) {
        const std::vector<torch::Tensor> buffers = parts->ptr(static_cast<size_t>(part))->buffers();
        statistics.insert(statistics.end(), buffers.begin(), buffers.end());
    }
    return statistics;
}

void FineTuneStep::setTrainingMode()
{
    m_run.network->train();
    const torch::nn::Sequential parts = m_run.network->features();
    for (int part = 0; part < MobileNetV2Impl::kFeatureLayers; ++part)
        parts->ptr(static_cast<size_t>(part))->train(m_run.config.batchNormLearns && part >= m_firstLearning);
}

void FineTuneStep::learnFrom(const Batch &batch, int epoch, int number, const Learn &learn)
{
    const torch::Tensor plainLabels =
        torch::from_blob(const_cast<int64_t *>(batch.labels.data()), {batch.count}, torch::kInt64).to(m_run.device);
    MobileNetV2 &network = m_run.network;
    torch::Tensor x = m_run.inputOf(batch, m_run.folded ? m_run.folded->type() : torch::kFloat32);
    const BatchLabels labels = m_mixing.mixPhotos(x, plainLabels, epoch, number);
    if (FoldedBackbone *folded = m_run.folded.get()) {
        const torch::Tensor pooled = folded->forward(folded->run(x, 0, m_firstLearning), m_firstLearning).requires_grad_();
        learn(network->classify(pooled), labels, [&] { folded->backward(pooled.grad()); });
        folded->fold(m_firstLearning);
        return;
    }
    if (m_firstLearning > 0) {
        const torch::NoGradGuard noGrad;
        x = network->runFeatures(x, 0, m_firstLearning);
    }
    x = network->runFeatures(x, m_firstLearning, MobileNetV2Impl::kFeatureLayers);
    learn(network->classify(x.mean({2, 3})), labels, {});
}

void FineTuneStep::weightsChanged()
{
    if (m_run.folded)
        m_run.folded->fold(m_firstLearning);
}

} // namespace flower
