// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;

namespace flower {

class PredictionListModel;

/// Says how many answers an earlier model gave, and offers to classify their photos again. Hidden where there are none.
class EarlierAnswers : public QWidget
{
    Q_OBJECT
public:
    explicit EarlierAnswers(const PredictionListModel *answers, QWidget *parent = nullptr);

Q_SIGNALS:
    void again();

private:
    void take(int earlier);

    QLabel *m_text;
};

} // namespace flower
