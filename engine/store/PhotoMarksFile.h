// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "engine/core/PhotoMarks.h"
#include "engine/core/Result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>

#include <optional>

namespace flower {

/// The marks of a data set and where it lay when they were made.
struct StoredMarks {
    QString rootPath;
    PhotoMarks marks;

    bool operator==(const StoredMarks &) const = default;
};

/// Marks of one data set as JSON, version 1:
///
///     {"version": 1, "root": "/photos/meadow", "photos": [
///         {"path": "daisy/1.jpg", "relabel": "tulip", "given": "daisy"},
///         {"path": "daisy/2.jpg", "leave_out": true, "given": "daisy"}]}
///
/// `path` is relative to the data set's folder; unknown keys are passed over.
class PhotoMarksFile
{
public:
    explicit PhotoMarksFile(QString path);
    /// The file in `folder` that belongs to a data set: the name of its folder, and a short hash of its whole path.
    static PhotoMarksFile forDataset(const QString &folder, const QString &rootPath);
    /// What the files of data sets called like this one match, wherever they lie or lay; a list (CSV) is called after its file alone,
    /// which the name of its marks' file doesn't have.
    static QString patternOf(const QString &rootPath);

    [[nodiscard]] QString path() const { return m_path; }
    /// The file's content, for marks that travel in another file.
    static QByteArray toJson(const StoredMarks &stored);
    /// From the root of such JSON, whose version is known. Nothing where it is damaged.
    static std::optional<StoredMarks> fromJson(const QJsonObject &root);
    /// Errors: NotFound; Unreadable where it is damaged; Unsupported where a newer version of the program wrote it.
    [[nodiscard]] Result<StoredMarks> read() const;
    /// Writes beside its place and renames. What is there is replaced only where it can be read: a damaged file is set aside
    /// first, and one of a newer version is left alone (Unsupported).
    Result<void> write(const StoredMarks &stored);
    /// Renames the file; returns its new path. Error: Unwritable.
    Result<QString> setAside();

private:
    QString m_path;
};

} // namespace flower
