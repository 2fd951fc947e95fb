// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/mapping/PrincipalComponents.h"

#include <algorithm>

namespace flower {

// The eigenvectors of the covariance or, where there are fewer rows than columns, of the rows' products: whichever is smaller.
torch::Tensor principalComponents(const torch::Tensor &features, int64_t count)
{
    const torch::NoGradGuard noGrad;
    const int64_t rows = features.size(0);
    const int64_t kept = std::min({count, rows, features.size(1)});
    const torch::Tensor numbers = features.to(torch::kFloat64);
    const torch::Tensor centred = numbers - numbers.mean(0);
    torch::Tensor components;
    if (rows > features.size(1)) {
        const torch::Tensor directions = std::get<1>(torch::linalg_eigh(centred.t().mm(centred))); // by rising eigenvalues
        components = centred.mm(directions.narrow(1, directions.size(1) - kept, kept));
    } else {
        const auto [values, vectors] = torch::linalg_eigh(centred.mm(centred.t()));
        components = vectors.narrow(1, rows - kept, kept) * values.narrow(0, rows - kept, kept).clamp_min(0).sqrt();
    }
    components = components.flip(1);
    const torch::Tensor farthest = components.gather(0, components.abs().argmax(0, true));
    components = components * torch::where(farthest < 0, -1.0, 1.0);
    return torch::constant_pad_nd(components, {0, count - kept}).contiguous();
}

} // namespace flower
