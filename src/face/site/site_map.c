#include "face/site/site_map.h"

#include <math.h>
#include <stdlib.h>

#include "base/csv.h"
#include "base/date.h"
#include "face/site/borders_data.h"
#include "face/say/board_words.h"
#include "face/say/message.h"
#include "face/say/story.h"
#include "kit/draw/chart.h"
#include "kit/draw/tag.h"

#define MAP_WIDE 760   /* pixels of the widest map */
#define MAP_MARGIN 24  /* around the country */
#define MAP_NARROW 288 /* pixels of the narrowest one */
#define DISC_MOST 30.0 /* pixels: the radius of the largest number */
#define DOT 3          /* of a place */
#define LINE 16        /* of text */
#define DEGREE 10000.0

/* A place on the map with all figures said of it or of parts of it. */
struct spot {
	size_t place;
	struct chart_place at;
	int64_t low, high; /* of its largest figure; high is INTERVAL_OPEN when nothing bounds it */
	int32_t claim;     /* that figure, or WORLD_NONE */
	struct site_map_figure *figures;
	size_t n_figures, figures_room;
};

struct plot {
	struct arena *a;
	const struct count_board *board;
	struct board_words words;
	struct scope widest;
	size_t country;
	struct chart chart;
	struct csv borders;
	struct spot *spots;
	size_t n_spots, spots_room;
};

static size_t
root_of(const struct vocab *v, size_t place)
{
	while (v->places[place].parent != VOCAB_NONE)
		place = v->places[place].parent;
	return place;
}

static bool
holds_towns(const struct vocab *v, size_t place)
{
	const struct vocab_place *p = &v->places[place];

	return p->parent == VOCAB_NONE || str_eq(p->kind, STR("region")) ||
	    str_eq(p->kind, STR("district"));
}

/* The town a place lies in, or is: the outermost place that is no country, region or district. */
static size_t
town_of(const struct vocab *v, size_t place)
{
	while (v->places[place].parent != VOCAB_NONE && !holds_towns(v, v->places[place].parent))
		place = v->places[place].parent;
	return place;
}

/* Pairs of hundredths of a degree, as tools/borders writes them. */
static struct chart_line
line_of(struct arena *a, struct str text)
{
	struct chart_point *points = ARENA_ARRAY(a, struct chart_point, text.n / 4 + 1);
	size_t count = 0;

	while (text.n > 0) {
		int64_t lon, lat;
		bool read =
		    str_to_int(str_cut(&text, ' '), &lon) && str_to_int(str_cut(&text, ' '), &lat);
		if (read)
			points[count++] =
			    (struct chart_point){(double)lon / 100, (double)lat / 100};
	}
	return (struct chart_line){points, count};
}

/* The rows of a kind (and place, unless that is empty) as data of one path. */
static struct str
path_of(const struct plot *p, struct str kind, struct str place, bool ring)
{
	struct buf *b = buf_on(p->a);
	int kinds = csv_column(&p->borders, STR("kind"));
	int places = csv_column(&p->borders, STR("place"));
	int points = csv_column(&p->borders, STR("points"));

	for (size_t i = 0; i < p->borders.count; i++) {
		if (!str_eq(csv_field(&p->borders, i, kinds), kind) ||
		    !str_eq(csv_field(&p->borders, i, places), place))
			continue;
		struct chart_line line = line_of(p->a, csv_field(&p->borders, i, points));
		buf_put(b, chart_path(p->a, &p->chart, line, ring));
	}
	return buf_str(b);
}

/* The chart around the country's largest ring, which stands first. false: it has none. */
static bool
chart_begin(struct plot *p)
{
	int places = csv_column(&p->borders, STR("place"));
	struct str country = p->board->vocab->places[p->country].id;

	for (size_t i = 0; i < p->borders.count; i++) {
		if (!str_eq(csv_field(&p->borders, i, places), country))
			continue;
		struct chart_line line = line_of(
		    p->a, csv_field(&p->borders, i, csv_column(&p->borders, STR("points"))));
		if (line.count < 2)
			return false;
		p->chart = chart_around(line, MAP_WIDE, MAP_MARGIN);
		return true;
	}
	return false;
}

/* The spot of a town; NULL when nobody knows where it lies, or it lies elsewhere. */
static struct spot *
spot_of(struct plot *p, size_t town)
{
	const struct vocab_place_point *point = vocab_place_point(p->board->vocab, town);

	for (size_t i = 0; i < p->n_spots; i++) {
		if (p->spots[i].place == town)
			return &p->spots[i];
	}
	if (point == NULL || root_of(p->board->vocab, town) != p->country)
		return NULL;
	struct chart_point place = {point->lon / DEGREE, point->lat / DEGREE};
	p->spots = arena_grow(p->a, p->spots, p->n_spots, &p->spots_room, sizeof(*p->spots));
	p->spots[p->n_spots++] = (struct spot){
	    .place = town, .at = chart_place(&p->chart, place), .low = -1, .claim = WORLD_NONE};
	return &p->spots[p->n_spots - 1];
}

