// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace flower::csv {

/// A field as RFC 4180 writes it: quoted where it must be. A text that a spreadsheet would run as a formula (it begins with
/// = + - @, a tab or a line's end) gets an apostrophe in front; a number such as -12.5 stays one. A semicolon or a tab, which
/// some spreadsheets take for the end of a cell, is quoted, too.
QString field(QString text);
/// A cell of a table that is copied with tabs between its cells: guarded against formulas as field() does, on one line.
QString pastedCell(QString text);
/// What field() was given, from a field of a file that it wrote.
QString text(const QString &field);
/// Where the record ends that begins at `from`: the place of a line's end that no quotes surround, or the text's size.
qsizetype endOfRecord(QStringView text, qsizetype from);
/// The fields of one record; a quoted field may hold commas, line ends and doubled quotes (RFC 4180). What comes
/// after 10,000 fields is left out.
QStringList fields(const QString &record);

} // namespace flower::csv
