// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>

namespace flower {

/// The part of a data set that a photo belongs to. Test photos are never used to choose anything.
enum class Subset { Train, Validation, Test };
inline constexpr std::array kSubsets{Subset::Train, Subset::Validation, Subset::Test};

/// "train", "val" or "test": the words that files and the terminal use.
QString subsetKey(Subset subset);

/// One labelled photo. `label` is an index into Dataset::classNames.
struct Sample {
    QString path; ///< absolute
    int label = 0;
    Subset subset = Subset::Train;

    bool operator==(const Sample &) const = default;
};

/// A photo (or a line of a CSV) that can't be used, and why.
struct PhotoProblem {
    QString path;
    QString reason; ///< a sentence for the user

    bool operator==(const PhotoProblem &) const = default;
};

/// Where a data set comes from.
enum class DatasetKind { Samples, ClassFolders, SplitFolders, Oxford102, Csv };

/// Labelled photos with their split: what a DatasetReader makes and a Trainer takes.
struct Dataset {
    QString name;            ///< short, for titles: the folder's name
    QString rootPath;        ///< the folder or file that was read
    DatasetKind kind = DatasetKind::ClassFolders;
    bool splitWasGiven = false; ///< false: the seeded, stratified 70/15/15 of ours
    quint64 splitSeed = 0;
    QStringList classNames;  ///< sorted, unless the source has an order of its own
    QList<Sample> samples;
    QList<PhotoProblem> problems; ///< photos left out, by name
    QStringList notes;       ///< sentences about the data set (an empty class, a class with one photo)

    [[nodiscard]] int classCount() const { return static_cast<int>(classNames.size()); }
    /// Photos of one subset.
    [[nodiscard]] int count(Subset subset) const;
    [[nodiscard]] QList<Sample> subset(Subset subset) const;
    /// Photos per class, in the order of classNames; of all subsets or of one.
    [[nodiscard]] QList<int> countsPerClass() const;
    [[nodiscard]] QList<int> countsPerClass(Subset subset) const;
    /// Hex SHA-256 over (path relative to the root, class name, subset) in sorted order: equal for equal splits,
    /// wherever the folder lies.
    [[nodiscard]] QString splitHash() const;

    bool operator==(const Dataset &) const = default;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::Dataset)
