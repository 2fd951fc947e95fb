// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/CommandLine.h"

#include "engine/data/FlowerDatasetReader.h"

#include <QCoreApplication>
#include <QJsonDocument>
#include <QStandardPaths>

#include <cstdio>

#ifdef Q_OS_WIN
#include <io.h>
#define isatty _isatty
#define fileno _fileno
#else
#include <unistd.h>
#endif

namespace flower {

namespace {
constexpr int kBarWidth = 24;

/// For the terminal: names of files and classes may hold characters that would move its cursor, colour its text or worse.
QByteArray shown(QString text)
{
    for (QChar &character : text) {
        if (character.category() == QChar::Other_Control && character != QLatin1Char('\n') && character != QLatin1Char('\t'))
            character = QChar::ReplacementCharacter;
    }
    return text.toLocal8Bit();
}

} // namespace

QCommandLineOption valueOption(const char *name, const QString &help, const char *value, const QString &fallback)
{
    return QCommandLineOption(QString::fromLatin1(name), help, QString::fromLatin1(value), fallback);
}

void printJson(const QJsonObject &object)
{
    std::printf("%s\n", QJsonDocument(object).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

void printLine(const QString &line)
{
    std::printf("%s\n", shown(line).constData());
    std::fflush(stdout);
}

void printNote(const QString &note)
{
    std::fprintf(stderr, "%s\n", shown(note).constData());
}

int printError(const Error &error)
{
    showProgress(QString(), 0, 0);
    std::fprintf(stderr, "error: %s\n", shown(error.message).constData());
    return error.code == ErrorCode::Interrupted ? Interrupted : Failed;
}

int printUsageError(const QString &message)
{
    std::fprintf(stderr, "%s\n%s\n", shown(message).constData(),
                 QCoreApplication::translate("CommandLine", "“flower-trainer-cli help” lists the commands and options.")
                     .toLocal8Bit().constData());
    return WrongUsage;
}

void showProgress(const QString &text, qint64 done, qint64 total)
{
    static const bool isTerminal = isatty(fileno(stderr)) != 0;
    if (!isTerminal)
        return;
    if (text.isEmpty()) {
        std::fprintf(stderr, "\r\033[K");
    } else {
        const int filled = total > 0 ? static_cast<int>(kBarWidth * done / total) : 0;
        const QString bar = QString(filled, QLatin1Char('#')) + QString(kBarWidth - filled, QLatin1Char('.'));
        std::fprintf(stderr, "\r\033[K%s [%s] %lld/%lld", text.toLocal8Bit().constData(), bar.toLocal8Bit().constData(),
                     static_cast<long long>(done), static_cast<long long>(total));
    }
    std::fflush(stderr);
}

QString placesFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + QStringLiteral("/flower-trainer/photo-places.json");
}

Result<Dataset> readData(const QString &data, quint64 seed, RunControl &control)
{
    FlowerDatasetReader reader(QStandardPaths::writableLocation(QStandardPaths::CacheLocation), placesFile());
    DatasetRequest request;
    request.samples = data == QLatin1String("samples");
    request.path = data;
    request.splitSeed = seed;
    return reader.read(request, control, [](qint64 done, qint64 total) {
        showProgress(QCoreApplication::translate("CommandLine", "Reading photos"), done, total);
    });
}

} // namespace flower
