// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QWizard>

#include <memory>

namespace flower {

struct AppContext;
class Workspace;
struct TeachPlan;

/// "Teach it your flowers": photos → what was found → network → settings → review. Accepted, the workspace holds the
/// photos and settings to train with; cancelled, it is as it was before.
class TeachWizard : public QWizard
{
    Q_OBJECT
public:
    TeachWizard(AppContext *context, Workspace *workspace, QWidget *parent = nullptr);
    [[nodiscard]] DatasetRequest request() const; ///< of the photos that were chosen

private:
    std::shared_ptr<TeachPlan> m_plan;
};

} // namespace flower
