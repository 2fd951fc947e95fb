// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/ThresholdBar.h"

#include "ui/Format.h"
#include "ui/widgets/Labels.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QHBoxLayout>
#include <QSignalBlocker>
#include <QToolButton>

namespace flower {

ThresholdBar::ThresholdBar(QWidget *parent)
    : QWidget(parent), m_sureFrom(new QDoubleSpinBox), m_none(new QCheckBox(tr("Tell “none of these”"))), m_reset(new QToolButton)
{
    QLabel *label = makeLabel(tr("Sure from"));
    label->setBuddy(m_sureFrom);
    m_sureFrom->setObjectName(QStringLiteral("sureFrom"));
    m_sureFrom->setAccessibleName(tr("Sure from this probability on"));
    m_sureFrom->setRange(0, 100);
    m_sureFrom->setDecimals(1);
    m_sureFrom->setSuffix(tr(" %"));
    m_sureFrom->setKeyboardTracking(false);
    m_none->setObjectName(QStringLiteral("tellNone"));
    m_reset->setObjectName(QStringLiteral("resetThresholds"));
    m_reset->setText(tr("Reset"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(label);
    row->addWidget(m_sureFrom);
    row->addWidget(m_none);
    row->addWidget(m_reset);

    connect(m_sureFrom, &QDoubleSpinBox::valueChanged, this, [this](double percent) {
        Calibration wanted = m_calibration;
        wanted.notSureThreshold = percent / 100;
        setCalibration(wanted);
    });
    connect(m_none, &QCheckBox::toggled, this, [this](bool on) {
        Calibration wanted = m_calibration;
        wanted.noneOfTheseThreshold = on ? m_own.noneOfTheseThreshold : std::nullopt;
        setCalibration(wanted);
    });
    connect(m_reset, &QToolButton::clicked, this, [this] {
        m_sureFrom->setFocus(); // the button is about to go
        setCalibration(m_own);
    });
    setModel({});
}

void ThresholdBar::setModel(const Calibration &own)
{
    m_own = own;
    m_calibration = own;
    m_sureFrom->setToolTip(own.notSureThreshold
                               ? tr("Answers of a lower probability are “not sure”. The model's own value is %1: from there on 95 % of its "
                                    "answers to validation photos were right, as far as that could be reached.")
                                     .arg(format::percent(*own.notSureThreshold))
                               : tr("Answers of a lower probability are “not sure”. This model was saved without a value of its own: it "
                                    "is always sure."));
    m_none->setEnabled(own.noneOfTheseThreshold.has_value());
    m_none->setToolTip(own.noneOfTheseThreshold
                           ? tr("Photos that look like none of the kinds are told so, instead of the kind they are most like")
                           : tr("This model was saved without what is needed to tell that a photo shows none of its kinds."));
    m_reset->setToolTip(tr("Back to the model's own values"));
    showValues();
}

void ThresholdBar::setCalibration(const Calibration &calibration)
{
    m_calibration = calibration;
    showValues();
    Q_EMIT changed(m_calibration);
}

void ThresholdBar::showValues()
{
    const QSignalBlocker quietNumber(m_sureFrom);
    const QSignalBlocker quietBox(m_none);
    m_sureFrom->setValue(100 * m_calibration.notSureThreshold.value_or(0.0));
    m_none->setChecked(m_calibration.noneOfTheseThreshold.has_value());
    m_reset->setVisible(m_calibration != m_own);
}

} // namespace flower
