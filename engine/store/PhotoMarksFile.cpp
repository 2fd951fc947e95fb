// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/PhotoMarksFile.h"

#include "engine/core/StoredFile.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace flower {

namespace {

constexpr int kVersion = 1;
constexpr int kStemLength = 40;
constexpr int kHashLength = 8; // hex digits

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

bool isList(const QFileInfo &root)
{
    return root.suffix().compare(QLatin1String("csv"), Qt::CaseInsensitive) == 0;
}

/// What a file's name begins with: the name of the data set's folder.
QString stemOf(const QFileInfo &root)
{
    QString stem;
    for (const QChar character : (isList(root) ? root.dir().dirName() : root.fileName()).left(kStemLength))
        stem += character.isLetterOrNumber() || character == QLatin1Char('-') ? character : QLatin1Char('_');
    return stem;
}

QJsonObject markToJson(const QString &path, const PhotoMark &mark)
{
    QJsonObject object{{QStringLiteral("path"), path}};
    if (mark.leaveOut)
        object.insert(QStringLiteral("leave_out"), true);
    else
        object.insert(QStringLiteral("relabel"), mark.className);
    if (!mark.given.isEmpty())
        object.insert(QStringLiteral("given"), mark.given);
    return object;
}

/// Nothing where the object is no mark: it says what to do in exactly one way.
std::optional<PhotoMark> markFrom(const QJsonObject &object)
{
    PhotoMark mark;
    mark.leaveOut = object.value(QStringLiteral("leave_out")).toBool();
    mark.className = object.value(QStringLiteral("relabel")).toString();
    mark.given = object.value(QStringLiteral("given")).toString();
    if (object.value(QStringLiteral("path")).toString().isEmpty() || mark.leaveOut != mark.className.isEmpty())
        return std::nullopt;
    return mark;
}

} // namespace

PhotoMarksFile::PhotoMarksFile(QString path) : m_path(std::move(path)) {}

PhotoMarksFile PhotoMarksFile::forDataset(const QString &folder, const QString &rootPath)
{
    const QFileInfo root(QDir::cleanPath(rootPath));
    const QByteArray hash = QCryptographicHash::hash(root.absoluteFilePath().toUtf8(), QCryptographicHash::Sha256);
    return PhotoMarksFile(QDir(folder).filePath(
        QStringLiteral("%1-%2.json").arg(stemOf(root), QString::fromLatin1(hash.toHex().left(kHashLength)))));
}

QString PhotoMarksFile::patternOf(const QString &rootPath)
{
    const QFileInfo root(QDir::cleanPath(rootPath));
    return (isList(root) ? QStringLiteral("*") : stemOf(root) + QStringLiteral("-*")) + QStringLiteral(".json");
}

Result<StoredMarks> PhotoMarksFile::read() const
{
    const QString damagedText = tr("%1 is no file of a review, or it is damaged.");
    const Result<QJsonObject> file =
        readJsonFile(m_path, {kVersion, damagedText,
                              tr("The review in %1 was written by a newer version of Flower Trainer. Update the program; the file "
                                 "was left as it is.")});
    if (!file)
        return file.error();
    const std::optional<StoredMarks> stored = fromJson(*file);
    return stored ? Result<StoredMarks>(*stored) : Error{ErrorCode::Unreadable, damagedText.arg(m_path)};
}

std::optional<StoredMarks> PhotoMarksFile::fromJson(const QJsonObject &root)
{
    if (!root.value(QStringLiteral("photos")).isArray())
        return std::nullopt;
    StoredMarks stored;
    stored.rootPath = root.value(QStringLiteral("root")).toString();
    for (const QJsonValue &photo : root.value(QStringLiteral("photos")).toArray()) {
        const QJsonObject object = photo.toObject();
        const std::optional<PhotoMark> mark = markFrom(object);
        if (!mark)
            return std::nullopt;
        stored.marks.photos.insert(object.value(QStringLiteral("path")).toString(), *mark);
    }
    return stored;
}

Result<void> PhotoMarksFile::write(const StoredMarks &stored)
{
    if (const Result<StoredMarks> present = read(); !present && present.error().code != ErrorCode::NotFound) {
        if (present.error().code == ErrorCode::Unsupported)
            return present.error();
        if (const Result<QString> aside = setAside(); !aside)
            return aside.error();
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath()); // where it fails, writing says why
    return writeFile(m_path, toJson(stored));
}

QByteArray PhotoMarksFile::toJson(const StoredMarks &stored)
{
    QJsonArray photos;
    for (auto mark = stored.marks.photos.cbegin(); mark != stored.marks.photos.cend(); ++mark)
        photos.append(markToJson(mark.key(), mark.value()));
    const QJsonObject root{{QStringLiteral("version"), kVersion},
                           {QStringLiteral("root"), stored.rootPath},
                           {QStringLiteral("photos"), photos}};
    return QJsonDocument(root).toJson();
}

Result<QString> PhotoMarksFile::setAside()
{
    return flower::setAside(m_path);
}

} // namespace flower
