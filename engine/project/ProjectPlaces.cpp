// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/ProjectPlaces.h"

#include "engine/core/PhotoCopies.h"
#include "engine/core/PhotoFiles.h"
#include "engine/core/StoredPaths.h"
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
QString folderOfAll(const Dataset &dataset, const QDir &folder)
{
    QString common = dataset.samples.isEmpty() ? QString() : QFileInfo(QDir::cleanPath(dataset.samples.first().path)).path();
    for (const Sample &sample : dataset.samples) {
        const QString path = QDir::cleanPath(sample.path);
        if (!leadsOut(folder.relativeFilePath(path)))
            return {};
        common = commonFolder(common, QFileInfo(path).path());
    }
    const bool holdsHome = (QDir::cleanPath(QDir::homePath()) + QLatin1Char('/')).startsWith(common + QLatin1Char('/'));
    return common.isEmpty() || holdsHome || isEverybodys(common) ? QString() : common;
}

} // namespace

ProjectPlaces::ProjectPlaces(const Dataset &dataset) : m_folder(datasetFolder(dataset.rootPath)), m_common(folderOfAll(dataset, m_folder))
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
    QString relative = m_folder.relativeFilePath(path);
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
    if (rootPath != m_otherRoot) { // to find its folder takes a look at the disk
        m_otherRoot = rootPath;
        m_otherFolder = QDir(datasetFolder(rootPath));
    }
    const QString absolute = QDir::cleanPath(m_otherFolder.absoluteFilePath(path)); // an absolute path stays one
    const QString relative = m_otherFolder.relativeFilePath(absolute);
    const QString here = leadsOut(relative) ? absolute : QDir::cleanPath(m_folder.absoluteFilePath(relative));
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
