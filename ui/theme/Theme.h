// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace flower {

/// Light and dark follow the system, or are set.
enum class ThemeChoice { System, Light, Dark };

/// The program's colours in the theme in use. Text colours keep 4.5 : 1 on their backgrounds.
struct ThemeColors {
    QColor leaf;         ///< primary action, success; as text
    QColor petal;        ///< brand and selection
    QColor amber;        ///< look here
    QColor danger;       ///< loss of something
    QColor muted;        ///< secondary text
    QColor card;         ///< background of cards
    QColor line;         ///< borders and grids
    QColor training;     ///< curves: the same meaning everywhere, told apart by colour-blind eyes too
    QColor validation;
    QColor test;
    QColor learningRate;
};

/// Sets style, palette and style sheet of the application.
void applyTheme(ThemeChoice choice);
[[nodiscard]] bool isDarkTheme();
[[nodiscard]] ThemeColors themeColors();

/// How well two colours can be told apart, from 1 to 21 (WCAG 2.1, contrast ratio).
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
/// `color`, darkened or lightened until text in it keeps 4.5 : 1 on `background`.
[[nodiscard]] QColor readableOn(const QColor &color, const QColor &background);

} // namespace flower
