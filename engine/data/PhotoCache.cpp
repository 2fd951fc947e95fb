// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoCache.h"

#include "engine/core/ParallelBlocks.h"
#include "engine/data/PhotoDecoder.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <mutex>
#include <utility>

namespace flower {

struct PhotoCache::Watch {
    std::mutex mutex;
    QSet<int> toldLost;    ///< guarded by mutex, as the others
    QSet<int> toldChanged; // apart: one that was changed may be gone later
    News news;
};

Result<PhotoCache> PhotoCache::build(const QList<Sample> &samples, const Options &options, RunControl &control,
                                     const ProgressSink &progress)
{
    PhotoCache cache;
    cache.m_samples = samples;
    cache.m_options = options;
    cache.m_watch = std::make_shared<Watch>();
    const auto count = static_cast<size_t>(samples.size());
    cache.m_photos.resize(count);
    cache.m_usable.assign(count, 0);
    cache.m_states.resize(count);
    std::vector<QString> reasons(count);

    std::atomic<qint64> bytes{0};
    const auto load = [&](int begin, int) {
        const auto index = static_cast<size_t>(begin);
        const QString &path = samples.at(begin).path;
        cache.m_states[index] = fileStateOf(QFileInfo(path));
        Result<RgbImage> photo = PhotoDecoder::loadShortSide({path, {}}, options.shortSide);
        if (!photo) {
            reasons[index] = photo.error().message;
            return;
        }
        cache.m_usable[index] = 1;
        if (bytes.fetch_add(photo->pixels.size()) + photo->pixels.size() <= options.maxBytes)
            cache.m_photos[index] = std::move(photo).value();
        else
            bytes.fetch_sub(photo->pixels.size());
    };
    const int threads = options.threads > 0 ? options.threads : processorCount();
    const bool isWhole = inParallelBlocks(static_cast<int>(count), 1, threads, [&control] { return !control.isStopRequested(); }, load,
                                          [&](int done) { progress(done, samples.size()); });
    if (!isWhole)
        return Error{ErrorCode::Interrupted, QCoreApplication::translate("PhotoCache", "Loading the photos was stopped.")};
    for (size_t index = 0; index < count; ++index) {
        if (cache.m_usable[index] == 0)
            cache.m_problems.append({samples.at(static_cast<qsizetype>(index)).path, reasons[index]});
    }
    return cache;
}

Result<RgbImage> PhotoCache::photo(int index) const
{
    const RgbImage &kept = m_photos.at(static_cast<size_t>(index));
    if (kept.width > 0)
        return kept;
    const QString &path = m_samples.at(index).path;
    Result<RgbImage> photo = PhotoDecoder::loadShortSide({path, {}}, m_options.shortSide);
    if (photo && fileStateOf(QFileInfo(path)) == m_states.at(static_cast<size_t>(index)))
        return photo;
    const std::lock_guard lock(m_watch->mutex);
    QSet<int> &told = photo ? m_watch->toldChanged : m_watch->toldLost;
    if (told.contains(index))
        return photo;
    told.insert(index);
    if (photo)
        m_watch->news.changed.append(path);
    else
        m_watch->news.lost.append({path, photo.error().message});
    return photo;
}

PhotoCache::News PhotoCache::takeNews() const
{
    const std::lock_guard lock(m_watch->mutex);
    return std::exchange(m_watch->news, {});
}

} // namespace flower
