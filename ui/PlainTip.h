// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QTextDocument>

namespace flower {

/// A tool tip that shows `text` as it is. Qt takes a tip that looks like HTML for HTML; names of files and classes are text,
/// never markup. Every tip with such a name, and every error's sentence, goes through here.
inline QString plainTip(const QString &text)
{
    return Qt::mightBeRichText(text) ? Qt::convertFromPlainText(text, Qt::WhiteSpaceNormal) : text;
}

} // namespace flower
