// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/ReviewTab.h"

#include "ui/AppContext.h"
#include "ui/Format.h"
#include "ui/PhotoReview.h"
#include "ui/Workspace.h"
#include "ui/models/ReviewFilterModel.h"
#include "ui/models/ReviewListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/pages/results/ShownRun.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/KindPicker.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PhotoInspector.h"
#include "ui/widgets/ReviewDelegate.h"

#include <QAction>
#include <QComboBox>
#include <QDir>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QListView>
#include <QSignalBlocker>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

namespace {

constexpr int kThumbnailSide = 128; // pixels; drawn at half of it, sharp on dense displays
constexpr int kLongestKind = 24;    // characters of a kind on a button

/// Where the photos of a run lie. The drawn samples have no path of their own: theirs is the folder of the kinds' folders.
QString rootOf(const ShownRun &run)
{
    if (!run.details.datasetPath.isEmpty() || run.results.isEmpty())
        return run.details.datasetPath;
    return QFileInfo(QFileInfo(run.results.first().path).absolutePath()).absolutePath();
}

QString shortened(const QString &kind)
{
    return kind.size() <= kLongestKind ? kind : kind.left(kLongestKind - 1) + QStringLiteral("…");
}

} // namespace

ReviewTab::ReviewTab(AppContext *context, Workspace *workspace, QWidget *parent)
    : ResultsTab(parent), m_workspace(workspace),
      m_photos(new ReviewListModel(new ThumbnailLoader(context->photos, kThumbnailSide, this), this)),
      m_shown(new ReviewFilterModel(this)), m_inspector(new PhotoInspector(context->photos)), m_picker(new KindPicker(this)),
      m_list(new QListView), m_order(new QComboBox), m_show(new QComboBox), m_kind(new QComboBox), m_count(makeLabel({}, "muted")),
      m_footing(makeLabel({}, "warning")), m_train(new QPushButton(themedIcon(QStringLiteral("train")), {})),
      m_relabel(new QAction(this)), m_choose(new QAction(tr("Choose kind… (L)"), this)), m_leaveOut(new QAction(this)),
      m_keep(new QAction(this))
{
    m_shown->setSourceModel(m_photos);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(makeList());
    split->addWidget(makeDetail());
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    for (QAction *action : {m_relabel, m_choose, m_leaveOut, m_keep}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // single letters: here only
        split->addAction(action);
    }
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(makeFilters());
    column->addWidget(split, 1);
    column->addLayout(makeFooter());
    setContent(content);

    connect(m_relabel, &QAction::triggered, this, &ReviewTab::relabelAsAnswered);
    connect(m_choose, &QAction::triggered, this, &ReviewTab::chooseKind);
    connect(m_leaveOut, &QAction::triggered, this, &ReviewTab::leaveOut);
    connect(m_keep, &QAction::triggered, this, &ReviewTab::keep);
    connect(m_picker, &KindPicker::picked, this, [this](const QString &kind) { relabel(selectedRows(), kind); });
    connect(m_workspace->review(), &PhotoReview::changed, this, &ReviewTab::showMarks);
    connect(m_workspace, &Workspace::datasetChanged, this, &ReviewTab::showMarks); // which photos are test photos
    showRun({});
}

QBoxLayout *ReviewTab::makeFilters()
{
    const auto setUp = [this](QComboBox *box, const char *name, const QStringList &items, const QString &accessibleName) {
        box->setObjectName(QLatin1String(name));
        box->setAccessibleName(accessibleName);
        box->addItems(items);
        connect(box, &QComboBox::currentIndexChanged, this, [this] {
            m_shown->setOrder(static_cast<ReviewFilterModel::Order>(m_order->currentIndex()));
            m_shown->setShow(static_cast<ReviewFilterModel::Show>(m_show->currentIndex()));
            m_shown->setKind(m_kind->currentIndex() - 1);
            if (!m_list->currentIndex().isValid())
                m_list->setCurrentIndex(m_shown->index(0, 0));
            m_list->scrollTo(m_list->currentIndex());
            showCurrent();
        });
    };
    setUp(m_order, "reviewOrder", {tr("Highest loss first"), tr("Least certain first")}, tr("Order"));
    m_order->setToolTip(tr("High loss: the network finds the label unlikely, so look here for wrong ones. "
                           "Least certain: the most probable kind has a low probability."));
    setUp(m_show, "reviewShow", {tr("All photos"), tr("Only wrong answers"), tr("Only marked")}, tr("Which photos"));
    setUp(m_kind, "reviewKind", {tr("All kinds")}, tr("Kind"));
    m_kind->setToolTip(tr("Only photos of this kind (class), or answered with it"));
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->setMinimumContentsLength(16);
    m_count->setObjectName(QStringLiteral("reviewCount"));
    auto *row = new QHBoxLayout;
    for (QComboBox *box : {m_order, m_show, m_kind})
        row->addWidget(box);
    row->addWidget(m_count, 1, Qt::AlignRight);
    return row;
}

