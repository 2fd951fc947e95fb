// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Csv.h"
#include "engine/core/PhotoList.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace flower;

FLOWER_FUZZ_TARGET(csv)
{
    if (const Result<PhotoList> listing = readPhotoList(fuzz::asFile(bytes, "photos.csv"))) {
        for (const ListedPhoto &photo : listing->photos)
            fuzz::check(!photo.path.startsWith(QLatin1String("//")) && listing->classNames.contains(photo.className));
    }
    // What is written is read again, whatever it is, and no spreadsheet runs it.
    const QString text = QString::fromUtf8(bytes);
    const QString record = csv::field(text) + QLatin1String(",end");
    fuzz::check(csv::endOfRecord(record, 0) == record.size());
    const QStringList fields = csv::fields(record);
    fuzz::check(fields.size() == 2 && csv::text(fields.first()) == text);
    if (const QString cell = fields.first(); !cell.isEmpty() && QStringLiteral("=@\t\r\n").contains(cell.front()))
        fuzz::check(false);
}
