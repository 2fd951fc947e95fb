// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/FlowerDatasetReader.h"

#include "engine/core/PhotoPlaces.h"
#include "engine/data/DrawnSamples.h"
#include "engine/data/Layouts.h"
#include "engine/data/Oxford102Archive.h"
#include "engine/data/SeededRandom.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// Why a file can't be a photo, judged by its first bytes; empty where it may be one.
QString problemOf(const QString &path)
{
    QFile file(path);
    if (!file.exists())
        return tr("The file is not there.");
    if (!QFileInfo(path).isFile()) // a pipe would keep the program waiting
        return tr("This is no file.");
    if (!file.open(QIODevice::ReadOnly))
        return tr("The file can't be opened: %1.").arg(file.errorString());
    const QByteArray start = file.read(12);
    if (start.isEmpty())
        return tr("The file is empty.");
    static const QByteArrayList kStarts{QByteArrayLiteral("\xFF\xD8"), QByteArrayLiteral("\x89PNG"), QByteArrayLiteral("BM"),
                                        QByteArrayLiteral("II*"), QByteArrayLiteral("MM"), QByteArrayLiteral("RIFF")};
    const bool known = std::any_of(kStarts.begin(), kStarts.end(), [&](const QByteArray &form) { return start.startsWith(form); });
    return known ? QString() : tr("The file is not a photo, whatever its name says.");
}

Result<Listing> list(const QString &path, const PhotoPlaces &places)
{
    const QFileInfo info(path);
    if (!info.exists())
        return Error{ErrorCode::NotFound, tr("%1 is not there. Choose a folder with photos or a CSV.").arg(path)};
    if (info.isFile()) {
        if (info.suffix().toLower() == QLatin1String("csv"))
            return listCsv(info.absoluteFilePath(), places);
        return Error{ErrorCode::InvalidArgument, tr("%1 is neither a folder nor a CSV nor 102flowers.tgz.").arg(path)};
    }
    if (std::optional<Result<Listing>> oxford = listOxford102(path))
        return *oxford;
    if (std::optional<Listing> split = listSplitFolders(path))
        return *split;
    return listClassFolders(path);
}

/// The name of a list's folder, or of the project's that the list belongs to (docs/project-zip.md).
QString nameOfList(const QFileInfo &list)
{
    QDir folder = list.absoluteDir();
    if (list.fileName() == QLatin1String("photos.csv") && folder.exists(QStringLiteral("../project.json")))
        folder.cdUp();
    return folder.dirName();
}

/// Checks each photo and turns names into numbers.
Result<void> fill(Dataset &dataset, const Listing &listing, RunControl &control, const ProgressSink &progress)
{
    QHash<QString, int> labels;
    for (qsizetype index = 0; index < listing.classNames.size(); ++index)
        labels.insert(listing.classNames.at(index), static_cast<int>(index));
    dataset.problems = listing.problems;
    bool everyPhotoHasSubset = !listing.photos.isEmpty();
    QElapsedTimer sinceProgress;
    sinceProgress.start();
    qint64 done = 0;
    for (const ListedPhoto &photo : listing.photos) {
        if (const QString problem = problemOf(photo.path); !problem.isEmpty()) {
            dataset.problems.append({photo.path, problem});
        } else {
            everyPhotoHasSubset = everyPhotoHasSubset && photo.subset.has_value();
            dataset.samples.append({photo.path, labels.value(photo.className), photo.subset.value_or(Subset::Train)});
        }
        ++done;
        if (sinceProgress.elapsed() >= 60) {
            sinceProgress.restart();
            progress(done, listing.photos.size());
            if (!control.checkpoint())
                return Error{ErrorCode::Interrupted, tr("Reading the photos was stopped.")};
        }
    }
    dataset.splitWasGiven = everyPhotoHasSubset;
    return {};
}

