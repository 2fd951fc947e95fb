// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "engine/core/TrainingEvent.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>

namespace flower {

enum class Optimizer { AdamW, Sgd };
enum class Schedule { Constant, Step, Plateau, Cosine };
enum class MonitoredMetric { ValTop1, ValLoss };
enum class Device { Auto, Cpu, Cuda, Mps };
/// In what numbers the backbone computes while it learns. Weights, gradients' sums and the optimiser stay in 32 bits, and so
/// do validation, test and prediction. Auto: bfloat16 on a CPU that multiplies it natively, else 32 bits.
enum class Precision { Auto, Float32, BFloat16 };
/// What is done where some classes have far fewer photos than others. None: each photo counts once. Weights: mistakes count
/// by classWeights(). Sampling: the photos of an epoch are drawn so that each class comes as often, as many as there are.
enum class ClassBalance { None, Weights, Sampling };

/// What happens to a training photo before the network sees it.
struct Augmentation {
    bool enabled = true;
    bool randomResizedCrop = true; ///< off: a centre crop
    double cropMinScale = 0.35;    ///< smallest share of the photo's area, (0, 1]
    double cropResolution = 1.0;   ///< random crops are scaled to this share of imageSize, to the next multiple of 32
    bool horizontalFlip = true;
    double rotationDegrees = 0.0;  ///< up to this much to either side
    double brightness = 0.2;       ///< 0.2: factor drawn from [0.8, 1.2]
    double contrast = 0.2;
    double saturation = 0.2;

    bool operator==(const Augmentation &) const = default;
};

/// The settings of one phase.
struct PhaseConfig {
    int epochs = 20;
    double learningRate = 1e-3;
    Optimizer optimizer = Optimizer::AdamW;
    double momentum = 0.9;         ///< SGD only
    double weightDecay = 1e-2;
    int batchSize = 32;
    Schedule schedule = Schedule::Step;
    int stepEpochs = 7;            ///< Step: epochs between two reductions
    double stepFactor = 0.5;       ///< Step and Plateau: what the learning rate is multiplied with
    int plateauPatience = 3;       ///< Plateau: epochs without improvement before a reduction
    int warmupEpochs = 0;          ///< the learning rate rises linearly over these
    double dropout = 0.2;          ///< before the head
    double labelSmoothing = 0.0;
    double mixupAlpha = 0.0;       ///< Mixup (Zhang et al. 2018): pairs of photos laid over each other; 0: off
    double cutmixAlpha = 0.0;      ///< CutMix (Yun et al. 2019): a box of another photo; 0: off. Not on kept features
    bool earlyStopping = false;
    int patience = 8;              ///< epochs without improvement before the phase ends
    MonitoredMetric metric = MonitoredMetric::ValTop1;
    Augmentation augmentation;

    bool operator==(const PhaseConfig &) const = default;
};

/// A setting that can't be used, tied to its field: "finetune.learningRate".
struct ConfigProblem {
    QString field;
    QString message;

    bool operator==(const ConfigProblem &) const = default;
};

/// Everything that decides how a run goes, but for the photos.
struct TrainingConfig {
    PhaseConfig head;
    PhaseConfig fineTune;
    ClassBalance classBalance = ClassBalance::None; ///< in both phases
    int featureViews = 0;          ///< phase 1: augmented views of each photo whose features are kept; 0: a new view each epoch
    int learningBlocks = 17;       ///< phase 2: how many of the 17 inverted-residual blocks, from the head down, learn;
                                   ///< 17 also lets the first convolution learn
    bool batchNormLearns = false;  ///< phase 2: BatchNorm statistics follow the photos
    double averageDecay = 0.0;     ///< phase 2: decay of the weights' exponential moving average, which is then validated and
                                   ///< kept in their place; 0: off
    bool testFlip = false;         ///< validation, test and the model's answers: mean of the logits of photo and mirror image
    bool keepBest = true;          ///< the model of the best epoch, not of the last
    double width = 1.0;            ///< one of kWidths
    int imageSize = 224;
    QString weightsPath;           ///< pretrained backbone; empty: from scratch
    quint64 seed = 1;
    Device device = Device::Auto;
    Precision precision = Precision::Auto; ///< on the CPU
    int threads = 0;               ///< CPU threads; 0: all cores
    int cacheMegabytes = 1000;     ///< decoded photos that are kept in memory; the others are decoded again in each epoch
    QString runFolder;             ///< where model, epochs and settings go; made if it isn't there

    /// The recipe as the course teaches it; also what a default-made config holds where no measurement was better.
    static TrainingConfig asTaught();
    /// The defaults for training without pretrained weights (the built-in samples): fewer epochs, higher rates.
    static TrainingConfig forScratch();

    /// Every problem in words; empty where the run can start.
    [[nodiscard]] QList<ConfigProblem> validate() const;

    /// JSON object with all fields, `"version": 1`, phases under "head" and "finetune".
    [[nodiscard]] QByteArray toJson() const;
    /// Takes a JSON object; fields that are missing keep the value of `base`. Unknown fields and wrong types are errors
    /// that name the field.
    static Result<TrainingConfig> fromJson(const QByteArray &json, const TrainingConfig &base);

    /// Whether phase 1 learns from features that are computed once, and not from new views of the photos in each epoch.
    [[nodiscard]] bool keepsFeatures() const { return featureViews > 0 || !head.augmentation.enabled; }
    /// Pixels of the side of the views that a phase learns from.
    [[nodiscard]] int viewSize(const PhaseConfig &phase) const;
    [[nodiscard]] const PhaseConfig &phase(Phase which) const { return which == Phase::Head ? head : fineTune; }

    TrainingConfig();
    bool operator==(const TrainingConfig &) const = default;
};

inline constexpr double kWidths[] = {0.35, 0.5, 0.75, 1.0, 1.4};
inline constexpr int kBlockCount = 17;

} // namespace flower

Q_DECLARE_METATYPE(flower::TrainingConfig)
