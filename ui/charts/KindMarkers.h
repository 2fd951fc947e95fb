// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QHash>
#include <QPixmap>

class QPainter;

namespace flower {

/// A marker for each kind: a colour and a shape, so that colour is never the only sign. Of 112 kinds no two have the same; the
/// colours are told apart by colour-blind eyes as far as eight can be. The theme's colours of the moment.
class KindMarkers
{
public:
    static constexpr int kColors = 8;
    static constexpr int kShapes = 7;

    [[nodiscard]] static QColor color(int kind);
    /// Which of the shapes, and whether it is only an outline.
    [[nodiscard]] static int shape(int kind) { return kind % kShapes; }
    [[nodiscard]] static bool isHollow(int kind) { return (kind / (kColors * kShapes)) % 2 == 1; }

    /// The marker with its middle at the middle of the picture, `side` pixels wide; kept. `dimmed`: there, but not looked at.
    [[nodiscard]] QPixmap picture(int kind, double side, bool dimmed, double pixelRatio) const;
    void clear() { m_pictures.clear(); } ///< the theme is another one

private:
    mutable QHash<qint64, QPixmap> m_pictures;
};

} // namespace flower
