// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoList.h"
#include "engine/store/InterruptedRun.h"
#include "tests/support/TestMain.h"
#include "tests/ui/FakeRun.h"
#include "tests/ui/Screenshots.h"
#include "tests/ui/WindowFixture.h"
#include "ui/FindPhotosDialog.h"
#include "ui/MainWindow.h"
#include "ui/MovedPhotosBar.h"
#include "ui/RunContinuation.h"
#include "ui/Workspace.h"
#include "ui/pages/PhotosPage.h"
#include "ui/pages/ResultsPage.h"
#include "ui/pages/results/ReviewTab.h"
#include "ui/widgets/Banner.h"
#include "ui/wizard/TeachWizard.h"

#include <QAction>
#include <QCheckBox>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QRadioButton>
#include <QSignalSpy>
#include <QTableView>
#include <QTest>
#include <QWizardPage>

#include <optional>

using namespace flower;
using namespace flower::testing;

namespace {

bool put(const QString &path, const QByteArray &bytes)
{
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size();
}

/// Reads lists as FlowerDatasetReader does, as far as these tests need it.
class ListReader : public DatasetReader
{
public:
    explicit ListReader(QString placesFile) : m_placesFile(std::move(placesFile)) {}
    Result<Dataset> read(const DatasetRequest &request, RunControl &, const ProgressSink &) override
    {
        Dataset dataset = fakeDataset(2, 1);
        dataset.samples.clear();
        dataset.problems.clear();
        dataset.rootPath = request.path;
        dataset.kind = DatasetKind::Csv;
        const PhotoPlaces places = PhotoPlacesFile(m_placesFile).known();
        const Result<PhotoList> list = readPhotoList(request.path);
        for (const ListedPhoto &photo : list ? list->photos : QList<ListedPhoto>()) {
            const QString path = places.placeOf(photo.path);
            if (QFile::exists(path))
                dataset.samples.append({path, 0, Subset::Train});
            else
                dataset.problems.append({path, QStringLiteral("The file is not there.")});
        }
        if (dataset.samples.isEmpty())
            return Error{ErrorCode::InvalidArgument, QStringLiteral("There are no readable photos.")};
        return dataset;
    }

private:
    QString m_placesFile;
};

/// A window, a list of photos that lay in /old, and two of them in another folder.
struct ListWindow {
    explicit ListWindow(const QByteArray &photos)
    {
        fixture.context.datasets = &datasets;
        if (!put(list, "path,label\n" + photos) || !put(moved(QStringLiteral("1.jpg")), "first") || !put(moved(QStringLiteral("2.jpg")), "second"))
            qFatal("the list can't be written");
        window.emplace(fixture.context);
    }
    [[nodiscard]] QString moved(const QString &name = {}) const { return fixture.folder.filePath(QStringLiteral("new/") + name); }

    WindowFixture fixture;
    DatasetSession datasets{std::make_shared<ListReader>(fixture.context.placesFile)};
    QString list = fixture.folder.filePath(QStringLiteral("lists/meadow.csv"));
    std::optional<MainWindow> window;
};

/// The wizard's first page where it asks for a list.
void askForList(QWizard &wizard, const QString &list)
{
    wizard.currentPage()->findChild<QRadioButton *>(QStringLiteral("source3"))->click();
    wizard.currentPage()->findChild<QLineEdit *>(QStringLiteral("path"))->setText(list);
    wizard.next();
}

} // namespace

/// The dialog that finds moved photos, and the bars that open it.
class tst_FindPhotos : public QObject
{
    Q_OBJECT

