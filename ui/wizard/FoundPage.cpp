// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/wizard/FoundPage.h"

#include "ui/AppContext.h"
#include "ui/Format.h"
#include "ui/models/ClassTableModel.h"
#include "ui/models/PhotoListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PhotoDelegate.h"
#include "ui/widgets/RowTable.h"
#include "ui/wizard/TeachPlan.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QListView>
#include <QTableView>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kThumbnailSide = 72;

} // namespace

FoundPage::FoundPage(AppContext *context, TeachPlan *plan)
    : m_plan(plan), m_classes(new ClassTableModel(this)),
      m_photos(new PhotoListModel(new ThumbnailLoader(context->photos, 2 * kThumbnailSide, this), this)), m_notes(makeLabel({}))
{
    setTitle(tr("What was found"));
    auto *table = new QTableView;
    table->setModel(m_classes);
    table->setAccessibleName(tr("Kinds of flowers"));
    setUpRowTable(table, 24);
    table->horizontalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    table->horizontalHeader()->setSectionResizeMode(ClassTableModel::Name, QHeaderView::Stretch);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    table->setTabKeyNavigation(false);
    connect(m_classes, &QAbstractItemModel::modelReset, table, [table] { table->selectRow(0); });
    connect(table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex &current) { m_photos->setFilter(current.row() - 1, {}); }); // the first row: all kinds
    auto *photos = new QListView;
    photos->setModel(m_photos);
    photos->setAccessibleName(tr("Photos"));
    photos->setViewMode(QListView::IconMode);
    photos->setUniformItemSizes(true);
    photos->setLayoutMode(QListView::Batched);
    photos->setResizeMode(QListView::Adjust);
    photos->setMovement(QListView::Static);
    photos->setItemDelegate(new PhotoDelegate(kThumbnailSide, photos));
    auto *row = new QHBoxLayout;
    row->addWidget(table, 1);
    row->addWidget(photos, 1);
    m_notes->setWordWrap(true);
    auto *column = new QVBoxLayout(this);
    column->addLayout(row, 1);
    column->addWidget(m_notes);
}

void FoundPage::initializePage()
{
    const Dataset &dataset = m_plan->dataset;
    setSubTitle(tr("%1 kinds, %2 photos: %3 to train on, %4 to validate, %5 to test.")
                    .arg(format::count(dataset.classCount()), format::count(dataset.samples.size()),
                         format::count(dataset.count(Subset::Train)), format::count(dataset.count(Subset::Validation)),
                         format::count(dataset.count(Subset::Test))));
    m_classes->setDataset(dataset);
    m_photos->setDataset(dataset);
    QStringList notes = dataset.notes;
    if (!dataset.problems.isEmpty()) {
        notes.append(tr("%n photo(s) can't be used. The first: %1 (%2)", nullptr, static_cast<int>(dataset.problems.size()))
                         .arg(dataset.problems.first().path, dataset.problems.first().reason));
    }
    m_notes->setText(notes.join(QLatin1Char('\n')));
}

} // namespace flower
