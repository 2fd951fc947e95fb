// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/common/Allocator.h"
#include "engine/data/FlowerDatasetReader.h"
#include "engine/data/PhotoDecoder.h"
#include "engine/fetch/HttpFetcher.h"
#include "engine/fetch/KnownFiles.h"
#include "engine/ml/Engine.h"
#include "engine/session/ClassifySession.h"
#include "engine/session/DatasetSession.h"
#include "engine/session/DownloadSession.h"
#include "engine/session/TrainingSession.h"
#include "engine/store/RecordingTrainer.h"
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

} // namespace

int main(int argc, char **argv)
{
    flower::keepFreedMemory();
    QApplication application(argc, argv);
    QCoreApplication::setOrganizationName(QStringLiteral("flower-trainer"));
    QCoreApplication::setApplicationName(QStringLiteral("flower-trainer"));
    QCoreApplication::setApplicationVersion(QStringLiteral(FLOWER_VERSION));
    QGuiApplication::setApplicationDisplayName({});

    QSettings settings;
    flower::applyTheme(static_cast<flower::ThemeChoice>(settings.value(QStringLiteral("theme"), 0).toInt()));
    const QString language = settings.value(QStringLiteral("language"), QLocale::system().name().left(2)).toString();
    installLanguage(application, language);

    const QDir data(QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/flower-trainer"));
    const QString bookFile = data.filePath(QStringLiteral("runs.sqlite"));
    const QString cache = QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation) + QStringLiteral("/flower-trainer");
    flower::Result<std::unique_ptr<flower::RunBook>> book = flower::RunBook::open(bookFile);

    flower::AppContext context;
    context.runsFolder = data.filePath(QStringLiteral("runs"));
    if (book) {
        context.runBook = book->get();
        if (const auto rebuilt = context.runBook->rebuild(context.runsFolder); !rebuilt)
            qWarning("%s", qPrintable(rebuilt.error().message));
    } else {
        QMessageBox::warning(nullptr, QString(), book.error().message);
    }
    flower::TrainingSession training(
        std::make_shared<flower::RecordingTrainer>(flower::makeTrainer(), bookFile, flower::mlLibraryVersions()));
    flower::DatasetSession datasets(std::make_shared<flower::FlowerDatasetReader>(cache));
    flower::ClassifySession classify(flower::makeClassifier());
    flower::DownloadSession downloads(std::make_shared<flower::HttpFetcher>()); // obeys the system's proxy
    context.training = &training;
    context.datasets = &datasets;
    context.classify = &classify;
    context.downloads = &downloads;
    context.photos = std::make_shared<flower::PhotoDecoder>();
    context.models = flower::makeModelInspector();
    context.weightsFiles = flower::torchvisionWeights();
    context.weightsFolder = data.filePath(QStringLiteral("weights"));
    context.oxford102Files = flower::oxford102Files();
    context.oxford102Folder = data.filePath(QStringLiteral("photos/oxford102"));
    context.weightsFolders = {context.weightsFolder, QCoreApplication::applicationDirPath(),
                              QCoreApplication::applicationDirPath() + QStringLiteral("/weights"),
                              qEnvironmentVariable("FLOWER_WEIGHTS")};
    context.weightsFolders.removeAll(QString());
    context.languages = {{QStringLiteral("en"), QStringLiteral("English")}, {QStringLiteral("de"), QStringLiteral("Deutsch")}};
    context.language = language == QLatin1String("de") ? language : QStringLiteral("en");
    context.setLanguage = [](const QString &code) {
        QSettings().setValue(QStringLiteral("language"), code);
        QMessageBox::information(QApplication::activeWindow(), QString(),
                                 QCoreApplication::translate("main", "The language changes with the next start."));
    };

    flower::MainWindow window(context);
    window.show();
    // A place given on the command line, or by dropping it on the program's icon.
    if (const QString path = QCoreApplication::arguments().value(1); path == QLatin1String("samples"))
        window.openDataset({true, {}, 1});
    else if (path.endsWith(QLatin1String(".safetensors")))
        window.openModel(path);
    else if (!path.isEmpty())
        window.openDataset({false, path, 1});
    return QApplication::exec();
}
