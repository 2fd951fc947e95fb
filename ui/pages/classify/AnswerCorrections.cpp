// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/AnswerCorrections.h"

#include "engine/core/PathParts.h"
#include "engine/core/PhotoPlaces.h"
#include "ui/MarksWriter.h"

#include <QDir>
#include <QUndoStack>

namespace flower {

namespace {

/// The folder of a photo; empty for one that is in no file, as those that were pasted.
QString folderOf(const QString &path)
{
    return QDir::isAbsolutePath(path) ? parentFolder(path) : QString();
}

} // namespace

/// One decision about some photos. An empty class is none.
class AnswerCorrections::Step : public QUndoCommand
{
public:
    Step(AnswerCorrections *corrections, QHash<QString, QString> before, QHash<QString, QString> after, const QString &text)
        : QUndoCommand(text), m_corrections(corrections), m_before(std::move(before)), m_after(std::move(after))
    {
    }
    void undo() override { m_corrections->take(m_before); }
    void redo() override { m_corrections->take(m_after); }

private:
    AnswerCorrections *m_corrections;
    QHash<QString, QString> m_before;
    QHash<QString, QString> m_after;
};

AnswerCorrections::AnswerCorrections(QString folder, QString placesFile, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_placesFile(std::move(placesFile)), m_undo(new QUndoStack(this)),
      m_writer(new MarksWriter(m_folder, this))
{
    connect(m_writer, &MarksWriter::written, this, [this](const QString &problem) {
        if (!problem.isEmpty())
            Q_EMIT failed(tr("The corrections can't be kept; they hold until the program ends. %1").arg(problem));
    });
}

void AnswerCorrections::recall(const QStringList &paths)
{
    bool found = false;
    QString last;
    std::optional<PhotoPlaces> places; // read where the first folder needs it, once for all
    for (const QString &path : paths) {
        const QString folder = folderOf(path);
        if (folder == last || folder.isEmpty())
            continue;
        last = folder;
        found = readFolder(folder, places) || found;
    }
    if (found)
        Q_EMIT changed();
}

bool AnswerCorrections::readFolder(const QString &photos, std::optional<PhotoPlaces> &places)
{
    if (m_folder.isEmpty() || m_known.contains(photos))
        return false;
    m_known.insert(photos);
    PhotoMarksFile file = PhotoMarksFile::forDataset(m_folder, photos);
    Result<StoredMarks> stored = file.read();
    if (!stored && stored.error().code == ErrorCode::NotFound) { // where the photos were before they were moved
        if (!places)
            places = PhotoPlacesFile(m_placesFile).known();
        if (const QString former = places->formerFolder(photos); !former.isEmpty())
            stored = PhotoMarksFile::forDataset(m_folder, former).read();
        if (!stored)
            return false;
    }
    if (!stored) {
        if (stored.error().code == ErrorCode::Unreadable) {
            const Result<QString> aside = file.setAside();
            Q_EMIT failed(aside ? tr("Earlier corrections of photos in %1 can't be read. Their file was set aside as %2.").arg(photos, *aside)
                                : aside.error().message);
        } else {
            Q_EMIT failed(stored.error().message);
        }
        return false;
    }
    for (auto mark = stored->marks.photos.cbegin(); mark != stored->marks.photos.cend(); ++mark) {
        if (!mark->className.isEmpty())
            m_classes.insert(photos + QLatin1Char('/') + mark.key(), mark->className);
    }
    return !stored->marks.photos.isEmpty();
}

void AnswerCorrections::correct(const QStringList &paths, const QString &className)
{
    recall(paths); // what their files hold stays in them
    QHash<QString, QString> before;
    QHash<QString, QString> after;
    for (const QString &path : paths) {
        if (m_classes.value(path) == className)
            continue;
        before.insert(path, m_classes.value(path));
        after.insert(path, className);
    }
    if (after.isEmpty())
        return;
    const auto count = static_cast<int>(after.size());
    m_undo->push(new Step(this, before, after,
                          className.isEmpty() ? tr("take back the correction of %n photo(s)", nullptr, count)
                                              : tr("correct %n photo(s) to %1", nullptr, count).arg(className)));
}

void AnswerCorrections::take(const QHash<QString, QString> &classes)
{
    QSet<QString> folders;
    for (auto entry = classes.cbegin(); entry != classes.cend(); ++entry) {
        if (entry.value().isEmpty())
            m_classes.remove(entry.key());
        else
            m_classes.insert(entry.key(), entry.value());
        folders.insert(folderOf(entry.key()));
    }
    folders.remove(QString());
    if (!m_folder.isEmpty())
        write(folders);
    Q_EMIT changed();
}

void AnswerCorrections::write(const QSet<QString> &folders)
{
    QHash<QString, StoredMarks> files;
    for (const QString &folder : folders)
        files[folder].rootPath = folder;
    for (auto entry = m_classes.cbegin(); entry != m_classes.cend(); ++entry) {
        const QString folder = folderOf(entry.key());
        if (const auto file = files.find(folder); file != files.end())
            file->marks.photos.insert(entry.key().mid(folder.size() + 1), {false, entry.value(), {}});
    }
    m_writer->write(files);
}

} // namespace flower
