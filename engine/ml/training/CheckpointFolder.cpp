// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/CheckpointFolder.h"

#include "engine/core/StoredFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

namespace flower {

namespace {

constexpr int kKept = 2;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString numbered(const char *what, int number, int digits)
{
    return QStringLiteral("%1-%2.safetensors").arg(QString::fromLatin1(what)).arg(number, digits, 10, QLatin1Char('0'));
}

/// The number in such a name; 0 of any other.
int numberOf(const QString &name)
{
    return name.section(QLatin1Char('-'), 1).section(QLatin1Char('.'), 0, 0).toInt();
}

} // namespace

CheckpointFolder::CheckpointFolder(const QString &runFolder) : m_folder(QDir(runFolder).filePath(QStringLiteral("checkpoints")))
{
}

QString CheckpointFolder::path(const QString &name) const
{
    return QDir(m_folder).filePath(name);
}

QString CheckpointFolder::bestPath(int epoch) const
{
    return path(numbered("best", epoch, 4));
}

QStringList CheckpointFolder::states() const
{
    return QDir(m_folder).entryList({QStringLiteral("state-*.safetensors")}, QDir::Files, QDir::Name);
}

Result<void> CheckpointFolder::begin() const
{
    remove();
    if (!QDir().mkpath(m_folder))
        return Error{ErrorCode::Unwritable, tr("The folder %1 can't be made.").arg(QDir::toNativeSeparators(m_folder))};
    return {};
}

SafetensorsContent answersOf(const Evaluation &validation, const std::vector<int> &photos)
{
    const auto count = static_cast<int64_t>(validation.results.size());
    const int64_t classes = count > 0 ? static_cast<int64_t>(validation.results.first().logits.size()) : 0;
    const torch::Tensor logits = torch::empty({count, classes}, torch::kFloat32);
    float *to = logits.mutable_data_ptr<float>();
    for (const PhotoResult &photo : validation.results)
        to = std::copy(photo.logits.begin(), photo.logits.end(), to);
    SafetensorsContent content;
    content.tensors.emplace("logits", logits);
    content.tensors.emplace("photos", torch::tensor(std::vector<int64_t>(photos.begin(), photos.end()), torch::kInt64));
    return content;
}

Result<void> CheckpointFolder::writeBest(int epoch, const SafetensorsContent &model, const SafetensorsContent &answers) const
{
    if (const Result<void> written = writeSafetensors(path(numbered("answers", epoch, 4)), answers); !written)
        return written;
    return writeSafetensors(bestPath(epoch), model);
}

Result<void> CheckpointFolder::write(const Checkpoint &checkpoint) const
{
    const QStringList before = states();
    const int number = before.isEmpty() ? 1 : numberOf(before.last()) + 1;
    if (const Result<void> written = writeSafetensors(path(numbered("state", number, 6)), toContent(checkpoint)); !written)
        return written;
    removeUnused();
    return {};
}

void CheckpointFolder::removeUnused() const
{
    QDir folder(m_folder);
    // The best epoch only ever becomes a later one, so two states name the last two at most.
    for (const char *kind : {"state-*.safetensors", "best-*.safetensors", "answers-*.safetensors"}) {
        const QStringList all = folder.entryList({QString::fromLatin1(kind)}, QDir::Files, QDir::Name);
        for (const QString &name : all.mid(0, std::max<qsizetype>(0, all.size() - kKept)))
            folder.remove(name);
    }
}

Result<std::optional<Checkpoint>> CheckpointFolder::readLatest() const
{
    const QStringList all = states();
    std::optional<Error> problem;
    for (auto name = all.crbegin(); name != all.crend(); ++name) {
        Result<SafetensorsContent> content = readSafetensors(path(*name));
        if (content) {
            Result<Checkpoint> checkpoint = checkpointFrom(std::move(content).value());
            if (checkpoint && (checkpoint->bestEpoch == 0 || QFileInfo::exists(bestPath(checkpoint->bestEpoch))))
                return std::optional(std::move(checkpoint).value());
            if (!checkpoint)
                problem = checkpoint.error();
        } else {
            problem = content.error();
        }
    }
    if (problem)
        return *problem;
    return std::optional<Checkpoint>();
}

Result<SafetensorsContent> CheckpointFolder::readBest(int epoch) const
{
    return readSafetensors(bestPath(epoch));
}

Result<SafetensorsContent> CheckpointFolder::readAnswers(int epoch) const
{
    return readSafetensors(path(numbered("answers", epoch, 4)));
}

void CheckpointFolder::removeHalfWritten() const
{
    flower::removeHalfWritten(m_folder, {QStringLiteral("*.safetensors")});
}

void CheckpointFolder::remove() const
{
    removeHalfWritten();
    QDir folder(m_folder);
    const QStringList ours = folder.entryList({QStringLiteral("start.safetensors"), QStringLiteral("state-*.safetensors"),
                                               QStringLiteral("best-*.safetensors"), QStringLiteral("answers-*.safetensors")},
                                              QDir::Files);
    for (const QString &name : ours)
        folder.remove(name);
    QDir().rmdir(m_folder); // stays where something else lies in it
}

} // namespace flower
