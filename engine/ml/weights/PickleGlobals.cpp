// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PickleGlobals.h"

#include <QtEndian>

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>
#include <unordered_map>

namespace flower {

namespace {

/// What follows an opcode: so many bytes, lines, or a length of so many bytes and as many as it says.
struct Argument {
    int bytes = 0;
    int lines = 0;
    int lengthBytes = 0;
};

Argument argumentOf(quint8 opcode)
{
    switch (opcode) {
    case 'c': case 'i': return {0, 2, 0};
    case 'F': case 'I': case 'L': case 'P': case 'S': case 'V': case 'g': case 'p': return {0, 1, 0};
    case 'h': case 'q': case 'K': case 0x80: case 0x82: return {1, 0, 0};
    case 'M': case 0x83: return {2, 0, 0};
    case 'j': case 'r': case 'J': case 0x84: return {4, 0, 0};
    case 'G': case 0x95: return {8, 0, 0};
    case 'U': case 'C': case 0x8a: case 0x8c: return {0, 0, 1};
    case 'T': case 'X': case 'B': case 0x8b: return {0, 0, 4};
    case 0x8d: case 0x8e: case 0x96: return {0, 0, 8};
    default: return {};
    }
}

bool isText(quint8 opcode)
{
    return QByteArrayView("STUVX\x8c\x8d").contains(static_cast<char>(opcode));
}

/// Goes from opcode to opcode.
class Walk
{
public:
    explicit Walk(QByteArrayView bytes) : m_bytes(bytes) {}

    QByteArray firstForeign()
    {
        while (m_position < m_bytes.size()) {
            const auto opcode = static_cast<quint8>(m_bytes[m_position++]);
            if (opcode == '.' || !readArgument(argumentOf(opcode)))
                break;
            if (const QByteArray name = globalOf(opcode); !name.isEmpty() && !isStateDictGlobal(name))
                return name;
            follow(opcode);
        }
        return {};
    }

private:
    bool readArgument(const Argument &form)
    {
        qsizetype length = form.bytes;
        if (form.lengthBytes > 0) {
            if (m_bytes.size() - m_position < form.lengthBytes)
                return false;
            quint64 claimed = 0;
            for (int byte = form.lengthBytes - 1; byte >= 0; --byte)
                claimed = claimed << 8 | static_cast<quint8>(m_bytes[m_position + byte]);
            m_position += form.lengthBytes;
            if (claimed > static_cast<quint64>(m_bytes.size() - m_position))
                return false;
            length = static_cast<qsizetype>(claimed);
        }
        if (length > m_bytes.size() - m_position)
            return false;
        m_argument = m_bytes.sliced(m_position, length);
        m_position += length;
        for (int line = 0; line < form.lines; ++line) {
            const qsizetype end = m_bytes.indexOf('\n', m_position);
            if (end < 0)
                return false;
            m_before = m_argument;
            m_argument = m_bytes.sliced(m_position, end - m_position);
            m_position = end + 1;
        }
        return true;
    }

    [[nodiscard]] QByteArray globalOf(quint8 opcode) const
    {
        if (opcode == 'c' || opcode == 'i')
            return m_before.toByteArray() + '.' + m_argument.toByteArray();
        if (opcode == 0x93 && !m_last[0].isEmpty() && !m_last[1].isEmpty())
            return m_last[0].toByteArray() + '.' + m_last[1].toByteArray();
        return {};
    }

    /// Keeps the last two texts and what the memo says of texts.
    void follow(quint8 opcode)
    {
        if (isText(opcode)) {
            QByteArrayView text = m_argument;
            if (opcode == 'S' && text.size() >= 2) // in quotes
                text = text.sliced(1, text.size() - 2);
            push(text);
        } else if (const std::optional<quint64> place = placeOf(opcode, "pqr")) {
            m_memo[*place] = m_last[1];
        } else if (opcode == 0x94) {
            m_memo[m_memo.size()] = m_last[1];
        } else if (const std::optional<quint64> from = placeOf(opcode, "ghj")) {
            const auto found = m_memo.find(*from);
            push(found == m_memo.end() ? QByteArrayView() : found->second);
        }
    }

    /// The place in the memo that an opcode means: as a line of digits, in one byte or in four.
    [[nodiscard]] std::optional<quint64> placeOf(quint8 opcode, QByteArrayView opcodes) const
    {
        const qsizetype form = opcodes.indexOf(static_cast<char>(opcode));
        if (form < 0)
            return std::nullopt;
        if (form == 0)
            return m_argument.toByteArray().toULongLong();
        return form == 1 ? static_cast<quint8>(m_argument.front()) : qFromLittleEndian<quint32>(m_argument.data());
    }

    void push(QByteArrayView text)
    {
        m_last[0] = m_last[1];
        m_last[1] = text;
    }

    const QByteArrayView m_bytes;
    qsizetype m_position = 0;
    QByteArrayView m_argument;
    QByteArrayView m_before; ///< the line before, of two
    std::array<QByteArrayView, 2> m_last;
    std::unordered_map<quint64, QByteArrayView> m_memo;
};

} // namespace

bool isStateDictFunction(const QByteArray &name)
{
    return name == "torch._utils._rebuild_tensor_v2" || name == "torch._utils._rebuild_parameter";
}

bool isStateDictGlobal(const QByteArray &name)
{
    static constexpr const char *kClasses[] = {
        "collections.OrderedDict", "torch.FloatStorage", "torch.DoubleStorage", "torch.HalfStorage", "torch.BFloat16Storage",
        "torch.LongStorage", "torch.IntStorage", "torch.ShortStorage", "torch.CharStorage", "torch.ByteStorage",
        "torch.BoolStorage",
    };
    return isStateDictFunction(name)
        || std::any_of(std::begin(kClasses), std::end(kClasses), [&](const char *known) { return name == known; });
}

QByteArray firstForeignGlobal(QByteArrayView pickle)
{
    return Walk(pickle).firstForeign();
}

} // namespace flower
