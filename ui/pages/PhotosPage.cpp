// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/PhotosPage.h"

#include "engine/session/DatasetSession.h"
#include "ui/AppContext.h"
#include "ui/DataCheck.h"
#include "ui/DownloadOffer.h"
#include "ui/Format.h"
#include "ui/MovedPhotosBar.h"
#include "ui/PhotoReview.h"
#include "ui/Workspace.h"
#include "ui/models/ClassTableModel.h"
#include "ui/models/PhotoListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/pages/CheckTab.h"
#include "ui/project/ProjectBar.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/CheckNote.h"
#include "ui/widgets/DownloadPanel.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PageHeader.h"
#include "ui/widgets/PhotoDelegate.h"
#include "ui/widgets/ReviewNote.h"
#include "ui/widgets/RowTable.h"
#include "ui/widgets/ShareBarDelegate.h"

#include <QComboBox>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QMimeData>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QStringListModel>
#include <QTabWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kThumbnailSide = 112;

} // namespace

PhotosPage::PhotosPage(AppContext *context, Workspace *workspace, QWidget *parent)
    : QWidget(parent), m_context(context), m_workspace(workspace), m_header(new PageHeader(tr("Photos"))), m_banner(new Banner),
      m_moved(new MovedPhotosBar(context->placesFile)), m_download(new DownloadPanel(context->downloads)), m_stack(new QStackedWidget), m_progress(new QProgressBar), m_cancel(new QPushButton(tr("Cancel"))),
      m_train(makePrimaryButton(tr("Train with these"))),
      m_thumbnails(new ThumbnailLoader(context->photos, 2 * kThumbnailSide, this)), m_classes(new ClassTableModel(this)),
      m_photos(new PhotoListModel(m_thumbnails, this)), m_classTable(new QTableView), m_photoList(new QListView),
      m_problems(new QStringListModel(this)), m_subset(new QComboBox), m_tabs(new QTabWidget),
      m_review(new ReviewNote(workspace)), m_check(new DataCheck(context, workspace, this)), m_changed(new QListView), m_changes(new QStringListModel(this))
{
    setAcceptDrops(true);
    auto *folder = new QPushButton(themedIcon(QStringLiteral("folder")), tr("Open folder…"));
    folder->setObjectName(QStringLiteral("openFolder"));
    folder->setToolTip(tr("A folder with one subfolder for each kind, with train/val/test folders, or Oxford 102 (Ctrl+O)"));
    connect(folder, &QPushButton::clicked, this, &PhotosPage::chooseFolder);
    m_header->addAction(folder);
    m_header->addAction(m_train);
    m_train->setObjectName(QStringLiteral("trainWithThese"));
    connect(m_train, &QPushButton::clicked, this, &PhotosPage::trainingWanted);
    connect(m_cancel, &QPushButton::clicked, m_context->datasets, &DatasetSession::cancel);

    auto *progressRow = new QHBoxLayout;
    progressRow->addWidget(m_progress, 1);
    progressRow->addWidget(m_cancel);
    m_progress->setFormat(tr("Reading photos: %v of %m"));
    m_stack->addWidget(makeEmpty());
    m_stack->addWidget(makeContent());
    QVBoxLayout *column = makePageColumn(this, m_header, m_banner);
    column->addWidget(m_moved);
    column->addWidget(m_download);
    column->addWidget(m_review);
    auto *checkNote = new CheckNote(m_check);
    column->addWidget(checkNote);
    column->addLayout(progressRow);
    column->addWidget(m_stack, 1);
    endReading();

    DatasetSession *session = m_context->datasets;
    connect(session, &DatasetSession::started, this, [this](const DatasetRequest &request) {
        if (request != m_wanted) {
            endReading(); // another one took its place
            return;
        }
        m_banner->showMessage({});
        m_moved->showMissing({});
        m_progress->setRange(0, 0);
        m_progress->show();
        m_cancel->show();
    });
    connect(session, &DatasetSession::progressed, this, [this](qint64 done, qint64 total) {
        if (!m_wanted)
            return;
        m_progress->setRange(0, static_cast<int>(total));
        m_progress->setValue(static_cast<int>(done));
    });
    connect(session, &DatasetSession::finished, this, [this](const DatasetRequest &request, const Dataset &dataset) {
        if (request != m_wanted)
            return;
        endReading();
        m_workspace->setDataset(dataset);
        if (!dataset.problems.isEmpty())
            lookForMoved(request);
        Q_EMIT opened(request);
    });
    connect(session, &DatasetSession::failed, this, [this](const DatasetRequest &request, const Error &error) {
        if (request != m_wanted)
            return;
        endReading();
        if (error.code != ErrorCode::Interrupted) {
            m_banner->showMessage(error.message);
            lookForMoved(request);
        }
    });
    connect(m_moved, &MovedPhotosBar::found, this, [this] { open(m_listed); });
    connect(m_moved, &MovedPhotosBar::failed, m_banner, &Banner::showMessage);
    connect(m_moved, &MovedPhotosBar::nothingMissing, this, [this] {
        m_banner->show(tr("All photos that are open are where they should be. Photos can be found again that a list (CSV) names."),
                       Banner::Tone::Information);
    });
    connect(m_download, &DownloadPanel::started, this, [this] { m_opensFetched = true; });
    connect(m_download, &DownloadPanel::fetched, this, [this] {
        if (m_opensFetched)
            openOxford102();
        else
            m_banner->show(tr("Oxford 102 Flowers is here. Open it with File, Oxford 102 Flowers."), Banner::Tone::Information);
    });
    connect(m_workspace, &Workspace::datasetChanged, this, [this] { m_opensFetched = false; });
    connect(m_workspace, &Workspace::datasetChanged, this, &PhotosPage::showDataset);
    connect(m_workspace, &Workspace::marksChanged, this, &PhotosPage::showPhotos);
    connect(m_check, &DataCheck::changed, this, &PhotosPage::showCheck);
    connect(checkNote, &CheckNote::showWanted, this, [this] { m_tabs->setCurrentWidget(m_findings); });
    connect(m_review, &ReviewNote::showWanted, this, [this] { m_tabs->setCurrentWidget(m_changed); });
    showDataset();
}

