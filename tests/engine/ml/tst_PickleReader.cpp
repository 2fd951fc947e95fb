// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/weights/PickleReader.h"

#include "engine/ml/weights/PickleGlobals.h"
#include "engine/ml/weights/PickleOpcodes.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTest>

using namespace flower;
using namespace Qt::StringLiterals;
using Kind = PickleNode::Kind;

namespace {

Result<PickleDocument> read(const QByteArray &bytes)
{
    return readPickle(u"file.pth"_s, bytes);
}

} // namespace

class tst_PickleReader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void valuesAreRead()
    {
        const QByteArray bytes = "\x80\x02(NK\xc8M\xe8\x03J\xfe\xff\xff\xff\x88\x89"
                                 "\x8a\x02\x00\x80G\x3f\xf8\x00\x00\x00\x00\x00\x00X\x02\x00\x00\x00"
                                 "\xc3\xa4)]t."_ba;
        const Result<PickleDocument> document = read(bytes + "what follows");
        QVERIFY2(document.isOk(), document ? "" : qPrintable(document.error().message));
        QCOMPARE(document->bytes, bytes.size());
        const PickleNode &root = *document->root;
        QCOMPARE(root.kind, Kind::Tuple);
        QCOMPARE(root.items.size(), size_t(11));
        QCOMPARE(root.items[0]->kind, Kind::None);
        QCOMPARE(root.items[1]->integer, 200);
        QCOMPARE(root.items[2]->integer, 1000);
        QCOMPARE(root.items[3]->integer, -2);
        QCOMPARE(root.items[4]->kind, Kind::Boolean);
        QCOMPARE(root.items[4]->integer, 1);
        QCOMPARE(root.items[5]->integer, 0);
        QCOMPARE(root.items[6]->integer, -32768);
        QCOMPARE(root.items[7]->real, 1.5);
        QCOMPARE(QString::fromUtf8(root.items[8]->text), u"ä"_s);
        QCOMPARE(root.items[9]->kind, Kind::Tuple);
        QCOMPARE(root.items[10]->kind, Kind::List);
    }

    void dictionariesAndMemosAreRead()
    {
        const Result<PickleDocument> document = read("\x80\x04\x95\x1e\x00\x00\x00\x00\x00\x00\x00}\x94(\x8c\x01"
                                                     "a\x94K\x01\x8c\x01"
                                                     "bh\x01u\x8c\x01"
                                                     "c](K\x05K\x06"
                                                     "es..........."_ba);
        QVERIFY2(document.isOk(), document ? "" : qPrintable(document.error().message));
        const PickleNode &root = *document->root;
        QCOMPARE(root.kind, Kind::Dictionary);
        QCOMPARE(root.items.size(), size_t(6));
        QCOMPARE(root.items[3], root.items[0]);
        QCOMPARE(root.items[5]->items.at(1)->integer, 6);
    }

    void callsAreDescribedNotMade()
    {
        const Result<PickleDocument> document = read("ctorch._utils\n_rebuild_parameter\nK\x07\x85R."_ba);
        QVERIFY(document.isOk());
        QCOMPARE(document->root->kind, Kind::Call);
        QCOMPARE(document->root->text, "torch._utils._rebuild_parameter"_ba);
        QCOMPARE(document->root->items.at(0)->integer, 7);
    }

    void orderedDictionariesOfPython2AreRead()
    {
        const Result<PickleDocument> document = read("\x80\x02"
                                                     "ccollections\nOrderedDict\n](](U\x01"
                                                     "aK\x01"
                                                     "e](T\x01\x00\x00\x00"
                                                     "bK\x02"
                                                     "ee\x85R}b."_ba);
        QVERIFY2(document.isOk(), document ? "" : qPrintable(document.error().message));
        QVERIFY(document->root->isOrdered);
        QCOMPARE(document->root->items.size(), size_t(4));
        QCOMPARE(document->root->items[2]->text, "b"_ba);
    }

    void aListInItselfIsHarmless()
    {
        const Result<PickleDocument> document = read("]q\x00h\x00"
                                                     "a."_ba);
        QVERIFY(document.isOk());
        QCOMPARE(document->root->items.at(0), document->root);
    }

    void evilPicklesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QByteArray &body, const QString &named) {
            QTest::newRow(name) << body << named;
        };
        row("os.system by GLOBAL", "cos\nsystem\nX\x04\x00\x00\x00"
                                   "true\x85R."_ba, u"os.system"_s);
        row("posix.system, text", "cposix\nsystem\n(S'true'\ntR."_ba, u"posix.system"_s);
        row("eval by STACK_GLOBAL", "\x8c\x08"
                                    "builtins\x8c\x04"
                                    "eval\x93\x8c\x01"
                                    "1\x85R."_ba, u"builtins.eval"_s);
        row("eval of Python 2", "c__builtin__\neval\n(S'1'\ntR."_ba, u"__builtin__.eval"_s);
        row("a name from the memo", "\x8c\x04"
                                    "eval\x94\x8c\x08"
                                    "builtins\x94h\x01h\x00\x93."_ba, u"builtins.eval"_s);
        row("a dotted name", "\x8c\x0c"
                             "torch._utils\x8c\x1e"
                             "_rebuild_tensor_v2.__globals__\x93."_ba, u"_rebuild_tensor_v2.__globals__"_s);
        row("a module's loader", "ctorch.storage\n_load_from_bytes\n)R."_ba, u"torch.storage._load_from_bytes"_s);
        row("a whole network", "ctorchvision.models.mobilenetv2\nMobileNetV2\n)\x81."_ba, u"MobileNetV2"_s);
        row("a storage that is none", "ctorch\nEvilStorage\n."_ba, u"torch.EvilStorage"_s);
        row("within arguments", "ctorch._utils\n_rebuild_parameter\n(cos\nsystem\n)Rt."_ba, u"os.system"_s);
        row("control characters", "cos\x1b[2J\nsystem\n."_ba, u"os?[2J.system"_s);
        row("a storage is called", "ctorch\nFloatStorage\nK\x09\x85R."_ba, u"torch.FloatStorage"_s);
        row("a result is called", "ccollections\nOrderedDict\n)R)R."_ba, u"REDUCE"_s);
        row("a text is called", "X\x04\x00\x00\x00"
                                "eval)R."_ba, u"REDUCE"_s);
        row("a memo is called", "X\x04\x00\x00\x00"
                                "evalq\x00"
                                "0h\x00)R."_ba, u"POP"_s);
        row("arguments that are no tuple", "ccollections\nOrderedDict\n]R."_ba, u"REDUCE"_s);
        row("too many arguments", "ccollections\nOrderedDict\n]]\x86R."_ba, u"REDUCE"_s);
        row("pairs that are none", "ccollections\nOrderedDict\n]Na\x85R."_ba, u"REDUCE"_s);
        row("INST", "(S'true'\nios\nsystem\n."_ba, u"“os.system” and uses the pickle opcode STRING"_s);
        row("INST without arguments", "(ios\nsystem\n."_ba, u"“os.system” and uses the pickle opcode INST"_s);
        row("OBJ", "(ccollections\nOrderedDict\no."_ba, u"OBJ"_s);
        row("NEWOBJ", "ccollections\nOrderedDict\n)\x81."_ba, u"NEWOBJ"_s);
        row("NEWOBJ_EX", "ccollections\nOrderedDict\n)}\x92."_ba, u"NEWOBJ_EX"_s);
        row("EXT1", "\x82\x01."_ba, u"EXT1"_s);
        row("EXT2", "\x83\x01\x00."_ba, u"EXT2"_s);
        row("EXT4", "\x84\x01\x00\x00\x00."_ba, u"EXT4"_s);
        row("PERSID", "Pa\n."_ba, u"PERSID"_s);
        row("DUP", "N2."_ba, u"DUP"_s);
        row("POP_MARK", "(1."_ba, u"POP_MARK"_s);
        row("DICT", "(d."_ba, u"DICT"_s);
        row("LIST", "(l."_ba, u"LIST"_s);
        row("INT", "I1\n."_ba, u"INT"_s);
        row("LONG4", "\x8b\xff\xff\xff\x7f."_ba, u"LONG4"_s);
        row("BINUNICODE8", "\x8d\xff\xff\xff\xff\xff\xff\xff\xff."_ba, u"BINUNICODE8"_s);
        row("BYTEARRAY8", "\x96\xff\xff\xff\xff\xff\xff\xff\xff."_ba, u"BYTEARRAY8"_s);
        row("NEXT_BUFFER", "\x97."_ba, u"NEXT_BUFFER"_s);
        row("an unknown opcode", "\xff."_ba, u"0xff"_s);
        row("BUILD on a list", "]}b."_ba, u"BUILD"_s);
        row("BUILD on a plain dictionary", "}}b."_ba, u"BUILD"_s);
        row("BUILD on a function", "ctorch._utils\n_rebuild_parameter\n}b."_ba, u"BUILD"_s);
        row("BUILD with a text", "ccollections\nOrderedDict\n)RU\x01"
                                 "ab."_ba, u"BUILD"_s);
        row("a memo that isn't there", "h\x05."_ba, u"BINGET"_s);
        row("a memo far away", "j\xff\xff\xff\xff."_ba, u"LONG_BINGET"_s);
        row("nothing to remember", "q\x00."_ba, u"BINPUT"_s);
        row("nothing to remember behind a mark", "N(\x94."_ba, u"MEMOIZE"_s);
        row("a tuple without a mark", "Nt."_ba, u"TUPLE"_s);
        row("a tuple from below a mark", "N(\x85."_ba, u"TUPLE1"_s);
        row("appended to nothing", "Na."_ba, u"APPEND"_s);
        row("appended to a tuple", ")Na."_ba, u"APPEND"_s);
        row("an item of a list", "]NNs."_ba, u"SETITEM"_s);
        row("a key without a value", "}(Nu."_ba, u"SETITEMS"_s);
        row("a reference to no tuple", "NQ."_ba, u"BINPERSID"_s);
        row("a name that is a number", "K\x01K\x02\x93."_ba, u"STACK_GLOBAL"_s);
        row("an open mark at the end", "(N."_ba, u"STOP"_s);
        row("two values at the end", "NN."_ba, u"STOP"_s);
        row("no value at the end", "."_ba, u"STOP"_s);
        row("a text longer than the file", "X\xff\xff\xff\xff"
                                           "a."_ba, u"ends"_s);
        row("a text of negative length", "T\xff\xff\xff\xff"
                                         "a."_ba, u"ends"_s);
        row("a number longer than the file", "\x8a\xff."_ba, u"ends"_s);
        row("a frame longer than the file", "\x95\xff\xff\xff\xff\xff\xff\xff\xff."_ba, u"ends"_s);
        row("a global without an end", "ctorch"_ba, u"ends"_s);
        row("an unknown protocol", "\x80\x06N."_ba, u"protocol 6"_s);
        row("marks in marks", QByteArray(5000, '('), u"nests"_s);
        row("a high stack", QByteArray(200'000, ')'), u"nests"_s);
        QByteArray many = "]"_ba;
        for (int index = 0; index < 600'000; ++index)
            many += "Na";
        row("many values", many, u"lists more"_s);
        QByteArray copies = "]("_ba + "(" + QByteArray(50'000, 'N') + "tq\x01"_ba;
        for (int index = 0; index < 1'000; ++index)
            copies += "ctorch._utils\n_rebuild_parameter\nh\x01R";
        row("copies of a long tuple", copies, u"lists more"_s);
    }
    void evilPicklesAreRefused()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        for (int protocol = -1; protocol <= 5; ++protocol) {
            const QByteArray prefix = protocol < 0 ? QByteArray() : QByteArray("\x80") + static_cast<char>(protocol);
            const Result<PickleDocument> document = read(prefix + body);
            QVERIFY(!document.isOk());
            QCOMPARE(document.error().code, ErrorCode::Unreadable);
            QVERIFY2(document.error().message.contains(named), qPrintable(document.error().message));
            QVERIFY(document.error().message.startsWith(u"file.pth"_s));
        }
    }

    /// The files that tests/data/make_pickles.py writes; each is named after the global that its error has to name.
    void thePicklesOfStrangersNameWhatTheyAskFor_data()
    {
        QTest::addColumn<QString>("path");
        const QDir folder(QStringLiteral(FLOWER_TEST_DATA "/pickles"));
        const QStringList names = folder.entryList({u"*.pickle"_s}, QDir::Files, QDir::Name);
        QVERIFY(names.size() >= 59);
        for (const QString &name : names)
            QTest::newRow(qPrintable(name)) << folder.filePath(name);
    }
    void thePicklesOfStrangersNameWhatTheyAskFor()
    {
        QFETCH(QString, path);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        const QString global = QFileInfo(path).fileName().section(u"--"_s, 0, 0);
        const Result<PickleDocument> document = read(bytes);
        QVERIFY(!document.isOk());
        QCOMPARE(document.error().code, ErrorCode::Unreadable);
        QVERIFY2(document.error().message.contains(u"“"_s + global + u"”"_s), qPrintable(document.error().message));
        QVERIFY(document.error().message.contains(u"nothing of it was executed"_s));
        QCOMPARE(QString::fromUtf8(firstForeignGlobal(bytes)), global);
    }

    void whatAStateDictNamesIsNotForeign()
    {
        const QByteArray protocol2 = "\x80\x02" "ccollections\nOrderedDict\n"_ba;
        for (const auto &[name, start] : {std::pair{"tiny-old.pth", protocol2}, std::pair{"tiny-zip.pth", protocol2},
                                          std::pair{"tiny-protocol4.pth", "\x80\x04\x95"_ba}}) {
            QFile file(QStringLiteral(FLOWER_TEST_DATA "/pth/") + QString::fromLatin1(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            const qsizetype at = bytes.indexOf(start); // in the zip form, too, the pickle lies without compression
            QVERIFY(at > 0);
            QCOMPARE(firstForeignGlobal(QByteArrayView(bytes).sliced(at)), QByteArray());
        }
        QCOMPARE(firstForeignGlobal("N.cos\nsystem\n."_ba), QByteArray()); // Python stops at STOP, too
        QCOMPARE(firstForeignGlobal("\x8c\xffos"_ba), QByteArray());
    }

    void anyOpcodeIsReadOrNamed()
    {
        for (int opcode = 0; opcode < 256; ++opcode) {
            for (const QByteArray &before : {""_ba, "N"_ba, "NNN"_ba, "(N"_ba, "}NN"_ba, "]N"_ba, "U\x00U\x00"_ba}) {
                const Result<PickleDocument> document = read(before + static_cast<char>(opcode) + QByteArray(9, '\0') + '.');
                QVERIFY(document.isOk() || !document.error().message.isEmpty());
            }
        }
        QCOMPARE(pickle::opcodeName('i'), u"INST"_s);
        QCOMPARE(pickle::opcodeName(0x07), u"0x07"_s);
    }

    void truncatedPicklesAreRefused()
    {
        const QByteArray whole = "\x80\x02}q\x00(X\x01\x00\x00\x00"
                                 "actorch._utils\n_rebuild_tensor_v2\n((X\x07\x00\x00\x00storagectorch\nFloatStorage\n"
                                 "X\x01\x00\x00\x00"
                                 "0X\x03\x00\x00\x00"
                                 "cpuK\x01tQK\x00))\x89"
                                 "ccollections\nOrderedDict\n)RtRu."_ba;
        QVERIFY(read(whole).isOk());
        for (qsizetype length = 0; length < whole.size(); ++length)
            QVERIFY(!read(whole.left(length)).isOk());
    }
};

FLOWER_TEST(tst_PickleReader)
#include "tst_PickleReader.moc"
