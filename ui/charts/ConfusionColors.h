// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ClassReport.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QSize>
#include <QStringList>

namespace flower {

/// A cell of a confusion matrix by its classes, in whatever order they are shown.
struct ConfusionCell {
    int label = 0;
    int answer = 0;

    bool operator==(const ConfusionCell &) const = default;
};

/// What the cells of a confusion matrix look like: light to dark in one hue, so that colour-blind eyes see the same order,
/// blue for right answers and orange for mistakes, which they tell apart, too. The theme's colours of the moment.
class ConfusionColors
{
public:
    /// What the colours and numbers stand for.
    enum class Scale { PartOfRow, Counts };

    void setMatrix(const ConfusionMatrix &matrix);
    void setScale(Scale scale);
    [[nodiscard]] const ConfusionMatrix &matrix() const { return m_matrix; }

    [[nodiscard]] QColor color(const ConfusionCell &cell) const;
    /// All cells, a pixel each; the classes in this order, from the top and from the left. A thousand classes take a few milliseconds.
    [[nodiscard]] QImage picture(const QList<int> &order) const;
    /// Short, to stand in the cell: photos, or whole per cent of the row.
    [[nodiscard]] QString number(const ConfusionCell &cell) const;
    [[nodiscard]] QString longestNumber() const;
    /// "True daisy, answered tulip: 3 of 20 photos (15.0 %)"
    [[nodiscard]] QString describe(const ConfusionCell &cell, const QStringList &names) const;
    /// The colours from nothing to the most there is, and that most in words: of the right answers, or of the mistakes.
    [[nodiscard]] QImage legend(bool right, QSize size) const;
    [[nodiscard]] QString legendText(bool right) const;

private:
    [[nodiscard]] double value(const ConfusionCell &cell) const;
    [[nodiscard]] double most(bool right) const { return right ? m_mostRight : m_mostWrong; }
    [[nodiscard]] QColor ramp(double value, bool right) const;
    [[nodiscard]] QString number(double value) const;
    void findMost();

    ConfusionMatrix m_matrix{{}, 0};
    QList<int> m_supports;
    Scale m_scale = Scale::PartOfRow;
    double m_mostRight = 0.0; ///< what the darkest colour stands for
    double m_mostWrong = 0.0;
};

} // namespace flower
