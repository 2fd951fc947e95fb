// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/ClassifySession.h"

#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

ClassifySession::ClassifySession(std::shared_ptr<Classifier> classifier, QObject *parent)
    : QObject(parent), m_classifier(std::move(classifier)), m_control(std::make_shared<RunControl>()),
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
    m_thread->post([this, classifier = m_classifier, path] {
        const auto attempt = [&]() -> Result<ModelInfo> {
            try {
                return classifier->open(path);
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal,
                             tr("Opening the model broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        const Result<ModelInfo> opened = attempt();
        QMetaObject::invokeMethod(this, [this, path, opened] {
            if (opened) {
                m_model = *opened;
                Q_EMIT modelOpened(m_model);
            } else {
                Q_EMIT modelFailed(path, opened.error());
            }
        }, Qt::QueuedConnection);
    });
}

void ClassifySession::classify(const QList<PhotoInput> &photos, int top)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (photos.isEmpty())
        return;
    m_pending += static_cast<int>(photos.size());
    Q_EMIT pendingChanged(m_pending);
    for (const PhotoInput &photo : photos) {
        m_thread->post([this, classifier = m_classifier, control = m_control, photo, top] {
            if (control->isStopRequested())
                return;
            Prediction prediction;
            try {
                prediction = classifier->classify(photo, top);
            } catch (const std::exception &exception) {
                prediction = {};
                prediction.path = photo.path;
                prediction.error = tr("Looking at the photo broke off: %1").arg(QString::fromUtf8(exception.what()));
            }
            QMetaObject::invokeMethod(this, [this, control, prediction] {
                if (control != m_control)
                    return; // cancelled meanwhile
                --m_pending;
                Q_EMIT answered(prediction);
                Q_EMIT pendingChanged(m_pending);
            }, Qt::QueuedConnection);
        });
    }
}

void ClassifySession::cancel()
{
    m_control->requestStop();
    m_control = std::make_shared<RunControl>();
    m_pending = 0;
    Q_EMIT pendingChanged(0);
}

} // namespace flower
