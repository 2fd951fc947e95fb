// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SettingsForm.h"

#include "engine/core/TrainingPresets.h"
#include "ui/Format.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/SettingRows.h"
#include "ui/widgets/WeightsBox.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QTabWidget>
#include <QTimer>
#include <QVBoxLayout>

namespace flower {

namespace {

/// The preset box's entries: the presets in their order, and this.
constexpr int kMyOwn = 3;

QFormLayout *addTab(QTabWidget *tabs, const QString &title)
{
    auto *page = new QWidget;
    auto *form = new QFormLayout(page);
    form->setContentsMargins(2, 12, 6, 8);
    form->setHorizontalSpacing(8);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->setRowWrapPolicy(QFormLayout::DontWrapRows);
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(page);
    tabs->addTab(scroll, title);
    return form;
}

} // namespace

SettingsForm::SettingsForm(QWidget *parent)
    : QWidget(parent), m_rows(new SettingRows(&m_config, this)), m_tabs(new QTabWidget), m_preset(new QComboBox), m_more(new QCheckBox(tr("More settings")))
{
    connect(m_rows, &SettingRows::edited, this, &SettingsForm::changed);
    m_preset->setObjectName(QStringLiteral("preset"));
    m_preset->addItems({tr("Recommended"), tr("As taught"), tr("From scratch"), tr("My own")});
    m_preset->setToolTip(tr("A set of settings to start from. “As taught” is the course's recipe; “From scratch” is for "
                            "training without pretrained weights."));
    m_preset->setAccessibleName(tr("Preset"));
    connect(m_preset, &QComboBox::activated, this, [this](int index) {
        if (index == kMyOwn)
            return refresh();
        m_config = withPreset(m_config, static_cast<Preset>(index));
        changed();
    });
    auto *reset = new QPushButton(tr("Reset"));
    reset->setToolTip(tr("Take all settings back to the recommended ones"));
    connect(reset, &QPushButton::clicked, this, [this] {
        m_preset->setCurrentIndex(0);
        Q_EMIT m_preset->activated(0);
    });
    auto *head = new QHBoxLayout;
    head->addWidget(m_preset, 1);
    head->addWidget(reset);

    m_tabs->setDocumentMode(true);
    addGeneral(m_tabs);
    addPhase(m_tabs, tr("Phase 1"), &TrainingConfig::head);
    addPhase(m_tabs, tr("Phase 2"), &TrainingConfig::fineTune);
    m_tabs->setTabToolTip(1, tr("Feature extraction: the backbone is frozen, only the head learns"));
    m_tabs->setTabToolTip(2, tr("Fine-tuning: all layers learn, at a lower rate"));

    m_more->setObjectName(QStringLiteral("moreSettings"));
    connect(m_more, &QCheckBox::toggled, this, &SettingsForm::refresh);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(head);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_more);
    refresh();
}

void SettingsForm::addWeightsRow(QFormLayout *form)
{
    m_weights = new WeightsBox;
    m_weights->setObjectName(QStringLiteral("weights"));
    connect(m_weights, &WeightsBox::fetchWanted, this, &SettingsForm::weightsWanted);
    connect(m_weights, &WeightsBox::chosen, this, [this](const QString &path) { takeWeights(path); });
    const QString tip = tr("What the network knows before it sees your photos. Without weights it learns from scratch, which needs far "
                           "more photos.");
    SettingRows::Row row;
    row.show = [this, tip] {
        m_weights->showFile(m_config.weightsPath);
        m_weights->setToolTip(m_config.weightsPath.isEmpty()
                                  ? tip : tip + QLatin1Char('\n') + QDir::toNativeSeparators(m_config.weightsPath));
    };
    row.isDefault = [](const TrainingConfig &) { return true; };
    row.wide = true;
    m_rows->addField(form, tr("Pretrained weights"), tip, m_weights, row);
    m_scratch = makeLabel(tr("Without pretrained weights the network learns from scratch: expect far lower accuracy unless you have "
                             "many thousands of photos."), "warning");
    m_scratch->setObjectName(QStringLiteral("scratchWarning"));
    m_scratch->setWordWrap(true);
    m_getWeights = new QPushButton(themedIcon(QStringLiteral("save")), tr("Get torchvision's weights…"));
    m_getWeights->setObjectName(QStringLiteral("getWeights"));
    m_getWeights->setToolTip(tr("Shows what would be fetched and from where, and asks"));
    m_getWeights->setAutoDefault(false);
    connect(m_getWeights, &QPushButton::clicked, this, &SettingsForm::weightsWanted);
    m_gaveWay = makeLabel(tr("The settings for training from scratch gave way to the recommended ones, which go with weights."), "muted");
    m_gaveWay->setObjectName(QStringLiteral("scratchGaveWay"));
    m_gaveWay->setWordWrap(true);
    form->addRow(m_gaveWay);
    form->addRow(m_scratch);
    form->addRow(m_getWeights);
}

