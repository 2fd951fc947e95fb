// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/classify/AnswerCorrections.h"

#include "engine/core/PhotoPlaces.h"
#include "engine/core/StoredFile.h"
#include "engine/store/PhotoMarksFile.h"
#include "tests/support/TestMain.h"

#include <QDir>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QUndoStack>

using namespace flower;

class tst_AnswerCorrections : public QObject
{
    Q_OBJECT

    using Classes = QHash<QString, QString>;

    static QStringList filesIn(const QTemporaryDir &folder) { return QDir(folder.path()).entryList(QDir::Files); }

private Q_SLOTS:
    void correctionsAreUndoneAndRedone()
    {
        AnswerCorrections corrections;
        const QSignalSpy changed(&corrections, &AnswerCorrections::changed);
        const QString daisy = QStringLiteral("daisy");
        corrections.correct({QStringLiteral("/a"), QStringLiteral("/b")}, daisy);
        corrections.correct({QStringLiteral("/a")}, daisy); // changes nothing: no step
        corrections.correct({QStringLiteral("/b")}, QStringLiteral("tulip"));
        corrections.correct({QStringLiteral("/a"), QStringLiteral("/c")}, {});
        QCOMPARE(corrections.undoStack()->count(), 3);
        QCOMPARE(corrections.classes(), (QHash<QString, QString>{{QStringLiteral("/b"), QStringLiteral("tulip")}}));
        corrections.undoStack()->undo();
        corrections.undoStack()->undo();
        QCOMPARE(corrections.classes(), (QHash<QString, QString>{{QStringLiteral("/a"), daisy}, {QStringLiteral("/b"), daisy}}));
        corrections.undoStack()->redo();
        QCOMPARE(corrections.classes().value(QStringLiteral("/b")), QStringLiteral("tulip"));
        QCOMPARE(changed.size(), 6);
    }

    void theyFollowPhotosThatWereMoved()
    {
        const QTemporaryDir folder;
        const QString places = folder.filePath(QStringLiteral("places/photo-places.json"));
        {
            AnswerCorrections corrections(folder.path(), places);
            corrections.correct({QStringLiteral("/photos/a/1.jpg"), QStringLiteral("/photos/a/2.jpg")}, QStringLiteral("rose"));
        }
        QVERIFY(PhotoPlacesFile(places).add({{{QStringLiteral("/photos"), QStringLiteral("/archive/meadow")}}, {}}));
        const QString moved = QStringLiteral("/archive/meadow/a/1.jpg");
        {
            AnswerCorrections corrections(folder.path(), places);
            corrections.recall({moved, QStringLiteral("/archive/other/1.jpg")});
            QCOMPARE(corrections.classes().size(), 2);
            QCOMPARE(corrections.classes().value(moved), QStringLiteral("rose"));
            corrections.correct({moved}, {});
        }
        AnswerCorrections corrections(folder.path(), places);
        corrections.recall({moved});
        QCOMPARE(corrections.classes(), (Classes{{QStringLiteral("/archive/meadow/a/2.jpg"), QStringLiteral("rose")}})); // of the new place only
    }

    void theyOutliveTheProgram()
    {
        const QTemporaryDir folder;
        const QString rose = QStringLiteral("/photos/a/rose.jpg");
        const QString other = QStringLiteral("/photos/b/rose.jpg");
        {
            AnswerCorrections corrections(folder.path());
            corrections.recall({rose, other});
            corrections.correct({rose, other}, QStringLiteral("rose"));
            corrections.correct({QStringLiteral("/photos/a/tulip.jpg")}, QStringLiteral("tulip"));
            corrections.undoStack()->undo();
            corrections.correct({QStringLiteral("Pasted picture 1")}, QStringLiteral("tulip")); // no file: not the same one tomorrow
        }
        QCOMPARE(filesIn(folder).size(), 2);
        {
            AnswerCorrections corrections(folder.path());
            const QSignalSpy changed(&corrections, &AnswerCorrections::changed);
            QVERIFY(corrections.classes().isEmpty());
            corrections.recall({QStringLiteral("/photos/a/tulip.jpg"), QStringLiteral("/photos/c/x.jpg")});
            QCOMPARE(corrections.classes(), (Classes{{rose, QStringLiteral("rose")}}));
            QCOMPARE(changed.size(), 1);
            QVERIFY(!corrections.undoStack()->canUndo());
            corrections.correct({rose}, {}); // taken back
            corrections.correct({QStringLiteral("/photos/b/daisy.jpg")}, QStringLiteral("daisy")); // beside what is there
        }
        AnswerCorrections corrections(folder.path());
        corrections.recall({rose, other});
        QCOMPARE(corrections.classes(),
                 (Classes{{other, QStringLiteral("rose")}, {QStringLiteral("/photos/b/daisy.jpg"), QStringLiteral("daisy")}}));
    }

    void withoutAFolderNothingIsKept()
    {
        AnswerCorrections corrections;
        const QSignalSpy failed(&corrections, &AnswerCorrections::failed);
        corrections.correct({QStringLiteral("/photos/a/rose.jpg")}, QStringLiteral("rose"));
        QTest::qWait(20);
        QVERIFY(failed.isEmpty());
    }

    void damageIsSetAsideAndSaid()
    {
        const QTemporaryDir folder;
        QVERIFY(writeFile(PhotoMarksFile::forDataset(folder.path(), QStringLiteral("/photos/a")).path(), "no review"));
        AnswerCorrections corrections(folder.path());
        QSignalSpy failed(&corrections, &AnswerCorrections::failed);
        corrections.recall({QStringLiteral("/photos/a/rose.jpg")});
        QCOMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("/photos/a")));
        QCOMPARE(filesIn(folder).filter(QStringLiteral("damaged")).size(), 1);
    }

    void whatCannotBeWrittenIsSaid()
    {
        const QTemporaryDir folder;
        const QString blocked = folder.filePath(QStringLiteral("file"));
        QVERIFY(writeFile(blocked, "x"));
        AnswerCorrections corrections(blocked);
        QSignalSpy failed(&corrections, &AnswerCorrections::failed);
        corrections.correct({QStringLiteral("/photos/a/rose.jpg")}, QStringLiteral("rose"));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().first().toString().contains(QStringLiteral("until the program ends")));
        QCOMPARE(corrections.classes().size(), 1);
    }
};

FLOWER_TEST(tst_AnswerCorrections)
#include "tst_AnswerCorrections.moc"
