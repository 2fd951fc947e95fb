// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/Banner.h"

#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QStyle>
#include <QToolButton>

namespace flower {

Banner::Banner(QWidget *parent) : QFrame(parent), m_icon(new QLabel), m_text(makeLabel({}))
{
    setObjectName(QStringLiteral("banner"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    auto *close = new QToolButton;
    close->setAutoRaise(true);
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setToolTip(tr("Hide this message"));
    close->setAccessibleName(close->toolTip());
    connect(close, &QToolButton::clicked, this, [this] { hide(); });
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(12, 8, 8, 8);
    row->addWidget(m_icon);
    row->addWidget(m_text, 1);
    row->addWidget(close);
    setTone(Tone::Warning);
    hide();
}

void Banner::show(const QString &text, Tone tone)
{
    setTone(tone);
    m_text->setText(text);
    setAccessibleName(text);
    setVisible(!text.isEmpty());
}

void Banner::setTone(Tone tone)
{
    m_tone = tone;
    const bool isWarning = tone == Tone::Warning;
    m_icon->setPixmap(themedIcon(isWarning ? QStringLiteral("warning") : QStringLiteral("info")).pixmap(20, 20));
    setProperty("tone", isWarning ? QStringLiteral("warning") : QStringLiteral("information"));
    style()->unpolish(this); // the theme's border goes by the property
    style()->polish(this);
}

QString Banner::message() const
{
    return isHidden() ? QString() : m_text->text();
}

} // namespace flower
