// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/AnswerRow.h"
#include "ui/widgets/Card.h"

class QStackedWidget;

namespace flower {

struct AppContext;
class GroupAnswer;
class ThumbnailLoader;
class WhyPanel;

/// What is beside the answers of the Classify page: the chosen photo large with its answer and why, or the chosen photos
/// together. Hidden while nothing is chosen.
class AnswerSide : public Card
{
    Q_OBJECT
public:
    AnswerSide(const AppContext *context, ThumbnailLoader *thumbnails, QWidget *parent = nullptr);

    /// `rows`: the chosen ones, or none of them where there are more than one answer is given to (GroupAnswer::kMost).
    void showSelection(const QList<AnswerRow> &rows, int chosen);
    /// The session judges by other thresholds now.
    void judge();
    /// Whether parts of the chosen photo are being covered, which needs all the room.
    [[nodiscard]] bool isCovering() const;

Q_SIGNALS:
    void closed(); ///< nothing is to be chosen any more
    void coveringChanged();

private:
    QStackedWidget *m_stack;
    WhyPanel *m_why;
    GroupAnswer *m_group;
};

} // namespace flower
