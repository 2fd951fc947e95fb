// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoMarks.h"

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

#include <functional>
#include <optional>

class QUndoStack;

namespace flower {

class MarksWriter;

/// What was decided about photos whose labels looked wrong: the marks of every data set that was looked at, with undo and
/// redo over all of them. Saved after each change, behind the window; what can't be saved stays in memory and is tried again with the
/// next one.
/// GUI thread.
class PhotoReview : public QObject
{
    Q_OBJECT
public:
    /// `folder` holds one file a data set; empty: nothing is kept beyond this object. `placesFile`: where photos lie now that were moved
    /// (PhotoPlacesFile): their marks follow them.
    explicit PhotoReview(QString folder = {}, QString placesFile = {}, QObject *parent = nullptr);

    /// The marks of the data set at `rootPath`; read from its file when they are first asked for.
    const PhotoMarks &marks(const QString &rootPath);
    /// What the mark of a photo becomes; nothing: the photo is kept as it is. The path is markedPath().
    using Decision = std::function<std::optional<PhotoMark>(const QString &path, const std::optional<PhotoMark> &before)>;
    /// Decides about photos in one undoable step, called `text` (“leave out 3 photos”). A step that changes nothing isn't one.
    void decide(const QString &rootPath, const QStringList &paths, const QString &text, const Decision &decision);
    /// Takes over the review of a data set that was moved to where this one lies now: one of the same name, whose own place
    /// is gone and all of whose marks fit. Only where this one has none; problem() says so.
    void takeOverMoved(const Dataset &dataset);
    /// Takes marks that came with a data set from elsewhere, in the place of those that it has. Not undoable: they are its beginning.
    void takeOver(const QString &rootPath, const PhotoMarks &marks);
    /// Keeps all photos of a data set as they are; undoable.
    void dropAll(const QString &rootPath);

    [[nodiscard]] QUndoStack *undoStack() const { return m_undo; }
    /// What stands in the way of reading or saving, or was done about it, as a sentence; empty: nothing.
    [[nodiscard]] QString problem() const { return m_problem; }

Q_SIGNALS:
    void changed(const QString &rootPath); ///< a clean path
    void problemChanged(const QString &problem, const QString &before);

private:
    class Step;
    using Marks = QHash<QString, std::optional<PhotoMark>>;
    void take(const QString &rootPath, const Marks &changes);
    void setProblem(const QString &problem);

    QString m_folder;
    QString m_placesFile;
    QHash<QString, PhotoMarks> m_marks; ///< by the data set's root
    QUndoStack *m_undo;
    MarksWriter *m_writer;
    QString m_problem;
    QString m_saveProblem; ///< of the last saving; empty: it went well
};

} // namespace flower
