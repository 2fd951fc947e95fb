// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/Beside.h"

#include "tests/support/TestMain.h"

#include <QCoreApplication>
#include <QTest>
#include <QThread>

#include <future>
#include <memory>

using namespace flower;

/// Work that is done beside the window, and comes back to it.
class tst_Beside : public QObject
{
    Q_OBJECT

    static bool isHere() { return QThread::currentThread() == QCoreApplication::instance()->thread(); }

private Q_SLOTS:
    void workIsDoneElsewhereAndComesBack()
    {
        bool wasHere = true;
        bool cameHere = false;
        QString answer;
        runBeside(this, [&wasHere] {
            wasHere = isHere();
            return QStringLiteral("a daisy");
        }, [&](const QString &found) {
            cameHere = isHere();
            answer = found;
        });
        QVERIFY(answer.isEmpty()); // always later
        QTRY_COMPARE(answer, QStringLiteral("a daisy"));
        QVERIFY(!wasHere && cameHere);
    }

    void piecesDontWaitForEachOther()
    {
        std::promise<void> release;
        QStringList came;
        runBeside(this, [may = release.get_future().share()] {
            may.wait();
            return QStringLiteral("slow");
        }, [&came](const QString &name) { came.append(name); });
        runBeside(this, [] { return QStringLiteral("quick"); }, [&came](const QString &name) { came.append(name); });
        QTRY_COMPARE(came, QStringList{QStringLiteral("quick")});
        release.set_value();
        QTRY_COMPARE(came, (QStringList{QStringLiteral("quick"), QStringLiteral("slow")}));
    }

    void onlyTheNewestWishCounts()
    {
        NewestBeside wishes;
        std::promise<void> release;
        QStringList came;
        const auto take = [&came](const QString &name) { came.append(name); };
        wishes.run(this, [may = release.get_future().share()] {
            may.wait();
            return QStringLiteral("older");
        }, take);
        wishes.run(this, [] { return QStringLiteral("newer"); }, take);
        release.set_value();
        QTRY_COMPARE(came, QStringList{QStringLiteral("newer")});
        bool isOver = false; // what came behind the older one: it isn't answered
        runBeside(this, [] { return 0; }, [&isOver](int) { isOver = true; });
        QTRY_VERIFY(isOver);
        wishes.run(this, [] { return QStringLiteral("forgotten"); }, take);
        wishes.forget();
        QTest::qWait(50);
        QCOMPARE(came, QStringList{QStringLiteral("newer")});
    }

    /// What it would have brought is given back all the same, and in this thread.
    void whoIsGoneIsntAnswered()
    {
        struct Kept {
            ~Kept() { *givenBackHere = isHere(); }
            std::shared_ptr<bool> givenBackHere;
        };
        std::promise<void> release;
        const auto givenBackHere = std::make_shared<bool>(false);
        bool isAnswered = false;
        auto owner = std::make_unique<QObject>();
        runBeside(owner.get(), [may = release.get_future().share()] {
            may.wait();
            return 1;
        }, [&isAnswered, kept = std::make_shared<Kept>(givenBackHere)](int) { isAnswered = true; });
        owner.reset();
        release.set_value();
        QTRY_VERIFY(*givenBackHere);
        QVERIFY(!isAnswered);
    }
};

FLOWER_TEST(tst_Beside)
#include "tst_Beside.moc"
