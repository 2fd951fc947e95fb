// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/RunContinuation.h"

#include "engine/session/Beside.h"
#include "engine/session/TrainingSession.h"
#include "engine/store/InterruptedRun.h"
#include "ui/AppContext.h"
#include "ui/InterruptedRunBar.h"
#include "ui/MovedPhotosBar.h"

#include <QVBoxLayout>

namespace flower {

RunContinuation::RunContinuation(const AppContext *context, QWidget *parent)
    : QWidget(parent), m_context(context), m_offer(new InterruptedRunBar), m_moved(new MovedPhotosBar(context->placesFile))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_offer);
    column->addWidget(m_moved);
    connect(m_offer, &InterruptedRunBar::goOnWanted, this, &RunContinuation::goOnWith);
    connect(m_offer, &InterruptedRunBar::leaveWanted, this, &RunContinuation::leave);
    connect(m_moved, &MovedPhotosBar::found, this, [this] { goOnWith(m_waiting->record); });
    connect(m_moved, &MovedPhotosBar::withoutWanted, this, [this] { Q_EMIT ready(*m_waiting); });
}

RunContinuation::~RunContinuation() = default;

void RunContinuation::offer()
{
    if (m_context->runBook == nullptr || m_context->training->isRunning())
        return;
    const Result<QList<RunRecord>> runs = m_context->runBook->runs();
    if (const QList<RunRecord> broken = runs ? brokenOffRuns(*runs) : QList<RunRecord>(); !broken.isEmpty())
        m_offer->offer(broken.first());
}

void RunContinuation::goOnWith(const RunRecord &run)
{
    Q_EMIT begun();
    m_moved->showMissing({});
    const auto look = [folder = run.folder, file = m_context->placesFile] { // 100,000 lines, maybe
        return readInterruptedRun(folder, PhotoPlacesFile(file).known());
    };
    runBeside(this, look, [this](const Result<InterruptedRun> &read) {
        if (!read) {
            Q_EMIT failed(read.error().message);
        } else if (read->missing.photos.isEmpty()) {
            Q_EMIT ready(*read);
        } else {
            m_waiting = std::make_unique<InterruptedRun>(*read);
            m_moved->offerWithout(read->missing);
        }
    });
}

void RunContinuation::leave(RunRecord run)
{
    run.state = RunState::Stopped;
    if (const Result<void> saved = m_context->runBook->save(run); !saved)
        Q_EMIT failed(saved.error().message);
    Q_EMIT left();
    offer(); // another one may have been broken off before
}

bool RunContinuation::asksForPhotos() const
{
    return m_moved->isVisible();
}

void RunContinuation::findPhotos()
{
    m_moved->find();
}

} // namespace flower
