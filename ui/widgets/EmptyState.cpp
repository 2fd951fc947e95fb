// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/EmptyState.h"

#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QVBoxLayout>

namespace flower {

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &text, QWidget *parent)
    : QWidget(parent), m_icon(icon), m_picture(new QLabel), m_buttons(new QHBoxLayout)
{
    m_picture->setAlignment(Qt::AlignCenter);
    showPicture();
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
    column->addWidget(m_picture);
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

void EmptyState::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange)
        showPicture();
    QWidget::changeEvent(event);
}

void EmptyState::showPicture()
{
    m_picture->setPixmap((m_icon == QLatin1String("flower-trainer") ? applicationIcon() : themedIcon(m_icon)).pixmap(72, 72));
}

} // namespace flower
