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

bool leadsOut(const QString &relative)
{
    return QDir::isAbsolutePath(relative) || relative.startsWith(QLatin1String(".."));
}

/// The deepest folder that holds all of them, where all lie outside of the data set's; empty where that is one in which everybody's
/// things lie.
QString commonFolder(const Dataset &dataset)
{
    QString common = dataset.samples.isEmpty() ? QString() : QFileInfo(QDir::cleanPath(dataset.samples.first().path)).path();
    for (const Sample &sample : dataset.samples) {
        const QString path = QDir::cleanPath(sample.path);
        if (!leadsOut(markedPath(dataset.rootPath, path)))
            return {};
        while (!path.startsWith(common + QLatin1Char('/'))) {
            const QString parent = common.left(common.lastIndexOf(QLatin1Char('/')));
            if (parent.isEmpty() || parent == common)
                return {};
            common = parent;
        }
    }
    return (QDir::cleanPath(QDir::homePath()) + QLatin1Char('/')).startsWith(common + QLatin1Char('/')) ? QString() : common;
}

} // namespace

ProjectPlaces::ProjectPlaces(const Dataset &dataset) : m_root(dataset.rootPath), m_common(commonFolder(dataset))
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
    QString relative = markedPath(m_root, path);
    if (leadsOut(relative) && !m_common.isEmpty())
        relative = QDir(m_common).relativeFilePath(path);
    if (leadsOut(relative))
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
    const QString here = leadsOut(relative) ? absolute : photoOfMark(m_root, relative);
    if (!m_places.contains(here) && !QFileInfo::exists(here)) { // it was moved, and is a photo of the data set at its new place
        if (const auto taken = m_taken.constFind(entry::folded(wantedInside(here))); taken != m_taken.cend())
            return *taken;
    }
    return placeOf(here, className);
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
    m_taken.insert(entry::folded(place), place);
    return *m_places.insert(path, place);
}

} // namespace flower
