// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/RunControl.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace flower {

/// Calls `work(begin, end)` for blocks of [0, count) on some threads, and returns when all is done. False: `control` asked to stop, and
/// some blocks weren't done. What `work` throws first is thrown here.
template<typename Work>
bool inParallelBlocks(int count, int block, int threads, RunControl &control, Work &&work)
{
    std::atomic<int> next{0};
    std::atomic<bool> isStopped{false};
    std::exception_ptr problem;
    std::mutex mutex; // guards problem
    {
        std::vector<std::jthread> workers;
        for (int worker = 0; worker < std::min(threads, (count + block - 1) / block); ++worker) {
            workers.emplace_back([&] {
                for (int begin = next.fetch_add(block); begin < count; begin = next.fetch_add(block)) {
                    if (!control.checkpoint()) {
                        isStopped = true;
                        return;
                    }
                    try {
                        work(begin, std::min(count, begin + block));
                    } catch (...) {
                        const std::lock_guard lock(mutex);
                        if (!problem)
                            problem = std::current_exception();
                        next = count; // the others end as well
                        return;
                    }
                }
            });
        }
    }
    if (problem)
        std::rethrow_exception(problem);
    return !isStopped;
}

} // namespace flower
