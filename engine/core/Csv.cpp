// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Csv.h"

namespace flower::csv {

QString field(QString text)
{
    if (!text.isEmpty() && QStringLiteral("=+-@\t\r").contains(text.front()))
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
