// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/store/RunBook.h"

#include <QFrame>

class QLabel;

namespace flower {

/// Offers to go on with a run that was broken off: by a crash, a power cut, a kill. Hidden while there is none.
class InterruptedRunBar : public QFrame
{
    Q_OBJECT
public:
    explicit InterruptedRunBar(QWidget *parent = nullptr);

    void offer(const RunRecord &run);

Q_SIGNALS:
    void goOnWanted(const flower::RunRecord &run);
    /// The user doesn't want to be asked about it again; its folder stays.
    void leaveWanted(const flower::RunRecord &run);

private:
    QLabel *m_text;
    RunRecord m_run;
};

} // namespace flower
