// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/BatchMixing.h"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <vector>

namespace flower {

namespace {

constexpr quint64 kMixingStream = 0x6D69786564ull; ///< other numbers than the photos' augmentation draws from this seed

/// In (0, 1], so that its logarithm is finite.
double positive(SeededRandom &random)
{
    return 1.0 - random.uniform();
}

double drawNormal(SeededRandom &random)
{
    const double radius = std::sqrt(-2.0 * std::log(positive(random)));
    return radius * std::cos(2.0 * std::numbers::pi * random.uniform());
}

/// The logarithm of a draw from Gamma(shape, 1), by Marsaglia and Tsang (2000): small shapes give numbers that would be 0.
double drawLogGamma(double shape, SeededRandom &random)
{
    if (shape < 1.0) {
        const double larger = drawLogGamma(shape + 1.0, random);
        return larger + std::log(positive(random)) / shape;
    }
    const double d = shape - 1.0 / 3.0;
    const double c = 1.0 / std::sqrt(9.0 * d);
    while (true) {
        const double x = drawNormal(random);
        const double root = 1.0 + c * x;
        if (root <= 0.0)
            continue;
        const double v = root * root * root;
        if (std::log(positive(random)) < 0.5 * x * x + d - d * v + d * std::log(v))
            return std::log(d * v);
    }
}

/// Which photo of the batch each one is mixed with; some may be their own.
torch::Tensor drawPartners(int64_t count, SeededRandom &random)
{
    std::vector<int64_t> partners(static_cast<size_t>(count));
    for (size_t index = 0; index < partners.size(); ++index)
        partners[index] = static_cast<int64_t>(index);
    random.shuffle(partners);
    return torch::tensor(partners, torch::kInt64);
}

torch::Tensor blend(const torch::Tensor &rows, const torch::Tensor &partners, double share)
{
    return rows * share + rows.index_select(0, partners) * (1.0 - share);
}

/// Copies a box of each photo's partner into it; returns the share of the photo that is left. `share`: about that.
double cut(torch::Tensor &photos, const torch::Tensor &partners, double share, SeededRandom &random)
{
    const int64_t height = photos.size(2);
    const int64_t width = photos.size(3);
    const double side = std::sqrt(1.0 - share);
    const auto range = [&random, side](int64_t length) {
        const double half = side * static_cast<double>(length) / 2.0;
        const double centre = random.uniform(0.0, static_cast<double>(length));
        const auto first = static_cast<int64_t>(std::lround(std::max(0.0, centre - half)));
        const auto last = static_cast<int64_t>(std::lround(std::min(static_cast<double>(length), centre + half)));
        return std::pair{first, last};
    };
    const auto [top, bottom] = range(height);
    const auto [left, right] = range(width);
    photos = photos.clone();
    if (bottom > top && right > left) {
        const auto box = [&, top = top, bottom = bottom, left = left, right = right](const torch::Tensor &of) {
            return of.slice(2, top, bottom).slice(3, left, right);
        };
        box(photos).copy_(box(photos).index_select(0, partners));
    }
    return 1.0 - static_cast<double>((bottom - top) * (right - left)) / static_cast<double>(height * width);
}

BatchLabels mixedLabels(const torch::Tensor &labels, const torch::Tensor &partners, double share)
{
    return {labels, labels.index_select(0, partners),
            torch::full({labels.size(0)}, share, torch::TensorOptions(torch::kFloat32).device(labels.device()))};
}

} // namespace

double drawBeta(double alpha, SeededRandom &random)
{
    const double first = drawLogGamma(alpha, random);
    const double second = drawLogGamma(alpha, random);
    return 1.0 / (1.0 + std::exp(second - first));
}

SeededRandom BatchMixing::randomOf(int epoch, int batch) const
{
    return SeededRandom(m_seed ^ kMixingStream, static_cast<quint64>(epoch), static_cast<quint64>(batch));
}

BatchLabels BatchMixing::mixPhotos(torch::Tensor &photos, const torch::Tensor &labels, int epoch, int batch) const
{
    if (!isOn())
        return labels;
    SeededRandom random = randomOf(epoch, batch);
    const bool cuts = m_cutmix > 0 && (m_mixup <= 0 || random.uniform() < 0.5);
    double share = drawBeta(cuts ? m_cutmix : m_mixup, random);
    const torch::Tensor partners = drawPartners(labels.size(0), random).to(labels.device());
    const torch::NoGradGuard noGrad;
    if (cuts)
        share = cut(photos, partners, share, random);
    else
        photos = blend(photos, partners, share).contiguous(torch::MemoryFormat::ChannelsLast);
    return mixedLabels(labels, partners, share);
}

BatchLabels BatchMixing::mixFeatures(torch::Tensor &features, const torch::Tensor &labels, int epoch, int batch) const
{
    if (m_mixup <= 0)
        return labels;
    SeededRandom random = randomOf(epoch, batch);
    const double share = drawBeta(m_mixup, random);
    const torch::Tensor partners = drawPartners(labels.size(0), random).to(labels.device());
    const torch::NoGradGuard noGrad;
    features = blend(features, partners, share);
    return mixedLabels(labels, partners, share);
}

} // namespace flower