/* Can figures of this measure be held against those of the widest scope? */
static bool
reaches(const struct vocab *v, size_t measure, size_t high)
{
	if (measure == high)
		return true;
	for (size_t i = 0; i < v->n_edges; i++) {
		if (v->edges[i].low == measure && v->edges[i].assumption == VOCAB_NONE &&
		    reaches(v, v->edges[i].high, high))
			return true;
	}
	return false;
}

/* A figure that stands, with an end, for one place and everybody, of what the map shows. */
static bool
is_shown(const struct plot *p, int32_t claim)
{
	const struct world_claim *c = &p->board->world.claims[claim];
	enum standing_status status = standing_of(p->board->standing, claim)->status;
	bool stands = status == STANDING_STANDS || status == STANDING_UNNAMED;

	return stands && c->has_interval && c->scope.place_count == 1 &&
	    c->scope.who == p->widest.who &&
	    reaches(p->board->vocab, (size_t)c->scope.measure, (size_t)p->widest.measure);
}

static struct site_map_figure
figure_of(const struct plot *p, int32_t claim)
{
	const struct count_claim *c = &p->board->claims.at[claim];
	const struct count_scope scope = {
	    .scope = p->board->world.claims[claim].scope, .unit = c->text[COUNT_UNIT]};

	return (struct site_map_figure){
	    .voice = {.claim = count_claim_id(c),
		.who = board_words_origin(&p->words, claim),
		.words = board_words_quote(&p->words, claim),
		.words_lang = c->withheld ? STR("") : c->text[COUNT_LANG]},
	    .scope = board_words_scope(&p->words, &scope),
	    .number = figure_text(p->a, &c->reading, p->words.lang, true),
	};
}

static void
claim_add(struct plot *p, int32_t claim)
{
	const struct vocab *v = p->board->vocab;
	const struct interval *said = &p->board->claims.at[claim].reading.said;
	size_t place = (size_t)p->board->world.claims[claim].scope.places[0];
	struct spot *spot = place == p->country ? NULL : spot_of(p, town_of(v, place));

	if (spot == NULL)
		return;
	spot->figures = arena_grow(
	    p->a, spot->figures, spot->n_figures, &spot->figures_room, sizeof(*spot->figures));
	spot->figures[spot->n_figures++] = figure_of(p, claim);
	if (said->low <= spot->low)
		return;
	spot->low = said->low;
	spot->high = said->high;
	spot->claim = claim;
}

/* Large before small: in this order the list below the map is read. */
static int
by_number(const void *one, const void *other)
{
	const struct spot *a = one, *b = other;

	if (a->low != b->low)
		return a->low > b->low ? -1 : 1;
	return a->place > b->place ? 1 : -1;
}

/* Pixels of a radius whose disc has an area in proportion to n. */
static int
radius_of(int64_t n, int64_t most)
{
	if (n <= 0 || n == INTERVAL_OPEN)
		return 0;
	return (int)lround(DISC_MOST * sqrt((double)n / (double)most));
}

static int64_t
most_of(const struct plot *p)
{
	int64_t most = 1;

	for (size_t i = 0; i < p->n_spots; i++) {
		int64_t high = p->spots[i].high;
		most = p->spots[i].low > most ? p->spots[i].low : most;
		most = high != INTERVAL_OPEN && high > most ? high : most;
	}
	return most;
}

static struct str
name_of(const struct plot *p, size_t place, int32_t day)
{
	return vocab_text(vocab_place_label(p->board->vocab, place, day), lang_code(p->words.lang));
}

static void
line_add(struct site_map_place *place, struct str class, struct str text)
{
	place->lines[place->n_lines++] = (struct site_map_line){class, text, 0, 0};
}

/* "Nur-Sultan", "today Astana", "≥ 400". */
static void
lines_add(const struct plot *p, const struct spot *spot, struct site_map_place *out)
{
	int32_t first = p->widest.spans[0].first;
	int32_t day = first == DATE_OPEN_START ? p->widest.spans[0].last : first;
	struct str now = name_of(p, spot->place, DATE_OPEN_END);

	out->name = name_of(p, spot->place, day);
	line_add(out, STR("name"), out->name);
	if (!str_eq(out->name, now))
		line_add(
		    out, STR("now"), message_text(p->a, p->words.lang, STR("site.map.now"), now));
	if (spot->claim != WORLD_NONE)
		line_add(out, STR("sum"), figure_of(p, spot->claim).number);
}

