// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/AnswerDesk.h"

#include "ui/Format.h"
#include "ui/models/AnswerFilterModel.h"
#include "ui/models/PredictionListModel.h"
#include "ui/pages/classify/AnswerCorrections.h"
#include "ui/pages/classify/AnswerTable.h"
#include "ui/pages/classify/CopyPanel.h"
#include "ui/pages/classify/SideColumn.h"
#include "ui/pages/classify/ThresholdBar.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/KindPicker.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PredictionDelegate.h"

#include <QAction>
#include <QButtonGroup>
#include <QComboBox>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QListView>
#include <QSettings>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>
#include <array>
#include <utility>

namespace flower {

namespace {

constexpr int kRefreshMilliseconds = 300; ///< how seldom the order follows answers that come in
constexpr auto kViewKey = "classify/view";
constexpr auto kFolderKey = "classify/copyFolder";

struct Order {
    int column;
    Qt::SortOrder order;
};
/// As the box of orders has them.
constexpr std::array kOrders{Order{-1, Qt::AscendingOrder}, Order{PredictionListModel::Probability, Qt::AscendingOrder},
                             Order{PredictionListModel::Probability, Qt::DescendingOrder},
                             Order{PredictionListModel::Photo, Qt::AscendingOrder}, Order{PredictionListModel::Taken, Qt::AscendingOrder}};

} // namespace

AnswerDesk::AnswerDesk(std::shared_ptr<const PhotoSource> photos, PredictionListModel *answers, const QString &correctionsFolder,
                       const QString &placesFile, QWidget *parent)
    : QWidget(parent), m_answers(answers), m_shown(new AnswerFilterModel(this)),
      m_corrections(new AnswerCorrections(correctionsFolder, placesFile, this)),
      m_views(new QStackedWidget), m_list(new QListView), m_side(new SideColumn), m_thresholds(new ThresholdBar), m_copies(new CopyPanel(this)),
      m_picker(new KindPicker(this)), m_search(new QLineEdit), m_show(new QComboBox), m_order(new QComboBox),
      m_count(makeLabel({}, "muted")), m_correct(new QAction(tr("Correct…"), this)), m_takeBack(new QAction(tr("Take back"), this)),
      m_correctButton(new QToolButton), m_copy(new QToolButton)
{
    m_shown->setSourceModel(m_answers);
    makeList();
    m_table = new AnswerTable(std::move(photos), m_shown);
    m_table->setSelectionModel(m_list->selectionModel());
    m_views->addWidget(m_list);
    m_views->addWidget(m_table);
    m_views->setMinimumWidth(320);
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(m_views);
    split->addWidget(m_side);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(makeFilters());
    column->addLayout(makeTools());
    column->addWidget(split, 1);

    m_refresh.setSingleShot(true);
    m_refresh.setInterval(kRefreshMilliseconds);
    connect(&m_refresh, &QTimer::timeout, this, [this] { refresh(); });
    connect(m_answers, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
        if (roles.isEmpty()) // more than its picture
            noteAnswers();
    });
    connect(m_shown, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &, const QModelIndex &, const QList<int> &roles) {
        if (roles.isEmpty() && m_list->selectionModel()->hasSelection())
            noteSelected();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_shown, signal, this, &AnswerDesk::noteAnswers);
    connect(m_shown, &QAbstractItemModel::modelReset, this, &AnswerDesk::noteSelected); // the selection is gone without a word
    connect(m_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &AnswerDesk::noteSelected);
    connect(m_corrections, &AnswerCorrections::changed, this, [this] {
        changeAnswers(PredictionListModel::Corrected, [this] { m_answers->setCorrections(m_corrections->classes()); });
    });
    connect(m_thresholds, &ThresholdBar::changed, this, [this](const Calibration &calibration) {
        m_judged.insert(m_model);
        changeAnswers(PredictionListModel::State, [&] { m_answers->judge(calibration); });
        Q_EMIT judgedBy(calibration);
    });
    setView(QSettings().value(QLatin1String(kViewKey)).toInt() == 1 ? 1 : 0);
    updateActions();
}

