// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/ClassReport.h"

#include <QList>

#include <functional>

namespace flower {

/// The classes from the one with the lowest recall to the one with the highest; those without photos last, and equals in
/// the order of the classes.
QList<int> orderByError(const ConfusionMatrix &matrix);

/// How alike the items `a` and `b` are; symmetric, from 0 on.
using Similarity = std::function<double(int a, int b)>;

/// Items in an order that puts like ones side by side: hierarchical clustering by average linkage, in which two clusters are
/// joined end to end at those of their ends that are most alike (the seriation of Gruvaeus and Wainer 1972). What has nothing
/// in common with anything keeps its order and comes last. Takes time by the cube of `items`: a worker's matter from some
/// hundreds on.
QList<int> seriate(int items, const Similarity &similarity);

/// The classes, those that are taken for one another side by side: seriate() by how large a part of the photos of each is
/// answered with the other.
QList<int> orderBySimilarity(const ConfusionMatrix &matrix);

} // namespace flower
