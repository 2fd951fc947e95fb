// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/EvaluatePanel.h"

#include "engine/store/RunFolder.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"

#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QProgressBar>
#include <QTest>

using namespace flower;
using namespace flower::testing;

class tst_EvaluatePanel : public QObject
{
    Q_OBJECT

    static QString text(const QWidget &parent, const char *name)
    {
        return parent.findChild<QLabel *>(QLatin1String(name))->text();
    }
    static bool shows(const QWidget &parent, const char *name)
    {
        return parent.findChild<QWidget *>(QLatin1String(name))->isVisible();
    }
    static RunDetails runWith(const QString &model)
    {
        RunDetails run;
        run.modelPath = model;
        run.record.datasetName = QStringLiteral("meadow");
        return run;
    }

private Q_SLOTS:
    void measuresAndNamesWhatFoundNoPartner()
    {
        WindowFixture fixture;
        EvaluatePanel panel(&fixture.context);
        QVERIFY(panel.isHidden());
        panel.setRun(runWith(QStringLiteral("/m.safetensors")));
        panel.open();
        QVERIFY(!panel.findChild<QAbstractButton *>(QStringLiteral("evaluate"))->isEnabled());
        panel.findChild<QLineEdit *>(QStringLiteral("evaluatePath"))->setText(QStringLiteral("/garden"));
        click(panel, "evaluate");
        QTRY_VERIFY(shows(panel, "evaluateBasis"));
        QVERIFY(text(panel, "evaluateBasis").contains(QStringLiteral("all 60 photos of “meadow”")));
        QVERIFY(text(panel, "evaluateBasis").contains(QStringLiteral("Photos left out: 61."))); // of three kinds, and a broken one
        QVERIFY(text(panel, "evaluateUnmatched").contains(QStringLiteral("Löwenzahn, pansy, tulip")));
        QVERIFY(text(panel, "evaluateUnmatched").contains(QStringLiteral("orchid")));
        QStringList numbers;
        for (const QLabel *label : panel.findChildren<QLabel *>())
            numbers.append(label->text());
        QVERIFY(numbers.contains(QStringLiteral("90.0 %")));
        const Interval wilson = wilsonInterval(54, 60);
        QVERIFY(numbers.join(QLatin1Char('\n')).contains(QString::number(wilson.low * 100, 'f', 1)));

        panel.saveCard(fixture.folder.filePath(QStringLiteral("card")));
        QVERIFY(text(panel, "evaluateMessage").contains(QStringLiteral("model-card.html")));
        QFile page(fixture.folder.filePath(QStringLiteral("card/model-card.html")));
        QVERIFY(page.open(QIODevice::ReadOnly));
        QVERIFY(page.readAll().contains("iris &lt;b&gt;"));
    }

    void thePhotosOfTheTrainingAreNotMeasuredAsAWhole()
    {
        WindowFixture fixture;
        EvaluatePanel panel(&fixture.context);
        RunDetails run = runWith(QStringLiteral("/m.safetensors"));
        Dataset trained = fakeDataset(6, 20);
        trained.rootPath = QStringLiteral("/garden");
        run.record.splitHash = trained.splitHash();
        panel.setRun(run);
        panel.open();
        panel.evaluate(QStringLiteral("/garden"));
        QTRY_VERIFY(shows(panel, "evaluateBasis"));
        QVERIFY(text(panel, "evaluateBasis").contains(QStringLiteral("only its 12 test photos")));
    }

    void errorsAndCancellingAreSaidInThePanel()
    {
        WindowFixture fixture;
        EvaluatePanel panel(&fixture.context);
        panel.setRun(runWith(QStringLiteral("/m.safetensors")));
        panel.open();
        drop(&panel, {QStringLiteral("/wrong")});
        QTRY_COMPARE(text(panel, "evaluateMessage"), QStringLiteral("There is no kind in this folder."));
        QVERIFY(!shows(panel, "evaluateProgress"));
        fixture.evaluator->waitsInTheMiddle = true;
        drop(&panel, {QStringLiteral("/garden")});
        QTRY_COMPARE(panel.findChild<QProgressBar *>(QStringLiteral("evaluateProgress"))->value(), 500);
        click(panel, "cancelEvaluate");
        QTRY_VERIFY(!fixture.evaluate.isRunning());
        QTRY_VERIFY(text(panel, "evaluateMessage").startsWith(QStringLiteral("Stopped.")));
        QCOMPARE(panel.focusWidget(), panel.findChild<QLineEdit *>(QStringLiteral("evaluatePath")));
        QVERIFY(!shows(panel, "saveCard"));
    }

    void anotherModelTakesTheNumbersAway()
    {
        WindowFixture fixture;
        EvaluatePanel panel(&fixture.context);
        panel.setRun(runWith(QStringLiteral("/m.safetensors")));
        panel.open();
        panel.evaluate(QStringLiteral("/garden"));
        QTRY_VERIFY(shows(panel, "saveCard"));
        panel.setRun(runWith(QStringLiteral("/m.safetensors")));
        QVERIFY(shows(panel, "saveCard"));
        panel.setRun(runWith(QStringLiteral("/other.safetensors")));
        QVERIFY(!shows(panel, "saveCard"));
        panel.setRun(runWith(QString()));
        QVERIFY(!panel.findChild<QLineEdit *>(QStringLiteral("evaluatePath"))->isEnabled());
    }
};

FLOWER_TEST(tst_EvaluatePanel)
#include "tst_EvaluatePanel.moc"
