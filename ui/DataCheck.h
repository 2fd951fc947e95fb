// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/DataReport.h"

#include <QObject>
#include <QString>

#include <atomic>
#include <memory>

namespace flower {

struct AppContext;
class EngineThread;
class Workspace;

/// The check of the photos that are open: starts by itself when others are opened, waits while a training runs, and judges anew
/// whenever marks change, so that what was put right goes away and comes back with undo. What the pixels show is there first; what a
/// network sees may take minutes. Judging goes on beside the window; until it has ended, what was found before stands. GUI thread.
class DataCheck : public QObject
{
    Q_OBJECT
public:
    enum class State { Nothing, Running, Done, Stopped, Failed };

    DataCheck(AppContext *context, Workspace *workspace, QObject *parent = nullptr);
    ~DataCheck() override;

    [[nodiscard]] State state() const { return m_state; }
    /// Held by a training.
    [[nodiscard]] bool isWaiting() const;
    [[nodiscard]] QString problem() const { return m_problem; } ///< where it failed
    [[nodiscard]] const DataReport &report() const { return m_report; }
    /// What the pixels show is known, and more is being looked for.
    [[nodiscard]] bool isLookingCloser() const { return m_state == State::Running && !m_scan.photos.isEmpty(); }
    /// The findings to show: of those about the same copies only the gravest, because its remedy comes first.
    [[nodiscard]] const QList<DataFinding> &findings() const { return m_shown; }
    [[nodiscard]] int count(FindingKind kind) const; ///< of findings()

    void start();
    void cancel();
    /// Does what a remedy says, as one step that can be undone.
    void apply(const Remedy &remedy);
    /// Leaves out all that the first remedies of the findings of a kind leave out, in one step.
    void applyAll(FindingKind kind);
    /// Photos that applyAll() would leave out; none where findings are guesses.
    [[nodiscard]] QStringList photosOfAll(FindingKind kind) const;

Q_SIGNALS:
    void changed();                             ///< another state, or other findings
    void progressed(qint64 done, qint64 total);

private:
    struct Judgement {
        DataReport report;
        QList<DataFinding> shown;
    };
    static Judgement judgementOf(const Dataset &dataset, const DataScan &scan);
    void take(const DataScan &scan, bool isWhole);
    void judge();
    void forget();
    void setState(State state, const QString &problem = {});
    void decide(const QStringList &photos, const QString &className);

    AppContext *m_context;
    Workspace *m_workspace;
    State m_state = State::Nothing;
    QString m_problem;
    DataScan m_scan;
    bool m_isWhole = false; ///< m_scan is
    DataReport m_report;
    QList<DataFinding> m_shown;
    std::shared_ptr<std::atomic<int>> m_wanted; ///< the number of the newest judgement: older ones are not wanted any more
    std::unique_ptr<EngineThread> m_judge;      ///< null: there is no session
};

} // namespace flower
