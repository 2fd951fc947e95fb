// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/PngFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QSaveFile>

#include <opencv2/imgcodecs.hpp>
#include <opencv2/imgproc.hpp>

#include <vector>

namespace flower {

Result<void> writePng(const QString &path, const RgbImage &image)
{
    const auto fail = [&path](const QString &why) {
        return Error{ErrorCode::Unwritable, QCoreApplication::translate("flower", "%1 can't be written: %2")
                                                .arg(QDir::toNativeSeparators(path), why)};
    };
    std::vector<unsigned char> encoded;
    try {
        // OpenCV takes no const pixels, and doesn't write to them here.
        const cv::Mat rgb(image.height, image.width, CV_8UC3, const_cast<char *>(image.pixels.constData()));
        cv::Mat bgr;
        cv::cvtColor(rgb, bgr, cv::COLOR_RGB2BGR);
        cv::imencode(".png", bgr, encoded);
    } catch (const std::exception &exception) {
        return fail(QString::fromUtf8(exception.what()));
    }
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly)
        || file.write(reinterpret_cast<const char *>(encoded.data()), static_cast<qint64>(encoded.size())) < 0 || !file.commit())
        return fail(file.errorString());
    return {};
}

} // namespace flower
