// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Layouts.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("CsvLayout", text);
}

/// The fields of one line; a quoted field may hold commas and doubled quotes (RFC 4180, without line breaks).
QStringList fieldsOf(const QString &line)
{
    QStringList fields(QString{});
    bool quoted = false;
    for (qsizetype position = 0; position < line.size(); ++position) {
        const QChar character = line.at(position);
        if (character == QLatin1Char('"')) {
            if (quoted && position + 1 < line.size() && line.at(position + 1) == QLatin1Char('"')) {
                fields.last() += character;
                ++position;
            } else {
                quoted = !quoted;
            }
        } else if (character == QLatin1Char(',') && !quoted) {
            fields.append(QString());
        } else {
            fields.last() += character;
        }
    }
    return fields;
}

} // namespace

Result<Listing> listCsv(const QString &file)
{
    QFile source(file);
    if (!source.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, tr("%1 can't be opened: %2.").arg(file, source.errorString())};
    QString text = QString::fromUtf8(source.readAll());
    if (text.startsWith(QChar(0xFEFF)))
        text.remove(0, 1);
    QStringList lines = text.split(QLatin1Char('\n'));
    const QStringList header = fieldsOf(lines.takeFirst().trimmed().toLower());
    const qsizetype pathColumn = header.indexOf(QStringLiteral("path"));
    const qsizetype labelColumn = header.indexOf(QStringLiteral("label"));
    const qsizetype splitColumn = header.indexOf(QStringLiteral("split"));
    if (pathColumn < 0 || labelColumn < 0) {
        return Error{ErrorCode::Unreadable,
                     tr("The first line of %1 should name the columns: path,label or path,label,split.").arg(file)};
    }

    Listing listing;
    listing.kind = DatasetKind::Csv;
    const QDir folder(QFileInfo(file).absolutePath());
    int number = 1;
    for (const QString &line : std::as_const(lines)) {
        ++number;
        if (line.trimmed().isEmpty())
            continue;
        const QStringList fields = fieldsOf(line.trimmed());
        const QString path = fields.value(pathColumn);
        const QString label = fields.value(labelColumn).trimmed();
        const auto reject = [&](const QString &reason) {
            listing.problems.append({tr("line %1: %2").arg(number).arg(path), reason});
        };
        if (path.isEmpty() || label.isEmpty()) {
            reject(tr("The line has no path or no label."));
            continue;
        }
        ListedPhoto photo{QDir::cleanPath(folder.absoluteFilePath(path)), label, std::nullopt};
        if (const QString word = fields.value(splitColumn).trimmed(); splitColumn >= 0 && !word.isEmpty()) {
            photo.subset = subsetOf(word);
            if (!photo.subset) {
                reject(tr("“%1” is no split; it should be train, val or test.").arg(word));
                continue;
            }
        }
        if (!listing.classNames.contains(label))
            listing.classNames.append(label);
        listing.photos.append(photo);
    }
    listing.classNames.sort();
    return listing;
}

} // namespace flower
