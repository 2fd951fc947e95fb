// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"
#include "engine/ml/models/MobileNetV2.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

// Internal to flower_ml: names LibTorch.

namespace flower {

/// The network as it was after the best epoch so far, on the CPU. Best: most validation photos right, then the smallest
/// loss; without validation photos the last epoch, since nothing is known that could choose.
class BestEpoch
{
public:
    [[nodiscard]] bool isEmpty() const { return m_state.empty(); }
    [[nodiscard]] int epoch() const { return m_epoch; }
    [[nodiscard]] double valTop1() const { return m_valTop1; }
    [[nodiscard]] const std::optional<Evaluation> &validation() const { return m_validation; }

    /// Keeps the network where `validation` is the best so far; says whether it is.
    bool offer(int epoch, const MobileNetV2 &network, const Evaluation &validation);
    /// Sets the network's parameters and buffers back to what was kept.
    void restore(const MobileNetV2 &network) const;
    /// Takes over an epoch that was kept in a file: its tensors by their names in the network. Throws c10::Error where one is
    /// missing or of another shape.
    void take(int epoch, const MobileNetV2 &network, const std::map<std::string, torch::Tensor> &tensors,
              std::optional<Evaluation> validation);

private:
    std::vector<torch::Tensor> m_state;
    std::optional<Evaluation> m_validation; ///< nothing without validation photos
    int m_epoch = 0;                        ///< 1-based over both phases
    double m_valTop1 = 0.0;
};

} // namespace flower
