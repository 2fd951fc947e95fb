// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/results/ShownRun.h"

#include <QWidget>

#include <memory>

namespace flower {

class AnswerBars;
class PhotoSource;
class PhotoStack;

/// Two stacks of photos side by side, and the answers to the chosen photo below them.
class PhotoStacks : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoStacks(std::shared_ptr<const PhotoSource> photos, QWidget *parent = nullptr);

    /// Whose photos the other functions show.
    void setRun(const ShownRun &run);
    /// Photos of `label` answered with `answer` beside those the other way round; the right ones where both are the same.
    void showCell(int label, int answer);
    /// Photos of `label` that were answered wrongly, with whatever, beside the right ones.
    void showKind(int label);
    /// The photo whose answers are in sight; one without a path where there is none.
    [[nodiscard]] const PhotoResult &chosenPhoto() const { return m_chosen; }
    /// Whether the answers to the chosen photo are shown; they are at first.
    void showAnswers(bool shown);

Q_SIGNALS:
    void photoChosen(const flower::PhotoResult &photo); ///< without a path: none
    void photoActivated(const flower::PhotoResult &photo);

private:
    void choose(const PhotoResult &photo);
    void chooseFirst();

    QList<PhotoResult> m_results;
    QStringList m_classNames;
    PhotoResult m_chosen;
    PhotoStack *m_left;
    PhotoStack *m_right;
    AnswerBars *m_bars;
};

} // namespace flower