    /// The bar of a page that says that photos are missing.
    static MovedPhotosBar *barOf(const QWidget &page) { return page.findChild<MovedPhotosBar *>(); }
    static FindPhotosDialog *dialogOf(const QWidget &window) { return window.findChild<FindPhotosDialog *>(); }
    /// Finds what a bar of the page misses in a folder, and takes it.
    static void find(const QWidget &page, const QString &folder)
    {
        click(page, "findMovedPhotos");
        FindPhotosDialog *dialog = dialogOf(*page.window());
        QVERIFY(dialog);
        QTRY_VERIFY(dialog->isVisible());
        dialog->search(folder);
        auto *use = dialog->findChild<QPushButton *>(QStringLiteral("findPhotosUse"));
        QTRY_VERIFY(use->isEnabled());
        QSignalSpy accepted(dialog, &QDialog::accepted);
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(accepted.size(), 1);
        QTRY_VERIFY(!dialogOf(*page.window()));
    }

private Q_SLOTS:
    void theDialogShowsWhatItTakes()
    {
        QTemporaryDir folder;
        const auto at = [&folder](const char *path) { return folder.filePath(QLatin1String(path)); };
        QVERIFY(put(at("new/daisy/1.jpg"), "first") && put(at("new/daisy/2.jpg"), "other!") && put(at("new/3.jpg"), "third")
                && put(at("new/tulip/4.jpg"), "fourth"));
        const auto contentOf = [](const QByteArray &bytes) {
            return PhotoContent{bytes.size(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)};
        };
        const MissingPhotos missing{QStringLiteral("<b>meadow</b>"),
                                    {{QStringLiteral("/old/daisy/1.jpg"), QStringLiteral("daisy/1.jpg"), contentOf("first")},
                                     {QStringLiteral("/old/daisy/2.jpg"), QStringLiteral("daisy/2.jpg"), contentOf("second")},
                                     {QStringLiteral("/old/tulip/3.jpg"), QStringLiteral("tulip/3.jpg"), {}},
                                     {QStringLiteral("/old/tulip/4.jpg"), QStringLiteral("tulip/4.jpg"), {}},
                                     {QStringLiteral("/old/tulip/5.jpg"), QStringLiteral("tulip/5.jpg"), {}}},
                                    1360};
        FindPhotosDialog dialog(missing, at("places.json"));
        dialog.show();
        const auto *folders = dialog.findChild<QTableView *>(QStringLiteral("missingFolders"));
        QCOMPARE(folders->model()->rowCount(), 2);
        QCOMPARE(folders->model()->index(0, 1).data().toString(), QStringLiteral("3"));
        auto *use = dialog.findChild<QPushButton *>(QStringLiteral("findPhotosUse"));
        QVERIFY(!use->isEnabled());

        // By keyboard: the field has the focus, Return searches.
        auto *field = dialog.findChild<QLineEdit *>(QStringLiteral("findPhotosFolder"));
        QVERIFY(field->hasFocus() || dialog.focusWidget() == field);
        field->setText(at("new"));
        QTest::keyClick(field, Qt::Key_Return);
        QTRY_VERIFY(use->isEnabled());
        for (const char *name : {"foundByContent", "foundByPlace", "foundByName", "foundChanged", "foundNothing"}) {
            const auto *number = dialog.findChild<QLabel *>(QLatin1String(name));
            QVERIFY2(number, name);
            QCOMPARE(number->text(), QStringLiteral("1"));
        }
        QVERIFY(dialog.findChild<QLabel *>(QStringLiteral("foundChanged"))->toolTip().contains(QStringLiteral("2.jpg")));
        auto *byName = dialog.findChild<QCheckBox *>(QStringLiteral("findPhotosByName"));
        QVERIFY(byName->isVisible() && !byName->isChecked());
        byName->click();
        QTest::mouseClick(use, Qt::LeftButton);
        QCOMPARE(dialog.result(), static_cast<int>(QDialog::Accepted));
        const PhotoPlaces places = PhotoPlacesFile(at("places.json")).known();
        QCOMPARE(places.placeOf(QStringLiteral("/old/daisy/1.jpg")), at("new/daisy/1.jpg"));
        QCOMPARE(places.placeOf(QStringLiteral("/old/daisy/2.jpg")), QStringLiteral("/old/daisy/2.jpg"));
        QCOMPARE(places.placeOf(QStringLiteral("/old/tulip/3.jpg")), at("new/3.jpg"));
    }

