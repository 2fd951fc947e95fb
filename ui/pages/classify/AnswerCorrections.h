// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QObject>
#include <QString>
#include <QStringList>

class QUndoStack;

namespace flower {

/// The right classes that a person gave to answered photos, with undo and redo. They hold until the program ends, also for a
/// photo that is opened again; the files are never touched. GUI thread.
class AnswerCorrections : public QObject
{
    Q_OBJECT
public:
    explicit AnswerCorrections(QObject *parent = nullptr);

    /// Gives photos a class in one undoable step; an empty one takes their corrections back. A step that changes nothing isn't one.
    void correct(const QStringList &paths, const QString &className);
    [[nodiscard]] const QHash<QString, QString> &classes() const { return m_classes; } ///< by path
    [[nodiscard]] QUndoStack *undoStack() const { return m_undo; }

Q_SIGNALS:
    void changed();

private:
    class Step;
    void take(const QHash<QString, QString> &classes);

    QHash<QString, QString> m_classes;
    QUndoStack *m_undo;
};

} // namespace flower
