// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/mapping/ModelPhotoMapper.h"

#include "engine/ml/TensorMemory.h"
#include "engine/ml/evaluation/NetworkEvaluation.h"
#include "engine/ml/mapping/PrincipalComponents.h"
#include "engine/ml/mapping/Tsne.h"
#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>

#include <vector>

namespace flower {

namespace {
constexpr int kPhotosAtOnce = 256;   // decoded ones in memory
constexpr int kStepsBetween = 25;    // maps on their way
constexpr qint64 kMostOften = 60;    // milliseconds between two of them

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

Error stopped()
{
    return {ErrorCode::Interrupted, tr("The map was stopped.")};
}

QList<QPointF> pointsOf(const torch::Tensor &places)
{
    QList<QPointF> points;
    const auto numbers = places.accessor<double, 2>();
    for (int64_t row = 0; row < places.size(0); ++row)
        points.append(QPointF(numbers[row][0], numbers[row][1]));
    return points;
}
} // namespace

/// The features of photos that one model has looked at; those that couldn't be read are tried anew each time.
struct ModelPhotoMapper::Seen {
    QString modelPath;
    QDateTime modelTime;
    qint64 modelBytes = 0;
    QHash<QString, torch::Tensor> features;

    /// Forgets everything where `path` is another model, or was written anew.
    void setModel(const QString &path)
    {
        const QFileInfo file(path);
        if (path == modelPath && file.lastModified() == modelTime && file.size() == modelBytes)
            return;
        modelPath = path;
        modelTime = file.lastModified();
        modelBytes = file.size();
        features.clear();
    }
};

ModelPhotoMapper::ModelPhotoMapper() : m_seen(std::make_unique<Seen>()) {}
ModelPhotoMapper::~ModelPhotoMapper() = default;

/// Fills in the features of the photos that are not known yet, some photos at a time.
Result<void> ModelPhotoMapper::look(const MapRequest &request, const QList<int> &chosen, RunControl &control, const ProgressSink &progress)
{
    m_seen->setModel(request.modelPath);
    QList<Sample> photos;
    for (const int photo : chosen) {
        if (!m_seen->features.contains(request.photos.at(photo).path))
            photos.append(request.photos.at(photo));
    }
    if (photos.isEmpty())
        return {};
    Result<LoadedModel> model = readModel(request.modelPath);
    if (!model)
        return model.error();
    const qint64 total = 2 * photos.size(); // decoding is one step, the network's look another
    PhotoCache::Options options;
    options.shortSide = model->info.preprocessing.inputSize * 256 / 224;
    for (qsizetype first = 0; first < photos.size(); first += kPhotosAtOnce) {
        const Result<PhotoCache> cache = PhotoCache::build(photos.mid(first, kPhotosAtOnce), options, control, [&](qint64 done, qint64) {
            progress(2 * first + done, total);
        });
        if (!cache)
            return cache.error().code == ErrorCode::Interrupted ? stopped() : cache.error();
        std::vector<int> usable;
        for (int index = 0; index < cache->size(); ++index) {
            if (cache->isUsable(index))
                usable.push_back(index);
        }
        if (usable.empty())
            continue;
        const Result<torch::Tensor> features =
            pooledFeaturesOf(model->network, model->info.preprocessing, *cache, usable, torch::kCPU, 2, [&](int done) {
                progress(2 * first + cache->size() + done, total);
                return control.checkpoint();
            });
        if (!features)
            return features.error().code == ErrorCode::Interrupted ? stopped() : features.error();
        for (size_t row = 0; row < usable.size(); ++row)
            m_seen->features.insert(cache->sample(usable.at(row)).path, (*features)[static_cast<int64_t>(row)].clone());
    }
    return {};
}

Result<PhotoMap> ModelPhotoMapper::map(const MapRequest &request, RunControl &control, const ProgressSink &progress, const MapSink &sink)
{
    if (request.onlyKept)
        return Error{ErrorCode::NotFound, tr("There is no map of these photos yet.")};
    try {
        useTensorMemory();
        PhotoMap map;
        map.method = request.method;
        const auto count = static_cast<int>(request.photos.size());
        const QList<int> chosen = sampleForMap(request.photos, request.method == MapMethod::Tsne ? kMostTsnePhotos : count, request.seed);
        map.leftOut = count - static_cast<int>(chosen.size());
        if (const Result<void> seen = look(request, chosen, control, progress); !seen)
            return seen.error();
        std::vector<torch::Tensor> rows;
        for (const int photo : chosen) {
            if (const torch::Tensor features = m_seen->features.value(request.photos.at(photo).path); features.defined()) {
                rows.push_back(features);
                map.photos.append(photo);
            }
        }
        map.unreadable = static_cast<int>(chosen.size() - map.photos.size());
        if (rows.empty()) {
            return Error{ErrorCode::NotFound, tr("None of these photos can be read. Put them back where they were when this run was "
                                                 "trained, and try again.")};
        }
        const torch::Tensor features = torch::stack(rows);
        if (request.method == MapMethod::Pca) {
            map.places = pointsOf(principalComponents(features, 2));
            return map;
        }
        Tsne::Options options;
        options.seed = request.seed;
        map.steps = options.steps;
        QElapsedTimer sinceSent;
        sinceSent.start();
        const std::optional<torch::Tensor> places = Tsne(options).places(features, [&](int step, const torch::Tensor &present) {
            if (step % kStepsBetween == 0 && step < options.steps && sinceSent.elapsed() >= kMostOften) {
                map.step = step;
                map.places = pointsOf(present);
                sink(map);
                sinceSent.restart();
            }
            return control.checkpoint();
        });
        if (!places)
            return stopped();
        map.step = map.steps;
        map.places = pointsOf(*places);
        return map;
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::OutOfMemory, tr("Memory ran out. Close other programs and try again.")};
    } catch (const std::exception &exception) {
        return Error{ErrorCode::Internal, tr("LibTorch gave up: %1").arg(QString::fromUtf8(exception.what()))};
    }
}

} // namespace flower
