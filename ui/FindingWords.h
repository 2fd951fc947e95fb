// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DataReport.h"

#include <QList>
#include <QString>

namespace flower {

/// How the findings of the check are put in the window: under these headings, notes last and together.
enum class FindingSection { Unreadable, LabelConflict, SplitLeak, NameClash, ExactDuplicate, NearDuplicate, Tiny, OddPhoto, Notes };

FindingSection sectionOf(FindingKind kind);
/// "Same picture on both sides of the split"
QString sectionTitle(FindingSection section);
/// What it is, what it does to a training, and what can be done about it.
QString sectionText(FindingSection section);
/// "2 photos can't be read, 3 pictures are on both sides of the split": what was found, in a line; empty: nothing but notes.
QString findingsLine(const QList<DataFinding> &findings);

} // namespace flower
