// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/TrainingConfig.h"

#include <QList>
#include <QWidget>

#include <optional>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QLabel;
class QPushButton;
class QTabWidget;

namespace flower {

class PhaseSettings;
class SettingRows;
class WeightsBox;

/// All settings of a run: the few that matter in sight, the others behind "More settings". Presets to start
/// from; "Reset" takes all back.
class SettingsForm : public QWidget
{
    Q_OBJECT
public:
    explicit SettingsForm(QWidget *parent = nullptr);

    [[nodiscard]] TrainingConfig config() const { return m_config; }
    /// Does not send edited().
    void setConfig(const TrainingConfig &config);
    /// Weights files to choose from, as paths; the user can add others.
    void setWeights(const QStringList &paths);
    /// Offers to get torchvision's weights: weightsWanted() follows a click.
    void setFetchOffered(bool on);
    /// Offers to search for a phase's learning rate: rateWanted() follows a click. `whyNot`: why it can't be done now.
    void setRateSearchOffered(bool on, const QString &whyNot = {});
    /// Offers to show what augmentation makes of photos: previewWanted() follows a click.
    void setPreviewOffered(bool on);
    /// Whether to warn of training without weights. Drawn samples do without.
    void setScratchWarning(bool on);
    /// Takes weights (empty: none), with the width that they are for where that is known. Settings for training from scratch give
    /// way to the recommended ones, and the form says so. Sends edited().
    void takeWeights(const QString &path, std::optional<double> width = {});
    /// Brings a setting (named as in ConfigProblem::field) into view and points at it; it gets the focus where it can be edited.
    void showSetting(const QString &setting);

Q_SIGNALS:
    void weightsWanted();
    void rateWanted(flower::Phase phase);
    void previewWanted(flower::Phase phase);
    void edited(const flower::TrainingConfig &config);

private:
    void addTab(QWidget *settings, const QString &title);
    void addGeneral();
    void addWeightsRow(QFormLayout *form);
    void addPhase(Phase phase, const QString &title);
    [[nodiscard]] QString whyPrecisionIsIdle() const;
    void changed();
    void refresh();

    TrainingConfig m_config;
    SettingRows *m_rows;
    QTabWidget *m_tabs;
    QComboBox *m_preset;
    WeightsBox *m_weights = nullptr;
    QLabel *m_gaveWay = nullptr;            ///< says that the settings from scratch did
    std::optional<TrainingConfig> m_cameForScratch; ///< the settings that they gave way to; said while nothing is changed
    QLabel *m_scratch = nullptr;            ///< what training without weights means
    QPushButton *m_getWeights = nullptr;
    QList<PhaseSettings *> m_phases;
    bool m_fetchOffered = false;
    bool m_previewOffered = false;
    bool m_scratchWarning = true;
    QCheckBox *m_more;
};

} // namespace flower
