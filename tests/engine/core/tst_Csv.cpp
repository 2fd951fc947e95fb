// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/Csv.h"

#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_Csv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fieldsAreQuotedAndNeverFormulas_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("field");
        const auto row = [](const char *name, const char *text, const char *field) {
            QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(field);
        };
        row("empty", "", "");
        row("a word", "daisy", "daisy");
        row("a comma", "daisy, white", "\"daisy, white\"");
        row("a quote", "the \"king\"", "\"the \"\"king\"\"\"");
        row("a line break", "a\nb", "\"a\nb\"");
        row("equals sign", "=1+2", "'=1+2");
        row("plus", "+A1", "'+A1");
        row("minus", "-A1", "'-A1");
        row("at sign", "@SUM(A1)", "'@SUM(A1)");
        row("tab", "\t=1", "\"'\t=1\"");
        row("carriage return", "\r=1", "\"'\r=1\"");
        row("a formula with a comma", "=HYPERLINK(\"a\",1)", "\"'=HYPERLINK(\"\"a\"\",1)\"");
        row("a negative number", "-12.5", "-12.5");
        row("a number with a plus", "+3", "+3");
        row("a tiny number", "-1.5e-07", "-1.5e-07");
        row("a number that goes on as a formula", "-12.5+A1", "'-12.5+A1");
        row("a number with a line break behind", "-1\n", "\"'-1\n\"");
        row("two signs", "--1", "'--1");
        row("only a sign", "-", "'-");
        row("inside a text", "a=b", "a=b");
        row("a line's end in front", "\n=1", "\"'\n=1\"");
        row("an apostrophe of its own", "'=1", "''=1");
        row("an apostrophe before a word", "'tis", "'tis");
        row("a semicolon, a cell's end in some countries", "a;=1", "\"a;=1\"");
        row("a command", "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0");
    }
    void fieldsAreQuotedAndNeverFormulas()
    {
        QFETCH(QString, text);
        QFETCH(QString, field);
        QCOMPARE(csv::field(text), field);
    }

    void whatWasWrittenIsRead()
    {
        const QStringList texts{QStringLiteral("daisy, \"white\""), QString(), QStringLiteral("-12.5"), QStringLiteral("Löwenzahn")};
        QStringList line;
        for (const QString &text : texts)
            line.append(csv::field(text));
        QCOMPARE(csv::fields(line.join(QLatin1Char(','))), texts);
    }

    void formulasComeBackAsTheyWere()
    {
        const QStringList texts{QStringLiteral("=1+2"), QStringLiteral("'=1+2"), QStringLiteral("''=1+2"), QStringLiteral("+A1"),
                                QStringLiteral("'"), QStringLiteral("'tis"), QStringLiteral("-12.5"), QStringLiteral("'-12.5"),
                                QStringLiteral("@"), QStringLiteral("\t"), QStringLiteral("\r\n=1"), QStringLiteral("a\nb")};
        QStringList written;
        for (const QString &text : texts) {
            const QStringList read = csv::fields(csv::field(text));
            QCOMPARE(read.size(), 1);
            QCOMPARE(csv::text(read.first()), text);
            written.append(read.first());
        }
        written.removeDuplicates();
        QCOMPARE(written.size(), texts.size()); // no two of them are written alike
    }

    void whatIsPastedIsNoFormulaEither()
    {
        QCOMPARE(csv::pastedCell(QStringLiteral("=1+2")), QStringLiteral("'=1+2"));
        QCOMPARE(csv::pastedCell(QStringLiteral("a\t=1\nb")), QStringLiteral("a =1 b"));
        QCOMPARE(csv::pastedCell(QStringLiteral("Rose, red")), QStringLiteral("Rose, red"));
        QCOMPARE(csv::pastedCell(QStringLiteral("-12.5")), QStringLiteral("-12.5"));
    }

    void recordsEndWhereNoQuotesAreOpen()
    {
        const QString text = QStringLiteral("a,\"b\nc\"\nd");
        QCOMPARE(csv::endOfRecord(text, 0), 7);
        QCOMPARE(csv::fields(text.first(7)), QStringList({QStringLiteral("a"), QStringLiteral("b\nc")}));
        QCOMPARE(csv::endOfRecord(text, 8), text.size());
        QCOMPARE(csv::endOfRecord(QStringLiteral("\"open\n"), 0), 6);
    }

    void aLineOfCommasIsNotTakenWhole() { QCOMPARE(csv::fields(QString(1'000'000, QLatin1Char(','))).size(), 10'000); }
};

FLOWER_TEST(tst_Csv)
#include "tst_Csv.moc"
