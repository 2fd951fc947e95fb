// SPDX-License-Identifier: GPL-3.0-or-later
#include "engine/data/Layouts.h"

#include "engine/data/MatFile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>

#include <vector>

namespace flower {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("flower", text);
}

} // namespace

std::optional<Result<Listing>> listOxford102(const QString &folder)
{
    const QDir root(folder);
    const QString labelsFile = root.filePath(QStringLiteral("imagelabels.mat"));
    const QString splitFile = root.filePath(QStringLiteral("setid.mat"));
    if (!QFile::exists(labelsFile) || !QFile::exists(splitFile))
        return std::nullopt;
    const QDir photos(root.filePath(QStringLiteral("jpg")));
    if (!photos.exists()) {
        return Result<Listing>(ErrorCode::NotFound,
                               tr("The folder “jpg” with the photos of Oxford 102 is missing. Put 102flowers.tgz into %1.")
                                   .arg(folder));
    }
    const std::vector<int> labels = matNumbers(labelsFile, "labels");
    if (labels.empty())
        return Result<Listing>(ErrorCode::Unreadable, tr("%1 doesn't hold the labels of Oxford 102.").arg(labelsFile));

    Listing listing;
    listing.kind = DatasetKind::Oxford102;
    listing.classNames = oxford102Names();
    const auto add = [&](const char *name, Subset subset) {
        for (const int number : matNumbers(splitFile, name)) {
            const int label = number >= 1 && static_cast<size_t>(number) <= labels.size() ? labels[static_cast<size_t>(number - 1)] : 0;
            if (label < 1 || label > listing.classNames.size())
                return false;
            const QString file = QStringLiteral("image_%1.jpg").arg(number, 5, 10, QLatin1Char('0'));
            listing.photos.append({photos.absoluteFilePath(file), listing.classNames.at(label - 1), subset});
        }
        return true;
    };
    if (!add("trnid", Subset::Train) || !add("valid", Subset::Validation) || !add("tstid", Subset::Test)
        || listing.photos.isEmpty()) {
        return Result<Listing>(ErrorCode::Unreadable, tr("%1 doesn't hold the split of Oxford 102.").arg(splitFile));
    }
    return Result<Listing>(listing);
}

const QStringList &oxford102Names()
{
    static const QStringList kNames = QStringLiteral(
        "pink primrose|hard-leaved pocket orchid|canterbury bells|sweet pea|english marigold|tiger lily|moon orchid|"
        "bird of paradise|monkshood|globe thistle|snapdragon|colt's foot|king protea|spear thistle|yellow iris|globe-flower|"
        "purple coneflower|peruvian lily|balloon flower|giant white arum lily|fire lily|pincushion flower|fritillary|"
        "red ginger|grape hyacinth|corn poppy|prince of wales feathers|stemless gentian|artichoke|sweet william|carnation|"
        "garden phlox|love in the mist|mexican aster|alpine sea holly|ruby-lipped cattleya|cape flower|great masterwort|"
        "siam tulip|lenten rose|barbeton daisy|daffodil|sword lily|poinsettia|bolero deep blue|wallflower|marigold|buttercup|"
        "oxeye daisy|common dandelion|petunia|wild pansy|primula|sunflower|pelargonium|bishop of llandaff|gaura|geranium|"
        "orange dahlia|pink-yellow dahlia|cautleya spicata|japanese anemone|black-eyed susan|silverbush|californian poppy|"
        "osteospermum|spring crocus|bearded iris|windflower|tree poppy|gazania|azalea|water lily|rose|thorn apple|"
        "morning glory|passion flower|lotus|toad lily|anthurium|frangipani|clematis|hibiscus|columbine|desert-rose|"
        "tree mallow|magnolia|cyclamen|watercress|canna lily|hippeastrum|bee balm|ball moss|foxglove|bougainvillea|camellia|"
        "mallow|mexican petunia|bromelia|blanket flower|trumpet creeper|blackberry lily").split(QLatin1Char('|'));
    return kNames;
}

} // namespace flower
