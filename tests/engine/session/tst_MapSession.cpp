// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/MapSession.h"

#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>
#include <chrono>
#include <stdexcept>
#include <thread>

using namespace flower;

namespace {

/// Looks at the photos, sends one map on its way, and the whole one. Waits between these while `held`.
class LineMapper : public PhotoMapper
{
public:
    std::atomic_bool held = false;

    Result<PhotoMap> map(const MapRequest &request, RunControl &control, const ProgressSink &progress, const MapSink &sink) override
    {
        if (request.modelPath == QLatin1String("throw"))
            throw std::runtime_error("broken on purpose");
        if (request.onlyKept)
            return Error{ErrorCode::NotFound, QStringLiteral("None yet.")};
        progress(1, request.photos.size());
        PhotoMap map;
        map.steps = 2;
        map.step = 1;
        for (int photo = 0; photo < request.photos.size(); ++photo) {
            map.photos.append(photo);
            map.places.append(QPointF(photo, 0));
        }
        sink(map);
        while (held && !control.isStopRequested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (control.isStopRequested())
            return Error{ErrorCode::Interrupted, QStringLiteral("Stopped.")};
        map.step = 2;
        return map;
    }
};

MapRequest request(const char *model)
{
    return {QLatin1String(model), Subset::Test, {{QStringLiteral("/1"), 0, Subset::Test}, {QStringLiteral("/2"), 1, Subset::Test}}};
}

} // namespace

class tst_MapSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theMapComesInSteps()
    {
        MapSession session(std::make_shared<LineMapper>());
        QSignalSpy looking(&session, &MapSession::looking);
        QList<PhotoMap> placed;
        QList<PhotoMap> finished;
        connect(&session, &MapSession::placed, this, [&](const MapRequest &, const PhotoMap &map) { placed.append(map); });
        connect(&session, &MapSession::finished, this, [&](const MapRequest &of, const PhotoMap &map) {
            QCOMPARE(of, request("m"));
            finished.append(map);
        });
        session.start(request("m"));
        QVERIFY(session.isRunning());
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(!session.isRunning());
        QCOMPARE(looking.size(), 1);
        QCOMPARE(placed.size(), 1);
        QVERIFY(!placed.first().isFinished());
        QVERIFY(finished.first().isFinished());
        QCOMPARE(finished.first().photos, (QList<int>{0, 1}));
    }

    void errorsAndExceptionsAreSentences()
    {
        MapSession session(std::make_shared<LineMapper>());
        QList<Error> errors;
        connect(&session, &MapSession::failed, this, [&](const MapRequest &, const Error &error) { errors.append(error); });
        MapRequest kept = request("m");
        kept.onlyKept = true;
        session.start(kept);
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, ErrorCode::NotFound);
        session.start(request("throw"));
        QTRY_COMPARE(errors.size(), 2);
        QCOMPARE(errors.last().code, ErrorCode::Internal);
        QVERIFY(errors.last().message.contains(QStringLiteral("broken on purpose")));
        QVERIFY(!session.isRunning());
    }

    void aCancelledOneSaysSoAndAReplacedOneIsDropped()
    {
        const auto mapper = std::make_shared<LineMapper>();
        mapper->held = true;
        MapSession session(mapper);
        QList<Error> errors;
        QStringList models;
        connect(&session, &MapSession::failed, this, [&](const MapRequest &, const Error &error) { errors.append(error); });
        connect(&session, &MapSession::finished, this, [&](const MapRequest &of, const PhotoMap &) { models.append(of.modelPath); });
        session.start(request("first"));
        session.cancel();
        QTRY_COMPARE(errors.size(), 1);
        QCOMPARE(errors.first().code, ErrorCode::Interrupted);
        session.start(request("second"));
        session.start(request("third"));
        mapper->held = false;
        QTRY_COMPARE(models, QStringList{QStringLiteral("third")});
        QCOMPARE(errors.size(), 1);
    }

    void destructionInTheMiddleEnds()
    {
        const auto mapper = std::make_shared<LineMapper>();
        mapper->held = true;
        auto session = std::make_unique<MapSession>(mapper);
        session->start(request("m"));
        session.reset();
    }
};

FLOWER_TEST(tst_MapSession)
#include "tst_MapSession.moc"
