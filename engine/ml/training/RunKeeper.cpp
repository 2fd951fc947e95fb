// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/ml/training/RunKeeper.h"

#include "engine/ml/weights/ModelFile.h"

#include <QCoreApplication>

#include <utility>

namespace flower {

namespace {

/// Copies of tensors as they lie in files: nothing is left to be reckoned where they are written.
void copyTensors(std::map<std::string, torch::Tensor> &tensors)
{
    for (auto &[name, tensor] : tensors)
        tensor = torch::empty(tensor.sizes(), tensor.scalar_type()).copy_(tensor.detach());
}

} // namespace

RunKeeper::RunKeeper(const QString &runFolder) : m_folder(runFolder)
{
    m_timer.start();
    m_sinceKept.start();
}

void RunKeeper::begin(const MobileNetV2 &network, const ModelInfo &info, RunReporter &reporter)
{
    Result<void> begun = m_folder.begin();
    if (begun)
        begun = writeModel(m_folder.startPath(), network, info);
    check(begun, reporter);
}

void RunKeeper::goOn(const Checkpoint &checkpoint)
{
    m_folder.removeHalfWritten();
    m_epochs = checkpoint.epochs;
    m_secondsBefore = checkpoint.seconds;
}

void RunKeeper::keepBest(int epoch, const MobileNetV2 &network, const ModelInfo &info, const Evaluation &validation,
                         const std::vector<int> &photos)
{
    auto best = std::make_shared<Best>(Best{epoch, modelContent(network, info), answersOf(validation, photos)});
    copyTensors(best->model.tensors);
    m_best = std::move(best);
}

void RunKeeper::keep(Checkpoint checkpoint, RunReporter &reporter)
{
    finish(reporter);
    checkpoint.epochs = m_epochs;
    checkpoint.seconds = seconds();
    copyTensors(checkpoint.tensors);
    m_sinceKept.restart(); // also where it fails: a full disk isn't asked after each batch
    m_onItsWay = m_best;
    m_writing = std::async(std::launch::async, [folder = m_folder, state = std::move(checkpoint), best = m_best] {
        if (best) {
            if (Result<void> written = folder.writeBest(best->epoch, best->model, best->answers); !written)
                return written;
        }
        return folder.write(state);
    });
}

void RunKeeper::finish(RunReporter &reporter)
{
    if (!m_writing.valid())
        return;
    const Result<void> written = m_writing.get();
    if (written && m_best == m_onItsWay)
        m_best.reset(); // else it is tried again with the next state
    check(written, reporter);
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
                                                     "Where the run stands can't be kept on disk: %1 The training goes on. Make room, or make the "
                                                     "folder writable again, and the next epoch is kept; until then an interrupted run goes on "
                                                     "from an earlier epoch.")
                             .arg(written.error().message)});
}

} // namespace flower
