// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/inference/PretrainedFeatures.h"

#include "engine/ml/weights/ModelFile.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_PretrainedFeatures : public QObject
{
    Q_OBJECT

    std::unique_ptr<QTemporaryDir> m_folder;

    [[nodiscard]] QString place(const char *name) const { return m_folder->filePath(QLatin1String(name)); }
    void writeNetwork(const char *name, double width, int classes) const
    {
        torch::manual_seed(5);
        MobileNetV2Options options;
        options.width = width;
        options.classes = classes;
        ModelInfo info;
        info.architecture.width = width;
        for (int number = 0; number < classes; ++number)
            info.classNames.append(QString::number(number));
        QVERIFY(writeModel(place(name), MobileNetV2(options), info));
    }
    static RgbImage picture(int seed)
    {
        RgbImage image{PhotoFeatureSource::kSide, PhotoFeatureSource::kSide, {}};
        for (int pixel = 0; pixel < 3 * image.width * image.height; ++pixel)
            image.pixels.append(static_cast<char>((pixel * (seed + 3) + pixel / 700 * seed) % 256));
        return image;
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void featuresAreThoseOfTheNetwork()
    {
        writeNetwork("weights.safetensors", 0.35, 1000);
        PretrainedFeatures source({m_folder->path()}, 1);
        QVERIFY(source.open());
        QList<RgbImage> pictures;
        for (int seed = 0; seed < 18; ++seed) // more than one batch
            pictures.append(picture(seed));
        const Result<std::vector<std::vector<float>>> all = source.features(pictures);
        QVERIFY(all);
        QCOMPARE(all->size(), size_t{18});
        QCOMPARE(all->front().size(), size_t{1280});
        const Result<std::vector<std::vector<float>>> last = source.features({pictures.last()});
        for (size_t channel = 0; channel < 1280; ++channel)
            QVERIFY(std::abs(all->back()[channel] - last->front()[channel]) < 1e-4F);
        Result<LoadedModel> model = readModel(place("weights.safetensors"));
        QVERIFY(model);
        const torch::NoGradGuard noGrad;
        const QByteArray bytes = pictures.last().pixels;
        const torch::Tensor pixels = torch::from_blob(const_cast<char *>(bytes.constData()), {1, 224, 224, 3}, torch::kUInt8).to(torch::kFloat32)
            / 255;
        const torch::Tensor mean = torch::tensor({0.485F, 0.456F, 0.406F});
        const torch::Tensor deviation = torch::tensor({0.229F, 0.224F, 0.225F});
        const torch::Tensor expected = model->network->pooledFeatures(((pixels - mean) / deviation).permute({0, 3, 1, 2}));
        for (int64_t channel = 0; channel < 1280; ++channel)
            QVERIFY(std::abs(expected[0][channel].item<float>() - last->front()[static_cast<size_t>(channel)]) < 1e-3F);
    }

    void theWidestWeightsAreTakenAndTrainedModelsAreNot()
    {
        PretrainedFeatures source({m_folder->path(), place("nowhere"), QString()}, 1);
        QCOMPARE(source.open().error().code, ErrorCode::NotFound);
        QVERIFY(!source.features({picture(1)}));
        writeNetwork("model.safetensors", 1.0, 3);
        QFile damaged(place("large.pth"));
        QVERIFY(damaged.open(QIODevice::WriteOnly) && damaged.write(QByteArray(30'000'000, 'x')) > 0);
        damaged.close();
        QVERIFY(!source.open());
        writeNetwork("narrow.safetensors", 0.35, 1000);
        const Result<QByteArray> narrow = source.open();
        QVERIFY(narrow);
        QCOMPARE(narrow->size(), 32);
        writeNetwork("wide.safetensors", 0.5, 1000);
        const Result<QByteArray> wide = source.open();
        QVERIFY(*wide != *narrow);
        QCOMPARE(*source.open(), *wide);
        QCOMPARE(*PretrainedFeatures({place("narrow.safetensors")}).open(), *narrow); // a file that is named
        QVERIFY(!PretrainedFeatures({place("large.pth")}).open());
    }

    void closedItCanBeOpenedAgain()
    {
        writeNetwork("weights.safetensors", 0.35, 1000);
        PretrainedFeatures source({m_folder->path()}, 1);
        const int threads = at::get_num_threads();
        QVERIFY(source.open());
        const auto first = source.features({picture(1)});
        QVERIFY(first);
        QCOMPARE(at::get_num_threads(), threads); // others aren't slowed down
        source.close();
        QVERIFY(!source.features({picture(1)}));
        QVERIFY(source.open());
        QVERIFY(source.features({picture(1)}).value() == first.value());
    }
};

FLOWER_TEST(tst_PretrainedFeatures)
#include "tst_PretrainedFeatures.moc"
