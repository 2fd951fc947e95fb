// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/ModelFile.h"

#include "engine/core/MobileNetV2Table.h"
#include "engine/core/TrainingConfig.h"
#include "engine/ml/weights/ModelMetadata.h"
#include "engine/ml/weights/PthFile.h"
#include "engine/ml/weights/SafetensorsFile.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QtEndian>

#include <optional>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

const torch::Tensor *find(const std::map<std::string, torch::Tensor> &tensors, const std::string &name)
{
    const auto found = tensors.find(name);
    return found == tensors.end() ? nullptr : &found->second;
}

/// The width whose block shapes are those of the file; the first convolution and a late projection tell all five apart.
std::optional<double> widthOf(const std::map<std::string, torch::Tensor> &tensors)
{
    const torch::Tensor *projection = find(tensors, "features.17.conv.2.weight");
    if (projection == nullptr || projection->dim() != 4)
        return std::nullopt;
    for (const double width : kWidths) {
        if (projection->size(0) == roundedChannels(320 * width))
            return width;
    }
    return std::nullopt;
}

QString shapeText(const torch::Tensor &tensor)
{
    QStringList sides;
    for (const int64_t side : tensor.sizes())
        sides.append(QString::number(side));
    return sides.join(QStringLiteral(" × "));
}

/// Copies every tensor of `module` whose name starts with `prefix`; names what doesn't fit.
Result<void> copyTensors(const WeightsFile &weights, MobileNetV2 &network, const std::string &prefix)
{
    const torch::NoGradGuard noGrad;
    QStringList problems;
    std::map<std::string, torch::Tensor> targets;
    for (const auto &item : network->named_parameters())
        targets.emplace(item.key(), item.value());
    for (const auto &item : network->named_buffers())
        targets.emplace(item.key(), item.value());

    for (auto &[name, target] : targets) {
        if (name.rfind(prefix, 0) != 0)
            continue;
        const torch::Tensor *source = find(weights.tensors, name);
        if (source == nullptr) {
            if (name.find("num_batches_tracked") == std::string::npos)
                problems.append(tr("“%1” is missing").arg(QString::fromStdString(name)));
        } else if (source->sizes() != target.sizes()) {
            problems.append(tr("“%1” is %2 instead of %3")
                                .arg(QString::fromStdString(name), shapeText(*source), shapeText(target)));
        } else {
            target.copy_(*source);
        }
    }
    for (const auto &[name, tensor] : weights.tensors) {
        if (name.rfind(prefix, 0) == 0 && targets.find(name) == targets.end())
            problems.append(tr("“%1” is unknown").arg(QString::fromStdString(name)));
    }
    if (problems.isEmpty())
        return {};
    const qsizetype more = problems.size() - 3;
    QString list = problems.mid(0, 3).join(QStringLiteral(", "));
    if (more > 0)
        list += tr(" and %1 more").arg(more);
    return Error{ErrorCode::Unreadable,
                 tr("These weights don't fit MobileNet-V2 of width %1: %2.").arg(network->options().width).arg(list)};
}

/// Whether a file starts as a zip archive or a pickle does. A safetensors header of a certain length starts with the same
/// bytes; the brace behind the length tells them apart.
bool looksLikePth(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QByteArray start = file.read(9);
    if (start.size() == 9 && start.at(8) == '{'
        && qFromLittleEndian<quint64>(start.constData()) <= static_cast<quint64>(file.size() - 8))
        return false;
    return start.startsWith("PK") || start.startsWith('\x80');
}

/// Training can't start from a number that is none: one of them spoils every answer.
Result<void> checkFinite(const QString &path, const std::map<std::string, torch::Tensor> &tensors)
{
    for (const auto &[name, tensor] : tensors) {
        if (tensor.is_floating_point() && !torch::isfinite(tensor).all().item<bool>()) {
            return Error{ErrorCode::Unreadable,
                         tr("The tensor “%2” in %1 holds values that are infinite or not numbers. Fetch the file once more, or "
                            "choose another.").arg(path, QString::fromStdString(name))};
        }
    }
    return {};
}

} // namespace

Result<WeightsFile> readWeights(const QString &path)
{
    Result<SafetensorsContent> content = looksLikePth(path) ? readPth(path) : readSafetensors(path);
    if (!content)
        return content.error();
    if (const Result<void> finite = checkFinite(path, content->tensors); !finite)
        return finite.error();

    WeightsFile weights;
    weights.tensors = std::move(content->tensors);
    const std::optional<double> width = widthOf(weights.tensors);
    if (!width) {
        return Error{ErrorCode::Unsupported,
                     tr("%1 doesn't hold a MobileNet-V2 of a known width. Choose weights in torchvision's names.").arg(path)};
    }
    ModelInfo &info = weights.info;
    if (const Result<void> read = readModelMetadata(path, content->metadata, info); !read)
        return read.error();
    info.path = path;
    info.fileBytes = QFileInfo(path).size();
    const torch::Tensor *head = find(weights.tensors, "classifier.1.weight");
    info.hasHead = head != nullptr && head->dim() == 2;
    if (info.hasHead && head->size(1) != mobilenetv2::lastChannels(*width)) {
        // Before a network of so many classes is built: an empty matrix may claim any number of rows.
        return Error{ErrorCode::Unreadable, tr("The last layer in %1 doesn't fit MobileNet-V2 of width %2.").arg(path).arg(*width)};
    }
    const int classes = info.hasHead ? static_cast<int>(head->size(0)) : 1000;
    info.architecture = describeMobileNetV2(*width, classes, info.preprocessing.inputSize);
    return weights;
}

Result<LoadedModel> readModel(const QString &path)
{
    const Result<WeightsFile> weights = readWeights(path);
    if (!weights)
        return weights.error();
    if (!weights->info.hasHead || weights->info.classNames.size() != weights->info.architecture.classes) {
        return Error{ErrorCode::Unsupported,
                     tr("%1 holds pretrained weights, not a trained classifier: it names no classes. Train with it first, "
                        "or choose the model of a run.").arg(path)};
    }
    MobileNetV2Options options;
    options.width = weights->info.architecture.width;
    options.classes = weights->info.architecture.classes;
    options.padding = weights->info.preprocessing.padding;
    options.batchNormEpsilon = weights->info.preprocessing.batchNormEpsilon;

    LoadedModel model;
    model.network = MobileNetV2(options);
    model.info = weights->info;
    if (const Result<void> copied = copyTensors(*weights, model.network, std::string()); !copied)
        return copied.error();
    for (torch::Tensor &parameter : model.network->parameters()) {
        if (parameter.dim() == 4)
            parameter.set_data(parameter.detach().contiguous(torch::MemoryFormat::ChannelsLast));
    }
    model.network->eval();
    return model;
}

Result<void> copyBackbone(const WeightsFile &weights, MobileNetV2 &network)
{
    return copyTensors(weights, network, "features.");
}

Result<void> copyNetwork(const WeightsFile &weights, MobileNetV2 &network)
{
    return copyTensors(weights, network, std::string());
}

SafetensorsContent modelContent(const MobileNetV2 &network, const ModelInfo &info)
{
    SafetensorsContent content;
    for (const auto &item : network->named_parameters())
        content.tensors.emplace(item.key(), item.value());
    for (const auto &item : network->named_buffers())
        content.tensors.emplace(item.key(), item.value());

    content.metadata = modelMetadata(info);
    return content;
}

Result<void> writeModel(const QString &path, const MobileNetV2 &network, const ModelInfo &info)
{
    return writeSafetensors(path, modelContent(network, info));
}

} // namespace flower
