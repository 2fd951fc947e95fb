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

/// Marks by the photos' own paths, and what they do to a sample.
class MarksOfPhotos
{
public:
    MarksOfPhotos(const Dataset &dataset, const PhotoMarks &marks)
    {
        const QDir folder(datasetFolder(dataset.rootPath));
        m_marks.reserve(marks.size());
        for (auto mark = marks.photos.cbegin(); mark != marks.photos.cend(); ++mark)
            m_marks.insert(QDir::cleanPath(folder.absoluteFilePath(mark.key())), &*mark);
        for (int label = dataset.classCount() - 1; label >= 0; --label)
            m_labels.insert(dataset.classNames.at(label), label); // of equal names, the first
    }
    struct Change {
        bool leavesOut = false;
        int label = 0;
    };
    /// What changes for a sample; none where nothing does.
    [[nodiscard]] std::optional<Change> changeOf(const Sample &sample) const
    {
        const PhotoMark *mark = markOf(sample);
        if (!mark)
            return std::nullopt;
        const Change change{mark->leaveOut, mark->leaveOut ? sample.label : m_labels.value(mark->className, sample.label)};
        return change.leavesOut || change.label != sample.label ? std::optional(change) : std::nullopt;
    }

private:
    [[nodiscard]] const PhotoMark *markOf(const Sample &sample) const
    {
        // Most paths are clean as they are.
        const bool isClean = !sample.path.contains(QLatin1String("/.")) && !sample.path.contains(QLatin1String("//"));
        return m_marks.value(isClean ? sample.path : QDir::cleanPath(sample.path));
    }

    QHash<QString, const PhotoMark *> m_marks;
    QHash<QString, int> m_labels;
};

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
    applyMarks(dataset, marks, &counts);
    return counts;
}

Dataset applyMarks(const Dataset &dataset, const PhotoMarks &marks, MarkCounts *wantedCounts)
{
    MarkCounts ownCounts;
    MarkCounts &counts = wantedCounts ? *wantedCounts : ownCounts;
    counts = {};
    if (marks.isEmpty())
        return dataset;
    const MarksOfPhotos photos(dataset, marks);
    Dataset marked = dataset;
    marked.samples.clear();
    marked.samples.reserve(dataset.samples.size());
    QList<int> leftOut(dataset.classCount(), 0);
    const QString reason = tr("Left out in review.");
    for (const Sample &sample : dataset.samples) {
        const auto change = photos.changeOf(sample);
        counts.testPhotos += change && sample.subset == Subset::Test ? 1 : 0;
        if (change && change->leavesOut) {
            marked.problems.append({sample.path, reason});
            ++leftOut[sample.label];
            ++counts.leftOut;
            continue;
        }
        counts.relabelled += change ? 1 : 0;
        marked.samples.append({sample.path, change ? change->label : sample.label, sample.subset});
    }
    counts.withoutEffect = marks.size() - counts.changed();

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
