// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/SafetensorsHeader.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

#include <algorithm>
#include <optional>

namespace flower {

namespace {

// MobileNet-V2's header takes 30 kB and its classes' names; parsed JSON takes many times its bytes.
constexpr qint64 kLargestHeader = 16 << 20;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

Error damaged(const QString &path, const QString &what)
{
    return {ErrorCode::Unreadable, tr("%1 is not a sound safetensors file: %2.").arg(path, what)};
}

std::optional<TensorType> typeOf(const QString &name)
{
    static const QMap<QString, TensorType> kTypes{
        {QStringLiteral("F64"), TensorType::Float64}, {QStringLiteral("F32"), TensorType::Float32},
        {QStringLiteral("F16"), TensorType::Float16}, {QStringLiteral("BF16"), TensorType::BFloat16},
        {QStringLiteral("I64"), TensorType::Int64},
    };
    const auto found = kTypes.constFind(name);
    return found == kTypes.constEnd() ? std::nullopt : std::optional(*found);
}

/// A JSON number that is a whole one from 0 to 2^53, else -1.
qint64 wholeNumber(const QJsonValue &value)
{
    const double number = value.toDouble(-1.0);
    return number >= 0 && number <= 9007199254740992.0 && number == static_cast<double>(static_cast<qint64>(number))
        ? static_cast<qint64>(number)
        : -1;
}

Result<SafetensorsEntry> parseEntry(const QString &path, const QString &name, const QJsonObject &object, qint64 dataStart,
                                    qint64 dataBytes)
{
    SafetensorsEntry entry;
    entry.name = name;
    const QString typeName = object.value(QStringLiteral("dtype")).toString();
    const std::optional<TensorType> type = typeOf(typeName);
    if (!type)
        return damaged(path, tr("the tensor “%1” has the unknown type “%2”").arg(name, typeName));
    entry.type = *type;

    const QJsonArray shape = object.value(QStringLiteral("shape")).toArray();
    if (!object.value(QStringLiteral("shape")).isArray() || shape.size() > kMostDimensions)
        return damaged(path, tr("the tensor “%1” has no usable shape").arg(name));
    qint64 room = bytesOf(*type); // of the sides that are not 0: an empty tensor has strides, too
    bool isEmpty = false;
    for (const QJsonValue &value : shape) {
        const qint64 side = wholeNumber(value);
        if (side < 0 || (side > 0 && room > dataBytes / side))
            return damaged(path, tr("the tensor “%1” claims more data than the file holds").arg(name));
        room *= std::max<qint64>(side, 1);
        isEmpty = isEmpty || side == 0;
        entry.shape.push_back(side);
    }
    entry.bytes = isEmpty ? 0 : room;
    const QJsonArray offsets = object.value(QStringLiteral("data_offsets")).toArray();
    const qint64 begin = wholeNumber(offsets.at(0));
    const qint64 end = wholeNumber(offsets.at(1));
    if (offsets.size() != 2 || begin < 0 || end < begin || end > dataBytes)
        return damaged(path, tr("the tensor “%1” lies outside the file").arg(name));
    if (end - begin != entry.bytes)
        return damaged(path, tr("the size of the tensor “%1” doesn't fit its shape").arg(name));
    entry.position = dataStart + begin;
    return entry;
}

} // namespace

Result<SafetensorsHeader> readSafetensorsHeader(QFile &file)
{
    const QString path = file.fileName();
    if (file.size() > kLargestWeightsFile)
        return Error{ErrorCode::Unsupported, tr("%1 is far larger than the weights of MobileNet-V2.").arg(path)};
    const QByteArray lengthBytes = file.read(8);
    if (lengthBytes.size() != 8)
        return damaged(path, tr("it is too short"));
    const auto claimed = qFromLittleEndian<quint64>(lengthBytes.constData());
    if (claimed > static_cast<quint64>(file.size() - 8))
        return damaged(path, tr("its header claims to be longer than the file"));
    if (claimed > static_cast<quint64>(kLargestHeader))
        return damaged(path, tr("its header is far longer than that of a network"));
    const auto headerBytes = static_cast<qint64>(claimed);

    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson(file.read(headerBytes), &parseError);
    if (!document.isObject())
        return damaged(path, tr("its header is not a JSON object (%1)").arg(parseError.errorString()));

    SafetensorsHeader result;
    const qint64 dataStart = 8 + headerBytes;
    const QJsonObject header = document.object();
    for (auto it = header.begin(); it != header.end(); ++it) {
        const QJsonObject object = it.value().toObject();
        if (it.key() == QLatin1String("__metadata__")) {
            for (auto item = object.begin(); item != object.end(); ++item)
                result.metadata.insert(item.key(), item.value().toString());
            continue;
        }
        Result<SafetensorsEntry> entry = parseEntry(path, it.key(), object, dataStart, file.size() - dataStart);
        if (!entry)
            return entry.error();
        result.tensors.push_back(std::move(entry).value());
    }
    std::vector<SafetensorsEntry> &tensors = result.tensors;
    // Empty ones first, so that one that begins where another does doesn't hide behind it.
    std::sort(tensors.begin(), tensors.end(), [](const SafetensorsEntry &a, const SafetensorsEntry &b) {
        return std::pair(a.position, a.bytes) < std::pair(b.position, b.bytes);
    });
    for (size_t index = 1; index < tensors.size(); ++index) {
        if (tensors[index].position < tensors[index - 1].position + tensors[index - 1].bytes)
            return damaged(path, tr("the tensors “%1” and “%2” overlap").arg(tensors[index - 1].name, tensors[index].name));
    }
    return result;
}

} // namespace flower
