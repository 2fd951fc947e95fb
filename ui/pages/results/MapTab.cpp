// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/results/MapTab.h"

#include "engine/session/MapSession.h"
#include "ui/Format.h"
#include "ui/charts/PhotoScatter.h"
#include "ui/models/ThumbnailLoader.h"
#include "ui/pages/results/PhotoStack.h"
#include "ui/theme/Icons.h"
#include "ui/widgets/Card.h"
#include "ui/widgets/KindLegend.h"
#include "ui/widgets/Labels.h"
#include "ui/widgets/PhotoBubble.h"

#include <QButtonGroup>
#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QListView>
#include <QProgressBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

namespace flower {

namespace {

constexpr int kDecodedSide = 192; // pixels; sharp as a thumbnail and in the bubble
constexpr int kQuestionWidth = 420;

enum MapPage { Question, Scatter };

} // namespace

MapTab::MapTab(MapSession *session, std::shared_ptr<const PhotoSource> photos, QWidget *parent)
    : ResultsTab(parent), m_session(session), m_thumbnails(new ThumbnailLoader(std::move(photos), kDecodedSide, this)),
      m_pages(new QStackedWidget), m_scatter(new PhotoScatter), m_bubble(new PhotoBubble(m_thumbnails, m_scatter)),
      m_legend(new KindLegend), m_stack(new PhotoStack(m_thumbnails)), m_method(new QComboBox),
      m_ringWrong(new QCheckBox(tr("Ring wrong answers"))), m_fit(new QToolButton), m_question(makeLabel({}, "muted")),
      m_draw(new QPushButton(tr("Draw the map"))), m_progress(new QProgressBar), m_stop(new QToolButton), m_note(makeLabel({}, "muted")),
      m_review(new QPushButton(tr("Look through them in Review")))
{
    auto *split = new QSplitter;
    split->setChildrenCollapsible(false);
    split->addWidget(makeMapSide());
    split->addWidget(makeListSide());
    split->setStretchFactor(0, 1);
    split->setSizes({700, 280});
    setContent(split);
    connect(m_legend, &KindLegend::highlightedChanged, m_scatter, &PhotoScatter::setHighlighted);
    connect(m_scatter, &PhotoScatter::selectionChanged, this, &MapTab::showSelection);
    connect(m_scatter, &PhotoScatter::pointedAtChanged, this, &MapTab::showPointedAt);
    connect(m_scatter, &PhotoScatter::activated, this, [this](int point) { Q_EMIT photoActivated(photo(point)); });
    connect(m_scatter, &PhotoScatter::fittedChanged, m_fit, &QToolButton::setDisabled);
    connect(m_stack, &PhotoStack::photoActivated, this, &MapTab::photoActivated);
    connect(m_review, &QPushButton::clicked, this, [this] { Q_EMIT reviewWanted(selectedPhotos()); });
    follow(session);
    showRun({});
}

MapTab::~MapTab()
{
    disconnect(m_scatter, nullptr, this, nullptr); // losing the focus at the end it still speaks of what it points at
}

void MapTab::follow(MapSession *session)
{
    connect(session, &MapSession::looking, this, [this](qint64 done, qint64 total) {
        if (m_asked && !m_asked->onlyKept)
            showLooking(done, total);
    });
    connect(session, &MapSession::placed, this, [this](const MapRequest &request, const PhotoMap &map) {
        if (isOurs(request))
            showMap(map);
    });
    connect(session, &MapSession::finished, this, [this](const MapRequest &request, const PhotoMap &map) {
        if (!isOurs(request))
            return;
        m_asked.reset();
        setWorking(false);
        showMap(map);
    });
    connect(session, &MapSession::failed, this, &MapTab::showFailure);
}

QWidget *MapTab::makeMapSide()
{
    m_scatter->setObjectName(QStringLiteral("photoScatter"));
    auto *map = new QWidget;
    auto *column = new QVBoxLayout(map);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_scatter, 1);
    m_pages->addWidget(makeQuestion());
    m_pages->addWidget(map);
    auto *card = new Card;
    card->content()->addLayout(makeTools());
    card->content()->addWidget(m_pages, 1);
    card->content()->addWidget(makeStatus());
    return card;
}