void AnswerDesk::makeList()
{
    m_list->setModel(m_shown);
    m_list->setObjectName(QStringLiteral("answers"));
    m_list->setAccessibleName(tr("Answers"));
    m_list->setItemDelegate(new PredictionDelegate(m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_list->setSelectionBehavior(QAbstractItemView::SelectRows); // as the table does, whose selection it shares
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setStyleSheet(QStringLiteral("QListView { background: transparent; }"));
}

QToolButton *AnswerDesk::makeViewButton(const QString &text, const char *name, const QString &toolTip, int view)
{
    auto *button = new QToolButton;
    button->setObjectName(QLatin1String(name));
    button->setText(text);
    button->setToolTip(toolTip);
    button->setCheckable(true);
    button->setProperty("role", QLatin1String("switch"));
    button->setFocusPolicy(Qt::StrongFocus);
    connect(button, &QToolButton::clicked, this, [this, view] {
        setView(view);
        QSettings().setValue(QLatin1String(kViewKey), view);
    });
    return button;
}

QBoxLayout *AnswerDesk::makeFilters()
{
    m_asList = makeViewButton(tr("List"), "viewList", tr("Large photos with their five most probable kinds"), 0);
    m_asTable = makeViewButton(tr("Table"), "viewTable", tr("A row for each photo, to sort by any column"), 1);
    auto *group = new QButtonGroup(this);
    group->addButton(m_asList);
    group->addButton(m_asTable);
    m_search->setObjectName(QStringLiteral("answerSearch"));
    m_search->setPlaceholderText(tr("Search file or kind"));
    m_search->setAccessibleName(m_search->placeholderText());
    m_search->setClearButtonEnabled(true);
    m_search->setMinimumWidth(110);
    m_show->setObjectName(QStringLiteral("answerShow"));
    m_show->setAccessibleName(tr("Which answers"));
    m_show->addItems({tr("All answers"), tr("Sure"), tr("Not sure"), tr("None of these"), tr("Corrected"), tr("Wrong"), tr("Earlier model")});
    m_show->setToolTip(tr("Which answers are shown, saved and copied. Wrong: the photo's folder is named after another kind."));
    m_order->setObjectName(QStringLiteral("answerOrder"));
    m_order->setAccessibleName(tr("Order"));
    m_order->addItems({tr("As opened"), tr("Least sure first"), tr("Most sure first"), tr("By file"), tr("By date taken")});
    m_order->setPlaceholderText(tr("By column"));
    m_count->setObjectName(QStringLiteral("answerCount"));
    connect(m_search, &QLineEdit::textChanged, m_shown, &AnswerFilterModel::setText);
    connect(m_search, &QLineEdit::textChanged, this, &AnswerDesk::updateActions);
    connect(m_show, &QComboBox::currentIndexChanged, this, [this](int show) {
        m_shown->setShow(static_cast<AnswerFilterModel::Show>(show));
        updateActions();
    });
    connect(m_order, &QComboBox::activated, this, &AnswerDesk::setOrder);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &AnswerDesk::noteOrder);
    auto *views = new QHBoxLayout;
    views->setSpacing(0);
    views->addWidget(m_asList);
    views->addWidget(m_asTable);
    auto *row = new QHBoxLayout;
    row->addLayout(views);
    row->addWidget(m_search, 1);
    row->addWidget(m_show);
    row->addWidget(m_order);
    row->addWidget(m_count);
    return row;
}

QBoxLayout *AnswerDesk::makeTools()
{
    m_correct->setShortcut(Qt::Key_C);
    m_correct->setToolTip(tr("Give the selected photos the right kind (C). It is remembered; the files stay as they are."));
    m_takeBack->setShortcut(Qt::Key_Delete);
    m_takeBack->setToolTip(tr("Take the correction of the selected photos back (Delete)"));
    auto *takeBack = new QToolButton;
    for (const auto &[button, action, name] : {std::tuple{m_correctButton, m_correct, "correctAnswer"},
                                               std::tuple{takeBack, m_takeBack, "takeBackCorrection"}}) {
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut); // single keys: in the views only
        m_views->addAction(action);
        button->setObjectName(QLatin1String(name));
        button->setDefaultAction(action);
        button->setFocusPolicy(Qt::StrongFocus);
    }
    m_copy->setObjectName(QStringLiteral("copyIntoFolders"));
    m_copy->setText(tr("Copy into class folders…"));
    m_copy->setIcon(themedIcon(QStringLiteral("folder")));
    m_copy->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_copy->setFocusPolicy(Qt::StrongFocus);
    m_copy->setToolTip(tr("Copies the photos that are shown into a folder for each kind. Nothing is moved or written over."));
    connect(m_correct, &QAction::triggered, this, &AnswerDesk::chooseKind);
    connect(m_takeBack, &QAction::triggered, this, [this] { correctSelected({}); });
    connect(m_picker, &KindPicker::picked, this, &AnswerDesk::correctSelected);
    connect(m_copy, &QToolButton::clicked, this, &AnswerDesk::chooseTarget);
    connect(m_copies, &CopyPanel::runningChanged, this, &AnswerDesk::updateActions);
    auto *row = new QHBoxLayout;
    row->addWidget(m_thresholds);
    row->addStretch();
    row->addWidget(m_correctButton);
    row->addWidget(takeBack);
    row->addWidget(m_copy);
    return row;
}

