// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/AnswerSide.h"

#include "engine/core/StoredFile.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/Workspace.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/pages/classify/AnswerCorrections.h"
#include "ui/pages/classify/AnswerDesk.h"
#include "ui/pages/classify/GroupAnswer.h"
#include "ui/pages/classify/TrainingExamples.h"
#include "ui/widgets/HeatPhoto.h"

#include <QDoubleSpinBox>
#include <QLabel>
#include <QLocale>
#include <QPushButton>
#include <QListView>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;
using namespace flower::testing;

namespace {

/// A Classify page with answers.
struct Page {
    explicit Page(const QStringList &paths, const QString &model = QStringLiteral("/model.safetensors"))
    {
        fixture.classify.openModel(model);
        if (!QTest::qWaitFor([&] { return !fixture.classify.model().path.isEmpty(); }))
            qFatal("the model isn't opened");
        page.resize(1080, 700);
        page.show();
        page.activateWindow();
        if (!QTest::qWaitForWindowActive(&page))
            qFatal("the page isn't active");
        page.classify(paths);
        if (!QTest::qWaitFor([&] { return list()->model()->rowCount() == paths.size() && fixture.classify.pending() == 0; }))
            qFatal("the photos aren't answered");
    }
    [[nodiscard]] QListView *list() const { return page.findChild<QListView *>(QStringLiteral("answers")); }
    [[nodiscard]] AnswerSide *side() const { return page.findChild<AnswerSide *>(); }
    void choose(const QList<int> &rows) const
    {
        list()->clearSelection();
        for (const int row : rows)
            list()->selectionModel()->select(list()->model()->index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
        QCoreApplication::processEvents(); // it is noted once in a turn
    }
    /// Of a label that may be still to come.
    [[nodiscard]] QString text(const char *name) const
    {
        const auto *label = page.findChild<QLabel *>(QLatin1String(name));
        return label ? label->text() : QString();
    }

    WindowFixture fixture;
    Workspace workspace;
    ClassifyPage page{&fixture.context, &workspace};
};

QStringList numbered(int count)
{
    QStringList paths;
    for (int number = 0; number < count; ++number)
        paths.append(QStringLiteral("/plant/%1.jpg").arg(number));
    return paths;
}

} // namespace

class tst_AnswerSide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void onePhotoIsShownWithItsAnswer()
    {
        const Page page({QStringLiteral("/a.jpg"), QStringLiteral("/bad.jpg"), QStringLiteral("/unsure.jpg")});
        QVERIFY(!page.side()->isVisible());
        page.choose({0});
        QVERIFY(page.side()->isVisible());
        QCOMPARE(page.text("whyTitle"), FakeClassifier().classify({QStringLiteral("/a.jpg"), {}}, 1).top.first().name);
        click(page.page, "seeWhy");
        page.choose({1});
        QCOMPARE(page.text("whyTitle"), QStringLiteral("The file is damaged or no photo."));
        QVERIFY(!page.page.findChild<QPushButton *>(QStringLiteral("seeWhy"))->isEnabled());
        page.choose({2});
        QVERIFY(page.text("whyTitle").startsWith(QStringLiteral("Not sure")));
        click(page.page, "closeWhy");
        QTRY_VERIFY(!page.side()->isVisible());
        QVERIFY(!page.list()->selectionModel()->hasSelection());
    }

    void clearingTheListHidesThePhoto()
    {
        Page page(numbered(2));
        page.choose({0});
        QVERIFY(page.side()->isVisible());
        for (QPushButton *button : page.page.findChildren<QPushButton *>()) {
            if (button->text() == QStringLiteral("Clear"))
                button->click();
        }
        QTRY_VERIFY(!page.side()->isVisible());
    }