/// What is odd about the classes, in sentences; an error where nothing can be learned.
Result<void> judge(Dataset &dataset)
{
    if (dataset.classNames.isEmpty()) {
        return Error{ErrorCode::InvalidArgument,
                     tr("There are no kinds in %1. Make one folder for each kind of flower and put its photos inside.")
                         .arg(dataset.rootPath)};
    }
    if (dataset.samples.isEmpty()) {
        return Error{ErrorCode::InvalidArgument,
                     tr("There are no readable photos in %1. Photos are JPEG, PNG, WebP, BMP or TIFF files.").arg(dataset.rootPath)};
    }
    const QList<int> counts = dataset.countsPerClass();
    for (int label = 0; label < dataset.classCount(); ++label) {
        if (counts.at(label) == 0)
            dataset.notes.append(tr("“%1” has no photos. Add some, or remove the folder.").arg(dataset.classNames.at(label)));
        else if (counts.at(label) == 1)
            dataset.notes.append(tr("“%1” has one photo. Add at least ten to have it learned and checked.").arg(dataset.classNames.at(label)));
    }
    if (dataset.classCount() == 1) {
        return Error{ErrorCode::InvalidArgument,
                     tr("There is only one kind, “%1”. Add a folder with photos of a second one.").arg(dataset.classNames.first())};
    }
    if (dataset.classCount() == 2)
        dataset.notes.append(tr("There are two kinds. Every photo will be called one of them, whatever it shows."));
    return {};
}

} // namespace

void splitStratified(QList<Sample> &samples, int classes, quint64 seed)
{
    QList<QList<qsizetype>> perClass(classes);
    for (qsizetype index = 0; index < samples.size(); ++index)
        perClass[samples.at(index).label].append(index);
    for (int label = 0; label < classes; ++label) {
        QList<qsizetype> &members = perClass[label];
        SeededRandom(seed, 0, static_cast<quint64>(label)).shuffle(members);
        const auto count = static_cast<int>(members.size());
        // From three photos on, each subset gets one.
        const int share = count < 3 ? 0 : std::max(1, static_cast<int>(std::lround(count * 0.15)));
        for (int position = 0; position < count; ++position) {
            samples[members.at(position)].subset = position < share ? Subset::Test
                : position < 2 * share                               ? Subset::Validation
                                                                     : Subset::Train;
        }
    }
}

FlowerDatasetReader::FlowerDatasetReader(QString cacheFolder, QString placesFile)
    : m_cacheFolder(std::move(cacheFolder)), m_placesFile(std::move(placesFile))
{
}

Result<Dataset> FlowerDatasetReader::read(const DatasetRequest &request, RunControl &control, const ProgressSink &progress)
{
    QString path = request.path;
    if (request.samples) {
        Result<QString> drawn = drawSamples(m_cacheFolder, control, progress);
        if (!drawn)
            return drawn.error();
        path = *drawn;
    } else if (const std::optional<Result<Oxford102Archive>> archive = Oxford102Archive::find(path)) {
        if (!*archive)
            return archive->error();
        Result<QString> unpacked = (*archive)->unpack(m_cacheFolder, control, progress);
        if (!unpacked)
            return unpacked.error();
        path = *unpacked;
    }
    Result<Listing> listing = list(path, PhotoPlacesFile(m_placesFile).known());
    if (!listing)
        return listing.error();

    Dataset dataset;
    dataset.rootPath = QFileInfo(path).absoluteFilePath();
    const QFileInfo asked(request.path);
    dataset.name = request.samples ? tr("Drawn samples") : asked.isDir() ? asked.fileName() : nameOfList(asked);
    dataset.kind = request.samples ? DatasetKind::Samples : listing->kind;
    dataset.classNames = listing->classNames;
    if (const Result<void> filled = fill(dataset, *listing, control, progress); !filled)
        return filled.error();
    std::sort(dataset.samples.begin(), dataset.samples.end(),
              [](const Sample &a, const Sample &b) { return a.path < b.path; });
    if (const Result<void> judged = judge(dataset); !judged)
        return judged.error();
    if (!dataset.splitWasGiven) {
        dataset.splitSeed = request.splitSeed;
        splitStratified(dataset.samples, dataset.classCount(), request.splitSeed);
    }
    return dataset;
}

} // namespace flower
