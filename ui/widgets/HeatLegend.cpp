// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HeatLegend.h"

#include "engine/core/HeatMap.h"
#include "ui/widgets/Labels.h"

#include <QHBoxLayout>
#include <QImage>
#include <QPixmap>

namespace flower {

namespace {

constexpr QSize kScaleSize{48, 10};

QPixmap scalePicture()
{
    QImage scale(kScaleSize, QImage::Format_RGB32);
    for (int column = 0; column < scale.width(); ++column) {
        const auto [red, green, blue] = heatColor(column / (scale.width() - 1.0));
        for (int row = 0; row < scale.height(); ++row)
            scale.setPixelColor(column, row, QColor(qRound(red), qRound(green), qRound(blue)));
    }
    return QPixmap::fromImage(scale);
}

} // namespace

HeatLegend::HeatLegend(QWidget *parent) : QWidget(parent)
{
    auto *scale = new QLabel;
    scale->setPixmap(scalePicture());
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    row->addWidget(makeLabel(tr("little"), "muted"));
    row->addWidget(scale);
    row->addWidget(makeLabel(tr("much"), "muted"));
    setToolTip(tr("How much a part of the photo speaks for the chosen kind"));
    setAccessibleName(toolTip());
}

} // namespace flower
