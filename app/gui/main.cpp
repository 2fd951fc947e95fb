// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/Allocator.h"
#include "app/common/OpenMpWaiting.h"
#include "app/common/WeightsFolders.h"
#include "app/gui/DeferredEngine.h"
#include "app/gui/EngineLoader.h"
#include "app/gui/FirstPaint.h"
#include "app/gui/StartReport.h"
#ifdef FLOWER_CAMERA
#include "app/gui/QtCamera.h"
#endif
#include "engine/fetch/HttpFetcher.h"
#include "engine/fetch/KnownFiles.h"
#include "engine/session/CheckSession.h"
#include "engine/session/ClassifySession.h"
#include "engine/session/DatasetSession.h"
#include "engine/session/DownloadSession.h"
#include "engine/session/EvaluateSession.h"
#include "engine/session/MapSession.h"
#include "engine/session/LearningRateSession.h"
#include "engine/session/ProjectSession.h"
#include "engine/session/TrainingSession.h"
#include "engine/session/WeightsSession.h"
#include "engine/store/RecordingTrainer.h"
#include "engine/store/RememberingMapper.h"
#include "engine/store/RunBook.h"
#include "ui/MainWindow.h"
#include "ui/theme/Theme.h"

#include <QApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QMessageBox>
#include <QSettings>
#include <QStandardPaths>
#include <QTranslator>

namespace {

/// Loads the program's and Qt's words of a language.
void installLanguage(QApplication &application, const QString &code)
{
    const QString own = code == QLatin1String("de") ? code : QStringLiteral("en"); // English: for the plurals
    for (const auto &[name, folder] : {std::pair{QStringLiteral("flower_") + own, QStringLiteral(":/i18n")},
                                       std::pair{QStringLiteral("qtbase_") + own, QLibraryInfo::path(QLibraryInfo::TranslationsPath)}}) {
        auto *translator = new QTranslator(&application);
        if (translator->load(name, folder))
            QCoreApplication::installTranslator(translator);
        else
            delete translator;
    }
    if (QLocale::system().language() != QLocale(code).language())
        QLocale::setDefault(QLocale(code));
}

/// Puts runs into the book that lie in their folders and are not in it: made by the terminal program, or moved here. In a
/// thread of its own, because there may be many.
void findRuns(flower::EngineThread &thread, const QString &bookFile, const QString &runsFolder, flower::MainWindow &window)
{
    thread.post([&thread, bookFile, runsFolder, &window] {
        const flower::Result<std::unique_ptr<flower::RunBook>> book = flower::RunBook::open(bookFile);
        const flower::Result<int> added = book ? (*book)->rebuild(runsFolder) : book.error();
        if (!added)
            qWarning("%s", qPrintable(added.error().message));
        else if (*added > 0)
            thread.reply([&window] { window.reloadRuns(); });
    });
}

} // namespace

