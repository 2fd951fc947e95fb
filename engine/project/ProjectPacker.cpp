// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ProjectPacker.h"

#include "engine/project/EntryNames.h"
#include "engine/store/PhotoMarksFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>
#include <QSet>

namespace flower {

namespace {

constexpr qint64 kProgressMilliseconds = 60;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

/// Photos and weights don't get smaller.
ZipWriter::Packing packingOf(const QString &name)
{
    const bool isText = name.endsWith(QLatin1String(".csv")) || name.endsWith(QLatin1String(".json")) || name.endsWith(QLatin1String(".html"));
    return isText ? ZipWriter::Packing::Deflated : ZipWriter::Packing::Stored;
}

} // namespace

qint64 sizeOfPhoto(const QString &path)
{
    const QFileInfo info(path);
    return info.isFile() ? info.size() : -1;
}

ProjectPacker::ProjectPacker(const ProjectContent &content, const QString &file, RunControl &control, const ProgressSink &progress)
    : m_content(content), m_file(QFileInfo(file).absoluteFilePath()), m_control(control), m_progress(progress), m_places(content.dataset),
      m_zip(m_file), m_nextReport(0)
{
}

Result<PackReport> ProjectPacker::pack()
{
    const Dataset &dataset = m_content.dataset;
    if (dataset.samples.isEmpty())
        return Error{ErrorCode::InvalidArgument, tr("There are no photos to hand on. Open some first.")};
    openRuns();
    for (const Sample &sample : dataset.samples) { // all are read, whether or not they go in
        m_total += std::max<qint64>(0, sizeOfPhoto(sample.path));
        if (const Result<void> goesOn = advance(0); !goesOn)
            return goesOn.error();
    }
    for (const RunPacking &run : std::as_const(m_runs))
        m_total += run.bytes();
    if (const Result<void> opened = m_zip.open(); !opened)
        return opened.error();
    for (const auto step : {&ProjectPacker::addPhotos, &ProjectPacker::addRuns, &ProjectPacker::addDescription}) {
        if (const Result<void> done = (this->*step)(); !done)
            return done.error();
    }
    if (const Result<void> finished = m_zip.finish(); !finished)
        return finished.error();
    m_report.file = m_file;
    m_report.bytes = QFileInfo(m_file).size();
    return m_report;
}

void ProjectPacker::openRuns()
{
    for (const QString &folder : m_content.runFolders) {
        if (Result<RunPacking> run = RunPacking::open(folder))
            m_runs.append(std::move(run).value());
        else
            m_report.notes.append(run.error().message);
    }
}

Result<void> ProjectPacker::addPhotos()
{
    m_rows.reserve(m_content.dataset.samples.size());
    for (const Sample &sample : m_content.dataset.samples) {
        if (Result<void> added = addPhoto(sample); !added)
            return added;
    }
    return {};
}

/// Read whole, so that its size and its bytes belong together, whoever writes to it meanwhile.
Result<void> ProjectPacker::addPhoto(const Sample &sample)
{
    const QString label = m_content.dataset.classNames.value(sample.label);
    PhotoRow row{m_places.placeOf(sample.path, label), label, subsetKey(sample.subset), -1, {}};
    QFile photo(sample.path);
    const bool isThere = QFileInfo(sample.path).isFile() && photo.open(QIODevice::ReadOnly)
        && photo.size() <= entry::largest({entry::Part::Photo, {}, {}});
    const QByteArray bytes = isThere ? photo.readAll() : QByteArray();
    if (!isThere || photo.error() != QFileDevice::NoError || bytes.size() != photo.size()) { // half a photo is none
        m_report.missing.append(row.place);
    } else {
        row.bytes = bytes.size();
        row.sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        if (m_content.withPhotos) {
            if (Result<void> added = add(entry::kPhotos + row.place, bytes, QFileInfo(photo).lastModified()); !added)
                return added;
            ++m_report.photos;
        }
    }
    m_rows.append(row);
    return advance(std::max<qint64>(0, row.bytes));
}

Result<void> ProjectPacker::addRuns()
{
    QSet<QString> taken;
    for (const RunPacking &run : std::as_const(m_runs)) {
        QString name;
        int number = 0;
        do {
            name = entry::numbered(run.describe().name, ++number);
        } while (taken.contains(entry::folded(name)));
        taken.insert(entry::folded(name));
        if (Result<void> added = addRun(run, name); !added)
            return added;
        ProjectRun described = run.describe();
        described.name = name;
        m_project.runs.append(described);
        ++m_report.runs;
    }
    return {};
}

Result<void> ProjectPacker::addRun(const RunPacking &run, const QString &name)
{
    for (const QString &file : run.files()) {
        const qint64 size = run.size(file);
        const Result<QByteArray> bytes = run.read(file, m_places, m_content.dataset.rootPath);
        if (!bytes)
            m_report.notes.append(bytes.error().message);
        else if (Result<void> added = add(entry::kRuns + name + QLatin1Char('/') + file, *bytes); !added)
            return added;
        if (Result<void> advanced = advance(size); !advanced)
            return advanced;
    }
    return {};
}

PhotoMarks ProjectPacker::marksByPlace()
{
    PhotoMarks marks;
    const QString &root = m_content.dataset.rootPath;
    for (auto mark = m_content.marks.photos.cbegin(); mark != m_content.marks.photos.cend(); ++mark)
        marks.photos.insert(m_places.placeOf(mark.key(), mark->given, root), mark.value());
    return marks;
}

Result<void> ProjectPacker::addDescription()
{
    const Dataset &dataset = m_content.dataset;
    const PhotoMarks marks = marksByPlace();
    m_project.name = dataset.name;
    m_project.packedAt = QDateTime::currentDateTimeUtc();
    m_project.kinds = dataset.classCount();
    m_project.photos = static_cast<int>(dataset.samples.size());
    m_project.withPhotos = m_content.withPhotos;
    m_project.marks = marks.size();
    m_project.missing = m_report.missing;
    for (const auto &[name, bytes] : {std::pair{QString(entry::kPhotoTable), photoTable(m_rows)},
                                      std::pair{QString(entry::kMarks), PhotoMarksFile::toJson({{}, marks})},
                                      std::pair{QString(entry::kProject), m_project.toJson()},
                                      std::pair{QString(entry::kReadme), m_project.readme()}}) {
        if (Result<void> added = add(name, bytes); !added)
            return added;
    }
    return {};
}

Result<void> ProjectPacker::add(const QString &name, const QByteArray &bytes, const QDateTime &modified)
{
    return m_zip.add(name, bytes, packingOf(name), modified);
}

Result<void> ProjectPacker::advance(qint64 bytes)
{
    if (!m_control.checkpoint())
        return Error{ErrorCode::Interrupted, tr("Packing was stopped. Nothing was written.")};
    m_done += bytes;
    if (m_nextReport.hasExpired()) {
        m_nextReport.setRemainingTime(kProgressMilliseconds);
        m_progress(std::min(m_done, m_total), m_total);
    }
    return {};
}

} // namespace flower
