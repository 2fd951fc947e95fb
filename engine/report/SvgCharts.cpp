// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/SvgCharts.h"

#include "engine/report/CardText.h"
#include "engine/report/HtmlWriter.h"

#include <QCoreApplication>
#include <QRectF>

#include <algorithm>
#include <cmath>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

constexpr double kTickWidth = 5.0;
constexpr int kTicks = 5; // about

/// Plain SVG numbers, in pixels.
QString px(double value)
{
    return QString::number(value, 'f', 1);
}

/// A range of values with round ticks.
struct Axis {
    double low = 0.0;
    double high = 1.0;
    double step = 0.2;
};

Axis roundAxis(double low, double high, bool whole)
{
    if (high - low < 1e-9)
        high = low + 1;
    const double raw = (high - low) / kTicks;
    const double power = std::pow(10.0, std::floor(std::log10(raw)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= raw) {
            step = factor * power;
            break;
        }
    }
    if (whole)
        step = std::max(1.0, std::round(step));
    return {std::floor(low / step + 1e-9) * step, std::ceil(high / step - 1e-9) * step, step};
}

int decimalsOf(double step)
{
    return std::max(0, static_cast<int>(std::ceil(-std::log10(step) - 1e-9)));
}

QString tickText(double value, double step, bool percent)
{
    return percent ? tr("%1 %").arg(cardNumber(value * 100, decimalsOf(step * 100))) : cardNumber(value, decimalsOf(step));
}

/// The frame of a chart: axes, grid and words, and the way from values to pixels.
class Frame
{
public:
    Frame(HtmlWriter &html, const QRectF &place, const Axis &x, const Axis &y, bool xPercent, bool yPercent)
        : m_html(html), m_place(place), m_x(x), m_y(y)
    {
        for (double value = y.low; value <= y.high + y.step / 2; value += y.step) {
            line({place.left(), yOf(value)}, {place.right(), yOf(value)}, QStringLiteral("grid"), QStringLiteral("#DFE3E0"));
            label({place.left() - 8, yOf(value) + 4}, tickText(value, y.step, yPercent), "end");
        }
        for (double value = x.low; value <= x.high + x.step / 2; value += x.step) {
            line({xOf(value), place.bottom()}, {xOf(value), place.bottom() + kTickWidth}, QStringLiteral("grid"), QStringLiteral("#DFE3E0"));
            label({xOf(value), place.bottom() + 20}, tickText(value, x.step, xPercent), "middle");
        }
    }
    [[nodiscard]] double xOf(double value) const { return m_place.left() + (value - m_x.low) / (m_x.high - m_x.low) * m_place.width(); }
    [[nodiscard]] double yOf(double value) const { return m_place.bottom() - (value - m_y.low) / (m_y.high - m_y.low) * m_place.height(); }
    void line(QPointF from, QPointF to, const QString &cssClass, const QString &color, const QString &dashes = QStringLiteral("none"))
    {
        m_html.empty("line", {{"class", cssClass}, {"x1", px(from.x())}, {"y1", px(from.y())}, {"x2", px(to.x())}, {"y2", px(to.y())},
                              {"stroke", color}, {"stroke-width", QStringLiteral("1")}, {"stroke-dasharray", dashes}});
    }
    void label(QPointF place, const QString &text, const char *anchor)
    {
        m_html.text("text", text, {{"x", px(place.x())}, {"y", px(place.y())}, {"text-anchor", QString::fromLatin1(anchor)},
                                   {"font-size", QStringLiteral("12")}, {"fill", QStringLiteral("#5C665F")}});
    }

private:
    HtmlWriter &m_html;
    QRectF m_place;
    Axis m_x;
    Axis m_y;
};

void writeSeries(HtmlWriter &html, const Frame &frame, const LineSeries &series)
{
    QString places;
    for (const QPointF &point : series.points)
        places += QStringLiteral("%1,%2 ").arg(px(frame.xOf(point.x())), px(frame.yOf(point.y())));
    html.empty("polyline", {{"class", series.cssClass}, {"points", places.trimmed()}, {"fill", QStringLiteral("none")},
                            {"stroke", series.color}, {"stroke-width", QStringLiteral("2")}});
    for (const QPointF &point : series.markers ? series.points : QList<QPointF>()) {
        html.empty("circle", {{"class", series.cssClass + QStringLiteral("-dot")}, {"cx", px(frame.xOf(point.x()))},
                              {"cy", px(frame.yOf(point.y()))}, {"r", QStringLiteral("2.5")}, {"fill", series.color}});
    }
}

