// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace flower::testing {

/// How many times slower this build is, at most: what tests' bounds of time are multiplied by.
#if defined(__SANITIZE_THREAD__)
inline constexpr double kSlowdown = 15; // its documentation: 5 to 15
#elif defined(__SANITIZE_ADDRESS__)
inline constexpr double kSlowdown = 5; // about
#else
inline constexpr double kSlowdown = 1;
#endif
inline constexpr bool kIsSanitized = kSlowdown > 1;

} // namespace flower::testing
