// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RememberingMapper.h"

#include "engine/store/PhotoMapFile.h"

namespace flower {

RememberingMapper::RememberingMapper(std::shared_ptr<PhotoMapper> mapper) : m_mapper(std::move(mapper)) {}

Result<PhotoMap> RememberingMapper::map(const MapRequest &request, RunControl &control, const ProgressSink &progress, const MapSink &sink)
{
    PhotoMapFile file(request);
    Result<PhotoMap> kept = file.read();
    if (kept || request.onlyKept)
        return kept;
    const bool isNewer = kept.error().code == ErrorCode::Unsupported; // it stays as it is
    Result<PhotoMap> map = m_mapper->map(request, control, progress, sink);
    if (map && map->unreadable == 0 && !isNewer)
        static_cast<void>(file.write(*map)); // a folder that can't be written to: the map is reckoned again the next time
    return map;
}

} // namespace flower
