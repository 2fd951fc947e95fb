// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/RunKeeper.h"

#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>

namespace flower {

void RunKeeper::begin(const MobileNetV2 &network, const ModelInfo &info, RunReporter &reporter)
{
    Result<void> begun = m_folder.begin();
    if (begun)
        begun = writeModel(m_folder.startPath(), network, info);
    check(begun, reporter);
}

void RunKeeper::goOn(const Checkpoint &checkpoint)
{
    m_epochs = checkpoint.epochs;
    m_secondsBefore = checkpoint.seconds;
}

void RunKeeper::keepBest(int epoch, const MobileNetV2 &network, const ModelInfo &info, const Evaluation &validation,
                         const std::vector<int> &photos, RunReporter &reporter)
{
    Result<void> written = m_folder.writeAnswers(epoch, validation, photos);
    if (written)
        written = writeModel(m_folder.bestPath(epoch), network, info);
    check(written, reporter);
}

void RunKeeper::keep(Checkpoint checkpoint, RunReporter &reporter)
{
    checkpoint.epochs = m_epochs;
    checkpoint.seconds = seconds();
    checkpoint.tensors.emplace("random", randomState());
    check(m_folder.write(checkpoint), reporter);
}

double RunKeeper::bestValTop1(Phase phase) const
{
    double best = 0.0;
    for (const EpochResult &epoch : m_epochs) {
        if (epoch.phase == phase && epoch.isBest)
            best = epoch.valTop1;
    }
    return best;
}

void RunKeeper::check(const Result<void> &written, RunReporter &reporter)
{
    if (written || m_warned)
        return;
    m_warned = true;
    reporter.send(Notice{QCoreApplication::translate("flower",
                                                     "Where the run stands can't be kept on disk: %1 The training goes on. Make room, and the "
                                                     "next epoch is kept again; until then an interrupted run goes on from an earlier epoch.")
                             .arg(written.error().message)});
}

} // namespace flower