QString SettingsForm::whyPrecisionIsIdle() const
{
    if (m_config.device == Device::Cuda || m_config.device == Device::Mps)
        return tr("The chosen device always computes in 32 bits. On the processor there is a choice.");
    if (m_config.batchNormLearns && m_config.head.epochs == 0)
        return tr("While BatchNorm learns, phase 2 always computes in 32 bits, and phase 1 is left out.");
    return {};
}

void SettingsForm::addGeneral(QTabWidget *tabs)
{
    QFormLayout *form = addTab(tabs, tr("Network"));
    auto *width = new QComboBox;
    width->setObjectName(QStringLiteral("width"));
    for (const double value : kWidths)
        width->addItem(format::width(value), value);
    connect(width, &QComboBox::activated, this, [this, width](int index) {
        m_config.width = width->itemData(index).toDouble();
        changed();
    });
    SettingRows::Row widthRow;
    widthRow.show = [this, width] { width->setCurrentIndex(width->findData(m_config.width)); };
    widthRow.isDefault = [this](const TrainingConfig &base) { return base.width == m_config.width; };
    m_rows->addField(form, tr("Network width"),
                     tr("Width multiplier: how many channels each layer has, against the paper's. Smaller is faster, larger is more "
                        "accurate. The weights must have the same width."), width, widthRow);
    addWeightsRow(form);
    m_rows->addChoice(form, tr("Device"), tr("What computes. Auto takes CUDA where there is one. MPS is experimental."),
                      [](auto &config) -> auto & { return config.device; },
                      {tr("Auto"), tr("Processor (CPU)"), QStringLiteral("CUDA"), tr("MPS (experimental)")}, false);
    m_rows->addChoice(form, tr("Numbers"),
                      tr("What the network computes in while it learns, on a processor. Auto takes bfloat16 where the processor "
                         "has it: twice as fast. Validation, test and answers always use 32 bits, and so does phase 2 while "
                         "BatchNorm learns."),
                      [](auto &config) -> auto & { return config.precision; },
                      {tr("Auto"), tr("32 bits"), QStringLiteral("bfloat16")}, true,
                      [this] { return whyPrecisionIsIdle(); });
    m_rows->addInt(form, tr("Image size"), tr("Side of the square that the network sees, in pixels. The course uses 224."),
                   [](auto &config) -> auto & { return config.imageSize; }, 32, 512, true);
    m_rows->addInt(form, tr("Seed"), tr("The same seed, settings and thread count give the same numbers again on a processor."),
                   [](auto &config) -> auto & { return config.seed; }, 0, 1000000000, true);
    m_rows->addInt(form, tr("Threads"), tr("Processor threads; 0 takes all cores."),
                   [](auto &config) -> auto & { return config.threads; }, 0, 1024, true);
    m_rows->addInt(form, tr("Photo memory"), tr("Megabytes for decoded photos; what doesn't fit is decoded again in each epoch."),
                   [](auto &config) -> auto & { return config.cacheMegabytes; }, 0, 1000000, true);
    m_rows->addChoice(form, tr("Rare kinds"),
                      tr("What to do about kinds with far fewer photos than others, in both phases. “Count more” gives mistakes in "
                         "rare kinds more weight (class weights). “Show more often” draws the photos of each epoch so that every "
                         "kind comes as often (balanced sampling)."),
                      [](auto &config) -> auto & { return config.classBalance; },
                      {tr("Like all others"), tr("Count more"), tr("Show more often")}, true);
    m_rows->addInt(form, tr("Kept views"),
                   tr("Phase 1 can compute the features of this many augmented views of each photo once and learn from them again and "
                      "again, which is much faster. 0 makes a new view in each epoch."),
                   [](auto &config) -> auto & { return config.featureViews; }, 0, 100, true);
    m_rows->addInt(form, tr("Learning blocks"), tr("Phase 2: how many of the 17 inverted-residual blocks learn, counted from the head."),
                   [](auto &config) -> auto & { return config.learningBlocks; }, 0, kBlockCount, true);
    m_rows->addBool(form, tr("BatchNorm learns"), tr("Phase 2: BatchNorm statistics follow your photos instead of staying frozen."),
                    [](auto &config) -> auto & { return config.batchNormLearns; }, true);
    m_rows->addDouble(form, tr("Weight averaging"),
                      tr("Phase 2: the model is a moving average of the weights over the learning steps, instead of the last ones. The "
                         "number is how much of the average each step keeps: 0 is off, 0.99 to "
                         "0.999 is usual. (Exponential moving average, EMA)"),
                      [](auto &config) -> auto & { return config.averageDecay; }, 0, 0.99999, 0.005, 5, true);
    m_rows->addBool(form, tr("Mirror image too"),
                    tr("Each answer is the mean of the answers for the photo and for its mirror image, which is twice the work. "
                       "Goes for validation, test and whatever the model is asked later. (Test-time augmentation)"),
                    [](auto &config) -> auto & { return config.testFlip; }, true);
    m_rows->addBool(form, tr("Keep the best epoch"), tr("The model of the epoch with the best validation, not of the last epoch."),
                    [](auto &config) -> auto & { return config.keepBest; }, true);
}

