// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// How the window writes numbers, by the locale.

namespace flower::format {

/// 0.9321 → "93.2 %"; a negative fraction (unknown) → "–".
QString percent(double fraction);
/// 75 → "1 min 15 s"; 4000 → "1 h 7 min"; negative (unknown) → "–".
QString duration(double seconds);
/// A width multiplier: 1 → "1.0", 0.35 → "0.35".
QString width(double width);
/// A learning rate, to two digits: 0.00123 → "0.0012".
QString rate(double rate);
/// 3504872 → "3,504,872".
QString count(qint64 number);
/// 14200000 → "14.2 MB".
QString bytes(qint64 bytes);

} // namespace flower::format
