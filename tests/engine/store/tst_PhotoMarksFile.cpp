// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/store/PhotoMarksFile.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_PhotoMarksFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    static StoredMarks someMarks()
    {
        StoredMarks stored{QStringLiteral("/photos/meadow"), {}};
        stored.marks.photos.insert(QStringLiteral("daisy/ä \"1\".jpg"), {false, QStringLiteral("Löwenzahn"), QStringLiteral("daisy")});
        stored.marks.photos.insert(QStringLiteral("tulip/2.jpg"), {true, {}, QStringLiteral("tulip")});
        return stored;
    }
    [[nodiscard]] QString written(const QString &name, const QByteArray &bytes) const
    {
        QFile file(m_folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("the test's folder can't be written to");
        return file.fileName();
    }
    static QByteArray contents(const QString &path)
    {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    [[nodiscard]] QStringList setAside(const QString &name) const
    {
        return QDir(m_folder.path()).entryList({name + QStringLiteral(".damaged-*")});
    }

private Q_SLOTS:
    void readsWhatItWrote()
    {
        PhotoMarksFile file(m_folder.filePath(QStringLiteral("reviews/meadow.json"))); // the folder comes with it
        QCOMPARE(file.read().error().code, ErrorCode::NotFound);
        QVERIFY(file.write(someMarks()));
        QVERIFY(file.read());
        QVERIFY(*file.read() == someMarks());
        QVERIFY(file.write({QStringLiteral("/photos/meadow"), {}}));
        QVERIFY(file.read()->marks.isEmpty());
    }

    void eachDatasetHasItsOwnFile()
    {
        const auto name = [](const char *root) {
            return QFileInfo(PhotoMarksFile::forDataset(QStringLiteral("/r"), QLatin1String(root)).path()).fileName();
        };
        QVERIFY(name("/photos/meadow").startsWith(QStringLiteral("meadow-")));
        QVERIFY(name("/photos/oxford17/split.csv").startsWith(QStringLiteral("oxford17-")));
        QCOMPARE(name("/photos/meadow/"), name("/photos/meadow"));
        QVERIFY(name("/other/meadow") != name("/photos/meadow"));
        QVERIFY(!name("/photos/a b:c").contains(QLatin1Char(':')));
    }

    void refusesWhatIsNoReview_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ErrorCode>("code");
        const auto photo = [](const char *inside) {
            return QByteArray(R"({"version":1,"root":"/p","photos":[)") + inside + "]}";
        };
        QTest::newRow("empty") << QByteArray() << ErrorCode::Unreadable;
        QTest::newRow("cut off") << QByteArray(R"({"version":1,"photos":[{"path")") << ErrorCode::Unreadable;
        QTest::newRow("array") << QByteArray("[]") << ErrorCode::Unreadable;
        QTest::newRow("no version") << QByteArray(R"({"photos":[]})") << ErrorCode::Unreadable;
        QTest::newRow("no photos") << QByteArray(R"({"version":1})") << ErrorCode::Unreadable;
        QTest::newRow("no path") << photo(R"({"relabel":"tulip"})") << ErrorCode::Unreadable;
        QTest::newRow("says nothing") << photo(R"({"path":"a.jpg"})") << ErrorCode::Unreadable;
        QTest::newRow("says two things") << photo(R"({"path":"a.jpg","relabel":"tulip","leave_out":true})") << ErrorCode::Unreadable;
        QTest::newRow("no object") << photo("7") << ErrorCode::Unreadable;
        QTest::newRow("newer") << QByteArray(R"({"version":2,"photos":"in another way"})") << ErrorCode::Unsupported;
    }
    void refusesWhatIsNoReview()
    {
        QFETCH(QByteArray, json);
        QFETCH(ErrorCode, code);
        const QString name = QStringLiteral("%1.json").arg(QLatin1String(QTest::currentDataTag()));
        PhotoMarksFile file(written(name, json));
        const Result<StoredMarks> read = file.read();
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        QVERIFY(read.error().message.contains(name));
        QCOMPARE(contents(file.path()), json); // reading changes nothing

        const Result<void> saved = file.write(someMarks());
        if (code == ErrorCode::Unsupported) {
            QCOMPARE(saved.error().code, ErrorCode::Unsupported);
            QCOMPARE(contents(file.path()), json);
        } else {
            QVERIFY(saved);
            QVERIFY(*file.read() == someMarks());
            QCOMPARE(setAside(name).size(), 1);
            QCOMPARE(contents(m_folder.filePath(setAside(name).first())), json);
        }
    }

    void aPlaceThatCannotBeWrittenToIsASentence()
    {
        const QString blocked = written(QStringLiteral("file"), "x");
        const Result<void> saved = PhotoMarksFile(blocked + QStringLiteral("/meadow.json")).write(someMarks());
        QVERIFY(!saved);
        QCOMPARE(saved.error().code, ErrorCode::Unwritable);
    }
};

FLOWER_TEST(tst_PhotoMarksFile)
#include "tst_PhotoMarksFile.moc"
