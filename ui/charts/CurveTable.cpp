// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/CurveTable.h"

#include "engine/core/Csv.h"

#include <QSaveFile>

namespace flower {

bool writeCurveTable(const QString &path, const QList<NamedCurve> &curves)
{
    QSaveFile file(path);
    bool written = file.open(QIODevice::WriteOnly) && file.write("curve,epoch,value\n") > 0;
    for (const NamedCurve &curve : curves) {
        const QByteArray name = csv::field(curve.name).toUtf8();
        for (const QPointF &point : curve.points) {
            const QByteArray line = name + ',' + QByteArray::number(point.x(), 'g', 10) + ',' + QByteArray::number(point.y(), 'g', 10) + '\n';
            written = written && file.write(line) == line.size();
        }
    }
    return written && file.commit();
}

} // namespace flower
