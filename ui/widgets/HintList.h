// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingHints.h"

#include <QScrollArea>

class QVBoxLayout;

namespace flower {

/// Hints about a run, each with a way to the setting it speaks of. As tall as they are up to a few lines, then it scrolls;
/// hidden while there is nothing to say. Where room is short it gives way, down to one hint.
class HintList : public QScrollArea
{
    Q_OBJECT
public:
    explicit HintList(QWidget *parent = nullptr);

    void setHints(const QList<TrainingHint> &hints);
    [[nodiscard]] QSize sizeHint() const override;

Q_SIGNALS:
    /// A hint was clicked; `setting` is named as in ConfigProblem::field.
    void settingWanted(const QString &setting);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    class Row;
    void fitHeight();

    QVBoxLayout *m_column;
    QList<Row *> m_rows;
    int m_height = 0; ///< that it likes to have
};

} // namespace flower