void SettingsForm::addPhase(QTabWidget *tabs, const QString &title, PhaseConfig TrainingConfig::*phase)
{
    QFormLayout *form = addTab(tabs, title);
    const auto of = [phase](auto member) {
        return [phase, member](auto &config) -> auto & { return (config.*phase).*member; };
    };
    const auto augmentation = [phase](auto member) {
        return [phase, member](auto &config) -> auto & { return (config.*phase).augmentation.*member; };
    };
    m_rows->addInt(form, tr("Epochs"), tr("How often the network sees all training photos in this phase; 0 leaves the phase out."),
                   of(&PhaseConfig::epochs), 0, 1000, false);
    m_rows->addDouble(form, tr("Learning rate"), tr("Size of each learning step. Too high and the curves jump; too low and they crawl."),
                      of(&PhaseConfig::learningRate), 0.00000001, 10, 0.0001, 8, false);
    addRateSearch(form, phase == &TrainingConfig::head ? Phase::Head : Phase::FineTune);
    m_rows->addInt(form, tr("Batch size"), tr("Photos per learning step."), of(&PhaseConfig::batchSize), 1, 1024, false);
    m_rows->addChoice(form, tr("Optimiser"), tr("How steps follow from gradients."), of(&PhaseConfig::optimizer),
                      {QStringLiteral("AdamW"), tr("SGD with momentum")}, true);
    m_rows->addDouble(form, tr("Momentum"), tr("For SGD only."), of(&PhaseConfig::momentum), 0, 0.999, 0.05, 3, true);
    m_rows->addDouble(form, tr("Weight decay"), tr("Pulls weights towards zero, against learning by heart."),
                      of(&PhaseConfig::weightDecay), 0, 1, 0.005, 4, true);
    m_rows->addChoice(form, tr("Schedule"), tr("How the learning rate changes over the epochs."), of(&PhaseConfig::schedule),
                      {tr("Constant"), tr("Step"), tr("Reduce on plateau"), tr("Cosine")}, true);
    m_rows->addInt(form, tr("Step every"), tr("Step schedule: epochs between two reductions."),
                   of(&PhaseConfig::stepEpochs), 1, 1000, true);
    m_rows->addDouble(form, tr("Step factor"), tr("What the learning rate is multiplied with at each reduction."),
                      of(&PhaseConfig::stepFactor), 0.001, 1, 0.05, 3, true);
    m_rows->addInt(form, tr("Plateau patience"), tr("Plateau schedule: epochs without improvement before a reduction."),
                   of(&PhaseConfig::plateauPatience), 1, 1000, true);
    m_rows->addInt(form, tr("Warm-up epochs"), tr("The learning rate rises over these epochs."),
                   of(&PhaseConfig::warmupEpochs), 0, 100, true);
    m_rows->addDouble(form, tr("Dropout"), tr("Share of the features hidden from the head while it learns."),
                      of(&PhaseConfig::dropout),
                      0, 0.9, 0.05, 2, true);
    m_rows->addDouble(form, tr("Label smoothing"), tr("How much of the right answer is spread over all kinds, against over-confidence."),
                      of(&PhaseConfig::labelSmoothing), 0, 0.5, 0.05, 2, true);
    m_rows->addDouble(form, tr("Mixup"),
                      tr("Lays photos over each other in pairs and asks for both kinds, against learning by heart. 0 is off; 0.2 mixes "
                         "gently, 1 strongly. The accuracy in training then counts the stronger of both kinds and looks worse than it "
                         "is. In phase 1 with kept views the features are mixed, not the photos."),
                      of(&PhaseConfig::mixupAlpha), 0, 10, 0.1, 2, true);
    m_rows->addDouble(form, tr("CutMix"),
                      tr("Replaces a box of each photo by that of another one and asks for both kinds by their area. 0 is off; 1 is usual. "
                         "Where Mixup is on too, chance chooses one of them for each batch. Not possible in phase 1 with kept views, "
                         "which sees only features."),
                      of(&PhaseConfig::cutmixAlpha), 0, 10, 0.1, 2, true);
    m_rows->addBool(form, tr("Early stopping"), tr("End the phase when the validation no longer improves."),
                    of(&PhaseConfig::earlyStopping), true);
    m_rows->addInt(form, tr("Patience"), tr("Early stopping: epochs without improvement before the end."),
                   of(&PhaseConfig::patience), 1,
                   1000, true);
    m_rows->addChoice(form, tr("Watch"), tr("What early stopping and the plateau schedule look at."), of(&PhaseConfig::metric),
                      {tr("Validation accuracy"), tr("Validation loss")}, true);
    m_rows->addBool(form, tr("Augmentation"), tr("Show a changed view of each photo every time, so that the network learns the flower and "
                                                 "not the photo."), augmentation(&Augmentation::enabled), true);
    m_rows->addBool(form, tr("Random crop"), tr("Random resized crop; off: a centre crop."),
                    augmentation(&Augmentation::randomResizedCrop), true);
    m_rows->addDouble(form, tr("Smallest crop"), tr("Smallest share of the photo's area."),
                      augmentation(&Augmentation::cropMinScale), 0.05,
                      1, 0.05, 2, true);
    m_rows->addBool(form, tr("Flip"), tr("Mirror half of the photos."), augmentation(&Augmentation::horizontalFlip), true);
    m_rows->addDouble(form, tr("Rotation (°)"), tr("Up to so many degrees to either side."),
                      augmentation(&Augmentation::rotationDegrees),
                      0, 180, 5, 0, true);
    m_rows->addDouble(form, tr("Brightness"), tr("0.2: a factor between 0.8 and 1.2."),
                      augmentation(&Augmentation::brightness), 0, 0.9, 0.05, 2, true);
    m_rows->addDouble(form, tr("Contrast"), tr("0.2: a factor between 0.8 and 1.2."),
                      augmentation(&Augmentation::contrast), 0, 0.9, 0.05, 2, true);
    m_rows->addDouble(form, tr("Saturation"), tr("0.2: a factor between 0.8 and 1.2."),
                      augmentation(&Augmentation::saturation), 0, 0.9, 0.05, 2, true);
    addPreview(form, phase == &TrainingConfig::head ? Phase::Head : Phase::FineTune);
}

