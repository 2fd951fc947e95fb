// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/RunCard.h"

#include "tests/support/TestMain.h"

#include <QLabel>
#include <QSignalSpy>
#include <QTest>

using namespace flower;

class tst_RunCard : public QObject
{
    Q_OBJECT

    static bool says(const RunCard &card, const QString &text)
    {
        for (const QLabel *label : card.findChildren<QLabel *>()) {
            if (label->text().contains(text))
                return true;
        }
        return false;
    }
    static EpochResult epoch(int number, double valTop1, bool isBest)
    {
        EpochResult result;
        result.epoch = number;
        result.valTop1 = valTop1;
        result.isBest = isBest;
        return result;
    }

private Q_SLOTS:
    void progressIsSaidInTheCardAndInALine()
    {
        RunCard card;
        QSignalSpy line(&card, &RunCard::jobLineChanged);
        Progress progress;
        progress.activity = Activity::Learning;
        progress.phase = Phase::FineTune;
        progress.epoch = 26;
        progress.epochs = 50;
        progress.secondsLeft = -1;
        card.take(progress);
        QVERIFY(says(card, QStringLiteral("Phase 2 · epoch 26 of 50")));
        QVERIFY(!says(card, QStringLiteral("left"))); // nobody knows yet
        QCOMPARE(line.value(0), QVariantList({QStringLiteral("Epoch 26 of 50"), 50}));
        progress.secondsLeft = 240;
        card.take(progress);
        QVERIFY(says(card, QStringLiteral("left")));
        QVERIFY(line.value(1).value(0).toString().contains(QStringLiteral("left")));
    }

    void theBestEpochStaysUntilTheNextRun()
    {
        RunCard card;
        card.take(epoch(1, 0.5, true));
        card.take(epoch(2, 0.4, false));
        QVERIFY(says(card, QStringLiteral("50.0 %")));
        QVERIFY(says(card, QStringLiteral("in epoch 1")));
        card.start();
        QVERIFY(!says(card, QStringLiteral("50.0 %")));
        QVERIFY(!says(card, QStringLiteral("in epoch")));
    }

    void anEndTakesTheLineAway()
    {
        RunCard card;
        QSignalSpy line(&card, &RunCard::jobLineChanged);
        RunFinished finished;
        finished.summary.state = RunState::Stopped;
        card.take(finished);
        QVERIFY(says(card, QStringLiteral("there is no model")));
        QCOMPARE(line.value(0).value(0).toString(), QString());
        finished.error = Error{ErrorCode::Unwritable, QStringLiteral("The disk is full.")};
        card.take(finished);
        QVERIFY(says(card, QStringLiteral("The run failed.")));
    }
};

FLOWER_TEST(tst_RunCard)
#include "tst_RunCard.moc"
