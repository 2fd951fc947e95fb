// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/CameraView.h"

#include "tests/support/TestMain.h"
#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/widgets/Banner.h"

#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QTest>

using namespace flower;
using namespace flower::testing;

namespace {

class FakeCamera : public CameraSource
{
public:
    bool there = true;
    bool on = false;

    [[nodiscard]] bool isThere() const override { return there; }
    void start() override { on = true; }
    void stop() override { on = false; }
    void show(const QImage &image) { Q_EMIT frameCame([image] { return image; }); }
    void setThere(bool now)
    {
        there = now;
        Q_EMIT isThereChanged();
    }
    void fail() { Q_EMIT failed(QStringLiteral("The camera was pulled out.")); }
};

/// A window on the Classify page, with a camera.
struct Filmed {
    explicit Filmed(bool there = true)
    {
        fixture.context.makeCamera = [this, there] {
            auto made = std::make_unique<FakeCamera>();
            made->there = there;
            camera = made.get();
            return made;
        };
        window = std::make_unique<MainWindow>(fixture.context);
        window->resize(1024, 700);
        window->show();
        window->openModel(QStringLiteral("/good.safetensors"));
        button = window->findChild<QPushButton *>(QStringLiteral("camera"));
        view = window->findChild<CameraView *>();
        if (!QTest::qWaitFor([this] { return !fixture.classify.model().path.isEmpty(); }))
            qFatal("the model isn't opened");
    }
    void open()
    {
        window->showPage(MainWindow::Classify);
        QVERIFY(QTest::qWaitFor([this] { return camera != nullptr; }));
    }
    [[nodiscard]] QString answer() const { return window->findChild<QLabel *>(QStringLiteral("cameraAnswer"))->text(); }

    WindowFixture fixture;
    FakeCamera *camera = nullptr;
    std::unique_ptr<MainWindow> window;
    QPushButton *button;
    CameraView *view;
};

QImage frame()
{
    QImage image(640, 480, QImage::Format_RGB32);
    image.fill(Qt::darkGreen);
    return image;
}

} // namespace

class tst_CameraView : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void withoutACameraThereIsNoButton()
    {
        Filmed none(false);
        QVERIFY(!none.camera); // nobody looks for one before the page is open
        none.open();
        QVERIFY(!none.button->isVisible());
        none.camera->setThere(true); // plugged in
        QVERIFY(none.button->isVisible());

        WindowFixture fixture; // a build that knows none
        MainWindow window(fixture.context);
        window.show();
        window.showPage(MainWindow::Classify);
        QTest::qWait(20);
        QVERIFY(!window.findChild<QPushButton *>(QStringLiteral("camera"))->isVisible());
    }

    void theUserSwitchesItOnAndSeesAnswers()
    {
        Filmed filmed;
        filmed.open();
        QTRY_VERIFY(filmed.button->isVisible());
        QVERIFY(!filmed.camera->on && !filmed.view->isVisible());
        click(*filmed.window, "camera");
        QVERIFY(filmed.camera->on && filmed.view->isVisible());
        filmed.camera->show(frame());
        QTRY_COMPARE(filmed.answer(), FakeClassifier().classNames.at(2));
        click(*filmed.window, "camera");
        QVERIFY(!filmed.camera->on && !filmed.view->isVisible());
    }

    void itIsOffWhereNobodyLooks()
    {
        Filmed filmed;
        filmed.open();
        const auto switchOn = [&] {
            click(*filmed.window, "camera");
            QVERIFY(filmed.camera->on);
        };
        QTRY_VERIFY(filmed.button->isVisible());
        switchOn();
        filmed.window->showPage(MainWindow::Results);
        QVERIFY(!filmed.camera->on);
        filmed.window->showPage(MainWindow::Classify);
        QVERIFY(!filmed.camera->on && !filmed.view->isVisible()); // it doesn't come back by itself
        switchOn();
        filmed.window->findChild<ClassifyPage *>()->classify({QStringLiteral("/a.jpg")}); // the answer is to be seen
        QTRY_VERIFY(!filmed.camera->on);
        QTRY_COMPARE(filmed.window->findChild<QListView *>(QStringLiteral("answers"))->model()->rowCount(), 1);
        switchOn();
        filmed.window->close();
        QVERIFY(!filmed.camera->on);
    }

    void aCameraThatGoesOrFailsIsSwitchedOff()
    {
        Filmed filmed;
        filmed.open();
        QTRY_VERIFY(filmed.button->isVisible());
        click(*filmed.window, "camera");
        filmed.camera->fail();
        QVERIFY(!filmed.camera->on && !filmed.view->isVisible());
        QCOMPARE(filmed.window->findChild<ClassifyPage *>()->findChild<Banner *>()->message(), QStringLiteral("The camera was pulled out."));
        click(*filmed.window, "camera");
        filmed.camera->setThere(false);
        QVERIFY(!filmed.camera->on && !filmed.button->isVisible());
    }
};

FLOWER_TEST(tst_CameraView)
#include "tst_CameraView.moc"
