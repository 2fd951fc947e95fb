// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoFinder.h"

#include "engine/core/ParallelBlocks.h"
#include "engine/core/PathParts.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QHash>
#include <QSet>

#include <algorithm>
#include <vector>

namespace flower {

namespace {

constexpr int kBetween = 60; // ms from one report of progress to the next
constexpr int kMostOfOneName = 8; // files of a name that are read on its account alone

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

int depthOf(const QString &path)
{
    return static_cast<int>(path.count(QLatin1Char('/')));
}

/// The last parts of a path: its name and `depth` folders above it; empty where it has fewer.
QString tailOf(const QString &path, int depth)
{
    qsizetype slash = path.size();
    for (int part = 0; part <= depth; ++part) {
        if (slash == 0)
            return {};
        slash = path.lastIndexOf(QLatin1Char('/'), slash - 1);
        if (slash < 0)
            return {};
    }
    return path.mid(slash + 1);
}

Error stopped()
{
    return {ErrorCode::Interrupted, tr("Looking for the photos was stopped.")};
}

/// The files of a folder that may be wanted, found in several ways. Numbers are positions in `files`, which are sorted by path, so
/// that of several copies always the first is taken.
class Candidates
{
public:
    struct File {
        QString path;
        qint64 bytes = 0;
        QByteArray sha256; ///< empty: not read yet, or it can't be
        bool isRead = false;
    };

    explicit Candidates(const QList<WantedPhoto> &wanted)
    {
        for (const WantedPhoto &photo : wanted) {
            if (!photo.content.sha256.isEmpty())
                m_sizes.insert(photo.content.bytes);
            m_names.insert(lastStep(photo.path));
            m_depths.insert(depthOf(photo.relativePath));
        }
    }

    Result<void> walk(const QString &folder, RunControl &control, const ProgressSink &progress)
    {
        QElapsedTimer sinceProgress;
        sinceProgress.start();
        qint64 seen = 0;
        QDirIterator walk(folder, QDir::Files, QDirIterator::Subdirectories); // follows no links to folders: they may go in circles
        while (walk.hasNext()) {
            const QString path = walk.next();
            ++seen;
            const qint64 bytes = walk.fileInfo().size();
            if (m_sizes.contains(bytes) || m_names.contains(walk.fileName()))
                m_files.push_back({path, bytes, {}, false});
            if (sinceProgress.elapsed() >= kBetween) {
                sinceProgress.restart();
                progress(seen, 0);
                if (!control.checkpoint())
                    return stopped();
            }
        }
        progress(seen, 0);
        if (!control.checkpoint())
            return stopped();
        std::sort(m_files.begin(), m_files.end(), [](const File &a, const File &b) { return a.path < b.path; });
        for (int number = 0; number < static_cast<int>(m_files.size()); ++number) {
            const File &file = m_files[static_cast<size_t>(number)];
            m_bySize[file.bytes].append(number);
            m_byName[lastStep(file.path)].append(number);
            for (const int depth : std::as_const(m_depths)) {
                if (const QString tail = tailOf(file.path, depth); !tail.isEmpty())
                    m_byTail[tail].append(number);
            }
        }
        return {};
    }

    /// Reads files that weren't read yet, on all processors.
    Result<void> read(const QSet<int> &numbers, RunControl &control, const ProgressSink &progress)
    {
        std::vector<File *> files;
        for (const int number : numbers) {
            if (File &file = m_files[static_cast<size_t>(number)]; !file.isRead)
                files.push_back(&file);
        }
        std::sort(files.begin(), files.end()); // as they lie in their folders
        const auto count = static_cast<int>(files.size());
        const auto readOne = [&](int number, int) {
            File &file = *files[static_cast<size_t>(number)];
            file.sha256 = readContent(file.path, [&control] { return control.isStopRequested(); }).sha256;
            file.isRead = true;
        };
        if (!inParallelBlocks(count, 1, processorCount(), control, readOne, [&](int done) { progress(done, count); }) || control.isStopRequested())
            return stopped();
        for (const File *file : files) {
            if (!file->sha256.isEmpty())
                m_byHash[file->sha256].append(static_cast<int>(file - m_files.data()));
        }
        for (QList<int> &same : m_byHash)
            std::sort(same.begin(), same.end());
        return {};
    }

