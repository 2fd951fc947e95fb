// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/HintList.h"

#include "tests/support/TestMain.h"
#include "tests/ui/FakeRun.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/Workspace.h"
#include "ui/charts/PlotView.h"
#include "ui/pages/ResultsPage.h"
#include "ui/pages/TrainPage.h"
#include "ui/widgets/SettingsForm.h"

#include <QApplication>
#include <QComboBox>
#include <QDoubleSpinBox>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QVBoxLayout>

using namespace flower;
using namespace flower::testing;

/// Hints in plain words, alone and where pages show them.
class tst_HintList : public QObject
{
    Q_OBJECT

    static QList<TrainingHint> someHints(int count)
    {
        QList<TrainingHint> hints;
        for (int number = 0; number < count; ++number)
            hints.append({HintKind::OverFitting, QStringLiteral("Sentence %1.").arg(number), QStringLiteral("field%1").arg(number)});
        return hints;
    }
    static Dataset unevenDataset()
    {
        Dataset dataset = fakeDataset(6, 100);
        dataset.samples.removeIf([](const Sample &sample) {
            return sample.label == 1 && sample.subset == Subset::Train && !sample.path.endsWith(QStringLiteral("0.jpg"));
        });
        return dataset;
    }
    static QStringList texts(const QWidget &parent)
    {
        QStringList said;
        for (const QLabel *label : parent.findChildren<QLabel *>(QStringLiteral("hint"))) {
            if (label->isVisible())
                said.append(label->text());
        }
        return said;
    }
    static QList<PlotView *> chartsInSight(const QWidget &parent)
    {
        QList<PlotView *> charts = parent.findChildren<PlotView *>();
        charts.removeIf([](const PlotView *chart) { return !chart->isVisible(); });
        return charts;
    }
    static QWidget *named(const QWidget &parent, const QString &name)
    {
        for (QWidget *field : parent.findChildren<QWidget *>()) {
            if (field->accessibleName() == name && field->isVisible())
                return field;
        }
        return nullptr;
    }
    /// Whether all of `field` lies in the visible part of the scroll area around it.
    static bool isInView(const QWidget *field)
    {
        const QWidget *viewport = nullptr;
        for (const QWidget *parent = field->parentWidget(); parent && !viewport; parent = parent->parentWidget()) {
            if (const auto *area = qobject_cast<const QScrollArea *>(parent))
                viewport = area->viewport();
        }
        return viewport && viewport->rect().contains(QRect(field->mapTo(viewport, QPoint(0, 0)), field->size()));
    }

private Q_SLOTS:
    void aClickOnTheHintOrItsButtonLeadsToItsSetting()
    {
        HintList list;
        QSignalSpy wanted(&list, &HintList::settingWanted);
        list.resize(400, 200);
        list.setHints(someHints(2));
        QVERIFY(list.isVisible());
        QCOMPARE(texts(list), QStringList({QStringLiteral("Sentence 0."), QStringLiteral("Sentence 1.")}));
        QTest::mouseClick(list.findChildren<QLabel *>(QStringLiteral("hint")).at(1), Qt::LeftButton);
        QCOMPARE(wanted.takeFirst(), QVariantList{QStringLiteral("field1")});
        auto *button = list.findChild<QPushButton *>(QStringLiteral("showSetting"));
        QCOMPARE(button->accessibleDescription(), QStringLiteral("Sentence 0."));
        QTest::keyClick(button, Qt::Key_Space);
        QCOMPARE(wanted.takeFirst(), QVariantList{QStringLiteral("field0")});
    }

    void withoutHintsThereIsNoList()
    {
        HintList list;
        list.setHints(someHints(3));
        list.setHints({});
        QVERIFY(list.isHidden());
        QVERIFY(list.findChildren<QLabel *>(QStringLiteral("hint")).isEmpty());
    }

    void newNumbersKeepTheFocus()
    {
        HintList list;
        list.setHints(someHints(2));
        list.show();
        QVERIFY(QTest::qWaitForWindowActive(&list));
        auto *button = list.findChildren<QPushButton *>(QStringLiteral("showSetting")).at(1);
        button->setFocus();
        QList<TrainingHint> hints = someHints(2);
        hints[1].text = QStringLiteral("Other numbers.");
        list.setHints(hints);
        QVERIFY(button->hasFocus());
        QCOMPARE(texts(list).at(1), QStringLiteral("Other numbers."));
    }

