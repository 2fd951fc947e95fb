// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/session/WeightsSession.h"

#include "tests/support/TestMain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <stdexcept>

using namespace flower;

namespace {

class FakeInspector : public ModelInspector
{
public:
    mutable std::atomic<int> calls{0};

    Result<ModelInfo> inspect(const QString &path) const override
    {
        ++calls;
        if (path.contains(QLatin1String("throw")))
            throw std::runtime_error("broken on purpose");
        ModelInfo info;
        info.path = path;
        return info;
    }
};

} // namespace

class tst_WeightsSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsFilesOfBothForms()
    {
        QTemporaryDir first;
        QTemporaryDir second;
        for (const QString &path : {first.filePath(QStringLiteral("b.pth")), first.filePath(QStringLiteral("a.safetensors")),
                                    first.filePath(QStringLiteral("notes.txt")), second.filePath(QStringLiteral("c.safetensors"))}) {
            QFile file(path);
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
        WeightsSession session(std::make_shared<FakeInspector>(),
                               {first.path(), QStringLiteral("/nowhere"), second.path(), first.path()});
        QSignalSpy scanned(&session, &WeightsSession::scanned);
        QVERIFY(session.files().isEmpty());
        session.scan();
        QTRY_COMPARE(scanned.size(), 1);
        QCOMPARE(session.files(), (QStringList{QDir(first.path()).absoluteFilePath(QStringLiteral("a.safetensors")),
                                               QDir(first.path()).absoluteFilePath(QStringLiteral("b.pth")),
                                               QDir(second.path()).absoluteFilePath(QStringLiteral("c.safetensors"))}));
    }

    void readsAFileOnceUntilTheNextScan()
    {
        const auto inspector = std::make_shared<FakeInspector>();
        WeightsSession session(inspector, {});
        QSignalSpy inspected(&session, &WeightsSession::inspected);
        QVERIFY(!session.info(QStringLiteral("/w")));
        QVERIFY(!session.info(QStringLiteral("/w")));
        QTRY_COMPARE(inspected.size(), 1);
        QCOMPARE((*session.info(QStringLiteral("/w")))->path, QStringLiteral("/w"));
        QCOMPARE(inspector->calls, 1);
        QSignalSpy scanned(&session, &WeightsSession::scanned);
        session.scan();
        QTRY_COMPARE(scanned.size(), 1);
        QVERIFY(!session.info(QStringLiteral("/w")));
        QTRY_COMPARE(inspected.size(), 2);
    }

    void anExceptionEndsInASentence()
    {
        WeightsSession session(std::make_shared<FakeInspector>(), {});
        QSignalSpy inspected(&session, &WeightsSession::inspected);
        QVERIFY(!session.info(QStringLiteral("/throw")));
        QTRY_COMPARE(inspected.size(), 1);
        const Result<ModelInfo> info = *session.info(QStringLiteral("/throw"));
        QVERIFY(!info);
        QVERIFY(info.error().message.contains(QStringLiteral("broken on purpose")));
    }
};

FLOWER_TEST(tst_WeightsSession)
#include "tst_WeightsSession.moc"
