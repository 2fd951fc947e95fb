// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace flower::csv {

/// A field as RFC 4180 writes it: quoted where it must be. A text that a spreadsheet would run as a formula gets an
/// apostrophe in front.
QString field(QString text);
/// The fields of one line; a quoted field may hold commas and doubled quotes (RFC 4180, without line breaks).
QStringList fields(const QString &line);

} // namespace flower::csv
