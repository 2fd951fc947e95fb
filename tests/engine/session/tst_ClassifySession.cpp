// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/ClassifySession.h"

#include "engine/core/StoredFile.h"
#include "tests/support/TestMain.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <chrono>
#include <mutex>
#include <stdexcept>
#include <thread>

using namespace flower;

namespace {

/// Knows no flowers: answers by the path, and waits with each answer while `held`.
class FakeClassifier : public Classifier
{
public:
    std::atomic_bool held = false;

    [[nodiscard]] QStringList calls()
    {
        const std::scoped_lock lock(m_mutex);
        return m_calls;
    }

    Result<ModelInfo> open(const QString &path) override
    {
        if (path == QLatin1String("throw"))
            throw std::runtime_error("broken on purpose");
        if (path == QLatin1String("fail"))
            return Error{ErrorCode::Unreadable, QStringLiteral("It is no model.")};
        ModelInfo model;
        model.path = path;
        return model;
    }

    Prediction classify(const PhotoInput &photo, int top) override
    {
        note(photo.path);
        while (held)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (photo.path == QLatin1String("throw"))
            throw std::runtime_error("broken on purpose");
        Prediction prediction;
        prediction.path = photo.path;
        prediction.top = QList<ScoredClass>(top);
        return prediction;
    }

    /// The first pixel is the answer.
    Prediction classifyPixels(const RgbImage &photo, int) override
    {
        note(QStringLiteral("pixels"));
        if (photo.pixels.isEmpty())
            throw std::runtime_error("broken on purpose");
        Prediction prediction;
        prediction.top = {{photo.pixels.at(0), {}, 1.0}};
        return prediction;
    }

    Result<Explanation> explain(const PhotoInput &photo, int index) override
    {
        note(QStringLiteral("explain ") + photo.path);
        while (held)
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        if (photo.path == QLatin1String("throw"))
            throw std::runtime_error("broken on purpose");
        Explanation explanation;
        explanation.path = photo.path;
        explanation.explained.index = index;
        return explanation;
    }

private:
    void note(const QString &call)
    {
        const std::scoped_lock lock(m_mutex);
        m_calls.append(call);
    }

    std::mutex m_mutex;
    QStringList m_calls;
};

QList<PhotoInput> photos(const QStringList &paths)
{
    QList<PhotoInput> list;
    for (const QString &path : paths)
        list.append({path, {}});
    return list;
}

} // namespace

