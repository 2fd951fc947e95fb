// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/ui/FakeRun.h"
#include "tests/ui/WindowFixture.h"
#include "ui/models/AnsweredPhotosModel.h"
#include "ui/pages/ResultsPage.h"

#include <QListView>
#include <QSignalSpy>
#include <QTest>

#include <memory>

namespace flower::testing {

/// A Results page over runs that were written for it.
struct RunsFixture {
    RunDetails add(int classes, int photos, unsigned seed = 1)
    {
        const RunDetails run = writeFakeRun(fixture.folder.filePath(QStringLiteral("runs/%1-%2").arg(classes).arg(seed)), classes, photos, seed);
        if (!fixture.book->save(run.record))
            qFatal("the run book can't be written");
        return run;
    }
    ResultsPage &open()
    {
        page = std::make_unique<ResultsPage>(&fixture.context);
        QSignalSpy shown(page.get(), &ResultsPage::runShown);
        page->resize(1080, 700);
        page->show();
        if (!QTest::qWaitForWindowExposed(page.get()) || !QTest::qWaitFor([&] { return !shown.isEmpty(); }))
            qFatal("the page shows no run");
        return *page;
    }
    template<typename T> T *find(const char *name = nullptr) const { return page->findChild<T *>(QLatin1String(name)); }
    /// Waits until the page has shown what `action` leads to.
    template<typename Action> bool shows(Action action)
    {
        QSignalSpy shown(page.get(), &ResultsPage::runShown);
        action();
        return QTest::qWaitFor([&] { return !shown.isEmpty(); });
    }

    WindowFixture fixture;
    std::unique_ptr<ResultsPage> page;
};

/// Of a stack of photos on the Mistakes tab.
inline const PhotoResult &photoOf(const QListView *list, int row)
{
    return qobject_cast<AnsweredPhotosModel *>(list->model())->photo(row);
}

} // namespace flower::testing
