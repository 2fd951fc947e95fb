// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/AnswerTable.h"

#include "ui/models/AnswerFilterModel.h"
#include "ui/models/PredictionListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/widgets/PhotoCellDelegate.h"
#include "ui/widgets/RowTable.h"

#include <QSettings>

#include <algorithm>
#include <array>
#include <utility>

namespace flower {

namespace {

constexpr int kThumbnailSide = 96; // pixels; drawn at less than half of it, sharp on dense displays
constexpr auto kWidthsKey = "classify/columnWidths";
constexpr std::array<int, PredictionListModel::ColumnCount> kColumnWidths{180, 130, 90, 110, 150, 110, 110, 130}; // pixels, in the columns' order

} // namespace

AnswerTable::AnswerTable(std::shared_ptr<const PhotoSource> photos, AnswerFilterModel *answers, QWidget *parent) : QTableView(parent)
{
    setObjectName(QStringLiteral("answerTable"));
    setAccessibleName(tr("Answers as a table"));
    setUpRowTable(this, PhotoCellDelegate::kRowHeight);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setModel(answers);
    auto *thumbnails = new ThumbnailLoader(std::move(photos), kThumbnailSide, this);
    setItemDelegateForColumn(PredictionListModel::Photo, new PhotoCellDelegate(thumbnails, PredictionListModel::PhotoRole, this));
    connect(thumbnails, &ThumbnailLoader::loaded, viewport(), qOverload<>(&QWidget::update));
    setSelectionMode(QAbstractItemView::ExtendedSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setWordWrap(false);
    setTabKeyNavigation(false);
    QHeaderView *header = horizontalHeader();
    header->setHighlightSections(false);
    header->setSortIndicator(-1, Qt::AscendingOrder); // as they were opened
    setSortingEnabled(true);
    fitColumns();
    const QVariantList widths = QSettings().value(QLatin1String(kWidthsKey)).toList();
    for (int column = 0; widths.size() == PredictionListModel::ColumnCount && column < widths.size(); ++column) {
        m_fits = false;
        if (const int width = widths.at(column).toInt(); width > 0)
            setColumnWidth(column, width);
    }
    connect(header, &QHeaderView::sectionResized, this, [this] { m_fits = m_fits && m_fitting; });
}

void AnswerTable::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_fits)
        fitColumns();
}

void AnswerTable::fitColumns()
{
    std::array<int, PredictionListModel::ColumnCount> widths = kColumnWidths;
    int lack = -viewport()->width();
    for (int column = 0; column < PredictionListModel::ColumnCount; ++column) {
        int &width = widths.at(static_cast<size_t>(column));
        width = std::max(width, horizontalHeader()->sectionSizeHint(column));
        lack += column <= PredictionListModel::State ? width : 0;
    }
    for (const auto &[column, narrowest] : {std::pair{PredictionListModel::Photo, 110}, std::pair{PredictionListModel::Answer, 80}}) {
        int &width = widths.at(static_cast<size_t>(column));
        const int part = std::clamp(lack, 0, std::max(0, width - narrowest));
        width -= part;
        lack -= part;
    }
    m_fitting = true;
    for (int column = 0; column < PredictionListModel::ColumnCount; ++column)
        setColumnWidth(column, widths.at(static_cast<size_t>(column)));
    m_fitting = false;
}

AnswerTable::~AnswerTable()
{
    if (m_fits)
        return;
    QVariantList widths;
    for (int column = 0; column < PredictionListModel::ColumnCount; ++column)
        widths.append(columnWidth(column));
    QSettings().setValue(QLatin1String(kWidthsKey), widths);
}

} // namespace flower
