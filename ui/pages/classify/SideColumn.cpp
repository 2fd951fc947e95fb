// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/SideColumn.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

SideColumn::SideColumn(QWidget *parent) : QWidget(parent), m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(8, 0, 0, 0);
    m_column->setSpacing(12);
    m_column->addStretch();
    hide();
}

void SideColumn::add(QWidget *panel, int stretch)
{
    m_panels.append(panel);
    m_column->insertWidget(m_column->count() - 1, panel, stretch);
    panel->installEventFilter(this);
    showWhatIsThere();
}

bool SideColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShowToParent || event->type() == QEvent::HideToParent)
        showWhatIsThere();
    return QWidget::eventFilter(watched, event);
}

void SideColumn::showWhatIsThere()
{
    setVisible(std::any_of(m_panels.cbegin(), m_panels.cend(), [](const QWidget *panel) { return !panel->isHidden(); }));
}

} // namespace flower
