// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <functional>
#include <memory>
#include <utility>

namespace flower {

class CameraSource;
class CheckSession;
class ClassifySession;
class DatasetSession;
class DownloadSession;
class EvaluateSession;
class MapSession;
class ProjectSession;
class LearningRateSession;
class RunBook;
class TrainingSession;
class WeightsSession;

/// What the window is given by the program; the owner is app. Nothing here names a library of the engine.
struct AppContext {
    TrainingSession *training = nullptr;
    DatasetSession *datasets = nullptr;
    CheckSession *check = nullptr;        ///< null: photos aren't looked through before training
    ClassifySession *classify = nullptr;
    ClassifySession *runExplanations = nullptr; ///< for the models of past runs, beside the one that classifies; null: none
    WeightsSession *weights = nullptr;
    EvaluateSession *evaluate = nullptr;  ///< null: models can't be measured on other photos
    MapSession *map = nullptr;            ///< null: photos aren't placed on a map
    LearningRateSession *rates = nullptr; ///< null: no learning rate can be searched for
    ProjectSession *projects = nullptr;   ///< null: projects can't be handed on or opened
    RunBook *runBook = nullptr;           ///< null: the book can't be used; runs still write their folders
    std::shared_ptr<const PhotoSource> photos;
    std::shared_ptr<const AugmentationSource> augmentation; ///< null: augmentation can't be previewed
    std::function<QString()> libraryVersions; ///< "LibTorch 2.13.0"; empty text while the engine isn't there
    std::function<std::unique_ptr<CameraSource>()> makeCamera; ///< empty: this build knows no cameras
    QString runsFolder;                   ///< each run gets a folder in it
    QString reviewsFolder;                ///< what was decided about photos in review; empty: it isn't kept
    QString correctionsFolder;            ///< which classes were given to photos on Classify; empty: it isn't kept
    QString placesFile;                   ///< where photos lie now that were moved (PhotoPlacesFile); empty: it isn't kept
    QStringList weightsFolders;           ///< looked through for pretrained weights
    DownloadSession *downloads = nullptr; ///< null: nothing is offered to be fetched
    QList<RemoteFile> weightsFiles;       ///< pretrained weights to choose from, the best first
    QString weightsFolder;                ///< where fetched weights go; one of `weightsFolders`
    QList<RemoteFile> oxford102Files;
    QString oxford102Folder;              ///< where they go
    QList<std::pair<QString, QString>> languages; ///< code and name in that language
    QString language;                     ///< code in use
    std::function<void(const QString &code)> setLanguage;
};

} // namespace flower
