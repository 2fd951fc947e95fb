// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QSize>
#include <QString>
#include <QStringList>

namespace flower {

/// What a scan learned about one photo's file.
struct ScannedPhoto {
    QString path;
    int content = -1;    ///< equal for files that are the same byte for byte; negative: the file can't be opened
    QSize size;          ///< pixels, upright; empty where it can't be decoded
    int orientation = 1; ///< EXIF, 1 to 8; other than 1: the file's picture lies on its side or is mirrored, and is turned when it is read
    QString problem;     ///< why it can't be decoded, as a sentence; empty: it can

    bool operator==(const ScannedPhoto &) const = default;
};

/// Two photos of different content that show the same picture: in another size or compression, with other colours or a narrow crop,
/// or as its mirror image.
struct NearCopy {
    int a = 0; ///< positions in DataScan::photos, a < b; each the first of its content
    int b = 0;
    bool isMirrored = false;

    bool operator==(const NearCopy &) const = default;
};

/// A photo that looks unlike the others of its kind, as a pretrained network sees them: a guess.
struct OddPhoto {
    int photo = 0;     ///< position in DataScan::photos
    QString className; ///< its kind when it was scanned
    QString likeClass; ///< the kind that it looks like; empty: it looks like none

    bool operator==(const OddPhoto &) const = default;
};

/// What a DatasetChecker saw. What of it is worth a word is found by findInData().
struct DataScan {
    QList<ScannedPhoto> photos; ///< of the data set's samples, in their order
    QList<NearCopy> nearCopies; ///< by a, then b
    QList<OddPhoto> oddPhotos;  ///< the oddest first
    QStringList skipped;        ///< sentences on what wasn't looked for, and why
    int decoded = 0;            ///< photos that had to be decoded; what was known of the others from an earlier scan was enough

    bool operator==(const DataScan &) const = default;
};

} // namespace flower

Q_DECLARE_METATYPE(flower::DataScan)
