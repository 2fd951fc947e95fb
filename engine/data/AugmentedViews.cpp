// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/AugmentedViews.h"

#include "engine/data/PhotoAugmenter.h"
#include "engine/data/PhotoDecoder.h"

namespace flower {

namespace {

/// The number that view `view` of a phase has in the run: phase 1 keeps a few, or makes a new one in each epoch.
int numberOf(int view, const TrainingConfig &config, Phase phase)
{
    if (phase == Phase::FineTune)
        return kFirstFineTuneView + config.head.epochs + view;
    return config.featureViews > 0 ? view % config.featureViews : view;
}

} // namespace

Result<AugmentedPhoto> AugmentedViews::augment(const PhotoInput &photo, int number, const TrainingConfig &config, Phase phase,
                                               int views) const
{
    const int size = config.viewSize(config.phase(phase));
    Result<RgbImage> decoded = PhotoDecoder::loadShortSide(photo, config.imageSize * 256 / 224);
    if (!decoded)
        return decoded.error();
    AugmentedPhoto augmented;
    augmented.photo = std::move(decoded).value();
    for (int view = 0; view < views; ++view) {
        RgbImage image{size, size, QByteArray(qsizetype{3} * size * size, Qt::Uninitialized)};
        augmentInto(reinterpret_cast<uint8_t *>(image.pixels.data()), augmented.photo, size, config.phase(phase).augmentation,
                    SeededRandom(config.seed, static_cast<quint64>(numberOf(view, config, phase)) + 1, static_cast<quint64>(number)));
        augmented.views.append(std::move(image));
    }
    return augmented;
}

} // namespace flower
