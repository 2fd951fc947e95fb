// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/project/EntryNames.h"
#include "tests/engine/project/ProjectFixture.h"
#include "tests/support/TestMain.h"

#include <archive.h>
#include <archive_entry.h>

#include <memory>

using namespace flower;
using namespace flower::testing;

namespace {

struct Member {
    QByteArray name;
    QByteArray bytes;
    unsigned type = AE_IFREG;
    QByteArray link{};
};

void writeZip(const QString &path, const std::vector<Member> &members, const char *options = nullptr)
{
    QDir().mkpath(QFileInfo(path).path());
    const std::unique_ptr<archive, int (*)(archive *)> writer(archive_write_new(), archive_write_free);
    archive_write_set_format_zip(writer.get());
    if (options != nullptr) {
        archive_write_set_options(writer.get(), options);
        archive_write_set_passphrase(writer.get(), "secret");
    }
    QCOMPARE(archive_write_open_filename(writer.get(), QFile::encodeName(path).constData()), ARCHIVE_OK);
    for (const Member &member : members) {
        const std::unique_ptr<archive_entry, void (*)(archive_entry *)> entry(archive_entry_new(), archive_entry_free);
        archive_entry_set_pathname(entry.get(), member.name.constData());
        archive_entry_set_filetype(entry.get(), member.type);
        archive_entry_set_perm(entry.get(), 0644);
        archive_entry_set_size(entry.get(), member.bytes.size());
        if (!member.link.isEmpty())
            archive_entry_set_symlink(entry.get(), member.link.constData());
        QCOMPARE(archive_write_header(writer.get(), entry.get()), ARCHIVE_OK);
        archive_write_data(writer.get(), member.bytes.constData(), static_cast<size_t>(member.bytes.size()));
    }
    QCOMPARE(archive_write_close(writer.get()), ARCHIVE_OK);
}

const QByteArray kProject = "{\"format\": \"flower-trainer-project\", \"version\": 1, \"name\": \"meadow\", \"photos\": {\"count\": 1}, \"runs\": [{\"folder\": \"one\"}]}";
const QByteArray kTable = "path,label,split,bytes,sha256\ndaisy/1.jpg,daisy,train,,\n";

std::vector<Member> soundMembers()
{
    return {{"photos/daisy/1.jpg", "\xFF\xD8 one"}, {"photos/photos.csv", kTable}, {"project.json", kProject}};
}

} // namespace

/// Archives of a stranger: each is refused with a sentence, and nothing is left of it.
class tst_HostileProjects : public QObject
{
    Q_OBJECT

    std::unique_ptr<ProjectFixture> m_fixture;

    void expectRefused(const QString &words, const ProjectLimits &limits = {}) const
    {
        const Result<UnpackReport> opened = m_fixture->unpack(QStringLiteral("bert/Wiese"), limits);
        QVERIFY(!opened.isOk());
        QCOMPARE(opened.error().code, ErrorCode::Unreadable);
        QVERIFY2(opened.error().message.contains(words), qPrintable(opened.error().message));
        QVERIFY(opened.error().message.contains(QStringLiteral("Wiese.zip")));
        QVERIFY(m_fixture->nothingIsLeft());
        QVERIFY(!QFile::exists(m_fixture->path(QStringLiteral("climber.jpg"))));
    }

private Q_SLOTS:
    void init() { m_fixture = std::make_unique<ProjectFixture>(); }

    void aSoundOneIsOpened()
    {
        writeZip(m_fixture->zip(), soundMembers());
        const Result<UnpackReport> opened = m_fixture->unpack();
        QVERIFY2(opened.isOk(), qPrintable(opened.isOk() ? QString() : opened.error().message));
        QCOMPARE(opened->photos, 1);
    }

    void whatIsUnpackedIsWhatWasChecked()
    {
        std::vector<Member> members = soundMembers(); // a reader of lists takes the first column, whatever its capitals, and knows a folder
        members[1].bytes = "PATH,label,path,split,relative_to\n/etc/secret.jpg,daisy,daisy/1.jpg,train,/etc\n";
        writeZip(m_fixture->zip(), members);
        const Result<UnpackReport> opened = m_fixture->unpack();
        QVERIFY2(opened.isOk(), qPrintable(opened.isOk() ? QString() : opened.error().message));
        QCOMPARE(contentOf(opened->dataset), kTable);
    }

