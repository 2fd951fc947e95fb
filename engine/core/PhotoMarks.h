// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"

#include <QMap>
#include <QString>

namespace flower {

/// What a person decided about one photo when its label looked wrong. The file itself is never touched.
struct PhotoMark {
    bool leaveOut = false;
    QString className; ///< the new class, by name; empty where the photo is left out
    QString given;     ///< the class that it had when it was marked first: what it goes back to

    bool operator==(const PhotoMark &) const = default;
};

/// The marks of one data set.
struct PhotoMarks {
    QMap<QString, PhotoMark> photos; ///< by markedPath(), so that a data set that was moved keeps its marks

    [[nodiscard]] bool isEmpty() const { return photos.isEmpty(); }
    [[nodiscard]] int size() const { return static_cast<int>(photos.size()); }

    bool operator==(const PhotoMarks &) const = default;
};

/// A photo's path relative to the folder of its data set: to `rootPath`, or to the folder that a CSV lies in.
QString markedPath(const QString &rootPath, const QString &photoPath);
/// The photo of such a path, absolute. Neither of the two looks at the disk for more than whether `rootPath` is a folder.
QString photoOfMark(const QString &rootPath, const QString &markedPath);

/// What marks do to a data set, in photos.
struct MarkCounts {
    int relabelled = 0;
    int leftOut = 0;
    int testPhotos = 0;    ///< of the relabelled and the left-out ones
    int withoutEffect = 0; ///< fit no photo or no class, or name the class that the photo has anyway

    [[nodiscard]] int changed() const { return relabelled + leftOut; }
    bool operator==(const MarkCounts &) const = default;
};

MarkCounts countMarks(const Dataset &dataset, const PhotoMarks &marks);

/// The data set with the marks applied: relabelled photos have their new label, left-out ones are in `problems`, and `notes`
/// has a sentence on what was changed, on marks that have no effect, and on classes that lost their last photo to train on.
/// Every photo keeps its subset: a photo is never moved from test to training by its new label. Relabelling or leaving out a
/// test photo changes what the test measures, so that its number can't be compared with the one before; a note says so.
/// A class whose photos were put under others one and all is no class of the answer any more, where two others stay.
/// `dataset` is one as it was read: marks don't add up.
/// `counts`: see countMarks().
Dataset applyMarks(const Dataset &dataset, const PhotoMarks &marks, MarkCounts *counts = nullptr);

} // namespace flower
