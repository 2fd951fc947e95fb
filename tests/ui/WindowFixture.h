// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/CheckSession.h"
#include "engine/session/ClassifySession.h"
#include "engine/session/DatasetSession.h"
#include "engine/session/DownloadSession.h"
#include "engine/session/EvaluateSession.h"
#include "engine/session/MapSession.h"
#include "engine/session/LearningRateSession.h"
#include "engine/session/TrainingSession.h"
#include "engine/session/WeightsSession.h"
#include "engine/store/RecordingTrainer.h"
#include "engine/store/RememberingMapper.h"
#include "engine/store/RunBook.h"
#include "tests/ui/FakeChecker.h"
#include "tests/ui/FakeDownloads.h"
#include "tests/ui/FakeModels.h"
#include "tests/ui/FakePhotos.h"
#include "tests/ui/FakeTraining.h"
#include "ui/AppContext.h"

#include <QAbstractButton>
#include <QDropEvent>
#include <QMimeData>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>
#include <QUrl>

namespace flower::testing {

/// Everything a window needs, with fakes behind it and empty settings.
struct WindowFixture {
    WindowFixture()
    {
        QSettings().clear();
        book = std::move(*RunBook::open(folder.filePath(QStringLiteral("runs.sqlite"))));
        context.training = &training;
        context.datasets = &datasets;
        context.check = &check;
        context.classify = &classify;
        context.runExplanations = &runExplanations;
        context.downloads = &downloads;
        context.evaluate = &evaluate;
        context.map = &map;
        context.rates = &rates;
        context.weightsFiles = fakeWeightsFiles();
        context.weightsFolder = folder.filePath(QStringLiteral("weights"));
        context.weightsFolders = {context.weightsFolder};
        context.oxford102Files = fakeOxford102Files();
        context.oxford102Folder = folder.filePath(QStringLiteral("photos/oxford102"));
        context.runBook = book.get();
        context.photos = std::make_shared<FakePhotos>();
        context.augmentation = augmentation;
        context.weights = &weights;
        context.runsFolder = folder.filePath(QStringLiteral("runs"));
        context.reviewsFolder = folder.filePath(QStringLiteral("reviews"));
        context.correctionsFolder = folder.filePath(QStringLiteral("corrections"));
        context.placesFile = folder.filePath(QStringLiteral("photo-places.json"));
        context.languages = {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
        context.language = QStringLiteral("en");
    }

    QTemporaryDir folder;
    std::shared_ptr<FakeTrainer> trainer = std::make_shared<FakeTrainer>();
    std::unique_ptr<RunBook> book;
    TrainingSession training{std::make_shared<RecordingTrainer>(trainer, folder.filePath(QStringLiteral("runs.sqlite")), QString())};
    DatasetSession datasets{std::make_shared<FakeReader>()};
    std::shared_ptr<FakeAugmentation> augmentation = std::make_shared<FakeAugmentation>();
    std::shared_ptr<FakeEvaluator> evaluator = std::make_shared<FakeEvaluator>();
    EvaluateSession evaluate{std::make_shared<FakeReader>(), evaluator};
    std::shared_ptr<FakeMapper> mapper = std::make_shared<FakeMapper>();
    MapSession map{std::make_shared<RememberingMapper>(mapper)};
    std::shared_ptr<FakeRateFinder> rateFinder = std::make_shared<FakeRateFinder>();
    LearningRateSession rates{rateFinder};
    std::shared_ptr<FakeFetcher> fetcher = std::make_shared<FakeFetcher>();
    DownloadSession downloads{fetcher};
    std::shared_ptr<FakeChecker> checker = std::make_shared<FakeChecker>();
    CheckSession check{checker};
    ClassifySession classify{std::make_shared<FakeClassifier>()};
    std::shared_ptr<FakeClassifier> runClassifier = std::make_shared<FakeClassifier>();
    ClassifySession runExplanations{runClassifier};
    WeightsSession weights{std::make_shared<FakeInspector>(), {folder.filePath(QStringLiteral("weights"))}};
    AppContext context;
};

/// Drags files over a widget and lets them go.
inline void drop(QWidget *target, const QStringList &paths)
{
    QMimeData data;
    QList<QUrl> urls;
    for (const QString &path : paths)
        urls.append(QUrl::fromLocalFile(path));
    data.setUrls(urls);
    QDragEnterEvent enter(QPoint(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent event(QPointF(50, 50), Qt::CopyAction, &data, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(target, &event);
}

/// Clicks the button of that name as a user can: only where it is in sight and enabled.
inline void click(const QWidget &parent, const char *name)
{
    auto *button = parent.findChild<QAbstractButton *>(QLatin1String(name));
    QVERIFY2(button, name);
    QVERIFY2(button->isVisible() && button->isEnabled(), name);
    QTest::mouseClick(button, Qt::LeftButton);
}

} // namespace flower::testing
