// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/DataReport.h"

#include "engine/core/ClassNameClashes.h"
#include "engine/core/CopyGroups.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QSet>

#include <algorithm>

namespace flower {

namespace {

constexpr double kOutOfBalance = 5.0; ///< largest class to smallest, as for the hints about a run
constexpr int kSharpSide = 128;       ///< pixels; most photos below it are enlarged to twice their size for the network

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

QString number(qint64 value)
{
    return QLocale().toString(value);
}

/// Writes the report, kind by kind.
class Findings
{
public:
    Findings(const Dataset &dataset, const DataScan &scan) : m_dataset(dataset), m_scan(scan)
    {
        // A list may name a photo twice: each of its samples has a position of its own.
        const auto count = static_cast<int>(scan.photos.size());
        QHash<QString, int> positions; // the next one of a path
        positions.reserve(count);
        std::vector<int> following(static_cast<size_t>(count), -1);
        for (int position = count - 1; position >= 0; --position) {
            const QString &path = scan.photos.at(position).path;
            following[static_cast<size_t>(position)] = positions.value(path, -1);
            positions.insert(path, position);
        }
        m_samples.assign(static_cast<size_t>(count), nullptr);
        for (const Sample &sample : dataset.samples) {
            const auto found = positions.find(sample.path);
            if (found == positions.end() || *found < 0)
                continue;
            m_samples[static_cast<size_t>(*found)] = &sample;
            *found = following[static_cast<size_t>(*found)];
        }
        for (const PhotoProblem &problem : dataset.problems) {
            if (!positions.contains(problem.path)) // else it was left out after the scan
                addUnreadable(problem.path, problem.reason, {});
        }
    }

    DataReport report()
    {
        m_report.skipped = m_scan.skipped;
        findUnreadable();
        findCopies();
        findNameClashes();
        findTiny();
        findOddPhotos();
        findNotes();
        std::stable_sort(m_report.findings.begin(), m_report.findings.end(),
                         [](const DataFinding &a, const DataFinding &b) { return a.kind < b.kind; });
        return std::move(m_report);
    }

private:
    [[nodiscard]] const Sample *sample(int position) const { return m_samples[static_cast<size_t>(position)]; }
    [[nodiscard]] const ScannedPhoto &photo(int position) const { return m_scan.photos.at(position); }
    [[nodiscard]] QStringList paths(const QList<int> &positions) const
    {
        QStringList paths;
        paths.reserve(positions.size());
        for (const int position : positions)
            paths.append(photo(position).path);
        return paths;
    }
    void add(const DataFinding &finding) { m_report.findings.append(finding); }

    void addUnreadable(const QString &path, const QString &reason, const QList<Remedy> &remedies)
    {
        ++m_report.counts.unreadable;
        add({FindingKind::Unreadable, reason, {path}, {}, remedies, -1});
    }
    void findUnreadable()
    {
        for (int position = 0; position < m_scan.photos.size(); ++position) {
            if (sample(position) && !photo(position).problem.isEmpty())
                addUnreadable(photo(position).path, photo(position).problem, {{tr("Leave it out"), {photo(position).path}, {}}});
        }
    }

    void findCopies()
    {
        int number = 0;
        for (const CopyGroup &group : copyGroups(m_scan, m_samples)) {
            for (const QList<int> &copies : group.contents)
                m_report.counts.exactDuplicates += static_cast<int>(copies.size()) - 1;
            m_report.counts.nearDuplicates += static_cast<int>(group.contents.size()) - 1;
            const bool isConflict = addConflict(group, number);
            addLeak(group, number, isConflict);
            addDuplicates(group, number, isConflict);
            ++number;
        }
    }

