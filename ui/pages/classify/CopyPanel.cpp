// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/CopyPanel.h"

#include "engine/session/PhotoCopySession.h"
#include "ui/Format.h"
#include "ui/widgets/Labels.h"

#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QProgressBar>

namespace flower {

CopyPanel::CopyPanel(QWidget *parent)
    : QWidget(parent), m_session(new PhotoCopySession(this)), m_text(makeLabel({})), m_progress(new QProgressBar),
      m_cancel(new QPushButton(tr("Cancel"))), m_close(new QPushButton(tr("Close")))
{
    m_text->setObjectName(QStringLiteral("copySentence"));
    m_text->setWordWrap(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_cancel->setObjectName(QStringLiteral("cancelCopy"));
    m_close->setObjectName(QStringLiteral("closeCopy"));
    m_progress->setAccessibleName(tr("Photos copied"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_progress, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_close);
    connect(m_cancel, &QPushButton::clicked, m_session, &PhotoCopySession::cancel);
    connect(m_close, &QPushButton::clicked, this, [this] { say({}); });
    connect(m_session, &PhotoCopySession::progressed, this, [this](qint64 done, qint64) { m_progress->setValue(static_cast<int>(done)); });
    connect(m_session, &PhotoCopySession::finished, this, &CopyPanel::finish);
    say({});
}

void CopyPanel::start(const QList<PhotoCopy> &photos, const QString &target)
{
    if (m_session->isRunning())
        return;
    m_text->setText(tr("Copying %n photo(s) into folders…", nullptr, static_cast<int>(photos.size())));
    m_progress->setRange(0, static_cast<int>(photos.size()));
    m_progress->setValue(0);
    m_progress->show();
    m_cancel->show();
    m_close->hide();
    show();
    m_session->start(photos, target);
    Q_EMIT runningChanged();
}

bool CopyPanel::isRunning() const
{
    return m_session->isRunning();
}

void CopyPanel::say(const QString &sentence)
{
    if (m_session->isRunning())
        return;
    m_text->setText(sentence);
    m_progress->hide();
    m_cancel->hide();
    m_close->show();
    setVisible(!sentence.isEmpty());
}

void CopyPanel::finish(const CopyReport &report)
{
    say(sentence(report));
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
