// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/MatFile.h"

#include <QByteArrayView>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <limits>
#include <optional>

namespace flower {

namespace {

constexpr qint64 kLargestFile = 16 << 20;       // bytes; the official ones have 502 and 14,989
constexpr qsizetype kMostUnpacked = 32 << 20;   // bytes of all compressed elements together
constexpr qint64 kMostNumbers = 1'000'000;
constexpr qsizetype kHeaderBytes = 128;

// Types of elements
constexpr quint32 kInt8 = 1;
constexpr quint32 kInt32 = 5;
constexpr quint32 kUInt32 = 6;
constexpr quint32 kMatrix = 14;
constexpr quint32 kCompressed = 15;

struct Element {
    quint32 type = 0;
    QByteArrayView data;
};

/// Elements one behind the other, each with its type and length in front and filled up to eight bytes.
class Elements
{
public:
    Elements(QByteArrayView bytes, bool isBigEndian) : m_bytes(bytes), m_isBigEndian(isBigEndian) {}

    template<typename T>
    [[nodiscard]] T number(QByteArrayView bytes, qsizetype at) const
    {
        return m_isBigEndian ? qFromBigEndian<T>(bytes.data() + at) : qFromLittleEndian<T>(bytes.data() + at);
    }

    /// Nothing at the end, and where one claims more than there is.
    std::optional<Element> next()
    {
        if (m_bytes.size() < 8)
            return std::nullopt;
        const auto first = number<quint32>(m_bytes, 0);
        if (first >> 16 != 0) { // a small one: up to four bytes beside its length
            const qsizetype size = first >> 16;
            if (size > 4)
                return std::nullopt;
            const Element element{first & 0xFFFF, m_bytes.sliced(4, size)};
            m_bytes = m_bytes.sliced(8);
            return element;
        }
        const qsizetype size = number<quint32>(m_bytes, 4);
        if (size > m_bytes.size() - 8)
            return std::nullopt;
        const Element element{first, m_bytes.sliced(8, size)};
        const qsizetype padded = first == kCompressed ? size : (size + 7) / 8 * 8;
        m_bytes = m_bytes.sliced(std::min(8 + padded, m_bytes.size()));
        return element;
    }

private:
    QByteArrayView m_bytes;
    bool m_isBigEndian;
};

/// At most `most` bytes; nothing where there would be more, or where the data is damaged.
std::optional<QByteArray> unpacked(QByteArrayView packed, qsizetype most)
{
    z_stream stream{};
    if (inflateInit(&stream) != Z_OK)
        return std::nullopt;
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    QByteArray bytes;
    int status = Z_OK;
    while (status == Z_OK) {
        constexpr qsizetype kStep = 64 << 10;
        const qsizetype before = bytes.size();
        const qsizetype room = std::min(kStep, most - before);
        if (room == 0)
            break;
        bytes.resize(before + room);
        stream.next_out = reinterpret_cast<Bytef *>(bytes.data() + before);
        stream.avail_out = static_cast<uInt>(room);
        status = inflate(&stream, Z_NO_FLUSH);
        bytes.truncate(before + room - static_cast<qsizetype>(stream.avail_out));
    }
    inflateEnd(&stream);
    return status == Z_STREAM_END ? std::optional(bytes) : std::nullopt;
}

/// Bytes of a number of the type; 0 for those that are no numbers.
qsizetype bytesOf(quint32 type)
{
    switch (type) {
    case 1: case 2: return 1;                 // int8, uint8
    case 3: case 4: return 2;                 // int16, uint16
    case 5: case 6: case 7: return 4;         // int32, uint32, single
    case 9: case 12: case 13: return 8;       // double, int64, uint64
    default: return 0;
    }
}

int wholeNumber(double value)
{
    constexpr double kMost = std::numeric_limits<int>::max();
    return value >= -kMost && value <= kMost ? static_cast<int>(value) : 0; // what is not a number, too
}

double numberAt(const Elements &reader, const Element &element, qsizetype index)
{
    const qsizetype at = index * bytesOf(element.type);
    switch (element.type) {
    case 1: return static_cast<qint8>(element.data[at]);
    case 2: return static_cast<quint8>(element.data[at]);
    case 3: return reader.number<qint16>(element.data, at);
    case 4: return reader.number<quint16>(element.data, at);
    case 5: return reader.number<qint32>(element.data, at);
    case 6: return reader.number<quint32>(element.data, at);
    case 7: return static_cast<double>(reader.number<float>(element.data, at));
    case 9: return reader.number<double>(element.data, at);
    case 12: return static_cast<double>(reader.number<qint64>(element.data, at));
    default: return static_cast<double>(reader.number<quint64>(element.data, at));
    }
}

/// The numbers of a matrix of that name; nothing where it is another.
std::optional<std::vector<int>> matrixNumbers(QByteArrayView bytes, bool isBigEndian, const QByteArray &name)
{
    Elements parts(bytes, isBigEndian);
    const std::optional<Element> flags = parts.next();
    const std::optional<Element> sides = parts.next();
    const std::optional<Element> label = parts.next();
    if (!flags || !sides || !label || flags->type != kUInt32 || flags->data.size() != 8 || sides->type != kInt32
        || label->type != kInt8 || label->data != name)
        return std::nullopt;
    constexpr quint32 kComplex = 0x0800;
    const auto flagBits = parts.number<quint32>(flags->data, 0);
    const quint32 kind = flagBits & 0xFF;
    const bool isNumeric = kind >= 6 && kind <= 13; // double to uint32; 14 and 15 are 64-bit, which no labels are
    const std::optional<Element> numbers = parts.next();
    if (!isNumeric || (flagBits & kComplex) != 0 || sides->data.size() != 8 || !numbers || bytesOf(numbers->type) == 0)
        return std::vector<int>();
    const qint64 rows = parts.number<qint32>(sides->data, 0);
    const qint64 columns = parts.number<qint32>(sides->data, 4);
    if (rows < 1 || columns < 1 || rows > kMostNumbers || columns > kMostNumbers / rows
        || numbers->data.size() != rows * columns * bytesOf(numbers->type))
        return std::vector<int>();
    std::vector<int> values(static_cast<size_t>(rows * columns));
    for (size_t index = 0; index < values.size(); ++index)
        values[index] = wholeNumber(numberAt(parts, *numbers, static_cast<qsizetype>(index)));
    return values;
}

} // namespace

std::vector<int> matNumbers(const QString &path, const QByteArray &name)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly) || file.size() > kLargestFile)
        return {};
    const QByteArray bytes = file.readAll();
    const QByteArray version = bytes.mid(kHeaderBytes - 4, 4);
    const bool isBigEndian = version == QByteArray("\x01\x00MI", 4);
    if (!isBigEndian && version != QByteArray("\x00\x01IM", 4))
        return {};
    qsizetype room = kMostUnpacked;
    Elements elements(QByteArrayView(bytes).sliced(kHeaderBytes), isBigEndian);
    while (const std::optional<Element> element = elements.next()) {
        std::optional<std::vector<int>> numbers;
        if (element->type == kMatrix) {
            numbers = matrixNumbers(element->data, isBigEndian, name);
        } else if (element->type == kCompressed) {
            const std::optional<QByteArray> plain = unpacked(element->data, room);
            if (!plain)
                return {};
            room -= plain->size();
            Elements within(*plain, isBigEndian);
            const std::optional<Element> matrix = within.next();
            if (matrix && matrix->type == kMatrix)
                numbers = matrixNumbers(matrix->data, isBigEndian, name);
        }
        if (numbers)
            return *numbers;
    }
    return {};
}

} // namespace flower
