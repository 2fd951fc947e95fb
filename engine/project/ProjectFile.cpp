// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ProjectFile.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace flower {

namespace {

constexpr int kVersion = 1;
constexpr QLatin1String kFormat("flower-trainer-project");
constexpr qsizetype kLongestName = 200;
constexpr qsizetype kMostRuns = 10'000;

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QJsonObject toJson(const ProjectRun &run)
{
    QJsonObject object{{QStringLiteral("folder"), run.name}, {QStringLiteral("started"), run.startedAt.toUTC().toString(Qt::ISODate)}};
    if (run.valTop1 >= 0)
        object.insert(QStringLiteral("val_top1"), run.valTop1);
    if (run.testTop1 >= 0)
        object.insert(QStringLiteral("test_top1"), run.testTop1);
    return object;
}

/// A number of things, which is never negative.
int countFrom(const QJsonValue &value)
{
    return std::max(0, value.toInt());
}

/// An accuracy, or −1: unknown.
double fractionFrom(const QJsonValue &value)
{
    const double fraction = value.toDouble(-1.0);
    return fraction >= 0 && fraction <= 1 ? fraction : -1.0;
}

} // namespace

QByteArray ProjectFile::toJson() const
{
    QJsonArray runList;
    for (const ProjectRun &run : runs)
        runList.append(flower::toJson(run));
    const QJsonObject photoList{{QStringLiteral("count"), photos},
                                {QStringLiteral("kinds"), kinds},
                                {QStringLiteral("included"), withPhotos},
                                {QStringLiteral("missing"), QJsonArray::fromStringList(missing)}};
    return QJsonDocument(QJsonObject{{QStringLiteral("format"), kFormat},
                                     {QStringLiteral("version"), kVersion},
                                     {QStringLiteral("name"), name},
                                     {QStringLiteral("program"), QStringLiteral("Flower Trainer " FLOWER_VERSION)},
                                     {QStringLiteral("packed"), packedAt.toUTC().toString(Qt::ISODate)},
                                     {QStringLiteral("photos"), photoList},
                                     {QStringLiteral("marks"), marks},
                                     {QStringLiteral("runs"), runList}})
        .toJson();
}

Result<ProjectFile> ProjectFile::fromJson(const QByteArray &json)
{
    const QJsonObject root = QJsonDocument::fromJson(json).object();
    const QJsonValue version = root.value(QStringLiteral("version"));
    if (root.value(QStringLiteral("format")).toString() != kFormat || !version.isDouble() || version.toInt() < 1)
        return Error{ErrorCode::Unreadable, tr("its project.json is damaged or another program's")};
    if (version.toInt() > kVersion)
        return Error{ErrorCode::Unsupported, tr("a newer version of Flower Trainer wrote it; update the program")};
    ProjectFile file;
    file.name = root.value(QStringLiteral("name")).toString().simplified().left(kLongestName);
    file.packedAt = QDateTime::fromString(root.value(QStringLiteral("packed")).toString(), Qt::ISODate);
    file.marks = countFrom(root.value(QStringLiteral("marks")));
    const QJsonObject photoList = root.value(QStringLiteral("photos")).toObject();
    file.photos = countFrom(photoList.value(QStringLiteral("count")));
    file.kinds = countFrom(photoList.value(QStringLiteral("kinds")));
    file.withPhotos = photoList.value(QStringLiteral("included")).toBool(true);
    for (const QJsonValue &place : photoList.value(QStringLiteral("missing")).toArray())
        file.missing.append(place.toString());
    const QJsonArray runList = root.value(QStringLiteral("runs")).toArray();
    if (runList.size() > kMostRuns)
        return Error{ErrorCode::Unreadable, tr("it claims to hold more runs than anybody trains")};
    for (const QJsonValue &value : runList) {
        const QJsonObject run = value.toObject();
        file.runs.append({run.value(QStringLiteral("folder")).toString(),
                          QDateTime::fromString(run.value(QStringLiteral("started")).toString(), Qt::ISODate),
                          fractionFrom(run.value(QStringLiteral("val_top1"))), fractionFrom(run.value(QStringLiteral("test_top1")))});
    }
    return file;
}

QByteArray ProjectFile::readme() const
{
    const QString photosSentence = withPhotos ? tr("The photos are in the folder “photos”, listed in photos/photos.csv with their kinds.")
                                              : tr("The photos themselves are not in it: photos/photos.csv says which ones belong to it.");
    const QString text = tr("This is the project “%1” of Flower Trainer, a free program that teaches a computer to tell flowers apart. %2")
                             .arg(name, photosSentence)
        + QStringLiteral("\n\n") + tr("To open it, start Flower Trainer and drop the ZIP file on its window, or choose File, Open a project (ZIP).")
        + QLatin1Char('\n');
    return text.toUtf8();
}

} // namespace flower
