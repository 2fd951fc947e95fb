// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/LiveAnswers.h"

#include "engine/core/GroupPrediction.h"
#include "engine/session/ClassifySession.h"
#include "ui/models/Pixels.h"

#include <algorithm>
#include <utility>

namespace flower {

namespace {

constexpr qint64 kShortest = 33; ///< milliseconds between two questions: more a second nobody sees
constexpr int kTimes = 10;

} // namespace

LiveAnswers::LiveAnswers(ClassifySession *session, QObject *parent) : QObject(parent), m_session(session)
{
    m_clock.start();
    m_turn.setSingleShot(true);
    m_turn.setTimerType(Qt::PreciseTimer);
    connect(&m_turn, &QTimer::timeout, this, &LiveAnswers::askNext);
    connect(m_session, &ClassifySession::pixelsAnswered, this, &LiveAnswers::receive);
    connect(m_session, &ClassifySession::modelOpened, this, [this] { // no answer comes of the one before
        m_number = 0;
        askNext();
    });
}

void LiveAnswers::take(Frame frame)
{
    m_next = std::move(frame);
    askNext();
}

void LiveAnswers::take(const QImage &frame)
{
    take([frame] { return frame; });
}

void LiveAnswers::stop()
{
    m_next = {};
    m_number = 0;
    m_asked = {};
    m_turn.stop();
    m_times.clear();
}

void LiveAnswers::askNext()
{
    if (m_number != 0 || !m_next || m_session->model().path.isEmpty())
        return;
    if (m_sinceAsked.isValid() && m_sinceAsked.elapsed() < kShortest) {
        if (!m_turn.isActive())
            m_turn.start(static_cast<int>(kShortest - m_sinceAsked.elapsed()));
        return;
    }
    m_asked = std::exchange(m_next, {})();
    if (m_asked.isNull())
        return;
    m_sinceAsked.start();
    m_number = m_session->classifyPixels(pixelsOf(m_asked));
}

void LiveAnswers::receive(int number, const Prediction &prediction)
{
    if (m_number == 0 || number < m_number)
        return;
    const bool isOurs = number == std::exchange(m_number, 0); // else somebody asked after us, and ours was dropped
    if (isOurs) {
        m_times.append(m_clock.elapsed());
        m_times = m_times.mid(std::max<qsizetype>(0, m_times.size() - kTimes));
        Prediction judged = prediction;
        applyVerdict(judged, m_session->model().calibration);
        Q_EMIT answered(std::exchange(m_asked, {}), judged);
    }
    askNext();
}

double LiveAnswers::rate() const
{
    if (m_times.size() < 2)
        return 0.0;
    return 1000.0 * static_cast<double>(m_times.size() - 1) / static_cast<double>(std::max<qint64>(1, m_times.last() - m_times.first()));
}

} // namespace flower
