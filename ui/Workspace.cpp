// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Workspace.h"

#include "ui/Format.h"
#include "ui/PhotoReview.h"

#include <QDir>

namespace flower {

Workspace::Workspace(const QString &reviewsFolder, const QString &placesFile, QObject *parent)
    : QObject(parent), m_review(new PhotoReview(reviewsFolder, placesFile, this))
{
    connect(m_review, &PhotoReview::changed, this, [this](const QString &rootPath) {
        if (rootPath != QDir::cleanPath(m_asRead.rootPath))
            return;
        applyReview();
        Q_EMIT marksChanged();
    });
}

void Workspace::setDataset(const Dataset &dataset)
{
    m_asRead = dataset;
    m_review->takeOverMoved(m_asRead);
    applyReview();
    Q_EMIT datasetChanged();
}

void Workspace::applyReview()
{
    m_dataset = applyMarks(m_asRead, m_review->marks(m_asRead.rootPath), &m_markCounts);
}

void Workspace::setConfig(const TrainingConfig &config)
{
    if (m_config == config)
        return;
    m_config = config;
    Q_EMIT configChanged();
}

QString Workspace::datasetLine() const
{
    if (!hasDataset())
        return tr("No photos chosen yet");
    return tr("%1 · %2 kinds · %3 photos")
        .arg(m_dataset.name, format::count(m_dataset.classCount()), format::count(m_dataset.samples.size()));
}

} // namespace flower
