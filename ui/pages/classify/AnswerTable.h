// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QTableView>

#include <memory>

namespace flower {

class AnswerFilterModel;

/// Thousands of answers as rows, with small photos that come when they are looked at. A click on a column sorts by it. The columns
/// up to the state are in sight, also in a narrow window, until someone gives them other widths, which are remembered.
class AnswerTable : public QTableView
{
    Q_OBJECT
public:
    AnswerTable(std::shared_ptr<const PhotoSource> photos, AnswerFilterModel *answers, QWidget *parent = nullptr);
    ~AnswerTable() override;

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void fitColumns();

    bool m_fits = true; ///< nobody gave the columns other widths
    bool m_fitting = false;
};

} // namespace flower
