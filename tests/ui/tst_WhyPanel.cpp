// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/WhyPanel.h"

#include "engine/session/ClassifySession.h"
#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/Format.h"
#include "ui/theme/Theme.h"
#include "ui/widgets/HeatPhoto.h"

#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTest>

#include <cstdlib>

using namespace flower;
using namespace flower::testing;

namespace {

/// A panel that shows the fake classifier's answer to a photo.
struct Panel {
    explicit Panel(const QString &model = QStringLiteral("/model.safetensors"))
    {
        if (!model.isEmpty()) {
            session.openModel(model);
            if (!QTest::qWaitFor([&] { return !session.model().path.isEmpty(); }))
                qFatal("the model isn't opened");
        }
        panel.resize(420, 560);
        panel.show();
        panel.activateWindow();
        if (!QTest::qWaitForWindowActive(&panel))
            qFatal("the panel isn't active");
    }
    void show(const QString &path, int first = 2, const QString &title = {})
    {
        const QStringList names = fakeDataset(6, 1).classNames;
        AnsweredPhoto photo{{path, {}}, title.isEmpty() ? names.at(first) : title, {}, -1};
        for (int rank = 0; rank < 5; ++rank)
            photo.classes.append({(first + rank) % 6, names.at((first + rank) % 6), rank == 0 ? 0.8 : 0.05});
        panel.showPhoto(photo);
    }
    [[nodiscard]] QString text(const char *name) const
    {
        const auto *label = panel.findChild<QLabel *>(QLatin1String(name));
        return label->isVisible() ? label->text() : QString();
    }
    [[nodiscard]] HeatPhoto *photo() const { return panel.findChild<HeatPhoto *>(); }

    ClassifySession session{std::make_shared<FakeClassifier>()};
    WhyPanel panel{&session, std::make_shared<FakePhotos>()};
};

QList<int> explainedClasses(const QSignalSpy &explained)
{
    QList<int> classes;
    for (const QList<QVariant> &arguments : explained)
        classes.append(arguments.first().value<Explanation>().explained.index);
    return classes;
}

} // namespace

