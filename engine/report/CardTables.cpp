// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/CardTables.h"

namespace flower {

HtmlWriter::Element openSection(HtmlWriter &html, const QString &id)
{
    return html.open("section", {{"id", id}});
}

FactTable::FactTable(HtmlWriter &html, const QString &caption)
    : m_html(html), m_table(html.open("table", {{"class", QStringLiteral("facts")}}))
{
    html.text("caption", caption);
}

void FactTable::add(const QString &name, const QString &value)
{
    const auto row = m_html.open("tr");
    m_html.text("th", name, {{"scope", QStringLiteral("row")}});
    m_html.text("td", value);
}

void writeHead(HtmlWriter &html, const QStringList &columns, int textColumn)
{
    const auto head = html.open("thead");
    const auto row = html.open("tr");
    for (int column = 0; column < columns.size(); ++column) {
        const bool words = column == 0 || column == textColumn;
        html.text("th", columns.at(column),
                  {{"scope", QStringLiteral("col")}, {"class", words ? QStringLiteral("words") : QStringLiteral("number")}});
    }
}

void writeRow(HtmlWriter &html, const QStringList &cells, int textColumn)
{
    const auto row = html.open("tr");
    html.text("th", cells.first(), {{"scope", QStringLiteral("row")}});
    for (int column = 1; column < cells.size(); ++column) {
        if (column == textColumn)
            html.text("td", cells.at(column));
        else
            html.text("td", cells.at(column), {{"class", QStringLiteral("number")}});
    }
}

void writeList(HtmlWriter &html, const QStringList &items)
{
    const auto list = html.open("ul");
    for (const QString &item : items)
        html.text("li", item);
}

} // namespace flower
