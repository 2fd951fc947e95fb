// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QPalette>
#include <QStyle>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

QPalette paletteFor(bool dark)
{
    const auto color = [](const char *name) { return QColor(QLatin1String(name)); };
    const QColor text = color(dark ? "#ECECEC" : "#1F2421");
    const QColor disabled = color(dark ? "#7C837E" : "#9AA19C");
    QPalette palette;
    palette.setColor(QPalette::Window, color(dark ? "#1B1E1C" : "#F5F6F4"));
    palette.setColor(QPalette::WindowText, text);
    palette.setColor(QPalette::Base, color(dark ? "#232725" : "#FFFFFF"));
    palette.setColor(QPalette::AlternateBase, color(dark ? "#282C2A" : "#F7F8F6"));
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Button, color(dark ? "#2C312E" : "#FFFFFF"));
    palette.setColor(QPalette::ButtonText, text);
    palette.setColor(QPalette::BrightText, Qt::white);
    palette.setColor(QPalette::ToolTipBase, color(dark ? "#2F3431" : "#FFFFFF"));
    palette.setColor(QPalette::ToolTipText, text);
    palette.setColor(QPalette::PlaceholderText, color(dark ? "#A3AAA5" : "#667069"));
    palette.setColor(QPalette::Highlight, color(dark ? "#8E2F61" : "#B03A78"));
    palette.setColor(QPalette::HighlightedText, Qt::white);
    palette.setColor(QPalette::Link, color(dark ? "#6FCF97" : "#2E7D4F"));
    palette.setColor(QPalette::Mid, color(dark ? "#3A403C" : "#DADFDB"));
    if (dark)
        palette.setColor(QPalette::Light, color("#3A403C")); // the line below tabs
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

QString styleSheetFor(const ThemeColors &colors)
{
    return QStringLiteral(R"(
        QFrame#card { background: %1; border: 1px solid %2; border-radius: 8px; }
        QFrame#rail { background: %1; border: none; border-right: 1px solid %2; }
        QLabel[role="title"] { font-size: 20px; font-weight: 600; }
        QLabel[role="cardTitle"] { font-weight: 600; }
        QLabel[role="number"] { font-size: 26px; font-weight: 600; }
        QLabel[role="muted"] { color: %3; }
        QLabel[role="warning"] { color: %4; }
        QLabel[role="pointedAt"] { color: %5; font-weight: 600; }
        QToolButton[role="rail"] { border: none; border-radius: 6px; padding: 8px 10px; text-align: left; }
        QToolButton[role="rail"]:hover { background: %2; }
        QToolButton[role="rail"]:checked { background: %2; color: %5; font-weight: 600; }
        QToolButton[role="rail"]:focus { border: 2px solid %5; padding: 6px 8px; }
        QToolButton[role="legend"] { border: 1px solid transparent; border-radius: 4px; padding: 1px 4px; }
        QToolButton[role="legend"]:!checked { color: %3; background: %2; }
        QToolButton[role="legend"]:hover { background: %2; }
        QToolButton[role="legend"]:focus { border: 1px solid %5; }
        QToolButton[role="switch"] { border: 1px solid %2; padding: 4px 10px; }
        QToolButton[role="switch"]:checked { background: %2; color: %5; font-weight: 600; }
        QToolButton[role="switch"]:hover { background: %2; }
        QToolButton[role="switch"]:focus { border: 1px solid %5; }
        QPushButton:checked { background: %2; border: 1px solid %5; border-radius: 3px; padding: 3px 0; }
        QPushButton[role="primary"] { background: #2E7D4F; color: white; border: none; border-radius: 6px;
                                      padding: 7px 18px; font-weight: 600; }
        QPushButton[role="primary"]:hover { background: #256942; }
        QPushButton[role="primary"]:disabled { background: %2; color: %3; }
        QPushButton[role="primary"]:focus { border: 2px solid %5; padding: 5px 16px; }
        QFrame#banner { border: 1px solid %4; border-left: 4px solid %4; border-radius: 6px; background: %1; }
        QFrame#banner[tone="information"] { border: 1px solid %2; border-left: 4px solid %6; }
        QScrollArea { background: transparent; border: none; }
        QScrollArea > QWidget#qt_scrollarea_viewport > QWidget { background: transparent; }
    )")
        .arg(colors.card.name(), colors.line.name(), colors.muted.name(), colors.amber.name(), colors.petal.name(),
             colors.leaf.name());
}

/// Whether the system's own palette, as it was before the first change, is a dark one.
bool systemIsDark()
{
    static const bool dark = [] {
        const QPalette palette = QApplication::palette();
        return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    }();
    return dark;
}

} // namespace

void applyTheme(ThemeChoice choice)
{
    const bool systemDark = systemIsDark();
    const bool dark = choice == ThemeChoice::Dark || (choice == ThemeChoice::System && systemDark);
    QApplication::setStyle(QStringLiteral("fusion"));
    QApplication::setPalette(paletteFor(dark));
    qApp->setStyleSheet(styleSheetFor(themeColors()));
}

bool isDarkTheme()
{
    return QApplication::palette().color(QPalette::Window).lightness() < 128;
}

ThemeColors themeColors()
{
    const bool dark = isDarkTheme();
    const auto color = [](const char *name) { return QColor(QLatin1String(name)); };
    ThemeColors colors;
    colors.leaf = color(dark ? "#6FCF97" : "#2E7D4F");
    colors.petal = color(dark ? "#E58BB8" : "#B03A78");
    colors.amber = color(dark ? "#E0A530" : "#9A6700");
    colors.danger = color(dark ? "#FF8A80" : "#B3261E");
    colors.muted = color(dark ? "#A9B0AB" : "#5C665F");
    colors.card = color(dark ? "#232725" : "#FFFFFF");
    colors.line = color(dark ? "#3A403C" : "#DFE3E0");
    colors.training = color(dark ? "#4BA3E3" : "#0072B2");
    colors.validation = color(dark ? "#F08A3C" : "#D55E00");
    colors.test = color(dark ? "#35C79A" : "#009E73");
    colors.learningRate = color("#8A8A8A");
    return colors;
}

double contrast(const QColor &a, const QColor &b)
{
    const auto luminance = [](const QColor &color) {
        const auto linear = [](double value) { return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
    };
    const double lighter = std::max(luminance(a), luminance(b));
    const double darker = std::min(luminance(a), luminance(b));
    return (lighter + 0.05) / (darker + 0.05);
}

QColor readableOn(const QColor &color, const QColor &background)
{
    constexpr double kText = 4.5;
    constexpr int kStep = 108; // per cent
    const bool lighten = contrast(background, Qt::white) > contrast(background, Qt::black);
    QColor readable = color;
    for (int step = 0; step < 40 && contrast(readable, background) < kText; ++step)
        readable = lighten ? readable.lighter(kStep) : readable.darker(kStep);
    return readable;
}

} // namespace flower
