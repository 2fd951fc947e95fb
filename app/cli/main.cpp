// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"
#include "app/common/Allocator.h"
#include "app/common/OpenMpWaiting.h"

#include <QCoreApplication>

#include <atomic>
#include <chrono>
#include <csignal>
#include <thread>

namespace {

std::atomic<bool> interrupted{false};
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler may only touch lock-free atomics");

const char kHelp[] = R"(Teach MobileNet-V2 to tell flowers apart.

  flower-trainer-cli train    --resume RUN_FOLDER [--photos FOLDER] [--json]
  flower-trainer-cli train    --data DIR_OR_CSV|samples --out RUN_FOLDER [--weights FILE] [--width W]
                              [--preset recommended|as-taught|scratch] [--config FILE] [--image-size PIXELS]
                              [--epochs-head N] [--epochs-finetune N] [--class-balance none|weights|sampling] [--review FILE]
                              [--seed N] [--device D] [--threads N] [--json]
  flower-trainer-cli find-rate --data DIR_OR_CSV|samples --phase head|finetune [--weights FILE] [--width W]
                              [--preset NAME] [--config FILE] [--image-size PIXELS] [--epochs-head N] [--epochs-finetune N]
                              [--class-balance NAME] [--review FILE] [--seed N] [--device D] [--threads N] [--json]
  flower-trainer-cli check    --data DIR_OR_CSV|samples [--review FILE] [--weights FILE] [--seed N]
                              [--threads N] [--json]
  flower-trainer-cli find-photos --run RUN_FOLDER | --data CSV --in FOLDER [--by-name] [--dry-run] [--json]
  flower-trainer-cli evaluate --model FILE --data DIR_OR_CSV|samples [--subset train|val|test|all] [--seed N]
                              [--threads N] [--unknown DIR] [--per-photo FILE] [--card FOLDER] [--json]
  flower-trainer-cli predict  --model FILE [--top K] [--csv FILE] [--json] PATH…
  flower-trainer-cli info     --model FILE | --weights FILE [--json]
  flower-trainer-cli pack     --data DIR_OR_CSV|samples [--run RUN_FOLDER]… [--no-photos] [--review FILE] [--seed N] --out FILE.zip [--json]
  flower-trainer-cli unpack   FILE.zip --to FOLDER [--runs FOLDER] [--json]
  flower-trainer-cli bench    decode|extract|finetune|phase1|latency|classify|run|run-as-taught --data DIR_OR_CSV
                              [--weights FILE] [--images N] [--threads N] [--seed N] [--json]
  flower-trainer-cli help | --version

Ctrl-C stops after the current batch and keeps the best model so far.
Exit codes: 0 done, 1 failed, 2 wrong usage, 3 check found something or find-photos didn't find all, 130 interrupted.)";

int dispatch(const QStringList &arguments, flower::RunControl &control)
{
    const QString command = arguments.value(1);
    const QStringList rest = arguments.mid(2);
    if (command == QLatin1String("help") || command == QLatin1String("--help") || command == QLatin1String("-h")
        || rest.contains(QStringLiteral("--help"))) {
        flower::printLine(QString::fromUtf8(kHelp));
        return flower::Done;
    }
    if (command == QLatin1String("--version")) {
        flower::printLine(QStringLiteral("flower-trainer-cli " FLOWER_VERSION));
        return flower::Done;
    }
    if (command == QLatin1String("train"))
        return flower::trainCommand(rest, control);
    if (command == QLatin1String("find-rate"))
        return flower::findRateCommand(rest, control);
    if (command == QLatin1String("evaluate"))
        return flower::evaluateCommand(rest, control);
    if (command == QLatin1String("predict"))
        return flower::predictCommand(rest, control);
    if (command == QLatin1String("bench"))
        return flower::benchCommand(rest, control);
    if (command == QLatin1String("check"))
        return flower::checkCommand(rest, control);
    if (command == QLatin1String("pack"))
        return flower::packCommand(rest, control);
    if (command == QLatin1String("unpack"))
        return flower::unpackCommand(rest, control);
    if (command == QLatin1String("find-photos"))
        return flower::findPhotosCommand(rest, control);
    if (command == QLatin1String("info"))
        return flower::infoCommand(rest);
    return flower::printUsageError(command.isEmpty()
                                       ? QCoreApplication::translate("CommandLine", "No command was given.")
                                       : QCoreApplication::translate("CommandLine", "There is no command “%1”.").arg(command));
}

} // namespace

int main(int argc, char **argv)
{
    flower::waitBriefly(argv);
    flower::keepFreedMemory();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(QStringLiteral("flower-trainer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FLOWER_VERSION));

    flower::RunControl control;
    std::signal(SIGINT, [](int) { interrupted = true; });
    // A signal handler may not take RunControl's lock: this thread does it for it.
    const std::jthread watcher([&control](const std::stop_token &stop) {
        while (!stop.stop_requested()) {
            if (interrupted)
                control.requestStop();
            std::this_thread::sleep_for(std::chrono::milliseconds(30));
        }
    });
    return dispatch(QCoreApplication::arguments(), control);
}
