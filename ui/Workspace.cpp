// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Workspace.h"

#include "ui/Format.h"

namespace flower {

void Workspace::setDataset(const Dataset &dataset)
{
    m_dataset = dataset;
    Q_EMIT datasetChanged();
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
