// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Csv.h"

#include <QRegularExpression>

namespace flower::csv {

namespace {

/// Whether a spreadsheet would take the text as a formula. A number with its sign is none: "-12.5", but not "-12.5+A1".
bool isFormula(const QString &text)
{
    static const QRegularExpression kNumber(QStringLiteral("^[+-][0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?\\z"));
    if (text.isEmpty() || !QStringLiteral("=+-@\t\r").contains(text.front()))
        return false;
    return !kNumber.match(text).hasMatch();
}

} // namespace

QString field(QString text)
{
    if (isFormula(text))
        text.prepend(QLatin1Char('\''));
    if (!text.contains(QLatin1Char(',')) && !text.contains(QLatin1Char('"')) && !text.contains(QLatin1Char('\n'))
        && !text.contains(QLatin1Char('\r')))
        return text;
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QStringList fields(const QString &line)
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

} // namespace flower::csv
