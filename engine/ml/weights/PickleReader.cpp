// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PickleReader.h"

#include "engine/ml/weights/PickleOpcodes.h"

#include <QCoreApplication>
#include <QtEndian>

#include <algorithm>
#include <iterator>
#include <optional>
#include <unordered_map>

namespace flower {

namespace {

// A state dict of MobileNet-V2 takes about 5000 values; these leave room for far larger networks.
constexpr size_t kMostNodes = 500'000;
constexpr size_t kMostItems = 2'000'000; // of all tuples, lists and dictionaries together
constexpr size_t kDeepestStack = 100'000;
constexpr size_t kMostMarks = 1'000;
constexpr size_t kMostMemos = 500'000;
constexpr quint8 kNewestProtocol = 5;

using namespace pickle;
using Kind = PickleNode::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

constexpr const char *kOrderedDict = "collections.OrderedDict";

/// The functions whose call a state dict describes.
bool isKnownFunction(const QByteArray &name)
{
    return name == "torch._utils._rebuild_tensor_v2" || name == "torch._utils._rebuild_parameter";
}

bool isKnownGlobal(const QByteArray &name)
{
    static constexpr const char *kStorages[] = {
        "torch.FloatStorage", "torch.DoubleStorage", "torch.HalfStorage", "torch.BFloat16Storage", "torch.LongStorage",
        "torch.IntStorage", "torch.ShortStorage", "torch.CharStorage", "torch.ByteStorage", "torch.BoolStorage",
    };
    return name == kOrderedDict || isKnownFunction(name)
        || std::any_of(std::begin(kStorages), std::end(kStorages), [&](const char *storage) { return name == storage; });
}

/// Walks through one pickle. The steps return false once the pickle can't go on; error() says why.
class PickleMachine
{
public:
    PickleMachine(const QString &path, QByteArrayView bytes) : m_path(path), m_bytes(bytes) {}

    Result<PickleDocument> run()
    {
        while (true) {
            const auto opcode = number<quint8>();
            if (!opcode)
                return m_error;
            m_opcode = *opcode;
            if (m_opcode == Stop)
                break;
            if (!step())
                return m_error;
        }
        if (m_stack.size() != 1 || !m_marks.empty()) {
            misplaced();
            return m_error;
        }
        m_document.root = m_stack.front();
        m_document.bytes = m_position;
        return std::move(m_document);
    }

private:
    bool step();
    bool readLong();
    bool readText(std::optional<qsizetype> length);
    bool readGlobal();
    bool stackGlobal();
    bool pushGlobal(const QByteArray &name);
    bool pushTuple(std::optional<std::vector<PickleNode *>> items);
    bool reduce();
    bool fillOrderedDict(PickleNode *dictionary, const PickleNode *pairs);
    bool build();
    bool append(std::optional<std::vector<PickleNode *>> values, Kind to);
    bool put(std::optional<size_t> index);
    bool get(std::optional<size_t> index);
    bool refer();

    bool fail(const QString &sentence)
    {
        m_error = Error{ErrorCode::Unreadable, sentence};
        return false;
    }
    bool endedEarly() { return fail(tr("%1 ends in the middle of its list of tensors. Fetch it once more.").arg(m_path)); }
    bool misplaced()
    {
        return fail(tr("%1 is not a sound PyTorch weights file: its pickle opcode %2 stands where it makes no sense.")
                        .arg(m_path, opcodeName(m_opcode)));
    }
    bool tooMuch() { return fail(tr("%1 lists more than the tensors of a network, or nests it too deep.").arg(m_path)); }

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

    PickleNode *push(Kind kind)
    {
        if (m_document.nodes.size() >= kMostNodes) {
            tooMuch();
            return nullptr;
        }
        m_document.nodes.push_back(std::make_unique<PickleNode>());
        PickleNode *node = m_document.nodes.back().get();
        node->kind = kind;
        return pushNode(node) ? node : nullptr;
    }
    bool pushNode(PickleNode *node)
    {
        if (m_stack.size() >= kDeepestStack)
            return tooMuch();
        m_stack.push_back(node);
        return true;
    }
    template<typename Items>
    bool addItems(PickleNode *node, const Items &items)
    {
        if (items.size() > kMostItems - m_items)
            return tooMuch();
        m_items += items.size();
        node->items.insert(node->items.end(), items.begin(), items.end());
        return true;
    }
    bool pushInteger(Kind kind, std::optional<qint64> value)
    {
        PickleNode *node = value ? push(kind) : nullptr;
        if (node != nullptr)
            node->integer = *value;
        return node != nullptr;
    }
    template<typename T>
    bool pushNumber()
    {
        const auto value = number<T>();
        return pushInteger(Kind::Integer, value ? std::optional<qint64>(*value) : std::nullopt);
    }

