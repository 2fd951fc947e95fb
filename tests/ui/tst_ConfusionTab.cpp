// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/ConfusionTab.h"

#include "tests/support/TestMain.h"
#include "tests/ui/RunsFixture.h"
#include "ui/charts/ConfusionMap.h"
#include "ui/widgets/AnswerBars.h"

#include <QComboBox>
#include <QDesktopServices>
#include <QFile>
#include <QLabel>
#include <QTabWidget>
#include <QTableView>

using namespace flower;
using namespace flower::testing;

/// The Mistakes tab of a Results page.
class tst_ConfusionTab : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aCellOpensBothStacks()
    {
        RunsFixture page;
        page.add(17, 510);
        page.open();
        page.find<QTabWidget>("resultTabs")->setCurrentIndex(1);
        auto *pairs = page.find<QTableView>("confusedPairs");
        QVERIFY(pairs->model()->rowCount() > 0);
        QVERIFY(pairs->selectionModel()->isRowSelected(0)); // the worst pair is open at once
        auto *left = page.find<QListView>("leftStack");
        auto *right = page.find<QListView>("rightStack");
        auto *map = page.find<ConfusionMap>("confusionMap");
        const ConfusionCell worst = map->current();
        QVERIFY(left->model()->rowCount() > 0);
        double before = 1e9;
        for (int row = 0; row < left->model()->rowCount(); ++row) {
            const PhotoResult &photo = photoOf(left, row);
            QCOMPARE((ConfusionCell{photo.label, photo.topClasses.first()}), worst);
            QVERIFY(photo.loss <= before);
            before = photo.loss;
        }
        for (int row = 0; row < right->model()->rowCount(); ++row)
            QCOMPARE((ConfusionCell{photoOf(right, row).topClasses.first(), photoOf(right, row).label}), worst);

        QTest::mouseClick(map, Qt::LeftButton, {}, map->rectOf({worst.answer, worst.label}).center().toPoint());
        QCOMPARE(map->current(), (ConfusionCell{worst.answer, worst.label}));
        QVERIFY(pairs->selectionModel()->isRowSelected(0)); // the same pair, the other way round
        QTest::mouseClick(map, Qt::LeftButton, {}, map->rectOf({4, 4}).center().toPoint());
        QVERIFY(!pairs->selectionModel()->hasSelection());
        QVERIFY(left->isVisible());
        QVERIFY(!right->isVisible());
        for (int row = 0; row < left->model()->rowCount(); ++row)
            QVERIFY(photoOf(left, row).isRight() && photoOf(left, row).label == 4);

        QTest::mouseClick(pairs->viewport(), Qt::LeftButton, {}, pairs->visualRect(pairs->model()->index(1, 0)).center());
        QVERIFY(right->isVisible());
        QVERIFY(map->current() != (ConfusionCell{4, 4}));
    }

    void theBarsAndTheSignalFollowThePhoto()
    {
        RunsFixture page;
        const RunDetails run = page.add(17, 510);
        page.open();
        page.find<QTabWidget>("resultTabs")->setCurrentIndex(1);
        auto *left = page.find<QListView>("leftStack");
        const auto *bars = page.find<AnswerBars>("answerBars");
        const QString first = bars->accessibleDescription();
        QVERIFY(first.contains(QStringLiteral(" %")));
        const PhotoResult mistake = photoOf(left, 0);
        for (int rank = 0; rank < 5; ++rank) {
            const auto *bar = bars->findChild<QAbstractButton *>(QStringLiteral("class%1").arg(rank));
            QVERIFY(bar->isVisible() && !bar->isCheckable());
            QVERIFY(bar->text().endsWith(run.classNames.at(mistake.topClasses.at(rank))));
            QCOMPARE(bar->text().startsWith(QStringLiteral("✓")), mistake.topClasses.at(rank) == mistake.label);
        }
        QVERIFY(left->model()->rowCount() > 1);
        left->setFocus();
        QTest::keyClick(left, Qt::Key_Right);
        QVERIFY(bars->accessibleDescription() != first);
        QDesktopServices::setUrlHandler(QStringLiteral("file"), this, "openedUrl"); // in the place of a viewer
        QSignalSpy activated(page.page.get(), &ResultsPage::photoActivated);
        QTest::keyClick(left, Qt::Key_Return);
        QDesktopServices::unsetUrlHandler(QStringLiteral("file"));
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated.first().first().value<PhotoResult>(), photoOf(left, 1));
        QCOMPARE(m_opened, QUrl::fromLocalFile(photoOf(left, 1).path));
    }

    void aMistakeIsAskedWhy()
    {
        RunsFixture page;
        const RunDetails run = page.add(6, 240);
        page.fixture.runClassifier->classNames = run.classNames;
        page.open();
        page.find<QTabWidget>("resultTabs")->setCurrentIndex(1);
        QList<Explanation> explained;
        connect(&page.fixture.runExplanations, &ClassifySession::explained, this,
                [&](const Explanation &explanation) { explained.append(explanation); });
        click(*page.page, "openWhy");
        QVERIFY(!page.find<ConfusionMap>("confusionMap")->isVisible());
        QVERIFY(!page.find<AnswerBars>("answerBars")->isVisible());
        auto *left = page.find<QListView>("leftStack");
        auto *right = page.find<QListView>("rightStack");
        QTRY_COMPARE(explained.size(), 1);
        QCOMPARE(page.fixture.runExplanations.model().path, run.modelPath);
        QVERIFY(page.fixture.classify.model().path.isEmpty()); // the Classify page keeps its own
        const PhotoResult mistake = photoOf(left, 0);
        QCOMPARE(explained.first().path, mistake.path);
        QCOMPARE(explained.first().explained.index, mistake.topClasses.first());
        QCOMPARE(page.find<QLabel>("whyTitle")->text(),
                 QStringLiteral("True %1, answered %2").arg(run.classNames.at(mistake.label), run.classNames.at(mistake.topClasses.first())));
        QVERIFY(right->model()->rowCount() > 0);
        right->setCurrentIndex(right->model()->index(0, 0)); // the other side of the pair
        QTRY_COMPARE(explained.size(), 2);
        QCOMPARE(explained.last().path, photoOf(right, 0).path);
        click(*page.page, "closeWhy");
        QVERIFY(page.find<ConfusionMap>("confusionMap")->isVisible());
        QVERIFY(page.find<AnswerBars>("answerBars")->isVisible());
        right->setCurrentIndex(right->model()->index(1, 0));
        QTest::qWait(20);
        QCOMPARE(explained.size(), 2); // nobody asks any more
    }

    void aRunWithoutItsModelCantBeAskedWhy()
    {
        RunsFixture page;
        const RunDetails run = page.add(6, 240);
        QVERIFY(QFile::remove(run.modelPath));
        page.open();
        page.find<QTabWidget>("resultTabs")->setCurrentIndex(1);
        click(*page.page, "openWhy");
        QVERIFY(page.find<QLabel>("whyNote")->text().contains(QStringLiteral("isn't in its folder any more")));
        QVERIFY(page.fixture.runExplanations.model().path.isEmpty());
    }

    void theOrderAndTheScaleChangeTheMap()
    {
        RunsFixture page;
        page.add(17, 510);
        page.open();
        page.find<QTabWidget>("resultTabs")->setCurrentIndex(1);
        auto *map = page.find<ConfusionMap>("confusionMap");
        const QRectF before = map->rectOf({5, 5});
        bool moved = false;
        for (const int order : {1, 2}) {
            page.find<QComboBox>("confusionOrder")->setCurrentIndex(order);
            moved = moved || map->rectOf({5, 5}) != before;
        }
        QVERIFY(moved);
        page.find<QComboBox>("confusionOrder")->setCurrentIndex(0);
        QCOMPARE(map->rectOf({5, 5}), before);
        page.find<QComboBox>("confusionScale")->setCurrentIndex(1);
        QCOMPARE(map->colors().number({5, 5}), QString::number(map->colors().matrix().count(5, 5)));
        QVERIFY(!page.find<QAbstractButton>("confusionFit")->isEnabled());
        QTest::keyClick(map, Qt::Key_Plus);
        click(*page.page, "confusionFit");
        QVERIFY(map->viewport().isFitted());
    }

    void movedPhotosSaySo()
    {
        class Moved : public PhotoSource
        {
        public:
            Result<RgbImage> load(const PhotoInput &, int) const override
            {
                return Error{ErrorCode::NotFound, QStringLiteral("not there")};
            }
        };
        RunsFixture page;
        page.fixture.context.photos = std::make_shared<Moved>();
        page.add(17, 510);
        page.open();
        page.find<QTabWidget>("resultTabs")->setCurrentIndex(1);
        const auto *note = page.find<ConfusionTab>()->findChild<QLabel *>(QStringLiteral("missingNote")); // the Map tab has one, too
        QTRY_VERIFY(note->isVisible());
        QVERIFY(note->text().contains(QStringLiteral("moved or deleted")));
    }

public Q_SLOTS:
    void openedUrl(const QUrl &url) { m_opened = url; }

private:
    QUrl m_opened;
};

FLOWER_TEST(tst_ConfusionTab)
#include "tst_ConfusionTab.moc"
