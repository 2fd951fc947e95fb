// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/FuzzTarget.h"

#include <QFile>
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
    static const QTemporaryDir kFolder; // in TMPDIR; run.sh puts that into memory
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
