// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/PhotoCopies.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

namespace flower {

namespace {

constexpr qint64 kProgressMilliseconds = 60;
constexpr int kLongestName = 100; ///< characters; file systems take 255 bytes

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString numbered(const QString &name, int number)
{
    return number == 1 ? name : QStringLiteral("%1 (%2)").arg(name).arg(number);
}

/// The folders below one place, one for each class.
class ClassFolders
{
public:
    QString of(const QString &className)
    {
        if (const auto known = m_names.constFind(className); known != m_names.cend())
            return *known;
        const QString name = folderNameFor(className);
        int number = 1;
        while (m_taken.contains(numbered(name, number).toCaseFolded()))
            ++number;
        m_taken.insert(numbered(name, number).toCaseFolded());
        return *m_names.insert(className, numbered(name, number));
    }

private:
    QHash<QString, QString> m_names; ///< by class
    QSet<QString> m_taken;
};

/// Names of files that were given out, so that a thousand photos of one name don't each try all numbers.
class FreeNames
{
public:
    /// The first name from the one last given out on that isn't there yet.
    QString next(const QDir &folder, const QString &fileName, bool &isNumbered)
    {
        const QFileInfo info(fileName);
        const QString ending = info.suffix().isEmpty() ? QString() : QLatin1Char('.') + info.suffix();
        const QString name = fileName.chopped(ending.size());
        int &number = m_numbers[folder.filePath(fileName).toCaseFolded()];
        QString path;
        do {
            path = folder.filePath(numbered(name, ++number) + ending);
        } while (QFileInfo::exists(path) || QFileInfo(path).isSymLink());
        isNumbered = number > 1;
        return path;
    }

private:
    QHash<QString, int> m_numbers; ///< the last one
};

/// Empty, or why it couldn't be copied. `path` doesn't exist.
QString copy(const PhotoInput &photo, const QString &path)
{
    if (photo.encoded.isEmpty()) {
        QFile source(photo.path);
        return source.copy(path) ? QString() : tr("It can't be copied: %1.").arg(source.errorString());
    }
    QFile file(path);
    if (file.open(QIODevice::WriteOnly | QIODevice::NewOnly) && file.write(photo.encoded) == photo.encoded.size() && file.flush())
        return {};
    const QString reason = tr("It can't be written: %1.").arg(file.errorString());
    if (file.isOpen())
        file.remove(); // half of it
    return reason;
}

} // namespace

QString folderNameFor(const QString &className)
{
    static const QRegularExpression kSigns(QStringLiteral("[/\\\\:*?\"<>|\\x{0000}-\\x{001f}\\x{007f}]"));
    static const QRegularExpression kDevice(QStringLiteral("^(con|prn|aux|nul|com[0-9]|lpt[0-9])([.].*)?$"),
                                            QRegularExpression::CaseInsensitiveOption);
    QString name = className;
    name.replace(kSigns, QStringLiteral("_"));
    name = name.left(kLongestName).trimmed();
    while (name.endsWith(QLatin1Char('.')) || name.endsWith(QLatin1Char(' '))) // Windows drops them
        name.chop(1);
    if (name.isEmpty() || kDevice.match(name).hasMatch())
        name.prepend(QLatin1Char('_'));
    return name;
}

CopyReport copyIntoFolders(const QList<PhotoCopy> &photos, const QString &target, RunControl &control, const ProgressSink &progress)
{
    CopyReport report;
    report.target = target;
    ClassFolders folders;
    FreeNames names;
    QSet<QString> used;
    QElapsedTimer sinceProgress;
    sinceProgress.start();
    const QDir root(target);
    for (qsizetype at = 0; at < photos.size(); ++at) {
        if (!control.checkpoint()) {
            report.stopped = true;
            break;
        }
        const PhotoCopy &photo = photos.at(at);
        const QDir folder(root.filePath(folders.of(photo.folder)));
        QString problem;
        if (!folder.mkpath(QStringLiteral("."))) {
            problem = tr("The folder %1 can't be made.").arg(QDir::toNativeSeparators(folder.path()));
        } else {
            bool isNumbered = false;
            const QString name = photo.photo.encoded.isEmpty() ? QFileInfo(photo.photo.path).fileName()
                                                               : folderNameFor(photo.photo.path) + QStringLiteral(".png");
            problem = copy(photo.photo, names.next(folder, name, isNumbered));
            report.numbered += problem.isEmpty() && isNumbered ? 1 : 0;
        }
        if (problem.isEmpty()) {
            ++report.copied;
            used.insert(folder.path());
        } else {
            report.failed.append({photo.photo.path, problem});
        }
        if (sinceProgress.elapsed() >= kProgressMilliseconds) {
            sinceProgress.restart();
            progress(at + 1, photos.size());
        }
    }
    report.folders = static_cast<int>(used.size());
    return report;
}

} // namespace flower
