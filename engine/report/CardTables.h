// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/report/HtmlWriter.h"

#include <QString>
#include <QStringList>

namespace flower {

// What the sections of a model card are made of.

HtmlWriter::Element openSection(HtmlWriter &html, const QString &id);

/// A table of names and values.
class FactTable
{
public:
    FactTable(HtmlWriter &html, const QString &caption);
    void add(const QString &name, const QString &value);

private:
    HtmlWriter &m_html;
    HtmlWriter::Element m_table;
};

/// The heads of a table's columns; the first and `textColumn` hold words, the others numbers.
void writeHead(HtmlWriter &html, const QStringList &columns, int textColumn = -1);
/// A row whose first cell names it; cells that are no numbers stand at the left.
void writeRow(HtmlWriter &html, const QStringList &cells, int textColumn = -1);
void writeList(HtmlWriter &html, const QStringList &items);

} // namespace flower