void writeLegend(HtmlWriter &html, Frame &frame, const QList<LineSeries> &all, double left)
{
    constexpr double kLetter = 7.0; // pixels, about
    constexpr double kHeight = 12.0;
    for (const LineSeries &series : all) {
        html.empty("line", {{"class", series.cssClass}, {"x1", px(left)}, {"y1", px(kHeight)}, {"x2", px(left + 22)}, {"y2", px(kHeight)},
                            {"stroke", series.color}, {"stroke-width", QStringLiteral("2")}});
        if (series.markers) {
            html.empty("circle", {{"class", series.cssClass + QStringLiteral("-dot")}, {"cx", px(left + 11)}, {"cy", px(kHeight)},
                                  {"r", QStringLiteral("2.5")}, {"fill", series.color}});
        }
        frame.label({left + 28, kHeight + 4}, series.name, "start");
        left += 48 + kLetter * static_cast<double>(series.name.size());
    }
}

} // namespace

void writeLineChart(HtmlWriter &html, const LineChart &chart)
{
    double lastX = 1;
    double lowest = 1e300;
    double highest = -1e300;
    for (const LineSeries &series : chart.series) {
        for (const QPointF &point : series.points) {
            lastX = std::max(lastX, point.x());
            lowest = std::min(lowest, point.y());
            highest = std::max(highest, point.y());
        }
    }
    if (lowest > highest)
        return;
    const Axis x = roundAxis(0, lastX, true);
    Axis y = roundAxis(chart.percent ? lowest : std::min(0.0, lowest), highest, false);
    if (chart.percent)
        y.high = std::min(y.high, 1.0);

    const auto svg = html.open("svg", {{"class", QStringLiteral("chart")}, {"viewBox", QStringLiteral("0 0 560 300")},
                                       {"role", QStringLiteral("img")}, {"aria-label", chart.summary}});
    html.text("title", chart.title);
    html.text("desc", chart.summary);
    Frame frame(html, QRectF(56, 28, 492, 220), x, y, false, chart.percent);
    frame.label({302, 290}, chart.xLabel, "middle");
    if (chart.divider) {
        const double place = frame.xOf(*chart.divider);
        frame.line({place, 28}, {place, 248}, QStringLiteral("divider"), QStringLiteral("#5C665F"), QStringLiteral("3 3"));
        const bool atTheRight = place < 380;
        frame.label({place + (atTheRight ? 6 : -6), chart.percent ? 240.0 : 42.0}, chart.dividerLabel, atTheRight ? "start" : "end");
    }
    for (const LineSeries &series : chart.series)
        writeSeries(html, frame, series);
    writeLegend(html, frame, chart.series, 56);
}

void writeReliabilityChart(HtmlWriter &html, const QString &title, const QString &summary, const QList<ReliabilityBin> &diagram)
{
    const auto svg = html.open("svg", {{"class", QStringLiteral("chart square")}, {"viewBox", QStringLiteral("0 0 380 340")},
                                       {"role", QStringLiteral("img")}, {"aria-label", summary}});
    html.text("title", title);
    html.text("desc", summary);
    const Axis axis{0.0, 1.0, 0.2};
    Frame frame(html, QRectF(60, 20, 300, 260), axis, axis, true, true);
    for (const ReliabilityBin &bin : diagram) {
        if (bin.photos == 0)
            continue;
        const double left = frame.xOf(bin.low) + 1;
        html.empty("rect", {{"class", QStringLiteral("bar")}, {"x", px(left)}, {"y", px(frame.yOf(bin.accuracy))},
                            {"width", px(frame.xOf(bin.high) - 1 - left)}, {"height", px(frame.yOf(0) - frame.yOf(bin.accuracy))},
                            {"fill", QStringLiteral("#2E7D4F")}});
    }
    frame.line({frame.xOf(0), frame.yOf(0)}, {frame.xOf(1), frame.yOf(1)}, QStringLiteral("divider"), QStringLiteral("#5C665F"),
               QStringLiteral("4 3"));
    frame.label({210, 322}, tr("probability of the answer"), "middle");
    frame.label({60, 12}, tr("right answers"), "start");
}

} // namespace flower
