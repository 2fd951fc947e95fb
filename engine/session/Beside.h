// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/HandOver.h"

#include <QPointer>

#include <atomic>
#include <functional>
#include <memory>
#include <optional>
#include <utility>

namespace flower {

/// Runs `work` in another thread, beside a few others, and what it returns in the GUI thread. The program waits for it before it ends.
/// GUI thread.
void startBeside(std::function<HandOver::Work()> work);

/// Runs `work` in another thread, then `done` in the GUI thread with what it returned, unless `owner` is gone by then: for what
/// reads or writes files without any engine. GUI thread.
/// QFuture::then() does so, too, but looks for its context in the other thread (Qt 6.4), where the GUI thread may be deleting it.
template<typename Work, typename Done>
void runBeside(QObject *owner, Work work, Done done)
{
    startBeside([owner = QPointer(owner), work = std::move(work), done = std::move(done)]() mutable -> HandOver::Work {
        return [owner, done = std::move(done), answer = work()] {
            if (owner)
                done(answer);
        };
    });
}

/// runBeside() for wishes of which only the newest counts. GUI thread.
class NewestBeside
{
public:
    /// What an earlier call asked for isn't begun any more, and where it was, its `done` isn't called.
    template<typename Work, typename Done>
    void run(QObject *owner, Work work, Done done)
    {
        const auto isNewest = [number = ++*m_newest, newest = m_newest] { return number == *newest; };
        runBeside(owner, [isNewest, work = std::move(work)] { return isNewest() ? std::optional(work()) : std::nullopt; },
                  [isNewest, done = std::move(done)](const auto &answer) {
                      if (answer && isNewest())
                          done(*answer);
                  });
    }
    /// Nothing that was asked for is wanted any more.
    void forget() { ++*m_newest; }

private:
    std::shared_ptr<std::atomic<int>> m_newest = std::make_shared<std::atomic<int>>(0); ///< the number of the newest wish
};

} // namespace flower