    void aFolderWithoutThemIsSaid()
    {
        QTemporaryDir folder;
        FindPhotosDialog dialog({QStringLiteral("meadow"), {{QStringLiteral("/old/1.jpg"), QStringLiteral("1.jpg"), {}}}, 1}, folder.filePath(QStringLiteral("p.json")));
        dialog.show();
        const auto *message = dialog.findChild<QLabel *>(QStringLiteral("findPhotosMessage"));
        dialog.search(folder.path());
        QTRY_VERIFY(message->text().startsWith(QStringLiteral("None of the photos")));
        dialog.search(folder.filePath(QStringLiteral("nowhere")));
        QTRY_VERIFY(message->text().contains(QStringLiteral("nowhere")));
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("findPhotosUse"))->isEnabled());
        dialog.search(folder.path());
        click(dialog, "findPhotosStop");
        QVERIFY(!dialog.findChild<QPushButton *>(QStringLiteral("findPhotosStop"))->isVisible());
    }

    void resultsShowMovedPhotosAgain()
    {
        WindowFixture fixture;
        const RunDetails run = writeFakeRun(fixture.folder.filePath(QStringLiteral("runs/a")), 6, 60, 1); // of /photos, which isn't there
        QVERIFY(fixture.book->save(run.record));
        for (const PhotoResult &photo : fakeAnswers(6, 60, 1) + fakeAnswers(6, 20, 1001))
            QVERIFY(put(fixture.folder.filePath(QStringLiteral("archive")) + photo.path, photo.path.toUtf8()));
        MainWindow window(fixture.context);
        auto *page = window.findChild<ResultsPage *>();
        // Photos are mostly still being looked for when the run is shown: the menu waits for it.
        connect(page, &ResultsPage::runShown, this, [page] { page->findMovedPhotos(); }, Qt::SingleShotConnection);
        window.show();
        window.showPage(MainWindow::Results);
        QTRY_VERIFY(dialogOf(window) && dialogOf(window)->isVisible());
        dialogOf(window)->reject();
        QTRY_VERIFY(!dialogOf(window));
        QTRY_COMPARE(barOf(*page)->missing().photos.size(), 80);
        find(*page, fixture.folder.filePath(QStringLiteral("archive")));
        QTRY_VERIFY(!barOf(*page)->isVisible()); // which stays while the photos are looked for
        const auto *review = window.findChild<QListView *>(QStringLiteral("reviewList"));
        QTRY_VERIFY(review->model()->index(0, 0).data(Qt::ToolTipRole).toString().startsWith(fixture.folder.filePath(QStringLiteral("archive/photos"))));
        MainWindow next(fixture.context); // it is kept
        QSignalSpy looked(barOf(*next.findChild<ResultsPage *>()), &MovedPhotosBar::looked);
        next.show();
        next.showPage(MainWindow::Results);
        QTRY_VERIFY(next.findChild<QListView *>(QStringLiteral("reviewList"))->model()->rowCount() > 0);
        QTRY_VERIFY(!looked.isEmpty());
        QVERIFY(barOf(*next.findChild<ResultsPage *>())->missing().photos.isEmpty());
    }

    void aRunThatGoesOnAsksForItsPhotos()
    {
        for (const bool finds : {true, false}) {
            WindowFixture fixture;
            const QString photos = fixture.folder.filePath(QStringLiteral("photos"));
            Dataset dataset = fakeDataset(2, 5);
            dataset.rootPath = photos;
            QList<PhotoContent> contents;
            for (Sample &sample : dataset.samples) {
                sample.path.replace(QStringLiteral("/photos/meadow"), photos);
                QVERIFY(put(sample.path, sample.path.toUtf8()));
                contents.append(readContent(sample.path));
            }
            RunDetails details;
            details.record.id = QStringLiteral("broken off");
            details.record.folder = fixture.folder.filePath(QStringLiteral("runs/a"));
            details.record.datasetName = QStringLiteral("meadow");
            details.record.startedAt = QDateTime::currentDateTimeUtc();
            details.record.state = RunState::Training;
            details.classNames = dataset.classNames;
            details.datasetPath = photos;
            QVERIFY(QDir().mkpath(details.record.folder));
            QVERIFY(RunFolder(details.record.folder).writeRun(details));
            QVERIFY(writeSplit(details.record.folder, dataset, contents));
            QVERIFY(fixture.book->save(details.record));
            QVERIFY(QDir().rename(photos, fixture.folder.filePath(QStringLiteral("archive"))));

            MainWindow window(fixture.context);
            window.show();
            click(window, "goOnWithRun");
            MovedPhotosBar *bar = barOf(*window.findChild<RunContinuation *>());
            QTRY_VERIFY(bar->isVisible());
            QCOMPARE(fixture.trainer->resumed, 0);
            if (finds)
                find(*bar, fixture.folder.filePath(QStringLiteral("archive")));
            else
                click(*bar, "goOnWithoutPhotos");
            QTRY_COMPARE(fixture.trainer->resumed, 1);
            QTRY_VERIFY(!fixture.training.isRunning());
            QVERIFY(!bar->isVisible());
            QCOMPARE(window.workspace()->dataset().rootPath, finds ? fixture.folder.filePath(QStringLiteral("archive")) : photos);
        }
    }

    void aListFindsItsPhotos()
    {
        ListWindow here("/old/1.jpg,a\n/old/2.jpg,a\n");
        MainWindow &window = *here.window;
        window.show();
        window.openDataset({false, here.list, 1});
        auto *page = window.findChild<PhotosPage *>();
        QTRY_VERIFY(barOf(*page)->isVisible()); // although no photo could be read
        QVERIFY(!window.workspace()->hasDataset());
        find(*page, here.moved());
        QTRY_VERIFY(window.workspace()->hasDataset());
        QCOMPARE(window.workspace()->dataset().samples.size(), 2);
        QTRY_VERIFY(!barOf(*page)->isVisible());
        QVERIFY(QFile::remove(here.moved(QStringLiteral("2.jpg"))));
        window.openDataset({false, here.list, 1});
        QTRY_VERIFY(barOf(*page)->isVisible());
        QCOMPARE(barOf(*page)->missing().photos.size(), 1);
    }

    void theWizardFindsThePhotosOfAListOrGoesOnWithoutThem()
    {
        const Look look(false, false);
        ListWindow here("/old/1.jpg,a\n/old/2.jpg,a\n/old/3.jpg,a\n");
        TeachWizard wizard(&here.fixture.context, here.window->workspace());
        wizard.show();
        QWizardPage *page = wizard.currentPage();
        askForList(wizard, here.list);
        QTRY_VERIFY(barOf(*page)->isVisible()); // although no photo could be read
        keepPicture(wizard, "39-moved-photos-wizard");
        find(*page, here.moved());
        QTRY_VERIFY(barOf(*page)->isVisible());
        QTRY_COMPARE(barOf(*page)->missing().photos.size(), 1); // the third is nowhere
        QCOMPARE(wizard.currentPage(), page);
        QVERIFY(page->findChild<Banner *>()->message().contains(QStringLiteral("the other 2 photo")));
        QCOMPARE(page->findChild<Banner *>()->tone(), Banner::Tone::Information);
        keepPicture(wizard, "40-moved-photos-wizard-some");
        wizard.next(); // without it
        QTRY_VERIFY(wizard.currentPage() != page);
        QVERIFY(put(here.moved(QStringLiteral("3.jpg")), "third"));
        wizard.back();
        find(*page, here.moved());
        QTRY_VERIFY(wizard.currentPage() != page); // all are there
        QVERIFY(!barOf(*page)->isVisible());

        QVERIFY(QFile::remove(here.moved(QStringLiteral("3.jpg"))));
        TeachWizard again(&here.fixture.context, here.window->workspace());
        again.show();
        page = again.currentPage();
        askForList(again, here.list);
        QTRY_VERIFY(barOf(*page)->isVisible());
        page->findChild<QRadioButton *>(QStringLiteral("source0"))->click(); // nothing is missing of these
        QVERIFY(!barOf(*page)->isVisible());
        QVERIFY(page->findChild<Banner *>()->message().isEmpty());
        QVERIFY(again.button(QWizard::NextButton)->isEnabled());
    }

    /// Whoever asks while the photos are being looked for sees that they are, and the dialog when it is known.
    void askingWaitsForTheLook()
    {
        WindowFixture fixture;
        const RunDetails run = writeFakeRun(fixture.folder.filePath(QStringLiteral("runs/a")), 6, 60, 1);
        QWidget page;
        MovedPhotosBar bar(fixture.context.placesFile, &page);
        QSignalSpy looked(&bar, &MovedPhotosBar::looked);
        QSignalSpy failed(&bar, &MovedPhotosBar::failed);
        QSignalSpy nothing(&bar, &MovedPhotosBar::nothingMissing);
        page.show();
        bar.lookAtRun(run.record.folder);
        QVERIFY(bar.isHidden());
        bar.find();
        QVERIFY(bar.isVisible() && !bar.findChild<QPushButton *>(QStringLiteral("findMovedPhotos"))->isVisible());
        QVERIFY(bar.findChild<QLabel *>(QStringLiteral("movedPhotosText"))->text().startsWith(QStringLiteral("Looking")));
        QTRY_VERIFY(dialogOf(page));
        QVERIFY(bar.findChild<QPushButton *>(QStringLiteral("findMovedPhotos"))->isVisible());
        dialogOf(page)->reject();
        QTRY_VERIFY(!dialogOf(page));

        bar.lookAtRun(run.record.folder); // once more: what is known stays meanwhile
        QVERIFY(bar.isVisible() && !bar.missing().photos.isEmpty());
        bar.find();
        bar.hide(); // as its cross does
        QTRY_COMPARE(looked.size(), 2);
        QVERIFY(!dialogOf(page));

        bar.lookAtRun(fixture.folder.filePath(QStringLiteral("runs/gone")));
        bar.find();
        QTRY_COMPARE(failed.size(), 1); // it isn't known whether any are missing
        bar.find();
        QCOMPARE(failed.size(), 2);
        QVERIFY(bar.isHidden() && nothing.isEmpty());
        bar.showMissing({});
        bar.find();
        QCOMPARE(nothing.size(), 1);
    }

    void theMenuSaysWhereNothingIsMissing()
    {
        WindowFixture fixture;
        MainWindow window(fixture.context);
        window.show();
        QAction *action = nullptr;
        for (QAction *menu : window.menuBar()->actions()) {
            for (QAction *candidate : menu->menu()->actions()) {
                if (candidate->text().remove(QLatin1Char('&')) == QStringLiteral("Find moved photos…"))
                    action = candidate;
            }
        }
        QVERIFY(action);
        action->trigger();
        QVERIFY(!dialogOf(window));
    }
};

FLOWER_TEST(tst_FindPhotos)
#include "tst_FindPhotos.moc"
