// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <utility>
#include <vector>

namespace flower {

/// SplitMix64 (Steele, Lea and Flood 2014): the same numbers on every system, unlike the standard's distributions.
class SeededRandom
{
public:
    explicit SeededRandom(quint64 seed) : m_state(seed) {}
    /// A stream of its own for each (seed, stream, index).
    SeededRandom(quint64 seed, quint64 stream, quint64 index) : m_state(seed)
    {
        m_state = next() ^ (stream * 0xD1B54A32D192ED03ull);
        m_state = next() ^ (index * 0x8CB92BA72F3D8DD7ull);
    }

    quint64 next()
    {
        m_state += 0x9E3779B97F4A7C15ull;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9ull;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EBull;
        return z ^ (z >> 31);
    }
    /// In [0, 1).
    double uniform() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }
    double uniform(double low, double high) { return low + (high - low) * uniform(); }
    /// In [0, bound); `bound` > 0.
    quint64 below(quint64 bound) { return static_cast<quint64>(uniform() * static_cast<double>(bound)); }

    /// Fisher and Yates.
    template<typename Container>
    void shuffle(Container &items)
    {
        for (auto last = items.size(); last > 1; --last)
            std::swap(items[last - 1], items[static_cast<decltype(last)>(below(static_cast<quint64>(last)))]);
    }

private:
    quint64 m_state;
};

} // namespace flower
