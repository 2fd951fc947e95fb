// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace flower {

/// How far two names of classes are apart that may mean the same kind.
enum class NameClash {
    None,
    Spelling, ///< a slip of the keyboard, or singular and plural: "dandelion", "dandlion"; "rose", "roses"
    Case,     ///< the same but for upper case, accents, spaces, hyphens and underscores: "Sun-Flower", "sunflower"
};

/// Compares two names. What is no slip: other numbers ("kind 1", "kind 2"), other words, short words with another letter
/// ("aster" and "ester" are one slip apart, "lily" and "lila" are two words).
NameClash nameClash(const QString &a, const QString &b);

/// Names that may mean the same kind, as positions in `names`.
struct NameClashGroup {
    QList<int> labels;              ///< two or more, ascending
    NameClash clash = NameClash::None; ///< Case only where all of them differ by no more

    bool operator==(const NameClashGroup &) const = default;
};

/// All of them, in the order of their first names. A name is in one group at most.
QList<NameClashGroup> nameClashes(const QStringList &names);

} // namespace flower
