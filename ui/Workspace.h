// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"
#include "engine/core/TrainingConfig.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace flower {

/// What the pages share: the data set that was read and the settings of the next run. GUI thread.
class Workspace : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] const Dataset &dataset() const { return m_dataset; } ///< without classes: none yet
    void setDataset(const Dataset &dataset);
    [[nodiscard]] bool hasDataset() const { return m_dataset.classCount() > 0; }

    [[nodiscard]] const TrainingConfig &config() const { return m_config; }
    void setConfig(const TrainingConfig &config);

    /// "oxford17 · 17 kinds · 1,360 photos"
    [[nodiscard]] QString datasetLine() const;

Q_SIGNALS:
    void datasetChanged();
    void configChanged();

private:
    Dataset m_dataset;
    TrainingConfig m_config;
};

} // namespace flower
