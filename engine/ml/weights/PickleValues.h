// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/ml/weights/PickleReader.h"

#include <optional>
#include <unordered_map>

// Internal to flower_ml.

namespace flower {

/// The values that a pickle has described so far: its stack, marks and memo, and what may become of them. Only what a state
/// dict needs, and no more than a network's size explains. The steps return false (or nothing) once the pickle can't go on;
/// error() says why.
class PickleValues
{
public:
    using Kind = PickleNode::Kind;
    using Nodes = std::vector<PickleNode *>;

    /// `path` is the file that errors speak of.
    explicit PickleValues(const QString &path) : m_path(path) {}

    /// The opcode that errors name from now on.
    void setOpcode(quint8 opcode) { m_opcode = opcode; }
    bool fail(const QString &sentence);
    bool misplaced();
    [[nodiscard]] const Error &error() const { return m_error; }

    /// The new value, nullptr where there are too many.
    PickleNode *push(Kind kind);
    bool pushInteger(Kind kind, std::optional<qint64> value);
    bool pushText(Kind kind, const QByteArray &text);
    bool pushGlobal(const QByteArray &name);
    bool pushTuple(const std::optional<Nodes> &items);
    bool mark();
    /// The last `number` values, never from below the last mark.
    std::optional<Nodes> pop(size_t number);
    /// The values since the last mark, which goes too.
    std::optional<Nodes> popMark();

    bool stackGlobal();
    bool reduce();
    /// The attributes of an OrderedDict (a state dict's `_metadata`) say nothing about its tensors and are left out.
    bool build();
    bool append(const std::optional<Nodes> &values, Kind to);
    bool refer();
    bool memoize() { return put(m_memo.size()); }
    bool put(std::optional<size_t> index);
    bool get(std::optional<size_t> index);

    /// The values, once one alone is left.
    Result<PickleDocument> takeDocument();

private:
    bool tooMuch();
    bool pushNode(PickleNode *node);
    bool addItems(PickleNode *node, const std::vector<const PickleNode *> &items);
    bool fillOrderedDict(PickleNode *dictionary, const PickleNode *pairs);
    /// The last value if it is of `kind`, else nullptr and an error.
    PickleNode *top(Kind kind);
    [[nodiscard]] size_t floor() const { return m_marks.empty() ? 0 : m_marks.back(); }

    const QString m_path;
    quint8 m_opcode = 0;
    Nodes m_stack;
    std::vector<size_t> m_marks; ///< the stack's size at each
    std::unordered_map<size_t, PickleNode *> m_memo;
    size_t m_items = 0; ///< of all values together
    PickleDocument m_document;
    Error m_error;
};

} // namespace flower
