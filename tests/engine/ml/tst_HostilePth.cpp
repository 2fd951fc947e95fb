// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PthFile.h"

#include "engine/ml/weights/ModelFile.h"
#include "tests/engine/ml/PthPieces.h"
#include "tests/support/TestMain.h"

#include <QTemporaryDir>
#include <QTest>

#include <limits>

using namespace flower;
using namespace flower::testing::pth;
using namespace Qt::StringLiterals;

/// Weights from strangers: what is broken, too large or made to harm is refused with a sentence that names it.
class tst_HostilePth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void truncatedAndChangedFilesNeverCrash_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *name : {"tiny-old.pth", "tiny-zip.pth", "tiny-protocol4.pth"})
            QTest::newRow(name) << pytorchFile(name);
    }
    void truncatedAndChangedFilesNeverCrash()
    {
        QFETCH(QString, path);
        const QByteArray whole = readFile(path);
        QVERIFY(!whole.isEmpty());
        QTemporaryDir folder;
        const QString copy = folder.filePath(u"broken.pth"_s);
        writeFile(copy, whole);
        QFile file(copy);
        QVERIFY(file.open(QIODevice::ReadWrite | QIODevice::Unbuffered));
        for (qsizetype position = 0; position < whole.size(); ++position) {
            for (const char change : {'\x01', '\x80', '\xff'}) {
                QVERIFY(file.seek(position) && file.putChar(static_cast<char>(whole.at(position) ^ change)));
                const Result<SafetensorsContent> content = readPth(copy); // some changes are to numbers: still sound
                QVERIFY(content.isOk() || !content.error().message.isEmpty());
            }
            QVERIFY(file.seek(position) && file.putChar(whole.at(position)));
        }
        QVERIFY(readPth(copy).isOk());
        for (qsizetype length = whole.size() - 1; length >= 0; --length) {
            QVERIFY(file.resize(length));
            const Result<SafetensorsContent> content = readPth(copy);
            QVERIFY2(!content.isOk(), qPrintable(QString::number(length)));
        }
    }

    void valuesThatAreNoNumbersAreRefused()
    {
        QTemporaryDir folder;
        const QString pth = folder.filePath(u"a.pth"_s);
        const QString safetensors = folder.filePath(u"a.safetensors"_s);
        for (const float bad : {std::numeric_limits<float>::quiet_NaN(), -std::numeric_limits<float>::infinity()}) {
            writeFile(pth, oldForm(stateDict({{"some.weight"_ba, tensor(storage("0"_ba, 2), 0, {2}, {1})}}), {"0"_ba},
                                   littleEndian(qint64(2)) + littleEndian(1.0f) + littleEndian(bad)));
            SafetensorsContent content;
            content.tensors.emplace("some.weight", torch::tensor({1.0f, bad}));
            QVERIFY(writeSafetensors(safetensors, content).isOk());
            for (const QString &path : {pth, safetensors}) {
                const Result<WeightsFile> weights = readWeights(path);
                QVERIFY(!weights.isOk());
                QCOMPARE(weights.error().code, ErrorCode::Unreadable);
                QVERIFY2(weights.error().message.contains(u"“some.weight”"_s), qPrintable(weights.error().message));
            }
        }
    }

    /// Each pickle comes with one storage "0" of four floats.
    void brokenTensorsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("pickle");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QByteArray &value, const QString &named) {
            QTest::newRow(name) << stateDict({{"a.weight"_ba, value}}) << named;
        };
        const QByteArray four = storage("0"_ba, 4);
        const qint64 huge = std::numeric_limits<qint64>::max();
        const QString more = u"“a.weight” claims more data"_s;
        row("shape beyond the storage", tensor(four, 0, {5}, {1}), more);
        row("offset beyond the storage", tensor(four, 4, {1}, {1}), more);
        row("offset and shape beyond the storage", tensor(four, 2, {3}, {1}), more);
        row("stride beyond the storage", tensor(four, 0, {2}, {4}), more);
        row("overflowing shape", tensor(four, 0, {huge, huge}, {1, 1}), more);
        row("overflowing product", tensor(four, 0, {1ll << 32, 1ll << 32}, {0, 0}), more);
        row("overflowing stride", tensor(four, 0, {3, 1}, {huge, huge}), more);
        row("overflowing offset", tensor(four, huge, {1}, {huge}), more);
        row("overflowing sides beside an empty one", tensor(four, 0, {0, huge, huge}, {1, 1, 1}), more);
        row("blown up by a stride of 0", tensor(four, 0, {1'000'000}, {0}), more);
        row("negative side", tensor(four, 0, {-1}, {1}), u"shape"_s);
        row("negative stride", tensor(four, 3, {4}, {-1}), u"shape"_s);
        row("negative offset", tensor(four, -1, {1}, {1}), u"unknown form"_s);
        row("fewer strides than sides", tensor(four, 0, {2, 2}, {1}), u"shape"_s);
        row("nine dimensions", tensor(four, 0, std::vector<int64_t>(9, 1), std::vector<int64_t>(9, 1)), u"shape"_s);
        row("storage of another length", tensor(storage("0"_ba, 3), 0, {3}, {1}), u"storage is not as long"_s);
        row("storage larger than the file", tensor(storage("0"_ba, huge), 0, {1}, {1}), u"more data than the file"_s);
        row("storage of negative length", tensor(storage("0"_ba, -4), 0, {1}, {1}), u"unknown form"_s);
        row("missing storage", tensor(storage("../../x"_ba, 4), 0, {4}, {1}), QString());
        row("storage of another type", tensor(storage("0"_ba, 4, "DoubleStorage"_ba), 0, {4}, {1}), QString());
        row("class that is no storage",
            tensor(tuple({text("storage"_ba), "ccollections\nOrderedDict\n"_ba, text("0"_ba), text("cpu"_ba), number(4)}) + 'Q',
                   0, {4}, {1}), u"unknown form"_s);
        row("parameter in a parameter",
            "ctorch._utils\n_rebuild_parameter\n" + tuple({"ctorch._utils\n_rebuild_parameter\n" +
                tuple({tensor(four, 0, {4}, {1}), "\x88"_ba, "N"_ba}) + 'R', "\x88"_ba, "N"_ba}) + 'R', u"no tensor"_s);
        row("os.system", "cos\nsystem\n" + tuple({text("true"_ba)}) + 'R', u"os.system"_s);
        row("view of a storage",
            tensor(tuple({text("storage"_ba), "ctorch\nFloatStorage\n"_ba, text("0"_ba), text("cpu"_ba), number(4),
                          tuple({text("1"_ba), number(0), number(4)})}) + 'Q', 0, {4}, {1}), u"unknown form"_s);

        const QByteArray sound = tensor(four, 0, {4}, {1});
        QTest::newRow("one storage, two types")
            << stateDict({{"a"_ba, sound}, {"b"_ba, tensor(storage("0"_ba, 4, "IntStorage"_ba), 0, {4}, {1})}}) << u"two ways"_s;
        QTest::newRow("tensor without a storage") << stateDict({{"a.weight"_ba, tensor("N"_ba, 0, {4}, {1})}, {"b"_ba, sound}}) << u"unknown form"_s;
        QTest::newRow("no tensor") << stateDict({{"a.weight"_ba, number(5)}, {"b"_ba, sound}}) << u"“a.weight”"_s;
        QTest::newRow("nested dictionary") << stateDict({{"a.weight"_ba, "}"_ba}, {"b"_ba, sound}}) << u"state_dict()"_s;
        QTest::newRow("twice") << stateDict({{"a"_ba, sound}, {"a"_ba, sound}}) << u"“a” twice"_s;
        QTest::newRow("a name that is a number") << "\x80\x02}K\x01"_ba + sound + "s." << u"name"_s;
        QTest::newRow("no dictionary") << "\x80\x02" + sound + '.' << u"dictionary"_s;
        QTest::newRow("no STOP") << stateDict({{"a"_ba, sound}}).chopped(1) << QString();
    }
    void brokenTensorsAreRefused()
    {
        QFETCH(QByteArray, pickle);
        QFETCH(QString, named);
        QTemporaryDir folder;
        const QString zip = folder.filePath(u"zip.pth"_s);
        const QString old = folder.filePath(u"old.pth"_s);
        writeZip(zip, {{"x/data.pkl"_ba, pickle}, {"x/data/0"_ba, QByteArray(16, '\0')}});
        writeFile(old, oldForm(pickle, {"0"_ba}, littleEndian(qint64(4)) + QByteArray(16, '\0')));
        for (const QString &path : {zip, old}) {
            const Result<WeightsFile> weights = readWeights(path);
            QVERIFY(!weights.isOk());
            QCOMPARE(weights.error().code, ErrorCode::Unreadable);
            QVERIFY2(weights.error().message.contains(named), qPrintable(weights.error().message));
            QVERIFY(weights.error().message.contains(path));
        }
    }

    void tensorsThatShareTooMuchAreRefused()
    {
        Entries views;
        for (int index = 0; index < 5; ++index)
            views.append({QByteArray::number(index), tensor(storage("0"_ba, 10'000), 0, {10'000}, {1})});
        QTemporaryDir folder;
        const QString path = folder.filePath(u"shared.pth"_s);
        const auto write = [&](const Entries &tensors) {
            writeFile(path, oldForm(stateDict(tensors), {"0"_ba}, littleEndian(qint64(10'000)) + QByteArray(40'000, '\0')));
        };
        write(views.mid(0, 2));
        QVERIFY(readPth(path).isOk());
        write(views);
        const Result<SafetensorsContent> content = readPth(path);
        QVERIFY(!content.isOk());
        QVERIFY(content.error().message.contains(u"more data than the file"_s));
    }

    void brokenArchivesAreRefused_data()
    {
        QTest::addColumn<Entries>("entries");
        QTest::addColumn<QByteArray>("compression");
        QTest::addColumn<QString>("named");
        const QByteArray pickle = stateDict({{"a"_ba, tensor(storage("0"_ba, 4), 0, {4}, {1})}});
        const std::pair list{"x/data.pkl"_ba, pickle};
        const std::pair data{"x/data/0"_ba, QByteArray(16, '\0')};
        QTest::newRow("bomb") << Entries{list, {"x/data/0"_ba, QByteArray(50'000'000, '\0')}} << "deflate"_ba << u"its own size"_s;
        QTest::newRow("no list") << Entries{data} << "store"_ba << u"data.pkl"_s;
        QTest::newRow("list too deep") << Entries{{"x/y/data.pkl"_ba, pickle}, data} << "store"_ba << u"data.pkl"_s;
        QTest::newRow("two lists") << Entries{list, {"y/data.pkl"_ba, pickle}, data} << "store"_ba << u"more than one"_s;
        QTest::newRow("repeated entry") << Entries{list, data, data} << "store"_ba << u"“x/data/0” twice"_s;
        QTest::newRow("an entry that climbs out") << Entries{list, data, {"x/../../a"_ba, "1"_ba}} << "store"_ba << u"leads out of it"_s;
        QTest::newRow("an absolute entry") << Entries{list, data, {"/tmp/a"_ba, "1"_ba}} << "store"_ba << u"leads out of it"_s;
        QTest::newRow("missing storage") << Entries{list} << "store"_ba << u"storage “0” is missing"_s;
        QTest::newRow("short storage") << Entries{list, {"x/data/0"_ba, "1234"_ba}} << "store"_ba << u"not as long"_s;
        QTest::newRow("big-endian") << Entries{list, data, {"x/byteorder"_ba, "big"_ba}} << "store"_ba << u"“big”"_s;
        QTest::newRow("os.system") << Entries{{"x/data.pkl"_ba, "\x80\x02"
                                                                "cos\nsystem\nX\x04\x00\x00\x00true\x85R."_ba}}
                                   << "store"_ba << u"os.system"_s;
    }
    void brokenArchivesAreRefused()
    {
        QFETCH(Entries, entries);
        QFETCH(QByteArray, compression);
        QFETCH(QString, named);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pth"_s);
        writeZip(path, entries, compression.constData());
        const Result<WeightsFile> weights = readWeights(path);
        QVERIFY(!weights.isOk());
        QVERIFY2(weights.error().message.contains(named), qPrintable(weights.error().message));
    }

    void aDamagedStorageFailsItsChecksum()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pth"_s);
        writeZip(path, {{"x/data.pkl"_ba, stateDict({{"a"_ba, tensor(storage("0"_ba, 4), 0, {4}, {1})}})},
                        {"x/data/0"_ba, "0123456789abcdef"_ba}});
        QVERIFY(readPth(path).isOk());
        QByteArray bytes = readFile(path);
        bytes.replace("0123456789abcdef", "0123456789abcdeX");
        writeFile(path, bytes);
        QVERIFY(!readPth(path).isOk());
    }

    void otherPicklesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("named");
        const QByteArray pickle = stateDict({{"a"_ba, tensor(storage("0"_ba, 1), 0, {1}, {1})}});
        const QByteArray data = littleEndian(qint64(1)) + littleEndian(1.0f);
        QTest::newRow("os.system instead of the magic number") << "\x80\x02"
                                                                  "cos\nsystem\nX\x04\x00\x00\x00true\x85R."_ba << u"os.system"_s;
        QTest::newRow("any dictionary") << "\x80\x02}.aaaaaaaaaa"_ba << u"torch.save"_s;
        QTest::newRow("another version") << oldForm(pickle, {"0"_ba}, data).replace("M\xe9\x03", "M\xea\x03") << u"version"_s;
        QTest::newRow("no keys") << oldForm(pickle, {}, data) << u"fit together"_s;
        QTest::newRow("an unknown key") << oldForm(pickle, {"1"_ba}, data) << u"fit together"_s;
        QTest::newRow("a key twice") << oldForm(pickle, {"0"_ba, "0"_ba}, data + data) << u"fit together"_s;
        QTest::newRow("another count") << oldForm(pickle, {"0"_ba}, littleEndian(qint64(2)) + data) << u"as long"_s;
        QTest::newRow("a negative count") << oldForm(pickle, {"0"_ba}, littleEndian(qint64(-1)) + data) << u"as long"_s;
        QTest::newRow("data cut off") << oldForm(pickle, {"0"_ba}, data.chopped(1)) << u"too early"_s;
    }
    void otherPicklesAreRefused()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, named);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"a.pth"_s);
        writeFile(path, bytes);
        const Result<WeightsFile> weights = readWeights(path);
        QVERIFY(!weights.isOk());
        QCOMPARE(weights.error().code, ErrorCode::Unreadable);
        QVERIFY2(weights.error().message.contains(named), qPrintable(weights.error().message));
    }
};

FLOWER_TEST(tst_HostilePth)
#include "tst_HostilePth.moc"
