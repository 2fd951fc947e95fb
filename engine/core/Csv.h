// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace flower::csv {

/// A field as RFC 4180 writes it: quoted where it must be. A text that a spreadsheet would run as a formula (it begins with
/// = + - @, a tab or a carriage return) gets an apostrophe in front; a number such as -12.5 stays one.
QString field(QString text);
/// The fields of one line; a quoted field may hold commas and doubled quotes (RFC 4180, without line breaks).
QStringList fields(const QString &line);

} // namespace flower::csv