void AnswerDesk::setModel(const ModelInfo &model, int number)
{
    m_classNames = model.classNames;
    m_model = number;
    m_answers->setModel(model.classNames, number);
    m_thresholds->setModel(model.calibration);
    if (m_judged.remove(number)) // it is opened again, and judges by its own
        m_answers->judge(model.calibration);
    updateActions();
}

void AnswerDesk::addBeside(QWidget *panel, int stretch)
{
    m_side->add(panel, stretch);
}

void AnswerDesk::setView(int view)
{
    (view == 0 ? m_asList : m_asTable)->setChecked(true);
    m_views->setCurrentIndex(view);
    auto *shown = qobject_cast<QAbstractItemView *>(m_views->currentWidget());
    if (shown->currentIndex().isValid())
        shown->scrollTo(shown->currentIndex());
}

void AnswerDesk::setOrder(int index)
{
    const Order &wanted = kOrders.at(static_cast<size_t>(index));
    m_table->horizontalHeader()->setSortIndicator(wanted.column, wanted.order); // sorts, and calls noteOrder()
    m_list->scrollToTop();
    m_table->scrollToTop();
}

void AnswerDesk::noteOrder(int column, Qt::SortOrder order)
{
    const auto *found = std::find_if(kOrders.begin(), kOrders.end(), [&](const Order &known) {
        return known.column == column && (column < 0 || known.order == order);
    });
    m_order->setCurrentIndex(found == kOrders.end() ? -1 : static_cast<int>(found - kOrders.begin()));
}

int AnswerDesk::selectedCount() const
{
    int count = 0;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection())
        count += range.left() == 0 ? range.height() : 0;
    return count;
}

QList<int> AnswerDesk::selectedRows() const
{
    QList<int> rows;
    for (const QItemSelectionRange &range : m_list->selectionModel()->selection()) {
        for (int row = range.top(); range.left() == 0 && row <= range.bottom(); ++row)
            rows.append(m_shown->sourceRow(row));
    }
    std::sort(rows.begin(), rows.end());
    return rows;
}

