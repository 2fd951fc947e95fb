// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"

#include <QByteArray>
#include <QByteArrayView>

#include <memory>
#include <vector>

namespace flower {

/// One value of a pickle, as plain data: nothing is looked up, called or built.
struct PickleNode {
    enum class Kind {
        None,
        Boolean,    ///< `integer` is 0 or 1
        Integer,    ///< `integer`
        BigInteger, ///< more than 64 bits; `text` holds its little-endian bytes
        Real,       ///< `real`
        Text,       ///< `text`, UTF-8
        Tuple,      ///< `items`
        List,       ///< `items`
        Dictionary, ///< `items`: key, value, key, value…
        Global,     ///< `text` is the module and name, such as “torch.FloatStorage”
        Call,       ///< of the function named by `text` with the arguments `items`; described, not made
        Reference,  ///< to something outside the pickle (a storage), described by `items`
    };
    Kind kind = Kind::None;
    bool isOrdered = false; ///< a Dictionary that is a collections.OrderedDict
    qint64 integer = 0;
    double real = 0;
    QByteArray text;
    std::vector<const PickleNode *> items; ///< may lead back to this node; follow to a known depth only
};

/// A pickle's values, owned by `nodes`.
struct PickleDocument {
    std::vector<std::unique_ptr<PickleNode>> nodes;
    const PickleNode *root = nullptr;
    qsizetype bytes = 0; ///< how many the pickle took, its STOP included
};

/// Reads one pickle from the start of `bytes`, with the opcodes and globals of a PyTorch state dict and no others
/// (https://docs.python.org/3/library/pickletools.html says what each opcode means). It executes nothing: any other
/// opcode or global is an error that names it. `path` is the file that errors speak of.
Result<PickleDocument> readPickle(const QString &path, QByteArrayView bytes);

/// Text of a pickle for a message: short, and without control characters.
QString pickleTextForMessage(const QByteArray &text);

} // namespace flower
