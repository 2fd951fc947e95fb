// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/CopyPanel.h"

#include "engine/core/PhotoCopies.h"
#include "tests/support/TestMain.h"
#include "tests/ui/ClassifyWindow.h"
#include "ui/models/PredictionListModel.h"
#include "ui/pages/classify/AnswerCorrections.h"

#include <QFile>
#include <QFileInfo>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;
using namespace flower::testing;

/// Answered photos are copied into folders by kind, and that is said wherever the window stands.
class tst_CopyPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void photosAreCopiedByKind()
    {
        QTemporaryDir folder;
        QStringList paths;
        for (const char *name : {"a.jpg", "unsure.jpg", "wall.jpg", "bad.jpg"}) {
            paths.append(folder.filePath(QLatin1String(name)));
            QFile file(paths.last());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("photo") == 5);
        }
        Answered page(paths);
        const QString target = folder.filePath(QStringLiteral("sorted"));
        page.desk->corrections()->correct({paths.at(2)}, QStringLiteral("daisy"));
        page.desk->copyInto(target);
        auto *sentence = page.find<QLabel>("copySentence");
        QTRY_VERIFY(sentence->text().contains(QStringLiteral("3 photo(s) were copied")));
        QVERIFY(sentence->isVisible());
        QVERIFY(QFileInfo::exists(target + QStringLiteral("/daisy/wall.jpg")));
        QVERIFY(QFileInfo::exists(target + QStringLiteral("/Not sure/unsure.jpg")));
        const QString best = page.cell(0, PredictionListModel::Answer);
        QVERIFY(QFileInfo::exists(target + QLatin1Char('/') + folderNameFor(best) + QStringLiteral("/a.jpg")));
        for (const QString &path : std::as_const(paths))
            QVERIFY(QFileInfo::exists(path)); // copied, not moved
        click(page.window, "closeCopy");
        QVERIFY(!sentence->isVisible());
        page.find<QLineEdit>("answerSearch")->setText(QStringLiteral("bad"));
        page.desk->copyInto(target);
        QVERIFY(sentence->text().contains(QStringLiteral("None of the photos")));
    }

    void aCopyUnderWayStaysInSight()
    {
        QTemporaryDir folder;
        QStringList paths;
        for (int number = 0; number < 20; ++number) {
            paths.append(folder.filePath(QStringLiteral("%1.jpg").arg(number)));
            QFile file(paths.last());
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write("photo") == 5);
        }
        Answered page(paths);
        auto *cancel = page.find<QPushButton>("cancelCopy");
        auto *sentence = page.find<QLabel>("copySentence");
        auto *clear = page.find<QPushButton>("clearAnswers");
        QVERIFY(!cancel->isVisible());
        page.desk->copyInto(folder.filePath(QStringLiteral("sorted")));
        QVERIFY(cancel->isVisible() && page.find<QLabel>("copying")->text().contains(QStringLiteral("20 photo")));
        clear->click(); // before the event loop can tell of the end
        QVERIFY(!page.desk->isVisible());
        QVERIFY(cancel->isVisible());
        page.desk->copies()->say(QStringLiteral("Something else was done."));
        QVERIFY(cancel->isVisible() && sentence->isVisible());
        QTRY_VERIFY(!cancel->isVisible());
        QVERIFY(sentence->isVisible());
        QVERIFY2(sentence->text().startsWith(QStringLiteral("Something else was done.\n20 photo(s) were copied")), qPrintable(sentence->text()));
        click(page.window, "closeCopy");
        QVERIFY(!sentence->isVisible());
    }

    void theEndOfCopyingIsASentence()
    {
        CopyReport report;
        report.target = QStringLiteral("/t");
        report.copied = 4;
        report.folders = 2;
        QVERIFY(!CopyPanel::sentence(report).contains(QStringLiteral("number")));
        report.numbered = 1;
        report.stopped = true;
        report.failed = {{QStringLiteral("/p/x.jpg"), QStringLiteral("It is gone.")}};
        const QString sentence = CopyPanel::sentence(report);
        for (const char *part : {"Stopped.", "4 photo", "folders: 2", "number", "1 photo(s) couldn't be copied", "x.jpg: It is gone."})
            QVERIFY2(sentence.contains(QLatin1String(part)), part);
    }
};

FLOWER_TEST(tst_CopyPanel)
#include "tst_CopyPanel.moc"
