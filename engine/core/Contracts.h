// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"
#include "engine/core/Explanation.h"
#include "engine/core/LearningRateCurve.h"
#include "engine/core/Metrics.h"
#include "engine/core/ModelInfo.h"
#include "engine/core/PhotoFacts.h"
#include "engine/core/PhotoMap.h"
#include "engine/core/Prediction.h"
#include "engine/core/Result.h"
#include "engine/core/RunControl.h"
#include "engine/core/TrainingConfig.h"
#include "engine/core/TrainingEvent.h"

#include <QByteArray>
#include <QMetaType>
#include <QString>
#include <QStringList>
#include <QUrl>

#include <functional>
#include <optional>

// What the engine's modules promise to each other and to the UI. Implementations live in data, ml, fetch and store;
// only app knows which is which. Unless a line says otherwise an object is used by one thread at a time, and any thread.

namespace flower {

/// Steps done of a total (0: unknown), at most every 60 ms. Called in the job's thread.
using ProgressSink = std::function<void(qint64 done, qint64 total)>;

/// What to read: the built-in drawn samples, or a folder, CSV or archive.
struct DatasetRequest {
    bool samples = false;      ///< the built-in drawn samples; `path` is ignored
    QString path;
    quint64 splitSeed = 1;     ///< for the 70/15/15 split of a source that gives none

    bool operator==(const DatasetRequest &) const = default;
};

/// Finds labelled photos. Recognises the layout by itself.
class DatasetReader
{
public:
    virtual ~DatasetReader() = default;
    /// Errors: NotFound, Unreadable with a sentence on what to do; Interrupted.
    virtual Result<Dataset> read(const DatasetRequest &request, RunControl &control, const ProgressSink &progress) = 0;
};

/// 8-bit RGB pixels, rows packed (3 · width bytes each).
struct RgbImage {
    int width = 0;
    int height = 0;
    QByteArray pixels;

    bool operator==(const RgbImage &) const = default;
};

/// Decodes photos for display, with the same eyes as the network: EXIF orientation, CMYK, 16 bit, alpha.
/// Thread safety: load() and facts() may be called from several threads at once.
class PhotoSource
{
public:
    virtual ~PhotoSource() = default;
    /// The photo scaled so that its longer side is at most `maxSide` pixels (never enlarged).
    virtual Result<RgbImage> load(const PhotoInput &photo, int maxSide) const = 0;
    /// When and where the photo was taken. What the file doesn't say, or says in a damaged way, is left open; so is all
    /// of it where a source knows no files.
    virtual PhotoFacts facts(const QString &) const { return {}; }
};

/// A training photo and views of it as a run shows them to the network.
struct AugmentedPhoto {
    RgbImage photo;            ///< whole
    QList<RgbImage> views;     ///< square, of the run's image size

    bool operator==(const AugmentedPhoto &) const = default;
};

/// Shows what augmentation makes of photos.
/// Thread safety: augment() may be called from several threads at once.
class AugmentationSource
{
public:
    virtual ~AugmentationSource() = default;
    /// The first views of a photo that a phase of a run with these settings learns from, to the pixel. `number`: the photo's
    /// position in the data set's samples. Errors: as reading a photo.
    virtual Result<AugmentedPhoto> augment(const PhotoInput &photo, int number, const TrainingConfig &config, Phase phase,
                                           int views) const = 0;
};

/// Teaches a network. The stream of events ends with one RunFinished, also after an error. After every epoch the run's folder
/// holds what is needed to go on from there, until the run is completed.
class Trainer
{
public:
    virtual ~Trainer() = default;
    virtual TrainingSummary train(const TrainingConfig &config, const Dataset &dataset, const QString &runId,
                                  RunControl &control, const TrainingEventSink &sink) = 0;
    /// Goes on with a run that ended before its time, from what `config.runFolder` holds; from the beginning where that is
    /// nothing. With the same settings, photos and threads it ends, on the CPU, as the run would have ended undisturbed. The
    /// results of the epochs that lie behind it are sent again, after RunStarted.
    virtual TrainingSummary resume(const TrainingConfig &config, const Dataset &dataset, const QString &runId,
                                   RunControl &control, const TrainingEventSink &sink) = 0;
};

/// Where a search for a learning rate stands.
struct LearningRateProgress {
    Activity activity = Activity::LoadingPhotos; ///< LoadingPhotos, ComputingFeatures or Learning: the sweep itself
    int done = 0;
    int total = 0;
    QList<LearningRatePoint> points; ///< all of the sweep so far, smoothed