QWidget *ReviewTab::makeList()
{
    m_list->setModel(m_shown);
    m_list->setObjectName(QStringLiteral("reviewList"));
    m_list->setAccessibleName(tr("Photos with their answers"));
    m_list->setItemDelegate(new ReviewDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setMinimumWidth(280);
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &ReviewTab::showCurrent);
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &ReviewTab::showCurrent);
    return m_list;
}

QWidget *ReviewTab::makeDetail()
{
    auto *buttons = new QGridLayout;
    buttons->addWidget(makeButton(m_relabel, "relabelAsAnswered", Qt::Key_R), 0, 0);
    m_chooseButton = makeButton(m_choose, "chooseKind", Qt::Key_L);
    buttons->addWidget(m_chooseButton, 0, 1);
    buttons->addWidget(makeButton(m_leaveOut, "leaveOut", Qt::Key_X), 1, 0);
    buttons->addWidget(makeButton(m_keep, "keepAsIs", Qt::Key_K), 1, 1);
    buttons->setColumnStretch(0, 1);
    buttons->setColumnStretch(1, 1);
    m_relabel->setToolTip(tr("Give the selected photos the kind that the network answered (R)"));
    m_choose->setToolTip(tr("Give the selected photos a kind from the list (L)"));
    m_leaveOut->setToolTip(tr("Train and test without the selected photos (X). The files stay where they are."));
    m_keep->setToolTip(tr("Take the marks off the selected photos (K)"));
    auto *detail = new QWidget;
    detail->setMinimumWidth(320);
    auto *column = new QVBoxLayout(detail);
    column->setContentsMargins(8, 0, 0, 0);
    column->addWidget(m_inspector, 1);
    column->addLayout(buttons);
    return detail;
}

QBoxLayout *ReviewTab::makeFooter()
{
    m_footing->setObjectName(QStringLiteral("reviewFooting"));
    m_footing->setWordWrap(true);
    m_train->setObjectName(QStringLiteral("trainAgain"));
    m_train->setToolTip(tr("Starts a run with these photos, the marks applied, and the settings of the Train page"));
    connect(m_train, &QPushButton::clicked, this, &ReviewTab::trainAgain);
    auto *row = new QHBoxLayout;
    row->addWidget(m_footing, 1);
    row->addWidget(m_train);
    return row;
}

QToolButton *ReviewTab::makeButton(QAction *action, const char *name, const QKeySequence &key)
{
    action->setShortcut(key);
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setDefaultAction(action);
    button->setToolButtonStyle(Qt::ToolButtonTextOnly);
    button->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    button->setMinimumHeight(30);
    button->setFocusPolicy(Qt::StrongFocus);
    return button;
}