void PhotosPage::lookForMoved(const DatasetRequest &request)
{
    m_listed = request;
    m_moved->lookAtList(request.samples ? QString() : request.path);
}

void PhotosPage::findMovedPhotos()
{
    m_moved->find();
}

void PhotosPage::endReading()
{
    m_wanted.reset();
    m_progress->hide();
    m_cancel->hide();
}

QWidget *PhotosPage::makeEmpty()
{
    auto *empty = new EmptyState(QStringLiteral("flower-trainer"), tr("Teach the computer your flowers"),
                                 tr("Choose a folder that holds one subfolder of photos for each kind, or drop it here. Your "
                                    "photos are only read: nothing is moved, changed or sent anywhere."));
    auto *wizard = makePrimaryButton(tr("Teach it your flowers…"));
    wizard->setObjectName(QStringLiteral("startWizard"));
    connect(wizard, &QPushButton::clicked, this, &PhotosPage::wizardWanted);
    auto *samples = new QPushButton(tr("Try the built-in samples"));
    samples->setObjectName(QStringLiteral("useSamples"));
    samples->setToolTip(tr("Drawn flowers of six kinds, made by the program: no photos and no network needed"));
    connect(samples, &QPushButton::clicked, this, [this] { open({true, {}, 1}); });
    empty->addButton(wizard);
    empty->addButton(samples);
    if (m_context->downloads) {
        auto *oxford = new QPushButton(tr("Oxford 102 Flowers…"));
        oxford->setObjectName(QStringLiteral("useOxford102"));
        oxford->setToolTip(tr("8,189 photos of 102 kinds, as published by the University of Oxford. Asks before anything is fetched."));
        connect(oxford, &QPushButton::clicked, this, &PhotosPage::openOxford102);
        empty->addButton(oxford);
    }
    return empty;
}