    /// The same picture under two classes: it goes under the one that most copies have, if a person says so.
    bool addConflict(const CopyGroup &group, int number)
    {
        const QList<int> photos = group.photos();
        QList<std::pair<int, int>> votes; // class, copies
        for (const int position : photos) {
            const int label = sample(position)->label;
            const auto vote = std::find_if(votes.begin(), votes.end(), [label](const auto &entry) { return entry.first == label; });
            if (vote == votes.end())
                votes.append({label, 1});
            else
                ++vote->second;
        }
        if (votes.size() < 2)
            return false;
        ++m_report.counts.labelConflicts;
        std::stable_sort(votes.begin(), votes.end(), [](const auto &a, const auto &b) { return a.second > b.second; });
        DataFinding finding{FindingKind::LabelConflict, {}, paths(photos), {}, {}, number};
        for (const auto &[label, copies] : votes) {
            const QString &name = m_dataset.classNames.at(label);
            finding.classNames.append(name);
            QStringList others;
            for (const int position : photos) {
                if (sample(position)->label != label)
                    others.append(photo(position).path);
            }
            finding.remedies.append({tr("Put them under “%1”").arg(name), others, name});
        }
        finding.remedies.append({tr("Leave them all out"), finding.photos, {}});
        finding.sentence = tr("The same picture is called “%1”.").arg(finding.classNames.join(tr("” and “")));
        add(finding);
        return true;
    }

    /// The same picture in more than one subset: what is measured was learned, at least in part.
    void addLeak(const CopyGroup &group, int number, bool isConflict)
    {
        const QList<int> photos = group.photos();
        QSet<Subset> subsets;
        for (const int position : photos)
            subsets.insert(sample(position)->subset);
        if (subsets.size() < 2)
            return;
        ++m_report.counts.splitLeaks;
        DataFinding finding{FindingKind::SplitLeak, {}, paths(photos), {}, {}, number};
        finding.sentence = subsets.size() == 3 ? tr("The same picture is learned from, validated with and tested with.")
            : !subsets.contains(Subset::Train) ? tr("The same picture is validated with and tested with.")
            : subsets.contains(Subset::Test)   ? tr("The same picture is learned from and tested with.")
                                               : tr("The same picture is learned from and validated with.");
        if (!isConflict) {
            const Subset kept = subsets.contains(Subset::Test) ? Subset::Test : Subset::Validation;
            Remedy remedy;
            QStringList stays;
            for (const int position : photos)
                (sample(position)->subset == kept ? stays : remedy.photos).append(photo(position).path);
            remedy.photos.removeIf([&](const QString &path) { return stays.contains(path); }); // one file, named twice
            const bool isOne = remedy.photos.size() == 1;
            remedy.text = subsets.size() == 3          ? tr("Keep only the test copy")
                : subsets.contains(Subset::Train) ? (isOne ? tr("Leave the training copy out") : tr("Leave the training copies out"))
                                                  : (isOne ? tr("Leave the validation copy out") : tr("Leave the validation copies out"));
            if (!remedy.photos.isEmpty())
                finding.remedies = {remedy};
        }
        add(finding);
    }

    void addDuplicates(const CopyGroup &group, int number, bool isConflict)
    {
        const auto withRemedy = [&](DataFinding finding, QStringList copies) {
            copies.removeAll(finding.photos.first()); // one file, named twice
            if (!isConflict && !copies.isEmpty()) // in a conflict it would be chance which class it keeps
                finding.remedies = {{copies.size() == 1 ? tr("Leave the copy out") : tr("Leave the copies out"), copies, {}}};
            add(finding);
        };
        QStringList firsts;
        QStringList others;
        for (const QList<int> &copies : group.contents) {
            const QStringList same = paths(copies);
            firsts.append(same.first());
            if (firsts.size() > 1)
                others += same;
            if (same.size() > 1) {
                withRemedy({FindingKind::ExactDuplicate, tr("The same file, %1 times.").arg(QLocale().toString(same.size())), same, {}, {}, number},
                           same.mid(1));
            }
        }
        if (firsts.size() > 1) {
            withRemedy({FindingKind::NearDuplicate,
                        group.isMirrored ? tr("The same picture, mirrored.") : tr("The same picture in different files."), firsts, {}, {}, number},
                       others);
        }
    }

