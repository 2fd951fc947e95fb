// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ClassReport.h"
#include "engine/core/Metrics.h"
#include "engine/store/RunFolder.h"

#include <QList>
#include <QString>

namespace flower {

/// What the tabs of the Results page show of the selected run: its settings and numbers, and the answers to the photos of
/// one subset. A value: it is read in a worker and handed to every tab.
struct ShownRun {
    RunDetails details;               ///< with the photos' place now
    Subset subset = Subset::Test;     ///< whose photos `results` are
    QList<Subset> subsets;            ///< that there are answers of; test first
    QList<PhotoResult> results;       ///< as in the run's prediction file: five answers a photo, no logits
    ConfusionMatrix confusion{{}, 0}; ///< of `results`
    QList<int> similarityOrder;       ///< the classes, those that are taken for one another side by side
    QString problem;                  ///< why there are no results, as a sentence for the user; empty where there are

    /// The numbers of the run on `subset`; null where it wasn't measured.
    [[nodiscard]] const Evaluation *evaluation() const
    {
        const std::optional<Evaluation> &measured = subset == Subset::Test ? details.test : details.validation;
        return measured ? &*measured : nullptr;
    }

    bool operator==(const ShownRun &) const = default;
};

} // namespace flower
