// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/PhotoReview.h"

#include "engine/core/PhotoPlaces.h"
#include "engine/store/PhotoMarksFile.h"
#include "ui/MarksWriter.h"

#include <QDir>
#include <QFileInfo>
#include <QUndoStack>

namespace flower {

namespace {

/// One spelling for each root: "/photos/" and "/photos" are the same data set.
QString keyOf(const QString &rootPath)
{
    return rootPath.isEmpty() ? QString() : QDir::cleanPath(rootPath);
}

} // namespace

/// One decision about some photos of a data set.
class PhotoReview::Step : public QUndoCommand
{
public:
    Step(PhotoReview *review, QString rootPath, Marks before, Marks after, const QString &text)
        : QUndoCommand(text), m_review(review), m_rootPath(std::move(rootPath)), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void undo() override { m_review->take(m_rootPath, m_before); }
    void redo() override { m_review->take(m_rootPath, m_after); }

private:
    PhotoReview *m_review;
    QString m_rootPath;
    Marks m_before;
    Marks m_after;
};

PhotoReview::PhotoReview(QString folder, QString placesFile, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_placesFile(std::move(placesFile)), m_undo(new QUndoStack(this)),
      m_writer(new MarksWriter(m_folder, this))
{
    connect(m_writer, &MarksWriter::written, this, [this](const QString &problem) {
        const QString before = std::exchange(m_saveProblem, problem.isEmpty()
            ? QString() : tr("The changes of the review can't be saved; they hold until the program ends. %1").arg(problem));
        if (!problem.isEmpty() || m_problem == before) // what else is said stays
            setProblem(m_saveProblem);
    });
}

const PhotoMarks &PhotoReview::marks(const QString &rootPath)
{
    const QString key = keyOf(rootPath);
    if (const auto known = m_marks.constFind(key); known != m_marks.cend())
        return *known;
    m_writer->finish(); // it may be where others were moved from
    PhotoMarks &marks = m_marks[key];
    if (m_folder.isEmpty() || key.isEmpty())
        return marks;
    PhotoMarksFile file = PhotoMarksFile::forDataset(m_folder, key);
    const Result<StoredMarks> stored = file.read();
    const PhotoPlaces places = PhotoPlacesFile(m_placesFile).known();
    if (stored) {
        marks = followPhotos(stored->marks, key, key, places);
    } else if (stored.error().code == ErrorCode::NotFound) { // where the photos were before they were moved
        const QString former = places.formerFolder(key);
        if (const Result<StoredMarks> moved = PhotoMarksFile::forDataset(m_folder, former).read(); !former.isEmpty() && moved)
            marks = followPhotos(moved->marks, former, key, places);
    } else if (stored.error().code == ErrorCode::Unreadable) {
        const Result<QString> aside = file.setAside();
        setProblem(aside ? tr("The marks of an earlier review can't be read. The file was set aside as %1.").arg(*aside)
                         : aside.error().message);
    } else {
        setProblem(stored.error().message);
    }
    return m_marks[key]; // whoever heard of the problem may have asked for other marks
}

void PhotoReview::decide(const QString &rootPath, const QStringList &paths, const QString &text, const Decision &decision)
{
    Marks before;
    Marks after;
    const PhotoMarks &present = marks(rootPath);
    for (const QString &path : paths) {
        const auto found = present.photos.constFind(path);
        const std::optional<PhotoMark> mark = found == present.photos.cend() ? std::nullopt : std::optional(*found);
        if (const std::optional<PhotoMark> decided = decision(path, mark); decided != mark) {
            before.insert(path, mark);
            after.insert(path, decided);
        }
    }
    if (!after.isEmpty())
        m_undo->push(new Step(this, keyOf(rootPath), before, after, text));
}

void PhotoReview::takeOverMoved(const Dataset &dataset)
{
    const QString key = keyOf(dataset.rootPath);
    m_writer->finish();
    m_marks[key] = followPhotos(marks(key), key, key, PhotoPlacesFile(m_placesFile).known()); // found since they were read
    if (m_folder.isEmpty() || key.isEmpty() || !marks(key).isEmpty()
        || QFileInfo::exists(PhotoMarksFile::forDataset(m_folder, key).path()))
        return;
    const QDir folder(m_folder);
    // The newest first, and only those that may be of that name: to read all that was ever reviewed would take long.
    const QStringList names = folder.entryList({PhotoMarksFile::patternOf(key)}, QDir::Files, QDir::Time);
    for (const QString &name : names) {
        const Result<StoredMarks> stored = PhotoMarksFile(folder.filePath(name)).read();
        if (!stored || stored->marks.isEmpty() || QFileInfo::exists(stored->rootPath)
            || QFileInfo(stored->rootPath).fileName() != QFileInfo(key).fileName()
            || countMarks(dataset, stored->marks).withoutEffect > 0)
            continue;
        m_marks[key] = stored->marks;
        const Result<void> saved = PhotoMarksFile::forDataset(m_folder, key).write({key, stored->marks});
        setProblem(saved ? tr("These photos were at %1 before: what was changed about them in review was taken over. It can be "
                              "dropped on the Photos page.").arg(stored->rootPath)
                         : saved.error().message);
        return;
    }
}

void PhotoReview::takeOver(const QString &rootPath, const PhotoMarks &marks)
{
    const QString key = keyOf(rootPath);
    m_marks[key] = marks;
    m_writer->write({{key, {key, marks}}});
    Q_EMIT changed(key);
}

void PhotoReview::dropAll(const QString &rootPath)
{
    const PhotoMarks &present = marks(rootPath);
    decide(rootPath, present.photos.keys(), tr("drop %n change(s)", nullptr, present.size()),
           [](const QString &, const std::optional<PhotoMark> &) { return std::nullopt; });
}

void PhotoReview::take(const QString &rootPath, const Marks &changes)
{
    PhotoMarks &marks = m_marks[rootPath];
    for (auto change = changes.cbegin(); change != changes.cend(); ++change) {
        if (change.value())
            marks.photos.insert(change.key(), *change.value());
        else
            marks.photos.remove(change.key());
    }
    m_writer->write({{rootPath, {rootPath, marks}}});
    if (m_problem != m_saveProblem)
        setProblem({}); // of another time: the person goes on
    Q_EMIT changed(rootPath);
}

void PhotoReview::setProblem(const QString &problem)
{
    if (problem == m_problem)
        return;
    const QString before = std::exchange(m_problem, problem);
    Q_EMIT problemChanged(m_problem, before);
}

} // namespace flower