    void findNameClashes()
    {
        const QList<int> counts = m_dataset.countsPerClass();
        QStringList names; // of the classes that have photos
        QList<int> labels;
        for (int label = 0; label < m_dataset.classCount(); ++label) {
            if (counts.at(label) > 0) {
                names.append(m_dataset.classNames.at(label));
                labels.append(label);
            }
        }
        for (const NameClashGroup &group : nameClashes(names)) {
            ++m_report.counts.nameClashes;
            QList<int> members;
            for (const int name : group.labels)
                members.append(labels.at(name));
            std::stable_sort(members.begin(), members.end(), [&](int a, int b) { return counts.at(a) > counts.at(b); });
            DataFinding finding{FindingKind::NameClash, {}, {}, {}, {}, -1};
            for (const int label : members)
                finding.classNames.append(m_dataset.classNames.at(label));
            const QString both = finding.classNames.join(tr("” and “"));
            finding.sentence = group.clash == NameClash::Case ? tr("“%1” differ only in capitals, accents, spaces or hyphens.").arg(both)
                                                              : tr("“%1” are almost the same word.").arg(both);
            for (const int kept : members) {
                Remedy remedy{tr("Put them under “%1”").arg(m_dataset.classNames.at(kept)), {}, m_dataset.classNames.at(kept)};
                for (const Sample &sample : m_dataset.samples) {
                    if (sample.label != kept && members.contains(sample.label))
                        remedy.photos.append(sample.path);
                }
                finding.remedies.append(remedy);
            }
            // One photo of each first, to see what is meant; then the others.
            QStringList rest;
            QSet<int> seen;
            for (const Sample &sample : m_dataset.samples) {
                if (!members.contains(sample.label))
                    continue;
                (seen.contains(sample.label) ? rest : finding.photos).append(sample.path);
                seen.insert(sample.label);
            }
            finding.photos += rest;
            add(finding);
        }
    }

    void findTiny()
    {
        for (int position = 0; position < m_scan.photos.size(); ++position) {
            const QSize size = photo(position).size;
            if (!sample(position) || size.isEmpty() || std::min(size.width(), size.height()) >= kTinySide)
                continue;
            ++m_report.counts.tiny;
            add({FindingKind::Tiny, tr("Only %1 × %2 pixels.").arg(size.width()).arg(size.height()), {photo(position).path}, {},
                 {{tr("Leave it out"), {photo(position).path}, {}}}, -1});
        }
    }

    /// Only while a photo has the kind that it was judged by: who gave it another one has looked at it.
    void findOddPhotos()
    {
        for (const OddPhoto &odd : m_scan.oddPhotos) {
            const Sample *there = sample(odd.photo);
            if (!there || m_dataset.classNames.at(there->label) != odd.className)
                continue;
            const QString path = photo(odd.photo).path;
            DataFinding finding{FindingKind::OddPhoto, {}, {path}, {odd.className}, {{tr("Leave it out"), {path}, {}}}, -1};
            if (odd.likeClass.isEmpty()) {
                finding.sentence = tr("Unlike the others of “%1”, and like none of the other kinds.").arg(odd.className);
            } else {
                finding.sentence = tr("Unlike the others of “%1”, and more like “%2”.").arg(odd.className, odd.likeClass);
                finding.classNames.append(odd.likeClass);
                finding.remedies.append({tr("Put it under “%1”").arg(odd.likeClass), {path}, odd.likeClass});
            }
            add(finding);
        }
    }

