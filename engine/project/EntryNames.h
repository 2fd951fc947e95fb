// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// Internal to flower_project: the names in a project's ZIP, and what each may be.

namespace flower::entry {

inline constexpr QLatin1String kProject("project.json");
inline constexpr QLatin1String kReadme("README.txt");
inline constexpr QLatin1String kMarks("review.json");
inline constexpr QLatin1String kPhotoTable("photos/photos.csv");
inline constexpr QLatin1String kPhotos("photos/");
inline constexpr QLatin1String kRuns("runs/");
inline constexpr QLatin1String kRunFile("run.json");
inline constexpr QLatin1String kSplit("split.csv");
inline constexpr QLatin1String kCardPage("model-card.html");
inline constexpr QLatin1String kCardData("model-card.json");
/// The ways from a run's folder to the photos.
inline constexpr QLatin1String kWayToTable("../../photos/photos.csv");
inline constexpr QLatin1String kWayToPhotos("../../photos");

/// What an entry is. What is none of these is left out.
enum class Part { Other, Project, Readme, Marks, PhotoTable, Photo, RunFile };

struct Place {
    Part part = Part::Other;
    QString run;  ///< of a file of a run: the name of its folder
    QString file; ///< below photos/, or below the run's folder
};

/// What an entry of this name is. A file below photos/ is a photo only where the project's list names it.
Place placeOf(const QString &name);
/// The most bytes that such a file can have; what is larger was never written by this program.
qint64 largest(const Place &place);

/// Whether the name leads to a file below the folder that it is unpacked to, and to the same one on every system: relative, no "..",
/// no drive letters, no names that Windows keeps for devices, no more than 16 folders deep.
bool isSafe(const QString &name);
/// A name for one folder or file that is safe: as it is where it can be.
QString safeStep(const QString &name);
/// What comes behind the last slash of either kind.
QString lastStep(QString path);
/// With a number, where another file has the name already: "daisy (2).jpg".
QString numbered(const QString &name, int number);
/// What two names have in common that are one on a system that knows no capitals, or composes accents.
QString folded(const QString &name);

} // namespace flower::entry
