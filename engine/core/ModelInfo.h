// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <array>

namespace flower {

/// How convolutions of stride 2 pad: torchvision puts (k-1)/2 on both sides; TensorFlow's "same" puts nothing before
/// and one row and column after. Part of a weights file's identity.
enum class Padding { Symmetric, Same };

/// What the pixels of a photo go through before the network, and what its layers assume. Comes with the weights.
struct Preprocessing {
    int inputSize = 224;                        ///< side of the square input, in pixels
    std::array<double, 3> mean{0.485, 0.456, 0.406}; ///< RGB, of pixels in [0, 1]
    std::array<double, 3> std{0.229, 0.224, 0.225};
    Padding padding = Padding::Symmetric;
    double batchNormEpsilon = 1e-5;
    bool testFlip = false;                      ///< answers are the mean of the logits of the photo and its mirror image

    bool operator==(const Preprocessing &) const = default;
};

/// A network's size, as the program computes it from the layers.
struct ArchitectureInfo {
    QString name;              ///< "MobileNet-V2"
    double width = 1.0;
    int classes = 1000;
    int inputSize = 224;
    int blocks = 17;           ///< inverted-residual blocks
    qint64 parameters = 0;
    qint64 multiplyAdds = 0;   ///< of convolutions and the head, for one photo

    bool operator==(const ArchitectureInfo &) const = default;
};

/// What a model or weights file holds.
struct ModelInfo {
    QString path;
    qint64 fileBytes = 0;
    ArchitectureInfo architecture;
    Preprocessing preprocessing;
    QStringList classNames;    ///< empty in a weights file without names
    bool hasHead = true;       ///< false: backbone only
    QString trainedOn;         ///< the data set's name, where the file says
    QDateTime trainedAt;       ///< UTC
    double valTop1 = -1.0;     ///< negative where unknown
    double testTop1 = -1.0;
    Calibration calibration;   ///< fitted on the validation photos; the default in files without it
    QString description;       ///< free text of the file's maker

    bool operator==(const ModelInfo &) const = default;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::ModelInfo)
