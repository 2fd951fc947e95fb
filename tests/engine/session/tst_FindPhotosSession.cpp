// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/FindPhotosSession.h"

#include "tests/support/TestMain.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <optional>

using namespace flower;

class tst_FindPhotosSession : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    QList<WantedPhoto> m_wanted;

private Q_SLOTS:
    void initTestCase()
    {
        for (int number = 0; number < 50; ++number) {
            const QByteArray bytes = "photo " + QByteArray::number(number);
            const QString name = QStringLiteral("%1.jpg").arg(number);
            QFile file(m_folder.filePath(name));
            QVERIFY(file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size());
            m_wanted.append({QStringLiteral("/old/") + name, name, {bytes.size(), QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)}});
        }
    }

    void findsInTheBackground()
    {
        FindPhotosSession session;
        std::optional<FoundPhotos> found;
        connect(&session, &FindPhotosSession::finished, this, [&](const FoundPhotos &photos) {
            QCOMPARE(QThread::currentThread(), thread());
            QVERIFY(!session.isRunning());
            found = photos;
        });
        session.start(m_wanted, m_folder.path());
        QVERIFY(session.isRunning() && !found);
        QTRY_VERIFY(found);
        QCOMPARE(found->count(FoundBy::Content), 50);
    }

    void anErrorIsASentence()
    {
        FindPhotosSession session;
        QSignalSpy failed(&session, &FindPhotosSession::failed);
        session.start(m_wanted, m_folder.filePath(QStringLiteral("nowhere")));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(!session.isRunning());
    }

    void theNewestSearchCounts()
    {
        FindPhotosSession session;
        QSignalSpy failed(&session, &FindPhotosSession::failed);
        QSignalSpy finished(&session, &FindPhotosSession::finished);
        session.start(m_wanted, m_folder.filePath(QStringLiteral("nowhere")));
        session.start(m_wanted, m_folder.path());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(failed.size(), 0);
        session.start(m_wanted, m_folder.path());
        session.cancel();
        QVERIFY(!session.isRunning());
        session.start({}, m_folder.path());
        QTRY_COMPARE(finished.size(), 2);
        QVERIFY(finished.last().first().value<FoundPhotos>().photos.isEmpty());
    }
};

FLOWER_TEST(tst_FindPhotosSession)
#include "tst_FindPhotosSession.moc"
