// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/EarlierAnswers.h"

#include "ui/models/PredictionListModel.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>

namespace flower {

EarlierAnswers::EarlierAnswers(const PredictionListModel *answers, QWidget *parent) : QWidget(parent), m_text(makeLabel({}, "warning"))
{
    m_text->setObjectName(QStringLiteral("earlierAnswers"));
    m_text->setWordWrap(true);
    auto *again = new QPushButton(tr("Classify again"));
    again->setObjectName(QStringLiteral("classifyAgain"));
    again->setToolTip(tr("Ask the model that is open about these photos"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(again);
    connect(again, &QPushButton::clicked, this, &EarlierAnswers::again);
    connect(answers, &PredictionListModel::earlierChanged, this, &EarlierAnswers::take);
    take(answers->earlier());
}

void EarlierAnswers::take(int earlier)
{
    m_text->setText(tr("%Ln answer(s) are of a model that was open earlier.", nullptr, earlier));
    setVisible(earlier > 0);
}

} // namespace flower
