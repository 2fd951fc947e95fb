// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/FindingListModel.h"

#include "engine/core/PhotoMarks.h"
#include "ui/PlainTip.h"
#include "ui/models/ThumbnailLoader.h"

#include <QFileInfo>
#include <QSet>

namespace flower {

FindingListModel::FindingListModel(ThumbnailLoader *thumbnails, QObject *parent) : QAbstractListModel(parent), m_thumbnails(thumbnails)
{
    connect(thumbnails, &ThumbnailLoader::loaded, this, [this](const QString &path) {
        for (const int row : m_waiting.take(path))
            Q_EMIT dataChanged(index(row), index(row), {PhotosRole});
    });
}

void FindingListModel::setFindings(const QList<DataFinding> &findings, const Dataset &dataset)
{
    beginResetModel();
    m_findings = findings;
    m_rootPath = dataset.rootPath;
    m_waiting.clear();
    m_places.clear();
    QSet<QString> shown;
    for (const DataFinding &finding : findings) {
        for (const QString &path : finding.photos.mid(0, kMostShown))
            shown.insert(path);
    }
    for (const Sample &sample : dataset.samples) {
        if (!shown.contains(sample.path))
            continue;
        const QString subset = sample.subset == Subset::Train ? tr("training") : sample.subset == Subset::Test ? tr("test") : tr("validation");
        m_places.insert(sample.path, {dataset.classNames.at(sample.label), subset});
    }
    endResetModel();
}

int FindingListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

QVariant FindingListModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const DataFinding &finding = m_findings.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return finding.sentence;
    case PathRole:
        return finding.photos.size() == 1 ? markedPath(m_rootPath, finding.photos.first()) : QString();
    case PhotosRole: {
        QVariantList photos;
        for (const QString &path : finding.photos.mid(0, kMostShown)) {
            const Place place = m_places.value(path);
            const FindingPhoto photo{m_thumbnails->pixmap({path, {}}), place.kind, place.subset};
            if (photo.picture.isNull())
                m_waiting.add(path, index.row());
            photos.append(QVariant::fromValue(photo));
        }
        return photos;
    }
    case MorePhotosRole:
        return static_cast<int>(finding.photos.size()) - std::min(kMostShown, static_cast<int>(finding.photos.size()));
    case Qt::ToolTipRole: {
        QStringList lines{finding.sentence};
        for (const QString &path : finding.photos.mid(0, kMostShown))
            lines.append(markedPath(m_rootPath, path));
        return plainTip(lines.join(QLatin1Char('\n')));
    }
    case Qt::AccessibleTextRole: {
        QStringList names;
        for (const QString &path : finding.photos.mid(0, kMostShown)) {
            const Place place = m_places.value(path);
            names.append(place.kind.isEmpty() ? QFileInfo(path).fileName() : tr("%1, %2, %3").arg(QFileInfo(path).fileName(), place.kind, place.subset));
        }
        return names.isEmpty() ? finding.sentence : tr("%1 %2").arg(finding.sentence, names.join(QStringLiteral("; ")));
    }
    default:
        return {};
    }
}

} // namespace flower
