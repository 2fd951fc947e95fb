// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PickleReader.h"

#include "engine/ml/weights/PickleGlobals.h"
#include "engine/ml/weights/PickleOpcodes.h"
#include "engine/ml/weights/PickleValues.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <iterator>
#include <optional>

namespace flower {

namespace {

constexpr quint8 kNewestProtocol = 5;

using namespace pickle;
using Kind = PickleNode::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// Walks through the opcodes of one pickle. The steps return false once it can't go on; m_values knows why.
class PickleMachine
{
public:
    PickleMachine(const QString &path, QByteArrayView bytes) : m_path(path), m_bytes(bytes), m_values(path) {}

    Result<PickleDocument> run()
    {
        while (true) {
            const auto opcode = number<quint8>();
            if (!opcode)
                return m_values.error();
            m_opcode = *opcode;
            m_values.setOpcode(m_opcode);
            if (m_opcode == Stop)
                break;
            if (!step())
                return m_values.error();
        }
        Result<PickleDocument> document = m_values.takeDocument();
        if (document)
            document->bytes = m_position;
        return document;
    }

private:
    bool step();
    bool readLong();
    bool readText(std::optional<qsizetype> length);
    bool readGlobal();
    bool refuseOpcode();

    bool endedEarly() { return m_values.fail(tr("%1 ends in the middle of its list of tensors. Fetch it once more.").arg(m_path)); }

    std::optional<QByteArrayView> take(qsizetype length)
    {
        if (length < 0 || length > m_bytes.size() - m_position) {
            endedEarly();
            return std::nullopt;
        }
        m_position += length;
        return m_bytes.sliced(m_position - length, length);
    }
    template<typename T>
    std::optional<T> number()
    {
        const auto bytes = take(sizeof(T));
        return bytes ? std::optional<T>(qFromLittleEndian<T>(bytes->data())) : std::nullopt;
    }
    /// A number that counts bytes or says a place; 32 bits at most, so it always fits.
    template<typename T>
    std::optional<qsizetype> count()
    {
        const auto value = number<T>();
        return value ? std::optional<qsizetype>(static_cast<qsizetype>(*value)) : std::nullopt;
    }

    template<typename T>
    bool pushNumber()
    {
        const auto value = number<T>();
        return m_values.pushInteger(Kind::Integer, value ? std::optional<qint64>(*value) : std::nullopt);
    }

