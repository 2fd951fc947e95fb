// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/PredictionListModel.h"

#include "engine/core/Csv.h"
#include "ui/Format.h"
#include "ui/models/ThumbnailLoader.h"

#include <QFileInfo>
#include <QPixmap>

namespace flower {

PredictionListModel::PredictionListModel(ThumbnailLoader *thumbnails, QObject *parent)
    : QAbstractListModel(parent), m_thumbnails(thumbnails)
{
    connect(thumbnails, &ThumbnailLoader::loaded, this, [this](const QString &path) {
        for (const int row : m_waiting.take(path)) {
            if (row < rowCount()) // or it was dropped meanwhile
                Q_EMIT dataChanged(index(row), index(row), {Qt::DecorationRole});
        }
    });
}

void PredictionListModel::ask(const QList<PhotoInput> &photos)
{
    if (photos.isEmpty())
        return;
    const int first = rowCount();
    beginInsertRows({}, first, first + static_cast<int>(photos.size()) - 1);
    for (const PhotoInput &photo : photos)
        m_rows.append({photo, std::nullopt});
    endInsertRows();
}

void PredictionListModel::answer(const Prediction &prediction)
{
    if (m_answered >= m_rows.size())
        return;
    m_rows[m_answered].prediction = prediction;
    const QModelIndex changed = index(m_answered++);
    Q_EMIT dataChanged(changed, changed);
}

void PredictionListModel::dropWaiting()
{
    if (m_answered == m_rows.size())
        return;
    beginRemoveRows({}, m_answered, rowCount() - 1);
    m_rows.resize(m_answered);
    endRemoveRows();
}

void PredictionListModel::clear()
{
    beginResetModel();
    m_rows.clear();
    m_waiting.clear();
    m_answered = 0;
    endResetModel();
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

QByteArray PredictionListModel::toCsv() const
{
    QString text = QStringLiteral("path,top1,p1,top2,p2,top3,p3,top4,p4,top5,p5,not_sure,none_of_these,error\n");
    for (const Row &row : m_rows) {
        if (!row.prediction)
            continue;
        QStringList fields{csv::field(row.photo.path)};
        for (int rank = 0; rank < 5; ++rank) {
            const bool there = rank < row.prediction->top.size();
            fields.append(there ? csv::field(row.prediction->top.at(rank).name) : QString());
            fields.append(there ? QString::number(row.prediction->top.at(rank).probability, 'f', 6) : QString());
        }
        fields.append(QString::number(row.prediction->notSure ? 1 : 0));
        fields.append(QString::number(row.prediction->noneOfThese ? 1 : 0));
        fields.append(csv::field(row.prediction->error));
        text += fields.join(QLatin1Char(',')) + QLatin1Char('\n');
    }
    return text.toUtf8();
}

int PredictionListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

QVariant PredictionListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const Row &row = m_rows.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return QFileInfo(row.photo.path).fileName();
    case Qt::DecorationRole: {
        const QPixmap picture = m_thumbnails->pixmap(row.photo);
        if (picture.isNull())
            m_waiting.add(row.photo.path, index.row());
        return picture;
    }
    case Qt::AccessibleTextRole: {
        const QString name = QFileInfo(row.photo.path).fileName();
        if (!row.prediction)
            return tr("%1: waiting").arg(name);
        if (!row.prediction->error.isEmpty())
            return tr("%1: %2").arg(name, row.prediction->error);
        return tr("%1: %2, %3").arg(name, headline(*row.prediction), format::percent(row.prediction->top.first().probability));
    }
    default:
        return {};
    }
}

} // namespace flower
