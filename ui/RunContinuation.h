// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <memory>

namespace flower {

class InterruptedRunBar;
class MovedPhotosBar;
struct AppContext;
struct InterruptedRun;
struct RunRecord;

/// The way back into a run that is to go on: offers the one that was broken off, reads it beside the window, and asks for its photos where
/// they are not in their places. As high as what it has to say, and that is nothing most of the time.
class RunContinuation : public QWidget
{
    Q_OBJECT
public:
    explicit RunContinuation(const AppContext *context, QWidget *parent = nullptr);
    ~RunContinuation() override;

    /// Asks about the newest run of the run book that was broken off, unless a run is on.
    void offer();
    /// Reads the run; ready() or failed() follows, or the question about its photos.
    void goOnWith(const RunRecord &run);
    /// Whether it asks for photos of a run at the moment.
    [[nodiscard]] bool asksForPhotos() const;
    /// Opens the dialog that finds them.
    void findPhotos();

Q_SIGNALS:
    void begun(); ///< a run is read that is to go on
    void ready(const flower::InterruptedRun &run);
    void failed(const QString &sentence);
    void left();  ///< the user doesn't want to be asked about a run again; the run book says so now

private:
    void leave(RunRecord run);

    const AppContext *m_context;
    InterruptedRunBar *m_offer;
    MovedPhotosBar *m_moved;
    std::unique_ptr<InterruptedRun> m_waiting; ///< is to go on, but photos are missing
};

} // namespace flower
