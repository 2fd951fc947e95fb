// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PthFile.h"

#include "engine/ml/weights/PickleReader.h"
#include "engine/ml/weights/ZipEntries.h"

#include <QCoreApplication>
#include <QFile>
#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <optional>
#include <vector>

namespace flower {

namespace {

constexpr qint64 kLargestFile = qint64(2) << 30;
constexpr qint64 kMostSharing = 4; // tensors that share a storage may take this many times the file's size together
constexpr size_t kMostDimensions = 8;
constexpr qint64 kOldFormProtocol = 1001;
const QByteArray kOldFormMagic = QByteArray::fromHex("6cfc9c46f9206aa85019");

using Kind = PickleNode::Kind;
using TensorMap = std::map<std::string, torch::Tensor>;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

Error damaged(const QString &path, const QString &what)
{
    return {ErrorCode::Unreadable, tr("%1 is not a sound PyTorch weights file: %2.").arg(path, what)};
}

struct Type {
    torch::ScalarType scalar;
    qint64 bytes;
};

std::optional<Type> typeOf(const QByteArray &storageClass)
{
    static const QMap<QByteArray, Type> kTypes{
        {"torch.DoubleStorage", {torch::kFloat64, 8}},    {"torch.FloatStorage", {torch::kFloat32, 4}},
        {"torch.HalfStorage", {torch::kFloat16, 2}},      {"torch.BFloat16Storage", {torch::kBFloat16, 2}},
        {"torch.LongStorage", {torch::kInt64, 8}},        {"torch.IntStorage", {torch::kInt32, 4}},
        {"torch.ShortStorage", {torch::kInt16, 2}},       {"torch.CharStorage", {torch::kInt8, 1}},
        {"torch.ByteStorage", {torch::kUInt8, 1}},
        {"torch.BoolStorage", {torch::kUInt8, 1}}, // a byte of a file may be neither 0 nor 1
    };
    const auto found = kTypes.constFind(storageClass);
    return found == kTypes.constEnd() ? std::nullopt : std::optional<Type>(*found);
}

/// The numbers that one tensor or several look at.
struct Storage {
    Type type{};
    qint64 count = 0;    ///< elements
    torch::Tensor values; ///< one dimension; undefined until filled
};

/// Where a tensor lies in its storage, in elements.
struct View {
    qint64 offset = 0;
    std::vector<int64_t> shape;
    std::vector<int64_t> strides;
};

bool isWhole(const PickleNode *node)
{
    return node->kind == Kind::Integer && node->integer >= 0;
}

/// A tuple of whole numbers that are not negative.
std::optional<std::vector<int64_t>> wholeNumbers(const PickleNode *node)
{
    if (node->kind != Kind::Tuple || node->items.size() > kMostDimensions
        || !std::all_of(node->items.begin(), node->items.end(), isWhole))
        return std::nullopt;
    std::vector<int64_t> numbers;
    for (const PickleNode *item : node->items)
        numbers.push_back(item->integer);
    return numbers;
}

/// How many elements the view has if all of them lie in a storage of `count`, else nothing.
std::optional<qint64> elementsOf(const View &view, qint64 count)
{
    qint64 elements = 1;
    for (const int64_t side : view.shape) {
        if (side > 0 && elements > kLargestFile / side)
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

/// One `.pth` file on its way to tensors.
class PthReader
{
public:
    PthReader(const QString &path, const QByteArray &bytes)
        : m_path(path), m_bytes(bytes), m_room(bytes.size() * kMostSharing)
    {
    }

    Result<TensorMap> readOldForm();
    Result<TensorMap> readZipForm();

private:
    Result<void> listStorages(const PickleDocument &document);
    Result<void> fill(const QByteArray &storageKey, QByteArrayView data);
    Result<TensorMap> tensorsOf(const PickleNode &stateDict);
    Result<torch::Tensor> tensorOf(const QByteArray &name, const PickleNode *node);

    const QString m_path;
    const QByteArray m_bytes;
    qint64 m_room; ///< bytes that tensors may still take
    std::map<QByteArray, Storage> m_storages;
};

Result<TensorMap> PthReader::readOldForm()
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
        if (key->kind != Kind::Text || storage == m_storages.end() || storage->second.values.defined())
            return damaged(m_path, tr("its storages and its tensors don't fit together"));
        if (m_bytes.size() - position < 8)
            return damaged(m_path, tr("it ends too early"));
        const auto count = qFromLittleEndian<qint64>(m_bytes.constData() + position);
        position += 8;
        if (count != storage->second.count)
            return damaged(m_path, tr("a storage is not as long as its tensors say"));
        const qint64 bytes = count * storage->second.type.bytes; // listStorages() bounds the count
        if (bytes > m_bytes.size() - position)
            return damaged(m_path, tr("it ends too early"));
        if (const Result<void> filled = fill(key->text, QByteArrayView(m_bytes).sliced(position, bytes)); !filled)
            return filled.error();
        position += bytes;
    }
    return tensorsOf(*documents[3].root);
}

Result<TensorMap> PthReader::readZipForm()
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
    return tensorsOf(*document->root);
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
        const std::optional<Type> type = isSound ? typeOf(items[1]->text) : std::nullopt;
        if (!type)
            return damaged(m_path, tr("it describes a storage in an unknown form"));
        if (items[4]->integer > m_bytes.size() / type->bytes)
            return damaged(m_path, tr("a storage claims more data than the file holds"));
        const Storage storage{*type, items[4]->integer, {}};
        const auto [found, isNew] = m_storages.emplace(items[2]->text, storage);
        if (!isNew && (found->second.type.scalar != type->scalar || found->second.count != storage.count))
            return damaged(m_path, tr("it describes a storage in two ways"));
    }
    return {};
}

