// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ProjectZip.h"

#include "engine/project/ProjectPacker.h"
#include "engine/project/ProjectUnpacker.h"
#include "engine/project/RunPacking.h"

#include <QCoreApplication>

#include <new>

namespace flower {

namespace {

/// Photos are read whole: memory that runs out is a sentence.
template<typename Value, typename Work>
Result<Value> guarded(const QString &file, const Work &work)
{
    try {
        return work();
    } catch (const std::bad_alloc &) {
        return Error{ErrorCode::OutOfMemory,
                     QCoreApplication::translate("flower", "Memory ran out while the project %1 was read or written.").arg(file)};
    }
}

} // namespace

ProjectZip::ProjectZip(const ProjectLimits &limits) : m_limits(limits) {}

Result<ProjectSizes> ProjectZip::measure(const Dataset &dataset, const QStringList &runFolders, RunControl &control) const
{
    ProjectSizes sizes;
    for (const Sample &sample : dataset.samples) {
        if (!control.checkpoint())
            return Error{ErrorCode::Interrupted, QCoreApplication::translate("flower", "Looking at the photos was stopped.")};
        const qint64 size = sizeOfPhoto(sample.path);
        sizes.photos += std::max<qint64>(0, size);
        sizes.missingPhotos += size < 0 ? 1 : 0;
    }
    for (const QString &folder : runFolders) {
        const Result<RunPacking> run = RunPacking::open(folder);
        sizes.runs.append(run ? run->bytes() : 0);
    }
    return sizes;
}

Result<PackReport> ProjectZip::pack(const ProjectContent &content, const QString &file, RunControl &control,
                                    const ProgressSink &progress) const
{
    return guarded<PackReport>(file, [&] { return ProjectPacker(content, file, control, progress).pack(); });
}

Result<ProjectSummary> ProjectZip::inspect(const QString &file, RunControl &control) const
{
    return guarded<ProjectSummary>(file, [&]() -> Result<ProjectSummary> {
        const Result<ProjectContents> contents = ProjectContents::read(file, m_limits, control);
        return contents ? Result<ProjectSummary>(contents->summary()) : contents.error();
    });
}

Result<UnpackReport> ProjectZip::unpack(const QString &file, const UnpackTarget &target, RunControl &control,
                                        const ProgressSink &progress) const
{
    return guarded<UnpackReport>(file, [&] { return ProjectUnpacker(file, target, m_limits, control, progress).unpack(); });
}

} // namespace flower
