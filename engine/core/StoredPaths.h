// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

// How files that the program keeps name the files of a user: so that both can move together, and so that a stranger's file can't
// make the program open anything on another computer.

namespace flower {

/// Whether opening a path would call another computer: //computer/folder, \\computer\folder. Nobody asked for that where the path
/// comes from a file.
bool leadsToNetwork(const QString &path);

/// The folder that the photos of a data set are named from: what was read itself, or the folder that a list of photos (CSV) lies in.
/// Looks at the disk for no more than whether it is a folder; where it is gone, a name that ends in .csv is taken for a list.
QString datasetFolder(const QString &rootPath);

/// Whether so much lies in a folder that two things in it have nothing to do with each other: the home folder, that for pictures.
bool isEverybodys(const QString &folder);

/// The deepest folder that holds both of two clean absolute paths, or is one of them; empty where they lie on two drives.
QString commonFolder(const QString &first, const QString &second);

/// A path as a file keeps it: relative to `folder` where it lies beneath, else absolute.
QString storedPath(const QString &folder, const QString &path);
/// The path that storedPath() was given, or one relative to `folder` in any way. One that leads to another computer is taken for
/// one beneath `folder`, where nothing is: the photo is not there, until the user says where it is.
QString pathFromStored(const QString &folder, const QString &stored);

/// Where a data set lies, as a run's folder keeps it: relative to the run's folder where both belong to one project, else absolute.
/// They do where the run's folder lies beneath the data set's, or both lie at most two folders below one that isn't the root of a
/// disk, the user's home or one of the system's own folders in it (Documents, Pictures …). Empty stays empty.
QString storedDatasetPath(const QString &runFolder, const QString &rootPath);

} // namespace flower
