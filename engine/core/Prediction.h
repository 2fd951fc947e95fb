// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace flower {

/// A photo to classify: a file, or the bytes of an encoded picture (from the clipboard).
struct PhotoInput {
    QString path;       ///< also the name shown for a picture without a file
    QByteArray encoded; ///< PNG, JPEG, …; empty: read `path`

    bool operator==(const PhotoInput &) const = default;
};

/// One class with its calibrated probability (softmax at the model's temperature, a fraction of 1).
struct ScoredClass {
    int index = 0;
    QString name;
    double probability = 0.0;

    bool operator==(const ScoredClass &) const = default;
};

/// The answer to one photo: classes from most to least probable, or an error sentence.
struct Prediction {
    QString path;
    QList<ScoredClass> top;
    QString error;           ///< empty where the photo was read
    double milliseconds = 0.0; ///< decoding and network together
    bool notSure = false;    ///< too low a probability to count on: it could be either of `candidates`
    bool noneOfThese = false; ///< the photo looks like none of the classes; then notSure is false
    QList<ScoredClass> candidates{}; ///< the two most probable classes where notSure is set
    double outOfSetScore = 0.0; ///< see OutOfSetScore.h; 0 with a model that has none

    bool operator==(const Prediction &) const = default;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::Prediction)
