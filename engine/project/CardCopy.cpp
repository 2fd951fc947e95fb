// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/CardCopy.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace flower {

namespace {

/// The elements that cards are made of; none of them runs or loads anything.
bool isKnown(const QString &element)
{
    static const QSet<QString> kElements = [] {
        const QStringList names = QStringLiteral("html head meta title style body main header nav section div span h1 h2 h3 p ul li a dl dt "
                                                 "dd small table caption thead tbody tr th td figure figcaption strong em code br svg g path "
                                                 "line polyline rect circle text desc")
                                      .split(QLatin1Char(' '));
        return QSet<QString>(names.begin(), names.end());
    }();
    return kElements.contains(element);
}

/// Style sheets may load pictures and other sheets, also in disguise.
bool isHarmlessStyle(const QString &css)
{
    const QString lower = css.toLower();
    return !lower.contains(QLatin1String("url")) && !lower.contains(QLatin1String("@import")) && !lower.contains(QLatin1String("image"))
        && !lower.contains(QLatin1Char('\\')) && !lower.contains(QLatin1String("expression")) && !lower.contains(QLatin1String("src"));
}

bool isHarmless(const QXmlStreamAttribute &attribute)
{
    static const QSet<QString> kNames = [] {
        const QStringList names = QStringLiteral("lang class id role scope name content charset colspan rowspan href aria-label aria-hidden "
                                                 "aria-labelledby viewBox x y x1 x2 y1 y2 cx cy r width height points d fill stroke stroke-width "
                                                 "stroke-dasharray stroke-linejoin text-anchor font-size transform opacity xmlns")
                                      .split(QLatin1Char(' '));
        return QSet<QString>(names.begin(), names.end());
    }();
    const QString name = attribute.qualifiedName().toString();
    if (!kNames.contains(name))
        return false;
    if (name == QLatin1String("href"))
        return attribute.value().startsWith(QLatin1Char('#'));
    return isHarmlessStyle(attribute.value().toString()) || name == QLatin1String("content") || name == QLatin1String("aria-label")
        || name == QLatin1String("id") || name == QLatin1String("class") || name == QLatin1String("name");
}

QJsonValue copyValue(const QJsonValue &value, const CardText &text)
{
    if (value.isString())
        return text(value.toString());
    if (value.isArray()) {
        QJsonArray copy;
        for (const QJsonValue &item : value.toArray())
            copy.append(copyValue(item, text));
        return copy;
    }
    if (value.isObject()) {
        QJsonObject copy;
        const QJsonObject object = value.toObject();
        for (auto member = object.begin(); member != object.end(); ++member)
            copy.insert(member.key(), copyValue(member.value(), text));
        return copy;
    }
    return value;
}

} // namespace

QByteArray copyCardPage(const QByteArray &page, const CardText &text)
{
    QXmlStreamReader in(page);
    QByteArray copy("<!DOCTYPE html>\n");
    QXmlStreamWriter out(&copy);
    QStringList open;
    while (!in.atEnd()) {
        switch (in.readNext()) {
        case QXmlStreamReader::StartElement: {
            const QString name = in.qualifiedName().toString();
            if (!isKnown(name))
                return {};
            open.append(name);
            out.writeStartElement(name);
            for (const QXmlStreamAttribute &attribute : in.attributes()) {
                if (!isHarmless(attribute))
                    return {};
                out.writeAttribute(attribute.qualifiedName().toString(), attribute.value().toString());
            }
            for (const QXmlStreamNamespaceDeclaration &space : in.namespaceDeclarations()) {
                if (space.namespaceUri() != QLatin1String("http://www.w3.org/2000/svg"))
                    return {};
                out.writeAttribute(QStringLiteral("xmlns"), space.namespaceUri().toString());
            }
            break;
        }
        case QXmlStreamReader::EndElement:
            open.removeLast();
            out.writeEndElement();
            break;
        case QXmlStreamReader::Characters:
            if (open.isEmpty())
                break;
            if (open.last() == QLatin1String("style") && !isHarmlessStyle(in.text().toString()))
                return {};
            out.writeCharacters(open.last() == QLatin1String("style") || in.isWhitespace() ? in.text().toString() : text(in.text().toString()));
            break;
        case QXmlStreamReader::DTD:
            if (!in.entityDeclarations().isEmpty() || !in.notationDeclarations().isEmpty())
                return {};
            break;
        case QXmlStreamReader::StartDocument:
        case QXmlStreamReader::EndDocument:
        case QXmlStreamReader::Comment:
            break;
        default: // processing instructions, entities, errors
            return {};
        }
    }
    return in.hasError() ? QByteArray() : copy + '\n';
}

QByteArray copyCardData(const QByteArray &json, const CardText &text)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return document.isObject() ? QJsonDocument(copyValue(document.object(), text).toObject()).toJson() : QByteArray();
}

} // namespace flower
