// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QObject>

#include <functional>

namespace flower {

/// A camera, whatever library reaches it. GUI thread.
class CameraSource : public QObject
{
    Q_OBJECT
public:
    /// Makes a frame's picture, which costs something: where nobody looks at the frame it isn't called.
    using Frame = std::function<QImage()>;

    /// Whether there is a camera now.
    [[nodiscard]] virtual bool isThere() const = 0;
    virtual void start() = 0;
    virtual void stop() = 0; ///< and lets go of the camera

Q_SIGNALS:
    void isThereChanged();
    void frameCame(const flower::CameraSource::Frame &frame);
    void failed(const QString &sentence); ///< while it was on
};

} // namespace flower
