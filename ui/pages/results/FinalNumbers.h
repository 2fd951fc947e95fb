// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/widgets/Card.h"

class QGridLayout;

namespace flower {

struct Interval;
struct RunDetails;

/// What a run reached in the end, each number with its interval where it has one.
class FinalNumbers : public Card
{
    Q_OBJECT
public:
    explicit FinalNumbers(QWidget *parent = nullptr);

    void showRun(const RunDetails &details);

private:
    /// `interval` is null where there is none.
    void add(double fraction, const QString &caption, const Interval *interval, const QString &tip);
    void clear();

    QGridLayout *m_numbers;
};

} // namespace flower
