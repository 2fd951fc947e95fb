// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <functional>

class QIODevice;

namespace flower {

/// Writes a whole file beside its place and renames it, so that nobody ever finds half of it. Unwritable.
Result<void> writeFile(const QString &path, const QByteArray &bytes);
/// The same for what is too much to be in memory at once: `write` gives it to the file piece by piece, and says whether all went in.
Result<void> writeFile(const QString &path, const std::function<bool(QIODevice &file)> &write);

/// Takes away what a kill left half written beside the files of such names (QSaveFile's "NAME.aBcDeF"; the few whose letters are all
/// large or all small stay). `names` may hold wildcards. For folders of the program's own; not while somebody writes there.
void removeHalfWritten(const QString &folder, const QStringList &names);

/// What readJsonFile() expects; both sentences have the path as %1.
struct JsonFormat {
    int version = 1;      ///< the newest that is known
    QString damaged;      ///< said where it is none of these files
    QString tooNew;       ///< said where a newer version wrote it
};

/// The root of a JSON file that has a "version". Errors: NotFound; Unreadable (it can't be opened, is over 64 MB, or no JSON with a
/// version); Unsupported (newer).
Result<QJsonObject> readJsonFile(const QString &path, const JsonFormat &format);

/// Renames a damaged file, so that it can be looked at and another one written; returns its new path. Unwritable.
Result<QString> setAside(const QString &path);

/// SHA-256 of a file's bytes in hex; empty where it can't be read. Takes about 50 ms for a model of 14 MB.
QString fileHash(const QString &path);

} // namespace flower