void SettingsForm::addPreview(QFormLayout *form, Phase phase)
{
    auto *preview = new QPushButton(themedIcon(QStringLiteral("photos")), tr("Preview…"));
    preview->setObjectName(QStringLiteral("previewAugmentation-") + phaseKey(phase));
    preview->setToolTip(tr("Shows what augmentation makes of some of your photos, with the settings of the moment"));
    preview->setAutoDefault(false);
    connect(preview, &QPushButton::clicked, this, [this, phase] { Q_EMIT previewWanted(phase); });
    form->addRow(preview);
    m_previews.append(preview);
}

void SettingsForm::setPreviewOffered(bool on)
{
    m_previewOffered = on;
    refresh();
}

void SettingsForm::addRateSearch(QFormLayout *form, Phase phase)
{
    auto *search = new QPushButton(tr("Find a rate…"));
    search->setObjectName(QStringLiteral("findRate"));
    search->setAutoDefault(false);
    search->hide();
    connect(search, &QPushButton::clicked, this, [this, phase] { Q_EMIT rateWanted(phase); });
    form->addRow(QString(), search);
    m_rateSearches.append(search);
}

void SettingsForm::setRateSearchOffered(bool on, const QString &whyNot)
{
    for (QPushButton *search : std::as_const(m_rateSearches)) {
        search->setVisible(on);
        search->setEnabled(whyNot.isEmpty());
        search->setToolTip(whyNot.isEmpty() ? tr("Tries learning rates from tiny to large on a copy of the network and suggests one")
                                            : whyNot);
        search->setAccessibleDescription(search->toolTip());
    }
}

