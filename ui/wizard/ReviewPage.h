// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

class QLabel;

namespace flower {

struct TeachPlan;

/// Last page: everything in a few sentences, with an estimate of the time.
class ReviewPage : public QWizardPage
{
    Q_OBJECT
public:
    explicit ReviewPage(TeachPlan *plan);
    void initializePage() override;

private:
    TeachPlan *m_plan;
    QLabel *m_text;
};

} // namespace flower
