// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/MatFile.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace flower;

FLOWER_FUZZ_TARGET(mat)
{
    const std::vector<int> numbers = matNumbers(fuzz::asFile(bytes, "labels.mat"), "labels");
    fuzz::check(numbers.size() <= 1'000'000);
}
