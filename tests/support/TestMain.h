// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <memory>

namespace flower::testing {

/// Puts a test class on the list that the module's main() runs. Always true, so that it can start a static.
bool registerTest(const char *name, std::function<std::unique_ptr<QObject>()> make);

} // namespace flower::testing

/// Registers the test class `Class`; the executable runs it when it is called without arguments or with its name first.
#define FLOWER_TEST(Class)                                                                                             \
    static const bool Class##Registered = flower::testing::registerTest(#Class, [] { return std::make_unique<Class>(); });
