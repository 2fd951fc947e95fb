// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/AnswerFilterModel.h"

#include "ui/models/PredictionListModel.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <optional>
#include <type_traits>
#include <utility>

namespace flower {

namespace {

/// The kind that a column shows; empty: none.
QStringView kindOf(const AnswerRow &row, int column)
{
    switch (column) {
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

/// Sorts by `keyOf(row)`, an optional: rows without a key come last in both directions.
template<typename KeyOf>
void sortBy(std::vector<int> &rows, Qt::SortOrder order, KeyOf &&keyOf)
{
    using Entry = std::pair<typename std::invoke_result_t<KeyOf, int>::value_type, int>; // the key, and the row
    std::vector<Entry> entries; // side by side: the rows themselves lie far apart
    std::vector<int> without;
    entries.reserve(rows.size());
    for (const int row : rows) {
        if (const auto key = keyOf(row))
            entries.emplace_back(*key, row);
        else
            without.push_back(row);
    }
    if (order == Qt::AscendingOrder)
        std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.first < b.first; });
    else
        std::stable_sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return b.first < a.first; });
    auto out = std::transform(entries.cbegin(), entries.cend(), rows.begin(), [](const Entry &entry) { return entry.second; });
    std::copy(without.cbegin(), without.cend(), out);
}

/// For some kinds: the place of each in the alphabet, whatever its capitals.
QHash<QStringView, int> placesOf(const QSet<QStringView> &kinds)
{
    QList<QStringView> sorted(kinds.cbegin(), kinds.cend());
    const auto isLess = [](QStringView a, QStringView b) { return a.compare(b, Qt::CaseInsensitive) < 0; };
    std::sort(sorted.begin(), sorted.end(), isLess);
    QHash<QStringView, int> places;
    int place = 0;
    for (qsizetype at = 0; at < sorted.size(); ++at) {
        place += at > 0 && isLess(sorted.at(at - 1), sorted.at(at)) ? 1 : 0;
        places.insert(sorted.at(at), place);
    }
    return places;
}

} // namespace

void AnswerFilterModel::setShow(Show show)
{
    m_show = show;
    sift();
}

void AnswerFilterModel::setText(const QString &text)
{
    if (const QString trimmed = text.trimmed(); trimmed != std::exchange(m_text, trimmed))
        sift();
}

void AnswerFilterModel::refresh(int changed)
{
    if (isFiltering() || (sortColumn() >= 0 && (changed < 0 || changed == sortColumn())))
        sift();
}

const AnswerRow &AnswerFilterModel::row(int sourceRow) const
{
    return static_cast<const PredictionListModel *>(sourceModel())->row(sourceRow);
}

bool AnswerFilterModel::accepts(int sourceRow) const
{
    const AnswerRow &shown = row(sourceRow);
    if (!m_text.isEmpty()) {
        bool found = shown.photo.path.contains(m_text, Qt::CaseInsensitive);
        for (const int column : {PredictionListModel::Answer, PredictionListModel::TrueKind, PredictionListModel::Corrected})
            found = found || kindOf(shown, column).contains(m_text, Qt::CaseInsensitive);
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

void AnswerFilterModel::arrange(std::vector<int> &sourceRows, int column, Qt::SortOrder order) const
{
    switch (column) {
    case PredictionListModel::Photo:
        sortBy(sourceRows, order, [this](int at) { return std::optional(QStringView(row(at).sortName)); });
        break;
    case PredictionListModel::State:
        sortBy(sourceRows, order, [this](int at) { return std::optional(stateOf(row(at))); });
        break;
    case PredictionListModel::Probability:
        sortBy(sourceRows, order, [this](int at) {
            const double confidence = row(at).confidence;
            return confidence >= 0 ? std::optional(confidence) : std::nullopt;
        });
        break;
    case PredictionListModel::Taken:
        // By the clock on the wall, without the zone: cameras seldom know it, and to reckon it would take longer than the sorting.
        sortBy(sourceRows, order, [this](int at) {
            const std::optional<QDateTime> &taken = row(at).facts.taken;
            return taken ? std::optional(std::pair(taken->date(), taken->time())) : std::nullopt;
        });
        break;
    default: {
        QSet<QStringView> kinds;
        for (const int at : sourceRows)
            kinds.insert(kindOf(row(at), column));
        sortBy(sourceRows, order, [this, column, places = placesOf(kinds)](int at) {
            const QStringView kind = kindOf(row(at), column);
            return kind.isEmpty() ? std::nullopt : std::optional(places.value(kind));
        });
    }
    }
}

} // namespace flower
