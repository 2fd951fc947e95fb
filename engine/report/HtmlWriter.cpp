// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/report/HtmlWriter.h"

namespace flower {

HtmlWriter::HtmlWriter(QByteArray *target) : m_xml(target)
{
    m_xml.setAutoFormatting(true);
    m_xml.setAutoFormattingIndent(1);
}

HtmlWriter::Element HtmlWriter::open(const char *name, Attributes attributes)
{
    start(name, attributes);
    return Element(m_xml);
}

void HtmlWriter::text(const char *name, const QString &text, Attributes attributes)
{
    start(name, attributes);
    m_xml.writeCharacters(text);
    m_xml.writeEndElement();
}

void HtmlWriter::empty(const char *name, Attributes attributes)
{
    start(name, attributes);
    m_xml.writeEndElement();
}

void HtmlWriter::start(const char *name, Attributes attributes)
{
    m_xml.writeStartElement(QString::fromLatin1(name));
    for (const auto &[key, value] : attributes)
        m_xml.writeAttribute(QString::fromLatin1(key), value);
}

} // namespace flower
