// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PthFile.h"

#include "engine/ml/weights/ModelFile.h"
#include "tests/engine/ml/PthPieces.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace flower;
using namespace flower::testing::pth;
using namespace Qt::StringLiterals;

/// Weights of PyTorch, in the old form and as a ZIP.
class tst_PthFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void stateDictsOfPyTorchAreRead_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("old form") << pytorchFile("tiny-old.pth");
        QTest::newRow("zip form") << pytorchFile("tiny-zip.pth");
        QTest::newRow("zip form, protocol 4") << pytorchFile("tiny-protocol4.pth");
    }
    void stateDictsOfPyTorchAreRead()
    {
        QFETCH(QString, path);
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"Blüten 花.bin"_s); // neither name nor ending matter
        QVERIFY(QFile::copy(path, copy));
        const Result<SafetensorsContent> content = readPth(copy);
        QVERIFY2(content.isOk(), content ? "" : qPrintable(content.error().message));
        QVERIFY(content->metadata.isEmpty());
        const torch::Tensor base = torch::arange(10, torch::kFloat32) / 4;
        const std::map<std::string, torch::Tensor> expected{
            {"conv.weight", torch::arange(6, torch::kFloat32).reshape({2, 3, 1, 1}) / 8},
            {"transposed", torch::tensor({{0.0f, 3.0f}, {1.0f, 4.0f}, {2.0f, 5.0f}})},
            {"base", base},
            {"every.second", torch::tensor({0.75f, 1.25f, 1.75f})},
            {"parameter", torch::tensor({1.5f, -2.5f})},
            {"half", torch::tensor({0.5f, -2.0f})},
            {"bfloat16", torch::tensor({1.5f, -3.0f})},
            {"double", torch::tensor({0.1f, 1e-3f})},
            {"bn.num_batches_tracked", torch::tensor(int64_t(7))},
            {"int32", torch::tensor({int64_t(-5), int64_t(6)})},
            {"uint8", torch::tensor({int64_t(200)})},
            {"bool", torch::tensor({int64_t(1), int64_t(0)})},
            {"empty", torch::empty({0, 3})},
            {"Blüte", torch::tensor({4.0f})},
        };
        QCOMPARE(content->tensors.size(), expected.size());
        for (const auto &[name, value] : expected) {
            const auto found = content->tensors.find(name);
            QVERIFY2(found != content->tensors.end(), name.c_str());
            QVERIFY2(found->second.scalar_type() == value.scalar_type(), name.c_str());
            QVERIFY2(torch::equal(found->second, value), name.c_str());
            QVERIFY2(found->second.is_contiguous(), name.c_str());
        }
    }

    void aWholeNetworkIsRecognisedByItsContent()
    {
        torch::manual_seed(5);
        MobileNetV2Options options;
        options.width = 0.35;
        options.classes = 3;
        MobileNetV2 network(options);
        std::map<std::string, torch::Tensor> tensors;
        for (const auto &item : network->named_parameters())
            tensors.emplace(item.key(), item.value().detach());
        for (const auto &item : network->named_buffers())
            tensors.emplace(item.key(), item.value());
        Entries items;
        Entries files;
        QByteArrayList keys;
        QByteArray data;
        for (const auto &[name, value] : tensors) {
            const torch::Tensor plain = value.contiguous();
            const QByteArray key = QByteArray::number(items.size());
            const bool isInteger = plain.scalar_type() == torch::kInt64;
            items.append({QByteArray::fromStdString(name),
                          tensor(storage(key, plain.numel(), isInteger ? "LongStorage"_ba : "FloatStorage"_ba), 0,
                                 plain.sizes().vec(), plain.strides().vec())});
            const QByteArray bytes(static_cast<const char *>(plain.data_ptr()), static_cast<qsizetype>(plain.nbytes()));
            files.append({"net/data/" + key, bytes});
            keys.append(key);
            data += littleEndian(static_cast<qint64>(plain.numel())) + bytes;
        }
        files.prepend({"net/data.pkl"_ba, stateDict(items)});
        QTemporaryDir folder;
        const QString zip = folder.filePath(u"weights"_s);
        const QString old = folder.filePath(u"weights.safetensors"_s); // a wrong ending
        writeZip(zip, files);
        writeFile(old, oldForm(stateDict(items), keys, data));
        for (const QString &path : {zip, old}) {
            const Result<WeightsFile> weights = readWeights(path);
            QVERIFY2(weights.isOk(), weights ? "" : qPrintable(weights.error().message));
            QCOMPARE(weights->info.architecture.width, 0.35);
            QCOMPARE(weights->info.architecture.classes, 3);
            QVERIFY(weights->info.hasHead);
            QCOMPARE(weights->info.preprocessing, Preprocessing());
            QCOMPARE(weights->info.preprocessing.padding, Padding::Symmetric);
            QCOMPARE(weights->info.preprocessing.batchNormEpsilon, 1e-5);
            QCOMPARE(weights->tensors.size(), tensors.size());
            for (const auto &[name, value] : tensors)
                QVERIFY2(torch::equal(weights->tensors.at(name), value), name.c_str());
            MobileNetV2 other(options);
            QVERIFY(copyBackbone(*weights, other).isOk());
        }
    }

    /// The header's length, 640, is the bytes 80 02: as a pickle starts.
    void aSafetensorsFileThatStartsAsAPickleIsRead()
    {
        QByteArray header = R"({"a":{"dtype":"F32","shape":[1],"data_offsets":[0,4]}})";
        header.append(QByteArray(640 - header.size(), ' '));
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.safetensors"_s);
        writeFile(path, littleEndian(quint64(640)) + header + littleEndian(0.0f));
        const Result<WeightsFile> weights = readWeights(path);
        QVERIFY(!weights.isOk());
        QCOMPARE(weights.error().code, ErrorCode::Unsupported); // read well, and no MobileNet-V2
    }
};

FLOWER_TEST(tst_PthFile)
#include "tst_PthFile.moc"
