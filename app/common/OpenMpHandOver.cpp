// SPDX-License-Identifier: GPL-3.0-or-later
// Only in builds with the thread sanitizer. LibTorch's OpenMP hands work to its threads, and takes it back, by futexes that the
// sanitizer doesn't see. What the executable defines comes before the library's: here each parallel region says that what was
// written before it happened before it, and that what it wrote happened before what comes after it. What its threads do beside
// each other stays under watch.

#include <cstdlib>
#include <dlfcn.h>

// Of the sanitizer's runtime (sanitizer/tsan_interface.h): the first says that a thread has come here, the second that it goes on from there.
extern "C" void __tsan_release(void *address);
extern "C" void __tsan_acquire(void *address);

namespace {

struct Region {
    void (*body)(void *data);
    void *data;
    char fork = 0;
    char join = 0;
};

__attribute__((no_sanitize("thread"))) void enter(void *at)
{
    auto *region = static_cast<Region *>(at);
    __tsan_acquire(&region->fork);
    region->body(region->data);
    __tsan_release(&region->join);
}

} // namespace

extern "C" __attribute__((no_sanitize("thread"), visibility("default"))) void GOMP_parallel(void (*body)(void *), void *data,
                                                                                              unsigned threads, unsigned flags)
{
    using Parallel = void (*)(void (*)(void *), void *, unsigned, unsigned);
    static const auto parallel = reinterpret_cast<Parallel>(dlsym(RTLD_NEXT, "GOMP_parallel"));
    if (!parallel)
        std::abort(); // LibTorch came with another OpenMP
    Region region{body, data};
    __tsan_release(&region.fork);
    parallel(enter, &region, threads, flags);
    __tsan_acquire(&region.join);
}
