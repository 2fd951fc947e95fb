// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <vector>

// Internal to flower_data.

namespace flower {

/// The whole numbers of a real matrix in a MATLAB 5 file (“MAT-File Format”, The MathWorks, level 5: versions 5 to 7, compressed
/// or not, in either byte order), column by column; empty where the file is none, is over 16 MB, or has no such matrix of up to a
/// million numbers. What is no number of 32 bits is 0. Files of version 7.3, which are HDF5, are not read: the official ones
/// aren't. Our own reader, because libmatio takes gigabytes of memory where a small file tells it to.
std::vector<int> matNumbers(const QString &file, const QByteArray &name);

} // namespace flower
