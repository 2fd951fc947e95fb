// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ClassNameClashes.h"

#include "engine/core/DisjointSets.h"

#include <algorithm>
#include <cstdlib>
#include <vector>

namespace flower {

namespace {

constexpr int kLongestCompared = 64;  // letters; longer words are the same or they aren't
constexpr int kShortestSlip = 5;      // letters of a word with one slip
constexpr int kShortestTwoSlips = 9;  // and of a name that is one word, with two

/// Lower case without accents, its words one space apart.
QString plain(const QString &name)
{
    QString letters;
    for (const QChar letter : name.normalized(QString::NormalizationForm_KD).toCaseFolded()) {
        if (letter.isMark())
            continue;
        letters.append(letter.isLetterOrNumber() ? letter : QLatin1Char(' '));
    }
    return letters.simplified();
}

/// Insertions, deletions, replacements and swaps of neighbours that make `b` of `a`: the optimal string alignment distance
/// (a restricted form of Damerau, 1964).
int slips(const QString &a, const QString &b)
{
    const auto rows = static_cast<size_t>(a.size()) + 1;
    const auto columns = static_cast<size_t>(b.size()) + 1;
    std::vector<int> table(rows * columns);
    const auto at = [&](size_t row, size_t column) -> int & { return table[row * columns + column]; };
    for (size_t row = 0; row < rows; ++row)
        at(row, 0) = static_cast<int>(row);
    for (size_t column = 0; column < columns; ++column)
        at(0, column) = static_cast<int>(column);
    const auto letter = [](const QString &word, size_t position) { return word.at(static_cast<qsizetype>(position) - 1); };
    for (size_t row = 1; row < rows; ++row) {
        for (size_t column = 1; column < columns; ++column) {
            const bool same = letter(a, row) == letter(b, column);
            int best = std::min({at(row - 1, column) + 1, at(row, column - 1) + 1, at(row - 1, column - 1) + (same ? 0 : 1)});
            if (row > 1 && column > 1 && letter(a, row) == letter(b, column - 1) && letter(a, row - 1) == letter(b, column))
                best = std::min(best, at(row - 2, column - 2) + 1);
            at(row, column) = best;
        }
    }
    return at(rows - 1, columns - 1);
}

bool isPlural(const QString &shorter, const QString &longer)
{
    if (shorter.size() < 3 || !longer.startsWith(shorter))
        return false;
    const QString ending = longer.mid(shorter.size());
    return ending == QLatin1String("s") || ending == QLatin1String("es") || ending == QLatin1String("n") || ending == QLatin1String("en");
}

/// One letter too many, the same as the one before it: "lilly".
bool isDoubled(const QString &shorter, const QString &longer)
{
    if (longer.size() != shorter.size() + 1 || shorter.size() < 3)
        return false;
    const auto differs = std::mismatch(shorter.cbegin(), shorter.cend(), longer.cbegin());
    const qsizetype position = differs.second - longer.cbegin();
    return position > 0 && longer.at(position) == longer.at(position - 1) && shorter.mid(position) == longer.mid(position + 1);
}

bool isNumbered(const QString &word)
{
    return std::any_of(word.cbegin(), word.cend(), [](QChar letter) { return letter.isNumber(); });
}

/// Whether one of two different words is a slip of the other.
bool isSlip(const QString &a, const QString &b, bool isWholeName)
{
    const QString &shorter = a.size() <= b.size() ? a : b;
    const QString &longer = a.size() <= b.size() ? b : a;
    if (isNumbered(a) || isNumbered(b) || longer.size() > kLongestCompared || longer.size() - shorter.size() > 2)
        return false;
    if (isPlural(shorter, longer) || isDoubled(shorter, longer))
        return true;
    if (shorter.size() < kShortestSlip)
        return false;
    const bool mayHaveTwo = isWholeName && shorter.size() >= kShortestTwoSlips && a.at(0) == b.at(0);
    return slips(a, b) <= (mayHaveTwo ? 2 : 1);
}

/// A name as it is compared.
struct PlainName {
    QString solid;     ///< its letters without spaces
    QStringList words;
};

PlainName plainName(const QString &name)
{
    const QString letters = plain(name);
    return {QString(letters).remove(QLatin1Char(' ')), letters.split(QLatin1Char(' '), Qt::SkipEmptyParts)};
}

NameClash clashOf(const PlainName &a, const PlainName &b)
{
    if (a.words.isEmpty() || b.words.isEmpty())
        return NameClash::None; // nothing but signs
    if (a.solid == b.solid)
        return NameClash::Case;
    if (a.words.size() != b.words.size())
        return NameClash::None;
    bool isOther = false;
    for (qsizetype word = 0; word < a.words.size(); ++word) {
        if (a.words.at(word) == b.words.at(word))
            continue;
        if (isOther || !isSlip(a.words.at(word), b.words.at(word), a.words.size() == 1))
            return NameClash::None;
        isOther = true;
    }
    return NameClash::Spelling;
}

} // namespace

NameClash nameClash(const QString &a, const QString &b)
{
    return clashOf(plainName(a), plainName(b));
}

QList<NameClashGroup> nameClashes(const QStringList &names)
{
    QList<PlainName> plainNames;
    plainNames.reserve(names.size());
    for (const QString &name : names)
        plainNames.append(plainName(name));
    const auto count = static_cast<int>(names.size());
    DisjointSets sets(count);
    for (int a = 0; a < count; ++a) {
        for (int b = a + 1; b < count; ++b) {
            if (clashOf(plainNames.at(a), plainNames.at(b)) != NameClash::None)
                sets.join(a, b);
        }
    }
    QList<NameClashGroup> groups;
    for (const QList<int> &labels : sets.groups()) {
        NameClashGroup group{labels, NameClash::Case};
        for (const int label : labels) {
            if (clashOf(plainNames.at(labels.first()), plainNames.at(label)) != NameClash::Case)
                group.clash = NameClash::Spelling;
        }
        groups.append(group);
    }
    return groups;
}

} // namespace flower
