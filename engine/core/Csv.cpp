// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Csv.h"

#include <QRegularExpression>

#include <algorithm>

namespace flower::csv {

namespace {

constexpr qsizetype kMostFields = 10'000; // a CSV of answers has three for each kind of flower that is shown

/// Whether a spreadsheet would take the text as a formula. A number with its sign is none: "-12.5", but not "-12.5+A1".
bool isFormula(QStringView text)
{
    static const QRegularExpression kNumber(QStringLiteral("^[+-][0-9]+([.][0-9]+)?([eE][+-]?[0-9]+)?\\z"));
    if (text.isEmpty() || !QStringLiteral("=+-@\t\r\n").contains(text.front()))
        return false;
    return !kNumber.match(text.toString()).hasMatch();
}

/// Whether the text is a formula behind any number of apostrophes. One more is put before such texts, so that those that came
/// with one of their own are told apart when they are read again.
bool needsApostrophe(QStringView text)
{
    while (text.startsWith(QLatin1Char('\'')))
        text = text.sliced(1);
    return isFormula(text);
}

} // namespace

QString pastedCell(QString text)
{
    if (needsApostrophe(text))
        text.prepend(QLatin1Char('\''));
    for (QChar &character : text) {
        if (character == QLatin1Char('\t') || character == QLatin1Char('\n') || character == QLatin1Char('\r'))
            character = QLatin1Char(' ');
    }
    return text;
}

QString field(QString text)
{
    if (needsApostrophe(text))
        text.prepend(QLatin1Char('\''));
    const bool needsQuotes = std::any_of(text.begin(), text.end(), [](QChar c) { return QStringLiteral(",\"\n\r;\t").contains(c); });
    if (!needsQuotes)
        return text;
    text.replace(QLatin1Char('"'), QLatin1String("\"\""));
    return QLatin1Char('"') + text + QLatin1Char('"');
}

QString text(const QString &field)
{
    return field.startsWith(QLatin1Char('\'')) && needsApostrophe(QStringView(field).sliced(1)) ? field.sliced(1) : field;
}

qsizetype endOfRecord(QStringView text, qsizetype from)
{
    bool quoted = false;
    for (qsizetype position = from; position < text.size(); ++position) {
        const QChar character = text.at(position);
        if (character == QLatin1Char('"'))
            quoted = !quoted;
        else if (character == QLatin1Char('\n') && !quoted)
            return position;
    }
    return text.size();
}

QStringList fields(const QString &record)
{
    QStringList fields(QString{});
    bool quoted = false;
    for (qsizetype position = 0; position < record.size(); ++position) {
        const QChar character = record.at(position);
        if (character == QLatin1Char('"')) {
            if (quoted && position + 1 < record.size() && record.at(position + 1) == QLatin1Char('"')) {
                fields.last() += character;
                ++position;
            } else {
                quoted = !quoted;
            }
        } else if (character == QLatin1Char(',') && !quoted) {
            if (fields.size() == kMostFields)
                return fields;
            fields.append(QString());
        } else {
            fields.last() += character;
        }
    }
    return fields;
}

} // namespace flower::csv