    void findNotes()
    {
        const QList<int> counts = m_dataset.countsPerClass(Subset::Train);
        int least = -1;
        int most = -1;
        for (int label = 0; label < counts.size(); ++label) {
            if (counts.at(label) > 0 && (least < 0 || counts.at(label) < counts.at(least)))
                least = label;
            if (most < 0 || counts.at(label) > counts.at(most))
                most = label;
        }
        if (least >= 0 && counts.at(most) >= kOutOfBalance * counts.at(least)) {
            add({FindingKind::Imbalance,
                 tr("“%1” has %2 photos to learn from, “%3” has %4. Add photos of the rare one, or let rare kinds count more or come more "
                    "often: settings, balance of kinds.")
                     .arg(m_dataset.classNames.at(most), number(counts.at(most)), m_dataset.classNames.at(least), number(counts.at(least))),
                 {}, {m_dataset.classNames.at(most), m_dataset.classNames.at(least)}, {}, -1});
        }
        QStringList turned;
        QList<int> sides;
        for (int position = 0; position < m_scan.photos.size(); ++position) {
            if (!sample(position) || photo(position).size.isEmpty())
                continue;
            if (photo(position).orientation != 1)
                turned.append(photo(position).path);
            sides.append(std::min(photo(position).size.width(), photo(position).size.height()));
        }
        if (!turned.isEmpty()) {
            add({FindingKind::Turned, tr("Photos that lie on their side in the file and have a mark that says so: %1. They are turned upright "
                                         "here, as on the camera; a program that passes over the mark sees them lying.").arg(number(turned.size())),
                 turned, {}, {}, -1});
        }
        if (sides.isEmpty())
            return;
        const auto middle = sides.begin() + sides.size() / 2;
        std::nth_element(sides.begin(), middle, sides.end());
        if (*middle < kSharpSide) {
            add({FindingKind::LowResolution, tr("Most photos are small: half of them have a short side of %1 pixels or less. The network looks at "
                                                "224 pixels, so that fine parts are missing. Larger versions of them would be learned better.")
                                                 .arg(*middle), {}, {}, {}, -1});
        }
    }

    const Dataset &m_dataset;
    const DataScan &m_scan;
    std::vector<const Sample *> m_samples; ///< of the scanned photos; null: not in the data set any more
    DataReport m_report;
};

} // namespace

QString findingKey(FindingKind kind)
{
    switch (kind) {
    case FindingKind::Unreadable:
        return QStringLiteral("unreadable");
    case FindingKind::LabelConflict:
        return QStringLiteral("label_conflict");
    case FindingKind::SplitLeak:
        return QStringLiteral("split_leak");
    case FindingKind::NameClash:
        return QStringLiteral("name_clash");
    case FindingKind::ExactDuplicate:
        return QStringLiteral("exact_duplicate");
    case FindingKind::NearDuplicate:
        return QStringLiteral("near_duplicate");
    case FindingKind::Tiny:
        return QStringLiteral("tiny");
    case FindingKind::OddPhoto:
        return QStringLiteral("odd_photo");
    case FindingKind::Imbalance:
        return QStringLiteral("imbalance");
    case FindingKind::Turned:
        return QStringLiteral("turned");
    case FindingKind::LowResolution:
        return QStringLiteral("low_resolution");
    }
    Q_UNREACHABLE();
}

int FindingCounts::of(FindingKind kind) const
{
    switch (kind) {
    case FindingKind::Unreadable:
        return unreadable;
    case FindingKind::LabelConflict:
        return labelConflicts;
    case FindingKind::SplitLeak:
        return splitLeaks;
    case FindingKind::NameClash:
        return nameClashes;
    case FindingKind::ExactDuplicate:
        return exactDuplicates;
    case FindingKind::NearDuplicate:
        return nearDuplicates;
    case FindingKind::Tiny:
        return tiny;
    case FindingKind::OddPhoto:
    case FindingKind::Imbalance:
    case FindingKind::Turned:
    case FindingKind::LowResolution:
        return 0;
    }
    Q_UNREACHABLE();
}

DataReport findInData(const Dataset &dataset, const DataScan &scan)
{
    return Findings(dataset, scan).report();
}

} // namespace flower
