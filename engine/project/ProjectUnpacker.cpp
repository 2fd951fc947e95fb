// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ProjectUnpacker.h"

#include "engine/core/StoredFile.h"
#include "engine/project/PhotoTable.h"
#include "engine/project/RunUnpacking.h"
#include "engine/project/ZipReader.h"
#include "engine/store/RunFolder.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QLocale>
#include <QStorageInfo>
#include <QTemporaryDir>

namespace flower {

namespace {

constexpr qint64 kProgressMilliseconds = 60;
constexpr int kMostNumbers = 10'000; // runs of one name

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

bool isThere(const QString &path)
{
    return QFileInfo::exists(path) || QFileInfo(path).isSymLink();
}

/// A folder in `place` that goes with this object.
std::unique_ptr<QTemporaryDir> partialFolder(const QString &place, const QString &name)
{
    if (!QDir().mkpath(place))
        return nullptr;
    auto folder = std::make_unique<QTemporaryDir>(QDir(place).filePath(name + QStringLiteral(".part-XXXXXX")));
    return folder->isValid() ? std::move(folder) : nullptr;
}

Error noFolderIn(const QString &place)
{
    return {ErrorCode::Unwritable, tr("No folder can be made in %1. Choose another place.").arg(QDir::toNativeSeparators(place))};
}

} // namespace

ProjectUnpacker::ProjectUnpacker(const QString &file, const UnpackTarget &target, const ProjectLimits &limits, RunControl &control,
                                 const ProgressSink &progress)
    : m_file(file), m_target(target), m_limits(limits), m_control(control), m_progress(progress),
      m_folder(QDir::cleanPath(QFileInfo(target.folder).absoluteFilePath())), m_nextReport(0)
{
}

ProjectUnpacker::~ProjectUnpacker() = default;

Result<UnpackReport> ProjectUnpacker::unpack()
{
    for (const auto step : {&ProjectUnpacker::prepare, &ProjectUnpacker::makeFolders, &ProjectUnpacker::writeFiles}) {
        if (const Result<void> done = (this->*step)(); !done)
            return done.error();
    }
    adoptRuns();
    if (const Result<void> moved = moveIntoPlace(); !moved)
        return moved.error();
    return m_report;
}

Result<void> ProjectUnpacker::prepare()
{
    if (m_target.folder.isEmpty() || isThere(m_folder)) {
        return Error{ErrorCode::InvalidArgument, tr("%1 is there already. Choose another name, so that nothing is written over.")
                                                     .arg(QDir::toNativeSeparators(m_folder))};
    }
    Result<ProjectContents> contents = ProjectContents::read(m_file, m_limits, m_control);
    if (!contents)
        return contents.error();
    m_contents = std::move(contents).value();
    return {};
}

Result<void> ProjectUnpacker::makeFolders()
{
    const QString place = QFileInfo(m_folder).path();
    m_partial = partialFolder(place, QFileInfo(m_folder).fileName());
    if (!m_partial)
        return noFolderIn(place);
    if (!m_target.runsFolder.isEmpty() && !m_contents.runs().isEmpty()) {
        m_partialRuns = partialFolder(m_target.runsFolder, QStringLiteral(".opening"));
        if (!m_partialRuns)
            return noFolderIn(m_target.runsFolder);
    }
    const QStorageInfo disk(m_partial->path());
    if (disk.isValid() && disk.bytesAvailable() >= 0 && disk.bytesAvailable() < m_contents.bytes()) {
        const QLocale locale;
        return Error{ErrorCode::Unwritable, tr("The project takes %1, but only %2 are free on the disk. Make room, or choose another place.")
                                                .arg(locale.formattedDataSize(m_contents.bytes(), 1, QLocale::DataSizeSIFormat),
                                                     locale.formattedDataSize(disk.bytesAvailable(), 1, QLocale::DataSizeSIFormat))};
    }
    return {};
}

/// Within the partial folder, which only this user may read, lies one like any other.
QString ProjectUnpacker::inProject(const QString &name) const
{
    return m_partial->filePath(name.isEmpty() ? QStringLiteral("project") : QStringLiteral("project/") + name);
}

Result<void> ProjectUnpacker::writeFiles()
{
    ZipReader reader(m_file);
    if (Result<void> opened = reader.open(); !opened)
        return opened;
    while (true) {
        const Result<std::optional<ZipFile>> next = reader.next();
        if (!next)
            return next.error();
        if (!*next)
            return writeTable();
        const ZipFile &file = **next;
        if (!entry::isSafe(file.name))
            return reader.refused(tr("it changed while it was read"));
        const entry::Place place = entry::placeOf(file.name);
        const QString path = placeFor(place, file.name);
        if (path.isEmpty())
            continue;
        const PhotoRow *row = place.part == entry::Part::Photo ? m_contents.row(place.file) : nullptr;
        if (Result<void> written = writeFile(reader, file, path, row); !written)
            return written;
        m_report.photos += row != nullptr ? 1 : 0;
    }
}

/// What was checked, not what lay in the ZIP: other readers might find other columns there.
Result<void> ProjectUnpacker::writeTable()
{
    const QString path = inProject(entry::kPhotoTable);
    if (!QDir().mkpath(QFileInfo(path).path()))
        return unwritable(QFileInfo(path).path(), tr("the folder can't be made"));
    return flower::writeFile(path, photoTable(m_contents.rows()));
}

QString ProjectUnpacker::placeFor(const entry::Place &place, const QString &name) const
{
    if (place.part == entry::Part::PhotoTable || place.part == entry::Part::Other || (place.part == entry::Part::Photo && m_contents.row(place.file) == nullptr))
        return {};
    if (place.part != entry::Part::RunFile)
        return inProject(name);
    if (!m_contents.runs().contains(place.run))
        return {};
    return m_partialRuns ? m_partialRuns->filePath(place.run + QLatin1Char('/') + place.file) : inProject(name);
}

Result<void> ProjectUnpacker::writeFile(ZipReader &reader, const ZipFile &file, const QString &path, const PhotoRow *row)
{
    if (!QDir().mkpath(QFileInfo(path).path()))
        return unwritable(QFileInfo(path).path(), tr("the folder can't be made"));
    QFile out(path);
    if (!out.open(QIODevice::WriteOnly | QIODevice::NewOnly)) // no entry may replace an earlier one
        return unwritable(path, out.errorString());
    QCryptographicHash hash(QCryptographicHash::Sha256);
    const Result<void> read = reader.read(file, [&](const char *bytes, qint64 count) -> Result<void> {
        if (!m_control.checkpoint())
            return Error{ErrorCode::Interrupted, tr("Opening the project was stopped. Nothing was kept.")};
        if (out.write(bytes, count) != count)
            return unwritable(path, out.errorString());
        if (row != nullptr)
            hash.addData(QByteArrayView(bytes, count));
        m_done += count;
        if (m_done > m_contents.bytes()) // another ZIP took its place
            return reader.refused(tr("it changed while it was read"));
        if (m_nextReport.hasExpired()) {
            m_nextReport.setRemainingTime(kProgressMilliseconds);
            m_progress(m_done, m_contents.bytes());
        }
        return {};
    });
    if (!read)
        return read;
    if (!out.flush())
        return unwritable(path, out.errorString());
    if (row != nullptr && !row->sha256.isEmpty() && QString::fromLatin1(hash.result().toHex()) != row->sha256)
        return reader.refused(tr("the photo “%1” in it isn't the one that was packed; ask for it once more").arg(row->place));
    return {};
}

/// Runs that aren't sound are left out, with a sentence each: the photos are worth having without them.
void ProjectUnpacker::adoptRuns()
{
    QSet<QString> takenIds = m_target.takenRunIds;
    if (m_partialRuns) {
        for (const RunDetails &run : readRunFolders(m_target.runsFolder))
            takenIds.insert(run.record.id);
    }
    QStringList names(m_contents.runs().begin(), m_contents.runs().end());
    names.sort();
    for (const QString &name : std::as_const(names)) {
        const QString folder = m_partialRuns ? m_partialRuns->filePath(name) : inProject(entry::kRuns + name);
        const QString table = m_partialRuns ? m_folder + QLatin1Char('/') + entry::kPhotoTable : QString();
        if (const Result<void> adopted = adoptRun(folder, table, takenIds, m_report.notes); adopted) {
            m_runs.append(name);
        } else {
            m_report.notes.append(adopted.error().message);
            QDir(folder).removeRecursively();
        }
    }
}

Result<void> ProjectUnpacker::moveIntoPlace()
{
    if (!m_control.checkpoint())
        return Error{ErrorCode::Interrupted, tr("Opening the project was stopped. Nothing was kept.")};
    if (isThere(m_folder) || !QDir().rename(inProject({}), m_folder))
        return unwritable(m_folder, tr("something of that name came there meanwhile"));
    for (const QString &name : std::as_const(m_runs)) {
        if (!m_partialRuns) {
            m_report.runFolders.append(m_folder + QLatin1Char('/') + entry::kRuns + name);
        } else if (const Result<QString> moved = moveRun(m_partialRuns->filePath(name), name); moved) {
            m_report.runFolders.append(*moved);
        } else {
            m_report.notes.append(moved.error().message);
        }
    }
    m_report.name = m_contents.project().name;
    m_report.folder = m_folder;
    m_report.dataset = m_folder + QLatin1Char('/') + entry::kPhotoTable;
    m_report.missingPhotos = static_cast<int>(m_contents.rows().size()) - m_report.photos;
    m_report.marks = m_contents.marks();
    if (m_contents.others() > 0)
        m_report.notes.append(tr("Files in the ZIP that have no place in a project were left out: %1.").arg(m_contents.others()));
    return {};
}

Result<QString> ProjectUnpacker::moveRun(const QString &from, const QString &name) const
{
    const QDir runs(m_target.runsFolder);
    for (int number = 1; number < kMostNumbers; ++number) {
        const QString path = QDir::cleanPath(runs.absoluteFilePath(entry::numbered(name, number)));
        if (isThere(path))
            continue;
        if (QDir().rename(from, path))
            return path;
        if (!isThere(path))
            break;
    }
    return Error{ErrorCode::Unwritable, tr("The run “%1” can't be moved to %2.").arg(name, QDir::toNativeSeparators(runs.path()))};
}

Error ProjectUnpacker::unwritable(const QString &path, const QString &reason) const
{
    return {ErrorCode::Unwritable, tr("%1 can't be written: %2. Make room on the disk, or choose another place.")
                .arg(QDir::toNativeSeparators(path), reason)};
}

} // namespace flower
