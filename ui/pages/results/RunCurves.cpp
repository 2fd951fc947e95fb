// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/RunCurves.h"

#include "engine/store/RunFolder.h"
#include "ui/charts/PlotView.h"
#include "ui/theme/Theme.h"

#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

namespace flower {

namespace {

/// Okabe and Ito's colours, told apart by colour-blind eyes.
constexpr std::array kRunColors{"#D55E00", "#0072B2", "#009E73", "#CC79A7", "#E69F00", "#56B4E9"};

} // namespace

RunCurves::RunCurves(QWidget *parent)
    : Card({}, parent), m_accuracy(new PlotView(tr("Accuracy"), tr("epoch"))), m_loss(new PlotView(tr("Loss"), tr("epoch")))
{
    m_accuracy->setYSuffix(tr(" %"));
    m_accuracy->setYBounds(0, 100);
    content()->addWidget(m_accuracy, 1);
    content()->addWidget(m_loss, 1);
}

void RunCurves::showRuns(const QList<RunDetails> &runs)
{
    m_accuracy->removeCurves();
    m_loss->removeCurves();
    const bool alone = runs.size() == 1;
    int epochs = 1;
    for (qsizetype number = 0; number < runs.size(); ++number) {
        const RunDetails &run = runs.at(number);
        const QColor color = alone ? themeColors().validation
                                   : QColor(QLatin1String(kRunColors.at(static_cast<size_t>(number) % kRunColors.size())));
        const QString started = QLocale().toString(run.record.startedAt.toLocalTime(), QLocale::ShortFormat);
        addCurves(run, alone ? tr("Validation") : tr("%1, %2").arg(run.record.datasetName, started), color, alone);
        for (const EpochResult &epoch : run.epochs)
            epochs = std::max(epochs, epoch.epoch);
    }
    const TrainingConfig config = runs.isEmpty() ? TrainingConfig() : runs.first().config;
    const int divider = !runs.isEmpty() && config.head.epochs > 0 && config.fineTune.epochs > 0 ? config.head.epochs : -1;
    m_accuracy->setDivider(divider, tr("fine-tuning begins"), PlotView::LabelPlace::Bottom);
    m_loss->setDivider(divider, tr("fine-tuning begins"), PlotView::LabelPlace::Top);
    for (PlotView *plot : {m_accuracy, m_loss}) {
        plot->setXRange(0, epochs);
        plot->showAll();
    }
}

void RunCurves::addCurves(const RunDetails &run, const QString &name, const QColor &color, bool alone)
{
    PlotView::Style style{color, 2.0, true};
    style.endLabel = alone; // the names of several runs are too long
    const int accuracy = m_accuracy->addCurve(name, style);
    const int loss = m_loss->addCurve(name, style);
    for (const EpochResult &epoch : run.epochs) {
        m_accuracy->append(accuracy, epoch.epoch, epoch.valTop1 * 100);
        m_loss->append(loss, epoch.epoch, epoch.valLoss);
    }
    if (!alone)
        return;
    style.color = themeColors().training;
    style.markers = false;
    const int trainAccuracy = m_accuracy->addCurve(tr("Training"), style);
    const int trainLoss = m_loss->addCurve(tr("Training"), style);
    for (const EpochResult &epoch : run.epochs) {
        m_accuracy->append(trainAccuracy, epoch.epoch, epoch.trainTop1 * 100);
        m_loss->append(trainLoss, epoch.epoch, epoch.trainLoss);
    }
}

} // namespace flower
