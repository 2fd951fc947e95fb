// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"
#include "engine/project/ProjectContents.h"

namespace flower {

/// Projects as ZIP files, which any other program can unpack as well; docs/project-zip.md describes them.
class ProjectZip : public ProjectArchive
{
public:
    explicit ProjectZip(const ProjectLimits &limits = {});

    Result<ProjectSizes> measure(const Dataset &dataset, const QStringList &runFolders, RunControl &control) const override;
    Result<PackReport> pack(const ProjectContent &content, const QString &file, RunControl &control,
                            const ProgressSink &progress) const override;
    Result<ProjectSummary> inspect(const QString &file, RunControl &control) const override;
    Result<UnpackReport> unpack(const QString &file, const UnpackTarget &target, RunControl &control,
                                const ProgressSink &progress) const override;

private:
    ProjectLimits m_limits;
};

} // namespace flower
