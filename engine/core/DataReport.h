// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DataScan.h"
#include "engine/core/Dataset.h"

#include <array>

namespace flower {

/// What may be wrong with photos. The first seven are findings, in the order of what they do to a training; the others are guesses and
/// notes, which count for nothing.
enum class FindingKind {
    Unreadable,
    LabelConflict,
    SplitLeak,
    NameClash,
    ExactDuplicate,
    NearDuplicate,
    Tiny,
    OddPhoto,
    Imbalance,
    Turned,
    LowResolution,
};
inline constexpr std::array kCountedFindings{FindingKind::Unreadable, FindingKind::LabelConflict, FindingKind::SplitLeak, FindingKind::NameClash,
                                             FindingKind::ExactDuplicate, FindingKind::NearDuplicate, FindingKind::Tiny};

/// "unreadable", "label_conflict" …: the words of the terminal.
QString findingKey(FindingKind kind);

/// What can be done about a finding, in one step: leave photos out, or give them another class. Files are never touched.
struct Remedy {
    QString text;      ///< for a button: "Leave the copies out"
    QStringList photos; ///< what is changed; paths as in the data set
    QString className; ///< their new class; empty: they are left out

    bool operator==(const Remedy &) const = default;
};

/// One thing that was found.
struct DataFinding {
    FindingKind kind = FindingKind::Unreadable;
    QString sentence;
    QStringList photos;      ///< those it is about; the one that is best kept comes first
    QStringList classNames;  ///< where names are what it is about
    QList<Remedy> remedies;  ///< the suggested one first; none: there is nothing to do
    int group = -1;          ///< the same for all findings about the same copies; negative: it is about no copies

    bool operator==(const DataFinding &) const = default;
};

/// How much was found; docs/data-check.md defines each number.
struct FindingCounts {
    int unreadable = 0;      ///< photos
    int tiny = 0;            ///< photos
    int exactDuplicates = 0; ///< photos beyond the first of each group of files that are the same byte for byte
    int nearDuplicates = 0;  ///< contents beyond the first of each group of photos that show the same picture
    int splitLeaks = 0;      ///< pictures that lie in more than one subset
    int labelConflicts = 0;  ///< pictures that have more than one class
    int nameClashes = 0;     ///< groups of class names

    [[nodiscard]] bool isAnything() const { return *this != FindingCounts(); }
    [[nodiscard]] int of(FindingKind kind) const;
    bool operator==(const FindingCounts &) const = default;
};

struct DataReport {
    QList<DataFinding> findings; ///< by kind, in the order of FindingKind
    FindingCounts counts;
    QStringList skipped;         ///< sentences on what wasn't looked for, and why

    bool operator==(const DataReport &) const = default;
};

/// Photos whose shorter side has fewer pixels than this are tiny.
inline constexpr int kTinySide = 64;

/// Judges what a scan saw, with the classes and subsets that `dataset` gives the photos: the data set that was scanned, or the same
/// one with other marks. Photos that it doesn't have any more count for nothing.
DataReport findInData(const Dataset &dataset, const DataScan &scan);

} // namespace flower

Q_DECLARE_METATYPE(flower::DataReport)
