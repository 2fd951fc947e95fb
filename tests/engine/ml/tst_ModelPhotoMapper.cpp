// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/mapping/ModelPhotoMapper.h"

#include "engine/ml/weights/ModelFile.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace flower;

class tst_ModelPhotoMapper : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QString model() const { return m_folder.filePath(QStringLiteral("model.safetensors")); }
    void writeNetwork(int seed) const
    {
        torch::manual_seed(seed);
        MobileNetV2Options options;
        options.width = 0.35;
        options.classes = 2;
        ModelInfo info;
        info.architecture.width = options.width;
        info.preprocessing.inputSize = 64;
        info.classNames = {QStringLiteral("a"), QStringLiteral("b")};
        QVERIFY(writeModel(model(), MobileNetV2(options), info));
    }
    MapRequest request(MapMethod method, int photos) const
    {
        MapRequest request;
        request.modelPath = model();
        request.method = method;
        const QStringList names{QStringLiteral("plain.png"), QStringLiteral("photo.bmp"),  QStringLiteral("grey.jpg"),
                                QStringLiteral("turned1.jpg"), QStringLiteral("photo.webp"), QStringLiteral("cmyk.jpg")};
        for (int photo = 0; photo < photos; ++photo)
            request.photos.append({QStringLiteral(FLOWER_TEST_DATA "/photos/") + names.at(photo), photo % 2, Subset::Test});
        return request;
    }
    /// What comes of a request, and how many steps of the network it took.
    static std::pair<Result<PhotoMap>, qint64> mapOf(ModelPhotoMapper &mapper, const MapRequest &request)
    {
        RunControl control;
        qint64 steps = 0;
        Result<PhotoMap> map = mapper.map(request, control, [&](qint64 done, qint64) { steps = std::max(steps, done); }, [](const PhotoMap &) {});
        return {map, steps};
    }

private Q_SLOTS:
    void init() { writeNetwork(5); }

    void everyPhotoHasAPlace_data()
    {
        QTest::addColumn<MapMethod>("method");
        QTest::addColumn<int>("photos");
        for (const int photos : {1, 2, 3, 6}) {
            QTest::addRow("pca %d", photos) << MapMethod::Pca << photos;
            QTest::addRow("tsne %d", photos) << MapMethod::Tsne << photos;
        }
    }
    void everyPhotoHasAPlace()
    {
        QFETCH(MapMethod, method);
        QFETCH(int, photos);
        ModelPhotoMapper mapper;
        const auto [map, steps] = mapOf(mapper, request(method, photos));
        QVERIFY(map);
        QCOMPARE(map->photos.size(), photos);
        QCOMPARE(map->places.size(), photos);
        QVERIFY(map->isFinished());
        QCOMPARE(map->method, method);
        QCOMPARE(steps, 2 * photos);
        for (const QPointF &place : map->places)
            QVERIFY(std::isfinite(place.x()) && std::isfinite(place.y()));
    }

    void photosAreLookedAtOnce()
    {
        ModelPhotoMapper mapper;
        QCOMPARE(mapOf(mapper, request(MapMethod::Pca, 4)).second, 8);
        QCOMPARE(mapOf(mapper, request(MapMethod::Pca, 6)).second, 4); // only the new ones
        QCOMPARE(mapOf(mapper, request(MapMethod::Tsne, 6)).second, 0);
        QVERIFY(QFile::remove(model()));
        QVERIFY(!mapOf(mapper, request(MapMethod::Tsne, 6)).first); // it is no longer there
    }

    void missingPhotosAreLeftOut()
    {
        ModelPhotoMapper mapper;
        MapRequest wanted = request(MapMethod::Pca, 3);
        wanted.photos.insert(1, {QStringLiteral("/nowhere.jpg"), 0, Subset::Test});
        const Result<PhotoMap> map = mapOf(mapper, wanted).first;
        QVERIFY(map);
        QCOMPARE(map->photos, (QList<int>{0, 2, 3}));
        QCOMPARE(map->unreadable, 1);
        wanted.photos = {{QStringLiteral("/nowhere.jpg"), 0, Subset::Test}};
        QCOMPARE(mapOf(mapper, wanted).first.error().code, ErrorCode::NotFound);
    }

    void whatIsMissingIsSaid()
    {
        ModelPhotoMapper mapper;
        MapRequest wanted = request(MapMethod::Pca, 2);
        wanted.onlyKept = true;
        QCOMPARE(mapOf(mapper, wanted).first.error().code, ErrorCode::NotFound);
        wanted.onlyKept = false;
        wanted.modelPath = QStringLiteral("/nowhere.safetensors");
        QVERIFY(!mapOf(mapper, wanted).first);
    }

    void canBeStopped()
    {
        ModelPhotoMapper mapper;
        RunControl control;
        control.requestStop();
        const Result<PhotoMap> map = mapper.map(request(MapMethod::Tsne, 6), control, [](qint64, qint64) {}, [](const PhotoMap &) {});
        QVERIFY(!map);
        QCOMPARE(map.error().code, ErrorCode::Interrupted);
    }
};

FLOWER_TEST(tst_ModelPhotoMapper)
#include "tst_ModelPhotoMapper.moc"
