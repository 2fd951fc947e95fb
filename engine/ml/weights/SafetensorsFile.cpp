// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/SafetensorsFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtEndian>

#include <algorithm>
#include <optional>
#include <vector>

namespace flower {

namespace {

constexpr qint64 kLargestHeader = 100'000'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

Error damaged(const QString &path, const QString &what)
{
    return {ErrorCode::Unreadable, tr("%1 is not a sound safetensors file: %2.").arg(path, what)};
}

struct Type {
    torch::ScalarType scalar;
    qint64 bytes;
};

std::optional<Type> typeOf(const QString &name)
{
    static const QMap<QString, Type> kTypes{
        {QStringLiteral("F64"), {torch::kFloat64, 8}}, {QStringLiteral("F32"), {torch::kFloat32, 4}},
        {QStringLiteral("F16"), {torch::kFloat16, 2}}, {QStringLiteral("BF16"), {torch::kBFloat16, 2}},
        {QStringLiteral("I64"), {torch::kInt64, 8}},
    };
    const auto found = kTypes.constFind(name);
    return found == kTypes.constEnd() ? std::nullopt : std::optional<Type>(*found);
}

/// A tensor's place in the file.
struct Entry {
    QString name;
    Type type{};
    std::vector<int64_t> shape;
    qint64 begin = 0;
    qint64 end = 0;
};

/// A JSON number that is a whole one from 0 to 2^53, else -1.
qint64 wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(-1.0);
    return number >= 0 && number <= 9007199254740992.0 && number == static_cast<double>(static_cast<qint64>(number))
        ? static_cast<qint64>(number)
        : -1;
}

Result<Entry> parseEntry(const QString &path, const QString &name, const QJsonObject &object, qint64 dataBytes)
{
    Entry entry;
    entry.name = name;
    const QString typeName = object.value(QStringLiteral("dtype")).toString();
    const std::optional<Type> type = typeOf(typeName);
    if (!type)
        return damaged(path, tr("the tensor “%1” has the unknown type “%2”").arg(name, typeName));
    entry.type = *type;

    qint64 bytes = type->bytes;
    const QJsonArray shape = object.value(QStringLiteral("shape")).toArray();
    if (!object.value(QStringLiteral("shape")).isArray() || shape.size() > 8)
        return damaged(path, tr("the tensor “%1” has no usable shape").arg(name));
    for (const QJsonValue &value : shape) {
        const qint64 side = wholeNumber(value);
        if (side < 0 || (side > 0 && bytes > dataBytes / side))
            return damaged(path, tr("the tensor “%1” claims more data than the file holds").arg(name));
        bytes *= side;
        entry.shape.push_back(side);
    }
    const QJsonArray offsets = object.value(QStringLiteral("data_offsets")).toArray();
    entry.begin = wholeNumber(offsets.at(0));
    entry.end = wholeNumber(offsets.at(1));
    if (offsets.size() != 2 || entry.begin < 0 || entry.end < entry.begin || entry.end > dataBytes)
        return damaged(path, tr("the tensor “%1” lies outside the file").arg(name));
    if (entry.end - entry.begin != bytes)
        return damaged(path, tr("the size of the tensor “%1” doesn't fit its shape").arg(name));
    return entry;
}

} // namespace

