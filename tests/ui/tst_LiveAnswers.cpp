// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/LiveAnswers.h"

#include "engine/session/ClassifySession.h"
#include "tests/support/TestMain.h"
#include "tests/ui/FakeModels.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace flower;

namespace {

/// Answers with the grey of the picture's first pixel, and holds each answer while `held`.
class GreyClassifier : public testing::FakeClassifier
{
public:
    std::atomic_bool held = false;
    std::atomic_int calls = 0;

    Prediction classifyPixels(const RgbImage &photo, int) override
    {
        ++calls;
        while (held)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        Prediction prediction;
        prediction.top = {{static_cast<uchar>(photo.pixels.at(0)), QStringLiteral("grey"), 0.4}};
        return prediction;
    }
};

QImage grey(int value)
{
    QImage image(67, 33, QImage::Format_ARGB32); // no camera's, and rows that are padded as RGB
    image.fill(qRgb(value, value, value));
    return image;
}

struct Live {
    Live()
    {
        session.openModel(QStringLiteral("/model"));
        if (!QTest::qWaitFor([this] { return !session.model().path.isEmpty(); }))
            qFatal("the model isn't opened");
        QObject::connect(&live, &LiveAnswers::answered, &live, [this](const QImage &frame, const Prediction &prediction) {
            greys.append(prediction.top.first().index);
            frames.append(qRed(frame.pixel(5, 5)));
            last = prediction;
        });
    }

    std::shared_ptr<GreyClassifier> classifier = std::make_shared<GreyClassifier>();
    ClassifySession session{classifier};
    LiveAnswers live{&session};
    QList<int> greys;
    QList<int> frames;
    Prediction last;
};

} // namespace

class tst_LiveAnswers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNewestFrameWins()
    {
        Live live;
        live.classifier->held = true;
        int made = 0;
        for (int value = 1; value <= 50; ++value)
            live.live.take([&made, value] { return ++made, grey(value); });
        QTRY_COMPARE(live.classifier->calls, 1);
        live.classifier->held = false;
        QTRY_COMPARE(live.greys, QList<int>({1, 50}));
        QCOMPARE(live.frames, live.greys); // each beside its answer
        QCOMPARE(made, 2); // the others weren't even made
        QTest::qWait(50);
        QCOMPARE(live.classifier->calls, 2);
    }

    void theSessionsThresholdsJudge()
    {
        Live live;
        live.live.take(grey(9));
        QTRY_COMPARE(live.greys.size(), 1);
        QVERIFY(live.last.notSure); // 40 % of 50 %
        Calibration sure;
        sure.notSureThreshold = 0.3;
        live.session.judgeBy(sure);
        live.live.take(grey(9));
        QTRY_COMPARE(live.greys.size(), 2);
        QVERIFY(!live.last.notSure);
    }

    void aQuickModelIsAskedThirtyTimesASecondAtMost()
    {
        Live live;
        QElapsedTimer clock;
        clock.start();
        QTimer source;
        source.setInterval(2);
        connect(&source, &QTimer::timeout, &live.live, [&] { live.live.take(grey(7)); });
        source.start();
        QTest::qWait(600);
        const double most = 1 + static_cast<double>(clock.elapsed()) / 33;
        QVERIFY2(live.greys.size() <= most, qPrintable(QString::number(live.greys.size())));
        QVERIFY2(live.greys.size() >= 6, qPrintable(QString::number(live.greys.size()))); // ten a second
        QVERIFY(live.live.rate() > 5 && live.live.rate() < 31);
    }

    void afterTheStopNothingComes()
    {
        Live live;
        live.classifier->held = true;
        live.live.take(grey(1));
        QTRY_COMPARE(live.classifier->calls, 1);
        live.live.take(grey(2));
        live.live.stop();
        live.classifier->held = false;
        QTest::qWait(100);
        QVERIFY(live.greys.isEmpty());
        QCOMPARE(live.classifier->calls, 1);
        QCOMPARE(live.live.rate(), 0.0);
        live.live.take(grey(3)); // switched on again
        QTRY_COMPARE(live.greys, QList<int>{3});
    }

    void itGoesOnWithAnotherModelAndBesideOtherQuestions()
    {
        Live live;
        live.classifier->held = true;
        live.live.take(grey(1));
        QTRY_COMPARE(live.classifier->calls, 1);
        live.session.openModel(QStringLiteral("/other"));
        live.classifier->held = false;
        QSignalSpy opened(&live.session, &ClassifySession::modelOpened);
        QVERIFY(opened.wait());
        live.live.take(grey(2));
        QTRY_VERIFY(live.greys.contains(2));

        live.classifier->held = true;
        live.session.classifyPixels(RgbImage{1, 1, QByteArray(3, '\x09')});
        live.live.take(grey(3));
        live.session.classifyPixels(RgbImage{1, 1, QByteArray(3, '\x09')}); // drops it
        live.live.take(grey(4));
        live.classifier->held = false;
        QTRY_COMPARE(live.greys.last(), 4);
    }

    void aFrameWithoutAPictureIsPassedOver()
    {
        Live live;
        live.live.take(QImage());
        live.live.take(grey(5));
        QTRY_COMPARE(live.greys, QList<int>{5});
    }
};

FLOWER_TEST(tst_LiveAnswers)
#include "tst_LiveAnswers.moc"
