// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoList.h"

#include "engine/core/Csv.h"
#include "engine/core/StoredPaths.h"
#include "engine/core/SubsetWords.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

constexpr qint64 kLargestFile = 256ll << 20; // bytes
constexpr int kMostPhotos = 1'000'000;

} // namespace

Result<PhotoList> readPhotoList(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, tr("%1 can't be opened: %2.").arg(file, source.errorString())};
    const Error tooLarge{ErrorCode::Unsupported, tr("%1 lists far more than a data set of photos.").arg(file)};
    if (source.size() > kLargestFile)
        return tooLarge;
    const QByteArray bytes = source.readAll();
    if (bytes.count('\n') > kMostPhotos)
        return tooLarge;
    QString text = QString::fromUtf8(bytes);
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    QStringList lines = text.split(QLatin1Char('\n'));
    const QStringList header = csv::fields(lines.takeFirst().trimmed().toLower());
    const qsizetype pathColumn = header.indexOf(QStringLiteral("path"));
    const qsizetype labelColumn = header.indexOf(QStringLiteral("label"));
    const qsizetype splitColumn = header.indexOf(QStringLiteral("split"));
    const qsizetype folderColumn = header.indexOf(QStringLiteral("relative_to"));
    const qsizetype bytesColumn = header.indexOf(QStringLiteral("bytes"));
    const qsizetype hashColumn = header.indexOf(QStringLiteral("sha256"));
    if (pathColumn < 0 || labelColumn < 0) {
        return Error{ErrorCode::Unreadable,
                     tr("The first line of %1 should name the columns: path,label or path,label,split.").arg(file)};
    }

    PhotoList list;
    const QDir folder(QFileInfo(file).absolutePath());
    QSet<QString> classNames;
    int number = 1;
    for (const QString &line : std::as_const(lines)) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QStringList fields = csv::fields(line.trimmed());
        const QString path = csv::text(fields.value(pathColumn));
        const QString label = csv::text(fields.value(labelColumn).trimmed());
        const QString relativeTo = csv::text(fields.value(folderColumn));
        const auto reject = [&](const QString &reason) {
            list.problems.append({tr("line %1: %2").arg(number).arg(path), reason});
        };
        if (path.isEmpty() || label.isEmpty()) {
            reject(tr("The line has no path or no label."));
            continue;
        }
        if (leadsToNetwork(path) || leadsToNetwork(relativeTo)) {
            reject(tr("The path leads to another computer. Copy its photos to this one."));
            continue;
        }
        const QDir base(relativeTo.isEmpty() ? folder : QDir(folder.absoluteFilePath(relativeTo)));
        ListedPhoto photo{QDir::cleanPath(base.absoluteFilePath(path)), label, std::nullopt,
                          storedContent(fields.value(bytesColumn), fields.value(hashColumn))};
        if (const QString word = fields.value(splitColumn).trimmed(); splitColumn >= 0 && !word.isEmpty()) {
            photo.subset = subsetOf(word);
            if (!photo.subset) {
                reject(tr("“%1” is no split; it should be train, val or test.").arg(word));
                continue;
            }
        }
        classNames.insert(label);
        list.photos.append(photo);
    }
    list.classNames = QStringList(classNames.begin(), classNames.end());
    list.classNames.sort();
    return list;
}

} // namespace flower
