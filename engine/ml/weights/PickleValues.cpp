// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PickleValues.h"

#include "engine/ml/weights/PickleGlobals.h"
#include "engine/ml/weights/PickleOpcodes.h"

#include <QCoreApplication>

namespace flower {

namespace {

// A state dict of MobileNet-V2 takes about 5000 values; these leave room for far larger networks.
constexpr size_t kMostNodes = 500'000;
constexpr size_t kMostItems = 2'000'000; // of all tuples, lists and dictionaries together
constexpr size_t kDeepestStack = 100'000;
constexpr size_t kMostMarks = 1'000;
constexpr size_t kMostMemos = 500'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

constexpr const char *kOrderedDict = "collections.OrderedDict";

} // namespace

bool PickleValues::fail(const QString &sentence)
{
    m_error = Error{ErrorCode::Unreadable, sentence};
    return false;
}

bool PickleValues::misplaced()
{
    return fail(tr("%1 is not a sound PyTorch weights file: its pickle opcode %2 stands where it makes no sense.")
                    .arg(m_path, pickle::opcodeName(m_opcode)));
}

bool PickleValues::tooMuch()
{
    return fail(tr("%1 lists more than the tensors of a network, or nests it too deep.").arg(m_path));
}

PickleNode *PickleValues::push(Kind kind)
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

bool PickleValues::pushNode(PickleNode *node)
{
    if (m_stack.size() >= kDeepestStack)
        return tooMuch();
    m_stack.push_back(node);
    return true;
}

bool PickleValues::pushInteger(Kind kind, std::optional<qint64> value)
{
    PickleNode *node = value ? push(kind) : nullptr;
    if (node != nullptr)
        node->integer = *value;
    return node != nullptr;
}

bool PickleValues::pushText(Kind kind, const QByteArray &text)
{
    PickleNode *node = push(kind);
    if (node != nullptr)
        node->text = text;
    return node != nullptr;
}

bool PickleValues::pushGlobal(const QByteArray &name)
{
    if (!isStateDictGlobal(name)) {
        return fail(tr("%1 asks for “%2”, which weights don't need; nothing of it was executed. Save the weights alone, with "
                       "torch.save(model.state_dict(), file).").arg(m_path, pickleTextForMessage(name)));
    }
    return pushText(Kind::Global, name);
}

bool PickleValues::pushTuple(const std::optional<Nodes> &items)
{
    PickleNode *node = items ? push(Kind::Tuple) : nullptr;
    return node != nullptr && addItems(node, {items->begin(), items->end()});
}

bool PickleValues::addItems(PickleNode *node, const std::vector<const PickleNode *> &items)
{
    if (items.size() > kMostItems - m_items)
        return tooMuch();
    m_items += items.size();
    node->items.insert(node->items.end(), items.begin(), items.end());
    return true;
}

bool PickleValues::mark()
{
    if (m_marks.size() >= kMostMarks)
        return tooMuch();
    m_marks.push_back(m_stack.size());
    return true;
}

std::optional<PickleValues::Nodes> PickleValues::pop(size_t number)
{
    if (m_stack.size() - floor() < number) {
        misplaced();
        return std::nullopt;
    }
    const auto first = m_stack.end() - static_cast<std::ptrdiff_t>(number);
    Nodes values(first, m_stack.end());
    m_stack.erase(first, m_stack.end());
    return values;
}

std::optional<PickleValues::Nodes> PickleValues::popMark()
{
    if (m_marks.empty()) {
        misplaced();
        return std::nullopt;
    }
    auto values = pop(m_stack.size() - m_marks.back());
    m_marks.pop_back();
    return values;
}

PickleNode *PickleValues::top(Kind kind)
{
    if (m_stack.size() > floor() && m_stack.back()->kind == kind)
        return m_stack.back();
    misplaced();
    return nullptr;
}

bool PickleValues::stackGlobal()
{
    const auto names = pop(2);
    if (!names)
        return false;
    if (names->at(0)->kind != Kind::Text || names->at(1)->kind != Kind::Text)
        return misplaced();
    return pushGlobal(names->at(0)->text + '.' + names->at(1)->text);
}

bool PickleValues::reduce()
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
    if (!isStateDictFunction(function->text))
        return fail(tr("%1 calls “%2”, which weights don't need; nothing of it was executed.")
                        .arg(m_path, pickleTextForMessage(function->text)));
    PickleNode *node = push(Kind::Call);
    if (node == nullptr)
        return false;
    node->text = function->text;
    return addItems(node, arguments->items);
}

/// OrderedDict([[key, value], …]), as Python 2 wrote it.
bool PickleValues::fillOrderedDict(PickleNode *dictionary, const PickleNode *pairs)
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

bool PickleValues::build()
{
    const auto state = pop(1);
    if (!state)
        return false;
    const PickleNode *target = top(Kind::Dictionary);
    if (target == nullptr)
        return false;
    return (target->isOrdered && state->front()->kind == Kind::Dictionary) || misplaced();
}

bool PickleValues::append(const std::optional<Nodes> &values, Kind to)
{
    PickleNode *target = values ? top(to) : nullptr;
    if (target == nullptr)
        return false;
    if (to == Kind::Dictionary && values->size() % 2 != 0)
        return misplaced();
    return addItems(target, {values->begin(), values->end()});
}

bool PickleValues::put(std::optional<size_t> index)
{
    if (!index)
        return false;
    if (m_stack.size() <= floor())
        return misplaced();
    if (m_memo.size() >= kMostMemos)
        return tooMuch();
    m_memo[*index] = m_stack.back();
    return true;
}

bool PickleValues::get(std::optional<size_t> index)
{
    if (!index)
        return false;
    const auto found = m_memo.find(*index);
    return found == m_memo.end() ? misplaced() : pushNode(found->second);
}

bool PickleValues::refer()
{
    const auto description = pop(1);
    if (!description)
        return false;
    if (description->front()->kind != Kind::Tuple)
        return misplaced();
    PickleNode *node = push(Kind::Reference);
    return node != nullptr && addItems(node, description->front()->items);
}

Result<PickleDocument> PickleValues::takeDocument()
{
    if (m_stack.size() != 1 || !m_marks.empty()) {
        misplaced();
        return m_error;
    }
    m_document.root = m_stack.front();
    return std::move(m_document);
}

} // namespace flower
