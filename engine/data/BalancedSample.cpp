// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/BalancedSample.h"

#include "engine/data/SeededRandom.h"

#include <map>

namespace flower {

namespace {

constexpr quint64 kStream = 0xBA1A'7CE0'0000'0000; ///< far from those of the views, which are numbered by epochs

} // namespace

std::vector<int64_t> balancedSample(const std::vector<int> &labels, quint64 seed, int epoch)
{
    SeededRandom random(seed, kStream, static_cast<quint64>(epoch));
    std::map<int, std::vector<int64_t>> photosOfLabel;
    for (size_t position = 0; position < labels.size(); ++position)
        photosOfLabel[labels[position]].push_back(static_cast<int64_t>(position));
    std::vector<std::vector<int64_t>> classes;
    for (auto &entry : photosOfLabel)
        classes.push_back(std::move(entry.second));
    random.shuffle(classes); // the first ones give one photo more where the classes don't divide the epoch

    std::vector<int64_t> sample;
    sample.reserve(labels.size());
    for (size_t number = 0; number < classes.size(); ++number) {
        std::vector<int64_t> &photos = classes[number];
        const size_t wanted = labels.size() / classes.size() + (number < labels.size() % classes.size() ? 1 : 0);
        for (size_t taken = 0; taken < wanted; ++taken) {
            if (taken % photos.size() == 0)
                random.shuffle(photos);
            sample.push_back(photos[taken % photos.size()]);
        }
    }
    random.shuffle(sample);
    return sample;
}

} // namespace flower
