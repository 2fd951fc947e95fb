// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/PredictionListModel.h"

#include "engine/core/GroupPrediction.h"
#include "engine/core/PathParts.h"
#include "ui/Format.h"
#include "ui/PlainTip.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/theme/Theme.h"

#include <QLocale>
#include <QPixmap>
#include <QSet>

#include <algorithm>
#include <utility>

namespace flower {

PredictionListModel::PredictionListModel(ThumbnailLoader *thumbnails, QObject *parent)
    : QAbstractTableModel(parent), m_thumbnails(thumbnails)
{
    connect(thumbnails, &ThumbnailLoader::loaded, this, [this](const QString &path) {
        for (const int row : m_waiting.take(path)) {
            if (row < rowCount()) // or it was dropped meanwhile
                Q_EMIT dataChanged(index(row, Photo), index(row, Photo), {Qt::DecorationRole});
        }
    });
}

void PredictionListModel::ask(const QList<PhotoInput> &photos)
{
    if (photos.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(photos.size()) - 1);
    for (const PhotoInput &photo : photos) {
        m_rowsOfPath.insert(photo.path, rowCount());
        m_asked.append(rowCount());
        m_rows.append({photo, std::nullopt, trueClassOf(photo.path), m_corrections.value(photo.path), {},
                       lastStep(photo.path).toCaseFolded()});
    }
    endInsertRows();
}

void PredictionListModel::answer(const Prediction &prediction, int modelNumber)
{
    if (m_asked.isEmpty())
        return;
    const int at = m_asked.takeFirst();
    AnswerRow &row = m_rows[at];
    row.prediction = prediction;
    row.confidence = row.isAnswered() ? prediction.top.first().probability : -1.0;
    row.modelNumber = modelNumber;
    row.isOfOpenModel = modelNumber == m_model;
    if (m_calibration && row.isOfOpenModel)
        applyVerdict(*row.prediction, *m_calibration);
    Q_EMIT dataChanged(index(at, 0), index(at, ColumnCount - 1));
    if (stateOf(row) == AnswerState::EarlierModel)
        Q_EMIT earlierChanged(++m_earlier);
}

QList<PhotoInput> PredictionListModel::askAgain()
{
    const QSet<int> waiting(m_asked.cbegin(), m_asked.cend());
    QList<PhotoInput> photos;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (stateOf(m_rows.at(row)) != AnswerState::EarlierModel || waiting.contains(row))
            continue;
        m_asked.append(row);
        photos.append(photo(row));
    }
    countEarlier();
    return photos;
}

void PredictionListModel::dropWaiting()
{
    m_asked.clear();
    // Photos are answered in the order in which they were asked: those that never were are the last.
    int answered = rowCount();
    while (answered > 0 && !prediction(answered - 1))
        --answered;
    if (answered < rowCount()) {
        beginRemoveRows({}, answered, rowCount() - 1);
        for (int row = answered; row < m_rows.size(); ++row)
            m_rowsOfPath.remove(photo(row).path, row);
        m_rows.resize(answered);
        endRemoveRows();
    }
    countEarlier();
}

void PredictionListModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_asked.clear();
    m_rowsOfPath.clear();
    m_waiting.clear();
    endResetModel();
    countEarlier();
}

void PredictionListModel::countEarlier()
{
    const QSet<int> waiting(m_asked.cbegin(), m_asked.cend());
    int earlier = 0;
    for (int row = 0; row < m_rows.size(); ++row)
        earlier += stateOf(m_rows.at(row)) == AnswerState::EarlierModel && !waiting.contains(row) ? 1 : 0;
    if (earlier != std::exchange(m_earlier, earlier))
        Q_EMIT earlierChanged(m_earlier);
}

void PredictionListModel::setModel(const QStringList &classNames, int modelNumber)
{
    m_model = modelNumber;
    m_calibration.reset();
    m_classes.clear();
    for (const QString &name : classNames)
        m_classes.insert(name.toCaseFolded(), name);
    QList<int> changed;
    for (int row = 0; row < m_rows.size(); ++row) {
        AnswerRow &shown = m_rows[row];
        const QString trueClass = trueClassOf(shown.photo.path);
        const bool wasOfOpenModel = std::exchange(shown.isOfOpenModel, !shown.prediction || shown.modelNumber == modelNumber);
        if (std::exchange(shown.trueClass, trueClass) != trueClass || wasOfOpenModel != shown.isOfOpenModel)
            changed.append(row);
    }
    noteChanged(changed);
    countEarlier();
}

