// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/FlowerDatasetChecker.h"

#include "engine/data/check/LikenessScan.h"
#include "engine/data/check/NearCopies.h"
#include "engine/data/check/PhotoLook.h"
#include "engine/data/check/ScanCache.h"

#include <QElapsedTimer>
#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <tuple>
#include <vector>

namespace flower {

namespace {

constexpr qsizetype kSeenAtOnce = 96; // photos whose pictures are in memory for the network

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// Looks at photos on some threads.
class Looker
{
public:
    using NeedsPicture = std::function<bool(const QByteArray &)>;

    Looker(const QList<Sample> &samples, const ScanCache &cache, NeedsPicture needsPicture, int threads)
        : m_samples(samples), m_cache(cache), m_needsPicture(std::move(needsPicture)), m_threads(threads)
    {
    }

    /// At those from `first` to before `last`; says how far it is from the calling thread, and ends early when it is asked to.
    void look(qsizetype first, qsizetype last, std::vector<std::optional<PhotoLook>> &looks, RunControl &control, const ProgressSink &progress)
    {
        constexpr std::chrono::milliseconds kBetweenProgress{60};
        std::atomic<qsizetype> next{first};
        std::atomic<qsizetype> done{first};
        int running = m_threads;
        std::mutex mutex;
        std::condition_variable ended; // with mutex: a thread has no photo left
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < m_threads; ++worker) {
            workers.emplace_back([&] {
                for (qsizetype index = next++; index < last && control.checkpoint(); index = next++) {
                    looks[static_cast<size_t>(index)] = lookAt(m_samples.at(index).path, m_cache, m_needsPicture);
                    ++done;
                }
                const std::lock_guard lock(mutex);
                --running;
                ended.notify_one();
            });
        }
        std::unique_lock lock(mutex);
        for (bool isOver = false; !isOver;) {
            isOver = ended.wait_for(lock, kBetweenProgress, [&] { return running == 0; });
            lock.unlock();
            const qsizetype now = done.load();
            const bool isTime = now == m_samples.size() || !m_sinceSaid.isValid() || m_sinceSaid.hasExpired(kBetweenProgress.count());
            if (m_said != now && isTime) { // nothing new is said while the scan is held
                m_said = now;
                m_sinceSaid.start();
                progress(now, m_samples.size());
            }
            lock.lock();
        }
    }

private:
    const QList<Sample> &m_samples;
    const ScanCache &m_cache;
    NeedsPicture m_needsPicture;
    int m_threads;
    std::optional<qsizetype> m_said;
    QElapsedTimer m_sinceSaid;
};

/// All photos, and what a network makes of them as they come.
std::vector<std::optional<PhotoLook>> lookAtAll(const QList<Sample> &samples, const ScanCache &cache, LikenessScan &likeness, int threads,
                                                RunControl &control, const ProgressSink &progress)
{
    std::vector<std::optional<PhotoLook>> looks(static_cast<size_t>(samples.size()));
    Looker looker(samples, cache, [&likeness](const QByteArray &sha256) { return likeness.needs(sha256); }, threads);
    const qsizetype step = likeness.isOn() ? kSeenAtOnce : std::max<qsizetype>(1, samples.size());
    for (qsizetype first = 0; first < samples.size() && control.checkpoint(); first += step) {
        const qsizetype last = std::min(samples.size(), first + step);
        looker.look(first, last, looks, control, progress);
        QList<LikenessScan::NewPhoto> pictures;
        for (qsizetype index = first; index < last; ++index) {
            if (std::optional<PhotoLook> &look = looks[static_cast<size_t>(index)]; look && !look->picture.pixels.isEmpty())
                pictures.append({look->sha256, std::exchange(look->picture, {})});
        }
        likeness.add(pictures);
    }
    return looks;
}

/// The pairs of both lists, those of the first where both have one.
QList<NearCopy> joined(QList<NearCopy> first, const QList<NearCopy> &second)
{
    const auto key = [](const NearCopy &pair) { return std::tuple(pair.a, pair.b); };
    first += second;
    std::stable_sort(first.begin(), first.end(), [&](const NearCopy &a, const NearCopy &b) { return key(a) < key(b); });
    first.erase(std::unique(first.begin(), first.end(), [&](const NearCopy &a, const NearCopy &b) { return key(a) == key(b); }), first.end());
    return first;
}

} // namespace