bool AnswerDesk::anySelected(bool (*test)(const AnswerRow &row)) const
{
    const QItemSelection selection = m_list->selectionModel()->selection();
    return std::any_of(selection.cbegin(), selection.cend(), [&](const QItemSelectionRange &range) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            if (test(m_answers->row(m_shown->sourceRow(row))))
                return true;
        }
        return false;
    });
}

void AnswerDesk::clearSelection()
{
    m_list->selectionModel()->clearSelection();
}

QList<AnswerRow> AnswerDesk::shownRows() const
{
    QList<AnswerRow> rows;
    rows.reserve(m_shown->rowCount());
    for (int row = 0; row < m_shown->rowCount(); ++row)
        rows.append(m_answers->row(m_shown->sourceRow(row)));
    return rows;
}

void AnswerDesk::correctSelected(const QString &className)
{
    QStringList paths;
    for (const int row : selectedRows()) {
        if (m_answers->prediction(row))
            paths.append(m_answers->photo(row).path);
    }
    m_corrections->correct(paths, className);
}

void AnswerDesk::chooseKind()
{
    const QList<int> rows = selectedRows();
    if (rows.isEmpty() || m_classNames.isEmpty())
        return;
    const AnswerRow &first = m_answers->row(rows.first());
    const QString answer = first.isAnswered() ? first.prediction->top.first().name : QString();
    m_picker->pick(m_classNames, first.corrected.isEmpty() ? answer : first.corrected, m_correctButton);
}

void AnswerDesk::chooseTarget()
{
    QSettings settings;
    const QString target = QFileDialog::getExistingDirectory(this, tr("Copy the photos that are shown into folders in"),
                                                             settings.value(QLatin1String(kFolderKey)).toString());
    if (target.isEmpty())
        return;
    settings.setValue(QLatin1String(kFolderKey), target);
    copyInto(target);
}

void AnswerDesk::copyInto(const QString &target)
{
    QList<PhotoCopy> photos;
    for (const AnswerRow &row : shownRows()) {
        const AnswerState state = judgedState(row);
        if (!row.corrected.isEmpty())
            photos.append({row.photo, row.corrected});
        else if (state == AnswerState::Sure)
            photos.append({row.photo, row.prediction->top.first().name});
        else if (state == AnswerState::NotSure || state == AnswerState::NoneOfThese)
            photos.append({row.photo, PredictionListModel::stateText(state)});
    }
    if (photos.isEmpty())
        m_copies->say(tr("None of the photos that are shown has an answer to be copied by."));
    else
        m_copies->start(photos, target);
}

void AnswerDesk::noteSelected()
{
    if (std::exchange(m_selectionNoted, true))
        return;
    QMetaObject::invokeMethod(this, [this] {
        m_selectionNoted = false;
        updateActions();
        Q_EMIT selectionChanged();
    }, Qt::QueuedConnection);
}

void AnswerDesk::noteAnswers()
{
    if (!m_refresh.isActive())
        m_refresh.start();
}

void AnswerDesk::changeAnswers(int column, const std::function<void()> &change)
{
    const bool othersWait = m_refresh.isActive(); // answers that came in, say
    change();
    if (!othersWait)
        m_refresh.stop();
    refresh(column);
}

void AnswerDesk::refresh(int changed)
{
    m_shown->refresh(changed);
    updateActions();
}

void AnswerDesk::updateActions()
{
    m_correct->setEnabled(!m_classNames.isEmpty() && anySelected([](const AnswerRow &row) { return row.prediction.has_value(); }));
    m_takeBack->setEnabled(!m_corrections->classes().isEmpty() && anySelected([](const AnswerRow &row) { return !row.corrected.isEmpty(); }));
    m_copy->setEnabled(!m_copies->isRunning() && m_shown->rowCount() > 0);
    const int all = m_answers->rowCount();
    const int shown = m_shown->rowCount();
    m_count->setText(shown == all ? tr("%n photo(s)", nullptr, all) : tr("%1 of %2 photos").arg(format::count(shown), format::count(all)));
}

} // namespace flower