void SettingsForm::setWeights(const QStringList &paths)
{
    m_weights->setFiles(paths);
}

void SettingsForm::setFetchOffered(bool on)
{
    m_fetchOffered = on;
    m_weights->setFetchOffered(on);
    refresh();
}

void SettingsForm::setScratchWarning(bool on)
{
    m_scratchWarning = on;
    refresh();
}

void SettingsForm::takeWeights(const QString &path, std::optional<double> width)
{
    const bool givesWay = !path.isEmpty() && presetOf(m_config) == Preset::FromScratch;
    m_config = withWeights(m_config, path);
    m_config.width = width.value_or(m_config.width);
    if (givesWay)
        m_cameForScratch = m_config;
    changed();
}

void SettingsForm::showSetting(const QString &setting)
{
    QWidget *field = m_rows->fieldOf(setting);
    if (!field)
        return;
    if (field->isHidden())
        m_more->setChecked(true);
    m_rows->pointAt(field);
    for (int tab = 0; tab < m_tabs->count(); ++tab) {
        auto *scroll = qobject_cast<QScrollArea *>(m_tabs->widget(tab));
        if (!scroll || !scroll->isAncestorOf(field))
            continue;
        m_tabs->setCurrentIndex(tab);
        // Rows that were hidden find their place when the event loop turns.
        QTimer::singleShot(0, field, [scroll, field] { scroll->ensureWidgetVisible(field, 0, field->height()); });
    }
    field->setFocus(Qt::OtherFocusReason);
}

void SettingsForm::setConfig(const TrainingConfig &config)
{
    m_config = config;
    refresh();
}

void SettingsForm::changed()
{
    refresh();
    Q_EMIT edited(m_config);
}

void SettingsForm::refresh()
{
    const std::optional<Preset> preset = presetOf(m_config);
    m_preset->setCurrentIndex(preset ? static_cast<int>(*preset) : kMyOwn);
    m_rows->show(preset == Preset::FromScratch ? TrainingConfig::forScratch() : TrainingConfig(), m_more->isChecked());
    const bool warns = m_scratchWarning && m_config.weightsPath.isEmpty();
    m_gaveWay->setVisible(m_cameForScratch == m_config);
    m_scratch->setVisible(warns);
    m_getWeights->setVisible(warns && m_fetchOffered);
    for (QPushButton *preview : std::as_const(m_previews))
        preview->setVisible(m_previewOffered && m_more->isChecked());
}

} // namespace flower
