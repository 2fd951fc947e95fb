// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoFinder.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// Looks for moved photos in the background, in one folder at a time. GUI thread.
class FindPhotosSession : public QObject
{
    Q_OBJECT
public:
    explicit FindPhotosSession(QObject *parent = nullptr);
    ~FindPhotosSession() override;

    /// progressed(), and finished() or failed() follow. What comes of a search that another one replaced is dropped.
    void start(const QList<WantedPhoto> &wanted, const QString &folder);
    /// Neither finished() nor failed() follows.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_control != nullptr; }

Q_SIGNALS:
    void progressed(qint64 done, qint64 total); ///< files seen (of 0), then files read
    void finished(const flower::FoundPhotos &found);
    void failed(const flower::Error &error);

private:
    std::shared_ptr<RunControl> m_control; ///< of the search under way
    std::unique_ptr<EngineThread> m_thread; ///< from the first one on
};

} // namespace flower
