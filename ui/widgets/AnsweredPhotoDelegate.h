// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/PhotoDelegate.h"

namespace flower {

/// A photo of an AnsweredPhotosModel; where its file couldn't be read, the tile says so.
class AnsweredPhotoDelegate : public PhotoDelegate
{
    Q_OBJECT
public:
    using PhotoDelegate::PhotoDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace flower
