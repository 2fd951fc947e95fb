// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QPointF>
#include <QString>

namespace flower {

/// Every point of a curve, under its name.
struct NamedCurve {
    QString name;
    QList<QPointF> points;
};

/// Writes curves as CSV (curve, epoch, value), beside the place and renamed; false where that fails. A million points take
/// seconds: not for the GUI thread.
bool writeCurveTable(const QString &path, const QList<NamedCurve> &curves);

} // namespace flower
