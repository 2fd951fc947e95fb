// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingEvent.h"

#include <QWidget>

class QFormLayout;
class QPushButton;

namespace flower {

class SettingRows;

/// The settings of one phase, with the ways to a learning rate's search and to a preview of the augmentation.
class PhaseSettings : public QWidget
{
    Q_OBJECT
public:
    /// The rows become some of `rows`, which shows them.
    PhaseSettings(Phase phase, SettingRows *rows, QWidget *parent = nullptr);

    /// `whyNot`: why there can't be a search now.
    void setRateSearchOffered(bool on, const QString &whyNot);
    void showPreviewButton(bool on);

Q_SIGNALS:
    void rateWanted(flower::Phase phase);
    void previewWanted(flower::Phase phase);

private:
    void addLearning(QFormLayout *form, SettingRows *rows);
    void addGeneralising(QFormLayout *form, SettingRows *rows);
    void addAugmentation(QFormLayout *form, SettingRows *rows);

    Phase m_phase;
    QPushButton *m_findRate;
    QPushButton *m_preview; ///< of the augmentation
};

} // namespace flower
