// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PageHeader.h"

#include "ui/PlainTip.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace flower {

PageHeader::PageHeader(const QString &title, QWidget *parent)
    : QWidget(parent), m_context(makeLabel({}, "muted")), m_actions(new QHBoxLayout)
{
    auto *texts = new QVBoxLayout;
    texts->setSpacing(2);
    texts->addWidget(makeLabel(title, "title"));
    texts->addWidget(m_context);
    m_context->setMinimumWidth(40);
    m_context->installEventFilter(this);
    m_context->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addLayout(texts, 1);
    row->addLayout(m_actions);
}

void PageHeader::setContext(const QString &text)
{
    m_text = text;
    m_context->setToolTip(plainTip(text));
    m_context->setAccessibleName(text);
    fitContext();
}

bool PageHeader::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::FontChange)
        fitContext();
    return QWidget::eventFilter(watched, event);
}

void PageHeader::fitContext()
{
    m_context->setText(m_context->fontMetrics().elidedText(m_text, Qt::ElideRight, m_context->width()));
}

void PageHeader::addAction(QWidget *control)
{
    m_actions->addWidget(control);
}

QVBoxLayout *makePageColumn(QWidget *page, PageHeader *header, QWidget *banner)
{
    auto *column = new QVBoxLayout(page);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(header);
    column->addWidget(banner);
    return column;
}

} // namespace flower