Result<void> PthReader::fill(const QByteArray &storageKey, QByteArrayView data)
{
    Storage &storage = m_storages.at(storageKey);
    if (data.size() != storage.count * storage.type.bytes)
        return damaged(m_path, tr("a storage is not as long as its tensors say"));
    storage.values = torch::empty({storage.count}, storage.type.scalar);
    if (!data.isEmpty())
        std::memcpy(storage.values.data_ptr(), data.data(), static_cast<size_t>(data.size()));
    return {};
}

Result<TensorMap> PthReader::tensorsOf(const PickleNode &stateDict)
{
    if (stateDict.kind != Kind::Dictionary)
        return damaged(m_path, tr("it holds no dictionary of tensors"));
    TensorMap tensors;
    for (size_t index = 0; index + 1 < stateDict.items.size(); index += 2) {
        const PickleNode *name = stateDict.items[index];
        if (name->kind != Kind::Text)
            return damaged(m_path, tr("a tensor has no name"));
        Result<torch::Tensor> tensor = tensorOf(name->text, stateDict.items[index + 1]);
        if (!tensor)
            return tensor.error();
        if (!tensors.emplace(name->text.toStdString(), std::move(tensor).value()).second)
            return damaged(m_path, tr("it holds the tensor “%1” twice").arg(pickleTextForMessage(name->text)));
    }
    return tensors;
}

/// _rebuild_tensor_v2(storage, offset, shape, strides, requires_grad, hooks[, metadata]), bare or in a
/// _rebuild_parameter(tensor, requires_grad, hooks).
Result<torch::Tensor> PthReader::tensorOf(const QByteArray &name, const PickleNode *node)
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

    const Storage &storage = m_storages.at(arguments[0]->items[2]->text);
    const View view{arguments[1]->integer, *shape, *strides};
    const std::optional<qint64> elements = elementsOf(view, storage.count);
    if (!elements)
        return damaged(m_path, tr("the tensor “%1” claims more data than its storage holds").arg(shownName));
    m_room -= *elements * storage.type.bytes;
    if (m_room < 0)
        return damaged(m_path, tr("its tensors claim more data than the file holds"));
    const torch::Tensor tensor = *elements == 0 ? torch::empty(view.shape, storage.type.scalar)
                                                : storage.values.as_strided(view.shape, view.strides, view.offset);
    return tensor.to(tensor.is_floating_point() ? torch::kFloat32 : torch::kInt64)
        .contiguous(torch::MemoryFormat::Contiguous);
}

} // namespace

Result<SafetensorsContent> readPth(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, tr("%1 can't be opened: %2.").arg(path, file.errorString())};
    if (file.size() > kLargestFile)
        return Error{ErrorCode::Unsupported, tr("%1 is far larger than the weights of MobileNet-V2.").arg(path)};
    const QByteArray bytes = file.readAll();
    PthReader reader(path, bytes);
    Result<TensorMap> tensors = bytes.startsWith("PK") ? reader.readZipForm() : reader.readOldForm();
    if (!tensors)
        return tensors.error();
    SafetensorsContent content;
    content.tensors = std::move(tensors).value();
    return content;
}

} // namespace flower
