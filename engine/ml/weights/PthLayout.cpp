// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PthLayout.h"

#include "engine/ml/weights/PickleReader.h"
#include "engine/ml/weights/ZipEntries.h"

#include <QCoreApplication>
#include <QFile>
#include <QMap>
#include <QSet>
#include <QtEndian>

#include <algorithm>
#include <optional>
#include <vector>

namespace flower {

namespace {

constexpr qint64 kMostSharing = 4; // tensors may take this many times the file's size together, widened and shared
constexpr qint64 kOldFormProtocol = 1001;
const QByteArray kOldFormMagic = QByteArray::fromHex("6cfc9c46f9206aa85019");

using Kind = PickleNode::Kind;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

Error damaged(const QString &path, const QString &what)
{
    return {ErrorCode::Unreadable, tr("%1 is not a sound PyTorch weights file: %2.").arg(path, what)};
}

std::optional<TensorType> typeOf(const QByteArray &storageClass)
{
    static const QMap<QByteArray, TensorType> kTypes{
        {"torch.DoubleStorage", TensorType::Float64}, {"torch.FloatStorage", TensorType::Float32},
        {"torch.HalfStorage", TensorType::Float16},   {"torch.BFloat16Storage", TensorType::BFloat16},
        {"torch.LongStorage", TensorType::Int64},     {"torch.IntStorage", TensorType::Int32},
        {"torch.ShortStorage", TensorType::Int16},    {"torch.CharStorage", TensorType::Int8},
        {"torch.ByteStorage", TensorType::UInt8},
        {"torch.BoolStorage", TensorType::UInt8}, // a byte of a file may be neither 0 nor 1
    };
    const auto found = kTypes.constFind(storageClass);
    return found == kTypes.constEnd() ? std::nullopt : std::optional(*found);
}

bool isWhole(const PickleNode *node)
{
    return node->kind == Kind::Integer && node->integer >= 0;
}

/// A tuple of whole numbers that are not negative.
std::optional<std::vector<int64_t>> wholeNumbers(const PickleNode *node)
{
    if (node->kind != Kind::Tuple || node->items.size() > size_t(kMostDimensions)
        || !std::all_of(node->items.begin(), node->items.end(), isWhole))
        return std::nullopt;
    std::vector<int64_t> numbers;
    for (const PickleNode *item : node->items)
        numbers.push_back(item->integer);
    return numbers;
}

/// How many numbers the view has if all of them lie in a storage of `count`, else nothing.
std::optional<qint64> numbersOf(const PthTensor &view, qint64 count)
{
    qint64 elements = 1;
    for (const int64_t side : view.shape) {
        if (side > 0 && elements > kLargestWeightsFile / side)
            return std::nullopt;
        elements *= std::max<qint64>(side, 1);
    }
    if (std::find(view.shape.begin(), view.shape.end(), 0) != view.shape.end())
        return 0;
    if (elements > count || view.offset >= count)
        return std::nullopt;
    qint64 last = view.offset;
    for (size_t dimension = 0; dimension < view.shape.size(); ++dimension) {
        const qint64 steps = view.shape[dimension] - 1;
        if (steps > 0 && view.strides[dimension] > (count - 1 - last) / steps)
            return std::nullopt;
        last += steps * (steps > 0 ? view.strides[dimension] : 0);
    }
    return elements;
}

/// What a number takes in memory: every float becomes float32, every integer int64.
qint64 bytesInMemory(TensorType type)
{
    const bool isFloat = type == TensorType::Float64 || type == TensorType::Float32 || type == TensorType::Float16
        || type == TensorType::BFloat16;
    return isFloat ? 4 : 8;
}

/// One `.pth` file on its way to a layout.
class PthReader
{
public:
    PthReader(const QString &path, const QByteArray &bytes)
        : m_path(path), m_bytes(bytes), m_room(bytes.size() * kMostSharing)
    {
    }

    Result<PthLayout> readOldForm();
    Result<PthLayout> readZipForm();

private:
    Result<void> listStorages(const PickleDocument &document);
    Result<void> fill(const QByteArray &storageKey, const QByteArray &data);
    Result<PthLayout> layoutOf(const PickleNode &stateDict);
    Result<PthTensor> tensorOf(const QByteArray &name, const PickleNode *node);