    void severalPhotosGetOneAnswer()
    {
        const Page page(numbered(4));
        page.choose({0, 1, 3});
        QVERIFY(page.text("groupSentence").contains(QStringLiteral("same plant")));
        QVERIFY(!page.page.findChild<QLabel *>(QStringLiteral("groupHeadline"))->isVisible());
        QTest::keyClick(page.side(), Qt::Key_G, Qt::ControlModifier);
        QTRY_VERIFY(page.page.findChild<QLabel *>(QStringLiteral("groupHeadline"))->isVisible());
        QList<Prediction> photos;
        for (const int number : {0, 1, 3})
            photos.append(FakeClassifier().classify({QStringLiteral("/plant/%1.jpg").arg(number), {}}, 6));
        const GroupPrediction group = fusePredictions(photos, {}, 5);
        QVERIFY(page.text("groupHeadline").contains(group.fused.top.first().name));
        for (int part = 0; part < 3; ++part) {
            QCOMPARE(page.text(qPrintable(QStringLiteral("part%1").arg(part))),
                     QStringLiteral("%1 %").arg(QLocale().toString(group.parts.at(part).part * 100, 'f', 1)));
        }
        page.choose({0, 1}); // other photos: the answer isn't theirs
        QVERIFY(!page.page.findChild<QLabel *>(QStringLiteral("groupHeadline"))->isVisible());
        click(page.page, "answerAsOnePlant");
        QTRY_VERIFY(page.page.findChild<QLabel *>(QStringLiteral("groupHeadline"))->isVisible());
    }

    void photosThatCantBeReadAreNamed()
    {
        const Page page({QStringLiteral("/a.jpg"), QStringLiteral("/bad1.jpg"), QStringLiteral("/bad2.jpg")});
        page.choose({0, 1});
        click(page.page, "answerAsOnePlant");
        QTRY_COMPARE(page.text("part0"), QStringLiteral("100.0 %"));
        QVERIFY(page.text("part1").isEmpty());
        page.choose({1, 2});
        click(page.page, "answerAsOnePlant");
        QTRY_COMPARE(page.text("groupSentence"), QStringLiteral("The file is damaged or no photo."));
    }

    void moreThanFiveAreTooMany()
    {
        const Page page(numbered(6));
        page.list()->selectAll();
        QTRY_VERIFY(page.text("groupSentence").contains(QStringLiteral("2 to 5 photos")));
        QVERIFY(!page.page.findChild<QPushButton *>(QStringLiteral("answerAsOnePlant"))->isEnabled());
        page.choose({1, 2, 3, 4, 5});
        QVERIFY(page.page.findChild<QPushButton *>(QStringLiteral("answerAsOnePlant"))->isEnabled());
    }

    void theThresholdJudgesAnewAndLeavesTheStrokes()
    {
        const Page page(numbered(2));
        auto *sureFrom = page.page.findChild<QDoubleSpinBox *>(QStringLiteral("sureFrom"));
        page.choose({0});
        click(page.page, "coverParts");
        auto *photo = page.page.findChild<HeatPhoto *>(QStringLiteral("whyPhoto"));
        QTRY_VERIFY(photo->hasPhoto());
        QTest::mouseClick(photo, Qt::LeftButton, {}, photo->seenRect().center().toPoint());
        QVERIFY(photo->hasStrokes());
        sureFrom->setValue(90);
        QTRY_VERIFY(page.text("whyTitle").startsWith(QStringLiteral("Not sure")));
        QVERIFY(photo->hasStrokes());
        page.page.findChild<AnswerDesk *>()->corrections()->correct({QStringLiteral("/plant/0.jpg")}, QStringLiteral("pansy"));
        QTRY_COMPARE(page.text("whyTitle"), QStringLiteral("pansy (corrected)"));
        QVERIFY(photo->hasStrokes());

        sureFrom->setValue(0);
        page.choose({0, 1});
        click(page.page, "answerAsOnePlant");
        auto *headline = page.page.findChild<QLabel *>(QStringLiteral("groupHeadline"));
        QTRY_VERIFY(headline->isVisible());
        const QString sure = headline->text();
        QVERIFY(!sure.startsWith(QStringLiteral("Not sure")));
        sureFrom->setValue(90);
        QVERIFY2(headline->text().startsWith(QStringLiteral("Not sure: %1").arg(sure)), qPrintable(headline->text()));
        QVERIFY(headline->isVisible());
        sureFrom->setValue(0);
        QCOMPARE(headline->text(), sure);
    }

