// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/ZipEntries.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace flower;

FLOWER_FUZZ_TARGET(zip)
{
    const QByteArray archive = bytes.toByteArray();
    const Result<QMap<QByteArray, QByteArray>> entries = readZipEntries(QStringLiteral("file"), archive);
    if (!entries)
        return;
    qint64 unpacked = 0;
    for (auto entry = entries->begin(); entry != entries->end(); ++entry) {
        fuzz::check(!entry.key().isEmpty() && !entry.key().startsWith('/') && !entry.key().split('/').contains(".."));
        unpacked += entry->size();
    }
    fuzz::check(unpacked <= archive.size());
}