    bool operator==(const LearningRateProgress &) const = default;
};
/// Called in the job's thread, at most about every 60 ms.
using LearningRateSink = std::function<void(const LearningRateProgress &)>;

/// Tries learning rates from tiny to large on a network that is thrown away, and finds the one at which the loss falls fastest.
class LearningRateFinder
{
public:
    virtual ~LearningRateFinder() = default;
    /// Sweeps over rates (LearningRateSweep) with the settings of `phase` and the training photos; for phase 2 from a head that
    /// was warmed up as phase 1 would leave it, unless that has no epochs. Nothing is kept; `config.runFolder` and the phases'
    /// own rates (but phase 1's in the warm-up) aren't used. Errors: as training; Interrupted.
    virtual Result<LearningRateCurve> find(const TrainingConfig &config, const Dataset &dataset, Phase phase, RunControl &control,
                                           const LearningRateSink &sink) = 0;
};

/// A saved model, measured on photos. Labels and answers are the model's class numbers.
struct ModelEvaluation {
    ModelInfo model;
    std::optional<Subset> subset; ///< what was measured; nothing: all photos
    Evaluation evaluation;
    QStringList unknownClasses;   ///< of the photos measured, but not of the model: their photos are skipped
    QStringList unseenClasses;    ///< of the model, but without a photo among these

    bool operator==(const ModelEvaluation &) const = default;
};

/// Measures a saved model on one subset (nothing: on all photos), at its temperature. Classes are matched by name.
class Evaluator
{
public:
    virtual ~Evaluator() = default;
    /// Errors: as reading the model; InvalidArgument where no photo is of a class that the model knows; Interrupted.
    virtual Result<ModelEvaluation> evaluate(const QString &modelPath, const Dataset &dataset, std::optional<Subset> subset,
                                             int threads, RunControl &control, const ProgressSink &progress) = 0;
};

/// Answers photos with a saved model.
class Classifier
{
public:
    virtual ~Classifier() = default;
    virtual Result<ModelInfo> open(const QString &modelPath) = 0;
    /// All classes with their probabilities at the model's temperature, most probable first, cut to `top`, and whether
    /// they can be counted on. An unreadable photo is a Prediction with an error sentence. Needs open() first.
    virtual Prediction classify(const PhotoInput &photo, int top) = 0;
    /// As classify(), for a photo that is decoded already, upright and not cropped: scaled and cropped as a file would be.
    virtual Prediction classifyPixels(const RgbImage &photo, int top) = 0;
    /// Where the network looks when it finds the class `index` in the photo; −1: its most probable class.
    /// Errors: as classify(), and InvalidArgument for a class that the model doesn't have.
    virtual Result<Explanation> explain(const PhotoInput &photo, int index) = 0;
};

/// A map as far as it is. Called in the job's thread, about every 25 steps of a method that goes step by step.
using MapSink = std::function<void(const PhotoMap &map)>;

/// Places photos on a plane by the features that a saved model's backbone gives them.
class PhotoMapper
{
public:
    virtual ~PhotoMapper() = default;
    /// `progress`: while the network looks at the photos; `sink`: after that. Errors: as reading the model; NotFound where none of
    /// the photos can be read; Interrupted.
    virtual Result<PhotoMap> map(const MapRequest &request, RunControl &control, const ProgressSink &progress, const MapSink &sink) = 0;
};

/// Says what is in a model or weights file; reads it whole. Thread safety: may be called from any thread.
class ModelInspector
{
public:
    virtual ~ModelInspector() = default;
    virtual Result<ModelInfo> inspect(const QString &path) const = 0;
};

/// A file on a server and how to know that it came whole.
struct RemoteFile {
    QUrl url;
    QString fileName;
    QString title;             ///< for the window: "MobileNet-V2 weights (torchvision, 14 MB)"
    qint64 bytes = 0;          ///< about; 0 where unknown
    QByteArray md5;            ///< hex, or empty
    QByteArray sha256;         ///< hex, complete or its beginning, or empty

    bool operator==(const RemoteFile &) const = default;
};

/// Fetches a file over HTTPS, resuming a part that is there. Never called without the user's consent.
class Fetcher
{
public:
    virtual ~Fetcher() = default;
    /// Returns the file's place in `folder`. A file that is there with the right checksum is not fetched again.
    virtual Result<QString> fetch(const RemoteFile &file, const QString &folder, RunControl &control,
                                  const ProgressSink &progress) = 0;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::ModelEvaluation)
