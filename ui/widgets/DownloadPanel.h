// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Result.h"
#include "ui/DownloadOffer.h"

#include <QFrame>
#include <QList>
#include <QStringList>

class QComboBox;
class QLabel;
class QProgressBar;
class QPushButton;

namespace flower {

class DownloadSession;

/// Asks in the page whether something may be fetched, and says what, from where, how large and whereto; then shows how far
/// it is and lets it be cancelled. Nothing is fetched before the user agreed. Hidden while there is nothing to ask.
/// Several panels may share one session: each follows the download that it started itself.
class DownloadPanel : public QFrame
{
    Q_OBJECT
public:
    /// `session` outlives the panel; null: offer() does nothing.
    explicit DownloadPanel(DownloadSession *session, QWidget *parent = nullptr);
    /// Cancels its own download; what has come is kept.
    ~DownloadPanel() override;

    /// Asks. While a download of this panel is on, that one stays.
    void offer(const DownloadOffer &offer);
    [[nodiscard]] bool isFetching() const { return m_state == State::Fetching; }

Q_SIGNALS:
    void started();
    void fetched(const QStringList &paths); ///< in the order of the offer's files; the panel is hidden by then
    void stopped(); ///< cancelled, or an error; the panel says which

private:
    enum class State { Asking, Fetching };

    void start();
    void showState(State state);
    void describe();
    void showProgress(const QString &title, qint64 done, qint64 total);
    void showFailure(const Error &error);
    [[nodiscard]] QList<RemoteFile> chosenFiles() const;
    [[nodiscard]] qint64 chosenBytes() const;

    DownloadSession *m_session;
    DownloadOffer m_offer;
    State m_state = State::Asking;
    QList<RemoteFile> m_files; ///< of the download that is on
    QLabel *m_title;
    QLabel *m_text;
    QLabel *m_message; ///< what went wrong, or how far it is
    QComboBox *m_choice;
    QProgressBar *m_bar;
    QPushButton *m_fetch;
    QPushButton *m_later;
    QPushButton *m_cancel;
};

} // namespace flower
