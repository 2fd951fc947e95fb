// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/ClassReportJson.h"

namespace flower {

QJsonObject toJson(const ClassMetrics &metrics, const QStringList &names, const QString &nameKey)
{
    return {{nameKey, names.value(metrics.label)},
            {QStringLiteral("support"), metrics.support},
            {QStringLiteral("precision"), metrics.precision},
            {QStringLiteral("recall"), metrics.recall},
            {QStringLiteral("f1"), metrics.f1},
            {QStringLiteral("most_confused_with"),
             metrics.mostConfusedWith < 0 ? QJsonValue() : QJsonValue(names.value(metrics.mostConfusedWith))},
            {QStringLiteral("most_confused_photos"), metrics.mostConfusedCount}};
}

QJsonObject toJson(const ConfusedPair &pair, const QStringList &names)
{
    return {{QStringLiteral("first"), names.value(pair.first)},
            {QStringLiteral("second"), names.value(pair.second)},
            {QStringLiteral("first_as_second"), pair.firstAsSecond},
            {QStringLiteral("second_as_first"), pair.secondAsFirst}};
}

} // namespace flower
