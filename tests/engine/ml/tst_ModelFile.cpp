// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/ModelFile.h"

#include "engine/ml/weights/ModelMetadata.h"
#include "engine/ml/weights/SafetensorsFile.h"
#include "tests/support/TestMain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace flower;

class tst_ModelFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sizesAreThoseOfThePaper()
    {
        const ArchitectureInfo full = describeMobileNetV2(1.0, 1000, 224);
        QCOMPARE(full.parameters, 3504872);
        QVERIFY(full.multiplyAdds > 295'000'000 && full.multiplyAdds < 305'000'000);
        for (const double width : {0.35, 0.5, 0.75, 1.0, 1.4}) {
            MobileNetV2Options options;
            options.width = width;
            options.classes = 17;
            qint64 parameters = 0;
            for (const torch::Tensor &parameter : MobileNetV2(options)->parameters())
                parameters += parameter.numel();
            QCOMPARE(parameters, describeMobileNetV2(width, 17, 224).parameters);
        }
    }

    void bothPaddingsHalveTheSide()
    {
        const torch::NoGradGuard noGrad;
        for (const Padding padding : {Padding::Same, Padding::Symmetric}) {
            MobileNetV2Options options;
            options.width = 0.35;
            options.padding = padding;
            MobileNetV2 network(options);
            network->eval();
            const torch::Tensor features = network->runFeatures(torch::zeros({2, 3, 96, 96}), 0, MobileNetV2Impl::kFeatureLayers);
            QVERIFY(features.sizes() == torch::IntArrayRef({2, 1280, 3, 3}));
        }
    }

    void aWrittenModelAnswersAsBefore()
    {
        torch::manual_seed(3);
        const torch::NoGradGuard noGrad;
        MobileNetV2Options options;
        options.width = 0.35;
        options.classes = 3;
        options.padding = Padding::Same;
        options.batchNormEpsilon = 1e-3;
        MobileNetV2 network(options);
        network->eval();
        ModelInfo info;
        info.preprocessing.padding = Padding::Same;
        info.preprocessing.batchNormEpsilon = 1e-3;
        info.preprocessing.inputSize = 64;
        info.classNames = {QStringLiteral("a"), QStringLiteral("Gänseblümchen"), QStringLiteral("c, \"d\"")};
        info.calibration = {0.7234567890123456, 0.6, -0.325, QList<float>{0.1F, -2.5F, 3e-8F}};
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("Modell ä.safetensors"));
        QVERIFY(writeModel(path, network, info).isOk());

        Result<LoadedModel> loaded = readModel(path);
        QVERIFY2(loaded.isOk(), loaded ? "" : qPrintable(loaded.error().message));
        QCOMPARE(loaded->info.classNames, info.classNames);
        QCOMPARE(loaded->info.preprocessing, info.preprocessing);
        QCOMPARE(loaded->info.architecture.width, 0.35);
        QVERIFY(loaded->info.calibration == info.calibration);
        const torch::Tensor pixels = torch::randn({1, 3, 64, 64});
        QVERIFY(torch::allclose(network->forward(pixels), loaded->network->forward(pixels), 1e-5, 1e-6));
    }

    void answersFromTheMirrorImageAreKept()
    {
        const QTemporaryDir folder;
        MobileNetV2Options options;
        options.width = 0.35;
        options.classes = 2;
        MobileNetV2 network(options);
        for (const bool flips : {false, true}) {
            ModelInfo info;
            info.architecture.width = options.width;
            info.classNames = {QStringLiteral("a"), QStringLiteral("b")};
            info.preprocessing.testFlip = flips;
            const QString path = folder.filePath(QStringLiteral("mirror.safetensors"));
            QVERIFY(writeModel(path, network, info));
            const Result<LoadedModel> model = readModel(path);
            QVERIFY(model);
            QCOMPARE(model->info.preprocessing.testFlip, flips);
            QFile file(path);
            QVERIFY(file.open(QIODevice::ReadOnly));
            QCOMPARE(file.readAll().contains("test_time_flip"), flips); // files without are as before
        }
    }

    void calibrationIsReadAndChecked_data()
    {
        using Metadata = QMap<QString, QString>;
        QTest::addColumn<Metadata>("metadata");
        QTest::addColumn<bool>("isRead");
        QTest::addColumn<double>("temperature");
        QTest::addColumn<bool>("hasNotSure");
        QTest::addColumn<bool>("hasNoneOfThese");
        const QString temperature = QStringLiteral("temperature");
        const QString notSure = QStringLiteral("not_sure_threshold");
        const QString noneOfThese = QStringLiteral("none_of_these_threshold");
        const QString score = QStringLiteral("out_of_set_score");
        const QString mean = QStringLiteral("feature_mean");
        const auto text = [](const char *word) { return QString::fromLatin1(word); };
        QTest::newRow("a file of before") << Metadata{} << true << 1.0 << false << false;
        QTest::newRow("all of it") << Metadata{{temperature, text("1.5")}, {notSure, text("0.4")}, {noneOfThese, text("-7")},
                                               {score, text("centred_cosine")}, {mean, text("AACAPwAAAEA=")}}
                                          << true << 1.5 << true << true;
        QTest::newRow("a score without its features") << Metadata{{noneOfThese, text("-0.5")}, {score, text("centred_cosine")}}
                                                      << true << 1.0 << false << false;
        QTest::newRow("a score of version 0.1") << Metadata{{noneOfThese, text("-7")}, {score, text("energy")}}
                                                << true << 1.0 << false << false;
        QTest::newRow("features that are no Base64") << Metadata{{noneOfThese, text("-0.5")}, {score, text("centred_cosine")},
                                                                 {mean, text("*")}} << true << 1.0 << false << false;
        QTest::newRow("features cut off") << Metadata{{noneOfThese, text("-0.5")}, {score, text("centred_cosine")},
                                                      {mean, text("AACA")}} << true << 1.0 << false << false;
        QTest::newRow("infinite features") << Metadata{{mean, text("AACAfw==")}} << false << 0.0 << false << false;
        QTest::newRow("a score of the future") << Metadata{{noneOfThese, text("12")}, {score, text("feature_distance")}}
                                               << true << 1.0 << false << false;
        QTest::newRow("temperature is no number") << Metadata{{temperature, text("warm")}} << false << 0.0 << false << false;
        QTest::newRow("temperature of nought") << Metadata{{temperature, text("0")}} << false << 0.0 << false << false;
        QTest::newRow("temperature below nought") << Metadata{{temperature, text("-1")}} << false << 0.0 << false << false;
        QTest::newRow("infinite temperature") << Metadata{{temperature, text("inf")}} << false << 0.0 << false << false;
        QTest::newRow("threshold is not a number") << Metadata{{notSure, text("nan")}} << false << 0.0 << false << false;
    }
    void calibrationIsReadAndChecked()
    {
        using Metadata = QMap<QString, QString>;
        QFETCH(Metadata, metadata);
        QFETCH(bool, isRead);
        QFETCH(double, temperature);
        QFETCH(bool, hasNotSure);
        QFETCH(bool, hasNoneOfThese);
        MobileNetV2Options options;
        options.width = 0.35;
        options.classes = 2;
        SafetensorsContent content;
        MobileNetV2 network(options);
        for (const auto &item : network->named_parameters())
            content.tensors.emplace(item.key(), item.value().detach());
        for (const auto &item : network->named_buffers())
            content.tensors.emplace(item.key(), item.value());
        content.metadata = metadata;
        content.metadata.insert(QStringLiteral("class_names"), QStringLiteral("[\"a\",\"b\"]"));
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("model.safetensors"));
        QVERIFY(writeSafetensors(path, content));
        const Result<LoadedModel> model = readModel(path);
        QCOMPARE(model.isOk(), isRead);
        if (!isRead) {
            QCOMPARE(model.error().code, ErrorCode::Unreadable);
            QVERIFY(model.error().message.contains(QStringLiteral("temperature")));
            return;
        }
        QCOMPARE(model->info.calibration.temperature, temperature);
        QCOMPARE(model->info.calibration.notSureThreshold.has_value(), hasNotSure);
        QCOMPARE(model->info.calibration.noneOfTheseThreshold.has_value(), hasNoneOfThese);
        if (hasNoneOfThese)
            QCOMPARE(model->info.calibration.featureMean, (QList<float>{1.0F, 2.0F}));
    }

    void pretrainedWeightsFit()
    {
        const QString path = QStringLiteral(FLOWER_SHARED "/weights/mobilenet_v2_1.0_224_imagenet.safetensors");
        if (!QFile::exists(path))
            QSKIP("The pretrained weights are not here.");
        const Result<WeightsFile> weights = readWeights(path);
        QVERIFY(weights.isOk());
        QCOMPARE(weights->info.preprocessing.padding, Padding::Same);
        QCOMPARE(weights->info.preprocessing.batchNormEpsilon, 1e-3);
        MobileNetV2Options options;
        options.classes = 17;
        MobileNetV2 network(options);
        QVERIFY(copyBackbone(*weights, network).isOk());
        options.width = 0.75;
        MobileNetV2 narrow(options);
        const Result<void> copied = copyBackbone(*weights, narrow);
        QVERIFY(!copied.isOk());
        QVERIFY(copied.error().message.contains(QStringLiteral("features.0.0.weight")));
    }

    void brokenFilesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<qint64>("claimed");
        QTest::newRow("header longer than the file") << QByteArray("{}") << qint64(1);
        QTest::newRow("no JSON") << QByteArray("nonsense") << qint64(-1);
        QTest::newRow("outside the file")
            << QByteArray(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[900,904]}})") << qint64(-1);
        QTest::newRow("overflowing shape")
            << QByteArray(R"({"a":{"dtype":"F32","shape":[4294967296,4294967296],"data_offsets":[0,4]}})") << qint64(-1);
        QTest::newRow("size and shape disagree")
            << QByteArray(R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,8]}})") << qint64(-1);
        QTest::newRow("overlap")
            << QByteArray(R"({"a":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},"b":{"dtype":"F32","shape":[2],"data_offsets":[4,12]}})")
            << qint64(-1);
        QTest::newRow("empty and overflowing")
            << QByteArray(R"({"a":{"dtype":"F32","shape":[0,4294967296,4294967296,4294967296],"data_offsets":[0,0]}})") << qint64(-1);
        QTest::newRow("too many sides")
            << QByteArray(R"({"a":{"dtype":"F32","shape":[1,1,1,1,1,1,1,1,1],"data_offsets":[0,4]}})") << qint64(-1);
        QTest::newRow("a side that is no whole number")
            << QByteArray(R"({"a":{"dtype":"F32","shape":[1.5],"data_offsets":[0,4]}})") << qint64(-1);
        QTest::newRow("a side below nought")
            << QByteArray(R"({"a":{"dtype":"F32","shape":[-1],"data_offsets":[0,4]}})") << qint64(-1);
        QTest::newRow("nested without end") << QByteArray(5000, '[') << qint64(-1);
        QTest::newRow("unknown type")
            << QByteArray(R"({"a":{"dtype":"Q3","shape":[1],"data_offsets":[0,4]}})") << qint64(-1);
    }
    void brokenFilesAreRefused()
    {
        QFETCH(QByteArray, header);
        QFETCH(qint64, claimed);
        QByteArray bytes(8, '\0');
        qToLittleEndian(static_cast<quint64>(claimed < 0 ? header.size() : 1ll << 40), bytes.data());
        bytes += header + QByteArray(16, '\0');
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("broken.safetensors")));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bytes);
        file.close();
        const Result<WeightsFile> weights = readWeights(file.fileName());
        QVERIFY(!weights.isOk());
        QCOMPARE(weights.error().code, ErrorCode::Unreadable);
    }

    void aHugeHeaderIsNotParsed()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(QStringLiteral("huge.safetensors")));
        QVERIFY(file.open(QIODevice::ReadWrite));
        QByteArray length(8, '\0');
        qToLittleEndian(quint64(17) << 20, length.data());
        QVERIFY(file.write(length) == 8 && file.resize(18 << 20));
        file.close();
        const Result<WeightsFile> weights = readWeights(file.fileName());
        QVERIFY(!weights.isOk() && weights.error().message.contains(QStringLiteral("far longer")));
    }

    /// A matrix without columns may claim any number of rows: the network for them isn't built.
    void aHeadWithoutColumnsIsRefused()
    {
        MobileNetV2Options options;
        options.width = 0.35;
        options.classes = 2;
        MobileNetV2 network(options);
        SafetensorsContent content;
        for (const auto &item : network->named_parameters())
            content.tensors.emplace(item.key(), item.value().detach());
        content.tensors["classifier.1.weight"] = torch::empty({100'000, 0});
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("head.safetensors"));
        QVERIFY(writeSafetensors(path, content));
        const Result<WeightsFile> weights = readWeights(path);
        QVERIFY(!weights.isOk());
        QCOMPARE(weights.error().code, ErrorCode::Unreadable);
        QVERIFY(weights.error().message.contains(QStringLiteral("last layer")));
    }

    void metadataThatCannotBeIsRefused_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        const auto row = [](const char *title, const char *name, const char *value) {
            QTest::newRow(title) << QString::fromLatin1(name) << QString::fromLatin1(value);
        };
        row("deviation of nought", "std", "[0,0.2,0.2]");
        row("deviation below nought", "std", "[0.2,0.2,-0.2]");
        row("deviation that is a text", "std", "[0.2,\"a\",0.2]");
        row("mean far away", "mean", "[1e300,0,0]");
        row("epsilon of nought", "bn_eps", "0");
        row("epsilon is not a number", "bn_eps", "nan");
        row("epsilon is infinite", "bn_eps", "inf");
        row("input of one pixel", "input_size", "1");
        row("input that overflows", "input_size", "4294967520");
        row("input that is huge", "input_size", "100000");
    }
    void metadataThatCannotBeIsRefused()
    {
        QFETCH(QString, name);
        QFETCH(QString, value);
        ModelInfo info;
        const Result<void> read = readModelMetadata(QStringLiteral("file"), {{name, value}}, info);
        QVERIFY(!read);
        QCOMPARE(read.error().code, ErrorCode::Unreadable);
        QVERIFY(read.error().message.startsWith(QStringLiteral("file ")));
    }

    void resultsThatAreNoneAreUnknown()
    {
        for (const char *text : {"nan", "inf", "2", "-0.5", "many", ""}) {
            ModelInfo info;
            QVERIFY(readModelMetadata(QStringLiteral("file"), {{QStringLiteral("val_top1"), QString::fromLatin1(text)}}, info));
            QCOMPARE(info.valTop1, -1.0);
        }
        ModelInfo info;
        QVERIFY(readModelMetadata(QStringLiteral("file"), {{QStringLiteral("test_top1"), QStringLiteral("0.75")}}, info));
        QCOMPARE(info.testTop1, 0.75);
    }
};

FLOWER_TEST(tst_ModelFile)
#include "tst_ModelFile.moc"