QBoxLayout *MapTab::makeTools()
{
    m_method->setObjectName(QStringLiteral("mapMethod"));
    m_method->addItem(tr("Neighbours (t-SNE)"), QVariant::fromValue(MapMethod::Tsne));
    m_method->addItem(tr("Widest spread (PCA)"), QVariant::fromValue(MapMethod::Pca));
    m_method->setAccessibleName(tr("How photos get their places"));
    m_method->setToolTip(tr("Neighbours: photos that look alike to the network lie side by side; how far groups lie apart means little.\n"
                            "Widest spread: the two directions in which what the network sees differs most; distances mean more, groups "
                            "overlap more."));
    connect(m_method, &QComboBox::currentIndexChanged, this, &MapTab::chooseMethod);
    auto *row = new QHBoxLayout;
    row->addWidget(m_method);
    auto *tools = new QButtonGroup(this);
    const auto addTool = [&](PhotoScatter::Tool tool, const char *name, const QString &text, const QString &toolTip) {
        auto *button = new QToolButton;
        button->setObjectName(QLatin1String(name));
        button->setText(text);
        button->setToolTip(toolTip);
        button->setCheckable(true);
        button->setChecked(tool == PhotoScatter::Tool::Lasso);
        tools->addButton(button);
        row->addWidget(button);
        connect(button, &QToolButton::clicked, m_scatter, [this, tool] { m_scatter->setTool(tool); });
    };
    addTool(PhotoScatter::Tool::Lasso, "mapLasso", tr("Lasso"), tr("Drag around photos to select them; Shift adds to what is selected"));
    addTool(PhotoScatter::Tool::Rectangle, "mapRectangle", tr("Rectangle"),
            tr("Drag a rectangle over photos to select them. With the keyboard: arrows go from photo to photo, Shift and arrows open a "
               "rectangle,\nSpace selects one, Ctrl+A all, Return opens it, + and − zoom, Ctrl and arrows move, 0 shows all."));
    addTool(PhotoScatter::Tool::Move, "mapMove", tr("Move"), tr("Drag the map itself; the wheel zooms, the middle button moves at any time"));
    m_scatter->setTool(PhotoScatter::Tool::Lasso);
    m_fit->setObjectName(QStringLiteral("mapFit"));
    m_fit->setText(tr("Fit"));
    m_fit->setToolTip(tr("Show all photos again after zooming (the key 0 does the same)"));
    m_fit->setEnabled(false);
    connect(m_fit, &QToolButton::clicked, m_scatter, &PhotoScatter::fit);
    m_ringWrong->setObjectName(QStringLiteral("ringWrong"));
    m_ringWrong->setToolTip(tr("Draw a dashed ring around photos that were answered wrongly"));
    connect(m_ringWrong, &QCheckBox::toggled, m_scatter, &PhotoScatter::setWrongRinged);
    row->addWidget(m_fit);
    row->addStretch();
    row->addWidget(m_ringWrong);
    return row;
}

QWidget *MapTab::makeQuestion()
{
    m_question->setObjectName(QStringLiteral("mapQuestion"));
    m_question->setWordWrap(true);
    m_question->setAlignment(Qt::AlignCenter);
    m_question->setFixedWidth(kQuestionWidth);
    m_question->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_draw->setObjectName(QStringLiteral("drawMap"));
    connect(m_draw, &QPushButton::clicked, this, [this] {
        m_wanted = m_run.details.modelPath;
        draw();
    });
    auto *page = new QWidget;
    auto *row = new QHBoxLayout; // and no alignment: it would cut the sentence to a guessed height
    row->addStretch();
    row->addWidget(m_question);
    row->addStretch();
    auto *column = new QVBoxLayout(page);
    column->addStretch();
    column->addLayout(row);
    column->addSpacing(8);
    column->addWidget(m_draw, 0, Qt::AlignCenter);
    column->addStretch();
    return page;
}

