// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/SafetensorsFile.h"

#include "engine/ml/weights/SafetensorsHeader.h"
#include "engine/ml/weights/TensorScalars.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QtEndian>

#include <vector>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

Result<SafetensorsContent> readSafetensors(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, tr("%1 can't be opened: %2.").arg(path, file.errorString())};
    const Result<SafetensorsHeader> header = readSafetensorsHeader(file);
    if (!header)
        return header.error();
    SafetensorsContent content;
    content.metadata = header->metadata;
    for (const SafetensorsEntry &entry : header->tensors) {
        torch::Tensor tensor = torch::empty(entry.shape, scalarOf(entry.type));
        if (!file.seek(entry.position) || file.read(static_cast<char *>(tensor.data_ptr()), entry.bytes) != entry.bytes) {
            return Error{ErrorCode::Unreadable, tr("%1 is not a sound safetensors file: %2.")
                                                    .arg(path, tr("the tensor “%1” can't be read whole").arg(entry.name))};
        }
        if (entry.type != TensorType::Int64)
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