    void listsWithOtherWordsAreRefused_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("a split") << QByteArray("path,label,split\ndaisy/1.jpg,daisy,\"train\n/etc/a.jpg,daisy\"\n");
        QTest::newRow("a hash") << QByteArray("path,label,sha256\ndaisy/1.jpg,daisy,\"0\n/etc/a.jpg,daisy\"\n");
    }

    void listsWithOtherWordsAreRefused()
    {
        QFETCH(QByteArray, table);
        std::vector<Member> members = soundMembers();
        members[1].bytes = table;
        writeZip(m_fixture->zip(), members);
        expectRefused(QStringLiteral("photos.csv"));
    }

    void namesThatLeadElsewhereAreRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("climbs out") << QByteArray("../climber.jpg");
        QTest::newRow("climbs out in the middle") << QByteArray("photos/../../climber.jpg");
        QTest::newRow("absolute") << QByteArray("/tmp/climber.jpg");
        QTest::newRow("backslashes") << QByteArray("photos\\..\\climber.jpg");
        QTest::newRow("a drive") << QByteArray("C:/climber.jpg");
        QTest::newRow("a drive without a slash") << QByteArray("photos/C:climber.jpg");
        QTest::newRow("a stream of Windows") << QByteArray("photos/a.jpg:hidden");
        QTest::newRow("another computer") << QByteArray("//computer/share/climber.jpg");
        QTest::newRow("a device") << QByteArray("photos/con.jpg");
        QTest::newRow("a device in capitals, a folder") << QByteArray("photos/LPT1/a.jpg");
        QTest::newRow("a device with a digit from above") << QByteArray("photos/COM\xC2\xB9.jpg");
        QTest::newRow("a point at the end") << QByteArray("photos/daisy./a.jpg");
        QTest::newRow("a space at the end") << QByteArray("photos/daisy /a.jpg");
        QTest::newRow("this folder") << QByteArray("photos/./a.jpg");
        QTest::newRow("an empty step") << QByteArray("photos//a.jpg");
        QTest::newRow("control characters") << QByteArray("photos/a\nb.jpg");
        QTest::newRow("folders in folders") << QByteArray("a/").repeated(20) + "b.jpg";
        QTest::newRow("a name without end") << QByteArray(300, 'a') + ".jpg";
        QTest::newRow("what has no place otherwise either") << QByteArray("../.bashrc");
    }

    void namesThatLeadElsewhereAreRefused()
    {
        QFETCH(QByteArray, name);
        std::vector<Member> members = soundMembers();
        members.push_back({name, "\xFF\xD8 out"});
        writeZip(m_fixture->zip(), members);
        expectRefused(QStringLiteral("isn't one that every system can write"));
    }

    void linksAreRefused()
    {
        std::vector<Member> members = soundMembers();
        members.push_back({"photos/link", "", AE_IFLNK, "/etc"});
        writeZip(m_fixture->zip(), members);
        expectRefused(QStringLiteral("link or a device"));
    }

    void oneNameForTwoIsRefused_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QString>("words");
        QTest::newRow("twice") << QByteArray("photos/daisy/1.jpg") << QStringLiteral("twice");
        QTest::newRow("apart from capitals") << QByteArray("photos/DAISY/1.JPG") << QStringLiteral("twice");
        QTest::newRow("the description in capitals") << QByteArray("Project.json") << QStringLiteral("twice");
        QTest::newRow("a file where a folder is") << QByteArray("photos/daisy") << QStringLiteral("file and a folder");
        QTest::newRow("a folder where a file is") << QByteArray("photos/daisy/1.jpg/2.jpg") << QStringLiteral("file and a folder");
    }

    void oneNameForTwoIsRefused()
    {
        QFETCH(QByteArray, name);
        QFETCH(QString, words);
        std::vector<Member> members = soundMembers();
        members.push_back({name, "\xFF\xD8 again"});
        writeZip(m_fixture->zip(), members);
        expectRefused(words);
    }

    void bombsAreRefused()
    {
        std::vector<Member> members = soundMembers();
        members[0].bytes = QByteArray(200 << 20, '\0');
        writeZip(m_fixture->zip(), members);
        QVERIFY(QFileInfo(m_fixture->zip()).size() < (1 << 20));
        expectRefused(QStringLiteral("far more"));
        // What is never unpacked may be of any size.
        members = soundMembers();
        members.push_back({"zeros.bin", QByteArray(200 << 20, '\0')});
        writeZip(m_fixture->zip(), members);
        QVERIFY(m_fixture->unpack().isOk());
    }

    void limitsHold()
    {
        writeZip(m_fixture->zip(), soundMembers());
        ProjectLimits few;
        few.files = 2;
        expectRefused(QStringLiteral("more files"), few);
        ProjectLimits small;
        small.bytes = 100;
        expectRefused(QStringLiteral("far more"), small);
        std::vector<Member> members = soundMembers();
        members[2].bytes = QByteArray(17 << 20, ' ');
        writeZip(m_fixture->zip(), members);
        expectRefused(QStringLiteral("claims to be larger"));
    }

    void damageIsRefused()
    {
        QVERIFY(m_fixture->pack().isOk());
        const QByteArray sound = contentOf(m_fixture->zip());
        put(m_fixture->zip(), sound.left(sound.size() / 2));
        expectRefused(QStringLiteral("damaged, incomplete or no ZIP"));
        put(m_fixture->zip(), "no zip at all");
        expectRefused(QStringLiteral("damaged, incomplete or no ZIP"));
        put(m_fixture->zip(), "");
        expectRefused(QStringLiteral("damaged, incomplete or no ZIP"));
        QByteArray changed = sound;
        changed[500] = static_cast<char>(changed.at(500) ^ 1); // in the first photo
        put(m_fixture->zip(), changed);
        expectRefused(QStringLiteral("damaged"));
    }

    void aPasswordIsRefused()
    {
        writeZip(m_fixture->zip(), soundMembers(), "zip:encryption=zipcrypt");
        expectRefused(QStringLiteral("password"));
    }

    void anotherPhotoThanWasPackedIsRefused()
    {
        std::vector<Member> members = soundMembers();
        members[1].bytes = "path,label,split,bytes,sha256\ndaisy/1.jpg,daisy,train,6," + QByteArray(64, 'a') + "\n";
        writeZip(m_fixture->zip(), members);
        expectRefused(QStringLiteral("isn't the one that was packed"));
    }

    void whatIsNoProjectIsRefused_data()
    {
        QTest::addColumn<int>("member");
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("words");
        QTest::newRow("no description") << 2 << QByteArray() << QStringLiteral("project.json");
        QTest::newRow("another program's") << 2 << QByteArray("{\"version\": 1}") << QStringLiteral("another program's");
        QTest::newRow("no JSON") << 2 << QByteArray("[") << QStringLiteral("damaged");
        QTest::newRow("no columns") << 1 << QByteArray("a,b\n") << QStringLiteral("list of photos");
        QTest::newRow("a photo that climbs out") << 1 << QByteArray("path,label\n../climber.jpg,daisy\n") << QStringLiteral("list of photos");
        QTest::newRow("a photo on another computer") << 1 << QByteArray("path,label\n//computer/a.jpg,daisy\n") << QStringLiteral("list of photos");
        QTest::newRow("a program as a photo") << 1 << QByteArray("path,label\nrun.exe,daisy\n") << QStringLiteral("list of photos");
        QTest::newRow("a photo twice") << 1 << QByteArray("path,label\na.jpg,daisy\nA.jpg,rose\n") << QStringLiteral("list of photos");
    }

    void whatIsNoProjectIsRefused()
    {
        QFETCH(int, member);
        QFETCH(QByteArray, bytes);
        QFETCH(QString, words);
        std::vector<Member> members = soundMembers();
        members[static_cast<size_t>(member)].bytes = bytes;
        writeZip(m_fixture->zip(), members);
        expectRefused(words);
    }

    void aNewerVersionAsksForAnUpdate()
    {
        std::vector<Member> members = soundMembers();
        members[2].bytes.replace("\"version\": 1", "\"version\": 2");
        writeZip(m_fixture->zip(), members);
        const Result<UnpackReport> opened = m_fixture->unpack();
        QCOMPARE(opened.error().code, ErrorCode::Unsupported);
        QVERIFY(opened.error().message.contains(QStringLiteral("newer version")));
    }

    void marksOutsideOfTheProjectAreRefused()
    {
        std::vector<Member> members = soundMembers();
        members.push_back({"review.json", "{\"version\": 1, \"root\": \"\", \"photos\": [{\"path\": \"../../x.jpg\", \"leave_out\": true}]}"});
        writeZip(m_fixture->zip(), members);
        expectRefused(QStringLiteral("outside of the project"));
        members.back().bytes = "{}";
        writeZip(m_fixture->zip(), members);
        expectRefused(QStringLiteral("review.json"));
    }

    void whatHasNoPlaceIsLeftOut()
    {
        std::vector<Member> members = soundMembers();
        for (const char *name : {"setup.exe", "photos/unlisted.jpg", "photos/run.bat", "runs/one/other.json", "runs/two/model.safetensors", ".hidden"})
            members.push_back({name, "x"});
        writeZip(m_fixture->zip(), members);
        const Result<UnpackReport> opened = m_fixture->unpack();
        QVERIFY2(opened.isOk(), qPrintable(opened.isOk() ? QString() : opened.error().message));
        QCOMPARE(filesIn(opened->folder).keys(), (QStringList{QStringLiteral("photos/daisy/1.jpg"), QStringLiteral("photos/photos.csv"), QStringLiteral("project.json")}));
        QVERIFY(opened->notes.last().contains(QStringLiteral("5")) || opened->notes.last().contains(QStringLiteral("6")));
        QVERIFY(filesIn(m_fixture->path(QStringLiteral("bert-runs"))).isEmpty());
    }

    void runsThatReachOutsideAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("answers to photos elsewhere") << QByteArray("predictions-test.csv") << QByteArray("path,label,loss,top1,p1\n/etc/passwd,daisy,1,daisy,1\n");
        QTest::newRow("answers to photos on another computer") << QByteArray("predictions-val.csv") << QByteArray("path,label,loss,top1,p1\n\\\\computer\\a.jpg,daisy,1,daisy,1\n");
        QTest::newRow("photos that climb out") << QByteArray("split.csv") << QByteArray("path,label,split\n../../a.jpg,daisy,train\n");
        QTest::newRow("a description that is none") << QByteArray("run.json") << QByteArray("{\"version\": 1, \"id\": \"a\", \"settings\": {\"soil\": 1}}");
        QTest::newRow("no description") << QByteArray("run.json") << QByteArray("[]");
    }

    void runsThatReachOutsideAreLeftOut()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, bytes);
        std::vector<Member> members = soundMembers();
        members.push_back({"runs/one/run.json", "{\"version\": 1, \"id\": \"a\", \"dataset\": {\"path\": \"//computer/photos\", \"classes\": [\"daisy\"]}}"});
        if (name == "run.json")
            members.pop_back();
        members.push_back({"runs/one/" + name, bytes});
        writeZip(m_fixture->zip(), members);
        const Result<UnpackReport> opened = m_fixture->unpack();
        QVERIFY2(opened.isOk(), qPrintable(opened.isOk() ? QString() : opened.error().message));
        QVERIFY(opened->runFolders.isEmpty());
        QVERIFY2(opened->notes.first().contains(QStringLiteral("“one”")), qPrintable(opened->notes.join(QLatin1Char('\n'))));
        QVERIFY(filesIn(m_fixture->path(QStringLiteral("bert-runs"))).isEmpty());
    }

    void whatARunSaysAboutThisComputerIsNotKept()
    {
        std::vector<Member> members = soundMembers();
        members.push_back({"runs/one/run.json", "{\"version\": 1, \"id\": \"a\", \"dataset\": {\"path\": \"//computer/photos\", \"classes\": [\"daisy\"]},"
                                                " \"settings\": {\"version\": 1, \"weightsPath\": \"\\\\\\\\computer\\\\share\\\\w.pth\", \"runFolder\": \"/home/bert\"}}"});
        writeZip(m_fixture->zip(), members);
        const Result<UnpackReport> opened = m_fixture->unpack();
        QCOMPARE(opened->runFolders.size(), 1);
        const Result<RunDetails> run = RunFolder(opened->runFolders.first()).read();
        QCOMPARE(run->datasetPath, opened->dataset);
        QCOMPARE(run->config.weightsPath, QStringLiteral("w.pth"));
        QVERIFY(run->config.runFolder.isEmpty());
    }

    void cardsThatCouldRunSomethingAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("a script") << QByteArray("<script>alert(1)</script>");
        QTest::newRow("an event") << QByteArray("<p onclick=\"alert(1)\">a</p>");
        QTest::newRow("a picture of another computer") << QByteArray("<img src=\"https://example.org/a.png\"/>");
        QTest::newRow("a link") << QByteArray("<a href=\"https://example.org\">a</a>");
        QTest::newRow("a script as a link") << QByteArray("<a href=\"javascript:alert(1)\">a</a>");
        QTest::newRow("a style that loads") << QByteArray("<style>p { background: url(https://example.org) }</style>");
        QTest::newRow("a style at an element") << QByteArray("<p style=\"background: url(https://example.org)\">a</p>");
        QTest::newRow("a page that leads on") << QByteArray("<meta http-equiv=\"refresh\" content=\"0;https://example.org\"/>");
        QTest::newRow("a frame") << QByteArray("<iframe></iframe>");
        QTest::newRow("a picture that draws another's") << QByteArray("<svg><path fill=\"url(https://example.org#a)\" d=\"\"/></svg>");
        QTest::newRow("not well-formed") << QByteArray("<p>a");
    }

    void cardsThatCouldRunSomethingAreLeftOut()
    {
        QFETCH(QByteArray, body);
        std::vector<Member> members = soundMembers();
        members.push_back({"runs/one/run.json", "{\"version\": 1, \"id\": \"a\", \"dataset\": {\"classes\": [\"daisy\"]}}"});
        members.push_back({"runs/one/model-card.html", "<!DOCTYPE html>\n<html><body>" + body + "</body></html>"});
        writeZip(m_fixture->zip(), members);
        const Result<UnpackReport> opened = m_fixture->unpack();
        QCOMPARE(opened->runFolders.size(), 1);
        QVERIFY(opened->notes.first().contains(QStringLiteral("model card")));
        QVERIFY(!QFile::exists(opened->runFolders.first() + QStringLiteral("/model-card.html")));
    }
};

FLOWER_TEST(tst_HostileProjects)
#include "tst_HostileProjects.moc"
