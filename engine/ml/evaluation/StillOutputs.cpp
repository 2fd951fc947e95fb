// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/evaluation/StillOutputs.h"

namespace flower {

void StillOutputs::begin()
{
    m_batches.clear();
    m_bytes = 0;
    m_isComplete = false;
}

void StillOutputs::add(const torch::Tensor &x, const std::vector<int> &indices)
{
    m_bytes += static_cast<int64_t>(x.nbytes());
    if (m_bytes > m_mostBytes)
        m_batches.clear();
    else
        m_batches.push_back({x, indices});
}

void StillOutputs::finish()
{
    m_isComplete = m_parts > 0 && m_bytes <= m_mostBytes;
}

} // namespace flower