FlowerDatasetChecker::FlowerDatasetChecker(const QString &cacheFolder, int threads, std::shared_ptr<PhotoFeatureSource> features)
    : m_cacheFolder(cacheFolder), m_features(std::move(features)),
      m_threads(threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())))
{
}

Result<DataScan> FlowerDatasetChecker::scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress)
{
    ScanCache cache(m_cacheFolder.isEmpty() ? QString() : QDir(m_cacheFolder).filePath(QStringLiteral("data-check.bin")));
    cache.load();
    LikenessScan likeness(m_features, m_cacheFolder, static_cast<int>(dataset.samples.size()));
    const std::vector<std::optional<PhotoLook>> looks = lookAtAll(dataset.samples, cache, likeness, m_threads, control, progress);

    DataScan scan;
    scan.photos.reserve(dataset.samples.size());
    QHash<int, int> numberOf; // a content of the cache to its number here, which is that of its first photo
    QHash<QByteArray, int> unreadable;
    std::vector<const PhotoFingerprint *> prints;
    std::vector<int> contents; // of the cache, in the order of their first photos
    QList<int> firsts;         // the first photos of these contents
    for (qsizetype index = 0; index < dataset.samples.size(); ++index) {
        const std::optional<PhotoLook> &look = looks[static_cast<size_t>(index)];
        if (!look)
            continue; // the scan was stopped
        const auto position = static_cast<int>(index);
        ScannedPhoto photo{dataset.samples.at(index).path, -1, {}, 1, look->problem};
        std::optional<int> content = look->content;
        if (!look->problem.isEmpty()) {
            if (!look->sha256.isEmpty())
                photo.content = unreadable.value(look->sha256, position);
            unreadable.insert(look->sha256, photo.content);
        } else {
            scan.decoded += look->isDecoded ? 1 : 0;
            if (!content)
                content = cache.addContent(look->sha256, look->facts);
            if (!look->sha256.isEmpty())
                cache.setPath(photo.path, look->state, *content);
            cache.use(*content);
            const auto known = numberOf.constFind(*content);
            if (known == numberOf.cend()) {
                numberOf.insert(*content, position);
                contents.push_back(*content);
                firsts.append(position);
            }
            photo.content = numberOf.value(*content);
            photo.size = cache.facts(*content).size;
            photo.orientation = cache.facts(*content).orientation;
        }
        scan.photos.append(photo);
    }
    if (!control.isStopRequested()) {
        for (const int content : contents)
            prints.push_back(&cache.facts(content).print);
        scan.nearCopies = findNearCopies(prints, control);
    }
    static_cast<void>(cache.save()); // without it the next scan takes longer, and that is all
    std::vector<QByteArray> hashes;
    std::vector<int> labels;
    for (size_t number = 0; number < contents.size(); ++number) {
        hashes.push_back(cache.sha256(contents[number]));
        labels.push_back(dataset.samples.at(firsts.at(static_cast<qsizetype>(number))).label);
    }
    const LikenessFindings alike = likeness.finish(hashes, labels, m_threads, control);
    if (control.isStopRequested())
        return Error{ErrorCode::Interrupted, tr("The check of the photos was stopped.")};
    if (!likeness.skipped().isEmpty())
        scan.skipped.append(likeness.skipped());
    scan.nearCopies = joined(scan.nearCopies, alike.copies);
    for (const FoundOddPhoto &odd : alike.odd) {
        scan.oddPhotos.append({firsts.at(odd.photo), dataset.classNames.at(labels[static_cast<size_t>(odd.photo)]),
                               odd.like < 0 ? QString() : dataset.classNames.value(odd.like)});
    }
    for (NearCopy &pair : scan.nearCopies)
        pair = {firsts.at(pair.a), firsts.at(pair.b), pair.isMirrored};
    return scan;
}

} // namespace flower
