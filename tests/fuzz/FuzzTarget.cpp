// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTarget.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <cstdlib>

namespace flower::fuzz {

namespace {

std::vector<Target> &registered()
{
    static std::vector<Target> all;
    return all;
}

} // namespace

bool registerTarget(const char *name, void (*run)(QByteArrayView bytes))
{
    registered().push_back({name, run});
    return true;
}

const std::vector<Target> &targets()
{
    return registered();
}

QString folder()
{
    // In memory where there is such a place: tens of thousands of files are written.
    static const QString kMemory = QStringLiteral("/dev/shm");
    static const bool kInMemory = qEnvironmentVariableIsEmpty("TMPDIR") && QFileInfo(kMemory).isWritable();
    static const QTemporaryDir kFolder((kInMemory ? kMemory : QDir::tempPath()) + QStringLiteral("/flower-fuzz-XXXXXX"));
    check(kFolder.isValid());
    return kFolder.path();
}

QString asFile(QByteArrayView bytes, const char *name)
{
    const QString path = folder() + QLatin1Char('/') + QString::fromLatin1(name);
    QFile file(path);
    check(file.open(QIODevice::WriteOnly) && file.write(bytes.data(), bytes.size()) == bytes.size());
    return path;
}

void check(bool promise)
{
    if (!promise)
        std::abort();
}

} // namespace flower::fuzz
