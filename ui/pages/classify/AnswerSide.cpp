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
    connect(m_why, &WhyPanel::coveringChanged, this, &AnswerSide::coveringChanged);
    connect(m_why, &WhyPanel::closed, this, &AnswerSide::closed);
    hide();
}

void AnswerSide::showSelection(const QList<AnswerRow> &rows, int chosen)
{
    QList<PhotoInput> photos;
    for (const AnswerRow &row : rows)
        photos.append(row.photo);
    m_group->setPhotos(chosen > 1 ? photos : QList<PhotoInput>(), chosen);
    if (chosen == 1) {
        const AnswerRow &row = rows.first();
        AnsweredPhoto shown{row.photo, tr("Waiting for its answer…"), {}, -1, row.isOfOpenModel};
        if (row.isAnswered()) {
            shown.title = PredictionListModel::headline(row);
            shown.classes = row.prediction->top;
        } else if (row.prediction) {
            shown.title = row.prediction->error;
        }
        m_why->showPhoto(shown);
    }
    m_stack->setCurrentIndex(chosen > 1 ? 1 : 0);
    setVisible(chosen > 0);
}

void AnswerSide::judge()
{
    m_group->judge();
}

bool AnswerSide::isCovering() const
{
    return m_stack->currentIndex() == 0 && m_why->isCovering();
}

} // namespace flower
