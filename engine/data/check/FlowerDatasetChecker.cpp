// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/FlowerDatasetChecker.h"

#include "engine/data/JpegDecoder.h"
#include "engine/data/OpenCvImage.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/data/check/CutJpeg.h"
#include "engine/data/check/NearCopies.h"
#include "engine/data/check/ScanCache.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

namespace flower {

namespace {

constexpr int kLookedAt = 128;           // pixels of the longer side: enough for a fingerprint, and a JPEG is decoded at an eighth
constexpr int kWhole = 1 << 20;          // no photo has a longer side: it isn't scaled
constexpr qint64 kLargestFile = 512 << 20; // bytes, as for PhotoDecoder

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// What is known of one photo after it was looked at.
struct Look {
    FileState state;
    QByteArray sha256;     ///< empty: the file can't be opened, or needn't be
    std::optional<int> content; ///< known from before
    ContentFacts facts;    ///< of a content that isn't
    QString problem;
};

/// A JPEG as small as is enough, upright; where libjpeg-turbo has nothing to say against it.
std::optional<RgbImage> smallJpeg(const QByteArray &bytes, const JpegHeader &header)
{
    const double factor = std::min(1.0, double(kLookedAt) / std::max(header.size.width, header.size.height));
    const cv::Size wanted(std::max(1, static_cast<int>(header.size.width * factor)), std::max(1, static_cast<int>(header.size.height * factor)));
    const cv::Mat decoded = JpegDecoder::ofThisThread().decode(bytes, header.size, wanted);
    if (decoded.empty())
        return std::nullopt;
    const cv::Mat turned = upright(decoded, header.orientation);
    RgbImage image = emptyImage(turned.size());
    turned.copyTo(matView(image));
    return image;
}

/// The facts of a photo, decoded as a training would decode it.
Result<ContentFacts> factsOf(const QByteArray &bytes)
{
    ContentFacts facts;
    if (const std::optional<JpegHeader> header = JpegDecoder::ofThisThread().readHeader(bytes)) {
        facts.orientation = header->orientation;
        facts.size = {header->size.width, header->size.height};
        if (facts.orientation >= 5) // a quarter turn
            facts.size.transpose();
        if (const std::optional<RgbImage> small = smallJpeg(bytes, *header)) {
            facts.print = fingerprintOf(*small);
        } else {
            if (isCutShort(bytes))
                return Error{ErrorCode::Unreadable, tr("The file is cut short: a part of the picture is missing.")};
            const Result<RgbImage> other = PhotoDecoder().load({{}, bytes}, kLookedAt);
            if (!other)
                return other.error();
            facts.print = fingerprintOf(*other);
        }
    } else {
        const Result<RgbImage> whole = PhotoDecoder().load({{}, bytes}, kWhole);
        if (!whole)
            return whole.error();
        facts.size = {whole->width, whole->height};
        facts.print = fingerprintOf(*whole);
    }
    if (std::max(facts.size.width(), facts.size.height()) > 50 * std::min(facts.size.width(), facts.size.height()))
        return Error{ErrorCode::Unsupported, tr("The picture is a narrow strip, over 50 times as long as it is wide.")};
    return facts;
}

/// Looks at a file; `cache` is only read.
Look lookAt(const QString &path, const ScanCache &cache)
{
    Look look;
    const QFileInfo info(path);
    look.state = fileStateOf(info);
    look.content = cache.find(path, look.state);
    if (look.content)
        return look;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        look.problem = tr("The file can't be opened: %1.").arg(file.errorString());
        return look;
    }
    if (file.size() > kLargestFile) {
        look.problem = tr("The file is over 512 MB.");
        return look;
    }
    const QByteArray bytes = file.readAll();
    if (bytes.isEmpty()) {
        look.problem = tr("The file is empty.");
        return look;
    }
    look.sha256 = QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
    look.content = cache.findContent(look.sha256);
    if (look.content)
        return look;
    try {
        const Result<ContentFacts> facts = factsOf(bytes);
        if (facts)
            look.facts = *facts;
        else
            look.problem = facts.error().message;
    } catch (const std::exception &) { // OpenCV's, or no memory
        look.problem = tr("The photo is damaged or too large to be decoded.");
    }
    return look;
}

/// Looks at all photos on `threads` threads, says how far it is from the calling one, and ends early when it is asked to.
std::vector<std::optional<Look>> lookAtAll(const QList<Sample> &samples, const ScanCache &cache, int threads, RunControl &control,
                                           const ProgressSink &progress)
{
    constexpr std::chrono::milliseconds kBetweenProgress{60};
    const auto count = static_cast<size_t>(samples.size());
    std::vector<std::optional<Look>> looks(count);
    std::atomic<size_t> next{0};
    std::atomic<size_t> done{0};
    int running = threads;
    std::mutex mutex;
    std::condition_variable ended; // with mutex: a thread has no photo left
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < threads; ++worker) {
            workers.emplace_back([&] {
                for (size_t index = next++; index < count && control.checkpoint(); index = next++) {
                    looks[index] = lookAt(samples.at(static_cast<qsizetype>(index)).path, cache);
                    ++done;
                }
                const std::lock_guard lock(mutex);
                --running;
                ended.notify_one();
            });
        }
        std::unique_lock lock(mutex);
        std::optional<size_t> said; // nothing new is said while the scan is held
        for (bool isOver = false; !isOver;) {
            isOver = ended.wait_for(lock, kBetweenProgress, [&] { return running == 0; });
            lock.unlock();
            if (const size_t now = done.load(); said != now) {
                said = now;
                progress(static_cast<qint64>(now), static_cast<qint64>(count));
            }
            lock.lock();
        }
    }
    return looks;
}

} // namespace

FlowerDatasetChecker::FlowerDatasetChecker(const QString &cacheFolder, int threads)
    : m_cacheFile(cacheFolder.isEmpty() ? QString() : QDir(cacheFolder).filePath(QStringLiteral("data-check.bin"))),
      m_threads(threads > 0 ? threads : static_cast<int>(std::max(1U, std::thread::hardware_concurrency())))
{
}

Result<DataScan> FlowerDatasetChecker::scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress)
{
    ScanCache cache(m_cacheFile);
    cache.load();
    const std::vector<std::optional<Look>> looks = lookAtAll(dataset.samples, cache, m_threads, control, progress);

    DataScan scan;
    scan.skipped = {tr("Not looked for: photos that look like none of the kinds.")};
    scan.photos.reserve(dataset.samples.size());
    QHash<int, int> numberOf; // a content of the cache to its number here, which is that of its first photo
    QHash<QByteArray, int> unreadable;
    std::vector<const PhotoFingerprint *> prints;
    std::vector<int> contents; // of the cache, in the order of their first photos
    QList<int> firsts;         // the first photos of these contents
    for (qsizetype index = 0; index < dataset.samples.size(); ++index) {
        const std::optional<Look> &look = looks[static_cast<size_t>(index)];
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
            if (!content) {
                content = cache.addContent(look->sha256, look->facts);
                ++scan.decoded;
            }
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
    if (control.isStopRequested())
        return Error{ErrorCode::Interrupted, tr("The check of the photos was stopped.")};
    for (NearCopy &pair : scan.nearCopies)
        pair = {firsts.at(pair.a), firsts.at(pair.b), pair.isMirrored};
    return scan;
}

} // namespace flower
