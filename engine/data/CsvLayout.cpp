// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Layouts.h"

#include "engine/core/Csv.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
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
    const QStringList header = csv::fields(lines.takeFirst().trimmed().toLower());
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
        const QStringList fields = csv::fields(line.trimmed());
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
