// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWizard>

namespace flower {

struct AppContext;
class Workspace;

/// "Teach it your flowers": photos → what was found → network → settings → review. Accepted, the workspace holds the
/// photos and settings to train with; cancelled, it is as it was before.
class TeachWizard : public QWizard
{
    Q_OBJECT
public:
    TeachWizard(AppContext *context, Workspace *workspace, QWidget *parent = nullptr);
};

} // namespace flower
