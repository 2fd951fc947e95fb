// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/Format.h"

#include "tests/support/TestMain.h"

#include <QLocale>
#include <QTest>

using namespace flower;

class tst_Format : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void ratesHaveTwoDigits_data()
    {
        QTest::addColumn<double>("rate");
        QTest::addColumn<QString>("text");
        QTest::newRow("two digits") << 0.0012345 << QStringLiteral("0.0012");
        QTest::newRow("one digit") << 0.001 << QStringLiteral("0.001");
        QTest::newRow("tiny") << 1.2e-6 << QStringLiteral("0.0000012");
        QTest::newRow("tenths") << 0.1 << QStringLiteral("0.1");
        QTest::newRow("one") << 1.0 << QStringLiteral("1");
        QTest::newRow("ten") << 10.0 << QStringLiteral("10");
        QTest::newRow("none") << 0.0 << QStringLiteral("–");
    }
    void ratesHaveTwoDigits()
    {
        QFETCH(const double, rate);
        QFETCH(const QString, text);
        QCOMPARE(format::rate(rate), text);
    }

    void ratesFollowTheLocale()
    {
        const QLocale before;
        QLocale::setDefault(QLocale::German);
        const QString german = format::rate(0.0012);
        QLocale::setDefault(before);
        QCOMPARE(german, QStringLiteral("0,0012"));
    }
};

FLOWER_TEST(tst_Format)
#include "tst_Format.moc"
