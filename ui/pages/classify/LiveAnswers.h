// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Prediction.h"

#include <QElapsedTimer>
#include <QImage>
#include <QObject>
#include <QTimer>

#include <functional>

namespace flower {

class ClassifySession;

/// Answers frames of a camera, or of anything else that moves, as fast as the model of a session does, at most thirty times a second.
/// No frame ever queues: of those that come while one is being answered only the newest is kept. GUI thread.
class LiveAnswers : public QObject
{
    Q_OBJECT
public:
    /// Makes the picture, which may cost something: called when it is the frame's turn, or never.
    using Frame = std::function<QImage()>;

    explicit LiveAnswers(ClassifySession *session, QObject *parent = nullptr);

    void take(Frame frame);
    void take(const QImage &frame);
    /// Forgets the frame that waits and the answer that is under way.
    void stop();
    /// Answers a second, over the last ones; 0: there are none yet.
    [[nodiscard]] double rate() const;

Q_SIGNALS:
    /// Judged by the thresholds of the session. An error stands in the prediction.
    void answered(const QImage &frame, const flower::Prediction &prediction);

private:
    void askNext();
    void receive(int number, const Prediction &prediction);

    ClassifySession *m_session;
    Frame m_next;       ///< the newest that waits
    QImage m_asked;     ///< what the model looks at
    int m_number = 0;   ///< of the question that is under way; 0: none is
    QElapsedTimer m_sinceAsked;
    QTimer m_turn;
    QElapsedTimer m_clock;
    QList<qint64> m_times; ///< of the last answers, by m_clock
};

} // namespace flower