int main(int argc, char **argv)
{
    flower::waitBriefly(argv);
    flower::keepFreedMemory();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("flower-trainer"));
    QCoreApplication::setApplicationName(QStringLiteral("flower-trainer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FLOWER_VERSION));
    QGuiApplication::setApplicationDisplayName({});

    QStringList arguments = QCoreApplication::arguments().mid(1);
    const bool reportsStart = arguments.removeAll(QStringLiteral("--report-start")) > 0;

    QSettings settings;
    flower::applyTheme(static_cast<flower::ThemeChoice>(settings.value(QStringLiteral("theme"), 0).toInt()));
    const QString language = settings.value(QStringLiteral("language"), QLocale::system().name().left(2)).toString();
    installLanguage(application, language);

    const QDir data(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/flower-trainer"));
    const QString bookFile = data.filePath(QStringLiteral("runs.sqlite"));
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/flower-trainer");
    flower::Result<std::unique_ptr<flower::RunBook>> book = flower::RunBook::open(bookFile);

    // LibTorch and OpenCV take long to load: they come behind the window. The sessions' threads wait for them.
    flower::EngineLoader loader(&flower::loadFlowerEngine);
    const flower::EngineFuture engine = loader.engine();
    flower::AppContext context;
#ifdef FLOWER_CAMERA
    context.makeCamera = &flower::makeQtCamera;
#endif
    context.weightsFolder = flower::fetchedWeightsFolder();
    context.weightsFolders = flower::weightsFolders();
    context.runsFolder = data.filePath(QStringLiteral("runs"));
    context.reviewsFolder = data.filePath(QStringLiteral("reviews"));
    context.correctionsFolder = data.filePath(QStringLiteral("corrections"));
    context.placesFile = data.filePath(QStringLiteral("photo-places.json"));
    if (book)
        context.runBook = book->get();
    flower::TrainingSession training(flower::deferredTrainer(engine, [bookFile](const flower::EngineModule &module) {
        return std::make_shared<flower::RecordingTrainer>(module.makeTrainer(), bookFile, module.libraryVersions());
    }));
    flower::DatasetSession datasets(flower::deferredDatasetReader(engine, cache, context.placesFile));
    flower::CheckSession check(flower::deferredDatasetChecker(engine, cache, context.weightsFolders));
    flower::EvaluateSession evaluate(flower::deferredDatasetReader(engine, cache, context.placesFile), flower::deferredEvaluator(engine));
    flower::MapSession map(std::make_shared<flower::RememberingMapper>(flower::deferredPhotoMapper(engine)));
    flower::ClassifySession classify(flower::deferredClassifier(engine));
    flower::LearningRateSession rates(flower::deferredLearningRateFinder(engine));
    flower::ClassifySession runExplanations(flower::deferredClassifier(engine));
    flower::DownloadSession downloads(std::make_shared<flower::HttpFetcher>()); // obeys the system's proxy
    flower::ProjectSession projects(flower::deferredProjectArchive(engine));
    context.projects = &projects;
    context.training = &training;
    context.datasets = &datasets;
    context.check = &check;
    context.classify = &classify;
    context.runExplanations = &runExplanations;
    context.evaluate = &evaluate;
    context.map = &map;
    context.rates = &rates;
    context.libraryVersions = [engine] {
        const bool there = engine.wait_for(std::chrono::seconds(0)) == std::future_status::ready && engine.get();
        return there ? (*engine.get())->libraryVersions() : QString();
    };
    context.downloads = &downloads;
    context.photos = flower::deferredPhotoSource(engine);
    context.augmentation = flower::deferredAugmentationSource(engine);
    context.weightsFiles = flower::torchvisionWeights();
    context.oxford102Files = flower::oxford102Files();
    context.oxford102Folder = data.filePath(QStringLiteral("photos/oxford102"));
    flower::WeightsSession weights(flower::deferredModelInspector(engine), context.weightsFolders);
    context.weights = &weights;
    context.languages = {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    context.language = language == QLatin1String("de") ? language : QStringLiteral("en");
    context.setLanguage = [](const QString &code) {
        QSettings().setValue(QStringLiteral("language"), code);
        QMessageBox::information(QApplication::activeWindow(), QString(),
                                 QCoreApplication::translate("main", "The language changes with the next start."));
    };

    flower::MainWindow window(context);
    if (!book)
        window.showProblem(book.error().message);
    QObject::connect(&loader, &flower::EngineLoader::failed, &window,
                     [&window](const flower::Error &error) { window.showProblem(error.message); });
    std::unique_ptr<flower::StartReport> report;
    if (reportsStart) {
        report = std::make_unique<flower::StartReport>();
        QObject::connect(&loader, &flower::EngineLoader::ready, report.get(), &flower::StartReport::engineReady);
        QObject::connect(&loader, &flower::EngineLoader::failed, report.get(), &flower::StartReport::engineFailed);
    }
    flower::EngineThread runFinder(QStringLiteral("run finder"));
    window.show();
    flower::afterFirstPaint(&window, [&] {
        if (report)
            report->windowShown();
        loader.start();
        if (book)
            findRuns(runFinder, bookFile, context.runsFolder, window);
    });
    // A place given on the command line, or by dropping it on the program's icon.
    if (const QString path = arguments.value(0); path == QLatin1String("samples"))
        window.openDataset({true, {}, 1});
    else if (path.endsWith(QLatin1String(".safetensors")))
        window.openModel(path);
    else if (path.endsWith(QLatin1String(".zip"), Qt::CaseInsensitive))
        window.openProject(path);
    else if (!path.isEmpty())
        window.openDataset({false, path, 1});
    const int code = QApplication::exec();
    loader.abandon(); // before the sessions end, whose threads may be waiting
    return code;
}
