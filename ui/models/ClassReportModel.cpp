// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/ClassReportModel.h"

#include "engine/core/Csv.h"
#include "ui/Format.h"

namespace flower {

void ClassReportModel::setReport(const QList<ClassMetrics> &report, const QStringList &names)
{
    beginResetModel();
    m_report = report;
    m_names = names;
    endResetModel();
}

QByteArray ClassReportModel::toCsv(const QList<int> &rows) const
{
    QString text = QStringLiteral("class,precision,recall,f1,photos,most_confused_with,most_confused_photos\n");
    for (const int row : rows) {
        const ClassMetrics &metrics = m_report.at(row);
        text += QStringList{csv::field(m_names.value(metrics.label)), QString::number(metrics.precision, 'f', 6),
                            QString::number(metrics.recall, 'f', 6), QString::number(metrics.f1, 'f', 6),
                            QString::number(metrics.support), csv::field(m_names.value(metrics.mostConfusedWith)),
                            QString::number(metrics.mostConfusedCount)}
                    .join(QLatin1Char(','))
            + QLatin1Char('\n');
    }
    return text.toUtf8();
}

int ClassReportModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_report.size());
}

int ClassReportModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ClassReportModel::sortKey(const ClassMetrics &metrics, int column) const
{
    switch (column) {
    case Name:
        return m_names.value(metrics.label);
    case Precision:
        return metrics.precision;
    case Recall:
        return metrics.recall;
    case F1:
        return metrics.f1;
    case Photos:
        return metrics.support;
    default:
        return metrics.mostConfusedCount;
    }
}

QString ClassReportModel::text(const ClassMetrics &metrics, int column) const
{
    switch (column) {
    case Name:
        return m_names.value(metrics.label);
    case Precision:
        return format::percent(metrics.precision);
    case Recall:
        return format::percent(metrics.support > 0 ? metrics.recall : -1.0);
    case F1:
        return format::percent(metrics.f1);
    case Photos:
        return format::count(metrics.support);
    default:
        return metrics.mostConfusedWith < 0 ? QStringLiteral("–")
                                            : tr("%1 (%2)").arg(m_names.value(metrics.mostConfusedWith),
                                                                format::count(metrics.mostConfusedCount));
    }
}

QVariant ClassReportModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const ClassMetrics &metrics = m_report.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(metrics, index.column());
    case SortRole:
        return sortKey(metrics, index.column());
    case Qt::TextAlignmentRole:
        return QVariant((index.column() == Name || index.column() == ConfusedWith ? Qt::AlignLeft : Qt::AlignRight)
                        | Qt::AlignVCenter);
    default:
        return {};
    }
}

QVariant ClassReportModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return QStringList{tr("Kind"), tr("Precision"), tr("Recall"), tr("F1"), tr("Photos"), tr("Most confused with")}.at(section);
    case Qt::ToolTipRole:
        return QStringList{tr("A kind of flower; the field says “class”"),
                           tr("Of the photos answered with this kind, how many are of it"),
                           tr("Of the photos of this kind, how many are answered with it"),
                           tr("Harmonic mean of precision and recall: high only where both are"),
                           tr("Photos of this kind that were answered (“support”)"),
                           tr("The wrong answer that its photos get most often, and to how many of them")}.at(section);
    case Qt::TextAlignmentRole:
        return QVariant((section == Name || section == ConfusedWith ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    default:
        return {};
    }
}

} // namespace flower
