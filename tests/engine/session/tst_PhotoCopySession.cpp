// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/PhotoCopySession.h"

#include "tests/support/TestMain.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace flower;

class tst_PhotoCopySession : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    [[nodiscard]] QList<PhotoCopy> photos(int count) const
    {
        return QList<PhotoCopy>(count, {{m_folder.filePath(QStringLiteral("a.jpg")), {}}, QStringLiteral("daisy")});
    }

private Q_SLOTS:
    void initTestCase()
    {
        QFile file(m_folder.filePath(QStringLiteral("a.jpg")));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write("a") == 1);
    }

    void oneJobAfterTheOther()
    {
        PhotoCopySession session;
        QSignalSpy finished(&session, &PhotoCopySession::finished);
        for (int job = 1; job <= 2; ++job) {
            session.start(photos(3), m_folder.filePath(QStringLiteral("sorted")));
            QVERIFY(session.isRunning());
            QTRY_COMPARE(finished.size(), job);
            QVERIFY(!session.isRunning());
            QCOMPARE(finished.last().first().value<CopyReport>().copied, 3);
        }
    }

    void aCancelledJobSaysWhatItDid()
    {
        PhotoCopySession session;
        QSignalSpy finished(&session, &PhotoCopySession::finished);
        session.start(photos(100'000), m_folder.filePath(QStringLiteral("cancelled")));
        session.cancel();
        QTRY_COMPARE(finished.size(), 1);
        const auto report = finished.first().first().value<CopyReport>();
        QVERIFY(report.stopped);
        QVERIFY(report.copied < 100'000);
    }

    void theEndOfTheSessionEndsItsJob()
    {
        const auto session = std::make_unique<PhotoCopySession>();
        session->start(photos(100'000), m_folder.filePath(QStringLiteral("ended")));
    }
};

FLOWER_TEST(tst_PhotoCopySession)
#include "tst_PhotoCopySession.moc"
