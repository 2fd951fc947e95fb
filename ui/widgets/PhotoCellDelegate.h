// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace flower {

class ThumbnailLoader;

/// Draws a cell of a table with a small photo in front of its text. The photo comes when the cell is looked at.
class PhotoCellDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int kRowHeight = 44;

    /// `photoRole`: of the model, a PhotoInput.
    PhotoCellDelegate(ThumbnailLoader *thumbnails, int photoRole, QObject *parent = nullptr);
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    ThumbnailLoader *m_thumbnails;
    int m_photoRole;
};

} // namespace flower