void PredictionListModel::judge(const Calibration &calibration)
{
    m_calibration = calibration;
    QList<int> changed;
    for (int row = 0; row < m_rows.size(); ++row) {
        if (!m_rows.at(row).isOfOpenModel || !m_rows.at(row).isAnswered())
            continue;
        std::optional<Prediction> &prediction = m_rows[row].prediction;
        const auto before = std::pair(prediction->notSure, prediction->noneOfThese);
        applyVerdict(*prediction, calibration);
        if (before != std::pair(prediction->notSure, prediction->noneOfThese))
            changed.append(row);
    }
    noteChanged(changed);
}

void PredictionListModel::setCorrections(const QHash<QString, QString> &corrections)
{
    m_corrections = corrections;
    QList<int> changed;
    for (int row = 0; row < m_rows.size(); ++row) {
        AnswerRow &shown = m_rows[row];
        if (const QString corrected = corrections.value(shown.photo.path); corrected != shown.corrected) {
            shown.corrected = corrected;
            changed.append(row);
        }
    }
    noteChanged(changed);
}

void PredictionListModel::setFacts(const QHash<QString, PhotoFacts> &facts)
{
    QList<int> changed;
    for (auto fact = facts.cbegin(); fact != facts.cend(); ++fact) {
        for (const int row : m_rowsOfPath.values(fact.key())) {
            m_rows[row].facts = fact.value();
            changed.append(row);
        }
    }
    std::sort(changed.begin(), changed.end());
    noteChanged(changed);
}

void PredictionListModel::noteChanged(const QList<int> &rows)
{
    if (!rows.isEmpty()) // all in one, with those between: it may be thousands
        Q_EMIT dataChanged(index(rows.first(), 0), index(rows.last(), ColumnCount - 1));
}

QString PredictionListModel::trueClassOf(const QString &path) const
{
    return m_classes.value(lastStep(parentFolder(path)).toCaseFolded());
}

QString PredictionListModel::headline(const Prediction &prediction)
{
    const QString best = prediction.top.first().name;
    if (prediction.noneOfThese)
        return tr("None of these (most like %1)").arg(best);
    if (prediction.notSure && prediction.candidates.size() == 2)
        return tr("Not sure: %1 or %2?").arg(prediction.candidates.first().name, prediction.candidates.last().name);
    return best;
}

QString PredictionListModel::headline(const AnswerRow &row)
{
    if (!row.corrected.isEmpty())
        return tr("%1 (corrected)").arg(row.corrected);
    return row.isOfOpenModel ? headline(*row.prediction) : tr("%1 (earlier model)").arg(headline(*row.prediction));
}

QString PredictionListModel::stateText(AnswerState state)
{
    switch (state) {
    case AnswerState::Waiting:
        return tr("Waiting");
    case AnswerState::Unreadable:
        return tr("Unreadable");
    case AnswerState::Sure:
        return tr("Sure");
    case AnswerState::NotSure:
        return tr("Not sure");
    case AnswerState::NoneOfThese:
        return tr("None of these");
    case AnswerState::EarlierModel:
        return tr("Earlier model");
    }
    Q_UNREACHABLE();
}

int PredictionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PredictionListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant PredictionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AnswerRow &shown = row(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return text(shown, index.column());
    case Qt::DecorationRole: {
        if (index.column() != Photo)
            return {};
        const QPixmap picture = m_thumbnails->pixmap(shown.photo);
        if (picture.isNull())
            m_waiting.add(shown.photo.path, index.row());
        return picture;
    }
    case Qt::TextAlignmentRole:
        return index.column() == Probability ? QVariant(Qt::AlignRight | Qt::AlignVCenter) : QVariant();
    case Qt::ForegroundRole:
        if (index.column() == State && stateOf(shown) == AnswerState::Unreadable)
            return themeColors().danger;
        if (index.column() == State && (stateOf(shown) == AnswerState::NotSure || stateOf(shown) == AnswerState::NoneOfThese))
            return themeColors().petal;
        if (index.column() == State && stateOf(shown) == AnswerState::EarlierModel)
            return themeColors().muted;
        if (index.column() == TrueKind && isWrong(shown))
            return themeColors().amber;
        return {};
    case Qt::ToolTipRole:
        return toolTip(shown, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == Photo ? accessibleText(shown) : text(shown, index.column());
    case PredictionRole:
        return shown.prediction ? QVariant::fromValue(*shown.prediction) : QVariant();
    case HeadlineRole:
        return shown.isAnswered() ? headline(shown) : QString();
    case PhotoRole:
        return QVariant::fromValue(shown.photo);
    case CorrectedRole:
        return shown.corrected;
    case EarlierRole:
        return stateOf(shown) == AnswerState::EarlierModel;
    default:
        return {};
    }
}

QVariant PredictionListModel::text(const AnswerRow &row, int column) const
{
    switch (column) {
    case Photo:
        return lastStep(row.photo.path);
    case State:
        return stateText(stateOf(row));
    case TrueKind:
        return row.trueClass;
    case Corrected:
        return row.corrected;
    case Taken:
        return row.facts.taken ? QLocale().toString(*row.facts.taken, QLocale::ShortFormat) : QString();
    default:
        break;
    }
    if (!row.isAnswered())
        return {};
    const QList<ScoredClass> &top = row.prediction->top;
    switch (column) {
    case Answer:
        return top.first().name;
    case Probability:
        return format::percent(top.first().probability);
    case RunnerUp:
        return top.size() > 1 ? tr("%1, %2").arg(top.at(1).name, format::percent(top.at(1).probability)) : QString();
    default:
        return {};
    }
}

QVariant PredictionListModel::toolTip(const AnswerRow &row, int column) const
{
    QStringList lines;
    if (column == Photo) {
        lines.append(row.photo.path);
    } else if (row.prediction && !row.prediction->error.isEmpty()) {
        lines.append(row.prediction->error);
    } else if (row.isAnswered() && (column == Answer || column == Probability || column == RunnerUp)) {
        for (const ScoredClass &scored : row.prediction->top)
            lines.append(tr("%1 %2").arg(format::percent(scored.probability), scored.name));
    } else if (column == State && stateOf(row) == AnswerState::EarlierModel) {
        lines.append(tr("Another model was opened since. Classify the photo again to have its answer."));
    } else if (column == Taken && row.facts.place) {
        lines.append(tr("At %1, %2 (latitude, longitude)").arg(QLocale().toString(row.facts.place->latitude, 'f', 5),
                                                               QLocale().toString(row.facts.place->longitude, 'f', 5)));
    }
    return lines.isEmpty() ? QVariant() : plainTip(lines.join(QLatin1Char('\n')));
}

QString PredictionListModel::accessibleText(const AnswerRow &row) const
{
    const QString name = lastStep(row.photo.path);
    if (!row.prediction)
        return tr("%1: waiting").arg(name);
    if (!row.isAnswered())
        return tr("%1: %2").arg(name, row.prediction->error);
    return tr("%1: %2, %3").arg(name, headline(row), format::percent(row.prediction->top.first().probability));
}

QVariant PredictionListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::DisplayRole) {
        return QStringList{tr("Photo"), tr("Answer"), tr("Probability"), tr("State"), tr("Runner-up"), tr("True kind"), tr("Corrected"),
                           tr("Taken")}.at(section);
    }
    if (role == Qt::ToolTipRole) {
        return QStringList{tr("The photo's file"), tr("The most probable kind (class)"), tr("How probable the answer is: sorted upward, the least sure come first"),
                           tr("Whether the answer can be counted on"), tr("The second most probable kind"),
                           tr("The kind that the photo's folder is named after, where the model knows it"),
                           tr("The kind that you gave the photo"), tr("The date that the camera wrote into the photo")}.at(section);
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Probability ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    return {};
}

} // namespace flower