    void anEarlierModelsAnswersAreClassifiedAgain()
    {
        Page page({QStringLiteral("/a.jpg"), QStringLiteral("/b.jpg"), QStringLiteral("/bad.jpg")});
        auto *again = page.page.findChild<QPushButton *>(QStringLiteral("classifyAgain"));
        page.choose({0});
        const QString title = page.text("whyTitle");
        QVERIFY(!again->isVisible());
        click(page.page, "seeWhy");
        page.page.openModel(QStringLiteral("/other.safetensors"));
        QTRY_VERIFY(again->isVisible());
        QVERIFY2(page.text("earlierAnswers").startsWith(QStringLiteral("2 ")), qPrintable(page.text("earlierAnswers")));
        QTRY_COMPARE(page.text("whyTitle"), title + QStringLiteral(" (earlier model)"));
        QVERIFY(page.text("whyNote").contains(QStringLiteral("another model")));
        QSignalSpy explained(&page.fixture.classify, &ClassifySession::explained);
        click(page.page, "classifyAgain");
        QTRY_COMPARE(page.text("whyTitle"), title);
        QVERIFY(!again->isVisible());
        QCOMPARE(page.list()->model()->rowCount(), 3);
        QTRY_COMPARE(explained.size(), 1);
    }

    void theSameModelOpenedAgainIsNoOther()
    {
        const QTemporaryDir folder;
        const QString model = folder.filePath(QStringLiteral("model.safetensors"));
        QVERIFY(writeFile(model, "weights"));
        Page page({QStringLiteral("/a.jpg"), QStringLiteral("/b.jpg")}, model);
        page.choose({0});
        const QString title = page.text("whyTitle");
        auto *sureFrom = page.page.findChild<QDoubleSpinBox *>(QStringLiteral("sureFrom"));
        sureFrom->setValue(90);
        QTRY_VERIFY(page.text("whyTitle").startsWith(QStringLiteral("Not sure")));
        QSignalSpy explained(&page.fixture.classify, &ClassifySession::explained);
        click(page.page, "seeWhy");
        QTRY_COMPARE(explained.size(), 1);
        page.page.openModel(model);
        QTRY_COMPARE(explained.size(), 2); // it still can be asked
        QVERIFY(!page.page.findChild<QPushButton *>(QStringLiteral("classifyAgain"))->isVisible());
        QCOMPARE(sureFrom->value(), 50.0);
        QTRY_COMPARE(page.text("whyTitle"), title); // judged by its own value again
        QVERIFY(!page.text("whyNote").contains(QStringLiteral("another model")));
    }

    void theExamplesMakeRoomForCovering()
    {
        Page page(numbered(1));
        page.workspace.setDataset(fakeDataset(6, 20));
        auto *examples = page.page.findChild<TrainingExamples *>();
        page.choose({0});
        QVERIFY(examples->isVisible());
        click(page.page, "coverParts");
        QVERIFY(!examples->isVisible());
        click(page.page, "seeWhy");
        QVERIFY(examples->isVisible());
    }

    void theHintIsThereWhileNothingIsChosen()
    {
        const Page page(numbered(1));
        auto *hint = page.page.findChild<QLabel *>(QStringLiteral("chooseHint"));
        QVERIFY(hint->isVisible());
        page.choose({0});
        QVERIFY(!hint->isVisible());
    }
};

FLOWER_TEST(tst_AnswerSide)
#include "tst_AnswerSide.moc"
