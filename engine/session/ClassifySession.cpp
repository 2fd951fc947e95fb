// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/ClassifySession.h"

#include "engine/core/StoredFile.h"
#include "engine/session/EngineThread.h"

#include <QElapsedTimer>
#include <QHash>
#include <QThread>
#include <QTimer>

#include <atomic>
#include <deque>
#include <mutex>
#include <utility>

namespace flower {

namespace {

constexpr qint64 kTurnMilliseconds = 8; ///< that answers may take of the GUI thread before others have their turn

} // namespace

/// Answers on their way to the GUI thread. A thousand files that are no photos are answered faster than shown.
struct ClassifySession::Answers {
    std::mutex mutex;
    std::deque<std::pair<Prediction, int>> waiting; ///< with the number of the model that answered
    bool announced = false; ///< a deliver() is under way
};

/// What was asked for, counted, so that a job that waited sees whether it is still wanted.
struct ClassifySession::Numbers {
    std::atomic_int model = 0;        ///< the number of the one that answers; the worker sets it
    std::atomic_int explanations = 0; ///< that were asked for: only the last is reckoned
    std::atomic_int pictures = 0;     ///< likewise
    std::atomic_int groups = 0;       ///< likewise

    /// The worker's: the number of a model that was opened. One with the same bytes has the same.
    int numberOf(const QString &path)
    {
        const QString hash = fileHash(path);
        if (const int known = m_known.value(hash); known > 0)
            return known;
        ++m_count;
        if (!hash.isEmpty())
            m_known.insert(hash, m_count);
        return m_count;
    }

private:
    QHash<QString, int> m_known; ///< by what fileHash() says
    int m_count = 0;
};

ClassifySession::ClassifySession(std::shared_ptr<Classifier> classifier, QObject *parent)
    : QObject(parent), m_classifier(std::move(classifier)), m_answers(std::make_shared<Answers>()),
      m_control(std::make_shared<RunControl>()), m_numbers(std::make_shared<Numbers>()),
      m_thread(std::make_unique<EngineThread>(QStringLiteral("classify")))
{
}

ClassifySession::~ClassifySession()
{
    m_control->requestStop();
    m_thread.reset();
}

void ClassifySession::openModel(const QString &path)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_thread->post([this, worker = m_thread.get(), classifier = m_classifier, numbers = m_numbers, path] {
        const auto attempt = [&]() -> Result<ModelInfo> {
            try {
                return classifier->open(path);
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal,
                             tr("Opening the model broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        const Result<ModelInfo> opened = attempt();
        const int number = opened ? numbers->numberOf(path) : 0;
        if (opened)
            numbers->model = number;
        worker->reply([this, path, opened, number] {
            if (opened) {
                m_model = *opened;
                m_modelNumber = number;
                Q_EMIT modelOpened(m_model);
            } else {
                Q_EMIT modelFailed(path, opened.error());
            }
        });
    });
}

namespace {

/// A classifier's exception becomes the answer's error.
template<typename Answer>
Prediction guarded(const QString &path, Answer answer)
{
    try {
        return answer();
    } catch (const std::exception &exception) {
        Prediction prediction;
        prediction.path = path;
        prediction.error =
            ClassifySession::tr("Looking at the photo broke off: %1").arg(QString::fromUtf8(exception.what()));
        return prediction;
    }
}

Prediction guardedAnswer(Classifier &classifier, const PhotoInput &photo, int top)
{
    return guarded(photo.path, [&] { return classifier.classify(photo, top); });
}

} // namespace

void ClassifySession::classify(const QList<PhotoInput> &photos, int top)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (photos.isEmpty())
        return;
    m_pending += static_cast<int>(photos.size());
    Q_EMIT pendingChanged(m_pending);
    for (const PhotoInput &photo : photos) {
        m_thread->post([this, worker = m_thread.get(), classifier = m_classifier, control = m_control, answers = m_answers,
                        numbers = m_numbers, photo, top] {
            if (control->isStopRequested())
                return;
            const Prediction prediction = guardedAnswer(*classifier, photo, top);
            const std::scoped_lock lock(answers->mutex);
            answers->waiting.emplace_back(prediction, numbers->model);
            if (!std::exchange(answers->announced, true))
                worker->reply([this, answers] { deliver(answers); });
        });
    }
}

void ClassifySession::classifyGroup(const QList<PhotoInput> &photos, int top)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const int number = ++m_numbers->groups;
    m_thread->postFirst([this, worker = m_thread.get(), classifier = m_classifier, numbers = m_numbers,
                         modelNumber = m_modelNumber, number, model = m_model, photos, top] {
        if (numbers->model != modelNumber)
            return;
        QList<Prediction> answers;
        const int classes = static_cast<int>(model.classNames.size());
        for (const PhotoInput &photo : photos) {
            if (numbers->groups != number)
                return;
            answers.append(guardedAnswer(*classifier, photo, classes));
        }
        const GroupPrediction group = fusePredictions(answers, model.calibration, top);
        worker->reply([this, group] { Q_EMIT groupAnswered(group); });
    });
}

void ClassifySession::explain(const PhotoInput &photo, int index)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const int number = ++m_numbers->explanations;
    m_thread->postFirst([this, worker = m_thread.get(), classifier = m_classifier, numbers = m_numbers,
                         modelNumber = m_modelNumber, number, photo, index] {
        if (numbers->explanations != number || numbers->model != modelNumber)
            return;
        const auto attempt = [&]() -> Result<Explanation> {
            try {
                return classifier->explain(photo, index);
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal,
                             tr("Looking at the photo broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        const Result<Explanation> result = attempt();
        worker->reply([this, result, path = photo.path] {
            if (result)
                Q_EMIT explained(*result);
            else
                Q_EMIT explainFailed(path, result.error());
        });
    });
}

int ClassifySession::classifyPixels(const RgbImage &photo)
{
    Q_ASSERT(QThread::currentThread() == thread());
    const int number = ++m_numbers->pictures;
    m_thread->postFirst([this, worker = m_thread.get(), classifier = m_classifier, numbers = m_numbers,
                         modelNumber = m_modelNumber, number, photo, classes = static_cast<int>(m_model.classNames.size())] {
        if (numbers->pictures != number || numbers->model != modelNumber)
            return;
        const Prediction prediction = guarded({}, [&] { return classifier->classifyPixels(photo, classes); });
        worker->reply([this, number, prediction] { Q_EMIT pixelsAnswered(number, prediction); });
    });
    return number;
}

void ClassifySession::deliver(const std::shared_ptr<Answers> &answers)
{
    QElapsedTimer turn;
    turn.start();
    while (answers == m_answers) { // or they were cancelled meanwhile
        std::pair<Prediction, int> answer;
        {
            const std::scoped_lock lock(answers->mutex);
            answers->announced = !answers->waiting.empty();
            if (!answers->announced)
                break;
            if (turn.elapsed() >= kTurnMilliseconds) {
                QTimer::singleShot(0, this, [this, answers] { deliver(answers); });
                break;
            }
            answer = std::move(answers->waiting.front());
            answers->waiting.pop_front();
        }
        --m_pending;
        Q_EMIT answered(answer.first, answer.second);
    }
    if (answers == m_answers)
        Q_EMIT pendingChanged(m_pending);
}

void ClassifySession::judgeBy(const Calibration &calibration)
{
    Q_ASSERT(QThread::currentThread() == thread());
    m_model.calibration = calibration;
}

void ClassifySession::cancel()
{
    m_control->requestStop();
    m_control = std::make_shared<RunControl>();
    m_answers = std::make_shared<Answers>();
    m_pending = 0;
    Q_EMIT pendingChanged(0);
}

} // namespace flower
