// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QXmlStreamWriter>

#include <initializer_list>
#include <utility>

namespace flower {

/// Writes HTML 5 that is well-formed XML too. Whatever is given as text or attribute is text: QXmlStreamWriter escapes it,
/// so that no name of a class or a file can become markup.
class HtmlWriter
{
public:
    using Attributes = std::initializer_list<std::pair<const char *, QString>>;

    /// Fills `target`, which outlives the writer.
    explicit HtmlWriter(QByteArray *target);

    /// An element that ends where the object does.
    class [[nodiscard]] Element
    {
    public:
        explicit Element(QXmlStreamWriter &xml) : m_xml(xml) {}
        ~Element() { m_xml.writeEndElement(); }
        Q_DISABLE_COPY_MOVE(Element)

    private:
        QXmlStreamWriter &m_xml;
    };

    Element open(const char *name, Attributes attributes = {});
    /// An element with text inside. HTML takes `<td/>` for a start alone, so that there is always an end tag.
    void text(const char *name, const QString &text, Attributes attributes = {});
    /// An element without content and end tag in HTML, or one of SVG: `<meta/>`, `<line/>`.
    void empty(const char *name, Attributes attributes);

private:
    void start(const char *name, Attributes attributes);

    QXmlStreamWriter m_xml;
};

} // namespace flower
