// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/Mutation.h"

#include <algorithm>

namespace flower::fuzz {

namespace {

constexpr qsizetype kLargest = 64 << 10; // bytes; larger inputs take long and find nothing more

/// From 0 to `end` - 1. std::uniform_int_distribution isn't the same everywhere.
qsizetype draw(std::mt19937_64 &random, qsizetype end)
{
    return end <= 0 ? 0 : static_cast<qsizetype>(random() % static_cast<quint64>(end));
}

void overwrite(QByteArray &bytes, std::mt19937_64 &random)
{
    static const QList<QByteArray> kNumbers{
        QByteArray(1, '\xFF'), QByteArray(1, '\0'), QByteArray(1, '\x7F'), QByteArray(4, '\xFF'), QByteArray(8, '\xFF'),
        QByteArray("\xFF\xFF\xFF\x7F", 4), QByteArray("\x7F\xFF\xFF\xFF", 4), QByteArray(8, '\0'), QByteArray("\0\0\0\x80", 4),
        QByteArray("\xFF\xFF\xFF\xFF\xFF\xFF\xFF\x7F", 8), QByteArray("\0\0\0\1", 4), QByteArray("\n"), QByteArray("-1"), QByteArray("1e309")};
    const QByteArray &number = kNumbers.at(draw(random, kNumbers.size()));
    bytes.replace(draw(random, bytes.size()), number.size(), number);
}

void change(QByteArray &bytes, const QList<QByteArray> &others, std::mt19937_64 &random)
{
    const qsizetype at = draw(random, bytes.size());
    const qsizetype length = 1 + draw(random, std::min<qsizetype>(bytes.size() - at, 64));
    switch (draw(random, 7)) {
    case 0: bytes[at] = static_cast<char>(bytes.at(at) ^ (1 << draw(random, 8))); break;
    case 1: bytes[at] = static_cast<char>(draw(random, 256)); break;
    case 2: overwrite(bytes, random); break;
    case 3: bytes.remove(at, length); break;
    case 4: bytes.insert(at, bytes.mid(draw(random, bytes.size()), length)); break;
    case 5: {
        const QByteArray &other = others.at(draw(random, others.size()));
        bytes.insert(at, other.mid(draw(random, other.size()), length));
        break;
    }
    default: bytes.truncate(at); break;
    }
}

} // namespace

QByteArray mutated(const QByteArray &input, const QList<QByteArray> &others, std::mt19937_64 &random)
{
    QByteArray bytes = input.left(kLargest);
    for (qsizetype left = 1 + draw(random, 4); left > 0 && !bytes.isEmpty(); --left)
        change(bytes, others, random);
    return bytes;
}

} // namespace flower::fuzz
