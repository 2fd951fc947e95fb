// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RunCard.h"

#include "ui/Format.h"
#include "ui/widgets/Labels.h"

#include <QLocale>
#include <QProgressBar>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

QString activityText(Activity activity)
{
    switch (activity) {
    case Activity::LoadingPhotos:
        return RunCard::tr("Reading photos");
    case Activity::ComputingFeatures:
        return RunCard::tr("Computing features");
    case Activity::Learning:
        return RunCard::tr("Learning");
    case Activity::Validating:
        return RunCard::tr("Checking on validation photos");
    case Activity::Testing:
        return RunCard::tr("Testing");
    }
    return {};
}

} // namespace

RunCard::RunCard(QWidget *parent)
    : Card(tr("Now"), parent), m_now(makeLabel(tr("No run is on."))), m_bar(new QProgressBar), m_speed(makeLabel({}, "muted")),
      m_best(makeLabel({}, "number")), m_bestCaption(makeLabel({}, "muted"))
{
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_best->setObjectName(QStringLiteral("bestAccuracy"));
    for (QLabel *label : {m_now, m_speed, m_bestCaption})
        label->setWordWrap(true);
    for (QWidget *widget : {static_cast<QWidget *>(m_now), static_cast<QWidget *>(m_bar), static_cast<QWidget *>(m_speed),
                            static_cast<QWidget *>(m_best), static_cast<QWidget *>(m_bestCaption)})
        content()->addWidget(widget);
    start();
}

void RunCard::start()
{
    m_best->setText(QStringLiteral("–"));
    m_bestCaption->setText(tr("best validation accuracy"));
}

void RunCard::take(const StateChanged &what)
{
    if (what.state == RunState::Paused)
        m_now->setText(tr("Paused. Nothing is lost; go on whenever you like."));
    if (what.state == RunState::Preparing) {
        m_now->setText(tr("Preparing: reading photos and weights"));
        m_bar->setRange(0, 0);
        Q_EMIT jobLineChanged(tr("Preparing"), 0);
    }
}

void RunCard::take(const Progress &what)
{
    const double left = what.secondsLeft;
    m_now->setText(what.epoch == 0 ? activityText(what.activity)
                                   : tr("Phase %1 · epoch %2 of %3\n%4")
                                         .arg(what.phase == Phase::Head ? 1 : 2).arg(what.epoch).arg(what.epochs)
                                         .arg(activityText(what.activity)));
    m_bar->setRange(0, std::max(1, what.batches));
    m_bar->setValue(what.batch);
    QStringList parts;
    if (left >= 0)
        parts.append(tr("about %1 left").arg(format::duration(left)));
    if (what.imagesPerSecond > 0)
        parts.append(tr("%1 photos/s").arg(QLocale().toString(what.imagesPerSecond, 'f', 0)));
    if (what.memoryBytes > 0)
        parts.append(tr("memory %1").arg(format::bytes(what.memoryBytes)));
    m_speed->setText(parts.join(QStringLiteral(" · ")));
    const QString line = what.epoch == 0 ? activityText(what.activity)
        : left >= 0 ? tr("Epoch %1 of %2\nabout %3 left").arg(what.epoch).arg(what.epochs).arg(format::duration(left))
                                   : tr("Epoch %1 of %2").arg(what.epoch).arg(what.epochs);
    Q_EMIT jobLineChanged(line, what.epochs > 0 ? 100 * std::max(0, what.epoch - 1) / what.epochs : 0);
}

void RunCard::take(const EpochResult &what)
{
    if (!what.isBest)
        return;
    m_best->setText(format::percent(what.valTop1));
    m_bestCaption->setText(tr("best validation accuracy, in epoch %1").arg(what.epoch));
}

void RunCard::take(const RunFinished &what)
{
    m_bar->setRange(0, 1);
    m_bar->setValue(what.summary.state == RunState::Completed ? 1 : 0);
    m_speed->clear();
    if (what.error) {
        m_now->setText(tr("The run failed."));
    } else if (what.summary.modelPath.isEmpty()) {
        m_now->setText(tr("Stopped before the first epoch was done: there is no model."));
    } else {
        QString text = what.summary.state == RunState::Stopped ? tr("Stopped after %1.") : tr("Finished after %1.");
        text = text.arg(format::duration(what.summary.seconds));
        if (what.summary.test) {
            text += QLatin1Char('\n')
                + tr("Test: %1 of %2 photos right.").arg(format::percent(what.summary.test->top1), format::count(what.summary.test->photos));
        }
        m_now->setText(text);
    }
    Q_EMIT jobLineChanged({}, 0);
}

} // namespace flower
