// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/DownloadPanel.h"

#include "engine/session/DownloadSession.h"
#include "ui/Format.h"
#include "ui/widgets/Labels.h"

#include <QComboBox>
#include <QDir>
#include <QHBoxLayout>
#include <QProgressBar>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kBarSteps = 1000;

} // namespace

DownloadPanel::DownloadPanel(DownloadSession *session, QWidget *parent)
    : QFrame(parent), m_session(session), m_title(makeLabel({}, "cardTitle")), m_text(makeLabel({}, "muted")),
      m_message(makeLabel({})), m_choice(new QComboBox), m_bar(new QProgressBar), m_fetch(makePrimaryButton({})),
      m_later(new QPushButton(tr("Not now"))), m_cancel(new QPushButton(tr("Cancel")))
{
    setObjectName(QStringLiteral("card"));
    m_text->setObjectName(QStringLiteral("downloadText"));
    m_message->setObjectName(QStringLiteral("downloadMessage"));
    m_choice->setObjectName(QStringLiteral("downloadChoice"));
    m_bar->setObjectName(QStringLiteral("downloadProgress"));
    m_fetch->setObjectName(QStringLiteral("fetch"));
    m_later->setObjectName(QStringLiteral("fetchLater"));
    m_cancel->setObjectName(QStringLiteral("cancelFetch"));
    for (QLabel *label : {m_text, m_message}) {
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_choice->setAccessibleName(tr("Which file"));
    m_choice->setToolTip(tr("The first one is the better one"));
    m_later->setToolTip(tr("Fetch nothing. You can come back to this at any time."));
    m_cancel->setToolTip(tr("Stop the download. What has come is kept and gone on with the next time."));
    for (QPushButton *button : {m_fetch, m_later, m_cancel})
        button->setAutoDefault(false); // Return in a dialog must not be taken for consent
    m_bar->setRange(0, kBarSteps);
    m_bar->setTextVisible(false);
    m_bar->setMaximumHeight(8);
    m_bar->setAccessibleName(tr("Progress of the download"));

    auto *texts = new QVBoxLayout;
    texts->setSpacing(6);
    texts->addWidget(m_title);
    texts->addWidget(m_choice, 0, Qt::AlignLeft);
    texts->addWidget(m_text);
    texts->addWidget(m_bar);
    texts->addWidget(m_message);
    auto *buttons = new QVBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_fetch);
    buttons->addWidget(m_later);
    buttons->addWidget(m_cancel);
    buttons->addStretch();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 12, 16, 12);
    row->setSpacing(16);
    row->addLayout(texts, 1);
    row->addLayout(buttons);
    hide();

    connect(m_choice, &QComboBox::currentIndexChanged, this, &DownloadPanel::describe);
    connect(m_fetch, &QPushButton::clicked, this, &DownloadPanel::start);
    connect(m_later, &QPushButton::clicked, this, &QWidget::hide);
    if (!m_session)
        return;
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_cancel->setEnabled(false);
        m_session->cancel();
    });
    connect(m_session, &DownloadSession::progressed, this, &DownloadPanel::showProgress);
    connect(m_session, &DownloadSession::finished, this, [this](const QStringList &paths) {
        if (!isFetching())
            return;
        m_state = State::Asking;
        hide();
        Q_EMIT fetched(paths);
    });
    connect(m_session, &DownloadSession::failed, this, [this](const Error &error) {
        if (!isFetching())
            return;
        showFailure(error);
        Q_EMIT stopped();
    });
}

DownloadPanel::~DownloadPanel()
{
    if (isFetching())
        m_session->cancel();
}

void DownloadPanel::offer(const DownloadOffer &offer)
{
    if (!m_session || offer.files.isEmpty())
        return;
    if (!isFetching()) {
        m_offer = offer;
        m_choice->clear();
        for (const RemoteFile &file : offer.files)
            m_choice->addItem(file.title);
        m_message->clear();
        m_fetch->setText(tr("Fetch"));
        showState(State::Asking);
    }
    show();
    (isFetching() ? m_cancel : m_fetch)->setFocus();
}

void DownloadPanel::start()
{
    m_files = chosenFiles();
    if (m_session->isRunning()) {
        showFailure({ErrorCode::InvalidArgument, tr("Another download is on. Wait for its end, then try again.")});
        return;
    }
    showState(State::Fetching);
    m_bar->setValue(0);
    m_message->setText(tr("Asking %1…").arg(m_files.first().url.host()));
    m_cancel->setEnabled(true);
    m_cancel->setFocus();
    m_session->start(m_files, m_offer.folder);
    Q_EMIT started();
}

void DownloadPanel::showState(State state)
{
    m_state = state;
    const bool asking = state == State::Asking;
    m_choice->setVisible(asking && m_offer.oneOfThem && m_offer.files.size() > 1);
    m_fetch->setVisible(asking);
    m_later->setVisible(asking);
    m_bar->setVisible(!asking);
    m_cancel->setVisible(!asking);
    m_message->setVisible(!m_message->text().isEmpty() || !asking);
    describe();
}

void DownloadPanel::describe()
{
    const QList<RemoteFile> files = chosenFiles();
    if (files.isEmpty())
        return;
    const QString host = files.first().url.host();
    const QString folder = QDir::toNativeSeparators(m_offer.folder);
    m_title->setText(isFetching() ? tr("Fetching %1").arg(m_offer.name) : tr("Fetch %1?").arg(m_offer.name));
    m_fetch->setToolTip(tr("Fetch %1 from %2").arg(format::bytes(chosenBytes()), host));
    m_text->setText(isFetching() ? tr("From %1 to %2").arg(host, folder)
                                 : m_offer.explanation + QLatin1Char('\n')
                            + tr("%1 from %2, kept in %3. Nothing is sent but the request.")
                                  .arg(format::bytes(chosenBytes()), host, folder));
    setAccessibleName(m_title->text());
    setAccessibleDescription(m_text->text());
}

void DownloadPanel::showProgress(const QString &title, qint64 done, qint64 total)
{
    if (!isFetching())
        return;
    qint64 before = 0;
    qint64 all = chosenBytes();
    int number = 0;
    for (const RemoteFile &file : std::as_const(m_files)) {
        ++number;
        if (file.title == title) {
            if (total > 0)
                all += total - file.bytes; // the server knows better
            break;
        }
        before += file.bytes;
    }
    done += before;
    m_bar->setValue(all > 0 ? static_cast<int>(std::min<qint64>(kBarSteps, done * kBarSteps / all)) : 0);
    m_message->setText(m_files.size() == 1 ? tr("%1 of %2").arg(format::bytes(done), format::bytes(all))
                                           : tr("%1 of %2, file %3 of %4")
                                                 .arg(format::bytes(done), format::bytes(all)).arg(number).arg(m_files.size()));
}

void DownloadPanel::showFailure(const Error &error)
{
    const bool cancelled = error.code == ErrorCode::Interrupted;
    m_message->setText(cancelled ? tr("Stopped. What has come is kept.") : error.message);
    m_fetch->setText(cancelled ? tr("Go on") : tr("Try again"));
    showState(State::Asking);
    m_fetch->setFocus();
}

QList<RemoteFile> DownloadPanel::chosenFiles() const
{
    return m_offer.oneOfThem ? m_offer.files.mid(std::max(0, m_choice->currentIndex()), 1) : m_offer.files;
}

qint64 DownloadPanel::chosenBytes() const
{
    qint64 bytes = 0;
    for (const RemoteFile &file : chosenFiles())
        bytes += file.bytes;
    return bytes;
}

} // namespace flower
