// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/SettingsForm.h"

#include "tests/support/TestMain.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTabWidget>
#include <QTest>

#include <tuple>

using namespace flower;

class tst_SettingsForm : public QObject
{
    Q_OBJECT

    template<typename Field>
    static QList<Field *> named(const QWidget &form, const QString &name)
    {
        QList<Field *> fields;
        for (Field *field : form.findChildren<Field *>()) {
            if (field->accessibleName() == name)
                fields.append(field);
        }
        return fields;
    }

private Q_SLOTS:
    void editsReachTheConfig()
    {
        SettingsForm form;
        form.setConfig(TrainingConfig());
        QSignalSpy edited(&form, &SettingsForm::edited);
        const auto *tabs = form.findChild<QTabWidget *>();
        const QWidget &head = *tabs->widget(1);
        const QWidget &fineTune = *tabs->widget(2);
        const auto epochs = named<QSpinBox>(fineTune, QStringLiteral("Epochs"));
        QCOMPARE(epochs.size(), 1);
        epochs.first()->setValue(7);
        QCOMPARE(form.config().fineTune.epochs, 7);
        QCOMPARE(form.config().head.epochs, TrainingConfig().head.epochs);
        named<QDoubleSpinBox>(head, QStringLiteral("Learning rate")).at(0)->setValue(0.002);
        QCOMPARE(form.config().head.learningRate, 0.002);
        named<QCheckBox>(head, QStringLiteral("Early stopping")).at(0)->click();
        QVERIFY(form.config().head.earlyStopping);
        QCOMPARE(edited.size(), 3);
    }

    void rareKindsAreASettingOfBothPhases()
    {
        SettingsForm form;
        form.setConfig(TrainingConfig());
        const auto boxes = named<QComboBox>(form, QStringLiteral("Rare kinds"));
        QCOMPARE(boxes.size(), 1);
        QCOMPARE(boxes.first()->currentIndex(), 0);
        boxes.first()->setCurrentIndex(2);
        Q_EMIT boxes.first()->activated(2);
        QCOMPARE(form.config().classBalance, ClassBalance::Sampling);
    }

    void aChangedSettingIsMarked()
    {
        SettingsForm form;
        TrainingConfig config;
        config.head.epochs = 3;
        form.setConfig(config);
        QStringList marked;
        for (const QLabel *label : form.findChildren<QLabel *>()) {
            if (label->text().endsWith(QStringLiteral("•")))
                marked.append(label->text());
        }
        QCOMPARE(marked, QStringList{QStringLiteral("Epochs •")});
        QCOMPARE(form.findChild<QComboBox *>(QStringLiteral("preset"))->currentIndex(), 3);
    }

    void showingChangesNothing()
    {
        SettingsForm form;
        TrainingConfig config = TrainingConfig::asTaught();
        config.weightsPath = QStringLiteral("/somewhere/weights.safetensors");
        config.seed = 12345;
        config.fineTune.learningRate = 0.00003;
        QSignalSpy edited(&form, &SettingsForm::edited);
        form.setConfig(config);
        QCOMPARE(form.config(), config);
        QCOMPARE(edited.size(), 0);
    }

    void precisionIsOffWhereItChangesNothing_data()
    {
        QTest::addColumn<Device>("device");
        QTest::addColumn<bool>("batchNormLearns");
        QTest::addColumn<int>("headEpochs");
        QTest::addColumn<bool>("enabled");
        QTest::newRow("auto") << Device::Auto << false << 20 << true;
        QTest::newRow("cpu") << Device::Cpu << false << 0 << true;
        QTest::newRow("cuda") << Device::Cuda << false << 20 << false;
        QTest::newRow("mps") << Device::Mps << false << 20 << false;
        QTest::newRow("phase 2 in 32 bits, phase 1 not") << Device::Auto << true << 20 << true;
        QTest::newRow("phase 2 in 32 bits, no phase 1") << Device::Auto << true << 0 << false;
    }
    void precisionIsOffWhereItChangesNothing()
    {
        QFETCH(const Device, device);
        QFETCH(const bool, batchNormLearns);
        QFETCH(const int, headEpochs);
        QFETCH(const bool, enabled);
        SettingsForm form;
        const auto *precision = named<QComboBox>(form, QStringLiteral("Numbers")).value(0);
        QVERIFY(precision);
        const QString usualTip = precision->toolTip();
        TrainingConfig config;
        config.device = device;
        config.batchNormLearns = batchNormLearns;
        config.head.epochs = headEpochs;
        config.precision = Precision::BFloat16;
        form.setConfig(config);
        QCOMPARE(precision->isEnabled(), enabled);
        QCOMPARE(precision->toolTip() == usualTip, enabled); // else it says why
        QVERIFY(precision->toolTip().endsWith(usualTip));
        QCOMPARE(form.config(), config);
        form.setConfig(TrainingConfig());
        QVERIFY(precision->isEnabled());
        QCOMPARE(precision->toolTip(), usualTip);
    }

