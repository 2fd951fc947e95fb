// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/SplitFile.h"

#include "engine/core/Csv.h"
#include "engine/core/StoredFile.h"
#include "engine/core/StoredPaths.h"
#include "engine/core/SubsetWords.h"
#include "engine/store/CsvTable.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QHash>

#include <optional>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString splitPath(const QString &runFolder)
{
    return QDir(runFolder).filePath(QStringLiteral("split.csv"));
}

} // namespace

Result<void> writeSplit(const QString &runFolder, const Dataset &dataset, const QList<PhotoContent> &contents)
{
    const bool hasRoot = dataset.kind != DatasetKind::Samples && !dataset.rootPath.isEmpty(); // those that were drawn lie in the cache
    const QString folder = hasRoot ? datasetFolder(dataset.rootPath) : QString();
    const QByteArray relativeTo = csv::field(storedDatasetPath(runFolder, folder)).toUtf8();
    QByteArray text("path,label,split,relative_to,bytes,sha256\n");
    for (qsizetype number = 0; number < dataset.samples.size(); ++number) {
        const Sample &sample = dataset.samples.at(number);
        const QString path = storedPath(folder, sample.path);
        const PhotoContent content = contents.value(number);
        text += csv::field(path).toUtf8() + ',' + csv::field(dataset.classNames.value(sample.label)).toUtf8() + ','
            + subsetKey(sample.subset).toLatin1() + ',' + relativeTo + ','
            + (content.bytes < 0 ? QByteArray() : QByteArray::number(content.bytes)) + ',' + content.sha256.toHex() + '\n';
    }
    return writeFile(splitPath(runFolder), text);
}

Result<RunSplit> readSplit(const QString &runFolder, const QStringList &classNames)
{
    const QString path = QDir::toNativeSeparators(splitPath(runFolder));
    Result<CsvTable> table = CsvTable::read(splitPath(runFolder));
    if (!table) {
        return Error{ErrorCode::Unsupported,
                     tr("This run can't go on: %1, which says what it learns from, can't be opened. Start a new run.").arg(path)};
    }
    QHash<QString, int> labels;
    for (int index = 0; index < classNames.size(); ++index)
        labels.insert(classNames.at(index), index);
    RunSplit split;
    while (table->next()) {
        const QString photo = table->text("path");
        const int label = labels.value(table->text("label"), -1);
        const std::optional<Subset> subset = subsetOf(table->text("split"));
        if (photo.isEmpty() || label < 0 || !subset)
            return Error{ErrorCode::Unreadable, tr("%1 is damaged, so this run can't go on. Start a new run.").arg(path)};
        const QString folder = pathFromStored(runFolder, table->text("relative_to"));
        split.samples.append({pathFromStored(folder, photo), label, *subset});
        split.contents.append(storedContent(table->text("bytes"), table->text("sha256")));
    }
    return split;
}

bool hasSplit(const QString &runFolder)
{
    return QFile::exists(splitPath(runFolder));
}

} // namespace flower
