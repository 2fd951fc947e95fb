// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <condition_variable>
#include <cstddef>
#include <memory>
#include <mutex>
#include <vector>

// Internal to flower_ml.

namespace flower {

/// Work that several threads, or fewer than were expected, share in one parallel region: stage after stage, each of
/// independent items, none begun before all of the stage before are done. A thread takes what nobody has taken, so that one
/// that comes late, or that another program keeps waiting, holds up nothing but the item it has. Starting a parallel region
/// for each stage would cost more than many of them take.
class StagedWork
{
public:
    /// `stages`: the number of items of each.
    explicit StagedWork(const std::vector<int> &stages)
    {
        size_t items = 0;
        for (const int count : stages) {
            m_stages.push_back({count, items});
            items += static_cast<size_t>(count);
        }
        m_taken = std::make_unique<std::atomic<bool>[]>(items);
        m_done = std::make_unique<Done[]>(stages.size());
    }

    /// Called by each thread: returns when all is done. work(stage, item) must not throw. `share` of `shares` says with which
    /// items this thread begins: the same in each stage, as it has in its cache what it made before.
    template<typename Work>
    void run(int share, int shares, const Work &work)
    {
        for (size_t index = 0; index < m_stages.size(); ++index) {
            const Stage &stage = m_stages[index];
            std::atomic<int> &done = m_done[index].items;
            const int first = static_cast<int>(static_cast<long long>(stage.items) * share / shares);
            for (int i = 0; i < stage.items; ++i) {
                const int item = (first + i) % stage.items;
                std::atomic<bool> &taken = m_taken[stage.first + static_cast<size_t>(item)];
                if (taken.load(std::memory_order_relaxed) || taken.exchange(true, std::memory_order_relaxed))
                    continue;
                work(static_cast<int>(index), item);
                if (done.fetch_add(1, std::memory_order_acq_rel) + 1 == stage.items) {
                    const std::lock_guard lock(m_mutex); // so that nobody is between looking and sleeping
                    m_finished.notify_all();
                }
            }
            const auto finished = [&done, &stage] { return done.load(std::memory_order_acquire) == stage.items; };
            for (int looks = 0; looks < kLooks && !finished(); ++looks)
                pause();
            // The others are slow, as they share their cores with another program, and this thread does as well to sleep.
            if (!finished()) {
                std::unique_lock lock(m_mutex);
                m_finished.wait(lock, finished);
            }
        }
    }

private:
    static constexpr int kLooks = 2000; ///< some tens of microseconds

    static void pause()
    {
#if defined(__x86_64__) && defined(__GNUC__)
        __builtin_ia32_pause();
#elif defined(__aarch64__) && defined(__GNUC__)
        asm volatile("yield");
#endif
    }

    struct Stage {
        int items;
        size_t first;
    };
    struct alignas(64) Done {
        std::atomic<int> items{0};
    };

    std::vector<Stage> m_stages;
    std::unique_ptr<std::atomic<bool>[]> m_taken;
    std::unique_ptr<Done[]> m_done;
    std::mutex m_mutex;
    std::condition_variable m_finished;
};

} // namespace flower
