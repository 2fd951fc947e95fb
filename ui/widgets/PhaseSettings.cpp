// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/PhaseSettings.h"

#include "ui/theme/Icons.h"
#include "ui/widgets/SettingRows.h"

#include <QFormLayout>
#include <QPushButton>

namespace flower {

namespace {

/// Of a config that is const, or isn't.
auto &settingsOf(auto &config, Phase phase)
{
    return phase == Phase::Head ? config.head : config.fineTune;
}

} // namespace

PhaseSettings::PhaseSettings(Phase phase, SettingRows *rows, QWidget *parent)
    : QWidget(parent), m_phase(phase), m_findRate(new QPushButton(tr("Find a rate…"))),
      m_preview(new QPushButton(themedIcon(QStringLiteral("photos")), tr("Preview…")))
{
    m_findRate->setObjectName(QStringLiteral("findRate"));
    m_findRate->setAutoDefault(false);
    m_findRate->hide();
    connect(m_findRate, &QPushButton::clicked, this, [this] { Q_EMIT rateWanted(m_phase); });
    m_preview->setObjectName(QStringLiteral("previewAugmentation-") + phaseKey(phase));
    m_preview->setToolTip(tr("Shows what augmentation makes of some of your photos, with the settings of the moment"));
    m_preview->setAutoDefault(false);
    connect(m_preview, &QPushButton::clicked, this, [this] { Q_EMIT previewWanted(m_phase); });

    QFormLayout *form = SettingRows::makeForm(this);
    addLearning(form, rows);
    addGeneralising(form, rows);
    addAugmentation(form, rows);
    form->addRow(m_preview);
}

/// Steps: how many, how large, and how they change.
void PhaseSettings::addLearning(QFormLayout *form, SettingRows *rows)
{
    const auto of = [phase = m_phase](auto member) {
        return [phase, member](auto &config) -> auto & { return settingsOf(config, phase).*member; };
    };
    rows->addInt(form, tr("Epochs"), tr("How often the network sees all training photos in this phase; 0 leaves the phase out."),
                 of(&PhaseConfig::epochs), 0, 1000, false);
    rows->addDouble(form, tr("Learning rate"), tr("Size of each learning step. Too high and the curves jump; too low and they crawl."),
                    of(&PhaseConfig::learningRate), 0.00000001, 10, 0.0001, 8, false);
    form->addRow(QString(), m_findRate);
    rows->addInt(form, tr("Batch size"), tr("Photos per learning step."), of(&PhaseConfig::batchSize), 1, 1024, false);
    rows->addChoice(form, tr("Optimiser"), tr("How steps follow from gradients."), of(&PhaseConfig::optimizer),
                    {QStringLiteral("AdamW"), tr("SGD with momentum")}, true);
    rows->addDouble(form, tr("Momentum"), tr("For SGD only."), of(&PhaseConfig::momentum), 0, 0.999, 0.05, 3, true);
    rows->addDouble(form, tr("Weight decay"), tr("Pulls weights towards zero, against learning by heart."),
                    of(&PhaseConfig::weightDecay), 0, 1, 0.005, 4, true);
    rows->addChoice(form, tr("Schedule"), tr("How the learning rate changes over the epochs."), of(&PhaseConfig::schedule),
                    {tr("Constant"), tr("Step"), tr("Reduce on plateau"), tr("Cosine")}, true);
    rows->addInt(form, tr("Step every"), tr("Step schedule: epochs between two reductions."),
                 of(&PhaseConfig::stepEpochs), 1, 1000, true);
    rows->addDouble(form, tr("Step factor"), tr("What the learning rate is multiplied with at each reduction."),
                    of(&PhaseConfig::stepFactor), 0.001, 1, 0.05, 3, true);
    rows->addInt(form, tr("Plateau patience"), tr("Plateau schedule: epochs without improvement before a reduction."),
                 of(&PhaseConfig::plateauPatience), 1, 1000, true);
    rows->addInt(form, tr("Warm-up epochs"), tr("The learning rate rises over these epochs."),
                 of(&PhaseConfig::warmupEpochs), 0, 100, true);
}

/// Against learning by heart.
void PhaseSettings::addGeneralising(QFormLayout *form, SettingRows *rows)
{
    const auto of = [phase = m_phase](auto member) {
        return [phase, member](auto &config) -> auto & { return settingsOf(config, phase).*member; };
    };
    rows->addDouble(form, tr("Dropout"), tr("Share of the features hidden from the head while it learns."),
                    of(&PhaseConfig::dropout), 0, 0.9, 0.05, 2, true);
    rows->addDouble(form, tr("Label smoothing"), tr("How much of the right answer is spread over all kinds, against over-confidence."),
                    of(&PhaseConfig::labelSmoothing), 0, 0.5, 0.05, 2, true);
    rows->addDouble(form, tr("Mixup"),
                    tr("Lays photos over each other in pairs and asks for both kinds, against learning by heart. 0 is off; 0.2 mixes "
                       "gently, 1 strongly. The accuracy in training then counts the stronger of both kinds and looks worse than it "
                       "is. In phase 1 with kept views the features are mixed, not the photos."),
                    of(&PhaseConfig::mixupAlpha), 0, 10, 0.1, 2, true);
    rows->addDouble(form, tr("CutMix"),
                    tr("Replaces a box of each photo by that of another one and asks for both kinds by their area. 0 is off; 1 is usual. "
                       "Where Mixup is on too, chance chooses one of them for each batch. Not possible in phase 1 with kept views, "
                       "which sees only features."),
                    of(&PhaseConfig::cutmixAlpha), 0, 10, 0.1, 2, true);
    rows->addBool(form, tr("Early stopping"), tr("End the phase when the validation no longer improves."),
                  of(&PhaseConfig::earlyStopping), true);
    rows->addInt(form, tr("Patience"), tr("Early stopping: epochs without improvement before the end."),
                 of(&PhaseConfig::patience), 1, 1000, true);
    rows->addChoice(form, tr("Watch"), tr("What early stopping and the plateau schedule look at."), of(&PhaseConfig::metric),
                    {tr("Validation accuracy"), tr("Validation loss")}, true);
}

void PhaseSettings::addAugmentation(QFormLayout *form, SettingRows *rows)
{
    const auto of = [phase = m_phase](auto member) {
        return [phase, member](auto &config) -> auto & { return settingsOf(config, phase).augmentation.*member; };
    };
    rows->addBool(form, tr("Augmentation"), tr("Show a changed view of each photo every time, so that the network learns the flower and "
                                               "not the photo."), of(&Augmentation::enabled), true);
    rows->addBool(form, tr("Random crop"), tr("Random resized crop; off: a centre crop."),
                  of(&Augmentation::randomResizedCrop), true);
    rows->addDouble(form, tr("Smallest crop"), tr("Smallest share of the photo's area."),
                    of(&Augmentation::cropMinScale), 0.05, 1, 0.05, 2, true);
    rows->addDouble(form, tr("Crop resolution"),
                    tr("Random crops are scaled to this share of the image size, to a multiple of 32 pixels: 0.86 of 224 is 192. Less "
                       "learns faster (0.86 saves a quarter of the time), 1 is the image size itself. Validation and answers always use "
                       "the image size."),
                    of(&Augmentation::cropResolution), 0.25, 1, 0.05, 2, true);
    rows->addBool(form, tr("Flip"), tr("Mirror half of the photos."), of(&Augmentation::horizontalFlip), true);
    rows->addDouble(form, tr("Rotation (°)"), tr("Up to so many degrees to either side."),
                    of(&Augmentation::rotationDegrees), 0, 180, 5, 0, true);
    rows->addDouble(form, tr("Brightness"), tr("0.2: a factor between 0.8 and 1.2."),
                    of(&Augmentation::brightness), 0, 0.9, 0.05, 2, true);
    rows->addDouble(form, tr("Contrast"), tr("0.2: a factor between 0.8 and 1.2."),
                    of(&Augmentation::contrast), 0, 0.9, 0.05, 2, true);
    rows->addDouble(form, tr("Saturation"), tr("0.2: a factor between 0.8 and 1.2."),
                    of(&Augmentation::saturation), 0, 0.9, 0.05, 2, true);
}

void PhaseSettings::setRateSearchOffered(bool on, const QString &whyNot)
{
    m_findRate->setVisible(on);
    m_findRate->setEnabled(whyNot.isEmpty());
    m_findRate->setToolTip(whyNot.isEmpty() ? tr("Tries learning rates from tiny to large on a copy of the network and suggests one") : whyNot);
    m_findRate->setAccessibleDescription(m_findRate->toolTip());
}

void PhaseSettings::showPreviewButton(bool on)
{
    m_preview->setVisible(on);
}

} // namespace flower
