// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QObject>

#include <memory>

namespace flower {

class EngineThread;

/// Places photos on a map in the background. A new start() cancels the one under way. GUI thread.
class MapSession : public QObject
{
    Q_OBJECT
public:
    explicit MapSession(std::shared_ptr<PhotoMapper> mapper, QObject *parent = nullptr);
    ~MapSession() override;

    void start(const flower::MapRequest &request);
    /// failed() with Interrupted follows.
    void cancel();
    [[nodiscard]] bool isRunning() const { return m_control != nullptr; }

Q_SIGNALS:
    void started(const flower::MapRequest &request);
    void looking(qint64 done, qint64 total);                                             ///< the network at the photos
    void placed(const flower::MapRequest &request, const flower::PhotoMap &map);         ///< a map on its way
    void finished(const flower::MapRequest &request, const flower::PhotoMap &map);
    void failed(const flower::MapRequest &request, const flower::Error &error);

private:
    std::shared_ptr<PhotoMapper> m_mapper;
    std::shared_ptr<RunControl> m_control; ///< of the job under way
    std::unique_ptr<EngineThread> m_thread;
};

} // namespace flower
