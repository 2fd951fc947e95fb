// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Dataset.h"
#include "engine/core/PhotoMarks.h"
#include "engine/core/TrainingConfig.h"

#include <QObject>
#include <QString>
#include <QStringList>

namespace flower {

class PhotoReview;

/// What the pages share: the data set that was read, what was changed about it in review, and the settings of the next run.
/// GUI thread.
class Workspace : public QObject
{
    Q_OBJECT
public:
    /// `reviewsFolder` and `placesFile`: see PhotoReview.
    explicit Workspace(const QString &reviewsFolder = {}, const QString &placesFile = {}, QObject *parent = nullptr);

    /// The photos as they are trained with: those that were read, with the marks of the review. Without classes: none yet.
    [[nodiscard]] const Dataset &dataset() const { return m_dataset; }
    [[nodiscard]] const Dataset &datasetAsRead() const { return m_asRead; }
    /// Takes a data set as it was read.
    void setDataset(const Dataset &dataset);
    [[nodiscard]] bool hasDataset() const { return m_dataset.classCount() > 0; }

    [[nodiscard]] PhotoReview *review() const { return m_review; }
    /// What the review changes about the data set.
    [[nodiscard]] const MarkCounts &markCounts() const { return m_markCounts; }

    [[nodiscard]] const TrainingConfig &config() const { return m_config; }
    void setConfig(const TrainingConfig &config);

    /// "oxford17 · 17 kinds · 1,360 photos"
    [[nodiscard]] QString datasetLine() const;

Q_SIGNALS:
    void datasetChanged(); ///< another one was read
    void marksChanged();   ///< the same one, with other marks
    void configChanged();

private:
    void applyReview();

    PhotoReview *m_review;
    Dataset m_asRead;
    Dataset m_dataset;
    MarkCounts m_markCounts;
    TrainingConfig m_config;
};

} // namespace flower