    void itIsNoTallerThanAFewLines()
    {
        QWidget page;
        auto *column = new QVBoxLayout(&page);
        auto *list = new HintList;
        column->addWidget(list);
        column->addStretch();
        page.resize(400, 400);
        page.show();
        list->setHints(someHints(1));
        QTRY_VERIFY2(list->height() > 10 && list->height() < 50, qPrintable(QString::number(list->height())));
        list->setHints(someHints(30));
        QTRY_VERIFY2(list->height() > 50 && list->height() < 120, qPrintable(QString::number(list->height())));
    }

    void manyHintsLeaveTheChartsTheirRoom()
    {
        WindowFixture fixture;
        const QString folder = fixture.folder.filePath(QStringLiteral("runs/1"));
        QVERIFY(fixture.book->save(writeFakeRun(folder, 17, 340).record));
        MainWindow window(fixture.context);
        window.resize(1024, 700);
        window.show();
        for (const auto page : {MainWindow::Train, MainWindow::Results}) {
            window.showPage(page);
            QTRY_COMPARE(chartsInSight(window).size(), 2); // of a run that is read meanwhile
            auto *hints = window.findChild<QStackedWidget *>(QStringLiteral("pages"))->currentWidget()->findChild<HintList *>();
            hints->setHints(someHints(30));
            QTRY_VERIFY(hints->isVisible() && hints->height() >= 40);
            QTest::qWait(150); // the charts are painted ten times a second
            for (const PlotView *chart : chartsInSight(window))
                QVERIFY2(chart->plotRect().height() >= 70, qPrintable(QString::number(chart->plotRect().height())));
            QCOMPARE(window.size(), QSize(1024, 700));
        }
    }

    void unevenKindsLeadToTheirSettingOnTheTrainPage()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.resize(1024, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.showPage(MainWindow::Train);
        auto *page = window.findChild<TrainPage *>();
        window.workspace()->setDataset(fakeDataset(6, 100));
        QVERIFY(texts(*page).isEmpty());
        window.workspace()->setDataset(unevenDataset());
        QCOMPARE(texts(*page).size(), 1);
        QVERIFY2(texts(*page).first().contains(QStringLiteral("has 60")) && texts(*page).first().contains(QStringLiteral("daisy has 10")),
                 qPrintable(texts(*page).first()));
        QVERIFY(!named(*page, QStringLiteral("Rare kinds"))); // behind "More settings"
        click(*page, "showSetting");
        auto *rare = qobject_cast<QComboBox *>(named(*page, QStringLiteral("Rare kinds")));
        QVERIFY(rare && rare->hasFocus());
        QTRY_VERIFY(isInView(rare));
        rare->setCurrentIndex(1);
        Q_EMIT rare->activated(1);
        QVERIFY(texts(*page).isEmpty()); // something is done about it
    }

    void aFinishedRunHasItsHintsOnResults()
    {
        WindowFixture fixture;
        const QString folder = fixture.folder.filePath(QStringLiteral("runs/1"));
        RunDetails run = writeFakeRun(folder, 17, 340);
        for (EpochResult &epoch : run.epochs) {
            epoch.trainTop1 = 0.99;
            epoch.valTop1 = 0.6 + 0.001 * epoch.epoch;
        }
        QVERIFY(RunFolder(folder).writeEpochs(run.epochs));
        QVERIFY(fixture.book->save(run.record));
        MainWindow window(fixture.context);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        window.showPage(MainWindow::Results);
        auto *results = window.findChild<ResultsPage *>();
        QTRY_COMPARE(texts(*results).size(), 1);
        QVERIFY2(texts(*results).first().contains(QStringLiteral("99.0 %")), qPrintable(texts(*results).first()));
        click(*results, "showSetting");
        auto *page = window.findChild<TrainPage *>();
        QVERIFY(page->isVisible());
        auto *dropout = qobject_cast<QDoubleSpinBox *>(named(*page, QStringLiteral("Dropout")));
        QVERIFY(dropout && dropout->hasFocus());
        dropout->setValue(0.4);
        QCOMPARE(window.workspace()->config().fineTune.dropout, 0.4); // of phase 2
    }
};

FLOWER_TEST(tst_HintList)
#include "tst_HintList.moc"
