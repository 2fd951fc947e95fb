// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/PhotoTable.h"

#include "engine/core/Csv.h"
#include "engine/core/PhotoFiles.h"
#include "engine/core/SubsetWords.h"
#include "engine/project/EntryNames.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

namespace flower {

namespace {

constexpr qsizetype kMostPhotos = 1'000'000; // as a list of photos

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// Goes through the records of a CSV. The visitor gets the fields as they are in the file; false ends it.
bool eachRecord(const QString &text, const std::function<bool(const QStringList &fields)> &visit)
{
    qsizetype position = text.startsWith(QChar(0xFEFF)) ? 1 : 0;
    while (position < text.size()) {
        const qsizetype end = csv::endOfRecord(text, position);
        const QString record = text.sliced(position, end - position).trimmed();
        position = end + 1;
        if (!record.isEmpty() && !visit(csv::fields(record)))
            return false;
    }
    return true;
}

QString oneLine(QString text)
{
    return text.replace(QLatin1Char('\n'), QLatin1Char(' ')).replace(QLatin1Char('\r'), QLatin1Char(' '));
}

} // namespace

QByteArray photoTable(const QList<PhotoRow> &rows)
{
    QByteArray text("path,label,split,bytes,sha256\n");
    for (const PhotoRow &row : rows) {
        text += csv::field(row.place).toUtf8() + ',' + csv::field(oneLine(row.label)).toUtf8() + ',' + row.split.toUtf8() + ','
            + (row.bytes < 0 ? QByteArray() : QByteArray::number(row.bytes)) + ',' + row.sha256.toLatin1() + '\n';
    }
    return text;
}

Result<QList<PhotoRow>> readPhotoTable(const QByteArray &bytes)
{
    const Error damaged{ErrorCode::Unreadable, tr("its list of photos (photos/photos.csv) is damaged")};
    if (bytes.count('\n') > kMostPhotos + 1)
        return Error{ErrorCode::Unreadable, tr("its list of photos is far longer than that of a data set")};
    QStringList header;
    QList<PhotoRow> rows;
    QSet<QString> taken;
    const bool isSound = eachRecord(QString::fromUtf8(bytes), [&](const QStringList &fields) {
        if (header.isEmpty()) {
            header = fields;
            return header.contains(QStringLiteral("path")) && header.contains(QStringLiteral("label"));
        }
        const auto text = [&](const char *column) { return csv::text(fields.value(header.indexOf(QLatin1String(column)))); };
        PhotoRow row{text("path"), text("label"), text("split"), -1, text("sha256").toLower()};
        bool isNumber = false;
        if (const qint64 size = text("bytes").toLongLong(&isNumber); isNumber)
            row.bytes = size;
        const QString folded = entry::folded(row.place);
        static const QRegularExpression kHash(QStringLiteral("^([0-9a-f]{64})?\\z"));
        if ((!row.split.isEmpty() && !subsetOf(row.split)) || !kHash.match(row.sha256).hasMatch())
            return false;
        if (!entry::isSafe(entry::kPhotos + row.place) || !hasPhotoEnding(row.place) || row.label.isEmpty() || taken.contains(folded))
            return false;
        taken.insert(folded);
        rows.append(row);
        return true;
    });
    if (!isSound || header.isEmpty())
        return damaged;
    return rows;
}

QByteArray withPaths(const QByteArray &bytes, const QString &folder, const std::function<QString(const QString &, const QString &)> &newPath)
{
    qsizetype path = -1;
    qsizetype label = -1;
    qsizetype relativeTo = -1;
    QByteArray text;
    const bool isSound = eachRecord(QString::fromUtf8(bytes), [&](QStringList fields) {
        if (path < 0) {
            const QStringList names = fields.join(QLatin1Char('\n')).toLower().split(QLatin1Char('\n'));
            if (names.count(QStringLiteral("path")) != 1 || names.count(QStringLiteral("relative_to")) > 1)
                return false; // readers would differ in which one they take
            path = fields.indexOf(QStringLiteral("path"));
            label = fields.indexOf(QStringLiteral("label"));
            relativeTo = fields.indexOf(QStringLiteral("relative_to"));
            if (relativeTo < 0 && !folder.isEmpty()) { // an earlier version's
                relativeTo = fields.size();
                fields.append(QStringLiteral("relative_to"));
            }
            text += fields.join(QLatin1Char(',')).toUtf8() + '\n';
            return path >= 0;
        }
        const QString place = newPath(csv::text(fields.value(path)), csv::text(fields.value(label)));
        if (place.isEmpty() || path >= fields.size())
            return false;
        while (fields.size() <= relativeTo)
            fields.append(QString());
        for (qsizetype index = 0; index < fields.size(); ++index)
            fields[index] = csv::field(index == path ? place : index == relativeTo ? folder : oneLine(csv::text(fields.at(index))));
        text += fields.join(QLatin1Char(',')).toUtf8() + '\n';
        return true;
    });
    return isSound ? text : QByteArray();
}

} // namespace flower
