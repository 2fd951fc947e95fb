// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ClassMatching.h"

#include <QHash>

namespace flower {

MatchedPhotos matchPhotos(const Dataset &dataset, std::optional<Subset> subset, const QStringList &modelClasses)
{
    QHash<QString, int> numbers;
    for (int number = 0; number < modelClasses.size(); ++number)
        numbers.insert(modelClasses.at(number), number);
    QList<int> ofClass(dataset.classCount(), 0); // photos
    QList<int> ofModel(modelClasses.size(), 0);
    MatchedPhotos matched;
    for (Sample sample : dataset.samples) {
        if (subset && sample.subset != *subset)
            continue;
        ++ofClass[sample.label];
        sample.label = numbers.value(dataset.classNames.at(sample.label), -1);
        if (sample.label < 0) {
            ++matched.unknownPhotos;
        } else {
            ++ofModel[sample.label];
            matched.samples.append(sample);
        }
    }
    for (int label = 0; label < dataset.classCount(); ++label) {
        if (ofClass.at(label) > 0 && !numbers.contains(dataset.classNames.at(label)))
            matched.unknownClasses.append(dataset.classNames.at(label));
    }
    for (int number = 0; number < modelClasses.size(); ++number) {
        if (ofModel.at(number) == 0)
            matched.unseenClasses.append(modelClasses.at(number));
    }
    return matched;
}

std::optional<Subset> subsetToMeasure(const Dataset &dataset, const QString &trainedOn)
{
    const bool hasSplit = dataset.splitWasGiven || (!trainedOn.isEmpty() && dataset.splitHash() == trainedOn);
    if (hasSplit && dataset.count(Subset::Test) > 0)
        return Subset::Test;
    return std::nullopt;
}

} // namespace flower
