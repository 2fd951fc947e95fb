// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCustomPlot;
class QFont;

namespace flower {

struct ThemeColors;

/// Axes as every chart has them: x and, at the left, y; a logarithmic one at the right, hidden until a curve needs it. Wheel
/// and drag move x only.
void setUpAxes(QCustomPlot *plot);
/// Gives background, axes and grid the theme's colours and the font.
void dressAxes(QCustomPlot *plot, const ThemeColors &colors, const QFont &font);
void setLogarithmicY(QCustomPlot *plot, bool on);

} // namespace flower
