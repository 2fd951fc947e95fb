// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/TensorMemory.h"

#include "engine/ml/Torch.h"

#include <c10/core/CPUAllocator.h>
#include <c10/core/impl/alloc_cpu.h>

#include <algorithm>
#include <bit>
#include <deque>
#include <map>
#include <mutex>
#include <unordered_map>

#ifdef __linux__
#include <sys/mman.h>
#endif

namespace flower {

namespace {

constexpr size_t kSmallest = 256 << 10;      ///< bytes; smaller tensors come from the usual allocator
constexpr size_t kHugePage = 2 << 20;
constexpr size_t kMostUnused = 256 << 20;    ///< bytes beyond what once was in use that may be held, or that may lie idle

size_t rounded(size_t bytes, size_t granule)
{
    return (bytes + granule - 1) / granule * granule;
}

/// The size of the block that a tensor gets: classes an eighth of a power of two apart, so that few sizes are in use and a
/// block is never taken by a tensor of another class, who would leave the next one of its own without.
size_t classOf(size_t bytes)
{
    return rounded(bytes, std::bit_floor(bytes) / 8);
}

void *fromSystem(size_t bytes)
{
#ifdef __linux__
    // Aligned to a huge page, so that the whole block can be made of them.
    const size_t mapped = bytes + kHugePage;
    void *base = mmap(nullptr, mapped, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (base == MAP_FAILED)
        throw std::bad_alloc();
    auto *first = static_cast<char *>(base);
    auto *aligned = reinterpret_cast<char *>(rounded(reinterpret_cast<size_t>(base), kHugePage));
    if (aligned > first)
        munmap(first, static_cast<size_t>(aligned - first));
    if (first + mapped > aligned + bytes)
        munmap(aligned + bytes, static_cast<size_t>(first + mapped - (aligned + bytes)));
    madvise(aligned, bytes, MADV_HUGEPAGE); // a wish: small pages do as well
    return aligned;
#else
    return c10::alloc_cpu(bytes);
#endif
}

void toSystem(void *block, [[maybe_unused]] size_t bytes)
{
#ifdef __linux__
    munmap(block, bytes);
#else
    c10::free_cpu(block);
#endif
}

class TensorMemory : public c10::Allocator
{
public:
    /// One for the process: LibTorch keeps the pointer until the end, so it is never destroyed.
    static TensorMemory &instance()
    {
        static auto *kInstance = new TensorMemory;
        return *kInstance;
    }

    c10::DataPtr allocate(size_t bytes) override
    {
        void *block = bytes < kSmallest ? (bytes > 0 ? c10::alloc_cpu(bytes) : nullptr) : take(classOf(bytes));
        return {block, block, &giveBack, c10::Device(c10::kCPU)};
    }
    c10::DeleterFnPtr raw_deleter() const override { return &giveBack; }
    void copy_data(void *to, const void *from, size_t bytes) const override { default_copy_data(to, from, bytes); }

    void releaseUnused()
    {
        const std::lock_guard lock(m_mutex);
        releaseOldest(0);
        m_mostUsedBytes = m_usedBytes;
    }

private:
    void *take(size_t bytes)
    {
        const std::lock_guard lock(m_mutex);
        if (const auto found = m_unused.find(bytes); found != m_unused.end() && !found->second.empty()) {
            void *block = found->second.back().block;
            found->second.pop_back();
            m_unusedBytes -= bytes;
            use(block, bytes);
            return block;
        }
        // What a step needed at its peak lies idle at other times, and the next step needs it again: more than a fixed number of
        // bytes would then go to and fro between here and the system, who clears each page.
        const size_t held = m_mostUsedBytes + kMostUnused;
        releaseOldest(std::max(kMostUnused, held - std::min(held, m_usedBytes + bytes)));
        void *block = fromSystem(bytes);
        use(block, bytes);
        return block;
    }

    void use(void *block, size_t bytes)
    {
        m_used.emplace(block, bytes);
        m_usedBytes += bytes;
        m_mostUsedBytes = std::max(m_mostUsedBytes, m_usedBytes);
    }

    static void giveBack(void *block)
    {
        TensorMemory &memory = instance();
        {
            const std::lock_guard lock(memory.m_mutex);
            const auto found = memory.m_used.find(block);
            if (found != memory.m_used.end()) {
                memory.m_unused[found->second].push_back({block, ++memory.m_clock});
                memory.m_unusedBytes += found->second;
                memory.m_usedBytes -= found->second;
                memory.m_used.erase(found);
                return;
            }
        }
        if (block)
            c10::free_cpu(block);
    }

    /// Hands the blocks back that have been idle for longest, until at most `most` bytes are.
    void releaseOldest(size_t most)
    {
        while (m_unusedBytes > most) {
            auto oldest = m_unused.end();
            for (auto it = m_unused.begin(); it != m_unused.end(); ++it) {
                if (!it->second.empty() && (oldest == m_unused.end() || it->second.front().since < oldest->second.front().since))
                    oldest = it;
            }
            toSystem(oldest->second.front().block, oldest->first);
            m_unusedBytes -= oldest->first;
            oldest->second.pop_front();
        }
    }

    struct Idle {
        void *block;
        uint64_t since; ///< by m_clock
    };

    std::mutex m_mutex;
    std::map<size_t, std::deque<Idle>> m_unused;  ///< by class; the last one in is the first one out
    std::unordered_map<void *, size_t> m_used;
    size_t m_unusedBytes = 0;
    size_t m_usedBytes = 0;
    size_t m_mostUsedBytes = 0; ///< since the last releaseUnused()
    uint64_t m_clock = 0;
};

} // namespace

void useTensorMemory()
{
    static const bool kDone = [] {
        c10::SetCPUAllocator(&TensorMemory::instance(), /*priority=*/100);
        return true;
    }();
    static_cast<void>(kDone);
}

void releaseUnusedTensorMemory()
{
    TensorMemory::instance().releaseUnused();
}

} // namespace flower