    void aRateCanBeSearchedForWhereThatIsOffered()
    {
        SettingsForm form;
        const auto *tabs = form.findChild<QTabWidget *>();
        QList<QAbstractButton *> searches; // one a phase
        for (const int phase : {1, 2})
            searches.append(tabs->widget(phase)->findChild<QAbstractButton *>(QStringLiteral("findRate")));
        QVERIFY(!searches.contains(nullptr));
        for (const QAbstractButton *search : searches)
            QVERIFY(search->isHidden());
        form.setRateSearchOffered(true);
        QList<Phase> wanted;
        connect(&form, &SettingsForm::rateWanted, this, [&](Phase phase) { wanted.append(phase); });
        for (QAbstractButton *search : searches) {
            QVERIFY(!search->isHidden() && search->isEnabled());
            search->click();
        }
        QCOMPARE(wanted, (QList<Phase>{Phase::Head, Phase::FineTune}));
        form.setRateSearchOffered(true, QStringLiteral("A run is on."));
        for (const QAbstractButton *search : searches) {
            QVERIFY(!search->isEnabled());
            QCOMPARE(search->toolTip(), QStringLiteral("A run is on."));
        }
    }

    void mixingAndAveragingReachTheConfig()
    {
        SettingsForm form;
        const auto *tabs = form.findChild<QTabWidget *>();
        named<QDoubleSpinBox>(*tabs->widget(1), QStringLiteral("Mixup")).at(0)->setValue(0.2);
        named<QDoubleSpinBox>(*tabs->widget(2), QStringLiteral("CutMix")).at(0)->setValue(1.0);
        named<QDoubleSpinBox>(form, QStringLiteral("Weight averaging")).at(0)->setValue(0.99);
        named<QCheckBox>(form, QStringLiteral("Mirror image too")).at(0)->click();
        TrainingConfig expected;
        expected.head.mixupAlpha = 0.2;
        expected.fineTune.cutmixAlpha = 1.0;
        expected.averageDecay = 0.99;
        expected.testFlip = true;
        QCOMPARE(form.config(), expected);
    }

    void everySettingIsFoundByItsName()
    {
        SettingsForm form;
        form.setConfig(TrainingConfig());
        form.show();
        const auto *tabs = form.findChild<QTabWidget *>();
        const auto pointedAt = [&form] {
            QStringList names;
            for (const QLabel *label : form.findChildren<QLabel *>()) {
                if (label->property("role").toString() == QLatin1String("pointedAt"))
                    names.append(label->text());
            }
            return names;
        };
        for (const auto &[setting, tab, name] : {std::tuple{"classBalance", 0, "Rare kinds"}, std::tuple{"keepBest", 0, "Keep the best epoch"},
                                                 std::tuple{"head.learningRate", 1, "Learning rate"},
                                                 std::tuple{"finetune.augmentation.enabled", 2, "Augmentation"},
                                                 std::tuple{"finetune.earlyStopping", 2, "Early stopping"}}) {
            form.showSetting(QLatin1String(setting));
            QCOMPARE(tabs->currentIndex(), tab);
            QCOMPARE(pointedAt(), QStringList{QLatin1String(name)});
        }
        QVERIFY(form.findChild<QCheckBox *>(QStringLiteral("moreSettings"))->isChecked());
        form.showSetting(QStringLiteral("finetune.colour")); // there is none
        QCOMPARE(tabs->currentIndex(), 2);
        named<QCheckBox>(*tabs->widget(2), QStringLiteral("Early stopping")).at(0)->click();
        QVERIFY(pointedAt().isEmpty());
    }