QWidget *MapTab::makeStatus()
{
    m_note->setObjectName(QStringLiteral("mapNote"));
    m_note->setWordWrap(true);
    m_progress->setObjectName(QStringLiteral("mapProgress"));
    m_progress->setTextVisible(false);
    m_progress->setMaximumHeight(8);
    m_progress->setAccessibleName(tr("How far the map is"));
    m_stop->setObjectName(QStringLiteral("stopMap"));
    m_stop->setText(tr("Stop"));
    connect(m_stop, &QToolButton::clicked, m_session, &MapSession::cancel);
    auto *status = new QWidget;
    auto *row = new QHBoxLayout(status);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_note, 2);
    row->addWidget(m_progress, 1);
    row->addWidget(m_stop);
    status->setMinimumHeight(m_stop->sizeHint().height()); // the map stays where it is
    return status;
}

QWidget *MapTab::makeListSide()
{
    m_stack->list()->setObjectName(QStringLiteral("mapSelection"));
    m_review->setObjectName(QStringLiteral("reviewSelection"));
    m_review->setToolTip(tr("Show the selected photos in the Review tab, to find wrong labels"));
    auto *selection = new QWidget;
    auto *column = new QVBoxLayout(selection);
    column->setContentsMargins(0, 4, 0, 0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_review);
    auto *split = new QSplitter(Qt::Vertical);
    split->setChildrenCollapsible(false);
    split->addWidget(m_legend);
    split->addWidget(selection);
    split->setStretchFactor(0, 1);
    split->setStretchFactor(1, 1);
    auto *card = new Card;
    card->content()->addWidget(split);
    return card;
}

void MapTab::showRun(const ShownRun &run)
{
    if (m_asked)
        m_session->cancel();
    m_asked.reset();
    m_run = run;
    m_placed.clear();
    m_scatter->setPoints({});
    m_legend->setKinds({}, {});
    setWorking(false);
    ask({});
    if (!run.problem.isEmpty())
        explain(run.problem);
    else if (run.results.isEmpty())
        explain(tr("There are no answers of this run, so there are no photos to place."));
    else if (run.details.modelPath.isEmpty())
        explain(tr("The model of this run is not in its folder any more. Without it nothing can be said about what the network sees; put "
                   "model.safetensors back there, or train again."));
    else
        explain({});
    m_isDue = explanation().isEmpty();
    if (isVisible())
        lookUp();
}

void MapTab::showEvent(QShowEvent *event)
{
    ResultsTab::showEvent(event);
    if (m_isDue)
        lookUp();
}

MapRequest MapTab::request(bool onlyKept) const
{
    MapRequest request;
    request.modelPath = m_run.details.modelPath;
    request.subset = m_run.subset;
    request.method = m_method->currentData().value<MapMethod>();
    request.seed = m_run.details.config.seed;
    request.onlyKept = onlyKept;
    for (const PhotoResult &result : m_run.results)
        request.photos.append({result.path, result.label, m_run.subset});
    return request;
}

/// Looking it up costs nothing; a network is set to work only where the user asked for maps of this run.
void MapTab::chooseMethod()
{
    m_scatter->fit(); // what was looked at on one map says nothing about another
    lookUp();
    m_drawsMissing = m_wanted == m_run.details.modelPath;
}

/// Shows the map that was drawn before; where there is none, the question whether to draw one.
void MapTab::lookUp()
{
    if (!explanation().isEmpty())
        return;
    m_isDue = false;
    start(true);
    setWorking(false);
}

void MapTab::draw()
{
    start(false);
    setWorking(true);
    m_progress->setRange(0, 0);
    m_note->setText(tr("The network looks at the photos …"));
}

