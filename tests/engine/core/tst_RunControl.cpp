// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/RunControl.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <atomic>
#include <thread>

using namespace flower;

class tst_RunControl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesOnUntilStopped()
    {
        RunControl control;
        QVERIFY(control.checkpoint());
        control.requestStop();
        QVERIFY(!control.checkpoint());
        QVERIFY(control.isStopRequested());
    }

    void aPausedJobWaitsAndResumes()
    {
        RunControl control;
        control.requestPause();
        std::atomic<bool> passed{false};
        std::jthread job([&] { passed = control.checkpoint(); });
        QTest::qWait(20);
        QVERIFY(!passed);
        control.requestResume();
        QTRY_VERIFY(passed);
    }

    void stopWakesAPausedJob()
    {
        RunControl control;
        control.requestPause();
        std::atomic<int> answer{-1};
        std::jthread job([&] { answer = control.checkpoint() ? 1 : 0; });
        control.requestStop();
        QTRY_COMPARE(answer.load(), 0);
    }
};

FLOWER_TEST(tst_RunControl)
#include "tst_RunControl.moc"
