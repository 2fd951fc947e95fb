// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/AnswerFilterModel.h"

#include "ui/models/PredictionListModel.h"

#include <utility>

namespace flower {

namespace {

/// What a column is sorted by where it is a text.
QStringView textOf(const AnswerRow &row, int column)
{
    switch (column) {
    case PredictionListModel::Photo:
        return row.sortName;
    case PredictionListModel::Answer:
        return row.isAnswered() ? QStringView(row.prediction->top.first().name) : QStringView();
    case PredictionListModel::RunnerUp:
        return row.isAnswered() && row.prediction->top.size() > 1 ? QStringView(row.prediction->top.at(1).name) : QStringView();
    case PredictionListModel::TrueKind:
        return row.trueClass;
    case PredictionListModel::Corrected:
        return row.corrected;
    default:
        return {};
    }
}

/// Below, at or above 0: which comes first, whatever their capitals. Most are equal kinds, which is seen at once.
int compared(QStringView a, QStringView b)
{
    return a == b ? 0 : a.compare(b, Qt::CaseInsensitive);
}

} // namespace

AnswerFilterModel::AnswerFilterModel(QObject *parent) : QSortFilterProxyModel(parent)
{
    setDynamicSortFilter(false);
}

void AnswerFilterModel::setShow(Show show)
{
    m_show = show;
    invalidateFilter();
}

void AnswerFilterModel::setText(const QString &text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

void AnswerFilterModel::refresh(int changed)
{
    if (isFiltering())
        invalidateFilter();
    if (sortColumn() >= 0 && (changed < 0 || changed == sortColumn() || isFiltering())) // what comes in by the filter isn't in order
        invalidate();
}

const AnswerRow &AnswerFilterModel::row(int row) const
{
    return static_cast<const PredictionListModel *>(sourceModel())->row(row);
}

bool AnswerFilterModel::filterAcceptsRow(int sourceRow, const QModelIndex &) const
{
    const AnswerRow &shown = row(sourceRow);
    if (!m_text.isEmpty()) {
        bool found = shown.photo.path.contains(m_text, Qt::CaseInsensitive);
        for (const int column : {PredictionListModel::Answer, PredictionListModel::TrueKind, PredictionListModel::Corrected})
            found = found || textOf(shown, column).contains(m_text, Qt::CaseInsensitive);
        if (!found)
            return false;
    }
    switch (m_show) {
    case Show::All:
        return true;
    case Show::Sure:
        return stateOf(shown) == AnswerState::Sure;
    case Show::NotSure:
        return stateOf(shown) == AnswerState::NotSure;
    case Show::NoneOfThese:
        return stateOf(shown) == AnswerState::NoneOfThese;
    case Show::Corrected:
        return !shown.corrected.isEmpty();
    case Show::Wrong:
        return isWrong(shown);
    case Show::EarlierModel:
        return stateOf(shown) == AnswerState::EarlierModel;
    }
    Q_UNREACHABLE();
}

bool AnswerFilterModel::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const AnswerRow &a = row(left.row());
    const AnswerRow &b = row(right.row());
    const int column = left.column();
    const auto valuesFirst = [this](bool hasA, auto &&isLess, bool hasB) {
        if (hasA != hasB) // Qt turns the two around for a descending order
            return sortOrder() == Qt::AscendingOrder ? hasA : hasB;
        return hasA && isLess();
    };
    switch (column) {
    case PredictionListModel::Photo:
        return a.sortName < b.sortName;
    case PredictionListModel::State:
        return stateOf(a) < stateOf(b);
    case PredictionListModel::Probability:
        return valuesFirst(a.confidence >= 0, [&] { return a.confidence < b.confidence; }, b.confidence >= 0);
    case PredictionListModel::Taken:
        // By the clock on the wall, without the zone: cameras seldom know it, and to reckon it would take longer than the sorting.
        return valuesFirst(a.facts.taken.has_value(), [&] {
            return std::pair(a.facts.taken->date(), a.facts.taken->time()) < std::pair(b.facts.taken->date(), b.facts.taken->time());
        }, b.facts.taken.has_value());
    default: {
        const QStringView textA = textOf(a, column);
        const QStringView textB = textOf(b, column);
        return valuesFirst(!textA.isEmpty(), [&] { return compared(textA, textB) < 0; }, !textB.isEmpty());
    }
    }
}

} // namespace flower
