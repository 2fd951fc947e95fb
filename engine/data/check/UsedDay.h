// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>

namespace flower {

/// The day (Julian) on which something that is kept was needed last; what wasn't for longest goes first.
class UsedDay
{
public:
    UsedDay() = default;
    explicit UsedDay(qint32 day) : m_day(day) {}
    static UsedDay today() { return UsedDay(static_cast<qint32>(QDate::currentDate().toJulianDay())); }

    [[nodiscard]] qint32 day() const { return m_day; }
    /// Makes it `today`, where that is worth writing the whole file: after a week, or where the clock was set back. Whether it did.
    bool renew(UsedDay today)
    {
        constexpr int kDays = 7;
        const bool isDue = today.m_day - m_day >= kDays || m_day > today.m_day;
        if (isDue)
            *this = today;
        return isDue;
    }
    /// The one that was needed last comes first.
    static constexpr auto latestFirst = [](const auto &a, const auto &b) { return a.lastUsed.m_day > b.lastUsed.m_day; };

private:
    qint32 m_day = 0;
};

} // namespace flower
