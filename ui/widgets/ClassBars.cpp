// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/ClassBars.h"

#include "ui/Format.h"
#include "ui/theme/Theme.h"

#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kBarHeight = 8;
constexpr int kDot = 10;

} // namespace

/// One class: a radio button that looks like a row of a chart.
class ClassBars::Bar : public QAbstractButton
{
public:
    void show(const ScoredClass &scored, bool isTrue)
    {
        m_probability = scored.probability;
        m_isTrue = isTrue;
        setText(isTrue ? ClassBars::tr("✓ %1").arg(scored.name) : scored.name);
        setAccessibleName(ClassBars::tr("%1: %2").arg(text(), format::percent(m_probability)));
        setVisible(true);
        update();
    }
    [[nodiscard]] QSize sizeHint() const override { return {200, fontMetrics().height() + 4}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {140, sizeHint().height()}; }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const ThemeColors colors = themeColors();
        const QColor text = palette().color(QPalette::WindowText);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        int left = 2;
        if (isCheckable()) {
            const QRectF dot(left, (height() - kDot) / 2.0, kDot, kDot);
            painter.setPen(QPen(isChecked() ? colors.petal : colors.muted, 1.5));
            painter.drawEllipse(dot);
            if (isChecked()) {
                painter.setBrush(colors.petal);
                painter.drawEllipse(dot.adjusted(3, 3, -3, -3));
            }
            left += kDot + 6;
        }
        const int numberWidth = fontMetrics().horizontalAdvance(format::percent(1.0)) + 6;
        const int nameWidth = (width() - left - numberWidth) * 45 / 100;
        painter.setPen(m_isTrue ? colors.leaf : text);
        painter.drawText(QRect(left, 0, nameWidth, height()), Qt::AlignLeft | Qt::AlignVCenter,
                         fontMetrics().elidedText(this->text(), Qt::ElideMiddle, nameWidth));
        QRectF bar(left + nameWidth + 8, (height() - kBarHeight) / 2.0, width() - left - nameWidth - numberWidth - 10, kBarHeight);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colors.line);
        painter.drawRoundedRect(bar, 3, 3);
        bar.setWidth(std::max(3.0, bar.width() * m_probability));
        painter.setBrush(isChecked() || (!isCheckable() && m_isFirst) ? colors.leaf : colors.muted);
        painter.drawRoundedRect(bar, 3, 3);
        painter.setPen(text);
        painter.drawText(QRect(width() - numberWidth - 2, 0, numberWidth, height()), Qt::AlignRight | Qt::AlignVCenter,
                         format::percent(m_probability));
        if (hasFocus()) {
            painter.setPen(QPen(colors.petal, 1));
            painter.setBrush(Qt::NoBrush);
            painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        }
    }

public:
    bool m_isFirst = false;

private:
    double m_probability = 0.0;
    bool m_isTrue = false;
};

ClassBars::ClassBars(bool choosable, QWidget *parent) : QWidget(parent), m_choosable(choosable), m_group(new QButtonGroup(this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    for (int rank = 0; rank < kMost; ++rank) {
        auto *bar = new Bar;
        bar->m_isFirst = rank == 0;
        bar->setObjectName(QStringLiteral("class%1").arg(rank));
        bar->setCheckable(choosable);
        bar->setFocusPolicy(choosable ? Qt::StrongFocus : Qt::NoFocus);
        if (choosable)
            bar->setToolTip(tr("Show what speaks for this kind"));
        bar->hide();
        m_group->addButton(bar, rank);
        m_bars.append(bar);
        column->addWidget(bar);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("The most probable kinds"));
    connect(m_group, &QButtonGroup::idToggled, this, [this](int, bool on) {
        if (on)
            Q_EMIT chosenChanged();
    });
}

void ClassBars::setClasses(const QList<ScoredClass> &classes, int trueClass)
{
    m_classes = classes.mid(0, kMost);
    for (qsizetype rank = 0; rank < m_bars.size(); ++rank) {
        if (rank < m_classes.size())
            m_bars.at(rank)->show(m_classes.at(rank), m_classes.at(rank).index == trueClass);
        else
            m_bars.at(rank)->hide();
    }
    if (m_choosable && !m_classes.isEmpty()) {
        const QSignalBlocker quiet(m_group);
        m_bars.first()->setChecked(true);
    }
}

ScoredClass ClassBars::chosen() const
{
    return m_classes.value(m_choosable ? m_group->checkedId() : 0, {-1, {}, 0.0});
}

} // namespace flower
