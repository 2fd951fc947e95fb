// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/AnswerCorrections.h"

#include <QUndoStack>

namespace flower {

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

AnswerCorrections::AnswerCorrections(QObject *parent) : QObject(parent), m_undo(new QUndoStack(this)) {}

void AnswerCorrections::correct(const QStringList &paths, const QString &className)
{
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
    for (auto entry = classes.cbegin(); entry != classes.cend(); ++entry) {
        if (entry.value().isEmpty())
            m_classes.remove(entry.key());
        else
            m_classes.insert(entry.key(), entry.value());
    }
    Q_EMIT changed();
}

} // namespace flower
