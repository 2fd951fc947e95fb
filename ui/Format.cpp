// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Format.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace flower::format {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower::format", text);
}

} // namespace

QString percent(double fraction)
{
    if (fraction < 0)
        return QStringLiteral("–");
    return tr("%1 %").arg(QLocale().toString(fraction * 100, 'f', 1));
}

QString duration(double seconds)
{
    if (seconds < 0)
        return QStringLiteral("–");
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60)
        return tr("%1 s").arg(whole);
    if (whole < 3600)
        return whole < 600 ? tr("%1 min %2 s").arg(whole / 60).arg(whole % 60) : tr("%1 min").arg(whole / 60);
    return tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString width(double width)
{
    const double tenths = width * 10;
    return QLocale().toString(width, 'f', std::abs(tenths - std::round(tenths)) < 1e-9 ? 1 : 2);
}

QString rate(double rate)
{
    if (rate <= 0)
        return QStringLiteral("–");
    const int decimals = std::clamp(1 - static_cast<int>(std::floor(std::log10(rate) + 1e-9)), 1, 12);
    QString text = QLocale().toString(rate, 'f', decimals);
    while (text.endsWith(QLocale().zeroDigit()))
        text.chop(1);
    if (text.endsWith(QLocale().decimalPoint()))
        text.chop(1);
    return text;
}

QString count(qint64 number)
{
    return QLocale().toString(number);
}

QString bytes(qint64 bytes)
{
    return QLocale().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat);
}

} // namespace flower::format
