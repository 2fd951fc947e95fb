// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizardPage>

class QLabel;

namespace flower {

struct AppContext;
class ClassTableModel;
class PhotoListModel;
struct TeachPlan;

/// Second page: kinds, counts, a few thumbnails, and what needs a look.
class FoundPage : public QWizardPage
{
    Q_OBJECT
public:
    FoundPage(AppContext *context, TeachPlan *plan);
    void initializePage() override;

private:
    TeachPlan *m_plan;
    ClassTableModel *m_classes;
    PhotoListModel *m_photos;
    QLabel *m_notes;
};

} // namespace flower