class tst_ClassifySession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void modelsOpenOrFailWithASentence()
    {
        ClassifySession session(std::make_shared<FakeClassifier>());
        QSignalSpy opened(&session, &ClassifySession::modelOpened);
        QList<Error> errors;
        connect(&session, &ClassifySession::modelFailed, this, [&](const QString &, const Error &error) { errors.append(error); });
        session.openModel(QStringLiteral("good"));
        QTRY_COMPARE(opened.size(), 1);
        session.openModel(QStringLiteral("fail"));
        session.openModel(QStringLiteral("throw"));
        QTRY_COMPARE(errors.size(), 2);
        QCOMPARE(errors.first().code, ErrorCode::Unreadable);
        QCOMPARE(errors.last().code, ErrorCode::Internal);
        QVERIFY(errors.last().message.contains(QStringLiteral("broken on purpose")));
        QCOMPARE(session.model().path, QStringLiteral("good"));
    }

    void aModelOfTheSameContentHasTheSameNumber()
    {
        const QTemporaryDir folder;
        const auto model = [&](const char *name, const char *content) {
            const QString path = folder.filePath(QLatin1String(name));
            return writeFile(path, content) ? path : QString();
        };
        ClassifySession session(std::make_shared<FakeClassifier>());
        QSignalSpy opened(&session, &ClassifySession::modelOpened);
        const auto numberOf = [&](const QString &path) {
            opened.clear();
            session.openModel(path);
            return opened.wait() ? session.modelNumber() : -1;
        };
        QCOMPARE(session.modelNumber(), 0);
        const QString rose = model("rose", "rose");
        QCOMPARE(numberOf(rose), 1);
        QCOMPARE(numberOf(rose), 1);
        QCOMPARE(numberOf(model("copy", "rose")), 1);
        QCOMPARE(numberOf(model("tulip", "tulip")), 2);
        QCOMPARE(numberOf(rose), 1); // back to it
        model("rose", "trained anew");
        QCOMPARE(numberOf(rose), 3);
        const QString unreadable = QStringLiteral("nowhere");
        QCOMPARE(numberOf(unreadable), 4); // nobody knows whether it is the same
        QCOMPARE(numberOf(unreadable), 5);

        QList<int> numbers;
        connect(&session, &ClassifySession::answered, this, [&](const Prediction &, int number) { numbers.append(number); });
        QCOMPARE(numberOf(rose), 3);
        session.classify(photos({QStringLiteral("a")}));
        session.openModel(rose);
        session.classify(photos({QStringLiteral("b")}));
        QTRY_COMPARE(numbers, QList<int>({3, 3}));
    }

    void answersComeInOrderAnExceptionIsOneOfThem()
    {
        ClassifySession session(std::make_shared<FakeClassifier>());
        QList<Prediction> answers;
        connect(&session, &ClassifySession::answered, this, [&](const Prediction &prediction) { answers.append(prediction); });
        session.classify(photos({QStringLiteral("a"), QStringLiteral("throw"), QStringLiteral("b")}), 2);
        QCOMPARE(session.pending(), 3);
        QTRY_COMPARE(answers.size(), 3);
        QCOMPARE(session.pending(), 0);
        QCOMPARE(answers.at(0).top.size(), 2);
        QCOMPARE(answers.at(1).path, QStringLiteral("throw"));
        QVERIFY(answers.at(1).error.contains(QStringLiteral("broken on purpose")));
        QVERIFY(answers.at(1).top.isEmpty());
        QCOMPARE(answers.at(2).path, QStringLiteral("b"));
        QVERIFY(answers.at(2).error.isEmpty());
    }

    void cancelForgetsWhatWaits()
    {
        const auto classifier = std::make_shared<FakeClassifier>();
        classifier->held = true;
        ClassifySession session(classifier);
        QStringList paths;
        connect(&session, &ClassifySession::answered, this, [&](const Prediction &prediction) { paths.append(prediction.path); });
        session.classify(photos({QStringLiteral("a"), QStringLiteral("b")}));
        session.cancel();
        QCOMPARE(session.pending(), 0);
        classifier->held = false;
        session.classify(photos({QStringLiteral("c")}));
        QTRY_COMPARE(paths, QStringList{QStringLiteral("c")});
    }

    void aGroupHasOneAnswer()
    {
        ClassifySession session(std::make_shared<FakeClassifier>());
        QList<GroupPrediction> groups;
        connect(&session, &ClassifySession::groupAnswered, this, [&](const GroupPrediction &group) { groups.append(group); });
        session.classifyGroup(photos({QStringLiteral("a"), QStringLiteral("throw")}));
        QTRY_COMPARE(groups.size(), 1);
        QCOMPARE(groups.first().parts.size(), 2);
        QCOMPARE(groups.first().parts.first().path, QStringLiteral("a"));
        QVERIFY(groups.first().parts.last().error.contains(QStringLiteral("broken on purpose")));
    }

    void onlyTheLastExplanationIsReckoned()
    {
        const auto classifier = std::make_shared<FakeClassifier>();
        classifier->held = true;
        ClassifySession session(classifier);
        QList<int> explained;
        QStringList failed;
        connect(&session, &ClassifySession::explained, this,
                [&](const Explanation &explanation) { explained.append(explanation.explained.index); });
        connect(&session, &ClassifySession::explainFailed, this, [&](const QString &path, const Error &) { failed.append(path); });
        session.classify(photos({QStringLiteral("a")})); // keeps the thread busy
        QTRY_COMPARE(classifier->calls().size(), 1);
        for (int index = 0; index < 5; ++index)
            session.explain({QStringLiteral("a"), {}}, index);
        classifier->held = false;
        QTRY_COMPARE(explained, QList<int>{4});
        session.explain({QStringLiteral("throw"), {}}, 0);
        QTRY_COMPARE(failed, QStringList{QStringLiteral("throw")});
    }

    void explanationsGroupsAndPixelsDontWaitForTheQueue()
    {
        const auto classifier = std::make_shared<FakeClassifier>();
        classifier->held = true;
        ClassifySession session(classifier);
        QSignalSpy answered(&session, &ClassifySession::answered);
        QSignalSpy explained(&session, &ClassifySession::explained);
        QStringList queue;
        for (int number = 0; number < 200; ++number)
            queue.append(QString::number(number));
        session.classify(photos(queue));
        QTRY_COMPARE(classifier->calls().size(), 1);
        session.classifyGroup(photos({QStringLiteral("x"), QStringLiteral("y")}));
        session.classifyPixels({1, 1, QByteArray("abc")});
        session.explain({QStringLiteral("z"), {}}, 0);
        classifier->held = false;
        QTRY_COMPARE(answered.size(), 200);
        QCOMPARE(explained.size(), 1);
        QCOMPARE(classifier->calls().mid(0, 6),
                 QStringList({QStringLiteral("0"), QStringLiteral("explain z"), QStringLiteral("pixels"), QStringLiteral("x"),
                              QStringLiteral("y"), QStringLiteral("1")}));
        QCOMPARE(answered.last().first().value<Prediction>().path, QStringLiteral("199"));
    }

    void onlyTheLastPixelsAreAnswered()
    {
        const auto classifier = std::make_shared<FakeClassifier>();
        classifier->held = true;
        ClassifySession session(classifier);
        QList<std::pair<int, Prediction>> answers;
        connect(&session, &ClassifySession::pixelsAnswered, this,
                [&](int number, const Prediction &prediction) { answers.append({number, prediction}); });
        session.classify(photos({QStringLiteral("a")})); // keeps the thread busy
        QTRY_COMPARE(classifier->calls().size(), 1);
        int last = 0;
        for (char pixel = 1; pixel <= 5; ++pixel)
            last = session.classifyPixels({1, 1, QByteArray(3, pixel)});
        classifier->held = false;
        QTRY_COMPARE(answers.size(), 1);
        QCOMPARE(answers.first().first, last);
        QCOMPARE(answers.first().second.top.first().index, 5);
        last = session.classifyPixels({});
        QTRY_COMPARE(answers.size(), 2);
        QCOMPARE(answers.last().first, last);
        QVERIFY(answers.last().second.error.contains(QStringLiteral("broken on purpose")));
    }

    void noExplanationComesFromAnotherModelThanTheOneInSight()
    {
        const auto classifier = std::make_shared<FakeClassifier>();
        ClassifySession session(classifier);
        QSignalSpy opened(&session, &ClassifySession::modelOpened);
        QSignalSpy explained(&session, &ClassifySession::explained);
        session.openModel(QStringLiteral("one"));
        session.classify(photos({QStringLiteral("a")}));
        while (classifier->calls().isEmpty())
            std::this_thread::yield(); // the model is open, but without the event loop nobody here knows yet
        QCOMPARE(opened.size(), 0);
        session.explain({QStringLiteral("a"), {}}, 0);
        QTRY_COMPARE(opened.size(), 1);
        session.explain({QStringLiteral("b"), {}}, 0);
        QTRY_VERIFY(!explained.isEmpty() && explained.last().first().value<Explanation>().path == QStringLiteral("b"));
        QCOMPARE(explained.size(), 1);
    }

    void eachAnswerKnowsItsModel()
    {
        const auto classifier = std::make_shared<FakeClassifier>();
        ClassifySession session(classifier);
        QCOMPARE(session.modelNumber(), 0);
        QStringList answers;
        connect(&session, &ClassifySession::answered, this,
                [&](const Prediction &prediction, int number) { answers.append(prediction.path + QString::number(number)); });
        session.openModel(QStringLiteral("one"));
        session.classify(photos({QStringLiteral("a"), QStringLiteral("b")}));
        session.openModel(QStringLiteral("fail"));
        session.classify(photos({QStringLiteral("c")}));
        session.openModel(QStringLiteral("two"));
        session.classify(photos({QStringLiteral("d")}));
        QTRY_COMPARE(answers, QStringList({QStringLiteral("a1"), QStringLiteral("b1"), QStringLiteral("c1"), QStringLiteral("d2")}));
        QCOMPARE(session.modelNumber(), 2);
    }

    void destructionWithPhotosWaitingEnds()
    {
        auto session = std::make_unique<ClassifySession>(std::make_shared<FakeClassifier>());
        session->classify(photos(QStringList(50, QStringLiteral("a"))));
        session.reset();
    }
};

FLOWER_TEST(tst_ClassifySession)
#include "tst_ClassifySession.moc"
