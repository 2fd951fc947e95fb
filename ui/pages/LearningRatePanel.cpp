// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/LearningRatePanel.h"

#include "engine/session/LearningRateSession.h"
#include "ui/Format.h"
#include "ui/charts/LearningRateChart.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace flower {

LearningRatePanel::LearningRatePanel(LearningRateSession *session, QWidget *parent)
    : QFrame(parent), m_session(session), m_title(makeLabel({}, "cardTitle")), m_about(makeLabel({}, "muted")),
      m_chart(new LearningRateChart), m_bar(new QProgressBar), m_message(makeLabel({})), m_cancel(new QPushButton(tr("Cancel"))),
      m_use(makePrimaryButton({})), m_again(new QPushButton(tr("Search again"))), m_close(new QPushButton(tr("Close")))
{
    setObjectName(QStringLiteral("card"));
    m_chart->setObjectName(QStringLiteral("rateChart"));
    m_bar->setObjectName(QStringLiteral("rateProgress"));
    m_message->setObjectName(QStringLiteral("rateMessage"));
    m_cancel->setObjectName(QStringLiteral("cancelRate"));
    m_use->setObjectName(QStringLiteral("useRate"));
    m_again->setObjectName(QStringLiteral("searchRateAgain"));
    m_close->setObjectName(QStringLiteral("closeRate"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_bar->setAccessibleName(tr("Progress of the search"));
    m_close->setToolTip(tr("Back to the curves of the training; the settings stay as they are"));
    m_again->setToolTip(tr("Try all rates once more, with the settings of now"));
    for (QLabel *label : {m_about, m_message}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    for (QPushButton *button : {m_cancel, m_close, m_again, m_use})
        buttons->addWidget(button);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addWidget(m_title);
    column->addWidget(m_about);
    column->addWidget(m_chart, 1);
    column->addWidget(m_bar);
    column->addWidget(m_message);
    column->addLayout(buttons);

    connect(m_close, &QPushButton::clicked, this, &LearningRatePanel::closed);
    connect(m_again, &QPushButton::clicked, this, [this] { Q_EMIT searchWanted(m_phase); });
    connect(m_use, &QPushButton::clicked, this, [this] { Q_EMIT chosen(m_phase, m_curve.suggestion); });
    connect(m_cancel, &QPushButton::clicked, this, &LearningRatePanel::cancel);
    if (m_session) {
        connect(m_session, &LearningRateSession::progressed, this, [this](const LearningRateProgress &progress) { take(progress); });
        connect(m_session, &LearningRateSession::finished, this, [this](Phase, const LearningRateCurve &curve) { take(curve); });
        connect(m_session, &LearningRateSession::failed, this, [this](Phase, const Error &error) {
            m_message->setText(error.code == ErrorCode::Interrupted ? tr("Stopped. The settings stay as they are.") : error.message);
            showState();
        });
    }
    showState();
}

LearningRatePanel::~LearningRatePanel()
{
    cancel();
}

void LearningRatePanel::cancel()
{
    if (m_session)
        m_session->cancel();
}

void LearningRatePanel::forget()
{
    cancel();
    if (!m_curve.hasSuggestion())
        return;
    m_curve = {};
    m_message->setText(tr("Other photos are open now: search again."));
    showState();
}

bool LearningRatePanel::isSearching() const
{
    return m_session && m_session->isRunning();
}

void LearningRatePanel::start(const TrainingConfig &config, const Dataset &dataset, Phase phase)
{
    if (!m_session)
        return;
    m_phase = phase;
    m_curve = {};
    m_chart->setCurve(m_curve);
    m_title->setText(phase == Phase::Head ? tr("Find a learning rate for phase 1") : tr("Find a learning rate for phase 2"));
    QString about = tr("A copy of the network learns from your photos in about a hundred steps, at a higher rate with each. Where the loss "
                       "falls fastest is a good rate; where it shoots up, the rate is far too high. Nothing of this is kept.");
    if (phase == Phase::FineTune && config.head.epochs > 0)
        about += QLatin1Char(' ') + tr("The head is taught a little first, as phase 1 would.");
    m_about->setText(about);
    m_message->setText(tr("Reading photos…"));
    m_bar->setRange(0, 0);
    m_session->start(config, dataset, phase);
    showState();
    m_cancel->setFocus();
}

void LearningRatePanel::take(const LearningRateProgress &progress)
{
    m_bar->setRange(0, progress.total);
    m_bar->setValue(progress.done);
    switch (progress.activity) {
    case Activity::LoadingPhotos:
        m_message->setText(tr("Reading photos…"));
        break;
    case Activity::ComputingFeatures:
        m_message->setText(tr("Computing features for the head…"));
        break;
    default:
        m_message->setText(tr("Step %1 of at most %2").arg(progress.done).arg(progress.total));
        m_chart->setCurve({progress.points});
        break;
    }
}

void LearningRatePanel::take(const LearningRateCurve &curve)
{
    m_curve = curve;
    m_chart->setCurve(curve);
    switch (curve.suggestedBy) {
    case SuggestedBy::SteepestFall:
        m_message->setText(tr("Suggested: %1. The loss falls fastest there.").arg(format::rate(curve.suggestion)));
        break;
    case SuggestedBy::BeforeRise:
        m_message->setText(tr("Suggested: %1. The loss never falls clearly, so this is a tenth of the rate from which on it rises.")
                               .arg(format::rate(curve.suggestion)));
        break;
    case SuggestedBy::Nothing:
        m_message->setText(tr("No suggestion: the loss hardly changes at any of these rates. Keep the rate that is set."));
        break;
    }
    m_use->setText(tr("Use %1").arg(format::rate(curve.suggestion)));
    m_use->setToolTip(m_phase == Phase::Head ? tr("Put this learning rate into the settings of phase 1")
                                             : tr("Put this learning rate into the settings of phase 2"));
    showState();
}

void LearningRatePanel::showState()
{
    const bool searching = isSearching();
    const bool hadFocus = m_cancel->hasFocus();
    m_bar->setVisible(searching);
    m_close->setVisible(!searching);
    m_again->setVisible(!searching);
    m_use->setVisible(!searching && m_curve.hasSuggestion());
    if (hadFocus && !searching) // before the button goes, and the focus with it to somewhere else
        (m_curve.hasSuggestion() ? m_use : m_close)->setFocus();
    m_cancel->setVisible(searching);
    Q_EMIT searchingChanged(searching);
}

} // namespace flower
