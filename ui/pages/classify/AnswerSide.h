// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Prediction.h"
#include "ui/widgets/Card.h"

#include <optional>

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

    /// `answer`: to the photo, where it is one and was answered.
    void showSelection(const QList<PhotoInput> &photos, const std::optional<Prediction> &answer);

Q_SIGNALS:
    void closed(); ///< nothing is to be chosen any more

private:
    QStackedWidget *m_stack;
    WhyPanel *m_why;
    GroupAnswer *m_group;
};

} // namespace flower
