// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/TrainingHints.h"

#include "tests/support/TestMain.h"

#include <QTest>

#include <cmath>
#include <functional>
#include <limits>

using namespace flower;

class tst_TrainingHints : public QObject
{
    Q_OBJECT

    static HintPhotos photos(int validationPhotos = 340)
    {
        HintPhotos photos;
        for (int label = 0; label < 17; ++label)
            photos.classNames.append(QStringLiteral("kind %1").arg(label));
        photos.trainPhotos = QList<int>(17, 40);
        photos.validationPhotos = validationPhotos;
        return photos;
    }
    /// As a run of Oxford 17 Flowers goes: 20 epochs of phase 1 to 95 % of the validation photos, 30 of phase 2 to 98 %.
    static QList<EpochResult> healthy(int epochs = 50)
    {
        QList<EpochResult> all;
        for (int number = 1; number <= epochs; ++number) {
            const bool head = number <= 20;
            const double rest = std::exp(-(head ? number : number - 20) / (head ? 3.0 : 6.0));
            const double wave = 0.003 * std::sin(number * 2.1); // one photo more or less
            EpochResult epoch;
            epoch.phase = head ? Phase::Head : Phase::FineTune;
            epoch.epoch = number;
            epoch.trainTop1 = (head ? 0.985 : 0.999) - (head ? 0.6 : 0.03) * rest;
            epoch.valTop1 = (head ? 0.95 : 0.982) - (head ? 0.5 : 0.03) * rest + wave;
            epoch.trainLoss = (head ? 0.09 : 0.012) + (head ? 2.2 : 0.12) * rest;
            epoch.valLoss = (head ? 0.18 : 0.085) + (head ? 1.8 : 0.09) * rest + wave;
            epoch.learningRate = head ? 1e-3 : 1e-4;
            all.append(epoch);
        }
        return all;
    }
    /// The healthy run, changed in the last epochs of phase 2 from `from` on.
    static QList<EpochResult> changed(int from, const std::function<void(EpochResult &)> &change)
    {
        QList<EpochResult> epochs = healthy();
        for (EpochResult &epoch : epochs) {
            if (epoch.epoch >= from)
                change(epoch);
        }
        return epochs;
    }
    static QList<HintKind> kinds(const QList<TrainingHint> &hints)
    {
        QList<HintKind> found;
        for (const TrainingHint &hint : hints)
            found.append(hint.kind);
        return found;
    }
    static TrainingHint only(const QList<TrainingHint> &hints) { return hints.size() == 1 ? hints.first() : TrainingHint{}; }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::C); }

    void aHealthyRunHasNoHints()
    {
        for (int epochs = 0; epochs <= 50; ++epochs) { // at no time
            const QList<TrainingHint> hints = epochHints(healthy(epochs), TrainingConfig(), photos());
            QVERIFY2(hints.isEmpty(), qPrintable(hints.value(0).text));
        }
        QVERIFY(classHints(TrainingConfig(), photos()).isEmpty());
    }

    void aBestEpochInTheMiddleIsHealthyToo()
    {
        QList<EpochResult> epochs = healthy();
        epochs[30].valTop1 = 0.985; // epoch 31 of 50, as measured with one seed
        QVERIFY(epochHints(epochs, TrainingConfig(), photos()).isEmpty());
    }

    void fewValidationPhotosProveLittle()
    {
        const QList<EpochResult> epochs = changed(0, [](EpochResult &epoch) {
            epoch.trainTop1 = 0.97;
            epoch.valTop1 = 0.82;
        });
        QVERIFY(kinds(epochHints(epochs, TrainingConfig(), photos(20))).isEmpty()); // 16 of 20 may be 92 %
        QCOMPARE(kinds(epochHints(epochs, TrainingConfig(), photos(340))).value(0), HintKind::OverFitting);
    }

    void withoutValidationPhotosNothingIsSaidOfThem()
    {
        const QList<EpochResult> epochs = changed(0, [](EpochResult &epoch) { epoch.valTop1 = epoch.valLoss = 0; });
        QVERIFY(epochHints(epochs, TrainingConfig(), photos(0)).isEmpty());
    }

    void learningByHeartIsOverFitting()
    {
        const QList<EpochResult> epochs = changed(21, [](EpochResult &epoch) { epoch.valTop1 = std::min(epoch.valTop1, 0.8); });
        TrainingConfig config;
        config.fineTune.earlyStopping = true; // so that the best epoch is no matter
        TrainingHint hint = only(epochHints(epochs.mid(20), config, photos()));
        QCOMPARE(hint.kind, HintKind::OverFitting);
        QCOMPARE(hint.field, QStringLiteral("finetune.dropout"));
        QVERIFY2(hint.text.contains(QStringLiteral("99.9 %")) && hint.text.contains(QStringLiteral("80.0 %"))
                     && hint.text.contains(QStringLiteral("now 0.2")), qPrintable(hint.text));
        config.fineTune.dropout = 0.6;
        QCOMPARE(only(epochHints(epochs.mid(20), config, photos())).field, QStringLiteral("finetune.weightDecay"));
        config.fineTune.augmentation.enabled = false;
        QCOMPARE(only(epochHints(epochs.mid(20), config, photos())).field, QStringLiteral("finetune.augmentation.enabled"));
    }

    void aRisingValidationLossIsOverFitting()
    {
        QList<EpochResult> epochs = changed(35, [](EpochResult &epoch) {
            epoch.valTop1 = 0.93;
            epoch.valLoss = 0.09 + 0.02 * (epoch.epoch - 34);
        });
        const QList<TrainingHint> hints = epochHints(epochs, TrainingConfig(), photos());
        QCOMPARE(kinds(hints).value(0), HintKind::OverFitting);
        QVERIFY2(hints.first().text.contains(QStringLiteral("to 0.39")), qPrintable(hints.first().text));
        for (EpochResult &epoch : epochs) // the training loss rises as well: something else
            epoch.trainLoss = epoch.epoch < 35 ? epoch.trainLoss : 0.1;
        QVERIFY(!kinds(epochHints(epochs, TrainingConfig(), photos())).contains(HintKind::OverFitting));
    }

    void aLearningRateThatIsTooHigh_data()
    {
        using Change = std::function<void(EpochResult &)>;
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("number");
        QTest::newRow("no number") << Change([](EpochResult &epoch) {
            epoch.trainLoss = epoch.epoch > 24 ? std::numeric_limits<double>::quiet_NaN() : epoch.trainLoss;
        }) << QStringLiteral("epoch 25");
        QTest::newRow("rises") << Change([](EpochResult &epoch) { epoch.trainLoss = 0.3 * (epoch.epoch - 20); })
                               << QStringLiteral("from 0.30 in epoch 21 to 9.00 in epoch 50");
        QTest::newRow("worse than guessing") << Change([](EpochResult &epoch) { epoch.trainLoss = 4.0 + 0.3 * (epoch.epoch % 2); })
                                             << QStringLiteral("guessing among 17 kinds gives 2.83");
        QTest::newRow("unlearns") << Change([](EpochResult &epoch) {
            epoch.trainTop1 = epoch.valTop1 = 0.8;
            epoch.trainLoss = epoch.valLoss = 0.6;
        }) << QStringLiteral("at best 80.0 %");
    }
    void aLearningRateThatIsTooHigh()
    {
        QFETCH(const std::function<void(EpochResult &)>, change);
        QFETCH(const QString, number);
        const TrainingHint hint = only(epochHints(changed(21, change), TrainingConfig(), photos()));
        QCOMPARE(hint.kind, HintKind::LearningRateTooHigh);
        QCOMPARE(hint.field, QStringLiteral("finetune.learningRate"));
        QVERIFY2(hint.text.contains(number), qPrintable(hint.text));
        QVERIFY2(hint.text.contains(QStringLiteral("now 0.0001")), qPrintable(hint.text));
    }

    void phaseOneHasALearningRateToo()
    {
        QList<EpochResult> epochs = healthy(20);
        for (EpochResult &epoch : epochs)
            epoch.trainLoss = epoch.valLoss = 5.0 * epoch.epoch;
        QCOMPARE(only(epochHints(epochs, TrainingConfig(), photos())).field, QStringLiteral("head.learningRate"));
        epochs += healthy().mid(20); // phase 2 goes well: it is still said
        QCOMPARE(kinds(epochHints(epochs, TrainingConfig(), photos())), QList<HintKind>{HintKind::LearningRateTooHigh});
    }

    void oneBadEpochIsNoReason()
    {
        QList<EpochResult> epochs = healthy();
        epochs.last().trainLoss = 3.0;
        QVERIFY(epochHints(epochs, TrainingConfig(), photos()).isEmpty());
    }

    void learningTooLittleIsUnderFitting()
    {
        const auto poor = [](double slope) {
            return changed(21, [slope](EpochResult &epoch) {
                epoch.trainTop1 = epoch.valTop1 = 0.42;
                epoch.trainLoss = epoch.valLoss = 2.2 - slope * (epoch.epoch - 20);
            }).mid(20);
        };
        TrainingConfig config;
        config.learningBlocks = kBlockCount;
        config.fineTune.earlyStopping = true;
        TrainingHint hint = only(epochHints(poor(0.05), config, photos()));
        QCOMPARE(hint.kind, HintKind::UnderFitting);
        QCOMPARE(hint.field, QStringLiteral("finetune.epochs"));
        QVERIFY2(hint.text.contains(QStringLiteral("42.0 %")) && hint.text.contains(QStringLiteral("now 30")), qPrintable(hint.text));
        QCOMPARE(only(epochHints(poor(0), config, photos())).field, QStringLiteral("finetune.learningRate"));
        config.learningBlocks = 3;
        QCOMPARE(only(epochHints(poor(0), config, photos())).field, QStringLiteral("learningBlocks"));
        QVERIFY(epochHints(poor(0).mid(0, 20), config, photos()).isEmpty()); // it may still come

        QList<EpochResult> head = healthy(20);
        for (EpochResult &epoch : head) {
            epoch.trainTop1 = epoch.valTop1 = 0.42;
            epoch.trainLoss = epoch.valLoss = 2.0;
        }
        QVERIFY(epochHints(head, config, photos()).isEmpty()); // fine-tuning comes yet
        config.fineTune.epochs = 0;
        config.head.earlyStopping = true;
        QCOMPARE(only(epochHints(head, config, photos())).field, QStringLiteral("finetune.epochs"));
    }

    void aBestEpochThatIsLongPast()
    {
        QList<EpochResult> epochs = healthy();
        epochs[26].valTop1 = 0.99; // epoch 27
        for (EpochResult &epoch : epochs) {
            if (epoch.epoch > 27)
                epoch.valTop1 = 0.94;
        }
        TrainingConfig config;
        TrainingHint hint = only(epochHints(epochs, config, photos()));
        QCOMPARE(hint.kind, HintKind::BestEpochLongPast);
        QCOMPARE(hint.field, QStringLiteral("finetune.earlyStopping"));
        QVERIFY2(hint.text.contains(QStringLiteral("Epoch 27")) && hint.text.contains(QStringLiteral("23 epochs"))
                     && hint.text.contains(QStringLiteral("99.0 %")) && hint.text.contains(QStringLiteral("94.0 %")), qPrintable(hint.text));
        config.keepBest = false;
        QCOMPARE(only(epochHints(epochs, config, photos())).field, QStringLiteral("keepBest"));
        config.fineTune.earlyStopping = true;
        QVERIFY(epochHints(epochs, config, photos()).isEmpty());
    }

    void aClassWithFewPhotos()
    {
        HintPhotos few = photos();
        few.trainPhotos = QList<int>(17, 20);
        few.trainPhotos[3] = 7;
        few.classNames[3] = QStringLiteral("50%2 iris");
        const TrainingHint hint = only(classHints(TrainingConfig(), few));
        QCOMPARE(hint.kind, HintKind::ClassTooSmall);
        QVERIFY2(hint.text.contains(QStringLiteral("(50%2 iris: 7)")), qPrintable(hint.text));
        QCOMPARE(hint.field, QStringLiteral("finetune.augmentation.enabled"));
        few.trainPhotos = QList<int>(17, 4);
        const TrainingHint all = only(classHints(TrainingConfig(), few));
        QVERIFY2(all.text.startsWith(QStringLiteral("17 ")) && all.text.contains(QStringLiteral("…)")), qPrintable(all.text));
        few.trainPhotos = QList<int>(17, 10); // as in the split of Oxford 102 Flowers
        QVERIFY(classHints(TrainingConfig(), few).isEmpty());
        QVERIFY(classHints(TrainingConfig(), {}).isEmpty());
    }

    void classesOutOfBalance()
    {
        HintPhotos uneven = photos();
        uneven.trainPhotos[5] = 200;
        uneven.trainPhotos[6] = 30;
        TrainingConfig config;
        const TrainingHint hint = only(classHints(config, uneven));
        QCOMPARE(hint.kind, HintKind::ClassesOutOfBalance);
        QCOMPARE(hint.field, QStringLiteral("classBalance"));
        QVERIFY2(hint.text.contains(QStringLiteral("kind 5 has 200")) && hint.text.contains(QStringLiteral("kind 6 has 30"))
                     && hint.text.contains(QStringLiteral("class weights")) && hint.text.contains(QStringLiteral("balanced sampling")),
                 qPrintable(hint.text));
        config.classBalance = ClassBalance::Weights;
        QVERIFY(classHints(config, uneven).isEmpty()); // something is done about it
        uneven.trainPhotos[6] = 2;
        config.classBalance = ClassBalance::None;
        QCOMPARE(kinds(classHints(config, uneven)), QList<HintKind>({HintKind::ClassTooSmall, HintKind::ClassesOutOfBalance}));
        QCOMPARE(classHints(config, uneven).first().field, QStringLiteral("classBalance"));
    }

    void mixedPhotosSayNothingOfTheOthers()
    {
        TrainingConfig mixing;
        mixing.fineTune.mixupAlpha = 0.2;
        mixing.fineTune.cutmixAlpha = 1.0;
        const QList<EpochResult> poorInTraining = changed(21, [](EpochResult &epoch) { epoch.trainTop1 = 0.55; }); // the stronger label
        QVERIFY(epochHints(poorInTraining, mixing, photos()).isEmpty());
        QVERIFY(epochHints(poorInTraining, mixing, photos(0)).isEmpty()); // nothing to judge by
        const QList<EpochResult> poor = changed(1, [](EpochResult &epoch) { epoch.trainTop1 = 0.4; epoch.valTop1 = 0.5; epoch.valLoss = 1.5; });
        for (const TrainingHint &hint : epochHints(poor, mixing, photos())) {
            if (hint.kind != HintKind::UnderFitting)
                continue;
            QCOMPARE(hint.field, QStringLiteral("finetune.cutmixAlpha"));
            QVERIFY(hint.text.contains(QStringLiteral("50")) && hint.text.contains(QStringLiteral("Mix photos less")));
            return;
        }
        QFAIL("no hint on learning too little");
    }
};

FLOWER_TEST(tst_TrainingHints)
#include "tst_TrainingHints.moc"
