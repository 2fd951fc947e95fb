// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/theme/Theme.h"

#include <QCoreApplication>
#include <QDir>
#include <QLocale>
#include <QTest>
#include <QTranslator>
#include <QWidget>

namespace flower::testing {

/// The looks that pages are shown in: light, dark and German, large and small. For a test's _data().
inline void addLooks()
{
    QTest::addColumn<bool>("dark");
    QTest::addColumn<bool>("german");
    QTest::addColumn<QSize>("size");
    QTest::newRow("light-1280x800") << false << false << QSize(1280, 800);
    QTest::newRow("dark-1280x800") << true << false << QSize(1280, 800);
    QTest::newRow("light-1024x700") << false << false << QSize(1024, 700);
    QTest::newRow("dark-1024x700") << true << false << QSize(1024, 700);
    QTest::newRow("german-1024x700") << false << true << QSize(1024, 700);
}

/// A theme and the words, German ones if wanted, for as long as it is there.
class Look
{
public:
    Look(bool dark, bool german)
    {
        QString file = QStringLiteral(FLOWER_GERMAN);
        if (!german)
            file.replace(QStringLiteral("flower_de"), QStringLiteral("flower_en")); // for the plurals
        if (m_words.load(file))
            QCoreApplication::installTranslator(&m_words);
        QLocale::setDefault(german ? QLocale(QLocale::German, QLocale::Germany) : QLocale(QLocale::English, QLocale::UnitedStates));
        applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
    }
    ~Look()
    {
        QLocale::setDefault(m_before);
        applyTheme(ThemeChoice::Light);
    }
    Q_DISABLE_COPY_MOVE(Look)

private:
    QTranslator m_words; // leaves the program by itself
    QLocale m_before;
};

/// Draws a widget; with FLOWER_SCREENSHOTS=FOLDER the picture is kept there, under this name and that of the test's row, if it has rows.
inline void keepPicture(QWidget &widget, const char *name, bool waits = true)
{
    const QString folder = qEnvironmentVariable("FLOWER_SCREENSHOTS");
    if (waits)
        QTest::qWait(folder.isEmpty() ? 1 : 400); // pictures and charts come a moment later
    const QPixmap picture = widget.grab();
    QVERIFY(!picture.isNull());
    if (folder.isEmpty())
        return;
    QVERIFY(QDir().mkpath(folder));
    const QString row = QLatin1String(QTest::currentDataTag());
    const QString file = QLatin1String(name) + (row.isEmpty() ? QString() : QLatin1Char('-') + row) + QStringLiteral(".png");
    QVERIFY(picture.save(QDir(folder).filePath(file)));
}

} // namespace flower::testing
