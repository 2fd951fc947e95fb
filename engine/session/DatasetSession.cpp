// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/DatasetSession.h"

#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

DatasetSession::DatasetSession(std::shared_ptr<DatasetReader> reader, QObject *parent)
    : QObject(parent), m_reader(std::move(reader)), m_thread(std::make_unique<EngineThread>(QStringLiteral("photos")))
{
}

DatasetSession::~DatasetSession()
{
    cancel();
    m_thread.reset();
}

void DatasetSession::read(const DatasetRequest &request)
{
    Q_ASSERT(QThread::currentThread() == thread());
    cancel();
    m_control = std::make_shared<RunControl>();
    Q_EMIT started(request);
    m_thread->post([this, worker = m_thread.get(), reader = m_reader, control = m_control, request] {
        // Whatever comes of a read that another one replaced is dropped: its control is no longer the current one.
        const auto deliver = [this, worker, control](auto &&action) {
            worker->reply([this, control, action] { if (m_control == control) action(); });
        };
        const auto attempt = [&]() -> Result<Dataset> {
            try {
                return reader->read(request, *control, [&](qint64 done, qint64 total) {
                    deliver([this, done, total] { Q_EMIT progressed(done, total); });
                });
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal,
                             tr("Reading the photos broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
        };
        const Result<Dataset> dataset = attempt();
        deliver([this, request, dataset] {
            m_control.reset();
            if (dataset)
                Q_EMIT finished(request, *dataset);
            else
                Q_EMIT failed(request, dataset.error());
        });
    });
}

void DatasetSession::cancel()
{
    if (m_control)
        m_control->requestStop();
}

} // namespace flower
