// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/ModelCard.h"

#include "engine/core/StoredFile.h"
#include "engine/report/ModelCardHtml.h"
#include "engine/report/ModelCardJson.h"

#include <QCoreApplication>
#include <QDir>
#include <QSysInfo>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

CardData describeData(const Dataset &dataset)
{
    CardData data;
    data.name = dataset.name;
    data.path = dataset.kind == DatasetKind::Samples ? QString() : dataset.rootPath;
    data.classNames = dataset.classNames;
    data.trainPhotos = dataset.countsPerClass(Subset::Train);
    data.valPhotos = dataset.countsPerClass(Subset::Validation);
    data.testPhotos = dataset.countsPerClass(Subset::Test);
    data.leftOut = dataset.problems;
    data.splitWasGiven = dataset.splitWasGiven;
    data.splitSeed = dataset.splitSeed;
    data.splitHash = dataset.splitHash();
    return data;
}

CardEnvironment currentEnvironment(const QString &libraries, const QString &device, int threads)
{
    CardEnvironment environment;
    environment.program = QStringLiteral("Flower Trainer " FLOWER_VERSION);
    environment.libraries = libraries;
    environment.qt = QString::fromLatin1(qVersion());
    environment.system = QStringLiteral("%1, %2 %3").arg(QSysInfo::prettyProductName(), QSysInfo::kernelType(), QSysInfo::kernelVersion());
    environment.processor = QSysInfo::currentCpuArchitecture();
    environment.device = device;
    environment.threads = threads;
    return environment;
}

ModelCard evaluationCard(const ModelEvaluation &measured, const Dataset &dataset, const CardEnvironment &environment)
{
    ModelCard card;
    card.model = measured.model;
    card.data = describeData(dataset);
    card.measurements = {{measured.subset, measured.evaluation}};
    card.unknownClasses = measured.unknownClasses;
    card.unseenClasses = measured.unseenClasses;
    card.environment = environment;
    card.writtenAt = QDateTime::currentDateTimeUtc();
    return card;
}

Result<QString> writeModelCard(const QString &folder, const ModelCard &card)
{
    if (!QDir().mkpath(folder))
        return Error{ErrorCode::Unwritable, tr("The folder %1 can't be made. Choose another place for the model card.").arg(folder)};
    const QDir place(folder);
    QString page = place.absoluteFilePath(QStringLiteral("model-card.html"));
    for (const auto &[path, bytes] : {std::pair{page, modelCardHtml(card)},
                                      std::pair{place.absoluteFilePath(QStringLiteral("model-card.json")), modelCardJson(card)}}) {
        if (const Result<void> written = writeFile(path, bytes); !written)
            return written.error();
    }
    return page;
}

} // namespace flower
