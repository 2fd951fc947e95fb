// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/gui/QtCamera.h"

#include <QCamera>
#include <QCameraDevice>
#include <QMediaCaptureSession>
#include <QMediaDevices>
#include <QVideoFrame>
#include <QVideoSink>

#include <algorithm>

namespace flower {

namespace {

constexpr int kWantedSide = 480;    ///< pixels of the shorter side: the network sees less
constexpr float kWantedRate = 15.0F; ///< frames a second

/// The smallest pictures that are large enough and come often enough; else the camera chooses.
QCameraFormat formatOf(const QCameraDevice &device)
{
    QCameraFormat best;
    for (const QCameraFormat &format : device.videoFormats()) {
        const QSize size = format.resolution();
        if (std::min(size.width(), size.height()) < kWantedSide || format.maxFrameRate() < kWantedRate)
            continue;
        if (best.isNull() || qint64(size.width()) * size.height() < qint64(best.resolution().width()) * best.resolution().height())
            best = format;
    }
    return best;
}

class QtCamera : public CameraSource
{
public:
    QtCamera()
    {
        m_session.setVideoSink(&m_sink);
        connect(&m_devices, &QMediaDevices::videoInputsChanged, this, &CameraSource::isThereChanged);
        connect(&m_sink, &QVideoSink::videoFrameChanged, this, [this](const QVideoFrame &frame) {
            Q_EMIT frameCame([frame] { return frame.toImage(); });
        });
    }
    ~QtCamera() override { QtCamera::stop(); }
    Q_DISABLE_COPY_MOVE(QtCamera)

    [[nodiscard]] bool isThere() const override { return !QMediaDevices::videoInputs().isEmpty(); }

    void start() override
    {
        const QCameraDevice device = QMediaDevices::defaultVideoInput();
        m_camera = std::make_unique<QCamera>(device);
        if (const QCameraFormat format = formatOf(device); !format.isNull())
            m_camera->setCameraFormat(format);
        connect(m_camera.get(), &QCamera::errorOccurred, this, [this](QCamera::Error error, const QString &text) {
            if (error != QCamera::NoError)
                Q_EMIT failed(CameraSource::tr("The camera can't be used: %1").arg(text));
        }, Qt::QueuedConnection); // stop() deletes the camera
        m_session.setCamera(m_camera.get());
        m_camera->start();
    }

    void stop() override
    {
        m_session.setCamera(nullptr);
        m_camera.reset();
    }

private:
    QMediaDevices m_devices;
    QMediaCaptureSession m_session;
    QVideoSink m_sink;
    std::unique_ptr<QCamera> m_camera;
};

} // namespace

std::unique_ptr<CameraSource> makeQtCamera()
{
    return std::make_unique<QtCamera>();
}

} // namespace flower
