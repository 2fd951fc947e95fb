// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <numeric>
#include <vector>

namespace flower {

/// Things by number that are joined two by two; who belongs together follows (union-find with path halving).
class DisjointSets
{
public:
    explicit DisjointSets(int count) : m_parents(static_cast<size_t>(count)) { std::iota(m_parents.begin(), m_parents.end(), 0); }

    /// The smallest number of the set that `thing` is in.
    [[nodiscard]] int find(int thing)
    {
        while (parent(thing) != thing) {
            parent(thing) = parent(parent(thing));
            thing = parent(thing);
        }
        return thing;
    }
    void join(int a, int b)
    {
        a = find(a);
        b = find(b);
        parent(a < b ? b : a) = a < b ? a : b;
    }
    /// The sets of two and more, each ascending, in the order of their first numbers.
    [[nodiscard]] QList<QList<int>> groups()
    {
        const auto count = static_cast<int>(m_parents.size());
        std::vector<int> sizes(m_parents.size(), 0);
        for (int thing = 0; thing < count; ++thing)
            ++sizes[static_cast<size_t>(find(thing))];
        std::vector<int> places(m_parents.size(), -1);
        QList<QList<int>> groups;
        for (int thing = 0; thing < count; ++thing) {
            const auto root = static_cast<size_t>(find(thing));
            if (sizes[root] < 2)
                continue;
            if (places[root] < 0) {
                places[root] = static_cast<int>(groups.size());
                groups.append(QList<int>());
            }
            groups[places[root]].append(thing);
        }
        return groups;
    }

private:
    int &parent(int thing) { return m_parents[static_cast<size_t>(thing)]; }

    std::vector<int> m_parents;
};

} // namespace flower
