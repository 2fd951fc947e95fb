// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/TestMain.h"

#include <QStandardPaths>
#include <QStringList>
#include <QTest>

#include <cstdio>
#include <map>
#include <string>
#include <utility>

#ifdef FLOWER_TEST_GUI
#include <QApplication>
using Application = QApplication;
#else
#include <QCoreApplication>
using Application = QCoreApplication;
#endif

namespace flower::testing {

namespace {

using Tests = std::map<std::string, std::function<std::unique_ptr<QObject>()>>;

Tests &tests()
{
    static Tests registered;
    return registered;
}

} // namespace

bool registerTest(const char *name, std::function<std::unique_ptr<QObject>()> make)
{
    tests().emplace(name, std::move(make));
    return true;
}

} // namespace flower::testing

int main(int argc, char **argv)
{
    const Application application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("FlowerTrainerTests"));
    QCoreApplication::setApplicationName(QStringLiteral("flower-trainer-tests"));
    QStandardPaths::setTestModeEnabled(true);

    QStringList arguments = QCoreApplication::arguments();
    std::string wanted;
    if (arguments.size() > 1 && !arguments.at(1).startsWith(QLatin1Char('-')))
        wanted = arguments.takeAt(1).toStdString();

    int failures = 0;
    int run = 0;
    for (const auto &[name, make] : flower::testing::tests()) {
        if (!wanted.empty() && wanted != name)
            continue;
        const std::unique_ptr<QObject> test = make();
        failures += QTest::qExec(test.get(), arguments);
        ++run;
    }
    if (run == 0)
        std::fprintf(stderr, "There is no test class %s here.\n", wanted.c_str());
    return run == 0 || failures != 0 ? 1 : 0;
}