QWidget *PhotosPage::makeContent()
{
    m_classTable->setModel(m_classes);
    m_classTable->setObjectName(QStringLiteral("classTable"));
    m_classTable->setAccessibleName(tr("Kinds of flowers"));
    m_classTable->setItemDelegateForColumn(ClassTableModel::Photos, new ShareBarDelegate(m_classTable));
    setUpRowTable(m_classTable, 26);
    m_classTable->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_classTable->horizontalHeader()->setSectionResizeMode(ClassTableModel::Name, QHeaderView::Stretch);
    for (const auto &[section, width] : {std::pair{1, 76}, std::pair{2, 64}, std::pair{3, 46}, std::pair{4, 46}})
        m_classTable->horizontalHeader()->resizeSection(section, width);
    m_classTable->setSelectionMode(QAbstractItemView::SingleSelection);
    m_classTable->setWordWrap(false);
    connect(m_classTable->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &PhotosPage::applyFilter);

    m_photoList->setModel(m_photos);
    m_photoList->setObjectName(QStringLiteral("photoList"));
    m_photoList->setAccessibleName(tr("Photos"));
    m_photoList->setViewMode(QListView::IconMode);
    m_photoList->setUniformItemSizes(true);
    m_photoList->setResizeMode(QListView::Adjust);
    m_photoList->setMovement(QListView::Static);
    m_photoList->setLayoutMode(QListView::Batched);
    m_photoList->setBatchSize(500);
    m_photoList->setFrameShape(QFrame::NoFrame);
    m_photoList->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_photoList->setItemDelegate(new PhotoDelegate(kThumbnailSide, m_photoList));
    auto *leftOut = new QListView;
    leftOut->setModel(m_problems);
    leftOut->setObjectName(QStringLiteral("leftOut"));
    leftOut->setAccessibleName(tr("Photos that can't be used"));
    m_changed->setModel(m_changes);
    m_changed->setObjectName(QStringLiteral("changedInReview"));
    m_changed->setAccessibleName(tr("Photos changed in review"));
    for (QListView *list : {leftOut, m_changed}) {
        list->setFrameShape(QFrame::NoFrame);
        list->setWordWrap(true);
        list->setEditTriggers(QAbstractItemView::NoEditTriggers);
        list->setLayoutMode(QListView::Batched);
        list->setBatchSize(200);
    }

    m_subset->setObjectName(QStringLiteral("subset"));
    m_subset->addItems({tr("All photos"), tr("Train"), tr("Val"), tr("Test")});
    m_subset->setAccessibleName(tr("Part of the split"));
    connect(m_subset, &QComboBox::currentIndexChanged, this, &PhotosPage::applyFilter);

    m_tabs->setObjectName(QStringLiteral("photoTabs"));
    m_tabs->setDocumentMode(true);
    m_tabs->addTab(m_photoList, tr("Photos"));
    m_tabs->addTab(leftOut, tr("Left out"));
    m_tabs->addTab(m_changed, tr("Changed"));
    if (m_context->check) {
        m_findings = new CheckTab(m_check, m_workspace, m_thumbnails);
        m_tabs->addTab(m_findings, tr("Check"));
    }
    connect(m_tabs, &QTabWidget::currentChanged, this, [this] {
        m_subset->setEnabled(m_tabs->currentWidget() == m_photoList);
        fillLists();
    });
    auto *kinds = new Card(tr("Kinds"));
    kinds->content()->addWidget(m_classTable);
    auto *photos = new Card;
    photos->titleRow()->insertWidget(0, m_subset);
    photos->content()->addWidget(m_tabs);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(kinds);
    split->addWidget(photos);
    split->setStretchFactor(1, 1);
    split->setSizes({376, 664});
    return split;
}

void PhotosPage::open(const DatasetRequest &request)
{
    m_wanted = request;
    m_context->datasets->read(request);
}

void PhotosPage::chooseFolder()
{
    const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the folder with your photos"),
                                                             m_workspace->dataset().rootPath);
    if (!folder.isEmpty())
        open({false, folder, m_workspace->config().seed});
}

void PhotosPage::chooseFile()
{
    const QString file = QFileDialog::getOpenFileName(this, tr("Choose a list of photos"), m_workspace->dataset().rootPath,
                                                      tr("List of photos (*.csv)"));
    if (!file.isEmpty())
        open({false, file, m_workspace->config().seed});
}

