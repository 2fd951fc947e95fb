// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Prediction.h"

#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace flower {

/// Up to five classes as bars with their probabilities, one of which can be chosen, by a click or the arrow keys.
class ClassBars : public QWidget
{
    Q_OBJECT
public:
    static constexpr int kMost = 5;

    /// `choosable`: false where the bars only tell.
    explicit ClassBars(bool choosable, QWidget *parent = nullptr);

    /// Chooses the first. `trueClass` has a tick; −1: it isn't known.
    void setClasses(const QList<ScoredClass> &classes, int trueClass = -1);
    [[nodiscard]] const QList<ScoredClass> &classes() const { return m_classes; }
    /// The class that is chosen; an index of −1 where there is none.
    [[nodiscard]] ScoredClass chosen() const;

Q_SIGNALS:
    void chosenChanged();

private:
    class Bar;

    bool m_choosable;
    QList<ScoredClass> m_classes;
    QButtonGroup *m_group;
    QList<Bar *> m_bars; ///< kMost; hidden where there are fewer classes
};

} // namespace flower