Result<SafetensorsContent> readSafetensors(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, tr("%1 can't be opened: %2.").arg(path, file.errorString())};
    const QByteArray lengthBytes = file.read(8);
    if (lengthBytes.size() != 8)
        return damaged(path, tr("it is too short"));
    const auto claimed = qFromLittleEndian<quint64>(lengthBytes.constData());
    if (claimed > static_cast<quint64>(std::min(kLargestHeader, file.size() - 8)))
        return damaged(path, tr("its header claims to be longer than the file"));
    const auto headerBytes = static_cast<qint64>(claimed);

    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(headerBytes), &parseError);
    if (!document.isObject())
        return damaged(path, tr("its header is not a JSON object (%1)").arg(parseError.errorString()));

    SafetensorsContent content;
    std::vector<Entry> entries;
    const qint64 dataStart = 8 + headerBytes;
    const QJsonObject header = document.object();
    for (auto it = header.begin(); it != header.end(); ++it) {
        const QJsonObject object = it.value().toObject();
        if (it.key() == QLatin1String("__metadata__")) {
            for (auto item = object.begin(); item != object.end(); ++item)
                content.metadata.insert(item.key(), item.value().toString());
            continue;
        }
        Result<Entry> entry = parseEntry(path, it.key(), object, file.size() - dataStart);
        if (!entry)
            return entry.error();
        entries.push_back(std::move(entry).value());
    }
    std::sort(entries.begin(), entries.end(), [](const Entry &a, const Entry &b) { return a.begin < b.begin; });
    for (size_t index = 1; index < entries.size(); ++index) {
        if (entries[index].begin < entries[index - 1].end)
            return damaged(path, tr("the tensors “%1” and “%2” overlap").arg(entries[index - 1].name, entries[index].name));
    }

    for (const Entry &entry : entries) {
        torch::Tensor tensor = torch::empty(entry.shape, entry.type.scalar);
        const qint64 bytes = entry.end - entry.begin;
        if (!file.seek(dataStart + entry.begin) || file.read(static_cast<char *>(tensor.data_ptr()), bytes) != bytes)
            return damaged(path, tr("the tensor “%1” can't be read whole").arg(entry.name));
        if (entry.type.scalar != torch::kInt64)
            tensor = tensor.to(torch::kFloat32);
        content.tensors.emplace(entry.name.toStdString(), tensor);
    }
    return content;
}

Result<void> writeSafetensors(const QString &path, const SafetensorsContent &content)
{
    QJsonObject header;
    QJsonObject metadata;
    for (auto it = content.metadata.begin(); it != content.metadata.end(); ++it)
        metadata.insert(it.key(), it.value());
    header.insert(QStringLiteral("__metadata__"), metadata);

    std::vector<torch::Tensor> tensors;
    qint64 offset = 0;
    for (const auto &[name, tensor] : content.tensors) {
        const bool isInteger = tensor.scalar_type() == torch::kInt64;
        tensors.push_back(tensor.detach().to(torch::kCPU, isInteger ? torch::kInt64 : torch::kFloat32)
                              .contiguous(torch::MemoryFormat::Contiguous));
        QJsonArray shape;
        for (const int64_t side : tensor.sizes())
            shape.append(static_cast<qint64>(side));
        const auto bytes = static_cast<qint64>(tensors.back().nbytes());
        header.insert(QString::fromStdString(name),
                      QJsonObject{{QStringLiteral("dtype"), isInteger ? QStringLiteral("I64") : QStringLiteral("F32")},
                                  {QStringLiteral("shape"), shape},
                                  {QStringLiteral("data_offsets"), QJsonArray{offset, offset + bytes}}});
        offset += bytes;
    }
    QByteArray json = QJsonDocument(header).toJson(QJsonDocument::Compact);
    json.append(QByteArray((8 - json.size() % 8) % 8, ' ')); // keeps the data aligned

    QSaveFile file(path);
    const auto failed = [&] {
        return Error{ErrorCode::Unwritable, tr("%1 can't be written: %2.").arg(path, file.errorString())};
    };
    if (!file.open(QIODevice::WriteOnly))
        return failed();
    QByteArray length(8, '\0');
    qToLittleEndian(static_cast<quint64>(json.size()), length.data());
    bool written = file.write(length) == 8 && file.write(json) == json.size();
    for (const torch::Tensor &tensor : tensors) {
        const auto bytes = static_cast<qint64>(tensor.nbytes());
        written = written && file.write(static_cast<const char *>(tensor.data_ptr()), bytes) == bytes;
    }
    if (!written || !file.commit())
        return failed();
    return {};
}

} // namespace flower
