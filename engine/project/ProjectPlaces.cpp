// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ProjectPlaces.h"

#include "engine/core/PhotoCopies.h"
#include "engine/core/PhotoFiles.h"
#include "engine/core/PhotoMarks.h"
#include "engine/project/EntryNames.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

namespace flower {

namespace {

constexpr QLatin1String kElsewhere("elsewhere/");

/// An ending that says what the file is, for a photo whose name doesn't.
QString endingFor(const QString &path)
{
    QFile file(path);
    const QByteArray start = QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly) ? file.read(4) : QByteArray();
    for (const auto &[bytes, ending] : {std::pair{"\x89PNG", ".png"}, std::pair{"BM", ".bmp"}, std::pair{"II*", ".tif"},
                                        std::pair{"MM", ".tif"}, std::pair{"RIFF", ".webp"}}) {
        if (start.startsWith(bytes))
            return QString::fromLatin1(ending);
    }
    return QStringLiteral(".jpg");
}

} // namespace

ProjectPlaces::ProjectPlaces(const Dataset &dataset) : m_root(dataset.rootPath)
{
    m_places.reserve(dataset.samples.size());
    for (const Sample &sample : dataset.samples) { // first, so that no stranger takes the name of one
        if (const QString wanted = wantedInside(sample.path); !wanted.isEmpty())
            give(QDir::cleanPath(sample.path), wanted);
    }
    for (const Sample &sample : dataset.samples)
        placeOf(sample.path, dataset.classNames.value(sample.label));
}

QString ProjectPlaces::wantedInside(const QString &path) const
{
    const QString relative = markedPath(m_root, path);
    if (QDir::isAbsolutePath(relative) || relative.startsWith(QLatin1String("..")))
        return {};
    QStringList steps = relative.split(QLatin1Char('/'), Qt::SkipEmptyParts);
    for (QString &step : steps)
        step = entry::safeStep(step);
    const QString wanted = steps.join(QLatin1Char('/'));
    return entry::isSafe(entry::kPhotos + wanted) ? wanted : QString();
}

QString ProjectPlaces::placeOf(const QString &path, const QString &className)
{
    const QString clean = QDir::cleanPath(path);
    if (const auto known = m_places.constFind(clean); known != m_places.cend())
        return *known;
    const QString inside = wantedInside(clean);
    return give(clean, !inside.isEmpty() ? inside
                                         : kElsewhere + entry::safeStep(folderNameFor(className)) + QLatin1Char('/')
                                               + entry::safeStep(clean.section(QLatin1Char('/'), -1)));
}

QString ProjectPlaces::placeOf(const QString &path, const QString &className, const QString &rootPath)
{
    const QString absolute = photoOfMark(rootPath, path); // an absolute path stays one
    const QString relative = markedPath(rootPath, absolute);
    const bool isInside = !QDir::isAbsolutePath(relative) && !relative.startsWith(QLatin1String(".."));
    return placeOf(isInside ? photoOfMark(m_root, relative) : absolute, className);
}

QString ProjectPlaces::give(const QString &path, QString wanted)
{
    if (!hasPhotoEnding(wanted))
        wanted += endingFor(path);
    int &number = m_numbers[entry::folded(wanted)];
    QString place;
    do {
        place = entry::numbered(wanted, ++number);
    } while (m_taken.contains(entry::folded(place)));
    m_taken.insert(entry::folded(place));
    return *m_places.insert(path, place);
}

} // namespace flower
