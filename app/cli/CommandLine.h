// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/Contracts.h"

#include <QCommandLineOption>
#include <QJsonObject>
#include <QList>
#include <QStringList>

class QCommandLineParser;

namespace flower {

/// What the terminal program ends with.
enum ExitCode { Done = 0, Failed = 1, WrongUsage = 2, Findings = 3, Interrupted = 130 };

/// Each takes the words after its name. `control` is stopped by Ctrl-C.
int trainCommand(const QStringList &arguments, RunControl &control);
int findRateCommand(const QStringList &arguments, RunControl &control);
int evaluateCommand(const QStringList &arguments, RunControl &control);
int predictCommand(const QStringList &arguments, RunControl &control);
int benchCommand(const QStringList &arguments, RunControl &control);
int checkCommand(const QStringList &arguments, RunControl &control);
int packCommand(const QStringList &arguments, RunControl &control);
int unpackCommand(const QStringList &arguments, RunControl &control);
int findPhotosCommand(const QStringList &arguments, RunControl &control);
int infoCommand(const QStringList &arguments);

/// An option that takes a value; `value` is what the help calls it.
QCommandLineOption valueOption(const char *name, const QString &help, const char *value, const QString &fallback = {});

/// One JSON object as a line on standard output, sent at once.
void printJson(const QJsonObject &object);
/// A line on standard output. Here and below control characters, which names may hold, are shown as replacement characters.
void printLine(const QString &line);
/// A line on standard error.
void printNote(const QString &note);
/// "error: …" on standard error; returns the exit code that fits.
int printError(const Error &error);
/// A wrong option: the sentence and where help is; returns WrongUsage.
int printUsageError(const QString &message);
/// The bar of a job on a terminal; nothing where standard error is not one. An empty `text` wipes it.
void showProgress(const QString &text, qint64 done, qint64 total);

/// The options that settings come from (weights, width, image-size, config, preset, epochs, class-balance, seed, device, threads), and
/// review.
QList<QCommandLineOption> configOptions();
/// The settings that configOptions() say; an error where one can't be used. `samples`: for the built-in drawn photos.
Result<TrainingConfig> configFrom(const QCommandLineParser &parser, const QString &runFolder, bool samples);

struct FoundPhotos;
struct MissingPhotos;
/// Looks for moved photos, with a bar of progress.
Result<FoundPhotos> searchPhotos(const MissingPhotos &missing, const QString &folder, RunControl &control);
/// Where the user said that moved photos are (PhotoPlacesFile): what the window knows holds here, too.
QString placesFile();

/// `--data`: the word "samples", a folder or a CSV.
Result<Dataset> readData(const QString &data, quint64 seed, RunControl &control);
/// The same with the marks of `--review`.
Result<Dataset> readMarkedData(const QCommandLineParser &parser, const QString &data, quint64 seed, RunControl &control);

} // namespace flower
