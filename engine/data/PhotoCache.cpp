// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PhotoCache.h"

#include "engine/data/PhotoDecoder.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <utility>

namespace flower {

struct PhotoCache::Lost {
    std::mutex mutex;
    QSet<int> known;          ///< guarded by mutex
    QList<PhotoProblem> news; ///< guarded by mutex
};

Result<PhotoCache> PhotoCache::build(const QList<Sample> &samples, const Options &options, RunControl &control,
                                     const ProgressSink &progress)
{
    PhotoCache cache;
    cache.m_samples = samples;
    cache.m_options = options;
    cache.m_lost = std::make_shared<Lost>();
    const auto count = static_cast<size_t>(samples.size());
    cache.m_photos.resize(count);
    cache.m_usable.assign(count, 0);
    std::vector<QString> reasons(count);

    std::atomic<size_t> next{0};
    std::atomic<size_t> done{0};
    std::atomic<qint64> bytes{0};
    std::mutex mutex;
    std::condition_variable finished; // with mutex: the last photo is done
    const int threads = options.threads > 0 ? options.threads : std::max(1u, std::thread::hardware_concurrency());
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < threads; ++worker) {
            workers.emplace_back([&] {
                for (size_t index = next++; index < count && !control.isStopRequested(); index = next++) {
                    Result<RgbImage> photo =
                        PhotoDecoder::loadShortSide({samples.at(static_cast<qsizetype>(index)).path, {}}, options.shortSide);
                    if (photo) {
                        cache.m_usable[index] = 1;
                        if (bytes.fetch_add(photo->pixels.size()) + photo->pixels.size() <= options.maxBytes)
                            cache.m_photos[index] = std::move(photo).value();
                        else
                            bytes.fetch_sub(photo->pixels.size());
                    } else {
                        reasons[index] = photo.error().message;
                    }
                    if (++done == count) {
                        const std::lock_guard lock(mutex);
                        finished.notify_one();
                    }
                }
            });
        }
        std::unique_lock lock(mutex);
        while (done < count && !control.isStopRequested()) {
            lock.unlock();
            progress(static_cast<qint64>(done.load()), static_cast<qint64>(count));
            lock.lock();
            finished.wait_for(lock, std::chrono::milliseconds(20), [&] { return done == count; });
        }
    }
    if (control.isStopRequested())
        return Error{ErrorCode::Interrupted, QCoreApplication::translate("PhotoCache", "Loading the photos was stopped.")};
    progress(static_cast<qint64>(count), static_cast<qint64>(count));
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
    Result<RgbImage> photo = PhotoDecoder::loadShortSide({m_samples.at(index).path, {}}, m_options.shortSide);
    if (!photo) {
        const std::lock_guard lock(m_lost->mutex);
        if (!m_lost->known.contains(index)) {
            m_lost->known.insert(index);
            m_lost->news.append({m_samples.at(index).path, photo.error().message});
        }
    }
    return photo;
}

QList<PhotoProblem> PhotoCache::takeLost() const
{
    const std::lock_guard lock(m_lost->mutex);
    return std::exchange(m_lost->news, {});
}

} // namespace flower