void MapTab::start(bool onlyKept)
{
    m_drawsMissing = false;
    m_asked = request(onlyKept);
    m_session->start(*m_asked);
}

/// In the place of the map.
void MapTab::ask(const QString &sentence)
{
    m_bubble->hide();
    m_pages->setCurrentIndex(Question);
    m_question->setText(sentence);
    m_draw->setVisible(!sentence.isEmpty());
    m_note->clear();
}

void MapTab::setWorking(bool working)
{
    m_progress->setVisible(working);
    m_stop->setVisible(working);
    m_draw->setEnabled(!working);
}

void MapTab::showLooking(qint64 done, qint64 total)
{
    m_progress->setRange(0, static_cast<int>(total));
    m_progress->setValue(static_cast<int>(done));
}

void MapTab::showMap(const PhotoMap &map)
{
    if (map.photos == m_placed) {
        m_scatter->movePoints(map.places);
    } else {
        m_placed = map.photos;
        QList<ScatterPoint> points;
        QList<int> counts(m_run.details.classNames.size());
        for (qsizetype index = 0; index < map.photos.size(); ++index) {
            const PhotoResult &result = m_run.results.at(map.photos.at(index));
            points.append({map.places.at(index), result.label, !result.isRight(), PhotoBubble::describe(result, m_run.details.classNames)});
            ++counts[result.label];
        }
        m_legend->setKinds(m_run.details.classNames, counts);
        m_scatter->setPoints(points);
    }
    m_pages->setCurrentIndex(Scatter);
    showNote(map);
    showPointedAt();
}

void MapTab::showNote(const PhotoMap &map)
{
    if (!map.isFinished()) {
        m_progress->setRange(0, map.steps);
        m_progress->setValue(map.step);
        m_note->setText(tr("Neighbours find each other: step %1 of %2").arg(format::count(map.step), format::count(map.steps)));
        return;
    }
    QStringList sentences;
    if (map.leftOut > 0) {
        sentences.append(tr("%1 of %2 photos are on the map, the same part of each kind: this way of placing compares each photo with every "
                            "other.").arg(format::count(map.photos.size()), format::count(m_run.results.size())));
    }
    if (map.unreadable > 0)
        sentences.append(tr("%Ln photo(s) can't be read and are not on the map. Were they moved or deleted?", nullptr, map.unreadable));
    m_note->setText(sentences.isEmpty() ? tr("Photos that look alike to the network lie side by side.") : sentences.join(QLatin1Char(' ')));
}

void MapTab::showFailure(const MapRequest &request, const Error &error)
{
    if (!isOurs(request))
        return;
    if (m_drawsMissing)
        return draw();
    m_asked.reset();
    m_wanted.clear();
    setWorking(false);
    m_placed.clear();
    m_scatter->setPoints({});
    m_legend->setKinds({}, {});
    const QString offer = tr("The network looks at these %Ln photo(s) once more, and what it sees gives each a place on a map: photos that "
                             "look alike to it lie side by side.", nullptr, static_cast<int>(m_run.results.size()));
    const bool isNew = request.onlyKept || error.code == ErrorCode::Interrupted;
    ask(isNew ? offer : error.message);
}

void MapTab::showPointedAt()
{
    const int point = m_scatter->pointedAt();
    const QPoint place = point < 0 || point >= m_placed.size() ? QPoint(-1, -1) : m_scatter->pixelOf(point).toPoint();
    if (m_scatter->rect().contains(place))
        m_bubble->showPhoto(photo(point), m_run.details.classNames, place);
    else
        m_bubble->hide();
}

QList<PhotoResult> MapTab::selectedPhotos() const
{
    QList<PhotoResult> photos;
    for (const int point : m_scatter->selected())
        photos.append(photo(point));
    return photos;
}

void MapTab::showSelection()
{
    const QList<PhotoResult> photos = selectedPhotos();
    m_stack->setPhotos(tr("Selected"), photos, m_run.details.classNames);
    m_review->setEnabled(!photos.isEmpty());
}

} // namespace flower
