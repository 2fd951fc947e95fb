// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"

#include <QStringList>
#include <QWidget>

namespace flower {

/// The up to five answers to one photo as bars with their probabilities; the true kind has a tick.
class AnswerBars : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerBars(QWidget *parent = nullptr);

    void setPhoto(const PhotoResult &photo, const QStringList &classNames);
    void clear();

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    PhotoResult m_photo;
    QStringList m_classNames;
};

} // namespace flower
