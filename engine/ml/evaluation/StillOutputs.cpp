// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/evaluation/StillOutputs.h"

namespace flower {

void StillOutputs::begin(int64_t photos)
{
    m_batches.clear();
    m_photos = m_missing = photos;
    m_isComplete = false;
}

void StillOutputs::add(const torch::Tensor &x, const std::vector<int> &indices)
{
    const int64_t count = x.size(0);
    if (static_cast<int64_t>(x.nbytes()) / count * m_photos > m_mostBytes)
        return; // not the first ones either: they would take memory for nothing
    m_batches.push_back({x, indices});
    m_missing -= count;
}

void StillOutputs::finish()
{
    m_isComplete = m_parts > 0 && m_missing == 0;
}

} // namespace flower