void ReviewTab::showRun(const ShownRun &run)
{
    const QString root = rootOf(run);
    if (root != m_rootPath)
        m_testPhotos.clear();
    m_rootPath = root;
    forgetChosen();
    m_request = run.details.datasetPath.isEmpty() ? DatasetRequest{true, {}, 1}
                                                  : DatasetRequest{false, run.details.datasetPath, run.details.config.seed};
    {
        const QSignalBlocker quiet(m_kind);
        const QString kind = m_kind->currentIndex() > 0 ? m_kind->currentText() : QString();
        m_kind->clear();
        m_kind->addItem(tr("All kinds"));
        m_kind->addItems(run.details.classNames);
        m_kind->setCurrentIndex(1 + static_cast<int>(run.details.classNames.indexOf(kind)));
        m_shown->setKind(m_kind->currentIndex() - 1);
    }
    m_photos->setPhotos(run.results, run.details.classNames, m_rootPath);
    for (int row = 0; run.subset == Subset::Test && row < m_photos->rowCount(); ++row)
        m_testPhotos.insert(m_photos->path(row));
    if (!run.problem.isEmpty())
        explain(run.problem);
    else if (run.results.isEmpty())
        explain(tr("There are no answers to look through. A run that was tested keeps its answers to validation and test photos; "
                   "of training photos there are none."));
    else
        explain({});
    m_inspector->clear();
    showMarks();
    m_list->setCurrentIndex(m_shown->index(0, 0));
    showCurrent();
}

void ReviewTab::choosePhotos(const QList<PhotoResult> &photos)
{
    QSet<QString> paths;
    for (const PhotoResult &photo : photos)
        paths.insert(photo.path);
    forgetChosen();
    m_shown->setChosen(paths);
    m_kind->setCurrentIndex(0);
    m_show->addItem(tr("Only chosen on the map"));
    m_show->setCurrentIndex(static_cast<int>(ReviewFilterModel::Show::Chosen));
    m_list->setCurrentIndex(m_shown->index(0, 0));
}

/// The entry for chosen photos is there only while some are.
void ReviewTab::forgetChosen()
{
    constexpr auto kChosen = static_cast<int>(ReviewFilterModel::Show::Chosen);
    if (m_show->currentIndex() == kChosen)
        m_show->setCurrentIndex(static_cast<int>(ReviewFilterModel::Show::All));
    m_show->removeItem(kChosen);
    m_shown->setChosen({});
}

QList<int> ReviewTab::selectedRows() const
{
    QList<int> rows;
    for (const QModelIndex &index : m_list->selectionModel()->selectedIndexes())
        rows.append(m_shown->mapToSource(index).row());
    return rows;
}

void ReviewTab::relabel(const QList<int> &rows, const QString &kind)
{
    QStringList paths;
    QHash<QString, QString> labels;
    for (const int row : rows) {
        paths.append(m_photos->path(row));
        labels.insert(paths.last(), m_photos->className(m_photos->photo(row).label));
    }
    m_workspace->review()->decide(
        m_rootPath, paths, tr("relabel %n photo(s) as %1", nullptr, static_cast<int>(rows.size())).arg(kind),
        [&](const QString &path, const std::optional<PhotoMark> &before) -> std::optional<PhotoMark> {
            const QString given = before ? before->given : labels.value(path);
            return given == kind ? std::nullopt : std::optional(PhotoMark{false, kind, given});
        });
}

void ReviewTab::relabelAsAnswered()
{
    QStringList paths;
    QHash<QString, const PhotoResult *> wrong;
    for (const int row : selectedRows()) {
        if (const PhotoResult &photo = m_photos->photo(row); !photo.isRight() && !photo.topClasses.isEmpty()) {
            paths.append(m_photos->path(row));
            wrong.insert(paths.last(), &photo);
        }
    }
    m_workspace->review()->decide(
        m_rootPath, paths, tr("relabel %n photo(s) as answered", nullptr, static_cast<int>(paths.size())),
        [&](const QString &path, const std::optional<PhotoMark> &before) -> std::optional<PhotoMark> {
            const QString answer = m_photos->className(wrong.value(path)->topClasses.first());
            const QString given = before ? before->given : m_photos->className(wrong.value(path)->label);
            return given == answer ? std::nullopt : std::optional(PhotoMark{false, answer, given});
        });
}

void ReviewTab::leaveOut()
{
    QStringList paths;
    QHash<QString, QString> labels;
    for (const int row : selectedRows()) {
        paths.append(m_photos->path(row));
        labels.insert(paths.last(), m_photos->className(m_photos->photo(row).label));
    }
    m_workspace->review()->decide(m_rootPath, paths, tr("leave out %n photo(s)", nullptr, static_cast<int>(paths.size())),
                                  [&](const QString &path, const std::optional<PhotoMark> &before) {
                                      return PhotoMark{true, {}, before ? before->given : labels.value(path)};
                                  });
}