/* Moves the lines to the side that the tag was given. */
static void
lines_place(struct site_map_place *place, const struct tag *tag)
{
	static const struct {
		int across; /* in which direction from the place */
		struct str anchor;
	} sides[TAG_SIDES] = {
	    [TAG_RIGHT] = {1, STR_INIT("start")},
	    [TAG_LEFT] = {-1, STR_INIT("end")},
	    [TAG_BELOW] = {0, STR_INIT("middle")},
	    [TAG_ABOVE] = {0, STR_INIT("middle")},
	};
	int off = (int)tag->radius + 6, count = (int)place->n_lines;
	int first = tag->side == TAG_BELOW ? off + 11
	    : tag->side == TAG_ABOVE       ? -off - (count - 1) * LINE
					   : 5 - (count - 1) * LINE / 2;

	for (int i = 0; i < count; i++) {
		place->lines[i].dx = sides[tag->side].across * off;
		place->lines[i].dy = first + i * LINE;
	}
	place->anchor = sides[tag->side].anchor;
}

static struct tag
tag_of(const struct plot *p, const struct spot *spot, const struct site_map_place *place)
{
	double scale = (double)MAP_NARROW / p->chart.width;
	struct tag tag = {
	    .x = spot->at.x * scale,
	    .y = spot->at.y * scale,
	    .radius = place->high > place->low ? place->high : place->low,
	    .lines = (int)place->n_lines,
	};

	if (tag.radius < place->dot)
		tag.radius = place->dot;
	for (size_t i = 0; i < place->n_lines; i++) {
		int columns = (int)lang_width(place->lines[i].text);
		tag.columns = columns > tag.columns ? columns : tag.columns;
	}
	return tag;
}

static void
places_add(const struct plot *p, struct site_map *out)
{
	struct site_map_place *places = ARENA_ARRAY(p->a, struct site_map_place, p->n_spots);
	struct tag *tags = ARENA_ARRAY(p->a, struct tag, p->n_spots);
	double scale = (double)MAP_NARROW / p->chart.width;
	int64_t most = most_of(p);

	for (size_t i = 0; i < p->n_spots; i++) {
		const struct spot *spot = &p->spots[i];
		places[i] = (struct site_map_place){
		    .x = mark_percent(p->a, (double)spot->at.x / p->chart.width),
		    .y = mark_percent(p->a, (double)spot->at.y / p->chart.height),
		    .dot = DOT,
		    .low = radius_of(spot->low, most),
		    .high = radius_of(spot->high, most),
		    .figures = spot->figures,
		    .n_figures = spot->n_figures,
		};
		lines_add(p, spot, &places[i]);
		tags[i] = tag_of(p, spot, &places[i]);
	}
	tag_sides(tags, p->n_spots, MAP_NARROW, p->chart.height * scale);
	for (size_t i = 0; i < p->n_spots; i++)
		lines_place(&places[i], &tags[i]);
	out->places = places;
	out->n_places = p->n_spots;
}

/* The lines that the program was built with; their form is our own business. */
static bool
borders_read(struct plot *p)
{
	struct err e;

	return csv_read(p->a, borders_data[0].bytes, &p->borders, &e) == 0;
}

bool
site_map_of(struct arena *a, const struct count_board *board, enum lang lang, struct str base,
    struct site_map *out)
{
	struct story story = story_of(a, board, false);
	struct plot p = {
	    .a = a,
	    .board = board,
	    .words = {a, lang, board, true, !story_one_year(board)},
	    .widest = story.widest->scope,
	};

	p.country = root_of(board->vocab, (size_t)p.widest.places[0]);
	if (!borders_read(&p) || !chart_begin(&p))
		return false;
	for (size_t i = 0; i < board->claims.count; i++) {
		if (is_shown(&p, (int32_t)i))
			claim_add(&p, (int32_t)i);
	}
	if (p.n_spots == 0)
		return false;
	qsort(p.spots, p.n_spots, sizeof(*p.spots), by_number);
	*out = (struct site_map){
	    .country = name_of(&p, p.country, DATE_OPEN_END),
	    .sea = path_of(&p, STR("sea"), STR(""), true),
	    .outline = path_of(&p, STR("country"), board->vocab->places[p.country].id, true),
	    .borders = path_of(&p, STR("border"), STR(""), false),
	    .width = p.chart.width,
	    .height = p.chart.height,
	    .base = base,
	};
	places_add(&p, out);
	return true;
}
