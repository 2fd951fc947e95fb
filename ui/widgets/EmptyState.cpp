// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QVBoxLayout>

namespace flower {

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent), m_buttons(new QHBoxLayout)
{
    auto *picture = new QLabel;
    picture->setPixmap((icon == QLatin1String("flower-trainer") ? applicationIcon() : themedIcon(icon)).pixmap(72, 72));
    picture->setAlignment(Qt::AlignCenter);
    QLabel *head = makeLabel(title, "title");
    head->setAlignment(Qt::AlignCenter);
    head->setWordWrap(true);
    QLabel *body = makeLabel(text, "muted");
    body->setAlignment(Qt::AlignCenter);
    body->setWordWrap(true);
    body->setFixedWidth(520); // a height that follows a word-wrapped width is only right for a width that is known
    body->setMinimumHeight(body->heightForWidth(body->width()));
    auto *column = new QVBoxLayout(this);
    column->setSpacing(12);
    column->addStretch();
    column->addWidget(picture);
    column->addWidget(head);
    auto *centred = new QHBoxLayout; // an alignment in the column would forget that the height follows the width
    centred->addStretch();
    centred->addWidget(body);
    centred->addStretch();
    column->addLayout(centred);
    m_buttons->addStretch();
    m_buttons->addStretch();
    column->addLayout(m_buttons);
    column->addStretch();
}

void EmptyState::addButton(QWidget *button)
{
    m_buttons->insertWidget(m_buttons->count() - 1, button);
}

} // namespace flower
