// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QColor>
#include <QImage>
#include <QList>
#include <QPointF>
#include <QWidget>

#include <optional>

namespace flower {

/// A photo as large as there is room, with what speaks for a class laid over it, or with a brush that covers parts of it.
/// What the network doesn't see of the photo is dimmed meanwhile. The photo itself is never changed.
class HeatPhoto : public QWidget
{
    Q_OBJECT
public:
    enum class Mode { Plain, Heat, Cover };

    explicit HeatPhoto(QWidget *parent = nullptr);

    /// Upright and not cropped; a null one where there is none. Forgets the explanation and what was covered.
    void setPhoto(const QImage &photo);
    [[nodiscard]] bool hasPhoto() const { return !m_photo.isNull(); }
    /// `explanation` of this photo; nothing: it is on its way.
    void setExplanation(const std::optional<Explanation> &explanation);
    void setMode(Mode mode);
    [[nodiscard]] Mode mode() const { return m_mode; }
    /// Of the heat, 0 to 1.
    void setHeatOpacity(double opacity);
    /// Diameter, as a fraction of the side of what the network sees.
    void setBrushSize(double size);
    void setCoverColor(const QColor &color);

    [[nodiscard]] bool hasStrokes() const { return !m_strokes.isEmpty(); }
    void undoStroke();
    void clearStrokes();
    /// The photo with what is covered.
    [[nodiscard]] RgbImage coveredPixels() const;
    [[nodiscard]] RgbImage originalPixels() const;
    /// Where the photo and what the network sees of it are drawn.
    [[nodiscard]] QRectF photoRect() const;
    [[nodiscard]] QRectF seenRect() const;

Q_SIGNALS:
    void coveredChanged();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Stroke {
        QList<QPointF> points; ///< in the photo's pixels
        double width = 0.0;
    };

    [[nodiscard]] QPointF toPhoto(const QPointF &place) const;
    [[nodiscard]] double brushDiameter() const; ///< in the photo's pixels
    void beginStroke(const QPointF &place);
    void drawStroke(const Stroke &stroke, qsizetype first);
    void redraw();
    void moveCursor(const QPointF &place);
    void showMode();

    QImage m_photo;
    QImage m_covered; ///< m_photo with the strokes
    QImage m_heat;    ///< of what the network sees, opaque
    double m_seenFraction = 1.0;
    double m_opacity = 0.6;
    double m_brushSize = 0.2;
    QColor m_coverColor;
    Mode m_mode = Mode::Plain;
    QList<Stroke> m_strokes;
    std::optional<QPointF> m_cursor; ///< of the brush, in the widget's pixels
};

} // namespace flower
