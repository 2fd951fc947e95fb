// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/CardText.h"

#include <QCoreApplication>

#include <cmath>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

QLocale cardLocale()
{
    return QLocale(QCoreApplication::translate("flower", "en", "the code of the language that you translate into"));
}

QString cardPercent(double fraction)
{
    // No line ends between a number and its unit.
    return fraction < 0 ? QStringLiteral("–")
                        : tr("%1 %").replace(QLatin1Char(' '), QChar(QChar::Nbsp)).arg(cardNumber(fraction * 100, 1));
}

QString cardNumber(double value, int decimals)
{
    return cardLocale().toString(value, 'f', decimals);
}

QString cardCount(qint64 count)
{
    return cardLocale().toString(count);
}

QString cardDuration(double seconds)
{
    const auto whole = static_cast<qint64>(std::llround(seconds));
    if (whole < 60)
        return tr("%1 s").arg(whole);
    if (whole < 3600)
        return tr("%1 min %2 s").arg(whole / 60).arg(whole % 60);
    return tr("%1 h %2 min").arg(whole / 3600).arg(whole % 3600 / 60);
}

QString cardEstimate(double fraction, const std::optional<Interval> &interval)
{
    if (!interval || fraction < 0)
        return cardPercent(fraction);
    return tr("%1 (95 % interval %2 to %3)").arg(cardPercent(fraction), cardPercent(interval->low), cardPercent(interval->high));
}

QString subsetTitle(const std::optional<Subset> &subset)
{
    if (!subset)
        return tr("All photos of the folder or list");
    switch (*subset) {
    case Subset::Train:
        return tr("Training photos");
    case Subset::Validation:
        return tr("Validation photos");
    case Subset::Test:
        return tr("Test photos");
    }
    Q_UNREACHABLE();
}

QString earlierTestsSentence(int runs)
{
    if (runs == 0)
        return tr("As far as is known here, these test photos have been measured in no run before this one.");
    if (runs == 1) {
        return tr("These test photos have been measured in one run before this one. Choosing among runs by their test number makes it "
                  "too good.");
    }
    return tr("These test photos have been measured in %1 runs before this one. Choosing among runs by their test number makes it too good.")
        .arg(cardCount(runs));
}

} // namespace flower
