// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/AnswerBars.h"

#include "ui/Format.h"
#include "ui/PlainTip.h"
#include "ui/theme/Theme.h"

#include <QFileInfo>
#include <QPainter>

#include <algorithm>

namespace flower {

namespace {

constexpr int kMostAnswers = 5;
constexpr int kBarHeight = 8;

} // namespace

AnswerBars::AnswerBars(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Answers to the chosen photo"));
}

void AnswerBars::setPhoto(const PhotoResult &photo, const QStringList &classNames)
{
    m_photo = photo;
    m_classNames = classNames;
    QStringList answers;
    for (qsizetype rank = 0; rank < photo.topClasses.size(); ++rank) {
        answers.append(tr("%1 %2").arg(classNames.value(photo.topClasses.at(rank)),
                                       format::percent(photo.topProbabilities.at(rank))));
    }
    setAccessibleDescription(answers.join(QStringLiteral(", ")));
    setToolTip(plainTip(photo.path));
    update();
}

void AnswerBars::clear()
{
    m_photo = {};
    setAccessibleDescription({});
    setToolTip({});
    update();
}

QSize AnswerBars::sizeHint() const
{
    return {200, (kMostAnswers + 1) * (fontMetrics().height() + 1)};
}

void AnswerBars::paintEvent(QPaintEvent *)
{
    if (m_photo.path.isEmpty() && m_photo.topClasses.isEmpty())
        return;
    const ThemeColors colors = themeColors();
    const QColor text = palette().color(QPalette::Text);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const int line = height() / (kMostAnswers + 1);
    const auto draw = [&](const QRect &rect, const QString &words, const QColor &color, Qt::Alignment alignment) {
        painter.setPen(color);
        painter.drawText(rect, alignment | Qt::AlignVCenter, painter.fontMetrics().elidedText(words, Qt::ElideMiddle, rect.width()));
    };
    draw({0, 0, width(), line}, QFileInfo(m_photo.path).fileName(), colors.muted, Qt::AlignLeft);
    const int numberWidth = fontMetrics().horizontalAdvance(format::percent(1.0)) + 6;
    const int nameWidth = (width() - numberWidth) * 45 / 100;
    const int barWidth = width() - numberWidth - nameWidth - 8;
    for (int rank = 0; rank < std::min<int>(kMostAnswers, static_cast<int>(m_photo.topClasses.size())); ++rank) {
        const int top = (rank + 1) * line;
        const bool isTrue = m_photo.topClasses.at(rank) == m_photo.label;
        const QString name = m_classNames.value(m_photo.topClasses.at(rank));
        draw({0, top, nameWidth, line}, isTrue ? tr("✓ %1").arg(name) : name, isTrue ? colors.leaf : text, Qt::AlignLeft);
        QRectF bar(nameWidth + 8, top + (line - kBarHeight) / 2.0, barWidth, kBarHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.line);
        painter.drawRoundedRect(bar, 3, 3);
        bar.setWidth(std::max(3.0, bar.width() * m_photo.topProbabilities.at(rank)));
        painter.setBrush(isTrue ? colors.training : colors.validation);
        painter.drawRoundedRect(bar, 3, 3);
        draw({width() - numberWidth, top, numberWidth, line}, format::percent(m_photo.topProbabilities.at(rank)), text, Qt::AlignRight);
    }
}

} // namespace flower
