// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/OpenMpWaiting.h"

#ifdef __linux__
#include <cstdlib>
#include <dlfcn.h>
#include <unistd.h>
#endif

namespace flower {

void waitBriefly([[maybe_unused]] char **argv)
{
#ifdef __linux__
    if (std::getenv("GOMP_SPINCOUNT") || std::getenv("OMP_WAIT_POLICY"))
        return;
    setenv("GOMP_SPINCOUNT", "5000", 1); // rounds; some tens of microseconds
    if (dlsym(RTLD_DEFAULT, "GOMP_parallel"))
        execv("/proc/self/exe", argv); // returns only where it fails; then the threads spin, and all else works
#endif
}

} // namespace flower
