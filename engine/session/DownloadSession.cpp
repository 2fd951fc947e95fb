// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/DownloadSession.h"

#include "engine/session/EngineThread.h"

#include <QThread>

namespace flower {

DownloadSession::DownloadSession(std::shared_ptr<Fetcher> fetcher, QObject *parent)
    : QObject(parent), m_fetcher(std::move(fetcher)), m_thread(std::make_unique<EngineThread>(QStringLiteral("download")))
{
}

DownloadSession::~DownloadSession()
{
    cancel();
    m_thread.reset();
}

void DownloadSession::start(const QList<RemoteFile> &files, const QString &folder)
{
    Q_ASSERT(QThread::currentThread() == thread());
    if (isRunning())
        return;
    m_control = std::make_shared<RunControl>();
    m_thread->post([this, worker = m_thread.get(), fetcher = m_fetcher, control = m_control, files, folder] {
        // `this` outlives the thread; only its address is used there, to post to.
        const auto fetchAll = [&]() -> Result<QStringList> {
            QStringList paths;
            try {
                for (const RemoteFile &file : files) {
                    const ProgressSink progress = [this, worker, title = file.title](qint64 done, qint64 total) {
                        worker->reply([this, title, done, total] { Q_EMIT progressed(title, done, total); });
                    };
                    if (control->isStopRequested())
                        break; // end() has the sentence
                    const Result<QString> path = fetcher->fetch(file, folder, *control, progress);
                    if (!path)
                        return path.error();
                    paths.append(*path);
                }
            } catch (const std::exception &exception) {
                return Error{ErrorCode::Internal,
                             tr("The download broke off: %1").arg(QString::fromUtf8(exception.what()))};
            }
            return paths;
        };
        worker->reply([this, paths = fetchAll()] { end(paths); });
    });
}

void DownloadSession::cancel()
{
    if (m_control)
        m_control->requestStop();
}

void DownloadSession::end(const Result<QStringList> &paths)
{
    // Judged here, in the thread of cancel(): who cancelled hears so, even where the last file came meanwhile.
    const bool cancelled = m_control->isStopRequested();
    m_control.reset();
    if (cancelled)
        Q_EMIT failed({ErrorCode::Interrupted, tr("The download was stopped.")});
    else if (paths)
        Q_EMIT finished(*paths);
    else
        Q_EMIT failed(paths.error());
}

} // namespace flower
