// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoMarks.h"

#include "engine/core/StoredPaths.h"

#include <QCoreApplication>
#include <QDir>
#include <QHash>

#include <optional>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// The marks by the photos' own paths, as samples have them.
QHash<QString, PhotoMark> byPhoto(const QString &rootPath, const PhotoMarks &marks)
{
    const QDir folder(datasetFolder(rootPath));
    QHash<QString, PhotoMark> photos;
    photos.reserve(marks.size());
    for (auto mark = marks.photos.cbegin(); mark != marks.photos.cend(); ++mark)
        photos.insert(QDir::cleanPath(folder.absoluteFilePath(mark.key())), mark.value());
    return photos;
}

/// The label that a mark gives to a sample; none where it changes nothing.
std::optional<int> newLabel(const Dataset &dataset, const Sample &sample, const PhotoMark &mark)
{
    const auto label = static_cast<int>(dataset.classNames.indexOf(mark.className));
    return label < 0 || label == sample.label ? std::nullopt : std::optional(label);
}

/// Takes away the classes whose photos were put under others one and all, as where a kind had two names: the network would learn
/// an answer that is never right. `leftOut`: photos of each class that were left out. Two classes stay in any case.
void dropMergedClasses(Dataset &marked, const QList<int> &before, const QList<int> &leftOut)
{
    const QList<int> after = marked.countsPerClass();
    QStringList names;
    QList<int> places; // of each class among those that stay
    QStringList merged;
    for (int label = 0; label < marked.classCount(); ++label) {
        places.append(static_cast<int>(names.size()));
        const bool isMerged = before.at(label) > 0 && after.at(label) == 0 && leftOut.at(label) == 0;
        (isMerged ? merged : names).append(marked.classNames.at(label));
    }
    if (merged.isEmpty() || names.size() < 2)
        return;
    for (Sample &sample : marked.samples)
        sample.label = places.at(sample.label);
    marked.classNames = names;
    for (const QString &name : std::as_const(merged))
        marked.notes.append(tr("All photos of “%1” were put under other kinds: it is no kind of its own any more.").arg(name));
}

} // namespace

QString markedPath(const QString &rootPath, const QString &photoPath)
{
    return QDir(datasetFolder(rootPath)).relativeFilePath(QDir::cleanPath(photoPath));
}

QString photoOfMark(const QString &rootPath, const QString &markedPath)
{
    return QDir::cleanPath(QDir(datasetFolder(rootPath)).absoluteFilePath(markedPath));
}

MarkCounts countMarks(const Dataset &dataset, const PhotoMarks &marks)
{
    MarkCounts counts;
    if (marks.isEmpty())
        return counts;
    const QHash<QString, PhotoMark> photos = byPhoto(dataset.rootPath, marks);
    for (const Sample &sample : dataset.samples) {
        const auto mark = photos.constFind(QDir::cleanPath(sample.path));
        if (mark == photos.cend() || (!mark->leaveOut && !newLabel(dataset, sample, *mark)))
            continue;
        ++(mark->leaveOut ? counts.leftOut : counts.relabelled);
        counts.testPhotos += sample.subset == Subset::Test ? 1 : 0;
    }
    counts.withoutEffect = marks.size() - counts.changed();
    return counts;
}

Dataset applyMarks(const Dataset &dataset, const PhotoMarks &marks)
{
    if (marks.isEmpty())
        return dataset;
    const QHash<QString, PhotoMark> photos = byPhoto(dataset.rootPath, marks);
    Dataset marked = dataset;
    marked.samples.clear();
    marked.samples.reserve(dataset.samples.size());
    QList<int> leftOut(dataset.classCount(), 0);
    for (Sample sample : dataset.samples) {
        const auto mark = photos.constFind(QDir::cleanPath(sample.path));
        if (mark != photos.cend() && mark->leaveOut) {
            marked.problems.append({sample.path, tr("Left out in review.")});
            ++leftOut[sample.label];
            continue;
        }
        if (mark != photos.cend())
            sample.label = newLabel(dataset, sample, *mark).value_or(sample.label);
        marked.samples.append(sample);
    }

    const MarkCounts counts = countMarks(dataset, marks);
    if (counts.changed() > 0)
        marked.notes.append(tr("Changed in review: %1 with another kind, %2 left out.").arg(counts.relabelled).arg(counts.leftOut));
    if (counts.testPhotos > 0) {
        marked.notes.append(tr("Test photos among the changed ones: %1. The new test number can't be compared with the old one.")
                                .arg(counts.testPhotos));
    }
    if (counts.withoutEffect > 0) {
        marked.notes.append(tr("Marks of the review that change nothing, because they fit no photo or no kind here: %1. They are kept.")
                                .arg(counts.withoutEffect));
    }
    QStringList unlearned;
    const QList<int> before = dataset.countsPerClass(Subset::Train);
    const QList<int> after = marked.countsPerClass(Subset::Train);
    for (int label = 0; label < dataset.classCount(); ++label) {
        if (before.at(label) > 0 && after.at(label) == 0)
            unlearned.append(dataset.classNames.at(label));
    }
    dropMergedClasses(marked, dataset.countsPerClass(), leftOut);
    for (const QString &name : std::as_const(unlearned)) {
        if (marked.classNames.contains(name))
            marked.notes.append(tr("After the review, “%1” has no photo left to train on.").arg(name));
    }
    return marked;
}

} // namespace flower
