// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/ReviewPage.h"

#include "engine/core/MobileNetV2Table.h"
#include "engine/core/TrainingCost.h"
#include "ui/Format.h"
#include "ui/widgets/Labels.h"
#include "ui/wizard/TeachPlan.h"

#include <QFileInfo>
#include <QThread>
#include <QVBoxLayout>

namespace flower {

namespace {

/// Photos a second and core that a network of the paper's size learns at (backward included), from runs on 2 cores;
/// only good for an "about".
constexpr double kLearningRatePerCore = 40.0;
constexpr double kForwardRatePerCore = 120.0;
constexpr double kPaperMultiplyAdds = 300e6;

} // namespace

ReviewPage::ReviewPage(TeachPlan *plan) : m_plan(plan), m_text(makeLabel({}))
{
    setTitle(tr("Ready to train"));
    setSubTitle(tr("You can pause or stop at any time; the best model so far is kept."));
    setFinalPage(true);
    m_text->setWordWrap(true);
    m_text->setObjectName(QStringLiteral("review"));
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_text);
    column->addStretch();
}

void ReviewPage::initializePage()
{
    const TrainingConfig &config = m_plan->config;
    const Dataset &dataset = m_plan->dataset;
    const ArchitectureInfo network = describeMobileNetV2(config.width, dataset.classCount(), config.imageSize);
    const double cores = config.threads > 0 ? config.threads : QThread::idealThreadCount();
    const double scale = kPaperMultiplyAdds / std::max<qint64>(1, network.multiplyAdds) * cores;
    const double train = dataset.count(Subset::Train);
    const double val = dataset.count(Subset::Validation);
    const double forward = 1 / (kForwardRatePerCore * scale);
    const int views = config.featureViews > 0 ? std::min(config.featureViews, config.head.epochs) : config.head.epochs;
    const double seconds = views * train * forward
        + config.fineTune.epochs * (train * fineTuneCost(config) / (kLearningRatePerCore * scale) + val * forward);
    m_text->setText(
        tr("Photos: %1, %2 kinds, %3 to train on.\n\n"
           "Network: MobileNet-V2, width %4, %5 parameters, %6.\n\n"
           "Phase 1: %7 epochs, only the head learns. Phase 2: %8 epochs, all chosen layers learn.\n\n"
           "Time on this computer: about %9, an estimate.")
            .arg(dataset.name, format::count(dataset.classCount()), format::count(dataset.count(Subset::Train)),
                 format::width(config.width), format::count(network.parameters),
                 config.weightsPath.isEmpty() ? tr("from scratch") : tr("starting from %1").arg(QFileInfo(config.weightsPath).completeBaseName()))
            .arg(config.head.epochs).arg(config.fineTune.epochs).arg(format::duration(seconds)));
}

} // namespace flower
