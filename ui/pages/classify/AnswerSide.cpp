// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/AnswerSide.h"

#include "ui/AppContext.h"
#include "ui/models/PredictionListModel.h"
#include "ui/pages/classify/GroupAnswer.h"
#include "ui/widgets/WhyPanel.h"

#include <QScrollArea>
#include <QStackedWidget>
#include <QVBoxLayout>

namespace flower {

AnswerSide::AnswerSide(const AppContext *context, ThumbnailLoader *thumbnails, QWidget *parent)
    : Card({}, parent), m_stack(new QStackedWidget), m_why(new WhyPanel(context->classify, context->photos)),
      m_group(new GroupAnswer(context->classify, thumbnails))
{
    m_stack->addWidget(m_why);
    auto *scroll = new QScrollArea; // five photos need more room than a low window has
    scroll->setWidget(m_group);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_stack->addWidget(scroll);
    content()->setSpacing(0);
    content()->addWidget(m_stack);
    setMinimumWidth(300);
    connect(m_why, &WhyPanel::closed, this, &AnswerSide::closed);
    hide();
}

void AnswerSide::showSelection(const QList<PhotoInput> &photos, const std::optional<Prediction> &answer)
{
    m_group->setPhotos(photos.size() > 1 ? photos : QList<PhotoInput>());
    if (photos.size() == 1) {
        AnsweredPhoto shown{photos.first(), tr("Waiting for its answer…"), {}, -1};
        if (answer && answer->error.isEmpty() && !answer->top.isEmpty()) {
            shown.title = PredictionListModel::headline(*answer);
            shown.classes = answer->top;
        } else if (answer) {
            shown.title = answer->error;
        }
        m_why->showPhoto(shown);
    }
    m_stack->setCurrentIndex(photos.size() > 1 ? 1 : 0);
    setVisible(!photos.isEmpty());
}

} // namespace flower