void PhotosPage::openOxford102()
{
    if (hasOxford102(m_context->oxford102Folder))
        open({false, m_context->oxford102Folder, m_workspace->config().seed});
    else
        m_download->offer(oxford102Offer(*m_context));
}

void PhotosPage::showDataset()
{
    const bool there = m_workspace->hasDataset();
    m_stack->setCurrentIndex(there ? 1 : 0);
    m_train->setVisible(there);
    showPhotos();
    m_banner->showMessage(m_workspace->datasetAsRead().notes.join(QLatin1Char('\n'))); // those of the review stand below
    if (there)
        m_classTable->selectRow(0);
}

/// The photos with what was changed in review; the chosen kind stays chosen.
void PhotosPage::showPhotos()
{
    const Dataset &dataset = m_workspace->dataset();
    const bool there = m_workspace->hasDataset();
    const int kind = m_classTable->currentIndex().row();
    m_classes->setDataset(dataset);
    m_photos->setDataset(dataset);
    if (kind >= 0 && kind < m_classes->rowCount())
        m_classTable->selectRow(kind);
    applyFilter();
    m_tabs->setTabText(1, tr("Left out (%1)").arg(format::count(dataset.problems.size())));
    m_header->setContext(there ? (dataset.splitWasGiven
                                      ? tr("%1 · the split came with the photos").arg(m_workspace->datasetLine())
                                      : tr("%1 · split by the program, seed %2").arg(m_workspace->datasetLine()).arg(dataset.splitSeed))
                               : m_workspace->datasetLine());
    const int changes = m_workspace->review()->marks(dataset.rootPath).size();
    m_tabs->setTabVisible(2, changes > 0);
    m_tabs->setTabText(2, tr("Changed (%1)").arg(format::count(changes))); // afterwards: it lays out the tabs anew
    m_listsAreOld = true;
    fillLists();
}

void PhotosPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    fillLists();
}

/// What is left out or changed: only while it is looked at, it may be tens of thousands.
void PhotosPage::fillLists()
{
    if (!m_listsAreOld || !m_tabs->isVisible() || (m_tabs->currentIndex() != 1 && m_tabs->currentIndex() != 2))
        return;
    m_listsAreOld = false;
    const Dataset &dataset = m_workspace->dataset();
    QStringList problems;
    problems.reserve(dataset.problems.size());
    for (const PhotoProblem &problem : dataset.problems)
        problems.append(problem.path + QLatin1Char('\n') + problem.reason);
    m_problems->setStringList(problems);
    const PhotoMarks &marks = m_workspace->review()->marks(dataset.rootPath);
    QStringList changes;
    for (auto mark = marks.photos.cbegin(); mark != marks.photos.cend(); ++mark) {
        changes.append(mark->leaveOut ? tr("%1\n%2: left out").arg(mark.key(), mark->given)
                                      : tr("%1\n%2 → %3").arg(mark.key(), mark->given, mark->className));
    }
    m_changes->setStringList(changes);
}

void PhotosPage::showCheck()
{
    const qsizetype findings = m_check->findings().size();
    if (m_findings)
        m_tabs->setTabText(m_tabs->indexOf(m_findings), findings == 0 ? tr("Check") : tr("Check (%1)").arg(format::count(findings)));
}

void PhotosPage::applyFilter()
{
    std::optional<Subset> subset;
    if (m_subset->currentIndex() > 0)
        subset = static_cast<Subset>(m_subset->currentIndex() - 1);
    m_photos->setFilter(m_classTable->currentIndex().row() - 1, subset);
}

void PhotosPage::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && ProjectBar::projectIn(*event->mimeData()).isEmpty()) // the window takes projects
        event->acceptProposedAction();
}

void PhotosPage::dropEvent(QDropEvent *event)
{
    const QString path = event->mimeData()->urls().value(0).toLocalFile();
    if (path.isEmpty())
        return;
    event->acceptProposedAction();
    open({false, path, m_workspace->config().seed});
}

} // namespace flower
