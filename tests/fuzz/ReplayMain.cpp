// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTarget.h"
#include "tests/fuzz/Mutation.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <cstring>

// tests_fuzz TARGET [MUTATIONS]: gives the target every file of its corpus and a fixed series of mutations of them. Needs no
// fuzzer and always does the same; where the target ends the process, the last line says by which input.

namespace {

constexpr int kMutations = 3000;
constexpr qint64 kLongest = 40'000; // milliseconds; slower machines try fewer mutations

char where[256] = "nothing yet";

extern "C" void reportCrash(int signal)
{
    std::fprintf(stderr, "Ended by signal %d at %s\n", signal, where); // all is lost anyway
    std::_Exit(1);
}

QList<QByteArray> corpusOf(const char *target)
{
    QList<QByteArray> inputs;
    const QDir folder(QStringLiteral(FLOWER_FUZZ_CORPUS "/") + QString::fromLatin1(target));
    for (const QString &name : folder.entryList(QDir::Files, QDir::Name)) {
        QFile file(folder.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            inputs.append(file.readAll());
    }
    return inputs;
}

bool replay(const flower::fuzz::Target &target, int mutations)
{
    const QList<QByteArray> corpus = corpusOf(target.name);
    if (corpus.isEmpty()) {
        std::fprintf(stderr, "%s has no corpus.\n", target.name);
        return false;
    }
    for (qsizetype index = 0; index < corpus.size(); ++index) {
        std::snprintf(where, sizeof where, "%s, file %d of its corpus by name", target.name, static_cast<int>(index));
        target.run(corpus.at(index));
    }
    std::mt19937_64 random(std::strlen(target.name) * 7919 + static_cast<unsigned char>(target.name[0]));
    QElapsedTimer timer;
    timer.start();
    int tried = 0;
    for (; tried < mutations && timer.elapsed() < kLongest; ++tried) {
        std::snprintf(where, sizeof where, "%s, mutation %d", target.name, tried);
        target.run(flower::fuzz::mutated(corpus.at(tried % corpus.size()), corpus, random));
    }
    std::printf("%s: %d files and %d mutations of them.\n", target.name, static_cast<int>(corpus.size()), tried);
    return true;
}

} // namespace

int main(int argc, char **argv)
{
    for (const int signal : {SIGSEGV, SIGABRT, SIGFPE, SIGILL})
        std::signal(signal, reportCrash);
    const int mutations = argc > 2 ? std::atoi(argv[2]) : kMutations;
    bool done = false;
    for (const flower::fuzz::Target &target : flower::fuzz::targets()) {
        if (argc > 1 && std::strcmp(argv[1], target.name) != 0)
            continue;
        if (!replay(target, mutations))
            return 1;
        done = true;
    }
    return done ? 0 : 1;
}
