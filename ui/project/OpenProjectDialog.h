// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ProjectArchive.h"

#include <QDialog>

class QPushButton;

namespace flower {

class PathRow;

/// Shows what is in a project's ZIP, and asks for the folder that it is unpacked to: a new one.
class OpenProjectDialog : public QDialog
{
    Q_OBJECT
public:
    OpenProjectDialog(const QString &file, const ProjectSummary &summary, QWidget *parent = nullptr);

    [[nodiscard]] QString folder() const;

private:
    /// What a project holds, a line each.
    static QStringList linesOf(const ProjectSummary &summary);
    void judge();
    void browse();

    QString m_name;
    PathRow *m_path;
    QPushButton *m_open;
};

} // namespace flower
