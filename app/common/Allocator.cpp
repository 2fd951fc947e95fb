// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/Allocator.h"

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace flower {

void keepFreedMemory()
{
#ifdef __GLIBC__
    mallopt(M_MMAP_THRESHOLD, 1 << 30);
    mallopt(M_TRIM_THRESHOLD, 2'000'000'000);
    mallopt(M_TOP_PAD, 64 << 20);
#endif
}

} // namespace flower
