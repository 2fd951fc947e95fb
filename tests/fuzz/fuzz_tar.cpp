// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/TarUnpacker.h"
#include "tests/fuzz/FuzzTarget.h"

#include <QDir>
#include <QDirIterator>

using namespace flower;

FLOWER_FUZZ_TARGET(tar)
{
    constexpr ArchiveLimits kLimits{1 << 20, 20};
    const QDir outside(fuzz::folder() + QStringLiteral("/outside"));
    QDir inside(outside.filePath(QStringLiteral("inside")));
    inside.mkpath(QStringLiteral("."));
    RunControl control;
    static_cast<void>(TarUnpacker(fuzz::asFile(bytes, "photos.tgz"), kLimits).unpackInto(inside.path(), control, [](qint64, qint64) {}));
    fuzz::check(outside.entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).size() == 1);
    qint64 unpacked = 0;
    QDirIterator walk(inside.path(), QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot, QDirIterator::Subdirectories);
    while (walk.hasNext()) {
        walk.next();
        fuzz::check(!walk.fileInfo().isSymLink());
        unpacked += walk.fileInfo().isFile() ? walk.fileInfo().size() : 0;
    }
    fuzz::check(unpacked <= kLimits.bytes);
    inside.removeRecursively();
}
