// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QList>
#include <QObject>
#include <QStringList>

#include <memory>

namespace flower {

class EngineThread;

/// Fetches files one after another in the background, after the user agreed. GUI thread.
class DownloadSession : public QObject
{
    Q_OBJECT
public:
    explicit DownloadSession(std::shared_ptr<Fetcher> fetcher, QObject *parent = nullptr);
    /// Stops a download and waits for it; what has come is kept for the next time.
    ~DownloadSession() override;

    /// finished() or failed() follows. Does nothing while a download is on: one job at a time runs in the thread, because
    /// a Fetcher may run an event loop there.
    void start(const QList<RemoteFile> &files, const QString &folder);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_control != nullptr; }

Q_SIGNALS:
    void progressed(const QString &title, qint64 done, qint64 total);
    void finished(const QStringList &paths); ///< in the order of `files`
    void failed(const flower::Error &error); ///< Interrupted after cancel()

private:
    void end(const Result<QStringList> &paths);

    std::shared_ptr<Fetcher> m_fetcher;
    std::shared_ptr<RunControl> m_control; ///< of the download under way
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower
