// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/OpenProjectDialog.h"

#include "ui/Format.h"
#include "ui/project/PathRow.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Labels.h"

#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

OpenProjectDialog::OpenProjectDialog(const QString &file, const ProjectSummary &summary, QWidget *parent)
    : QDialog(parent), m_name(summary.name.isEmpty() ? QFileInfo(file).completeBaseName() : summary.name),
      m_path(new PathRow(tr("New folder for the project"))), m_open(makePrimaryButton(tr("&Open")))
{
    setObjectName(QStringLiteral("openProjectDialog"));
    setWindowTitle(tr("Open a project"));
    auto *title = makeLabel(m_name, "title");
    title->setWordWrap(true);
    auto *card = new Card;
    for (const QString &line : linesOf(summary)) {
        QLabel *label = makeLabel(line);
        label->setWordWrap(true);
        card->content()->addWidget(label);
    }
    auto *where = makeLabel(tr("It is unpacked to a new folder. The runs appear on Results, beside yours."), "muted");
    where->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(m_open);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(title);
    column->addWidget(card);
    column->addWidget(where);
    column->addWidget(m_path);
    column->addStretch();
    column->addLayout(buttons);
    m_open->setObjectName(QStringLiteral("open"));
    m_open->setDefault(true);
    m_path->setPath(freePath(projectsPlace(), m_name));
    resize(560, sizeHint().height());

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_open, &QPushButton::clicked, this, [this] {
        setProjectsPlace(QFileInfo(folder()).path());
        accept();
    });
    connect(m_path, &PathRow::changed, this, &OpenProjectDialog::judge);
    connect(m_path, &PathRow::browseWanted, this, &OpenProjectDialog::browse);
    judge();
}

QStringList OpenProjectDialog::linesOf(const ProjectSummary &summary)
{
    QStringList lines;
    lines.append(tr("%Ln photo(s) of %1 kinds", nullptr, summary.photos).arg(format::count(summary.kinds)));
    if (summary.packedPhotos == 0)
        lines.append(tr("The photos themselves are not in it, only their list."));
    else if (summary.packedPhotos < summary.photos)
        lines.append(tr("%Ln of the photos are not in it.", nullptr, summary.photos - summary.packedPhotos));
    if (summary.runs.isEmpty()) {
        lines.append(tr("No runs"));
    } else {
        double best = -1.0;
        for (const ProjectRun &run : summary.runs)
            best = std::max(best, run.testTop1);
        const auto runs = static_cast<int>(summary.runs.size());
        lines.append(best < 0 ? tr("%Ln run(s)", nullptr, runs)
                              : tr("%Ln run(s), the best one %1 right on test photos", nullptr, runs).arg(format::percent(best)));
    }
    if (summary.marks > 0)
        lines.append(tr("What was decided about %Ln photo(s) in review", nullptr, summary.marks));
    lines.append(tr("%1 on the disk").arg(format::bytes(summary.bytes)));
    if (summary.packedAt.isValid())
        lines.append(tr("Packed on %1").arg(QLocale().toString(summary.packedAt.toLocalTime(), QLocale::ShortFormat)));
    return lines;
}

void OpenProjectDialog::judge()
{
    const bool isThere = !folder().isEmpty() && QFileInfo::exists(folder());
    m_path->say(isThere ? tr("This is there already. Choose another name, so that nothing is written over.") : QString());
    m_open->setEnabled(!isThere && !folder().isEmpty());
}

void OpenProjectDialog::browse()
{
    const QString place = QFileDialog::getExistingDirectory(this, tr("Choose where the new folder goes"), QFileInfo(folder()).path());
    if (!place.isEmpty())
        m_path->setPath(freePath(place, m_name));
}

QString OpenProjectDialog::folder() const
{
    return m_path->path();
}

} // namespace flower
