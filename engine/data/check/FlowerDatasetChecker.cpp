// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/FlowerDatasetChecker.h"

#include "engine/core/ParallelBlocks.h"
#include "engine/data/check/LikenessScan.h"
#include "engine/data/check/NearCopies.h"
#include "engine/data/check/PhotoLook.h"
#include "engine/data/check/ScanCache.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>
#include <optional>
#include <tuple>
#include <vector>

namespace flower {

namespace {

constexpr int kSeenAtOnce = 96; // photos whose pictures are in memory for the network

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// What is known of the photos of a data set, and which contents they are.
struct Contents {
    std::vector<int> numbers;        ///< in the cache, in the order of their first photos
    std::vector<QByteArray> hashes;  ///< as the others, one for each content
    std::vector<int> labels;         ///< of their first photos
    QList<int> firsts;               ///< positions of their first photos
    std::vector<FileState> states;   ///< of these photos' files
};

/// All photos, as far as `control` lets it; in their order.
std::vector<std::optional<PhotoLook>> lookAtAll(const QList<Sample> &samples, const ScanCache &cache, int threads, RunControl &control,
                                                const ProgressSink &progress)
{
    std::vector<std::optional<PhotoLook>> looks(static_cast<size_t>(samples.size()));
    inParallelBlocks(
        static_cast<int>(samples.size()), 1, threads, control,
        [&](int photo, int) { looks[static_cast<size_t>(photo)] = lookAt(samples.at(photo).path, cache); },
        [&](int done) { progress(done, samples.size()); });
    return looks;
}

/// Puts what was seen into the cache, and says which photos are which content.
Contents takeIn(const std::vector<std::optional<PhotoLook>> &looks, const QList<Sample> &samples, ScanCache &cache, DataScan &scan)
{
    Contents contents;
    QHash<int, int> firstOf; // a content of the cache to the position of its first photo
    QHash<QByteArray, int> unreadable;
    scan.photos.reserve(samples.size());
    for (qsizetype index = 0; index < samples.size(); ++index) {
        const std::optional<PhotoLook> &look = looks[static_cast<size_t>(index)];
        if (!look)
            continue; // the scan was stopped
        const auto position = static_cast<int>(index);
        ScannedPhoto photo{samples.at(index).path, -1, {}, 1, look->problem};
        if (!look->problem.isEmpty()) {
            if (!look->sha256.isEmpty())
                photo.content = unreadable.value(look->sha256, position);
            unreadable.insert(look->sha256, photo.content);
            scan.photos.append(photo);
            continue;
        }
        scan.decoded += look->isDecoded ? 1 : 0;
        const int content = look->content ? *look->content : cache.addContent(look->sha256, look->facts);
        if (!look->sha256.isEmpty())
            cache.setPath(photo.path, look->state, content);
        cache.use(content);
        if (!firstOf.contains(content)) {
            firstOf.insert(content, position);
            contents.numbers.push_back(content);
            contents.hashes.push_back(cache.sha256(content));
            contents.labels.push_back(samples.at(index).label);
            contents.firsts.append(position);
            contents.states.push_back(look->state);
        }
        photo.content = firstOf.value(content);
        photo.size = cache.facts(content).size;
        photo.orientation = cache.facts(content).orientation;
        scan.photos.append(photo);
    }
    return contents;
}

QList<NearCopy> nearCopiesOf(const Contents &contents, const ScanCache &cache, RunControl &control)
{
    std::vector<const PhotoFingerprint *> prints;
    for (const int number : contents.numbers)
        prints.push_back(&cache.facts(number).print);
    return findNearCopies(prints, control);
}

/// How many contents a network saw anew, and how many it should have seen that can't be read any more.
struct Shown {
    int seen = 0;
    int lost = 0;
};

/// Shows the network the contents that it hasn't seen.
Shown showTheNetwork(const Contents &contents, const QList<Sample> &samples, LikenessScan &likeness, int threads, RunControl &control,
                     const ProgressSink &progress)
{
    std::vector<int> unseen;
    for (size_t content = 0; content < contents.hashes.size(); ++content) {
        if (likeness.needs(contents.hashes[content]))
            unseen.push_back(static_cast<int>(content));
    }
    Shown shown;
    const auto total = static_cast<int>(unseen.size());
    progress(0, total);
    for (int first = 0; first < total && likeness.isOn(); first += kSeenAtOnce) {
        const int count = std::min(kSeenAtOnce, total - first);
        std::vector<LikenessScan::NewPhoto> photos(static_cast<size_t>(count));
        const auto read = [&](int number, int) {
            const auto content = static_cast<size_t>(unseen[static_cast<size_t>(first + number)]);
            const QString &path = samples.at(contents.firsts.at(static_cast<qsizetype>(content))).path;
            photos[static_cast<size_t>(number)] = {contents.hashes[content], pictureFor(path, contents.states[content])};
        };
        if (!inParallelBlocks(count, 1, threads, control, read))
            break;
        shown.lost += static_cast<int>(std::erase_if(photos, [](const LikenessScan::NewPhoto &photo) { return photo.picture.pixels.isEmpty(); }));
        shown.seen += static_cast<int>(photos.size());
        likeness.add(photos);
        progress(first + count, total);
    }
    progress(0, 0); // they are compared, which has no steps
    return shown;
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
    : m_cacheFolder(cacheFolder), m_features(std::move(features)), m_threads(threads > 0 ? threads : processorCount())
{
}

Result<DataScan> FlowerDatasetChecker::scan(const Dataset &dataset, RunControl &control, const ProgressSink &progress, const ScanSink &soFar)
{
    ScanCache cache(m_cacheFolder.isEmpty() ? QString() : QDir(m_cacheFolder).filePath(QStringLiteral("data-check.bin")));
    cache.load();
    DataScan scan;
    const Contents contents = takeIn(lookAtAll(dataset.samples, cache, m_threads, control, progress), dataset.samples, cache, scan);
    const QList<NearCopy> byPixels = nearCopiesOf(contents, cache, control);
    static_cast<void>(cache.save()); // without it the next scan takes longer, and that is all
    const auto inPhotos = [&contents](QList<NearCopy> pairs) {
        for (NearCopy &pair : pairs)
            pair = {contents.firsts.at(pair.a), contents.firsts.at(pair.b), pair.isMirrored};
        return pairs;
    };
    scan.nearCopies = inPhotos(byPixels);

    LikenessScan likeness(m_features, m_cacheFolder, static_cast<int>(dataset.samples.size()));
    std::optional<LikenessFindings> alike = likeness.known(contents.hashes, contents.labels);
    if (!alike && !control.isStopRequested()) {
        soFar(scan);
        const Shown shown = showTheNetwork(contents, dataset.samples, likeness, m_threads, control, progress);
        scan.decoded = std::max(scan.decoded, shown.seen); // a photo that is new is new to the network, too
        if (shown.lost > 0) {
            scan.skipped.append(tr("%1 of the photos couldn't be read once more, to be compared as a network sees them. Check again when they "
                                   "can be read.").arg(shown.lost));
        }
    }
    if (!alike) // what was seen until a stop is kept, too
        alike = likeness.compare(contents.hashes, contents.labels, m_threads, control);
    if (control.isStopRequested())
        return Error{ErrorCode::Interrupted, tr("The check of the photos was stopped.")};
    if (!likeness.skipped().isEmpty())
        scan.skipped.append(likeness.skipped());
    scan.nearCopies = inPhotos(joined(byPixels, alike->copies));
    for (const FoundOddPhoto &odd : alike->odd) {
        scan.oddPhotos.append({contents.firsts.at(odd.photo), dataset.classNames.at(contents.labels[static_cast<size_t>(odd.photo)]),
                               odd.like < 0 ? QString() : dataset.classNames.value(odd.like)});
    }
    return scan;
}

} // namespace flower
