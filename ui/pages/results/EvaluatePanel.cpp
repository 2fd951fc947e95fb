// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/EvaluatePanel.h"

#include "engine/report/ModelCard.h"
#include "engine/store/RunFolder.h"
#include "ui/AppContext.h"
#include "ui/Format.h"
#include "ui/PlainTip.h"
#include "ui/theme/Icons.h"
#include "ui/project/ProjectBar.h"
#include "ui/widgets/Labels.h"

#include <QDir>
#include <QDragEnterEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QProgressBar>
#include <QToolButton>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kBarSteps = 1000;
constexpr int kNamesShown = 8;

void setProgress(QProgressBar *bar, qint64 done, qint64 total)
{
    bar->setRange(0, total > 0 ? kBarSteps : 0);
    bar->setValue(total > 0 ? static_cast<int>(done * kBarSteps / total) : 0);
}

} // namespace

EvaluatePanel::EvaluatePanel(AppContext *context, QWidget *parent)
    : QFrame(parent), m_context(context), m_title(makeLabel({}, "cardTitle")), m_path(new QLineEdit),
      m_folder(new QPushButton(themedIcon(QStringLiteral("folder")), tr("Folder…"))),
      m_list(new QPushButton(themedIcon(QStringLiteral("table")), tr("List (CSV)…"))), m_evaluate(new QPushButton(tr("Evaluate"))),
      m_bar(new QProgressBar), m_cancel(new QPushButton(tr("Cancel"))), m_message(makeLabel({})), m_results(new QWidget),
      m_numbers(new QGridLayout), m_basis(makeLabel({}, "muted")), m_unmatched(makeLabel({}, "warning")),
      m_save(new QPushButton(themedIcon(QStringLiteral("save")), tr("Save model card…")))
{
    setObjectName(QStringLiteral("card"));
    setAcceptDrops(true);
    m_path->setObjectName(QStringLiteral("evaluatePath"));
    m_folder->setObjectName(QStringLiteral("evaluateFolder"));
    m_list->setObjectName(QStringLiteral("evaluateList"));
    m_evaluate->setObjectName(QStringLiteral("evaluate"));
    m_bar->setObjectName(QStringLiteral("evaluateProgress"));
    m_cancel->setObjectName(QStringLiteral("cancelEvaluate"));
    m_message->setObjectName(QStringLiteral("evaluateMessage"));
    m_basis->setObjectName(QStringLiteral("evaluateBasis"));
    m_unmatched->setObjectName(QStringLiteral("evaluateUnmatched"));
    m_save->setObjectName(QStringLiteral("saveCard"));
    m_path->setPlaceholderText(tr("A folder with one subfolder for each kind, or a list of photos (CSV)"));
    m_path->setAccessibleName(tr("Photos to evaluate on"));
    m_path->setToolTip(tr("Kinds are matched by their names. Photos of kinds that the model doesn't know are left out and named."));
    m_save->setToolTip(tr("Write these numbers with all tables as a web page and as JSON"));
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_bar->setAccessibleName(tr("Progress of the evaluation"));
    m_numbers->setHorizontalSpacing(24);
    for (QLabel *label : {m_message, m_basis, m_unmatched}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    auto *close = new QToolButton;
    close->setObjectName(QStringLiteral("closeEvaluate"));
    close->setAutoRaise(true);
    close->setIcon(themedIcon(QStringLiteral("close")));
    close->setToolTip(tr("Close the evaluation"));
    close->setAccessibleName(close->toolTip());

    auto *titleRow = new QHBoxLayout;
    titleRow->addWidget(m_title, 1);
    titleRow->addWidget(close);
    auto *askRow = new QHBoxLayout;
    askRow->addWidget(m_path, 1);
    for (QPushButton *button : {m_folder, m_list, m_evaluate})
        askRow->addWidget(button);
    auto *progressRow = new QHBoxLayout;
    progressRow->addWidget(m_bar, 1);
    progressRow->addWidget(m_cancel);
    auto *texts = new QVBoxLayout(m_results);
    texts->setContentsMargins(0, 0, 0, 0);
    texts->addLayout(m_numbers);
    auto *lastRow = new QHBoxLayout;
    auto *notes = new QVBoxLayout;
    notes->addWidget(m_basis);
    notes->addWidget(m_unmatched);
    lastRow->addLayout(notes, 1);
    lastRow->addWidget(m_save, 0, Qt::AlignBottom);
    texts->addLayout(lastRow);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(8);
    column->addLayout(titleRow);
    column->addLayout(askRow);
    column->addLayout(progressRow);
    column->addWidget(m_message);
    column->addWidget(m_results);
    column->addStretch();
    hide();

    connect(m_path, &QLineEdit::textChanged, this, &EvaluatePanel::showState);
    connect(m_path, &QLineEdit::returnPressed, m_evaluate, &QPushButton::click);
    connect(m_evaluate, &QPushButton::clicked, this, [this] { evaluate(m_path->text().trimmed()); });
    connect(m_folder, &QPushButton::clicked, this, [this] {
        choose(QFileDialog::getExistingDirectory(this, tr("Choose the folder with the photos"), m_path->text()));
    });
    connect(m_list, &QPushButton::clicked, this, [this] {
        choose(QFileDialog::getOpenFileName(this, tr("Choose a list of photos"), m_path->text(), tr("List of photos (*.csv)")));
    });
    connect(m_save, &QPushButton::clicked, this, [this] {
        if (const QString folder = QFileDialog::getExistingDirectory(this, tr("Choose the folder for the model card")); !folder.isEmpty())
            saveCard(folder);
    });
    EvaluateSession *session = m_context->evaluate;
    connect(close, &QToolButton::clicked, this, [this, session] {
        session->cancel();
        hide();
        Q_EMIT closed();
    });
    connect(m_cancel, &QPushButton::clicked, this, [this, session] {
        m_cancel->setEnabled(false);
        session->cancel();
    });
    connect(session, &EvaluateSession::reading, this, [this](qint64 done, qint64 total) {
        showMessage(tr("Looking through the folder or list…"));
        setProgress(m_bar, done, total);
    });
    connect(session, &EvaluateSession::measuring, this, [this](qint64 done, qint64 total) {
        showMessage(tr("Reading and classifying the photos…"));
        setProgress(m_bar, done, total);
    });
    connect(session, &EvaluateSession::finished, this, [this](const EvaluateOutcome &outcome) {
        m_outcome = outcome.request.modelPath == m_request.modelPath ? std::optional(outcome) : std::nullopt;
        if (m_outcome)
            showOutcome(); // once: it hashes the split
        showMessage({});
        showState();
    });
    connect(session, &EvaluateSession::failed, this, [this](const EvaluateRequest &, const Error &error) {
        showMessage(error.code == ErrorCode::Interrupted ? tr("Stopped. Nothing was measured.") : error.message);
        showState();
    });
    showState();
}

EvaluatePanel::~EvaluatePanel()
{
    m_context->evaluate->cancel();
}

void EvaluatePanel::setRun(const RunDetails &run)
{
    if (run.modelPath != m_request.modelPath) {
        m_outcome.reset();
        showMessage({});
    }
    m_request.modelPath = run.modelPath;
    m_request.trainedSplitHash = run.record.splitHash;
    m_seed = run.config.seed;
    m_modelName = run.record.datasetName;
    m_title->setText(tr("Evaluate the model of “%1” on other photos").arg(m_modelName));
    showState();
}

void EvaluatePanel::open()
{
    show();
    Q_EMIT opened();
    m_path->setFocus();
}

void EvaluatePanel::choose(const QString &path)
{
    if (path.isEmpty())
        return;
    evaluate(path);
}

void EvaluatePanel::evaluate(const QString &path)
{
    if (path.isEmpty() || m_request.modelPath.isEmpty())
        return;
    m_outcome.reset();
    m_path->setText(QDir::toNativeSeparators(path));
    m_request.photos = {false, QDir::fromNativeSeparators(path), m_seed};
    setProgress(m_bar, 0, 0);
    showMessage(tr("Looking through the folder or list…"));
    m_context->evaluate->start(m_request);
    showState();
    m_cancel->setFocus();
}

void EvaluatePanel::saveCard(const QString &folder)
{
    if (!m_outcome)
        return;
    const QString libraries = m_context->libraryVersions ? m_context->libraryVersions() : QString();
    const CardEnvironment environment = currentEnvironment(libraries, QStringLiteral("cpu"));
    const Result<QString> page = writeModelCard(folder, evaluationCard(m_outcome->measured, m_outcome->dataset, environment));
    showMessage(page ? tr("Saved: %1").arg(QDir::toNativeSeparators(*page)) : page.error().message);
}

void EvaluatePanel::showState()
{
    const bool running = m_context->evaluate->isRunning();
    const bool hasModel = !m_request.modelPath.isEmpty();
    const bool hasEnded = !running && m_cancel->isVisibleTo(this);
    for (QWidget *control : {static_cast<QWidget *>(m_path), static_cast<QWidget *>(m_folder), static_cast<QWidget *>(m_list)})
        control->setEnabled(hasModel && !running);
    m_evaluate->setEnabled(hasModel && !running && !m_path->text().trimmed().isEmpty());
    if (hasEnded && isAncestorOf(window()->focusWidget()))
        m_path->setFocus(); // before the button goes, and the focus with it to somewhere else
    m_bar->setVisible(running);
    m_cancel->setVisible(running);
    m_cancel->setEnabled(running);
    m_results->setVisible(m_outcome.has_value());
}

void EvaluatePanel::showOutcome()
{
    while (QLayoutItem *item = m_numbers->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    const Evaluation &evaluation = m_outcome->measured.evaluation;
    int column = 0;
    const auto put = [&](double fraction, const std::optional<Interval> &interval, const QString &caption, const QString &tip) {
        QLabel *number = makeLabel(format::percent(fraction), "number");
        QLabel *text = makeLabel(interval ? tr("%1\n95 % interval %2 to %3")
                                                .arg(caption, format::percent(interval->low), format::percent(interval->high))
                                          : caption,
                                 "muted");
        number->setToolTip(tip);
        text->setToolTip(tip);
        text->setWordWrap(true);
        m_numbers->addWidget(number, 0, column);
        m_numbers->addWidget(text, 1, column, Qt::AlignTop);
        m_numbers->setColumnStretch(column, 1);
        ++column;
    };
    put(evaluation.top1, evaluation.top1Interval, tr("first answer right"), tr("Top-1 accuracy, with the Wilson interval"));
    put(evaluation.top5, evaluation.top5Interval, tr("among the first five"), tr("Top-5 accuracy, with the Wilson interval"));
    put(evaluation.meanPerClass, evaluation.meanPerClassInterval, tr("mean per kind"),
        tr("Mean of the recall of each class, with a bootstrap interval"));
    m_basis->setText(standsOn());

    QStringList unmatched;
    const auto name = [&](const QString &sentence, const QStringList &names) {
        if (!names.isEmpty()) {
            const QString shown = names.mid(0, kNamesShown).join(QStringLiteral(", "));
            unmatched.append(sentence.arg(names.size() > kNamesShown
                                              ? tr("%1 and %2 more").arg(shown, format::count(names.size() - kNamesShown)) : shown));
        }
    };
    name(tr("Left out, because the model doesn't know these kinds: %1."), m_outcome->measured.unknownClasses);
    name(tr("Kinds of the model without a photo here: %1."), m_outcome->measured.unseenClasses);
    m_unmatched->setText(unmatched.join(QLatin1Char('\n')));
    m_unmatched->setVisible(!unmatched.isEmpty());
    m_unmatched->setToolTip(plainTip((m_outcome->measured.unknownClasses + m_outcome->measured.unseenClasses).join(QStringLiteral(", "))));
}

QString EvaluatePanel::standsOn() const
{
    const Evaluation &evaluation = m_outcome->measured.evaluation;
    const Dataset &dataset = m_outcome->dataset;
    QString text;
    if (!m_outcome->measured.subset)
        text = tr("Stands on all %1 photos of “%2”, which has no test photos of its own.")
                   .arg(format::count(evaluation.photos), dataset.name);
    else if (dataset.splitHash() == m_request.trainedSplitHash)
        text = tr("These are the photos of the training, so that only its %1 test photos were measured.")
                   .arg(format::count(evaluation.photos));
    else
        text = tr("Stands on the %1 test photos of “%2”, which has a split of its own.")
                   .arg(format::count(evaluation.photos), dataset.name);
    if (const qint64 leftOut = evaluation.skipped + dataset.problems.size(); leftOut > 0)
        text += QLatin1Char(' ') + tr("Photos left out: %1.").arg(format::count(leftOut));
    return text;
}

void EvaluatePanel::showMessage(const QString &text)
{
    m_message->setText(text);
    m_message->setVisible(!text.isEmpty());
}

void EvaluatePanel::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls() && m_path->isEnabled() && ProjectBar::projectIn(*event->mimeData()).isEmpty()) // the window takes projects
        event->acceptProposedAction();
}

void EvaluatePanel::dropEvent(QDropEvent *event)
{
    if (const QString path = event->mimeData()->urls().value(0).toLocalFile(); !path.isEmpty()) {
        event->acceptProposedAction();
        choose(path);
    }
}

} // namespace flower