    /// The last `number` values, never from below the last mark.
    std::optional<std::vector<PickleNode *>> pop(size_t number)
    {
        const size_t floor = m_marks.empty() ? 0 : m_marks.back();
        if (m_stack.size() - floor < number) {
            misplaced();
            return std::nullopt;
        }
        const auto first = m_stack.end() - static_cast<std::ptrdiff_t>(number);
        std::vector<PickleNode *> values(first, m_stack.end());
        m_stack.erase(first, m_stack.end());
        return values;
    }
    /// The values since the last mark, which goes too.
    std::optional<std::vector<PickleNode *>> popMark()
    {
        if (m_marks.empty()) {
            misplaced();
            return std::nullopt;
        }
        auto values = pop(m_stack.size() - m_marks.back());
        m_marks.pop_back();
        return values;
    }
    /// The last value if it is of `kind`, else nullptr and an error.
    PickleNode *top(Kind kind)
    {
        const size_t floor = m_marks.empty() ? 0 : m_marks.back();
        if (m_stack.size() > floor && m_stack.back()->kind == kind)
            return m_stack.back();
        misplaced();
        return nullptr;
    }

    const QString m_path;
    const QByteArrayView m_bytes;
    qsizetype m_position = 0;
    quint8 m_opcode = 0;
    std::vector<PickleNode *> m_stack;
    std::vector<size_t> m_marks; ///< the stack's size at each
    std::unordered_map<size_t, PickleNode *> m_memo;
    size_t m_items = 0;
    PickleDocument m_document;
    Error m_error;
};

bool PickleMachine::step()
{
    switch (m_opcode) {
    case Proto: {
        const auto protocol = number<quint8>();
        if (protocol && *protocol > kNewestProtocol)
            return fail(tr("%1 is written in pickle protocol %2, which is not known.")
                            .arg(m_path, QString::number(*protocol)));
        return protocol.has_value();
    }
    case Frame: {
        const auto length = number<quint64>();
        if (length && *length > static_cast<quint64>(m_bytes.size() - m_position))
            return endedEarly();
        return length.has_value();
    }
    case Mark:
        if (m_marks.size() >= kMostMarks)
            return tooMuch();
        m_marks.push_back(m_stack.size());
        return true;
    case None: return push(Kind::None) != nullptr;
    case NewTrue: return pushInteger(Kind::Boolean, 1);
    case NewFalse: return pushInteger(Kind::Boolean, 0);
    case BinInt: return pushNumber<qint32>();
    case BinInt1: return pushNumber<quint8>();
    case BinInt2: return pushNumber<quint16>();
    case Long1: return readLong();
    case BinFloat: {
        const auto bytes = take(sizeof(double));
        PickleNode *node = bytes ? push(Kind::Real) : nullptr;
        if (node != nullptr)
            node->real = qFromBigEndian<double>(bytes->data());
        return node != nullptr;
    }
    case BinUnicode: return readText(count<quint32>());
    case BinString: return readText(count<qint32>()); // Python 2 wrote names so
    case ShortBinUnicode:
    case ShortBinString: return readText(count<quint8>());
    case EmptyDict: return push(Kind::Dictionary) != nullptr;
    case EmptyList: return push(Kind::List) != nullptr;
    case EmptyTuple: return push(Kind::Tuple) != nullptr;
    case Tuple1: return pushTuple(pop(1));
    case Tuple2: return pushTuple(pop(2));
    case Tuple3: return pushTuple(pop(3));
    case TupleOfMark: return pushTuple(popMark());
    case Append: return append(pop(1), Kind::List);
    case Appends: return append(popMark(), Kind::List);
    case SetItem: return append(pop(2), Kind::Dictionary);
    case SetItems: return append(popMark(), Kind::Dictionary);
    case BinPut: return put(count<quint8>());
    case LongBinPut: return put(count<quint32>());
    case Memoize: return put(m_memo.size());
    case BinGet: return get(count<quint8>());
    case LongBinGet: return get(count<quint32>());
    case GlobalName: return readGlobal();
    case StackGlobal: return stackGlobal();
    case Reduce: return reduce();
    case Build: return build();
    case BinPersId: return refer();
    default:
        return fail(tr("%1 uses the pickle opcode %2, which weights don't need; nothing of it was executed. Save the weights "
                       "alone, with torch.save(model.state_dict(), file).").arg(m_path, opcodeName(m_opcode)));
    }
}

bool PickleMachine::readLong()
{
    const auto length = count<quint8>();
    const auto bytes = length ? take(*length) : std::nullopt;
    if (!bytes)
        return false;
    if (bytes->size() > 8) {
        PickleNode *node = push(Kind::BigInteger);
        if (node != nullptr)
            node->text = bytes->toByteArray();
        return node != nullptr;
    }
    const bool isNegative = !bytes->isEmpty() && (static_cast<quint8>(bytes->back()) & 0x80) != 0;
    char whole[8];
    std::fill(std::begin(whole), std::end(whole), isNegative ? '\xff' : '\0');
    std::copy(bytes->begin(), bytes->end(), std::begin(whole));
    return pushInteger(Kind::Integer, qFromLittleEndian<qint64>(whole));
}

bool PickleMachine::readText(std::optional<qsizetype> length)
{
    const auto bytes = length ? take(*length) : std::nullopt;
    PickleNode *node = bytes ? push(Kind::Text) : nullptr;
    if (node != nullptr)
        node->text = bytes->toByteArray();
    return node != nullptr;
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
    return pushGlobal(name);
}

bool PickleMachine::stackGlobal()
{
    const auto names = pop(2);
    if (!names)
        return false;
    if (names->at(0)->kind != Kind::Text || names->at(1)->kind != Kind::Text)
        return misplaced();
    return pushGlobal(names->at(0)->text + '.' + names->at(1)->text);
}

bool PickleMachine::pushGlobal(const QByteArray &name)
{
    if (!isKnownGlobal(name)) {
        return fail(tr("%1 asks for “%2”, which weights don't need; nothing of it was executed. Save the weights alone, with "
                       "torch.save(model.state_dict(), file).").arg(m_path, pickleTextForMessage(name)));
    }
    PickleNode *node = push(Kind::Global);
    if (node != nullptr)
        node->text = name;
    return node != nullptr;
}

bool PickleMachine::pushTuple(std::optional<std::vector<PickleNode *>> items)
{
    PickleNode *node = items ? push(Kind::Tuple) : nullptr;
    return node != nullptr && addItems(node, *items);
}

bool PickleMachine::reduce()
{
    const auto operands = pop(2);
    if (!operands)
        return false;
    const PickleNode *function = operands->at(0);
    const PickleNode *arguments = operands->at(1);
    if (function->kind != Kind::Global || arguments->kind != Kind::Tuple)
        return misplaced();
    if (function->text == kOrderedDict) {
        PickleNode *node = push(Kind::Dictionary);
        if (node == nullptr)
            return false;
        node->isOrdered = true;
        if (arguments->items.empty())
            return true;
        return arguments->items.size() == 1 ? fillOrderedDict(node, arguments->items.front()) : misplaced();
    }
    if (!isKnownFunction(function->text))
        return fail(tr("%1 calls “%2”, which weights don't need; nothing of it was executed.")
                        .arg(m_path, pickleTextForMessage(function->text)));
    PickleNode *node = push(Kind::Call);
    if (node == nullptr)
        return false;
    node->text = function->text;
    return addItems(node, arguments->items);
}

/// OrderedDict([[key, value], …]), as Python 2 wrote it.
bool PickleMachine::fillOrderedDict(PickleNode *dictionary, const PickleNode *pairs)
{
    if (pairs->kind != Kind::List)
        return misplaced();
    for (const PickleNode *pair : pairs->items) {
        if ((pair->kind != Kind::List && pair->kind != Kind::Tuple) || pair->items.size() != 2)
            return misplaced();
        if (!addItems(dictionary, pair->items))
            return false;
    }
    return true;
}

/// The attributes of an OrderedDict (a state dict's `_metadata`) say nothing about its tensors and are left out.
bool PickleMachine::build()
{
    const auto state = pop(1);
    if (!state)
        return false;
    const PickleNode *target = top(Kind::Dictionary);
    if (target == nullptr)
        return false;
    return (target->isOrdered && state->front()->kind == Kind::Dictionary) || misplaced();
}

bool PickleMachine::append(std::optional<std::vector<PickleNode *>> values, Kind to)
{
    PickleNode *target = values ? top(to) : nullptr;
    if (target == nullptr)
        return false;
    if (to == Kind::Dictionary && values->size() % 2 != 0)
        return misplaced();
    return addItems(target, *values);
}

bool PickleMachine::put(std::optional<size_t> index)
{
    const size_t floor = m_marks.empty() ? 0 : m_marks.back();
    if (!index)
        return false;
    if (m_stack.size() <= floor)
        return misplaced();
    if (m_memo.size() >= kMostMemos)
        return tooMuch();
    m_memo[*index] = m_stack.back();
    return true;
}

bool PickleMachine::get(std::optional<size_t> index)
{
    if (!index)
        return false;
    const auto found = m_memo.find(*index);
    return found == m_memo.end() ? misplaced() : pushNode(found->second);
}

bool PickleMachine::refer()
{
    const auto description = pop(1);
    if (!description)
        return false;
    if (description->front()->kind != Kind::Tuple)
        return misplaced();
    PickleNode *node = push(Kind::Reference);
    return node != nullptr && addItems(node, description->front()->items);
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
