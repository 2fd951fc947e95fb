// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Card.h"

#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace flower {

Card::Card(const QString &title, QWidget *parent)
    : QFrame(parent), m_titleRow(new QHBoxLayout), m_content(new QVBoxLayout(this))
{
    setObjectName(QStringLiteral("card"));
    m_content->setContentsMargins(16, 12, 16, 12);
    m_content->setSpacing(8);
    m_content->addLayout(m_titleRow);
    if (!title.isEmpty())
        m_titleRow->addWidget(makeLabel(title, "cardTitle"));
    m_titleRow->addStretch();
}

} // namespace flower
