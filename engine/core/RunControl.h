// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <mutex>

namespace flower {

/// Stop and pause for a long job. The GUI (or a signal handler's watcher) calls the requests from any thread; the
/// job calls checkpoint() between batches.
///
/// Thread safety: all methods may be called from every thread.
class RunControl
{
public:
    /// Asks the job to end after the current batch. A paused job wakes up to end. Can't be taken back.
    void requestStop();
    void requestPause();
    void requestResume();

    [[nodiscard]] bool isStopRequested() const;
    [[nodiscard]] bool isPauseRequested() const;

    /// Blocks while a pause is requested. Returns false when the job should end.
    /// Job thread only.
    [[nodiscard]] bool checkpoint();

private:
    mutable std::mutex m_mutex;
    std::condition_variable m_changed;
    bool m_stop = false;
    bool m_pause = false;
};

} // namespace flower
