// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/ExifFacts.h"

#include "engine/data/ExifBlock.h"

#include <QRegularExpression>

namespace flower {

namespace {

constexpr quint16 kExifDirectory = 0x8769;
constexpr quint16 kGpsDirectory = 0x8825;
constexpr quint16 kDateOriginal = 0x9003;
constexpr quint16 kDateDigitized = 0x9004;
constexpr quint16 kOffsetOriginal = 0x9011;
constexpr quint16 kOffsetDigitized = 0x9012;
constexpr quint16 kLatitudeSide = 1; // "N" or "S"
constexpr quint16 kLatitude = 2;
constexpr quint16 kLongitudeSide = 3; // "E" or "W"
constexpr quint16 kLongitude = 4;

/// "+02:00" in seconds.
std::optional<int> offsetFromUtc(const std::optional<QByteArray> &text)
{
    static const QRegularExpression kForm(QStringLiteral("^([+-])([01][0-9]):([0-5][0-9])$"));
    const QRegularExpressionMatch match = kForm.match(text ? QString::fromLatin1(text->trimmed()) : QString());
    if (!match.hasMatch())
        return std::nullopt;
    const int seconds = 3600 * match.capturedView(2).toInt() + 60 * match.capturedView(3).toInt();
    if (seconds > 14 * 3600)
        return std::nullopt;
    return match.capturedView(1) == QLatin1String("-") ? -seconds : seconds;
}

std::optional<QDateTime> dateOf(const ExifBlock &exif, qsizetype directory, quint16 dateTag, quint16 offsetTag)
{
    const std::optional<QByteArray> text = exif.text(directory, dateTag);
    if (!text)
        return std::nullopt;
    QDateTime date = QDateTime::fromString(QString::fromLatin1(text->trimmed()), QStringLiteral("yyyy:MM:dd HH:mm:ss"));
    if (!date.isValid()) // also where a camera without a clock wrote zeros or blanks
        return std::nullopt;
    if (const std::optional<int> offset = offsetFromUtc(exif.text(directory, offsetTag)))
        date.setOffsetFromUtc(*offset);
    return date;
}

std::optional<double> coordinate(const ExifBlock &exif, qsizetype gps, quint16 sideTag, quint16 tag, const char *sides, double most)
{
    const std::optional<QByteArray> side = exif.text(gps, sideTag);
    const std::optional<double> degrees = exif.degrees(gps, tag);
    if (!side || side->size() != 1 || !degrees || *degrees > most)
        return std::nullopt;
    if (side->front() == sides[0])
        return *degrees;
    return side->front() == sides[1] ? std::optional(-*degrees) : std::nullopt;
}

} // namespace

PhotoFacts exifFacts(QByteArrayView file)
{
    PhotoFacts facts;
    const ExifBlock exif = ExifBlock::of(file);
    const qsizetype first = exif.firstDirectory();
    const qsizetype details = exif.subdirectory(first, kExifDirectory);
    facts.taken = dateOf(exif, details, kDateOriginal, kOffsetOriginal);
    if (!facts.taken)
        facts.taken = dateOf(exif, details, kDateDigitized, kOffsetDigitized);
    const qsizetype gps = exif.subdirectory(first, kGpsDirectory);
    const std::optional<double> latitude = coordinate(exif, gps, kLatitudeSide, kLatitude, "NS", 90);
    const std::optional<double> longitude = coordinate(exif, gps, kLongitudeSide, kLongitude, "EW", 180);
    if (latitude && longitude)
        facts.place = GeoPosition{*latitude, *longitude};
    return facts;
}

} // namespace flower
