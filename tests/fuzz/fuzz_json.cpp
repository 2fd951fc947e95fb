// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoPlaces.h"
#include "engine/core/TrainingConfig.h"
#include "engine/fetch/PartFile.h"
#include "engine/store/PhotoMapFile.h"
#include "engine/store/PhotoMarksFile.h"
#include "tests/fuzz/FuzzTarget.h"

#include <QDir>

using namespace flower;

namespace {

void readMap(QByteArrayView bytes)
{
    MapRequest request;
    request.modelPath = fuzz::folder() + QStringLiteral("/no-model.safetensors"); // whose hash is an empty text
    request.photos = QList<Sample>(3);
    fuzz::asFile(bytes, "map-test-tsne.json");
    const Result<PhotoMap> map = PhotoMapFile(request).read();
    if (!map)
        return;
    fuzz::check(map->photos.size() == map->places.size() && map->photos.size() <= request.photos.size());
    for (const int photo : map->photos)
        fuzz::check(photo >= 0 && photo < request.photos.size());
}

} // namespace

/// The small files in JSON: settings, the marks of a review, a map, where photos were moved to, the note beside half a download.
FLOWER_FUZZ_TARGET(json)
{
    if (const Result<TrainingConfig> config = TrainingConfig::fromJson(bytes.toByteArray(), TrainingConfig())) {
        static_cast<void>(config->validate());
        const Result<TrainingConfig> again = TrainingConfig::fromJson(config->toJson(), TrainingConfig());
        fuzz::check(again && *again == *config);
    }
    if (const Result<StoredMarks> stored = PhotoMarksFile(fuzz::asFile(bytes, "marks.json")).read())
        fuzz::check(!stored->marks.photos.contains(QString()));
    readMap(bytes);
    if (const Result<PhotoPlaces> places = PhotoPlacesFile(fuzz::asFile(bytes, "places.json")).read()) {
        for (auto photo = places->photos.cbegin(); photo != places->photos.cend(); ++photo)
            fuzz::check(QDir::isAbsolutePath(photo.key()) && QDir::isAbsolutePath(photo.value()));
        fuzz::check(QDir::isAbsolutePath(places->placeOf(QStringLiteral("/photos/a/1.jpg"))));
    }

    fuzz::asFile("half", "file.part");
    fuzz::asFile(bytes, "file.part.json");
    const PartFile part(fuzz::folder() + QStringLiteral("/file"), QUrl(QStringLiteral("https://example.org/file")));
    fuzz::check(part.bytes() == 0 || !part.version().ifRange().isEmpty());
    fuzz::check(!part.version().etag.contains('\n') && !part.version().lastModified.contains('\n')); // they go into a header
}
