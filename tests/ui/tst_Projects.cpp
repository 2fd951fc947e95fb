// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/ProjectSession.h"
#include "tests/engine/project/ProjectFixture.h"
#include "tests/support/TestMain.h"
#include "tests/ui/Screenshots.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainMenu.h"
#include "ui/MainWindow.h"
#include "ui/MovedPhotosBar.h"
#include "ui/PhotoReview.h"
#include "ui/Workspace.h"
#include "ui/models/RunChoiceModel.h"
#include "ui/pages/ResultsPage.h"
#include "ui/project/HandOnDialog.h"
#include "ui/project/OpenProjectDialog.h"
#include "ui/project/PathRow.h"
#include "ui/project/ProjectBar.h"

#include <QAbstractItemModelTester>
#include <QCheckBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTableView>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <thread>

using namespace flower;
using namespace flower::testing;

namespace {

/// Packs as ProjectZip does, but not while `held`.
class HeldProjectZip : public ProjectZip
{
public:
    std::atomic<bool> held{false};

    Result<PackReport> pack(const ProjectContent &content, const QString &file, RunControl &control, const ProgressSink &progress) const override
    {
        while (held && !control.isStopRequested())
            std::this_thread::sleep_for(std::chrono::milliseconds(1));
        return ProjectZip::pack(content, file, control, progress);
    }
};

/// A window with the photos, the marks and the runs of a project.
struct ProjectWindow {
    ProjectWindow()
    {
        fixture.context.projects = &session;
        fixture.context.runsFolder = project.path(QStringLiteral("bert-runs"));
        QSettings().setValue(QStringLiteral("projectsPlace"), project.folder.path());
        for (const auto &[name, state] : {std::pair{QStringLiteral("first"), RunState::Completed}, std::pair{QStringLiteral("stopped"), RunState::Stopped}}) {
            const Result<RunDetails> run = RunFolder(project.addRun(name, state)).read();
            if (!run || !fixture.book->save(run->record))
                qFatal("the run can't be saved");
        }
        RunRecord other = RunFolder(project.path(QStringLiteral("home/anna/runs/first"))).read()->record;
        other.id = QStringLiteral("other");
        other.folder = project.path(QStringLiteral("gone"));
        other.splitHash = QStringLiteral("another");
        if (!fixture.book->save(other))
            qFatal("the run can't be saved");
        window = std::make_unique<MainWindow>(fixture.context);
        window->workspace()->setDataset(project.dataset);
        window->workspace()->review()->takeOver(project.dataset.rootPath, project.marks);
        window->show();
    }
    template<typename T> T *find(const char *name) const { return window->findChild<T *>(QLatin1String(name)); }
    [[nodiscard]] ProjectBar *bar() const { return window->findChild<ProjectBar *>(); }
    [[nodiscard]] QString sentence() const { return find<QLabel>("projectSentence")->text(); }
    /// Answers the dialog of that type when it is there.
    template<typename Dialog, typename Answer> void whenAsked(Answer answer)
    {
        QTimer *timer = new QTimer(window.get());
        QObject::connect(timer, &QTimer::timeout, window.get(), [this, timer, answer] {
            if (auto *dialog = window->findChild<Dialog *>(); dialog && dialog->isVisible()) {
                if (answer(dialog))
                    timer->deleteLater();
            }
        });
        timer->start(10);
    }

    WindowFixture fixture;
    ProjectFixture project;
    std::shared_ptr<HeldProjectZip> zip = std::make_shared<HeldProjectZip>();
    ProjectSession session{zip};
    std::unique_ptr<MainWindow> window;
};

} // namespace

class tst_Projects : public QObject
{
    Q_OBJECT

