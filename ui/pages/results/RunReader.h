// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/session/Beside.h"
#include "ui/pages/results/ShownRun.h"

#include <QObject>
#include <QStringList>

#include <optional>

namespace flower {

/// What was read of the selected runs.
struct SelectedRuns {
    ShownRun shown;          ///< the first one
    QList<RunDetails> runs;  ///< all that could be read, for their curves
    QStringList problems;    ///< a sentence for each that couldn't
};

/// Reads the folders of runs in a worker: 6,000 answers of 102 classes take longer than a window may stand still.
/// GUI thread; the newest wish counts, and the answers to those before it are dropped.
class RunReader : public QObject
{
    Q_OBJECT
public:
    /// `placesFile`: where photos lie now that were moved (PhotoPlacesFile).
    explicit RunReader(QString placesFile, QObject *parent = nullptr);

    /// read() follows, always later. Without `subset` the test photos, where there are answers to them, else the validation photos.
    void start(const QStringList &folders, std::optional<Subset> subset);

Q_SIGNALS:
    void read(const flower::SelectedRuns &selected);

private:
    QString m_placesFile;
    NewestBeside m_reading;
};

/// What start() does in the worker; the first of `folders` becomes the shown run.
SelectedRuns readRuns(const QStringList &folders, std::optional<Subset> subset, const QString &placesFile = {});

} // namespace flower
