// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Banner.h"

#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QToolButton>

namespace flower {

Banner::Banner(QWidget *parent) : QFrame(parent), m_text(makeLabel({}))
{
    setObjectName(QStringLiteral("banner"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *icon = new QLabel;
    icon->setPixmap(themedIcon(QStringLiteral("warning")).pixmap(20, 20));
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setToolTip(tr("Hide this message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, [this] { hide(); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->addWidget(icon);
    row->addWidget(m_text, 1);
    row->addWidget(close);
    hide();
}

void Banner::showMessage(const QString &text)
{
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

QString Banner::message() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace flower
