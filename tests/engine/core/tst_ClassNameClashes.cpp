// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/core/ClassNameClashes.h"
#include "tests/support/TestMain.h"

#include <QTest>

using namespace flower;

class tst_ClassNameClashes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<NameClash>("clash");
        const auto row = [](const char *a, const char *b, NameClash clash) {
            QTest::addRow("%s, %s", a, b) << QString::fromUtf8(a) << QString::fromUtf8(b) << clash;
        };
        row("Daisy", "daisy", NameClash::Case);
        row("sun flower", "sunflower", NameClash::Case);
        row("lily-of-the-valley", "Lily of the Valley", NameClash::Case);
        row("lily_of_the_valley", "lily-of-the-valley", NameClash::Case);
        row(" rose", "rose ", NameClash::Case);
        row("Löwenzahn", "Lowenzahn", NameClash::Case);
        row("Löwenzahn", "LÖWENZAHN", NameClash::Case);
        row("Löwenzahn", "Loewenzahn", NameClash::Spelling);
        row("dandelion", "dandlion", NameClash::Spelling);
        row("dandelion", "dandeloin", NameClash::Spelling); // swapped
        row("chrysanthemum", "chrisantemum", NameClash::Spelling);
        row("rose", "roses", NameClash::Spelling);
        row("Rose", "Rosen", NameClash::Spelling);
        row("iris", "irises", NameClash::Spelling);
        row("lily", "lilly", NameClash::Spelling);
        row("tiger lily", "tiger lilly", NameClash::Spelling);
        row("fire lily", "tiger lily", NameClash::None);
        row("Viola alba", "Viola alpa", NameClash::None); // a short word with another letter is another word
        row("kind 1", "kind 2", NameClash::None);
        row("image12345", "image12346", NameClash::None);
        row("aster", "tulip", NameClash::None);
        row("lily", "lila", NameClash::None);
        row("Carex flava", "Carex flacca", NameClash::None);
        row("Magnolia grandiflora", "Magnolia grandifolia", NameClash::None);
        row("spear thistle", "globe thistle", NameClash::None);
        row("mallow", "tree mallow", NameClash::None);
        row("???", "!!!", NameClash::None);
        row("", "", NameClash::None);
    }
    void names()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(NameClash, clash);
        QCOMPARE(nameClash(a, b), clash);
        QCOMPARE(nameClash(b, a), clash);
    }

    void groupsHoldAllThatBelongTogether()
    {
        const QList<NameClashGroup> groups = nameClashes({QStringLiteral("Daisy"), QStringLiteral("rose"), QStringLiteral("daisy"),
                                                          QStringLiteral("tulip"), QStringLiteral("roses"), QStringLiteral("DAISY")});
        QCOMPARE(groups.size(), 2);
        QCOMPARE(groups.at(0).labels, QList<int>({0, 2, 5}));
        QCOMPARE(groups.at(0).clash, NameClash::Case);
        QCOMPARE(groups.at(1).labels, QList<int>({1, 4}));
        QCOMPARE(groups.at(1).clash, NameClash::Spelling);
    }

    void theKindsOfOxfordDontClash()
    {
        const QStringList names = QStringLiteral(
            "pink primrose|hard-leaved pocket orchid|canterbury bells|sweet pea|english marigold|tiger lily|moon orchid|bird of paradise|"
            "monkshood|globe thistle|snapdragon|colt's foot|king protea|spear thistle|yellow iris|globe-flower|purple coneflower|"
            "peruvian lily|balloon flower|giant white arum lily|fire lily|pincushion flower|fritillary|red ginger|grape hyacinth|"
            "corn poppy|prince of wales feathers|stemless gentian|artichoke|sweet william|carnation|garden phlox|love in the mist|"
            "mexican aster|alpine sea holly|ruby-lipped cattleya|cape flower|great masterwort|siam tulip|lenten rose|barbeton daisy|"
            "daffodil|sword lily|poinsettia|bolero deep blue|wallflower|marigold|buttercup|oxeye daisy|common dandelion|petunia|"
            "wild pansy|primula|sunflower|pelargonium|bishop of llandaff|gaura|geranium|orange dahlia|pink-yellow dahlia|"
            "cautleya spicata|japanese anemone|black-eyed susan|silverbush|californian poppy|osteospermum|spring crocus|bearded iris|"
            "windflower|tree poppy|gazania|azalea|water lily|rose|thorn apple|morning glory|passion flower|lotus|toad lily|anthurium|"
            "frangipani|clematis|hibiscus|columbine|desert-rose|tree mallow|magnolia|cyclamen|watercress|canna lily|hippeastrum|bee balm|"
            "ball moss|foxglove|bougainvillea|camellia|mallow|mexican petunia|bromelia|blanket flower|trumpet creeper|blackberry lily")
                                      .split(QLatin1Char('|'));
        QCOMPARE(names.size(), 102);
        QCOMPARE(nameClashes(names), QList<NameClashGroup>());
    }
};

FLOWER_TEST(tst_ClassNameClashes)
#include "tst_ClassNameClashes.moc"
