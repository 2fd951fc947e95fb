// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoContent.h"

#include <QList>
#include <QStringList>

#include <atomic>
#include <future>
#include <memory>

class QThread;

// Internal to flower_store.

namespace flower {

/// Reads what photos are known by beside a training, in one thread of low priority.
/// All methods are for the thread that made it.
class ContentReader
{
public:
    /// Begins at once.
    explicit ContentReader(QStringList photos);
    /// Stops after the part of a photo that is being read.
    ~ContentReader();

    [[nodiscard]] bool isDone() const { return m_isDone; }
    /// Waits until all are read; in the order of the photos.
    const QList<PhotoContent> &contents();

private:
    void readAll();

    QStringList m_photos;
    QList<PhotoContent> m_contents; ///< the reading thread's until it has ended
    std::atomic<bool> m_stops = false;
    std::atomic<bool> m_isDone = false;
    std::promise<void> m_end;
    std::future<void> m_ended = m_end.get_future(); ///< which a thread sanitizer sees, unlike QThread::wait() of Debian's Qt
    std::unique_ptr<QThread> m_thread;
};

} // namespace flower
