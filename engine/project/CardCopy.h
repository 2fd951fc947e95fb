// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace flower {

/// What a text of a card becomes in a copy.
using CardText = std::function<QString(const QString &text)>;

/// A copy of a model card (HTML) with other texts. Empty where it is none of this program's: not well-formed, or with anything that
/// could run, call another computer or lead there, since it will be opened in a browser. Internal to flower_project.
QByteArray copyCardPage(const QByteArray &page, const CardText &text);
/// The same for model-card.json. Empty where it is no JSON object.
QByteArray copyCardData(const QByteArray &json, const CardText &text);

} // namespace flower
