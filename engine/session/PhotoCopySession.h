// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoCopies.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// Copies photos into folders by class in the background, one job at a time. GUI thread.
class PhotoCopySession : public QObject
{
    Q_OBJECT
public:
    explicit PhotoCopySession(QObject *parent = nullptr);
    /// Stops after the photo that is being copied.
    ~PhotoCopySession() override;

    /// progressed() and finished() follow. Not while a job is running.
    void start(const QList<PhotoCopy> &photos, const QString &target);
    /// finished() follows; what was copied stays.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total);
    void finished(const flower::CopyReport &report);

private:
    std::shared_ptr<RunControl> m_control;
    std::unique_ptr<EngineThread> m_thread; ///< from the first job on
    bool m_isRunning = false;
};

} // namespace flower
