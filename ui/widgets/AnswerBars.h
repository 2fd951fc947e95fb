// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Metrics.h"

#include <QStringList>
#include <QWidget>

class QLabel;

namespace flower {

class ClassBars;

/// The up to five answers to one measured photo as bars with their probabilities, below its file; the true kind has a tick. Its
/// height is the same for each photo.
class AnswerBars : public QWidget
{
    Q_OBJECT
public:
    explicit AnswerBars(QWidget *parent = nullptr);

    void setPhoto(const PhotoResult &photo, const QStringList &classNames);
    void clear();

private:
    QLabel *m_file;
    ClassBars *m_bars;
};

} // namespace flower
