// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QByteArray>
#include <QHash>
#include <QString>
#include <QStringList>

// Internal to flower_store.

namespace flower {

/// A whole file of a run, of at most `largest` bytes. Errors: NotFound, Unreadable (too large, or a pipe or a device).
Result<QByteArray> readRunFile(const QString &path, qint64 largest);

/// A text file of comma-separated records under a header, as this program writes them; gone through once, columns found by
/// name. At most 256 MB and a million lines.
class CsvTable
{
public:
    static Result<CsvTable> read(const QString &path);

    /// Goes on to the next record that isn't empty. False at the end.
    bool next();
    /// Of the current record; empty where there is no such column.
    [[nodiscard]] QString text(const char *column) const;
    [[nodiscard]] double number(const char *column) const { return text(column).toDouble(); }

private:
    QString m_text;
    qsizetype m_position = 0;
    QStringList m_fields;
    QHash<QString, int> m_columns;
};

} // namespace flower
