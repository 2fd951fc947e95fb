// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/mapping/Tsne.h"

#include "engine/ml/mapping/PrincipalComponents.h"

#include <ATen/CPUGeneratorImpl.h>
#include <ATen/Parallel.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <numeric>
#include <vector>

namespace flower {

namespace {

constexpr int64_t kComponents = 50;  // of the rows that are compared; what lies beyond is mostly noise
constexpr int64_t kFewestRows = 5;
constexpr int kSearchSteps = 40;     // bisections for a row's width
constexpr double kFirstSpread = 1e-4;
constexpr double kMomentum = 0.5;    // in the exaggerated steps, and after them:
constexpr double kLateMomentum = 0.8;
constexpr double kSmallestGain = 0.01;
constexpr double kSmallestRate = 50;
constexpr int64_t kPairsWorthAThread = 1 << 18; // fewer are done before another thread has woken up
constexpr size_t kLanes = 16;        // partial sums, so that the compiler may use wide registers

/// What pulls and pushes one row: half of the gradient's terms, and its part of the normalising sum.
struct Force {
    float pullX = 0, pullY = 0;
    float pushX = 0, pushY = 0;
    float sum = 0;
};

/// `x`, `y`, `neighbours` and `real` are padded to whole lanes with zeros; `real` is 1 for a row that is there.
Force forceOn(size_t row, const float *x, const float *y, const float *neighbours, const float *real, size_t padded)
{
    std::array<float, kLanes> pullX{}, pullY{}, pushX{}, pushY{}, sum{};
    const float ownX = x[row];
    const float ownY = y[row];
    for (size_t block = 0; block < padded; block += kLanes) {
        for (size_t lane = 0; lane < kLanes; ++lane) {
            const size_t other = block + lane;
            const float dx = ownX - x[other];
            const float dy = ownY - y[other];
            const float near = real[other] / (1.0F + dx * dx + dy * dy); // Student's t with one degree of freedom
            const float pull = neighbours[other] * near;
            const float push = near * near;
            pullX[lane] += pull * dx;
            pullY[lane] += pull * dy;
            pushX[lane] += push * dx;
            pushY[lane] += push * dy;
            sum[lane] += near;
        }
    }
    const auto total = [](const std::array<float, kLanes> &lanes) { return std::accumulate(lanes.begin(), lanes.end(), 0.0F); };
    return {total(pullX), total(pullY), total(pushX), total(pushY), total(sum) - 1.0F}; // a row is no neighbour of itself
}

/// The places on their way: gradient descent with momentum and gains (Jacobs 1988).
class Descent
{
public:
    Descent(const torch::Tensor &neighbours, const torch::Tensor &start)
        : m_count(static_cast<size_t>(start.size(0))), m_padded((m_count + kLanes - 1) / kLanes * kLanes), m_real(m_padded, 0.0F),
          m_forces(m_count)
    {
        const auto extra = static_cast<int64_t>(m_padded - m_count);
        m_neighbours = torch::constant_pad_nd(neighbours, {0, extra}).contiguous();
        std::fill_n(m_real.begin(), m_count, 1.0F);
        for (size_t axis = 0; axis < 2; ++axis) {
            m_places[axis].assign(m_padded, 0.0F);
            m_speeds[axis].assign(m_count, 0.0);
            m_gains[axis].assign(m_count, 1.0);
            for (size_t row = 0; row < m_count; ++row)
                m_places[axis][row] = start[static_cast<int64_t>(row)][static_cast<int64_t>(axis)].item<float>();
        }
    }

    void step(double exaggeration, double momentum, double rate)
    {
        const auto rows = static_cast<int64_t>(m_count);
        at::parallel_for(0, rows, kPairsWorthAThread / rows + 1, [this](int64_t begin, int64_t end) {
            for (int64_t row = begin; row < end; ++row) {
                m_forces[static_cast<size_t>(row)] =
                    forceOn(static_cast<size_t>(row), m_places[0].data(), m_places[1].data(),
                            m_neighbours.const_data_ptr<float>() + row * static_cast<int64_t>(m_padded), m_real.data(), m_padded);
            }
        });
        double sum = 0.0;
        for (const Force &force : m_forces)
            sum += force.sum;
        for (size_t axis = 0; axis < 2; ++axis) {
            double centre = 0.0;
            for (size_t row = 0; row < m_count; ++row) {
                const Force &force = m_forces[row];
                const double pull = axis == 0 ? force.pullX : force.pullY;
                const double push = axis == 0 ? force.pushX : force.pushY;
                const double gradient = 4 * (exaggeration * pull - push / std::max(sum, 1e-12));
                double &gain = m_gains[axis][row];
                double &speed = m_speeds[axis][row];
                gain = std::max(kSmallestGain, (gradient > 0) == (speed > 0) ? gain * 0.8 : gain + 0.2);
                speed = momentum * speed - rate * gain * gradient;
                m_places[axis][row] += static_cast<float>(speed);
                centre += m_places[axis][row];
            }
            centre /= static_cast<double>(m_count);
            for (size_t row = 0; row < m_count; ++row)
                m_places[axis][row] -= static_cast<float>(centre);
        }
    }

