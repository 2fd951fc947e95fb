// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace flower {

/// What a mistake in each class counts so that all classes count alike together: n / (K · n_c) for n photos in K classes, of
/// which n_c are of class c. 1 in the mean over the photos; 0 for a class without photos. `photos`: of each class.
QList<double> classWeights(const QList<int> &photos);

} // namespace flower
