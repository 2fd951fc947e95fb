// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SettingsForm.h"

#include "engine/core/TrainingPresets.h"
#include "ui/Format.h"
#include "ui/PlainTip.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PhaseSettings.h"
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
    addGeneral();
    addPhase(Phase::Head, tr("Phase 1"));
    addPhase(Phase::FineTune, tr("Phase 2"));
    m_tabs->setTabToolTip(1, tr("Feature extraction: the backbone is frozen, only the head learns"));
    m_tabs->setTabToolTip(2, tr("Fine-tuning: the layers before the head learn as well, at a lower rate"));

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
        m_weights->setToolTip(plainTip(m_config.weightsPath.isEmpty()
                                           ? tip : tip + QLatin1Char('\n') + QDir::toNativeSeparators(m_config.weightsPath)));
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

void SettingsForm::addTab(QWidget *settings, const QString &title)
{
    auto *scroll = new QScrollArea;
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(settings);
    m_tabs->addTab(scroll, title);
}

void SettingsForm::addGeneral()
{
    auto *network = new QWidget;
    QFormLayout *form = SettingRows::makeForm(network);
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
                   [](auto &config) -> auto & { return config.imageSize; }, 32, 512, true, 32);
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
    m_rows->addInt(form, tr("Learning blocks"), tr("Phase 2: how many of the 17 inverted-residual blocks learn, counted from the head; 17 lets all layers learn. The first ones see edges and colours, which are the same in all photos, and cost the most time."),
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
    addTab(network, tr("Network"));
}

void SettingsForm::addPhase(Phase phase, const QString &title)
{
    auto *settings = new PhaseSettings(phase, m_rows);
    connect(settings, &PhaseSettings::rateWanted, this, &SettingsForm::rateWanted);
    connect(settings, &PhaseSettings::previewWanted, this, &SettingsForm::previewWanted);
    addTab(settings, title);
    m_phases.append(settings);
}

void SettingsForm::setPreviewOffered(bool on)
{
    m_previewOffered = on;
    refresh();
}

void SettingsForm::setRateSearchOffered(bool on, const QString &whyNot)
{
    for (PhaseSettings *settings : std::as_const(m_phases))
        settings->setRateSearchOffered(on, whyNot);
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
    for (PhaseSettings *settings : std::as_const(m_phases))
        settings->showPreviewButton(m_previewOffered && m_more->isChecked());
}

} // namespace flower