    const QString m_path;
    const QByteArrayView m_bytes;
    qsizetype m_position = 0;
    quint8 m_opcode = 0;
    PickleValues m_values;
};

bool PickleMachine::step()
{
    switch (m_opcode) {
    case Proto: {
        const auto protocol = number<quint8>();
        if (protocol && *protocol > kNewestProtocol)
            return m_values.fail(tr("%1 is written in pickle protocol %2, which is not known.")
                                     .arg(m_path, QString::number(*protocol)));
        return protocol.has_value();
    }
    case Frame: {
        const auto length = number<quint64>();
        if (length && *length > static_cast<quint64>(m_bytes.size() - m_position))
            return endedEarly();
        return length.has_value();
    }
    case Mark: return m_values.mark();
    case None: return m_values.push(Kind::None) != nullptr;
    case NewTrue: return m_values.pushInteger(Kind::Boolean, 1);
    case NewFalse: return m_values.pushInteger(Kind::Boolean, 0);
    case BinInt: return pushNumber<qint32>();
    case BinInt1: return pushNumber<quint8>();
    case BinInt2: return pushNumber<quint16>();
    case Long1: return readLong();
    case BinFloat: {
        const auto bytes = take(sizeof(double));
        PickleNode *node = bytes ? m_values.push(Kind::Real) : nullptr;
        if (node != nullptr)
            node->real = qFromBigEndian<double>(bytes->data());
        return node != nullptr;
    }
    case BinUnicode: return readText(count<quint32>());
    case BinString: return readText(count<qint32>()); // Python 2 wrote names so
    case ShortBinUnicode:
    case ShortBinString: return readText(count<quint8>());
    case EmptyDict: return m_values.push(Kind::Dictionary) != nullptr;
    case EmptyList: return m_values.push(Kind::List) != nullptr;
    case EmptyTuple: return m_values.push(Kind::Tuple) != nullptr;
    case Tuple1: return m_values.pushTuple(m_values.pop(1));
    case Tuple2: return m_values.pushTuple(m_values.pop(2));
    case Tuple3: return m_values.pushTuple(m_values.pop(3));
    case TupleOfMark: return m_values.pushTuple(m_values.popMark());
    case Append: return m_values.append(m_values.pop(1), Kind::List);
    case Appends: return m_values.append(m_values.popMark(), Kind::List);
    case SetItem: return m_values.append(m_values.pop(2), Kind::Dictionary);
    case SetItems: return m_values.append(m_values.popMark(), Kind::Dictionary);
    case BinPut: return m_values.put(count<quint8>());
    case LongBinPut: return m_values.put(count<quint32>());
    case Memoize: return m_values.memoize();
    case BinGet: return m_values.get(count<quint8>());
    case LongBinGet: return m_values.get(count<quint32>());
    case GlobalName: return readGlobal();
    case StackGlobal: return m_values.stackGlobal();
    case Reduce: return m_values.reduce();
    case Build: return m_values.build();
    case BinPersId: return m_values.refer();
    default: return refuseOpcode();
    }
}

/// Names what the pickle would have Python call, too, where it can be seen from here.
bool PickleMachine::refuseOpcode()
{
    const QString advice = tr("Save the weights alone, with torch.save(model.state_dict(), file).");
    if (const QByteArray global = firstForeignGlobal(m_bytes); !global.isEmpty()) {
        return m_values.fail(tr("%1 asks for “%2” and uses the pickle opcode %3, which weights don't need; nothing of it was "
                                "executed. %4").arg(m_path, pickleTextForMessage(global), opcodeName(m_opcode), advice));
    }
    return m_values.fail(tr("%1 uses the pickle opcode %2, which weights don't need; nothing of it was executed. %3")
                             .arg(m_path, opcodeName(m_opcode), advice));
}

bool PickleMachine::readLong()
{
    const auto length = count<quint8>();
    const auto bytes = length ? take(*length) : std::nullopt;
    if (!bytes)
        return false;
    if (bytes->size() > 8)
        return m_values.pushText(Kind::BigInteger, bytes->toByteArray());
    const bool isNegative = !bytes->isEmpty() && (static_cast<quint8>(bytes->back()) & 0x80) != 0;
    char whole[8];
    std::fill(std::begin(whole), std::end(whole), isNegative ? '\xff' : '\0');
    std::copy(bytes->begin(), bytes->end(), std::begin(whole));
    return m_values.pushInteger(Kind::Integer, qFromLittleEndian<qint64>(whole));
}

bool PickleMachine::readText(std::optional<qsizetype> length)
{
    const auto bytes = length ? take(*length) : std::nullopt;
    return bytes && m_values.pushText(Kind::Text, bytes->toByteArray());
}

bool PickleMachine::readGlobal()
{
    QByteArray name;
    for (int line = 0; line < 2; ++line) {
        const qsizetype end = m_bytes.indexOf('\n', m_position);
        if (end < 0)
            return endedEarly();
        name += (line == 0 ? "" : ".") + m_bytes.sliced(m_position, end - m_position).toByteArray();
        m_position = end + 1;
    }
    return m_values.pushGlobal(name);
}

} // namespace

Result<PickleDocument> readPickle(const QString &path, QByteArrayView bytes)
{
    return PickleMachine(path, bytes).run();
}

QString pickleTextForMessage(const QByteArray &text)
{
    QString shown = QString::fromUtf8(text.left(120));
    for (QChar &character : shown) {
        if (!character.isPrint())
            character = QLatin1Char('?');
    }
    return shown;
}

} // namespace flower
