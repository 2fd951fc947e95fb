// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Calibration.h"

#include <QWidget>

class QCheckBox;
class QDoubleSpinBox;
class QToolButton;

namespace flower {

/// From which probability on an answer counts as sure, and whether photos that look like none of the kinds are told so. It begins
/// with what the model was saved with, and goes back to that.
class ThresholdBar : public QWidget
{
    Q_OBJECT
public:
    explicit ThresholdBar(QWidget *parent = nullptr);

    /// Takes what a model was saved with; changed() doesn't follow.
    void setModel(const Calibration &own);
    [[nodiscard]] const Calibration &calibration() const { return m_calibration; }

Q_SIGNALS:
    void changed(const flower::Calibration &calibration);

private:
    void setCalibration(const Calibration &calibration);
    void showValues();

    Calibration m_own;
    Calibration m_calibration;
    QDoubleSpinBox *m_sureFrom;
    QCheckBox *m_none;
    QToolButton *m_reset;
};

} // namespace flower
