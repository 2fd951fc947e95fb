// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/RunControl.h"

#include <algorithm>
#include <atomic>
#include <chrono>
#include <concepts>
#include <condition_variable>
#include <exception>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

namespace flower {

/// How many threads there may be at a time; at least one.
inline int processorCount()
{
    return static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
}

/// Calls `work(begin, end)` for blocks of [0, count) on some threads, and returns when all is done. False: `goesOn()`, which is asked
/// before each block, said no, and some blocks weren't done. What `work` throws first is thrown here. `tick(done)` is called from the
/// calling thread, every now and then while something new is done, and at the end.
template<typename GoesOn, typename Work>
    requires std::predicate<GoesOn>
bool inParallelBlocks(int count, int block, int threads, GoesOn &&goesOn, Work &&work, const std::function<void(int done)> &tick = {})
{
    constexpr std::chrono::milliseconds kBetweenTicks{60};
    std::atomic<int> next{0};
    std::atomic<int> done{0};
    std::mutex mutex;                // guards those that follow
    std::condition_variable ended;   // a thread has
    int running = std::min(threads, (count + block - 1) / block);
    bool isStopped = false;
    std::exception_ptr problem;
    const auto workOff = [&] {
        for (int begin = next.fetch_add(block); begin < count; begin = next.fetch_add(block)) {
            if (!goesOn()) {
                const std::lock_guard lock(mutex);
                isStopped = true;
                return;
            }
            try {
                const int end = std::min(count, begin + block);
                work(begin, end);
                done += end - begin;
            } catch (...) {
                const std::lock_guard lock(mutex);
                if (!problem)
                    problem = std::current_exception();
                next = count; // the others end as well
                return;
            }
        }
    };
    {
        std::vector<std::jthread> workers;
        for (int worker = running; worker > 0; --worker) {
            workers.emplace_back([&] {
                workOff();
                const std::lock_guard lock(mutex);
                --running;
                ended.notify_one();
            });
        }
        int told = -1;
        std::unique_lock lock(mutex);
        for (bool isOver = false; !isOver;) {
            isOver = ended.wait_for(lock, kBetweenTicks, [&running] { return running == 0; });
            const int now = done;
            if (!tick || now == told) // nothing new is said while the work is held
                continue;
            lock.unlock();
            told = now;
            tick(now);
            lock.lock();
        }
    }
    if (problem)
        std::rethrow_exception(problem);
    return !isStopped;
}

/// For as long as `control` says; it may hold the work, too.
template<typename Work>
bool inParallelBlocks(int count, int block, int threads, RunControl &control, Work &&work, const std::function<void(int done)> &tick = {})
{
    return inParallelBlocks(count, block, threads, [&control] { return control.checkpoint(); }, std::forward<Work>(work), tick);
}

} // namespace flower