    static void keep(QWidget &widget, const char *name, bool waits = true)
    {
        keepPicture(widget, name, waits);
        for (const QLabel *label : widget.findChildren<QLabel *>()) {
            if (label->isVisible() && label->wordWrap())
                QVERIFY2(label->height() >= label->heightForWidth(label->width()), qPrintable(label->text()));
        }
    }

private Q_SLOTS:
    void aProjectGoesThroughTheWindow()
    {
        ProjectWindow here;
        const QString zip = here.project.path(QStringLiteral("meadow.zip"));
        bool asked = false;
        here.whenAsked<HandOnDialog>([&](HandOnDialog *dialog) {
            auto *runs = dialog->findChild<RunChoiceModel *>();
            if (runs->rowCount() == 0 || !dialog->findChild<QLabel *>(QStringLiteral("size"))->text().contains(QLatin1String("kB")))
                return false;
            asked = true;
            if (runs->rowCount() != 2) // the one of other photos isn't offered
                qWarning("%d runs", runs->rowCount());
            if (dialog->content().runFolders != QStringList{here.project.path(QStringLiteral("home/anna/runs/first"))}) // only what is completed
                qWarning("not the completed one");
            dialog->findChild<QLineEdit *>(QStringLiteral("path"))->setText(zip); // settings are shared with tests that run beside this one
            dialog->findChild<QPushButton *>(QStringLiteral("save"))->click();
            return true;
        });
        here.bar()->handOn();
        QVERIFY(asked);
        QTRY_VERIFY_WITH_TIMEOUT(here.sentence().contains(QStringLiteral("meadow.zip is ready")), 20'000);
        QVERIFY2(here.sentence().contains(QStringLiteral("24")), qPrintable(here.sentence()));
        QVERIFY(here.find<QPushButton>("showProject")->isVisible());
        QVERIFY(QFile::exists(zip));

        const QString folder = here.project.path(QStringLiteral("meadow"));
        here.whenAsked<OpenProjectDialog>([folder](OpenProjectDialog *dialog) {
            dialog->findChild<QLineEdit *>(QStringLiteral("path"))->setText(folder);
            dialog->findChild<QPushButton *>(QStringLiteral("open"))->click();
            return true;
        });
        drop(here.find<QStackedWidget>("pages")->widget(MainWindow::Photos), {zip}); // the page leaves it to the window
        QTRY_VERIFY_WITH_TIMEOUT(here.sentence().contains(QStringLiteral("“meadow” is here")), 20'000);
        const QString list = folder + QStringLiteral("/photos/photos.csv");
        QTRY_COMPARE(here.window->workspace()->datasetAsRead().rootPath, list);
        QCOMPARE(here.window->workspace()->review()->marks(list), here.project.marks);
        QCOMPARE(here.fixture.book->runs()->size(), 4);
        int beside = 0;
        const QList<RunRecord> known = *here.fixture.book->runs();
        for (const RunRecord &run : known)
            beside += run.folder == here.project.path(QStringLiteral("bert-runs/first")) ? 1 : 0;
        QCOMPARE(beside, 1); // with an id of its own, since this computer had the run already
        QCOMPARE(here.find<QStackedWidget>("pages")->currentIndex(), static_cast<int>(MainWindow::Photos));
    }

    void withoutPhotosResultsAreShown()
    {
        ProjectWindow here;
        here.project.runs = {here.project.path(QStringLiteral("home/anna/runs/first"))};
        QVERIFY(here.project.pack(false).isOk());
        here.whenAsked<OpenProjectDialog>([&here](OpenProjectDialog *dialog) {
            dialog->findChild<QLineEdit *>(QStringLiteral("path"))->setText(here.project.path(QStringLiteral("meadow of Anna")));
            dialog->findChild<QPushButton *>(QStringLiteral("open"))->click();
            return true;
        });
        here.window->openProject(here.project.zip());
        QTRY_VERIFY_WITH_TIMEOUT(here.sentence().contains(QStringLiteral("is here")), 20'000);
        QVERIFY(here.sentence().contains(QStringLiteral("weren't in the ZIP")));
        QCOMPARE(here.find<QStackedWidget>("pages")->currentIndex(), static_cast<int>(MainWindow::Results));
        QCOMPARE(here.window->workspace()->datasetAsRead().rootPath, here.project.dataset.rootPath); // those stay open
        QVERIFY(QFile::exists(here.project.path(QStringLiteral("meadow of Anna/photos/photos.csv"))));
        auto *results = here.window->findChild<ResultsPage *>();
        QTRY_VERIFY(results->findChild<MovedPhotosBar *>()->isVisible()); // which offers to find them
    }

    void whatIsNoProjectIsASentence()
    {
        ProjectWindow here;
        put(here.project.path(QStringLiteral("other.zip")), "no zip");
        here.window->openProject(here.project.path(QStringLiteral("other.zip")));
        QTRY_VERIFY(here.sentence().contains(QStringLiteral("other.zip was not opened")));
        QVERIFY(here.bar()->isVisible());
        QVERIFY(!here.find<QPushButton>("showProject")->isVisible());
        click(*here.window, "closeProject");
        QVERIFY(!here.bar()->isVisible());
    }

    void theDialogSaysWhatIsInTheWay()
    {
        ProjectWindow here;
        HandOnDialog dialog(&here.fixture.context, here.window->workspace(), here.window.get());
        QSignalSpy ready(&dialog, &HandOnDialog::ready);
        dialog.show();
        auto *runs = dialog.findChild<RunChoiceModel *>();
        const QAbstractItemModelTester tester(runs);
        QTRY_COMPARE(ready.size(), 1);
        auto *path = dialog.findChild<QLineEdit *>(QStringLiteral("path"));
        auto *sentence = dialog.findChild<QLabel *>(QStringLiteral("pathSentence"));
        auto *save = dialog.findChild<QPushButton *>(QStringLiteral("save"));
        QVERIFY(save->isEnabled() && sentence->isHidden());
        put(here.project.path(QStringLiteral("there.zip")), "mine");
        path->setText(here.project.path(QStringLiteral("there"))); // the ending comes by itself
        QCOMPARE(dialog.file(), here.project.path(QStringLiteral("there.zip")));
        QVERIFY(sentence->isVisible() && save->isEnabled());
        path->setText(here.project.folder.path());
        QVERIFY(!save->isEnabled());
        path->setText(QString());
        QVERIFY(!save->isEnabled());

        const auto size = [&] { return dialog.findChild<QLabel *>(QStringLiteral("size"))->text(); };
        const QString whole = size();
        auto *photos = dialog.findChild<QCheckBox *>(QStringLiteral("withPhotos"));
        photos->click();
        QVERIFY(size() != whole);
        QVERIFY(!dialog.content().withPhotos);
        const QString listed = size();
        auto *table = dialog.findChild<QTableView *>(QStringLiteral("runChoices"));
        QVERIFY(table->isVisible());
        table->setFocus();
        QTest::keyClick(table, Qt::Key_Space); // the first one is the current one
        QVERIFY(size() != listed);
        QCOMPARE(dialog.content().marks, here.project.marks);
    }

    /// A window with a project that is being packed, and the ZIP that is to be.
    static QString beginPacking(ProjectWindow &here)
    {
        here.zip->held = true;
        HandOnDialog dialog(&here.fixture.context, here.window->workspace(), here.window.get());
        const QString file = here.project.path(QStringLiteral("held.zip"));
        here.bar()->pack(dialog.content(), file);
        return file;
    }

    void closingWhileAProjectIsPackedAsks()
    {
        ProjectWindow here;
        const QString file = beginPacking(here);
        int asked = 0;
        bool stops = false;
        here.whenAsked<QMessageBox>([&](QMessageBox *box) {
            ++asked;
            for (QAbstractButton *button : box->buttons()) {
                if ((box->buttonRole(button) == QMessageBox::AcceptRole) == stops)
                    button->click();
            }
            return stops;
        });
        QVERIFY(!here.window->close());
        QCOMPARE(asked, 1);
        QVERIFY(here.session.isRunning());
        stops = true;
        QVERIFY(here.window->close());
        QCOMPARE(asked, 2);
        here.window.reset();
        QVERIFY(!QFile::exists(file));
    }

    void oneProjectAtATime()
    {
        ProjectWindow here;
        const QString file = beginPacking(here);
        here.window->openProject(here.project.path(QStringLiteral("other.zip")));
        QVERIFY(here.sentence().startsWith(QStringLiteral("One project at a time")));
        QVERIFY(here.session.isRunning());
        QVERIFY(here.find<QPushButton>("cancelProject")->isVisible());
        here.zip->held = false;
        QTRY_VERIFY(QFile::exists(file));
        QTRY_VERIFY(here.sentence().startsWith(QStringLiteral("held.zip is ready")));
    }

    void nothingIsCutOff_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::addColumn<bool>("german");
        QTest::newRow("light") << false << false;
        QTest::newRow("dark") << true << false;
        QTest::newRow("german") << false << true;
    }
    /// Both dialogs and the line above the pages, in a window of 1024 by 700; with FLOWER_SCREENSHOTS=FOLDER the pictures are kept.
    void nothingIsCutOff()
    {
        QFETCH(bool, dark);
        QFETCH(bool, german);
        const Look look(dark, german);
        ProjectWindow here;
        here.window->resize(1024, 700);
        HandOnDialog dialog(&here.fixture.context, here.window->workspace(), here.window.get());
        QSignalSpy ready(&dialog, &HandOnDialog::ready);
        dialog.show();
        QTRY_COMPARE(ready.size(), 1);
        QVERIFY(dialog.height() <= 700 && dialog.width() <= 1024);
        keep(dialog, "20-hand-on");
        ProjectSummary summary{QStringLiteral("Frühlingswiese"), QDateTime(QDate(2026, 5, 1), QTime(12, 0), Qt::UTC), 17, 1360, 1350, 3, 61'200'000,
                               {{QStringLiteral("one"), QDateTime(), 0.95, 0.932}, {QStringLiteral("two"), QDateTime(), 0.9, 0.911}}};
        OpenProjectDialog open(QStringLiteral("/home/anna/Frühlingswiese.zip"), summary, here.window.get());
        open.show();
        keep(open, "21-open-project");
        open.hide();
        dialog.hide();
        QSignalSpy progressed(&here.session, &ProjectSession::progressed);
        here.bar()->pack(dialog.content(), here.project.path(QStringLiteral("Frühlingswiese.zip")));
        keep(*here.window, "22-packing", false);
        QTRY_VERIFY(here.sentence().contains(QStringLiteral("24")));
        keep(*here.window, "23-packed");
    }

    void aFolderThatIsThereIsNotWrittenOver()
    {
        ProjectWindow here;
        ProjectSummary summary;
        summary.name = QStringLiteral("a/b: <b>meadow</b>");
        OpenProjectDialog dialog(QStringLiteral("/x.zip"), summary);
        QVERIFY(!QFileInfo(dialog.folder()).fileName().contains(QRegularExpression(QStringLiteral("[/:<>]"))));
        auto *open = dialog.findChild<QPushButton *>(QStringLiteral("open"));
        QVERIFY(open->isEnabled());
        dialog.findChild<QLineEdit *>(QStringLiteral("path"))->setText(here.project.folder.path());
        QVERIFY(!open->isEnabled());
        put(here.project.path(QStringLiteral("meadow/x")), "x");
        QCOMPARE(freePath(here.project.folder.path(), QStringLiteral("meadow")), here.project.path(QStringLiteral("meadow (2)")));
    }
};

FLOWER_TEST(tst_Projects)
#include "tst_Projects.moc"
