// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/CheckpointMetadata.h"

#include "tests/support/TestMain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <limits>

using namespace flower;

namespace {

EpochResult epoch(Phase phase, int number)
{
    EpochResult epoch;
    epoch.phase = phase;
    epoch.epoch = number;
    epoch.trainLoss = 0.1 + 0.2; // needs its last bit
    epoch.valLoss = std::numeric_limits<double>::infinity();
    epoch.learningRate = 1e-300;
    epoch.isBest = number == 2;
    return epoch;
}

RunPosition position()
{
    RunPosition position;
    position.phase = Phase::FineTune;
    position.batch = 7;
    position.sums = {12.25, 200, 224, 1e-4 / 3, 0.7};
    position.seconds = 61.0 / 3;
    position.usablePhotos = 1360;
    position.bestEpoch = 2;
    position.averagedSteps = 11;
    position.averageIsInUse = true;
    position.epochs = {epoch(Phase::Head, 1), epoch(Phase::Head, 2), epoch(Phase::FineTune, 3)};
    return position;
}

const QString kKey = QStringLiteral("checkpoint");

QMap<QString, QString> with(const QString &name, const QJsonValue &value)
{
    QJsonObject root = QJsonDocument::fromJson(positionMetadata(position()).value(kKey).toUtf8()).object();
    root.insert(name, value);
    return {{kKey, QString::fromUtf8(QJsonDocument(root).toJson())}};
}

} // namespace

class tst_CheckpointMetadata : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsEveryBit()
    {
        const Result<RunPosition> again = positionFrom(positionMetadata(position()));
        QVERIFY(bool(again));
        QVERIFY(*again == position());
    }

    void refusesWhatNoRunCanComeTo_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QJsonValue>("value");
        const auto sums = [](qint64 right, qint64 photos) { return QJsonObject{{QStringLiteral("right"), right}, {QStringLiteral("photos"), photos}}; };
        QTest::newRow("batch") << QStringLiteral("batch") << QJsonValue(-1);
        QTest::newRow("best epoch that isn't done") << QStringLiteral("best_epoch") << QJsonValue(4);
        QTest::newRow("best epoch before the first") << QStringLiteral("best_epoch") << QJsonValue(-1);
        QTest::newRow("steps") << QStringLiteral("averaged_steps") << QJsonValue(-1);
        QTest::newRow("photos") << QStringLiteral("usable_photos") << QJsonValue(-1360);
        QTest::newRow("more right than photos") << QStringLiteral("sums") << QJsonValue(sums(5, 4));
        QTest::newRow("fewer than none") << QStringLiteral("sums") << QJsonValue(sums(-1, 4));
        QTest::newRow("no epochs") << QStringLiteral("epochs") << QJsonValue(QJsonArray());
        QTest::newRow("epochs without numbers") << QStringLiteral("epochs") << QJsonValue(QJsonArray{1, 2, 3});
        QTest::newRow("back to phase 1") << QStringLiteral("phase") << QJsonValue(QStringLiteral("head"));
    }
    void refusesWhatNoRunCanComeTo()
    {
        QFETCH(QString, name);
        QFETCH(QJsonValue, value);
        const Result<RunPosition> read = positionFrom(with(name, value));
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unreadable);
    }

    void tellsANewerVersionFromNone()
    {
        QCOMPARE(positionFrom(with(QStringLiteral("version"), 2)).error().code, ErrorCode::Unsupported);
        QCOMPARE(positionFrom({}).error().code, ErrorCode::Unreadable);
        QCOMPARE(positionFrom({{kKey, QStringLiteral("[1]")}}).error().code, ErrorCode::Unreadable);
    }
};

FLOWER_TEST(tst_CheckpointMetadata)
#include "tst_CheckpointMetadata.moc"
