// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

class QCPAxis;
class QCustomPlot;
class QFont;

namespace flower {

struct ThemeColors;

/// Axes as every chart has them: x and, at the left, y; a logarithmic one at the right, hidden until a curve needs it. Wheel
/// and drag move x only.
void setUpAxes(QCustomPlot *plot);
/// Gives one axis and its grid the theme's colours and the font.
void dressAxis(QCPAxis *axis, const ThemeColors &colors, const QFont &font);
/// Gives background, axes and grid the theme's colours and the font.
void dressAxes(QCustomPlot *plot, const ThemeColors &colors, const QFont &font);
void setLogarithmicY(QCustomPlot *plot, bool on);

} // namespace flower
