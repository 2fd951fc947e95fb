// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/CutJpeg.h"

#include <turbojpeg.h>

#include <cstring>
#include <memory>
#include <vector>

namespace flower {

bool isCutShort(QByteArrayView jpeg)
{
    const std::unique_ptr<void, decltype(&tjDestroy)> decoder(tjInitDecompress(), &tjDestroy);
    const auto *bytes = reinterpret_cast<const unsigned char *>(jpeg.data());
    const auto size = static_cast<unsigned long>(jpeg.size());
    int width = 0;
    int height = 0;
    int subsampling = 0;
    int colours = 0;
    if (!decoder || tjDecompressHeader3(decoder.get(), bytes, size, &width, &height, &subsampling, &colours) != 0)
        return false;
    constexpr tjscalingfactor kEighth{1, 8};
    const int columns = TJSCALED(width, kEighth);
    const int rows = TJSCALED(height, kEighth);
    std::vector<unsigned char> pixels(static_cast<size_t>(columns) * static_cast<size_t>(rows));
    const int answer = tjDecompress2(decoder.get(), bytes, size, pixels.data(), columns, columns, rows, TJPF_GRAY, TJFLAG_LIMITSCANS);
    // libjpeg's JWRN_JPEG_EOF; TurboJPEG hands on the words of the first warning only.
    return answer != 0 && tjGetErrorCode(decoder.get()) == TJERR_WARNING
        && std::strstr(tjGetErrorStr2(decoder.get()), "Premature end of JPEG file") != nullptr;
}

} // namespace flower
