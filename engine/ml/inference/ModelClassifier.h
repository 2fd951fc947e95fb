// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <memory>

namespace flower {

/// Answers photos with a network from a model file.
class ModelClassifier : public Classifier
{
public:
    ModelClassifier();
    ~ModelClassifier() override;

    Result<ModelInfo> open(const QString &modelPath) override;
    Prediction classify(const PhotoInput &photo, int top) override;
    Prediction classifyPixels(const RgbImage &photo, int top) override;
    Result<Explanation> explain(const PhotoInput &photo, int index) override;

private:
    struct State;
    /// Has the picture of `see` (a Result<torch::Tensor>) answered; errors and exceptions are the answer's error.
    template<typename See>
    Prediction answered(const QString &path, int top, See see);

    std::unique_ptr<State> m_state;
};

} // namespace flower
