// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <random>

namespace flower::fuzz {

/// `input` with one to four changes as a fuzzer makes them: bits, bytes and numbers overwritten, ranges removed, doubled or
/// taken from one of `others`, the end cut off. The same for the same state of `random`.
QByteArray mutated(const QByteArray &input, const QList<QByteArray> &others, std::mt19937_64 &random);

} // namespace flower::fuzz