    [[nodiscard]] const File &file(int number) const { return m_files[static_cast<size_t>(number)]; }
    [[nodiscard]] QList<int> ofSize(qint64 bytes) const { return m_bySize.value(bytes); }
    [[nodiscard]] QList<int> ofName(const QString &name) const { return m_byName.value(name); }
    [[nodiscard]] QList<int> ofTail(const QString &tail) const { return m_byTail.value(tail); }
    [[nodiscard]] QList<int> ofHash(const QByteArray &hash) const { return m_byHash.value(hash); }

private:
    QSet<qint64> m_sizes; ///< of wanted photos whose content is known
    QSet<QString> m_names;
    QSet<int> m_depths;   ///< of the relative paths
    std::vector<File> m_files;
    QHash<qint64, QList<int>> m_bySize;
    QHash<QString, QList<int>> m_byName;
    QHash<QString, QList<int>> m_byTail;
    QHash<QByteArray, QList<int>> m_byHash; ///< of those that were read
};

bool hasContent(const WantedPhoto &photo)
{
    return photo.content.bytes >= 0 && !photo.content.sha256.isEmpty();
}

/// A file of the photo's content, rather one that lies or is named like it.
std::optional<int> byContent(const WantedPhoto &photo, const Candidates &files)
{
    const QList<int> same = files.ofHash(photo.content.sha256);
    if (same.isEmpty())
        return std::nullopt;
    for (const QList<int> &alike : {files.ofTail(photo.relativePath), files.ofName(lastStep(photo.path))}) {
        const auto match = std::find_if(same.cbegin(), same.cend(), [&alike](int number) { return alike.contains(number); });
        if (match != same.cend())
            return *match;
    }
    return same.first();
}

/// Files to be read first: they lie or are named like the photo.
void addLikely(QSet<int> &likely, const WantedPhoto &photo, const Candidates &files)
{
    QList<int> alike = files.ofTail(photo.relativePath);
    if (alike.isEmpty())
        alike = files.ofName(lastStep(photo.path));
    for (const int number : alike.mid(0, kMostOfOneName)) {
        if (files.file(number).bytes == photo.content.bytes)
            likely.insert(number);
    }
}

/// What can be said of a photo when all is read.
FoundPhoto judge(const WantedPhoto &photo, const QString &folder, const Candidates &files, bool isOnlyOfItsName)
{
    if (hasContent(photo)) {
        if (const std::optional<int> number = byContent(photo, files))
            return {FoundBy::Content, files.file(*number).path};
    }
    QList<int> there = files.ofTail(photo.relativePath);
    const auto exact = std::find_if(there.cbegin(), there.cend(), [&](int number) {
        return files.file(number).path == folder + QLatin1Char('/') + photo.relativePath;
    });
    if (exact != there.cend())
        there = {*exact};
    const auto fits = [&](int number) {
        return !hasContent(photo) && (photo.content.bytes < 0 || photo.content.bytes == files.file(number).bytes);
    };
    if (there.size() == 1 || (!there.isEmpty() && hasContent(photo))) {
        const QString &path = files.file(there.first()).path;
        return {fits(there.first()) ? FoundBy::Place : FoundBy::Changed, path};
    }
    const QList<int> named = files.ofName(lastStep(photo.path));
    if (there.isEmpty() && named.size() == 1 && isOnlyOfItsName && fits(named.first()))
        return {FoundBy::Name, files.file(named.first()).path};
    return {};
}

} // namespace

int FoundPhotos::count(FoundBy by) const
{
    return static_cast<int>(std::count_if(photos.cbegin(), photos.cend(), [by](const FoundPhoto &photo) { return photo.by == by; }));
}

Result<FoundPhotos> findPhotos(const QList<WantedPhoto> &wanted, const QString &folder, RunControl &control, const ProgressSink &progress)
{
    const QString root = QDir::cleanPath(QFileInfo(folder).absoluteFilePath());
    if (!QFileInfo(root).isDir())
        return Error{ErrorCode::NotFound, tr("%1 is no folder. Choose the folder that the photos lie in now.").arg(QDir::toNativeSeparators(folder))};
    Candidates files(wanted);
    if (const Result<void> walked = files.walk(root, control, progress); !walked)
        return walked.error();
    QSet<int> toRead;
    QHash<QString, int> names;
    for (const WantedPhoto &photo : wanted) {
        ++names[lastStep(photo.path)];
        if (hasContent(photo))
            addLikely(toRead, photo, files);
    }
    if (const Result<void> read = files.read(toRead, control, progress); !read)
        return read.error();
    toRead.clear();
    QSet<qint64> sizes; // of those that aren't found yet; photos of some kinds of files are all of one size
    for (const WantedPhoto &photo : wanted) {
        if (hasContent(photo) && !byContent(photo, files))
            sizes.insert(photo.content.bytes);
    }
    for (const qint64 size : std::as_const(sizes)) {
        for (const int number : files.ofSize(size))
            toRead.insert(number);
    }
    if (const Result<void> read = files.read(toRead, control, progress); !read)
        return read.error();
    FoundPhotos found;
    found.photos.reserve(wanted.size());
    for (const WantedPhoto &photo : wanted)
        found.photos.append(judge(photo, root, files, names.value(lastStep(photo.path)) == 1));
    return found;
}

PhotoPlaces placesOf(const QList<WantedPhoto> &wanted, const FoundPhotos &found, bool withNames)
{
    const auto baseOf = [](const WantedPhoto &photo) { return photo.path.chopped(std::min(photo.path.size(), photo.relativePath.size() + 1)); };
    const auto isTaken = [withNames](const FoundPhoto &photo) {
        return photo.by == FoundBy::Content || photo.by == FoundBy::Place || (withNames && photo.by == FoundBy::Name);
    };
    QHash<QString, QHash<QString, int>> votes; // of each folder that photos are named from: where it may be now
    for (qsizetype number = 0; number < wanted.size(); ++number) {
        const FoundPhoto &photo = found.photos.at(number);
        const QString end = QLatin1Char('/') + wanted.at(number).relativePath;
        if (isTaken(photo) && photo.path.endsWith(end))
            ++votes[baseOf(wanted.at(number))][photo.path.chopped(end.size())];
    }
    PhotoPlaces places;
    for (auto base = votes.cbegin(); base != votes.cend(); ++base) {
        const auto most = std::max_element(base->cbegin(), base->cend());
        if (*most > 1 && !base.key().isEmpty() && most.key() != base.key())
            places.folders.insert(base.key(), most.key());
    }
    for (qsizetype number = 0; number < wanted.size(); ++number) {
        const WantedPhoto &photo = wanted.at(number);
        const FoundPhoto &there = found.photos.at(number);
        const QString folder = places.folders.value(baseOf(photo));
        if (isTaken(there)) {
            const bool moved = !folder.isEmpty() && there.path == folder + QLatin1Char('/') + photo.relativePath;
            places.photos.insert(photo.path, moved ? QString() : there.path);
        } else if (there.by == FoundBy::Changed || (there.by == FoundBy::Name && !withNames)) {
            places.photos.insert(photo.path, photo.path);
        }
    }
    return places;
}

} // namespace flower
