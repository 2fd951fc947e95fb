// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/CopyPanel.h"

#include "engine/session/PhotoCopySession.h"
#include "ui/Format.h"
#include "ui/widgets/Labels.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace flower {

CopyPanel::CopyPanel(QWidget *parent)
    : QWidget(parent), m_session(new PhotoCopySession(this)), m_running(new QWidget), m_copying(makeLabel({})),
      m_progress(new QProgressBar), m_said(new QWidget), m_text(makeLabel({}))
{
    m_copying->setObjectName(QStringLiteral("copying"));
    m_progress->setAccessibleName(tr("Photos copied"));
    m_text->setObjectName(QStringLiteral("copySentence"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *cancel = new QPushButton(tr("Cancel"));
    cancel->setObjectName(QStringLiteral("cancelCopy"));
    auto *close = new QPushButton(tr("Close"));
    close->setObjectName(QStringLiteral("closeCopy"));
    auto *running = new QHBoxLayout(m_running);
    running->setContentsMargins(0, 0, 0, 0);
    running->addWidget(m_copying);
    running->addWidget(m_progress, 1);
    running->addWidget(cancel);
    auto *said = new QHBoxLayout(m_said);
    said->setContentsMargins(0, 0, 0, 0);
    said->addWidget(m_text, 1);
    said->addWidget(close);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_running);
    column->addWidget(m_said);
    connect(cancel, &QPushButton::clicked, m_session, &PhotoCopySession::cancel);
    connect(close, &QPushButton::clicked, this, [this] { say({}); });
    connect(m_session, &PhotoCopySession::progressed, this, [this](qint64 done, qint64) { m_progress->setValue(static_cast<int>(done)); });
    connect(m_session, &PhotoCopySession::finished, this, &CopyPanel::finish);
    say({});
}

void CopyPanel::start(const QList<PhotoCopy> &photos, const QString &target)
{
    if (m_session->isRunning())
        return;
    m_copying->setText(tr("Copying %n photo(s) into folders…", nullptr, static_cast<int>(photos.size())));
    m_progress->setRange(0, static_cast<int>(photos.size()));
    m_progress->setValue(0);
    m_session->start(photos, target);
    say({});
    Q_EMIT runningChanged();
}

bool CopyPanel::isRunning() const
{
    return m_session->isRunning();
}

void CopyPanel::say(const QString &sentence)
{
    m_text->setText(sentence);
    m_running->setVisible(isRunning());
    m_said->setVisible(!sentence.isEmpty());
    setVisible(isRunning() || !sentence.isEmpty());
}

void CopyPanel::finish(const CopyReport &report)
{
    QStringList sentences{m_text->text(), sentence(report)}; // what was said meanwhile stays in sight
    sentences.removeAll(QString());
    say(sentences.join(QLatin1Char('\n')));
    Q_EMIT runningChanged();
}

QString CopyPanel::sentence(const CopyReport &report)
{
    QStringList sentences{tr("%n photo(s) were copied to %1 (folders: %2).", nullptr, report.copied)
                              .arg(QDir::toNativeSeparators(report.target), format::count(report.folders))};
    if (report.stopped)
        sentences.prepend(tr("Stopped."));
    if (report.numbered > 0)
        sentences.append(tr("%n of them got a number, because their names were taken.", nullptr, report.numbered));
    if (!report.failed.isEmpty()) {
        const PhotoProblem &first = report.failed.first();
        sentences.append(tr("%n photo(s) couldn't be copied. The first one is %1: %2", nullptr, static_cast<int>(report.failed.size()))
                             .arg(QFileInfo(first.path).fileName(), first.reason));
    }
    return sentences.join(QLatin1Char(' '));
}

} // namespace flower
