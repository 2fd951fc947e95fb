// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/AnswerTable.h"

#include "ui/models/AnswerFilterModel.h"
#include "ui/models/PredictionListModel.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/widgets/PhotoCellDelegate.h"
#include "ui/widgets/RowTable.h"

#include <QSettings>

#include <algorithm>

namespace flower {

namespace {

constexpr int kThumbnailSide = 96; // pixels; drawn at less than half of it, sharp on dense displays
constexpr auto kWidthsKey = "classify/columns";

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
    for (const auto &[column, width] : {std::pair{PredictionListModel::Photo, 180}, std::pair{PredictionListModel::Answer, 130},
                                        std::pair{PredictionListModel::Probability, 90}, std::pair{PredictionListModel::State, 110},
                                        std::pair{PredictionListModel::RunnerUp, 150}, std::pair{PredictionListModel::TrueKind, 110},
                                        std::pair{PredictionListModel::Corrected, 110}, std::pair{PredictionListModel::Taken, 130}})
        setColumnWidth(column, std::max(width, header->sectionSizeHint(column)));
    const QVariantList widths = QSettings().value(QLatin1String(kWidthsKey)).toList();
    for (int column = 0; widths.size() == PredictionListModel::ColumnCount && column < widths.size(); ++column) {
        if (const int width = widths.at(column).toInt(); width > 0)
            setColumnWidth(column, width);
    }
}

AnswerTable::~AnswerTable()
{
    QVariantList widths;
    for (int column = 0; column < PredictionListModel::ColumnCount; ++column)
        widths.append(columnWidth(column));
    QSettings().setValue(QLatin1String(kWidthsKey), widths);
}

} // namespace flower
