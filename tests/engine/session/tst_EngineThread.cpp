// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/EngineThread.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <future>
#include <memory>

using namespace flower;

class tst_EngineThread : public QObject
{
    Q_OBJECT

    /// Keeps the worker busy until the promise is kept.
    static std::shared_ptr<std::promise<void>> occupy(EngineThread &thread)
    {
        auto release = std::make_shared<std::promise<void>>();
        auto begun = std::make_shared<std::promise<void>>();
        thread.post([release, begun] {
            begun->set_value();
            release->get_future().wait();
        });
        begun->get_future().wait();
        return release;
    }

private Q_SLOTS:
    void jobsRunInOrderAndElsewhere()
    {
        EngineThread thread(QStringLiteral("test"));
        QStringList ran; // written there, read after the replies came
        int replies = 0;
        for (const QString &name : {QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}) {
            thread.post([&, name] {
                ran.append(QThread::currentThread() == QCoreApplication::instance()->thread() ? QStringLiteral("here") : name);
                thread.reply([&] { replies += QThread::currentThread() == QCoreApplication::instance()->thread() ? 1 : 0; });
            });
        }
        QTRY_COMPARE(replies, 3);
        QCOMPARE(ran, QStringList({QStringLiteral("a"), QStringLiteral("b"), QStringLiteral("c")}));
    }

    void whatIsPostedFirstComesBeforeWhatWaits()
    {
        EngineThread thread(QStringLiteral("test"));
        QStringList ran;
        bool done = false;
        const auto release = occupy(thread);
        thread.post([&] { ran.append(QStringLiteral("waited")); thread.reply([&] { done = true; }); });
        thread.postFirst([&] { ran.append(QStringLiteral("first")); });
        release->set_value();
        QTRY_VERIFY(done);
        QCOMPARE(ran, QStringList({QStringLiteral("first"), QStringLiteral("waited")}));
    }

    void jobsThatWaitAreDroppedAtTheEnd()
    {
        std::atomic<int> ran{0};
        auto thread = std::make_unique<EngineThread>(QStringLiteral("test"));
        auto release = occupy(*thread);
        // What a dropped job holds goes before the end waits for the job under way: here it lets that one go on.
        std::shared_ptr<void> held(nullptr, [release](void *) { release->set_value(); });
        thread->post([held = std::move(held), &ran] { ++ran; });
        for (int job = 0; job < 5; ++job)
            thread->post([&ran] { ++ran; });
        thread.reset();
        QCOMPARE(ran.load(), 0);
    }
};

FLOWER_TEST(tst_EngineThread)
#include "tst_EngineThread.moc"
