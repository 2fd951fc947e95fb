// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// qcustomplot.h needs two words that QT_NO_KEYWORDS takes away. The only way QCustomPlot is included here.
#define signals Q_SIGNALS
#define slots Q_SLOTS
#define foreach(variable, container) for (variable : container)
#if defined(__GNUC__)
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"
#pragma GCC diagnostic ignored "-Wextra"
#endif
#include <qcustomplot.h>
#if defined(__GNUC__)
#pragma GCC diagnostic pop
#endif
#undef signals
#undef slots
#undef foreach
