// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/ConfusionColors.h"

#include "ui/Format.h"
#include "ui/theme/Theme.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

constexpr double kFirst = 0.22;      // of the way to the darkest colour: where one photo begins, so that it is seen
constexpr double kEmptyRight = 0.08; // the diagonal is seen where it is empty, too

QColor between(const QColor &from, const QColor &to, double part)
{
    const auto mix = [part](double a, double b) { return static_cast<float>(a + (b - a) * part); };
    return QColor::fromRgbF(mix(from.redF(), to.redF()), mix(from.greenF(), to.greenF()), mix(from.blueF(), to.blueF()));
}

} // namespace

void ConfusionColors::setMatrix(const ConfusionMatrix &matrix)
{
    m_matrix = matrix;
    m_supports.clear();
    for (int label = 0; label < matrix.classes(); ++label)
        m_supports.append(matrix.support(label));
    findMost();
}

void ConfusionColors::setScale(Scale scale)
{
    m_scale = scale;
    findMost();
}

void ConfusionColors::findMost()
{
    m_mostRight = m_mostWrong = 0.0;
    for (int label = 0; label < m_matrix.classes(); ++label) {
        for (int answer = 0; answer < m_matrix.classes(); ++answer) {
            double &most = label == answer ? m_mostRight : m_mostWrong;
            most = std::max(most, value({label, answer}));
        }
    }
}

double ConfusionColors::value(const ConfusionCell &cell) const
{
    const int photos = m_matrix.count(cell.label, cell.answer);
    if (m_scale == Scale::Counts)
        return photos;
    const int support = m_supports.at(cell.label);
    return support > 0 ? double(photos) / support : 0.0;
}

QColor ConfusionColors::ramp(double value, bool right) const
{
    const ThemeColors colors = themeColors();
    const QColor ground = between(colors.card, colors.line, 0.35);
    const QColor darkest = right ? colors.training : colors.validation;
    if (value <= 0 || most(right) <= 0)
        return right ? between(ground, darkest, kEmptyRight) : ground;
    const double part = value / most(right);
    return between(ground, darkest, kFirst + (1 - kFirst) * (right ? part : std::sqrt(part))); // most mistakes are few
}

QColor ConfusionColors::color(const ConfusionCell &cell) const
{
    return ramp(value(cell), cell.label == cell.answer);
}

QImage ConfusionColors::picture(const QList<int> &order) const
{
    const auto classes = static_cast<int>(order.size());
    QImage image(std::max(1, classes), std::max(1, classes), QImage::Format_RGB32);
    image.fill(ramp(0, false)); // most cells are empty
    for (int row = 0; row < classes; ++row) {
        auto *pixels = reinterpret_cast<QRgb *>(image.scanLine(row));
        for (int column = 0; column < classes; ++column) {
            if (row == column || m_matrix.count(order.at(row), order.at(column)) > 0)
                pixels[column] = color({order.at(row), order.at(column)}).rgb();
        }
    }
    return image;
}

QString ConfusionColors::number(double value) const
{
    return format::count(std::llround(m_scale == Scale::Counts ? value : value * 100));
}

QString ConfusionColors::number(const ConfusionCell &cell) const
{
    return number(value(cell));
}

QString ConfusionColors::longestNumber() const
{
    return number(std::max(m_mostRight, m_mostWrong));
}

QString ConfusionColors::describe(const ConfusionCell &cell, const QStringList &names) const
{
    const int photos = m_matrix.count(cell.label, cell.answer);
    const int support = m_supports.at(cell.label);
    const QString part = format::percent(support > 0 ? double(photos) / support : -1.0);
    if (cell.label == cell.answer) {
        return QCoreApplication::translate("flower::ConfusionColors", "%1, answered rightly: %2 of %3 photos (%4)")
            .arg(names.value(cell.label), format::count(photos), format::count(support), part);
    }
    return QCoreApplication::translate("flower::ConfusionColors", "True %1, answered %2: %3 of %4 photos (%5)")
        .arg(names.value(cell.label), names.value(cell.answer), format::count(photos), format::count(support), part);
}

QImage ConfusionColors::legend(bool right, QSize size) const
{
    QImage image(size, QImage::Format_RGB32);
    for (int x = 0; x < size.width(); ++x) {
        const QColor color = ramp(most(right) * (x + 1) / size.width(), right);
        for (int y = 0; y < size.height(); ++y)
            image.setPixelColor(x, y, color);
    }
    return image;
}

QString ConfusionColors::legendText(bool right) const
{
    const QString largest = m_scale == Scale::Counts ? format::count(std::llround(most(right))) : format::percent(most(right));
    return (right ? QCoreApplication::translate("flower::ConfusionColors", "right, up to %1")
                  : QCoreApplication::translate("flower::ConfusionColors", "mistakes, up to %1")).arg(largest);
}

} // namespace flower
