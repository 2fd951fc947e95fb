// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// Fetches files one after another in the background, after the user agreed. GUI thread.
class DownloadSession : public QObject
{
    Q_OBJECT
public:
    explicit DownloadSession(std::shared_ptr<Fetcher> fetcher, QObject *parent = nullptr);
    ~DownloadSession() override;

    void start(const QList<RemoteFile> &files, const QString &folder);
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_control != nullptr; }

Q_SIGNALS:
    void progressed(const QString &title, qint64 done, qint64 total);
    void finished(const QStringList &paths); ///< in the order of `files`
    void failed(const flower::Error &error); ///< Interrupted after cancel()

private:
    std::shared_ptr<Fetcher> m_fetcher;
    std::shared_ptr<RunControl> m_control;
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower
