// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/project/HandOnDialog.h"

#include "engine/session/Beside.h"
#include "engine/session/ProjectSession.h"
#include "engine/store/RunFolder.h"
#include "ui/AppContext.h"
#include "ui/Format.h"
#include "ui/PhotoReview.h"
#include "ui/Workspace.h"
#include "ui/models/RunChoiceModel.h"
#include "ui/project/PathRow.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowTable.h"

#include <QCheckBox>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QTableView>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kTableHeight = 150;

/// The runs that learned from a data set: it lay where this one does, or it was the same photos with the same kinds and split, those
/// of the review or those before it.
QList<RunRecord> runsOf(const QList<RunRecord> &runs, const Dataset &asRead, const Dataset &marked)
{
    QList<RunRecord> found;
    const bool isSamples = asRead.kind == DatasetKind::Samples;
    const QString rootPath = QDir::cleanPath(asRead.rootPath);
    const QStringList splitHashes{asRead.splitHash(), marked.splitHash()};
    for (const RunRecord &run : runs) {
        bool isOf = splitHashes.contains(run.splitHash);
        if (!isOf) {
            const Result<RunDetails> details = RunFolder(run.folder).read();
            isOf = details && (isSamples ? details->datasetPath.isEmpty() : QDir::cleanPath(details->datasetPath) == rootPath);
        }
        if (isOf && QFileInfo::exists(run.folder + QStringLiteral("/run.json")))
            found.append(run);
    }
    return found;
}

} // namespace

HandOnDialog::HandOnDialog(AppContext *context, Workspace *workspace, QWidget *parent)
    : QDialog(parent), m_context(context), m_workspace(workspace), m_photos(new QCheckBox(tr("The &photos"))),
      m_photosText(makeLabel({}, "muted")), m_runs(new RunChoiceModel(this)), m_table(new QTableView), m_noRuns(makeLabel({}, "muted")),
      m_path(new PathRow(tr("File to save"))),
      m_size(makeLabel({}, "muted")), m_save(makePrimaryButton(tr("&Save")))
{
    setObjectName(QStringLiteral("handOnDialog"));
    setWindowTitle(tr("Hand on as ZIP"));
    auto *intro = makeLabel(tr("One file with everything about “%1”. Whoever gets it can look at the results, classify with the models and go "
                               "on from there; names of folders on this computer don't go in.").arg(m_workspace->dataset().name));
    intro->setWordWrap(true);
    auto *cancel = new QPushButton(tr("Cancel"));
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_size, 1);
    buttons->addWidget(cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 16, 24, 16);
    column->setSpacing(12);
    column->addWidget(intro);
    column->addWidget(makePhotos());
    column->addWidget(makeRuns(), 1);
    if (const qsizetype marks = m_workspace->review()->marks(m_workspace->datasetAsRead().rootPath).photos.size(); marks > 0)
        column->addWidget(makeLabel(tr("What was decided about %n photo(s) in review goes in as well.", nullptr, static_cast<int>(marks)), "muted"));
    column->addWidget(m_path);
    column->addLayout(buttons);
    m_size->setObjectName(QStringLiteral("size"));
    m_save->setObjectName(QStringLiteral("save"));
    m_save->setDefault(true);
    m_path->setPath(freePath(projectsPlace(), m_workspace->dataset().name, QStringLiteral(".zip")));
    resize(620, 520);

    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        setProjectsPlace(QFileInfo(file()).path());
        accept();
    });
    connect(m_path, &PathRow::changed, this, &HandOnDialog::judge);
    connect(m_path, &PathRow::browseWanted, this, &HandOnDialog::browse);
    connect(m_photos, &QCheckBox::toggled, this, &HandOnDialog::judge);
    connect(m_runs, &QAbstractItemModel::dataChanged, this, &HandOnDialog::judge);
    connect(m_context->projects, &ProjectSession::measured, this, &HandOnDialog::showSizes);
    findRuns();
    judge();
}

QWidget *HandOnDialog::makePhotos()
{
    m_photos->setObjectName(QStringLiteral("withPhotos"));
    m_photos->setChecked(true);
    m_photosText->setObjectName(QStringLiteral("photosText"));
    m_photosText->setWordWrap(true);
    m_photosText->setIndent(24);
    auto *card = new Card;
    card->content()->addWidget(m_photos);
    card->content()->addWidget(m_photosText);
    return card;
}

QWidget *HandOnDialog::makeRuns()
{
    m_table->setModel(m_runs);
    m_table->setObjectName(QStringLiteral("runChoices"));
    m_table->setAccessibleName(tr("Runs that go in"));
    setUpRowTable(m_table, 26);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    m_table->horizontalHeader()->setSectionResizeMode(RunChoiceModel::Started, QHeaderView::Stretch);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(kTableHeight);
    m_table->setTabKeyNavigation(false);
    m_noRuns->setObjectName(QStringLiteral("noRuns"));
    m_noRuns->setText(tr("Looking for runs…"));
    m_table->hide();
    auto *card = new Card(tr("Runs trained with these photos"));
    card->content()->addWidget(m_noRuns);
    card->content()->addWidget(m_table, 1);
    return card;
}

/// In a thread of its own: the run of each line of the book is read from its folder, and photos may be a hundred thousand.
void HandOnDialog::findRuns()
{
    const Result<QList<RunRecord>> runs = m_context->runBook ? m_context->runBook->runs() : Result<QList<RunRecord>>(QList<RunRecord>());
    const auto find = [runs = runs ? *runs : QList<RunRecord>(), read = m_workspace->datasetAsRead(), dataset = m_workspace->dataset()] {
        return runsOf(runs, read, dataset);
    };
    runBeside(this, find, [this](const QList<RunRecord> &found) { showRuns(found); });
}

void HandOnDialog::showRuns(const QList<RunRecord> &found)
{
    m_runs->setRuns(found);
    m_table->setVisible(!found.isEmpty());
    m_noRuns->setVisible(found.isEmpty());
    m_noRuns->setText(tr("There are none yet."));
    if (!found.isEmpty())
        m_table->setCurrentIndex(m_runs->index(0, RunChoiceModel::Started));
    m_context->projects->measure(m_workspace->datasetAsRead(), m_runs->folders());
}

void HandOnDialog::showSizes(const ProjectSizes &sizes)
{
    m_sizes = sizes;
    m_runs->setSizes(sizes.runs);
    judge();
    Q_EMIT ready();
}

void HandOnDialog::judge()
{
    const int photos = static_cast<int>(m_workspace->datasetAsRead().samples.size());
    QString text = !m_sizes ? tr("%Ln photo(s)", nullptr, photos) : tr("%Ln photo(s), %1", nullptr, photos).arg(format::bytes(m_sizes->photos));
    if (m_photos->isChecked())
        text += QLatin1Char('\n') + tr("They keep what the camera wrote into them, such as the place where they were taken.");
    else
        text = tr("Only a list of the %Ln photo(s) goes in: who has them can put them back.", nullptr, photos);
    if (m_sizes && m_sizes->missingPhotos > 0)
        text += QLatin1Char('\n') + tr("%Ln of them can't be found; the ZIP will name them.", nullptr, m_sizes->missingPhotos);
    if (const int leftOut = static_cast<int>(m_workspace->datasetAsRead().problems.size()); leftOut > 0)
        text += QLatin1Char('\n') + tr("%Ln that could not be used when the photos were opened don't go in.", nullptr, leftOut);
    m_photosText->setText(text);
    if (m_sizes)
        m_size->setText(tr("About %1").arg(format::bytes((m_photos->isChecked() ? m_sizes->photos : 0) + m_runs->chosenBytes())));
    const QString path = file();
    const bool isFolder = QFileInfo(path).isDir();
    m_path->say(isFolder                      ? tr("This is a folder. Name a file.")
                : !path.isEmpty() && QFileInfo::exists(path) ? tr("This file is there already; saving replaces it.")
                                              : QString());
    m_save->setEnabled(!path.isEmpty() && !isFolder);
}

void HandOnDialog::browse()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the project"), file(), tr("ZIP files (*.zip)"));
    if (!path.isEmpty())
        m_path->setPath(path);
}

ProjectContent HandOnDialog::content() const
{
    const Dataset &dataset = m_workspace->datasetAsRead();
    return {dataset, m_workspace->review()->marks(dataset.rootPath), m_runs->chosenFolders(), m_photos->isChecked()};
}

QString HandOnDialog::file() const
{
    const QString path = m_path->path();
    const bool hasEnding = path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive);
    return path.isEmpty() || hasEnding || QFileInfo(path).isDir() ? path : path + QStringLiteral(".zip");
}

} // namespace flower
