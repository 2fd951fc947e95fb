// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/WindowFixture.h"
#include "ui/MainWindow.h"
#include "ui/pages/ClassifyPage.h"
#include "ui/pages/classify/AnswerDesk.h"

#include <QListView>
#include <QTableView>
#include <QTest>
#include <QWindow>

namespace flower::testing {

/// A window in sight.
struct ShownWindow {
    ShownWindow() : window(fixture.context)
    {
        window.resize(1280, 800);
        window.show();
        waitFor([this] { return window.windowHandle() && window.windowHandle()->isExposed(); });
    }
    template<typename Condition>
    static void waitFor(Condition condition, int milliseconds = 5000)
    {
        QVERIFY(QTest::qWaitFor(condition, milliseconds));
    }
    template<typename Widget>
    [[nodiscard]] Widget *find(const char *name) const
    {
        return window.findChild<Widget *>(QLatin1String(name));
    }

    WindowFixture fixture;
    MainWindow window;
};

/// With a model on its Classify page.
struct ClassifyWindow : ShownWindow {
    ClassifyWindow()
    {
        window.openModel(QStringLiteral("/good.safetensors"));
        window.showPage(MainWindow::Classify);
        waitFor([this] { return !fixture.classify.model().path.isEmpty(); });
        page = window.findChild<ClassifyPage *>();
        desk = window.findChild<AnswerDesk *>();
        list = window.findChild<QListView *>(QStringLiteral("answers"));
        table = window.findChild<QTableView *>(QStringLiteral("answerTable"));
    }
    /// Asks about photos and waits until they are answered.
    void answer(const QStringList &paths, int milliseconds = 5000) const
    {
        page->classify(paths);
        waitFor([&] { return list->model()->rowCount() == paths.size() && fixture.classify.pending() == 0; }, milliseconds);
    }

    ClassifyPage *page = nullptr;
    AnswerDesk *desk = nullptr;
    QListView *list = nullptr;
    QTableView *table = nullptr;
};

/// The same with photos that are answered.
struct Answered : ClassifyWindow {
    explicit Answered(const QStringList &paths) { answer(paths); }
    [[nodiscard]] QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < list->model()->rowCount(); ++row)
            names.append(list->model()->index(row, 0).data().toString());
        return names;
    }
    void select(int row) const
    {
        list->setCurrentIndex(list->model()->index(row, 0));
        QCoreApplication::processEvents(); // it is noted once in a turn
    }
    [[nodiscard]] QString cell(int row, int column) const { return table->model()->index(row, column).data().toString(); }
};

} // namespace flower::testing
