// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QColor>

#include <atomic>
#include <chrono>
#include <cmath>
#include <thread>

// Stand-ins for photos and their data sets: quick, and the same each time.

namespace flower::testing {

inline Dataset fakeDataset(int classes, int photosPerClass)
{
    const QStringList names{QStringLiteral("bluebell"), QStringLiteral("daisy"), QStringLiteral("iris <b>"),
                            QStringLiteral("Löwenzahn"), QStringLiteral("pansy"), QStringLiteral("tulip")};
    Dataset dataset;
    dataset.name = QStringLiteral("meadow");
    dataset.rootPath = QStringLiteral("/photos/meadow");
    for (int label = 0; label < classes; ++label) {
        dataset.classNames.append(names.value(label, QStringLiteral("kind %1").arg(label)));
        for (int number = 0; number < photosPerClass; ++number) {
            dataset.samples.append({QStringLiteral("/photos/meadow/%1/%2.jpg").arg(label).arg(number), label,
                                    number % 5 == 3 ? Subset::Validation : number % 5 == 4 ? Subset::Test : Subset::Train});
        }
    }
    dataset.problems = {{QStringLiteral("/photos/meadow/0/broken.jpg"), QStringLiteral("The file is empty.")}};
    return dataset;
}

class FakeReader : public DatasetReader
{
public:
    Result<Dataset> read(const DatasetRequest &request, RunControl &, const ProgressSink &progress) override
    {
        progress(1, 2);
        if (request.path.contains(QLatin1String("wrong")))
            return Error{ErrorCode::NotFound, QStringLiteral("There is no kind in this folder.")};
        Dataset dataset = fakeDataset(6, request.path.contains(QLatin1String("large")) ? 3400 : 20);
        dataset.kind = request.samples ? DatasetKind::Samples : DatasetKind::ClassFolders;
        if (!request.samples)
            dataset.rootPath = request.path;
        return dataset;
    }
};

class FakePhotos : public PhotoSource
{
public:
    Result<RgbImage> load(const PhotoInput &photo, int maxSide) const override
    {
        RgbImage image{maxSide, maxSide * 3 / 4, {}};
        const QColor color = QColor::fromHsv(static_cast<int>(qHash(photo.path) % 360), 140, 220);
        image.pixels.resize(image.width * image.height * 3);
        for (int y = 0; y < image.height; ++y) {
            for (int x = 0; x < image.width; ++x) {
                char *pixel = image.pixels.data() + 3 * (y * image.width + x);
                const double shade = std::hypot(x - image.width / 2.0, y - image.height / 2.0) / image.width;
                pixel[0] = static_cast<char>(color.red() * (1 - shade));
                pixel[1] = static_cast<char>(color.green() * (1 - shade));
                pixel[2] = static_cast<char>(color.blue() * (1 - shade));
            }
        }
        return image;
    }
};

/// Views that tell what they were made with: their grey is the photo's number, the view's and the brightness.
class FakeAugmentation : public AugmentationSource
{
public:
    mutable std::atomic<int> calls{0};
    std::atomic<bool> waits{false}; ///< holds each photo until this goes off

    static int grey(int number, int view, const TrainingConfig &config, Phase phase)
    {
        return (number + 10 * view + static_cast<int>(std::lround(100 * config.phase(phase).augmentation.brightness))) % 256;
    }
    Result<AugmentedPhoto> augment(const PhotoInput &photo, int number, const TrainingConfig &config, Phase phase, int views) const override
    {
        ++calls;
        while (waits)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (photo.path.contains(QLatin1String("bad")))
            return Error{ErrorCode::Unreadable, QStringLiteral("The file is damaged or no photo.")};
        AugmentedPhoto augmented;
        augmented.photo = *FakePhotos().load(photo, 256);
        for (int view = 0; view < views; ++view)
            augmented.views.append({32, 32, QByteArray(32 * 32 * 3, static_cast<char>(grey(number, view, config, phase)))});
        return augmented;
    }
};

} // namespace flower::testing
