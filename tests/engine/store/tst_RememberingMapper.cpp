// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RememberingMapper.h"

#include "engine/store/PhotoMapFile.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

namespace {

class CountingMapper : public PhotoMapper
{
public:
    int calls = 0;
    int unreadable = 0;
    bool fails = false;

    Result<PhotoMap> map(const MapRequest &request, RunControl &, const ProgressSink &, const MapSink &) override
    {
        ++calls;
        if (fails)
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        PhotoMap map;
        map.method = request.method;
        map.photos = {0};
        map.places = {{1.0, 2.0}};
        map.unreadable = unreadable;
        return map;
    }
};

} // namespace

class tst_RememberingMapper : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::shared_ptr<CountingMapper> m_inner;
    std::unique_ptr<RememberingMapper> m_mapper;

    MapRequest request(bool onlyKept = false) const
    {
        return {m_folder.filePath(QStringLiteral("model.safetensors")), Subset::Test, {{QStringLiteral("/a.jpg"), 0, Subset::Test}},
                MapMethod::Pca, 1, onlyKept};
    }
    Result<PhotoMap> map(const MapRequest &request) const
    {
        RunControl control;
        return m_mapper->map(request, control, [](qint64, qint64) {}, [](const PhotoMap &) {});
    }

private Q_SLOTS:
    void init()
    {
        QFile model(m_folder.filePath(QStringLiteral("model.safetensors")));
        QVERIFY(model.open(QIODevice::WriteOnly) && model.write("weights") == 7);
        QFile::remove(PhotoMapFile(request()).path());
        m_inner = std::make_shared<CountingMapper>();
        m_mapper = std::make_unique<RememberingMapper>(m_inner);
    }

    void theSecondLookReckonsNothing()
    {
        QCOMPARE(map(request(true)).error().code, ErrorCode::NotFound);
        QCOMPARE(m_inner->calls, 0);
        const Result<PhotoMap> first = map(request());
        QVERIFY(first);
        QCOMPARE(m_inner->calls, 1);
        QCOMPARE(*map(request()), *first);
        QCOMPARE(*map(request(true)), *first);
        QCOMPARE(m_inner->calls, 1);
    }

    void aMapWithMissingPhotosIsNotKept()
    {
        m_inner->unreadable = 1;
        QVERIFY(map(request()));
        QVERIFY(map(request()));
        QCOMPARE(m_inner->calls, 2);
    }

    void errorsAreHandedOnAndNotKept()
    {
        m_inner->fails = true;
        QCOMPARE(map(request()).error().code, ErrorCode::Interrupted);
        QVERIFY(!QFile::exists(PhotoMapFile(request()).path()));
    }

    void aNewerFileStays()
    {
        const QByteArray newer = R"({"version":2,"places":"in another way"})";
        QFile file(PhotoMapFile(request()).path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(newer) == newer.size());
        file.close();
        QVERIFY(map(request()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), newer);
    }

    void aDamagedFileIsWrittenAnew()
    {
        QFile file(PhotoMapFile(request()).path());
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("{") == 1);
        file.close();
        QVERIFY(map(request()));
        QVERIFY(map(request(true)));
        QCOMPARE(m_inner->calls, 1);
    }
};

FLOWER_TEST(tst_RememberingMapper)
#include "tst_RememberingMapper.moc"
