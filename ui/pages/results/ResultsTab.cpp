// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/ResultsTab.h"

#include "ui/widgets/Labels.h"

#include <QStackedWidget>
#include <QVBoxLayout>

namespace flower {

ResultsTab::ResultsTab(QWidget *parent) : QWidget(parent), m_stack(new QStackedWidget), m_sentence(makeLabel({}, "muted"))
{
    m_sentence->setObjectName(QStringLiteral("explanation"));
    m_sentence->setAlignment(Qt::AlignCenter);
    m_sentence->setWordWrap(true);
    m_sentence->setMargin(32);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_stack->addWidget(m_sentence);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 8, 0, 0);
    column->addWidget(m_stack);
}

QString ResultsTab::explanation() const
{
    return m_stack->currentWidget() == m_sentence ? m_sentence->text() : QString();
}

void ResultsTab::setContent(QWidget *content)
{
    m_stack->addWidget(content);
}

void ResultsTab::explain(const QString &sentence)
{
    m_sentence->setText(sentence);
    m_stack->setCurrentIndex(sentence.isEmpty() ? 1 : 0);
}

} // namespace flower
