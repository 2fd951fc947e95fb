// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoPlaces.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>

#include <optional>

class QUndoStack;

namespace flower {

class MarksWriter;

/// The right classes that a person gave to answered photos, with undo and redo. They are kept by the photos' paths, in a file for each
/// folder of photos (PhotoMarksFile), and known again when such a photo is opened after a restart; the photos are never touched.
/// GUI thread; files are written behind it, and all of them before this object is gone.
class AnswerCorrections : public QObject
{
    Q_OBJECT
public:
    /// `folder`: where the files are; empty: nothing is kept beyond this object. `placesFile`: where photos lie now that were moved
    /// (PhotoPlacesFile): their corrections follow them.
    explicit AnswerCorrections(QString folder = {}, QString placesFile = {}, QObject *parent = nullptr);

    /// Photos are about to be shown: what was kept about those in their folders is read, once.
    void recall(const QStringList &paths);
    /// Gives photos a class in one undoable step; an empty one takes their corrections back. A step that changes nothing isn't one.
    void correct(const QStringList &paths, const QString &className);
    [[nodiscard]] const QHash<QString, QString> &classes() const { return m_classes; } ///< by path
    [[nodiscard]] QUndoStack *undoStack() const { return m_undo; }

Q_SIGNALS:
    void changed();
    void failed(const QString &sentence); ///< to read or to write

private:
    class Step;
    void take(const QHash<QString, QString> &classes);
    bool readFolder(const QString &photos, std::optional<PhotoPlaces> &places);
    void write(const QSet<QString> &folders);

    QString m_folder;
    QString m_placesFile;
    QHash<QString, QString> m_classes;
    QSet<QString> m_known; ///< folders of photos that were read
    QUndoStack *m_undo;
    MarksWriter *m_writer;
};

} // namespace flower
