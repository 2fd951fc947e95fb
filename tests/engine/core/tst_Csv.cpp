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
        row("tab", "\t=1", "'\t=1");
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
};

FLOWER_TEST(tst_Csv)
#include "tst_Csv.moc"