    [[nodiscard]] torch::Tensor places() const
    {
        torch::Tensor places = torch::empty({static_cast<int64_t>(m_count), 2}, torch::kFloat64);
        auto *numbers = places.data_ptr<double>();
        for (size_t row = 0; row < m_count; ++row) {
            numbers[2 * row] = m_places[0][row];
            numbers[2 * row + 1] = m_places[1][row];
        }
        return places;
    }

private:
    size_t m_count;
    size_t m_padded;
    torch::Tensor m_neighbours;     ///< count × padded
    std::vector<float> m_real;      ///< 1, and 0 in the padding
    std::array<std::vector<float>, 2> m_places;
    std::array<std::vector<double>, 2> m_speeds;
    std::array<std::vector<double>, 2> m_gains;
    std::vector<Force> m_forces;
};

} // namespace

// Each row's Gaussian gets the width at which its neighbours' entropy is log(perplexity): by bisection, all rows at once.
torch::Tensor Tsne::neighbourhoods(const torch::Tensor &rows, double perplexity)
{
    const torch::Tensor numbers = rows.to(torch::kFloat64);
    torch::Tensor squares = torch::cdist(numbers, numbers).square();
    squares.fill_diagonal_(std::numeric_limits<double>::infinity());
    squares = squares - std::get<0>(squares.min(1, true));
    torch::Tensor finite = squares.clone().fill_diagonal_(0);
    finite = finite / finite.mean().clamp_min(1e-30); // so that widths lie about 1
    torch::Tensor low = torch::full({rows.size(0), 1}, -20.0, torch::kFloat64); // logarithms of 1 / (2 σ²)
    torch::Tensor high = torch::full({rows.size(0), 1}, 20.0, torch::kFloat64);
    torch::Tensor parts;
    for (int search = 0; search < kSearchSteps; ++search) {
        const torch::Tensor middle = (low + high) / 2;
        const torch::Tensor precision = middle.exp();
        parts = (finite * -precision).exp_().fill_diagonal_(0);
        const torch::Tensor sum = parts.sum(1, true);
        const torch::Tensor entropy = sum.log() + precision * (finite * parts).sum(1, true) / sum;
        parts.div_(sum);
        const torch::Tensor tooWide = entropy > std::log(perplexity);
        low = torch::where(tooWide, middle, low);
        high = torch::where(tooWide, high, middle);
    }
    parts = parts + parts.t();
    return (parts / parts.sum()).to(torch::kFloat32).contiguous();
}

std::optional<torch::Tensor> Tsne::places(const torch::Tensor &rows,
                                          const std::function<bool(int, const torch::Tensor &)> &afterStep) const
{
    const torch::NoGradGuard noGrad;
    const int64_t count = rows.size(0);
    const torch::Tensor components = principalComponents(rows, kComponents);
    torch::Tensor start = components.narrow(1, 0, 2).contiguous();
    if (count < kFewestRows)
        return start;
    at::Generator generator = at::detail::createCPUGenerator(m_options.seed);
    start = start * (kFirstSpread / start.select(1, 0).std().clamp_min(1e-12))
        + torch::randn({count, 2}, generator, torch::kFloat64) * (kFirstSpread / 100); // photos that are the same part, too
    const double perplexity = std::min(m_options.perplexity, static_cast<double>(count - 1) / 3);
    Descent descent(neighbourhoods(components, perplexity), start);
    const double rate = std::max(kSmallestRate, static_cast<double>(count) / m_options.exaggeration / 4);
    for (int step = 0; step < m_options.steps; ++step) {
        const bool early = step < m_options.exaggeratedSteps;
        descent.step(early ? m_options.exaggeration : 1.0, early ? kMomentum : kLateMomentum, rate);
        if (!afterStep(step + 1, descent.places()))
            return std::nullopt;
    }
    return descent.places();
}

} // namespace flower
