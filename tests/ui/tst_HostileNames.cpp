// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/RunFolder.h"
#include "tests/support/TestMain.h"
#include "tests/ui/FakeRun.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/PlainTip.h"
#include "ui/Workspace.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/pages/ResultsPage.h"

#include <QAbstractItemView>
#include <QLabel>
#include <QListView>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTextDocument>

using namespace flower;
using namespace flower::testing;

namespace {

/// What a stranger may call a kind of flower, or a folder.
QStringList hostileNames()
{
    return {QStringLiteral("<b>x</b>"), QStringLiteral("<img src=x onerror=alert(1)>"), QStringLiteral("=cmd|' /C calc'!A0"),
            QStringLiteral("<a href=\"https://example.org\">rose</a>"), QStringLiteral("& &lt;i&gt; &amp;"), QStringLiteral("<!doctype html>tulip")};
}

class HostileReader : public DatasetReader
{
public:
    Result<Dataset> read(const DatasetRequest &request, RunControl &, const ProgressSink &) override
    {
        Dataset dataset;
        dataset.name = hostileNames().at(1);
        dataset.rootPath = request.path;
        dataset.classNames = hostileNames();
        for (int label = 0; label < dataset.classCount(); ++label) {
            for (int number = 0; number < 10; ++number) {
                dataset.samples.append({QStringLiteral("/photos/<img src=%1>/<b>%2</b>.jpg").arg(label).arg(number), label,
                                        number < 6 ? Subset::Train : number < 8 ? Subset::Validation : Subset::Test});
            }
        }
        dataset.problems = {{QStringLiteral("/photos/<b>bad</b>.jpg"), QStringLiteral("The file is not a <i>photo</i>.")}};
        return dataset;
    }
};

/// Whether Qt would show the text as markup in which a tag of ours has become one.
bool isMarkup(const QString &text)
{
    if (!Qt::mightBeRichText(text))
        return false;
    QTextDocument document;
    document.setHtml(text);
    const QString shown = document.toPlainText(); // without the tags that were taken for some
    for (const char *tag : {"<b>", "<img", "<a href", "<!doctype", "<i>"}) {
        if (text.count(QLatin1String(tag)) > shown.count(QLatin1String(tag)) && text.contains(QLatin1String(tag)))
            return true;
    }
    return false;
}

void checkModel(const QAbstractItemModel &model, const char *owner)
{
    for (int row = 0; row < std::min(model.rowCount(), 60); ++row) {
        for (int column = 0; column < model.columnCount(); ++column) {
            const QString tip = model.index(row, column).data(Qt::ToolTipRole).toString();
            QVERIFY2(!isMarkup(tip), qPrintable(QString::fromLatin1(owner) + QStringLiteral(": ") + tip));
        }
    }
}

/// Every label, tool tip and table below `root`; how many of the names were seen.
int checkTexts(const QWidget &root)
{
    int seen = 0;
    const auto note = [&seen](const QString &text) {
        const QStringList names = hostileNames();
        seen += static_cast<int>(std::count_if(names.begin(), names.end(), [&](const QString &name) { return text.contains(name); }));
    };
    for (const QWidget *widget : root.findChildren<QWidget *>()) {
        if (isMarkup(widget->toolTip()))
            qWarning("the tool tip of %s: %s", widget->metaObject()->className(), qPrintable(widget->toolTip()));
        else
            note(widget->toolTip());
        if (isMarkup(widget->toolTip()))
            return -1;
        if (const auto *label = qobject_cast<const QLabel *>(widget)) {
            if (label->textFormat() != Qt::PlainText && isMarkup(label->text())) {
                qWarning("a label: %s", qPrintable(label->text()));
                return -1;
            }
            note(label->text());
        }
        if (const auto *view = qobject_cast<const QAbstractItemView *>(widget); view && view->model()) {
            checkModel(*view->model(), qPrintable(widget->objectName()));
            for (int row = 0; row < std::min(view->model()->rowCount(), 60); ++row)
                note(view->model()->index(row, 0).data().toString());
        }
    }
    return seen;
}

} // namespace

