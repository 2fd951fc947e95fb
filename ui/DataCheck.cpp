// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/DataCheck.h"

#include "engine/core/Contracts.h"
#include "engine/session/CheckSession.h"
#include "engine/session/EngineThread.h"
#include "engine/session/TrainingSession.h"
#include "ui/AppContext.h"
#include "ui/PhotoReview.h"
#include "ui/Workspace.h"

#include <QHash>
#include <QSet>

#include <algorithm>

namespace flower {

DataCheck::DataCheck(AppContext *context, Workspace *workspace, QObject *parent)
    : QObject(parent), m_context(context), m_workspace(workspace), m_wanted(std::make_shared<std::atomic<int>>(0))
{
    CheckSession *session = m_context->check;
    if (!session)
        return;
    m_judge = std::make_unique<EngineThread>(QStringLiteral("findings"));
    connect(session, &CheckSession::progressed, this, &DataCheck::progressed);
    connect(session, &CheckSession::foundSoFar, this, [this](const DataScan &scan) { take(scan, false); });
    connect(session, &CheckSession::finished, this, [this](const DataScan &scan) { take(scan, true); });
    connect(session, &CheckSession::failed, this, [this](const Error &error) {
        const bool isStopped = error.code == ErrorCode::Interrupted;
        setState(isStopped ? State::Stopped : State::Failed, isStopped ? QString() : error.message);
    });
    connect(m_workspace, &Workspace::datasetChanged, this, &DataCheck::start);
    connect(m_workspace, &Workspace::marksChanged, this, [this] {
        if (!m_scan.photos.isEmpty())
            judge();
    });
    const auto makeWay = [this] {
        m_context->check->setPaused(m_context->training->isRunning());
        if (m_state == State::Running)
            Q_EMIT changed();
    };
    connect(m_context->training, &TrainingSession::stateChanged, this, makeWay);
    makeWay();
}

DataCheck::~DataCheck()
{
    ++*m_wanted;
}

bool DataCheck::isWaiting() const
{
    return m_state == State::Running && m_context->check->isPaused();
}

int DataCheck::count(FindingKind kind) const
{
    return static_cast<int>(std::count_if(m_shown.cbegin(), m_shown.cend(), [kind](const DataFinding &finding) { return finding.kind == kind; }));
}

void DataCheck::start()
{
    forget();
    if (!m_workspace->hasDataset()) {
        m_context->check->cancel();
        setState(State::Nothing);
        return;
    }
    m_context->check->start(m_workspace->datasetAsRead());
    setState(State::Running);
}

void DataCheck::cancel()
{
    m_context->check->cancel();
}

void DataCheck::take(const DataScan &scan, bool isWhole)
{
    m_scan = scan;
    m_isWhole = isWhole;
    judge();
}

/// In the judge's thread: 100,000 photos take a tenth of a second.
DataCheck::Judgement DataCheck::judgementOf(const Dataset &dataset, const DataScan &scan)
{
    Judgement judgement{findInData(dataset, scan), {}};
    QHash<int, FindingKind> gravest; // of each group
    for (const DataFinding &finding : std::as_const(judgement.report.findings)) { // the gravest come first
        if (finding.group < 0 || gravest.value(finding.group, finding.kind) == finding.kind)
            judgement.shown.append(finding);
        if (finding.group >= 0 && !gravest.contains(finding.group))
            gravest.insert(finding.group, finding.kind);
    }
    return judgement;
}

void DataCheck::judge()
{
    const int number = ++*m_wanted;
    m_judge->post([this, number, wanted = m_wanted, judge = m_judge.get(), dataset = m_workspace->dataset(), scan = m_scan] {
        if (*wanted != number)
            return;
        judge->reply([this, number, judgement = judgementOf(dataset, scan)] {
            if (*m_wanted != number)
                return; // the marks are others by now
            m_report = judgement.report;
            m_shown = judgement.shown;
            setState(m_isWhole ? State::Done : m_state, m_problem);
        });
    });
}

void DataCheck::forget()
{
    ++*m_wanted;
    m_scan = {};
    m_isWhole = false;
    m_report = {};
    m_shown.clear();
}

void DataCheck::setState(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT changed();
}

void DataCheck::apply(const Remedy &remedy)
{
    decide(remedy.photos, remedy.className);
}

QStringList DataCheck::photosOfAll(FindingKind kind) const
{
    QStringList photos;
    if (kind == FindingKind::OddPhoto)
        return photos; // guesses: each is to be looked at
    for (const DataFinding &finding : m_shown) {
        if (finding.kind == kind && !finding.remedies.isEmpty() && finding.remedies.first().className.isEmpty())
            photos += finding.remedies.first().photos;
    }
    return photos;
}

void DataCheck::applyAll(FindingKind kind)
{
    decide(photosOfAll(kind), {});
}

void DataCheck::decide(const QStringList &photos, const QString &className)
{
    const Dataset &dataset = m_workspace->datasetAsRead();
    const QSet<QString> wanted(photos.cbegin(), photos.cend());
    QStringList paths;
    QHash<QString, QString> given; // what a photo was called when it was read
    for (const Sample &sample : dataset.samples) {
        if (!wanted.contains(sample.path))
            continue;
        paths.append(markedPath(dataset.rootPath, sample.path));
        given.insert(paths.last(), dataset.classNames.at(sample.label));
    }
    const auto count = static_cast<int>(paths.size());
    m_workspace->review()->decide(
        dataset.rootPath, paths,
        className.isEmpty() ? tr("leave out %n photo(s)", nullptr, count) : tr("put %n photo(s) under %1", nullptr, count).arg(className),
        [&](const QString &path, const std::optional<PhotoMark> &before) -> std::optional<PhotoMark> {
            const QString first = before && !before->given.isEmpty() ? before->given : given.value(path);
            if (className.isEmpty())
                return PhotoMark{true, {}, first};
            return className == given.value(path) ? std::nullopt : std::optional(PhotoMark{false, className, first});
        });
}

} // namespace flower
