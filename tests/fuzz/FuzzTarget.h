// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <vector>

namespace flower::fuzz {

/// A reader that any bytes may be given to. It answers with values or an error; whatever else it does is a finding.
struct Target {
    const char *name;
    void (*run)(QByteArrayView bytes);
};

/// Puts a target on the list. Always true, so that it can start a static.
bool registerTarget(const char *name, void (*run)(QByteArrayView bytes));
const std::vector<Target> &targets();

/// Writes the bytes to a file of that name in a folder of this process, for readers that take a path. The folder is emptied at
/// the end.
QString asFile(QByteArrayView bytes, const char *name);
/// That folder.
QString folder();

/// Ends the process where a reader's answer breaks its promise: to the fuzzer that is a crash.
void check(bool promise);

} // namespace flower::fuzz

/// FLOWER_FUZZ_TARGET(pickle) { … uses `bytes` … }: the target's body.
#define FLOWER_FUZZ_TARGET(name)                                                                                       \
    static void name##Target(QByteArrayView bytes);                                                                    \
    static const bool name##Registered = flower::fuzz::registerTarget(#name, name##Target);                            \
    static void name##Target([[maybe_unused]] QByteArrayView bytes)