/// Names of classes and files are text, never markup, wherever they are shown.
class tst_HostileNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aTipShowsWhatItIsGiven()
    {
        for (const QString &name : hostileNames()) {
            const QString tip = plainTip(name);
            QVERIFY2(!isMarkup(tip), qPrintable(tip));
            QTextDocument document;
            document.setHtml(tip);
            QCOMPARE(Qt::mightBeRichText(tip) ? document.toPlainText() : tip, name);
        }
        QVERIFY(isMarkup(hostileNames().at(0)) && isMarkup(hostileNames().at(1))); // without it they would be
        QCOMPARE(plainTip(QStringLiteral("salt & pepper.jpg")), QStringLiteral("salt & pepper.jpg"));
    }

    void aDataSetAndItsAnswers()
    {
        WindowFixture fixture;
        DatasetSession datasets{std::make_shared<HostileReader>()};
        fixture.context.datasets = &datasets;
        auto classifier = std::make_shared<FakeClassifier>();
        classifier->classNames = hostileNames();
        ClassifySession classify{classifier};
        fixture.context.classify = &classify;
        MainWindow window(fixture.context);
        window.show();
        window.openDataset({false, QStringLiteral("/photos/<b>meadow</b>"), 1});
        QTRY_VERIFY(window.workspace()->hasDataset());
        QVERIFY(checkTexts(window) > 6);

        window.showPage(MainWindow::Classify);
        classify.openModel(QStringLiteral("/models/<b>model</b>.safetensors"));
        QTRY_VERIFY(!classify.model().path.isEmpty());
        drop(window.findChild<ClassifyPage *>(), {QStringLiteral("/<b>a</b>.jpg"), QStringLiteral("/<img src=bad>.jpg"), QStringLiteral("/unsure<b>.jpg")});
        QTRY_COMPARE(classify.pending(), 0);
        const QListView *answers = window.findChild<QListView *>(QStringLiteral("answers"));
        QVERIFY(answers);
        QTRY_COMPARE(answers->model()->rowCount(), 3);
        QVERIFY(checkTexts(window) > 6);
    }

    void aRunAndItsResults()
    {
        WindowFixture fixture;
        RunDetails run = writeFakeRun(fixture.folder.filePath(QStringLiteral("runs/a")), 6, 120, 1);
        // The same run, with kinds of other names.
        run.classNames = hostileNames();
        run.record.datasetName = hostileNames().at(1);
        RunFolder folder(run.record.folder);
        for (const Subset subset : {Subset::Validation, Subset::Test}) {
            const auto results = folder.readPredictions(subset, flowerNames(6), run.datasetPath);
            QVERIFY2(results, results ? "" : qPrintable(results.error().message));
            Evaluation evaluation = summarize(subset, *results, 6);
            QVERIFY(folder.writePredictions(evaluation, run.classNames, run.datasetPath));
            const auto again = folder.readPredictions(subset, run.classNames, run.datasetPath);
            QVERIFY(again);
            QCOMPARE(again->size(), results->size());
        }
        QVERIFY(folder.writeRun(run));
        QVERIFY(fixture.book->save(run.record));
        ResultsPage page(&fixture.context);
        QSignalSpy shown(&page, &ResultsPage::runShown);
        page.show();
        QTRY_VERIFY(!shown.isEmpty());
        auto *tabs = page.findChild<QTabWidget *>();
        QVERIFY(tabs);
        int seen = 0;
        for (int tab = 0; tab < tabs->count(); ++tab) {
            tabs->setCurrentIndex(tab);
            QCoreApplication::processEvents();
            const int here = checkTexts(page);
            QVERIFY(here >= 0);
            seen += here;
        }
        QVERIFY(seen > 6);
    }
};

FLOWER_TEST(tst_HostileNames)
#include "tst_HostileNames.moc"
