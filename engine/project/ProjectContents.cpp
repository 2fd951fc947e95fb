// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ProjectContents.h"

#include "engine/project/ZipReader.h"
#include "engine/store/PhotoMarksFile.h"

#include <QCoreApplication>
#include <QJsonDocument>

namespace flower {

namespace {

constexpr qsizetype kLongestShown = 120; // characters of a name in a message

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

Result<ProjectContents> ProjectContents::read(const QString &file, const ProjectLimits &limits, RunControl &control)
{
    ProjectContents contents;
    contents.m_limits = limits;
    ZipReader reader(file);
    if (const Result<void> opened = reader.open(); !opened)
        return opened.error();
    while (true) {
        if (!control.checkpoint())
            return Error{ErrorCode::Interrupted, tr("Reading the project was stopped.")};
        const Result<std::optional<ZipFile>> next = reader.next();
        if (!next)
            return next.error();
        if (!*next)
            break;
        if (const Result<void> taken = contents.take(reader, **next); !taken)
            return taken.error();
    }
    if (!contents.m_hasProject || !contents.m_hasTable)
        return reader.refused(tr("it is no project of Flower Trainer, which has a project.json and photos/photos.csv"));
    contents.count();
    return contents;
}

Result<void> ProjectContents::take(ZipReader &reader, const ZipFile &file)
{
    if (Result<void> taken = takeName(reader, file.name); !taken)
        return taken;
    if (m_files.size() > m_limits.files)
        return reader.refused(tr("it holds more files than a project can"));
    const entry::Place place = entry::placeOf(file.name);
    if (place.part == entry::Part::Other) {
        ++m_others; // never unpacked: its size doesn't matter
        return {};
    }
    if (file.size > entry::largest(place))
        return reader.refused(tr("“%1” in it claims to be larger than such a file can be").arg(file.name.left(kLongestShown)));
    m_claimed += file.size;
    if (m_claimed > m_limits.bytes || m_claimed > m_limits.slack + m_limits.growth * reader.size())
        return reader.refused(tr("it would unpack to far more than a project of its size can"));
    if (place.part == entry::Part::Photo)
        m_photoFiles.insert(place.file, file.size);
    else if (place.part == entry::Part::RunFile && place.file == entry::kRunFile)
        m_runs.insert(place.run);
    else if (place.part == entry::Part::Project || place.part == entry::Part::PhotoTable || place.part == entry::Part::Marks)
        return takeSmall(reader, file, place.part);
    return {};
}

/// No name may lead elsewhere, come twice, or be a file and a folder, on any system.
Result<void> ProjectContents::takeName(const ZipReader &reader, const QString &name)
{
    const QString shown = name.left(kLongestShown).simplified();
    if (!entry::isSafe(name))
        return reader.refused(tr("the name “%1” in it isn't one that every system can write inside of the project").arg(shown));
    const QString folded = entry::folded(name);
    if (m_files.contains(folded))
        return reader.refused(tr("“%1” is in it twice, apart from capitals").arg(shown));
    bool isClash = m_folders.contains(folded);
    for (qsizetype end = folded.indexOf(QLatin1Char('/')); end >= 0; end = folded.indexOf(QLatin1Char('/'), end + 1)) {
        isClash = isClash || m_files.contains(folded.left(end));
        m_folders.insert(folded.left(end));
    }
    if (isClash)
        return reader.refused(tr("“%1” in it is a file and a folder").arg(shown));
    m_files.insert(folded);
    return {};
}

Result<void> ProjectContents::takeSmall(ZipReader &reader, const ZipFile &file, entry::Part part)
{
    const Result<QByteArray> bytes = reader.readAll(file);
    if (!bytes)
        return bytes.error();
    if (part == entry::Part::Project) {
        const Result<ProjectFile> project = ProjectFile::fromJson(*bytes);
        if (!project)
            return Error{project.error().code, reader.refused(project.error().message).message};
        m_project = *project;
        m_hasProject = true;
    } else if (part == entry::Part::PhotoTable) {
        Result<QList<PhotoRow>> rows = readPhotoTable(*bytes);
        if (!rows)
            return reader.refused(rows.error().message);
        m_rows = std::move(rows).value();
        m_hasTable = true;
    } else {
        const QJsonObject root = QJsonDocument::fromJson(*bytes).object();
        const std::optional<StoredMarks> stored = PhotoMarksFile::fromJson(root);
        if (!stored || root.value(QStringLiteral("version")).toInt() != 1)
            return reader.refused(tr("its review.json is damaged or a newer version's"));
        for (auto mark = stored->marks.photos.cbegin(); mark != stored->marks.photos.cend(); ++mark) {
            if (!entry::isSafe(entry::kPhotos + mark.key()))
                return reader.refused(tr("its review.json names photos outside of the project"));
        }
        m_marks = stored->marks;
    }
    return {};
}

void ProjectContents::count()
{
    for (qsizetype index = 0; index < m_rows.size(); ++index)
        m_rowOf.insert(m_rows.at(index).place, index);
    m_bytes = m_claimed;
    for (auto photo = m_photoFiles.cbegin(); photo != m_photoFiles.cend(); ++photo) {
        const bool isListed = m_rowOf.contains(photo.key());
        m_photos += isListed ? 1 : 0;
        m_others += isListed ? 0 : 1;
        m_bytes -= isListed ? 0 : photo.value();
    }
}

const PhotoRow *ProjectContents::row(const QString &place) const
{
    const auto found = m_rowOf.constFind(place);
    return found == m_rowOf.cend() ? nullptr : &m_rows.at(*found);
}

ProjectSummary ProjectContents::summary() const
{
    ProjectSummary summary;
    summary.name = m_project.name;
    summary.packedAt = m_project.packedAt;
    summary.photos = static_cast<int>(m_rows.size());
    summary.packedPhotos = m_photos;
    summary.marks = m_marks.size();
    summary.bytes = m_bytes;
    QSet<QString> kinds;
    for (const PhotoRow &row : m_rows)
        kinds.insert(row.label);
    summary.kinds = static_cast<int>(kinds.size());
    for (const ProjectRun &run : m_project.runs) {
        if (m_runs.contains(run.name))
            summary.runs.append(run);
    }
    return summary;
}

} // namespace flower
