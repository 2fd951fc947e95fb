// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/RunPacking.h"

#include "engine/core/PhotoMarks.h"
#include "engine/project/CardCopy.h"
#include "engine/project/EntryNames.h"
#include "engine/project/ProjectPlaces.h"
#include "engine/project/PhotoTable.h"
#include "engine/project/PrivateText.h"
#include "engine/store/RunFolder.h"
#include "engine/store/RunLock.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QJsonObject>
#include <QtEndian>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// The folder that the paths of a data set are relative to.
QString photosFolder(const QString &rootPath)
{
    return rootPath.isEmpty() ? QString() : photoOfMark(rootPath, QStringLiteral("."));
}

/// run.json with its folders replaced: they are of this computer.
QByteArray runJson(const QByteArray &bytes, const CardText &text)
{
    QJsonObject root = QJsonDocument::fromJson(copyCardData(bytes, text)).object();
    QJsonObject dataset = root.value(QStringLiteral("dataset")).toObject();
    dataset.insert(QStringLiteral("path"), QString(entry::kWayToTable));
    // Names of kinds are no paths, whatever they look like: "Taraxacum / dandelion".
    dataset.insert(QStringLiteral("classes"), QJsonDocument::fromJson(bytes).object().value(QStringLiteral("dataset")).toObject().value(QStringLiteral("classes")));
    root.insert(QStringLiteral("dataset"), dataset);
    QJsonObject settings = root.value(QStringLiteral("settings")).toObject();
    if (settings.contains(QStringLiteral("runFolder")))
        settings.insert(QStringLiteral("runFolder"), QString());
    if (const QString weights = settings.value(QStringLiteral("weightsPath")).toString(); !weights.isEmpty())
        settings.insert(QStringLiteral("weightsPath"), entry::lastStep(weights));
    root.insert(QStringLiteral("settings"), settings);
    return QJsonDocument(root).toJson();
}

/// The texts of a safetensors file: its header.
QString headerOf(const QByteArray &bytes)
{
    constexpr qsizetype lengthBytes = 8;
    const quint64 length = bytes.size() < lengthBytes ? 0 : qFromLittleEndian<quint64>(bytes.constData());
    const bool isThere = length > 0 && length <= static_cast<quint64>(bytes.size() - lengthBytes);
    return isThere ? QString::fromUtf8(bytes.mid(lengthBytes, static_cast<qsizetype>(length))) : QString();
}

} // namespace

Result<RunPacking> RunPacking::open(const QString &folder)
{
    const Result<RunDetails> details = RunFolder(folder).read();
    if (!details)
        return details.error();
    if (RunLock::isTaken(folder)) {
        return Error{ErrorCode::InvalidArgument, tr("The run in %1 is being trained at the moment. Hand it on when it is done.")
                                                     .arg(QDir::toNativeSeparators(folder))};
    }
    RunPacking run;
    run.m_folder = folder;
    run.m_datasetPath = details->datasetPath;
    run.m_run = {entry::safeStep(QFileInfo(QDir::cleanPath(folder)).fileName()), details->record.startedAt, details->record.bestValTop1,
                 details->record.testTop1};
    const QDir files(folder);
    QStringList names = files.entryList(QDir::Files, QDir::Name);
    if (details->record.state != RunState::Completed) {
        for (const QString &name : QDir(files.filePath(QStringLiteral("checkpoints"))).entryList(QDir::Files, QDir::Name))
            names.append(QStringLiteral("checkpoints/") + name);
    }
    for (const QString &name : std::as_const(names)) {
        if (entry::placeOf(entry::kRuns + QStringLiteral("run/") + name).part == entry::Part::RunFile)
            run.m_files.append(name);
    }
    return run;
}

qint64 RunPacking::size(const QString &file) const
{
    return QFileInfo(QDir(m_folder).filePath(file)).size();
}

qint64 RunPacking::bytes() const
{
    qint64 sum = 0;
    for (const QString &file : m_files)
        sum += size(file);
    return sum;
}

Result<QByteArray> RunPacking::read(const QString &file, ProjectPlaces &places, const QString &rootPath) const
{
    QFile source(QDir(m_folder).filePath(file));
    const QString shown = QDir::toNativeSeparators(source.fileName());
    if (!source.open(QIODevice::ReadOnly))
        return Error{ErrorCode::Unreadable, tr("%1 can't be read and was left out: %2.").arg(shown, source.errorString())};
    if (source.size() > entry::largest(entry::placeOf(entry::kRuns + QStringLiteral("run/") + file)))
        return Error{ErrorCode::Unreadable, tr("%1 is too large to be a file of a run and was left out.").arg(shown)};
    const QByteArray bytes = source.readAll();
    if (source.error() != QFileDevice::NoError || bytes.size() != source.size())
        return Error{ErrorCode::Unreadable, tr("%1 can't be read and was left out: %2.").arg(shown, source.errorString())};
    const QByteArray clean = withoutPrivate(file, bytes, places, rootPath);
    if (clean.isEmpty() && !bytes.isEmpty())
        return Error{ErrorCode::Unreadable, tr("%1 is damaged, or names folders of this computer, and was left out.").arg(shown)};
    return clean;
}

QByteArray RunPacking::withoutPrivate(const QString &file, const QByteArray &bytes, ProjectPlaces &places, const QString &rootPath) const
{
    const PrivateText folders({photosFolder(m_datasetPath), photosFolder(rootPath)}, m_folder);
    const CardText hide = [&folders](const QString &text) { return folders.hidden(text); };
    if (file.endsWith(QLatin1String(".safetensors")))
        return folders.isIn(headerOf(bytes)) ? QByteArray() : bytes;
    QByteArray clean = bytes;
    if (file == entry::kRunFile)
        clean = runJson(bytes, hide);
    else if (file == entry::kCardPage)
        clean = copyCardPage(bytes, hide);
    else if (file == entry::kCardData)
        clean = copyCardData(bytes, hide);
    else if (file.startsWith(QLatin1String("predictions-")) || file == entry::kSplit)
        clean = withPaths(bytes, file == entry::kSplit ? QString(entry::kWayToPhotos) : QString(), [&](const QString &path, const QString &label) {
            return places.placeOf(path, label, m_datasetPath.isEmpty() ? rootPath : m_datasetPath);
        });
    return folders.isIn(QString::fromUtf8(clean)) ? QByteArray() : clean;
}

} // namespace flower
