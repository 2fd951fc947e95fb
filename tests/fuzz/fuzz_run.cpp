// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RunFolder.h"
#include "engine/store/SplitFile.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace flower;

/// A run's files, one behind the other: run.json, epochs.csv, predictions-val.csv and split.csv, a line of dashes between them.
FLOWER_FUZZ_TARGET(run)
{
    QByteArrayView rest = bytes;
    for (const char *name : {"run.json", "epochs.csv", "predictions-val.csv", "split.csv"}) {
        const qsizetype end = rest.indexOf("\n----\n");
        fuzz::asFile(end < 0 ? rest : rest.first(end), name);
        rest = end < 0 ? QByteArrayView() : rest.sliced(end + 6);
    }
    const RunFolder folder(fuzz::folder());
    const QStringList names{QStringLiteral("daisy"), QStringLiteral("rose")};
    if (const Result<RunDetails> details = folder.read())
        fuzz::check(!details->record.id.isNull() && details->calibration.temperature > 0);
    if (const Result<QList<PhotoResult>> results = folder.readPredictions(Subset::Validation, names, QStringLiteral("/photos"))) {
        for (const PhotoResult &photo : *results) {
            fuzz::check(!photo.path.startsWith(QLatin1String("//")));
            fuzz::check(photo.label >= 0 && photo.label < names.size() && photo.topClasses.size() == photo.topProbabilities.size());
            for (const int label : photo.topClasses)
                fuzz::check(label >= 0 && label < names.size());
        }
    }
    if (const Result<RunSplit> split = readSplit(fuzz::folder(), names)) {
        fuzz::check(split->samples.size() == split->contents.size());
        for (const Sample &sample : split->samples)
            fuzz::check(!sample.path.startsWith(QLatin1String("//")) && sample.label >= 0 && sample.label < names.size());
        for (const PhotoContent &content : split->contents)
            fuzz::check(content.bytes >= -1 && (content.sha256.isEmpty() || content.sha256.size() == 32));
    }
}
