// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/HandOver.h"

#include <QPointer>

#include <functional>
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

} // namespace flower
