// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

class QCustomPlot;

namespace flower {

/// Saves what the plot shows, as an SVG where the path ends so, else as a PNG of twice the size. False: it can't be written.
bool savePicture(QCustomPlot *plot, const QString &title, const QString &path);

} // namespace flower