class tst_WhyPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void nothingIsAskedUntilSomeoneWantsToKnow()
    {
        Panel panel;
        QSignalSpy explained(&panel.session, &ClassifySession::explained);
        panel.show(QStringLiteral("/a.jpg"));
        QTRY_VERIFY(panel.photo()->hasPhoto());
        QCOMPARE(panel.photo()->mode(), HeatPhoto::Mode::Plain);
        click(panel.panel, "seeWhy");
        QTRY_COMPARE(explainedClasses(explained), QList<int>{2});
        QCOMPARE(panel.photo()->mode(), HeatPhoto::Mode::Heat);
        QVERIFY(panel.text("whyNote").isEmpty());
        click(panel.panel, "seeWhy");
        QCOMPARE(panel.photo()->mode(), HeatPhoto::Mode::Plain);
    }

    void theBarThatIsClickedIsExplained()
    {
        Panel panel;
        QSignalSpy explained(&panel.session, &ClassifySession::explained);
        panel.show(QStringLiteral("/a.jpg"));
        QTest::keyClick(&panel.panel, Qt::Key_E, Qt::ControlModifier);
        QTRY_COMPARE(explainedClasses(explained), QList<int>{2});
        click(panel.panel, "class3");
        QTRY_COMPARE(explainedClasses(explained), QList<int>({2, 5}));
        auto *bar = panel.panel.findChild<QAbstractButton *>(QStringLiteral("class3"));
        QVERIFY(bar->isChecked());
        QTest::keyClick(bar, Qt::Key_Down);
        QTRY_COMPARE(explainedClasses(explained), QList<int>({2, 5, 0}));
        panel.show(QStringLiteral("/b.jpg"), 1); // the next photo starts with its own answer
        QTRY_COMPARE(explainedClasses(explained), QList<int>({2, 5, 0, 1}));
        QVERIFY(panel.panel.findChild<QAbstractButton *>(QStringLiteral("class0"))->isChecked());
    }

    void theModeThatIsOnIsSeen_data()
    {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void theModeThatIsOnIsSeen()
    {
        QFETCH(const bool, dark);
        applyTheme(dark ? ThemeChoice::Dark : ThemeChoice::Light);
        Panel panel;
        panel.show(QStringLiteral("/a.jpg"));
        auto *button = panel.panel.findChild<QPushButton *>(QStringLiteral("seeWhy"));
        const auto edge = [button] { return button->grab().toImage().pixelColor(button->width() / 2, 0); };
        const QSize size = button->size();
        QVERIFY(edge() != themeColors().petal);
        click(panel.panel, "seeWhy");
        QCOMPARE(edge(), themeColors().petal);
        QCOMPARE(button->size(), size);
        applyTheme(ThemeChoice::Light);
    }

    void theSliderFadesTheMap()
    {
        Panel panel;
        QSignalSpy explained(&panel.session, &ClassifySession::explained);
        panel.show(QStringLiteral("/a.jpg"));
        click(panel.panel, "seeWhy");
        QTRY_COMPARE(explained.size(), 1);
        QTRY_VERIFY(panel.photo()->hasPhoto());
        auto *slider = panel.panel.findChild<QSlider *>(QStringLiteral("heatOpacity"));
        QVERIFY(slider->isVisible());
        QTest::keyClick(slider, Qt::Key_End);
        const QPoint cold = panel.photo()->seenRect().bottomRight().toPoint() - QPoint(20, 20);
        const int strong = panel.photo()->grab().toImage().pixelColor(cold).lightness();
        QTest::keyClick(slider, Qt::Key_Home);
        QVERIFY(panel.photo()->grab().toImage().pixelColor(cold).lightness() > strong + 20);
    }

    void aModelThatCantBeAskedSaysSo()
    {
        Panel none{QString()};
        none.show(QStringLiteral("/a.jpg"));
        click(none.panel, "seeWhy");
        QVERIFY(none.text("whyNote").contains(QStringLiteral("Open the model first")));
        none.panel.useModel({});
        QVERIFY(none.text("whyNote").contains(QStringLiteral("isn't in its folder any more")));
        none.panel.useModel(QStringLiteral("/broken.safetensors"));
        QTRY_COMPARE(none.text("whyNote"), QStringLiteral("This is no model."));
        QSignalSpy explained(&none.session, &ClassifySession::explained);
        none.panel.useModel(QStringLiteral("/run/model.safetensors"));
        QTRY_COMPARE(explained.size(), 1);
        QTRY_VERIFY(none.text("whyNote").isEmpty());
    }

    void theNewestModelCounts()
    {
        Panel panel{QString()};
        panel.show(QStringLiteral("/a.jpg"));
        panel.panel.seeWhy();
        QSignalSpy explained(&panel.session, &ClassifySession::explained);
        for (const char *path : {"/1.safetensors", "/2.safetensors", "/1.safetensors"})
            panel.panel.useModel(QLatin1String(path));
        QTRY_VERIFY(!explained.isEmpty());
        QTRY_COMPARE(panel.session.model().path, QStringLiteral("/1.safetensors"));
        QTRY_VERIFY(panel.text("whyNote").isEmpty());
    }

    void anAnswerOfAnotherModelIsNotExplained()
    {
        Panel panel;
        AnsweredPhoto photo{{QStringLiteral("/a.jpg"), {}}, QStringLiteral("orchid"), {{2, QStringLiteral("orchid"), 0.9}}, -1};
        QSignalSpy explained(&panel.session, &ClassifySession::explained);
        panel.panel.showPhoto(photo);
        click(panel.panel, "seeWhy");
        QVERIFY(panel.text("whyNote").contains(QStringLiteral("Classify the photo again")));
        QTest::qWait(20);
        QVERIFY(explained.isEmpty());
    }

    void onARunsPhotoNobodyIsSentToClassify()
    {
        Panel panel;
        AnsweredPhoto photo{{QStringLiteral("/a.jpg"), {}}, QStringLiteral("orchid"), {{2, QStringLiteral("orchid"), 0.9}}, -1};
        panel.panel.useModel(QStringLiteral("/run/model.safetensors"));
        panel.panel.showPhoto(photo);
        click(panel.panel, "seeWhy");
        QTRY_VERIFY2(panel.text("whyNote").contains(QStringLiteral("this run's folder")), qPrintable(panel.text("whyNote")));
        QVERIFY(!panel.text("whyNote").contains(QStringLiteral("again")));
    }

    void aPhotoThatCantBeExplainedSaysWhy()
    {
        Panel panel;
        panel.show(QStringLiteral("/bad.jpg"));
        click(panel.panel, "seeWhy");
        QTRY_COMPARE(panel.text("whyNote"), QStringLiteral("The file is damaged or no photo."));
        panel.panel.showPhoto({{QStringLiteral("/waiting.jpg"), {}}, QStringLiteral("Waiting"), {}, -1});
        QVERIFY(panel.text("whyNote").isEmpty());
        QVERIFY(!panel.panel.findChild<QPushButton *>(QStringLiteral("seeWhy"))->isEnabled());
    }

    void coveringSaysBeforeAndAfter()
    {
        Panel panel;
        panel.show(QStringLiteral("/a.jpg"));
        click(panel.panel, "coverParts");
        QTRY_VERIFY(panel.text("coverResult").contains(QStringLiteral("iris <b>: 90.0 %.")));
        QVERIFY(!panel.panel.findChild<QPushButton *>(QStringLiteral("undoStroke"))->isEnabled());
        QTRY_VERIFY(panel.photo()->hasPhoto());
        // Many strokes, and the answer is about the last state.
        const QRect shown = panel.photo()->photoRect().toRect();
        QTest::mousePress(panel.photo(), Qt::LeftButton, {}, {shown.left(), shown.center().y()});
        for (int x = shown.left(); x <= shown.right(); x += 4)
            QTest::mouseMove(panel.photo(), {x, shown.center().y()});
        QTest::mouseRelease(panel.photo(), Qt::LeftButton, {}, {shown.right(), shown.center().y()});
        const auto expected = [&] {
            for (const ScoredClass &scored : FakeClassifier().classifyPixels(panel.photo()->coveredPixels(), 6).top) {
                if (scored.index == 2)
                    return QStringLiteral("iris <b>: 90.0 % → %1").arg(format::percent(scored.probability));
            }
            return QString();
        };
        QVERIFY(!expected().contains(QStringLiteral("→ 90.0 %")));
        QTRY_VERIFY2(panel.text("coverResult").startsWith(expected()), qPrintable(panel.text("coverResult") + expected()));
        QVERIFY(panel.text("coverResult").contains(QStringLiteral("The answer is now")));
        click(panel.panel, "class1"); // the same covering for another kind, at once
        QVERIFY2(panel.text("coverResult").startsWith(QStringLiteral("Löwenzahn: 2.0 % →")), qPrintable(panel.text("coverResult")));
        click(panel.panel, "class0");
        click(panel.panel, "clearStrokes");
        QTRY_VERIFY(panel.text("coverResult").startsWith(QStringLiteral("iris <b>: 90.0 %. Now")));
    }

    void modesExcludeEachOtherAndAPhotoForgetsItsStrokes()
    {
        Panel panel;
        panel.show(QStringLiteral("/a.jpg"));
        QTRY_VERIFY(panel.photo()->hasPhoto());
        click(panel.panel, "coverParts");
        QTest::mouseClick(panel.photo(), Qt::LeftButton, {}, panel.photo()->seenRect().center().toPoint());
        QVERIFY(panel.photo()->hasStrokes());
        click(panel.panel, "seeWhy");
        QCOMPARE(panel.photo()->mode(), HeatPhoto::Mode::Heat);
        QVERIFY(panel.text("coverResult").isEmpty());
        click(panel.panel, "coverParts");
        QVERIFY(panel.photo()->hasStrokes()); // it was only not in sight
        panel.show(QStringLiteral("/b.jpg"));
        QVERIFY(!panel.photo()->hasStrokes());
    }

    void anotherTitleLeavesTheStrokes()
    {
        Panel panel;
        panel.show(QStringLiteral("/a.jpg"));
        QTRY_VERIFY(panel.photo()->hasPhoto());
        click(panel.panel, "coverParts");
        click(panel.panel, "class1");
        QTest::mouseClick(panel.photo(), Qt::LeftButton, {}, panel.photo()->seenRect().center().toPoint());
        QTRY_VERIFY(panel.text("coverResult").contains(QStringLiteral("→")));
        panel.show(QStringLiteral("/a.jpg"), 2, QStringLiteral("Not sure"));
        QCOMPARE(panel.text("whyTitle"), QStringLiteral("Not sure"));
        QVERIFY(panel.photo()->hasStrokes());
        QVERIFY(panel.panel.findChild<QAbstractButton *>(QStringLiteral("class1"))->isChecked());
        QVERIFY(panel.text("coverResult").contains(QStringLiteral("→")));
    }

    void anotherModelExplainsNothingOfTheOneBefore()
    {
        Panel panel;
        QSignalSpy explained(&panel.session, &ClassifySession::explained);
        panel.show(QStringLiteral("/a.jpg"));
        QTRY_VERIFY(panel.photo()->hasPhoto());
        const auto lightness = [&] { // where the map is cold
            const QRectF shown = panel.photo()->photoRect();
            const QPointF place = shown.topLeft() + QPointF(0.8 * shown.width(), 0.8 * shown.height());
            return panel.photo()->grab().toImage().pixelColor(place.toPoint()).lightness();
        };
        const int plain = lightness();
        click(panel.panel, "seeWhy");
        QTRY_COMPARE(explained.size(), 1);
        QTRY_VERIFY(lightness() < plain - 20);
        panel.session.openModel(QStringLiteral("/other.safetensors"));
        QTRY_VERIFY(panel.text("whyNote").contains(QStringLiteral("another model")));
        QVERIFY2(std::abs(lightness() - plain) < 5, qPrintable(QString::number(lightness()))); // no map any more
        click(panel.panel, "class1");
        click(panel.panel, "coverParts");
        QTest::mouseClick(panel.photo(), Qt::LeftButton, {}, panel.photo()->seenRect().center().toPoint());
        QTest::qWait(20);
        QCOMPARE(explained.size(), 1);
        QVERIFY(panel.text("coverResult").isEmpty()); // nobody is asked about an answer of another model
        panel.show(QStringLiteral("/a.jpg")); // the new model has answered it
        QVERIFY(panel.text("whyNote").isEmpty());
        QVERIFY(panel.photo()->hasStrokes());
        QTRY_VERIFY(panel.text("coverResult").contains(QStringLiteral("→")));
        click(panel.panel, "seeWhy");
        QTRY_VERIFY(lightness() < plain - 20); // its own map
        QCOMPARE(explainedClasses(explained).last(), 2);
        QVERIFY(explained.size() > 1);
    }
};

FLOWER_TEST(tst_WhyPanel)
#include "tst_WhyPanel.moc"