    void thePreviewIsOfferedForEachPhase()
    {
        SettingsForm form;
        form.show();
        form.findChild<QCheckBox *>(QStringLiteral("moreSettings"))->click();
        auto *button = form.findChild<QPushButton *>(QStringLiteral("previewAugmentation-head"));
        QVERIFY(button->isHidden());
        form.setPreviewOffered(true);
        QVERIFY(!button->isHidden());
        QList<Phase> wanted;
        connect(&form, &SettingsForm::previewWanted, this, [&wanted](Phase phase) { wanted.append(phase); });
        button->click();
        form.findChild<QPushButton *>(QStringLiteral("previewAugmentation-finetune"))->click();
        QCOMPARE(wanted, QList<Phase>({Phase::Head, Phase::FineTune}));
    }

    void theTaughtPresetIsOneClickAway()
    {
        SettingsForm form;
        TrainingConfig config;
        config.head.epochs = 1;
        config.weightsPath = QStringLiteral("/w.safetensors");
        form.setConfig(config);
        auto *preset = form.findChild<QComboBox *>(QStringLiteral("preset"));
        Q_EMIT preset->activated(1);
        QCOMPARE(form.config().head.epochs, 20);
        QCOMPARE(form.config().weightsPath, config.weightsPath);
    }

    void choosingWeightsEndsTrainingFromScratch()
    {
        const QString path = QStringLiteral("/w/net.safetensors");
        SettingsForm form;
        form.setWeights({path});
        const auto *preset = form.findChild<QComboBox *>(QStringLiteral("preset"));
        auto *weights = form.findChild<QComboBox *>(QStringLiteral("weights"));
        const auto *gaveWay = form.findChild<QLabel *>(QStringLiteral("scratchGaveWay"));
        const auto choose = [weights](const QString &file) { Q_EMIT weights->activated(weights->findData(file)); };
        form.setConfig(TrainingConfig::forScratch());
        QCOMPARE(preset->currentIndex(), 2);
        QVERIFY(gaveWay->isHidden());
        QSignalSpy edited(&form, &SettingsForm::edited);

        choose(path);
        TrainingConfig expected;
        expected.weightsPath = path;
        QCOMPARE(form.config(), expected);
        QCOMPARE(edited.size(), 1);
        QCOMPARE(preset->currentIndex(), 0);
        QVERIFY(!gaveWay->isHidden());
        form.setConfig(form.config()); // as the window does with what was edited
        QVERIFY(!gaveWay->isHidden());
        named<QSpinBox>(form, QStringLiteral("Seed")).at(0)->setValue(5);
        QVERIFY(gaveWay->isHidden());

        choose(QString()); // which doesn't lead back
        expected.weightsPath.clear();
        expected.seed = 5;
        QCOMPARE(form.config(), expected);
    }

    void fetchedWeightsBringTheirWidth()
    {
        SettingsForm form;
        form.setConfig(TrainingConfig::forScratch());
        form.takeWeights(QStringLiteral("/w/net.safetensors"), 1.4);
        QCOMPARE(form.config().width, 1.4);
        QCOMPARE(form.config().head.epochs, TrainingConfig().head.epochs);
        QVERIFY(!form.findChild<QLabel *>(QStringLiteral("scratchGaveWay"))->isHidden());
    }

    void changedSettingsStayWhenWeightsAreChosen()
    {
        SettingsForm form;
        TrainingConfig config = TrainingConfig::forScratch();
        config.fineTune.learningRate = 0.003;
        form.setConfig(config);
        config.weightsPath = QStringLiteral("/w/net.safetensors");
        form.takeWeights(config.weightsPath);
        QCOMPARE(form.config(), config);
        QVERIFY(form.findChild<QLabel *>(QStringLiteral("scratchGaveWay"))->isHidden());
    }
};

FLOWER_TEST(tst_SettingsForm)
#include "tst_SettingsForm.moc"
