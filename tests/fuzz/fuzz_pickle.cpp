// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PickleGlobals.h"
#include "engine/ml/weights/PickleReader.h"
#include "tests/fuzz/FuzzTarget.h"

#include <QSet>

using namespace flower;

FLOWER_FUZZ_TARGET(pickle)
{
    const QByteArray foreign = firstForeignGlobal(bytes);
    fuzz::check(!isStateDictGlobal(foreign));
    const Result<PickleDocument> document = readPickle(QStringLiteral("file"), bytes);
    if (!document) {
        fuzz::check(!document.error().message.isEmpty());
        return;
    }
    fuzz::check(document->bytes > 0 && document->bytes <= bytes.size() && document->root != nullptr);
    QSet<const PickleNode *> known;
    for (const auto &node : document->nodes)
        known.insert(node.get());
    for (const auto &node : document->nodes) {
        const bool isNamed = node->kind == PickleNode::Kind::Global || node->kind == PickleNode::Kind::Call;
        fuzz::check(!isNamed || isStateDictGlobal(node->text)); // nothing else gets through
        for (const PickleNode *item : node->items)
            fuzz::check(known.contains(item));
    }
}
