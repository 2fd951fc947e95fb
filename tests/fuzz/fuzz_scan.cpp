// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/check/ScanCache.h"
#include "tests/fuzz/FuzzTarget.h"

using namespace flower;

/// What earlier scans of photos saw. A damaged file is as good as none, and what is written next is read again.
FLOWER_FUZZ_TARGET(scan)
{
    const QString path = fuzz::asFile(bytes, "data-check.bin");
    const QByteArray sha(32, 'n');
    const QString photo = QStringLiteral("/photos/new.jpg");
    ScanCache cache(path);
    cache.load();
    for (int content = 0; content < cache.size(); ++content) {
        fuzz::check(!cache.facts(content).size.isEmpty());
        cache.use(content);
    }
    ContentFacts facts;
    facts.size = {640, 480};
    const int content = cache.addContent(sha, facts);
    cache.setPath(photo, {1, 2}, content);
    fuzz::check(bool(cache.save()));

    ScanCache again(path);
    again.load();
    const std::optional<int> known = again.find(photo, {1, 2});
    fuzz::check(again.size() == cache.size() && known && *known == content && again.findContent(sha) == known);
}