void ReviewTab::keep()
{
    QStringList paths;
    for (const int row : selectedRows()) {
        if (m_photos->mark(row))
            paths.append(m_photos->path(row));
    }
    m_workspace->review()->decide(m_rootPath, paths, tr("keep %n photo(s) as they are", nullptr, static_cast<int>(paths.size())),
                                  [](const QString &, const std::optional<PhotoMark> &) { return std::nullopt; });
}

void ReviewTab::chooseKind()
{
    const QModelIndex current = m_shown->mapToSource(m_list->currentIndex());
    const PhotoResult photo = current.isValid() ? m_photos->photo(current.row()) : PhotoResult();
    m_picker->pick(m_photos->classNames(), m_photos->className(photo.topClasses.value(0, photo.label)), m_chooseButton);
}

void ReviewTab::trainAgain()
{
    if (!m_request.samples && !QFileInfo::exists(m_request.path)) {
        m_footing->setText(tr("The photos of this run are no longer at %1. Put them back there, or open them from their new place "
                              "on the Photos page and train there.").arg(m_request.path));
        return;
    }
    Q_EMIT trainAgainWanted(m_request, m_rootPath);
}

int ReviewTab::markedTestPhotos() const
{
    const PhotoMarks &marks = m_workspace->review()->marks(m_rootPath);
    if (QDir::cleanPath(m_workspace->datasetAsRead().rootPath) == QDir::cleanPath(m_rootPath))
        return m_workspace->markCounts().testPhotos;
    const QStringList paths = marks.photos.keys();
    return static_cast<int>(std::count_if(paths.cbegin(), paths.cend(), [this](const QString &path) { return m_testPhotos.contains(path); }));
}

void ReviewTab::showMarks()
{
    const PhotoMarks &marks = m_workspace->review()->marks(m_rootPath);
    m_photos->setMarks(marks);
    m_train->setText(tr("Train again with these changes (%1)").arg(format::count(marks.size())));
    m_train->setEnabled(!marks.isEmpty());
    const int testPhotos = markedTestPhotos();
    m_footing->setText(testPhotos == 0 ? QString()
                                       : tr("%n of the changed photos are test photos: the new test number can't be compared with "
                                            "the old one.", nullptr, testPhotos));
    showCurrent();
}

void ReviewTab::showCurrent()
{
    const QList<int> rows = selectedRows();
    const auto count = static_cast<int>(rows.size());
    const auto any = [&](auto &&test) { return std::any_of(rows.cbegin(), rows.cend(), test); };
    const bool wrong = any([this](int row) { return !m_photos->photo(row).isRight() && !m_photos->photo(row).topClasses.isEmpty(); });
    m_relabel->setText(count == 1 && wrong
                           ? tr("Relabel as “%1” (R)").arg(shortened(m_photos->className(m_photos->photo(rows.first()).topClasses.first())))
                           : tr("Relabel as answered (R)"));
    m_leaveOut->setText(count > 1 ? tr("Leave out %n photo(s) (X)", nullptr, count) : tr("Leave out (X)"));
    m_keep->setText(count > 1 ? tr("Keep %n photo(s) (K)", nullptr, count) : tr("Keep as it is (K)"));
    m_relabel->setEnabled(wrong);
    m_choose->setEnabled(count > 0);
    m_leaveOut->setEnabled(count > 0);
    m_keep->setEnabled(any([this](int row) { return m_photos->mark(row).has_value(); }));

    const int shown = m_shown->rowCount();
    m_count->setText(shown == m_photos->rowCount() ? tr("%n photo(s)", nullptr, shown)
                                                   : tr("%1 of %2 photos").arg(format::count(shown), format::count(m_photos->rowCount())));
    const QModelIndex current = m_list->currentIndex();
    if (!current.isValid()) {
        m_inspector->clear();
        return;
    }
    const int row = m_shown->mapToSource(current).row();
    m_inspector->showPhoto(m_photos->photo(row), m_photos->classNames(), current.data(ReviewListModel::MarkTextRole).toString());
}

} // namespace flower