    const QString m_path;
    const QByteArray m_bytes;
    qint64 m_room; ///< bytes of memory that tensors may still take
    std::map<QByteArray, PthStorage> m_storages;
};

Result<PthLayout> PthReader::readOldForm()
{
    std::vector<PickleDocument> documents; // magic number, protocol, machine, state dict, storage keys
    qsizetype position = 0;
    for (int index = 0; index < 5; ++index) {
        Result<PickleDocument> document = readPickle(m_path, QByteArrayView(m_bytes).sliced(position));
        if (!document)
            return document.error();
        const PickleNode &root = *document->root;
        if (index == 0 && (root.kind != Kind::BigInteger || root.text != kOldFormMagic))
            return damaged(m_path, tr("torch.save didn't write it"));
        if (index == 1 && (root.kind != Kind::Integer || root.integer != kOldFormProtocol))
            return damaged(m_path, tr("it has an unknown version"));
        position += document->bytes;
        documents.push_back(std::move(document).value());
    }
    // What the third pickle says of the machine doesn't matter: storages are little-endian whatever it was.
    if (const Result<void> listed = listStorages(documents[3]); !listed)
        return listed.error();

    const PickleNode &keys = *documents[4].root;
    if (keys.kind != Kind::List || keys.items.size() != m_storages.size())
        return damaged(m_path, tr("its storages and its tensors don't fit together"));
    for (const PickleNode *key : keys.items) {
        const auto storage = m_storages.find(key->text);
        if (key->kind != Kind::Text || storage == m_storages.end() || storage->second.data.has_value())
            return damaged(m_path, tr("its storages and its tensors don't fit together"));
        if (m_bytes.size() - position < 8)
            return damaged(m_path, tr("it ends too early"));
        const auto count = qFromLittleEndian<qint64>(m_bytes.constData() + position);
        position += 8;
        if (count != storage->second.count)
            return damaged(m_path, tr("a storage is not as long as its tensors say"));
        const qint64 bytes = count * bytesOf(storage->second.type); // listStorages() bounds the count
        if (bytes > m_bytes.size() - position)
            return damaged(m_path, tr("it ends too early"));
        if (const Result<void> filled = fill(key->text, QByteArray::fromRawData(m_bytes.constData() + position, bytes)); !filled)
            return filled.error();
        position += bytes;
    }
    return layoutOf(*documents[3].root);
}

Result<PthLayout> PthReader::readZipForm()
{
    const Result<QMap<QByteArray, QByteArray>> entries = readZipEntries(m_path, m_bytes);
    if (!entries)
        return entries.error();
    QByteArray folder; // named after the file as it was saved
    for (auto it = entries->begin(); it != entries->end(); ++it) {
        if (!it.key().endsWith("/data.pkl") || it.key().count('/') != 1)
            continue;
        if (!folder.isEmpty())
            return damaged(m_path, tr("it holds more than one list of tensors"));
        folder = it.key().chopped(8);
    }
    if (folder.isEmpty())
        return damaged(m_path, tr("the archive has no data.pkl"));
    const QByteArray byteOrder = entries->value(folder + "byteorder", "little").trimmed();
    if (byteOrder != "little") {
        return Error{ErrorCode::Unsupported, tr("%1 was written with the byte order “%2”. Save it once more on a usual computer.")
                                                 .arg(m_path, pickleTextForMessage(byteOrder))};
    }
    const QByteArray pickle = entries->value(folder + "data.pkl");
    const Result<PickleDocument> document = readPickle(m_path, pickle);
    if (!document)
        return document.error();
    if (const Result<void> listed = listStorages(*document); !listed)
        return listed.error();
    for (const auto &item : m_storages) {
        const auto entry = entries->constFind(folder + "data/" + item.first);
        if (entry == entries->constEnd())
            return damaged(m_path, tr("the storage “%1” is missing").arg(pickleTextForMessage(item.first)));
        if (const Result<void> filled = fill(item.first, *entry); !filled)
            return filled.error();
    }
    return layoutOf(*document->root);
}

/// Every storage is a reference of the form ("storage", class, key, device, elements[, None]).
Result<void> PthReader::listStorages(const PickleDocument &document)
{
    for (const auto &node : document.nodes) {
        if (node->kind != Kind::Reference)
            continue;
        const std::vector<const PickleNode *> &items = node->items;
        const bool isSound = (items.size() == 5 || (items.size() == 6 && items[5]->kind == Kind::None))
            && items[0]->kind == Kind::Text && items[0]->text == "storage" && items[1]->kind == Kind::Global
            && items[2]->kind == Kind::Text && items[3]->kind == Kind::Text && isWhole(items[4]);
        const std::optional<TensorType> type = isSound ? typeOf(items[1]->text) : std::nullopt;
        if (!type)
            return damaged(m_path, tr("it describes a storage in an unknown form"));
        if (items[4]->integer > m_bytes.size() / bytesOf(*type))
            return damaged(m_path, tr("a storage claims more data than the file holds"));
        const PthStorage storage{*type, items[4]->integer, {}};
        const auto [found, isNew] = m_storages.emplace(items[2]->text, storage);
        if (!isNew && (found->second.type != *type || found->second.count != storage.count))
            return damaged(m_path, tr("it describes a storage in two ways"));
    }
    return {};
}

Result<void> PthReader::fill(const QByteArray &storageKey, const QByteArray &data)
{
    PthStorage &storage = m_storages.at(storageKey);
    if (data.size() != storage.count * bytesOf(storage.type))
        return damaged(m_path, tr("a storage is not as long as its tensors say"));
    storage.data = data;
    return {};
}

Result<PthLayout> PthReader::layoutOf(const PickleNode &stateDict)
{
    if (stateDict.kind != Kind::Dictionary)
        return damaged(m_path, tr("it holds no dictionary of tensors"));
    PthLayout layout;
    QSet<QByteArray> names;
    for (size_t index = 0; index + 1 < stateDict.items.size(); index += 2) {
        const PickleNode *name = stateDict.items[index];
        if (name->kind != Kind::Text)
            return damaged(m_path, tr("a tensor has no name"));
        Result<PthTensor> tensor = tensorOf(name->text, stateDict.items[index + 1]);
        if (!tensor)
            return tensor.error();
        if (names.contains(name->text))
            return damaged(m_path, tr("it holds the tensor “%1” twice").arg(pickleTextForMessage(name->text)));
        names.insert(name->text);
        layout.tensors.push_back(std::move(tensor).value());
    }
    layout.file = m_bytes;
    layout.storages = std::move(m_storages);
    return layout;
}

/// _rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks[, metadata]), bare or in a
/// _rebuild_parameter(tensor, requires_grad, hooks).
Result<PthTensor> PthReader::tensorOf(const QByteArray &name, const PickleNode *node)
{
    const QString shownName = pickleTextForMessage(name);
    if (node->kind == Kind::Call && node->text == "torch._utils._rebuild_parameter" && node->items.size() == 3)
        node = node->items[0];
    if (node->kind != Kind::Call || node->text != "torch._utils._rebuild_tensor_v2") {
        return Error{ErrorCode::Unreadable, tr("“%2” in %1 is no tensor. Save the weights alone, with "
                                               "torch.save(model.state_dict(), file).").arg(m_path, shownName)};
    }
    const std::vector<const PickleNode *> &arguments = node->items;
    const bool isComplete = arguments.size() == 6
        || (arguments.size() == 7 && (arguments[6]->kind == Kind::None
                                      || (arguments[6]->kind == Kind::Dictionary && arguments[6]->items.empty())));
    if (!isComplete || arguments[0]->kind != Kind::Reference || !isWhole(arguments[1]))
        return damaged(m_path, tr("the tensor “%1” is described in an unknown form").arg(shownName));
    const auto shape = wholeNumbers(arguments[2]);
    const auto strides = wholeNumbers(arguments[3]);
    if (!shape || !strides || shape->size() != strides->size())
        return damaged(m_path, tr("the tensor “%1” has no usable shape").arg(shownName));

    PthTensor view{name, arguments[0]->items[2]->text, arguments[1]->integer, *shape, *strides, 0};
    const PthStorage &storage = m_storages.at(view.storage);
    const std::optional<qint64> numbers = numbersOf(view, storage.count);
    if (!numbers)
        return damaged(m_path, tr("the tensor “%1” claims more data than its storage holds").arg(shownName));
    view.count = *numbers;
    m_room -= view.count * bytesInMemory(storage.type);
    if (m_room < 0)
        return damaged(m_path, tr("its tensors claim more data than the file holds"));
    return view;
}

} // namespace

Result<PthLayout> readPthLayout(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, tr("%1 can't be opened: %2.").arg(path, file.errorString())};
    if (file.size() > kLargestWeightsFile)
        return Error{ErrorCode::Unsupported, tr("%1 is far larger than the weights of MobileNet-V2.").arg(path)};
    const QByteArray bytes = file.readAll();
    PthReader reader(path, bytes);
    return bytes.startsWith("PK") ? reader.readZipForm() : reader.readOldForm();
}

} // namespace flower
