// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTarget.h"

#include <cstddef>
#include <cstdint>

// libFuzzer's way in (https://llvm.org/docs/LibFuzzer.html); each executable holds one target.

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    flower::fuzz::targets().front().run(QByteArrayView(data, static_cast<qsizetype>(size)));
    return 0;
}
