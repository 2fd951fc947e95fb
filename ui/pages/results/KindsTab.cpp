// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/KindsTab.h"

#include "engine/core/Csv.h"
#include "engine/core/PhotoCopies.h"
#include "engine/core/StoredFile.h"
#include "ui/models/ClassReportModel.h"
#include "ui/pages/results/ShownRun.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/RowTable.h"

#include <QAction>
#include <QClipboard>
#include <QFileDialog>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

namespace flower {

KindsTab::KindsTab(QWidget *parent)
    : ResultsTab(parent), m_report(new ClassReportModel(this)), m_sorted(new QSortFilterProxyModel(this)), m_table(new QTableView),
      m_filter(new QLineEdit), m_note(makeLabel({}, "muted"))
{
    m_sorted->setSourceModel(m_report);
    m_sorted->setSortRole(ClassReportModel::SortRole);
    m_sorted->setFilterKeyColumn(ClassReportModel::Name);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setSortLocaleAware(true);
    setUpTable();
    auto *card = new Card;
    card->content()->addWidget(makeTools());
    card->content()->addWidget(m_table, 1);
    setContent(card);
}

QWidget *KindsTab::makeTools()
{
    m_filter->setObjectName(QStringLiteral("kindFilter"));
    m_filter->setPlaceholderText(tr("Filter by name"));
    m_filter->setAccessibleName(m_filter->placeholderText());
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(260);
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);
    m_note->setObjectName(QStringLiteral("kindNote"));
    m_note->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    auto *saveButton = new QPushButton(themedIcon(QStringLiteral("save")), tr("Save as CSV…"));
    saveButton->setObjectName(QStringLiteral("saveKinds"));
    connect(saveButton, &QPushButton::clicked, this, &KindsTab::saveAs);
    auto *tools = new QWidget;
    auto *row = new QHBoxLayout(tools);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_filter, 1);
    row->addWidget(m_note, 2);
    row->addWidget(saveButton);
    return tools;
}

void KindsTab::setUpTable()
{
    m_table->setModel(m_sorted);
    m_table->setObjectName(QStringLiteral("kindTable"));
    m_table->setAccessibleName(tr("Results of each kind"));
    m_table->setToolTip(tr("A double click or Return shows the photos of a kind"));
    setUpRowTable(m_table, 26);
    m_table->setAlternatingRowColors(true);
    m_table->setWordWrap(false);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_table->horizontalHeader()->setDefaultSectionSize(96);
    for (const int column : {ClassReportModel::Name, ClassReportModel::ConfusedWith})
        m_table->horizontalHeader()->setSectionResizeMode(column, QHeaderView::Stretch);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(ClassReportModel::F1, Qt::AscendingOrder); // what needs a look comes first
    connect(m_table, &QTableView::activated, this, [this](const QModelIndex &index) {
        Q_EMIT kindActivated(m_report->metrics(m_sorted->mapToSource(index).row()).label);
    });
    auto *copyAction = new QAction(tr("Copy as table"), m_table);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &KindsTab::copy);
    m_table->addAction(copyAction);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
}

void KindsTab::showRun(const ShownRun &run)
{
    explain(run.problem);
    m_report->setReport(classReport(run.confusion), run.details.classNames);
    m_note->clear();
    m_suggestedName = tr("kinds of %1").arg(folderNameFor(run.details.record.datasetName)) + QStringLiteral(".csv");
}

void KindsTab::saveAs()
{
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the kinds"), m_suggestedName, tr("Table (*.csv)"));
    if (!path.isEmpty())
        save(path);
}

void KindsTab::save(const QString &path)
{
    QList<int> rows;
    for (int row = 0; row < m_sorted->rowCount(); ++row)
        rows.append(m_sorted->mapToSource(m_sorted->index(row, 0)).row());
    const Result<void> written = writeFile(path, m_report->toCsv(rows));
    m_note->setText(written ? tr("Saved as %1").arg(path) : written.error().message);
}

/// The selected rows, or all where none is selected, with tabs between the columns as spreadsheets take them.
void KindsTab::copy() const
{
    QModelIndexList rows = m_table->selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    if (rows.isEmpty()) {
        for (int row = 0; row < m_sorted->rowCount(); ++row)
            rows.append(m_sorted->index(row, 0));
    }
    const auto line = [](auto cellText) {
        QStringList cells;
        for (int column = 0; column < ClassReportModel::ColumnCount; ++column)
            cells.append(csv::pastedCell(cellText(column)));
        return cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    };
    QString text = line([this](int column) { return m_sorted->headerData(column, Qt::Horizontal).toString(); });
    for (const QModelIndex &row : std::as_const(rows))
        text += line([&row](int column) { return row.siblingAtColumn(column).data().toString(); });
    QGuiApplication::clipboard()->setText(text);
}

} // namespace flower
