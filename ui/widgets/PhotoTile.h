// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPixmap>
#include <QWidget>

namespace flower {

/// A square place for one whole photo with rounded corners, never stretched; a plain tile while there is none.
class PhotoTile : public QWidget
{
    Q_OBJECT
public:
    explicit PhotoTile(int side, QWidget *parent = nullptr);

    void setPhoto(const QPixmap &photo);
    [[nodiscard]] const QPixmap &photo() const { return m_photo; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QPixmap m_photo;
};

} // namespace flower
