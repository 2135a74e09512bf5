#include "domain/intake/internal.h"
#include "kit/lang/fold.h"

#define SHARE_OF_DAYS 5 /* at least four of five cells of a column of days are days */
#define CELLS_LOOKED_AT 200

/* What a column could be, and how much of its name says so. */
struct fit {
	struct str to; /* "act.date", "id", "-"; empty: nothing */
	double share;
};

struct guessing {
	struct arena *arena;
	const struct vocab *vocab;
	const struct csv *table;
	struct str kind; /* what rows are mostly about */
	struct str parent;
	const struct intake_reading *readings; /* of the columns, by their form */
};

static const struct {
	struct str name, to;
} names[] = {
#define GUESS(name, to) {STR_INIT(name), STR_INIT(to)},
#include "domain/intake/guess.def"
#undef GUESS
};

static const struct vocab_property *
property_of(const struct guessing *g, struct str to)
{
	struct str kind = str_cut(&to, '.');

	return vocab_property(g->vocab, kind, to);
}

/* --- A column by its name ------------------------------------------------------------------- */

/* Do all words of label stand in name? Both are folded. */
static bool
holds_words(struct str name, struct str label)
{
	while (label.n > 0) {
		struct str word = str_cut(&label, ' '), rest = name;
		bool found = word.n == 0;
		while (!found && rest.n > 0)
			found = str_eq(str_cut(&rest, ' '), word);
		if (!found)
			return false;
	}
	return true;
}

static double
share_of(const struct guessing *g, struct str name, struct str label)
{
	struct str folded = fold_text(g->arena, label);

	return folded.n > 0 && folded.n <= name.n && holds_words(name, folded)
	    ? (double)folded.n / (double)name.n
	    : 0;
}

static double
share_of_property(const struct guessing *g, struct str name, const struct vocab_property *p)
{
	const struct str labels[] = {p->id, p->label.en, p->label.ru, p->label.kk,
	    arena_fmt(g->arena, "%.*s.%.*s", STR_ARG(p->of), STR_ARG(p->id))};
	double best = 0;

	for (size_t i = 0; i < LENGTH(labels); i++) {
		double share = share_of(g, name, labels[i]);
		best = share > best ? share : best;
	}
	return best;
}

/* The property of a kind that a column's name fits best. */
static struct fit
fit_kind(const struct guessing *g, struct str name, struct str kind)
{
	struct fit best = {STR_INIT(""), 0.49};

	for (size_t i = 0; i < g->vocab->n_properties; i++) {
		const struct vocab_property *p = &g->vocab->properties[i];
		double share = str_eq(p->of, kind) ? share_of_property(g, name, p) : 0;
		if (share > best.share)
			best = (struct fit){
			    arena_fmt(g->arena, "%.*s.%.*s", STR_ARG(kind), STR_ARG(p->id)), share};
	}
	return best;
}

/* The name without what separates its words. */
static struct str
folded_name(struct arena *a, struct str name)
{
	struct str folded = fold_text(a, str_trim(name));
	char *out = arena_alloc(a, folded.n + 1);

	for (size_t i = 0; i < folded.n; i++)
		out[i] = i > 0 && folded.p[i] == '_' ? ' ' : folded.p[i];
	return (struct str){out, folded.n};
}

static struct fit
fit_practice(const struct guessing *g, struct str name)
{
	for (size_t i = 0; i < LENGTH(names); i++) {
		struct str to = names[i].to;
		if (!str_eq(names[i].name, name))
			continue;
		/* A property that many kinds have is that of what the rows are about. */
		if (vocab_property(g->vocab, g->kind, to) != NULL)
			to = arena_fmt(g->arena, "%.*s.%.*s", STR_ARG(g->kind), STR_ARG(to));
		bool known =
		    property_of(g, to) != NULL || str_eq(to, STR("id")) || str_eq(to, STR("-"));
		return known ? (struct fit){to, 1} : (struct fit){STR_INIT("-"), 1};
	}
	return (struct fit){STR_INIT(""), 0};
}

/* --- A column by what it holds -------------------------------------------------------------- */

/* Do the cells look like what the property takes? Only days can be told, and of a column whose name
 * says so one is enough: whoever typed the others wants to hear of them. */
static bool
cells_fit(const struct guessing *g, size_t column, struct fit fit)
{
	const struct vocab_property *p = property_of(g, fit.to);
	size_t seen = 0, days = 0;

	if (p == NULL || p->type != VOCAB_DATE)
		return true;
	for (size_t i = 0; i < g->table->count && seen < CELLS_LOOKED_AT; i++) {
		struct str text = str_trim(g->table->rows[i].fields[column]);
		seen += text.n > 0;
		days += text.n > 0 && intake_cell_is_day(g->arena, text);
	}
	return fit.share > 0.99 ? days > 0 || seen == 0 : (seen - days) * SHARE_OF_DAYS <= seen;
}

/* "mdy" when some second number can be no month and no first one cannot. */
static struct str
order_of_days(const struct guessing *g, size_t column)
{
	bool month_first = false;

	for (size_t i = 0; i < g->table->count; i++) {
		struct str text = str_trim(g->table->rows[i].fields[column]);
		char one[3] = "", two[3] = "";
		size_t k = 0, n = 0;
		while (k < text.n && n < 2 && text.p[k] >= '0' && text.p[k] <= '9')
			one[n++] = text.p[k++];
		if (n == 0 || k == text.n || (text.p[k] != '/' && text.p[k] != '.'))
			continue;
		for (k++, n = 0; k < text.n && n < 2 && text.p[k] >= '0' && text.p[k] <= '9';)
			two[n++] = text.p[k++];
		int first = one[1] != '\0' ? (one[0] - '0') * 10 + one[1] - '0' : one[0] - '0';
		int second = two[1] != '\0' ? (two[0] - '0') * 10 + two[1] - '0' : two[0] - '0';
		if (first > 12)
			return STR("");
		month_first = month_first || second > 12;
	}
	return month_first ? STR("mdy") : STR("");
}

/* Kazakh has letters of its own; other Cyrillic is taken for Russian, and the rest for English. */
static struct str
language_of(const struct guessing *g, size_t column)
{
	static const struct str kazakh[] = {STR_INIT("ә"), STR_INIT("ғ"), STR_INIT("қ"),
	    STR_INIT("ң"), STR_INIT("ө"), STR_INIT("ұ"), STR_INIT("ү"), STR_INIT("һ")};
	bool cyrillic = false;

	for (size_t i = 0; i < g->table->count && i < CELLS_LOOKED_AT; i++) {
		struct str text = fold_text(g->arena, g->table->rows[i].fields[column]);
		for (size_t k = 0; k + 1 < text.n; k++) {
			struct str letter = {text.p + k, 2};
			for (size_t m = 0; m < LENGTH(kazakh); m++)
				if (str_eq(letter, kazakh[m]))
					return STR("kk");
			cyrillic = cyrillic || text.p[k] == '\xd0' || text.p[k] == '\xd1';
		}
	}
	return cyrillic ? STR("ru") : STR("en");
}

/* --- The map -------------------------------------------------------------------------------- */

/* Where something is, or was done: not where somebody was born. */
static const struct vocab_property *
place_of_kind(const struct guessing *g)
{
	const struct vocab_property *p = vocab_property(g->vocab, g->kind, STR("point"));

	return p != NULL ? p : vocab_property(g->vocab, g->kind, STR("place"));
}

/* What a form says that a column is. */
static struct fit
fit_form(const struct guessing *g, struct str to)
{
	const struct vocab_property *p = NULL;

	if (str_eq(to, STR("{kind}.id")))
		return (struct fit){STR_INIT("id"), 1};
	if (str_eq(to, STR("{parent}.id")))
		to = g->parent.n > 0 && !str_eq(g->parent, g->kind)
		    ? arena_fmt(g->arena, "%.*s.id", STR_ARG(g->parent))
		    : STR("-");
	else if (str_eq(to, STR("{kind}.{name}")))
		p = intake_title_property(g->vocab, g->kind);
	else if (str_eq(to, STR("{kind}.{place}")))
		p = place_of_kind(g);
	else
		return (struct fit){to, 1};
	if (str_starts(to, STR("{")))
		to = p != NULL ? arena_fmt(g->arena, "%.*s.%.*s", STR_ARG(p->of), STR_ARG(p->id))
			       : STR("-");
	return (struct fit){to, 1};
}

/* A question "date" in a group "act" is act.date: whoever made the form has said so. */
static struct fit
fit_group(const struct guessing *g, const struct intake_reading *reading)
{
	struct str to =
	    arena_fmt(g->arena, "%.*s.%.*s", STR_ARG(reading->group), STR_ARG(reading->name));

	return property_of(g, to) != NULL ? (struct fit){to, 1} : (struct fit){STR_INIT(""), 0};
}

static struct fit
fit_name(const struct guessing *g, const struct intake_reading *reading)
{
	struct fit best = fit_group(g, reading);

	return best.to.n > 0 ? best : fit_practice(g, folded_name(g->arena, reading->name));
}

static bool
holds_points(const struct guessing *g, size_t column)
{
	for (size_t i = 0; i < g->table->count; i++) {
		struct str text = str_trim(g->table->rows[i].fields[column]);
		if (text.n > 0)
			return intake_cell_is_point(g->arena, text);
	}
	return false;
}

/* Degrees are a point, where a kind has one, whatever the column is called. */
static struct str
point_for(const struct guessing *g, size_t column, struct str to)
{
	const struct vocab_property *p = property_of(g, to);
	bool points = g->readings[column].value.n > 0 || holds_points(g, column);

	return p != NULL && p->type == VOCAB_PLACE && points &&
		vocab_property(g->vocab, p->of, STR("point")) != NULL
	    ? arena_fmt(g->arena, "%.*s.point", STR_ARG(p->of))
	    : to;
}

/* Files go with no table. */
static bool
is_file(const struct guessing *g, struct str to)
{
	const struct vocab_property *p = property_of(g, to);

	return p != NULL && p->type == VOCAB_BLOB;
}

/* A fit whose kind is another than the rows are about counts for that kind. */
static struct fit
fit_column(const struct guessing *g, size_t column)
{
	const struct intake_reading *reading = &g->readings[column];
	struct str name = folded_name(g->arena, reading->name);

	if (!str_eq(reading->to, STR("?")))
		return fit_form(g, reading->to);
	struct fit best = fit_name(g, reading);

	if (best.to.n == 0)
		best = fit_kind(g, name, g->kind);
	for (size_t k = 0; best.share < 0.99 && k < g->vocab->n_kinds; k++) {
		struct fit other = fit_kind(g, name, g->vocab->kinds[k].id);
		if (other.share > best.share + 0.3)
			best = other;
	}
	best.to = point_for(g, column, best.to);
	if (best.to.n > 0 && (is_file(g, best.to) || !cells_fit(g, column, best)))
		best.to = STR("");
	return best;
}

/* How well a kind fits the columns: by what their names say of it. */
static double
score(struct guessing *g, struct str kind)
{
	double sum = 0;

	g->kind = kind;
	for (size_t c = 0; c < g->table->width; c++) {
		struct fit fit = fit_column(g, c);
		struct str rest = fit.to;
		if (str_eq(str_cut(&rest, '.'), kind) && rest.n > 0)
			sum += fit.share;
	}
	return sum;
}

static int
choose_kind(struct guessing *g, struct str wish, struct err *e)
{
	struct str best = STR("");
	double most = 0;

	if (wish.n > 0) {
		g->kind = wish;
		return vocab_kind(g->vocab, wish) != VOCAB_NONE
		    ? 0
		    : err_fail(e, ERR_INPUT, STR("record.kind"), wish);
	}
	for (size_t k = 0; k < g->vocab->n_kinds; k++) {
		double sum = score(g, g->vocab->kinds[k].id);
		if (sum > most) {
			most = sum;
			best = g->vocab->kinds[k].id;
		}
	}
	g->kind = best;
	return best.n > 0 ? 0 : err_fail(e, ERR_INPUT, STR("intake.guess_none"));
}

static bool
lists(struct str kinds, struct str kind)
{
	while (kinds.n > 0)
		if (str_eq(str_cut(&kinds, ' '), kind))
			return true;
	return false;
}

/* The property of one kind that means records of another, or NULL. */
static const struct vocab_property *
link_between(const struct vocab *v, struct str of, struct str to)
{
	for (size_t i = 0; i < v->n_properties; i++)
		if (v->properties[i].type == VOCAB_REF && str_eq(v->properties[i].of, of) &&
		    lists(v->properties[i].list, to))
			return &v->properties[i];
	return NULL;
}

static struct intake_column
column_of(struct str column, struct str to)
{
	return (struct intake_column){.column = column,
	    .to = to,
	    .lang = STR(""),
	    .split = STR(""),
	    .dates = STR(""),
	    .was = STR(""),
	    .value = STR("")};
}

/* Ties a record of the row to the one the row is about, whichever of the two can say so. */
static bool
tie(const struct guessing *g, struct str kind, struct intake_column *out)
{
	const struct vocab_property *p = link_between(g->vocab, g->kind, kind);
	struct str meant = kind;

	if (p == NULL) {
		p = link_between(g->vocab, kind, g->kind);
		meant = g->kind;
	}
	if (p == NULL)
		return false;
	*out = column_of(STR(""), arena_fmt(g->arena, "%.*s.%.*s", STR_ARG(p->of), STR_ARG(p->id)));
	out->value = arena_fmt(g->arena, "{%.*s}", STR_ARG(meant));
	return true;
}

/* Numbers in a column say little about whose they are: the file's name goes before them. */
static bool
all_numbers(const struct guessing *g, size_t column)
{
	for (size_t i = 0; i < g->table->count; i++) {
		struct str text = str_trim(g->table->rows[i].fields[column]);
		for (size_t k = 0; k < text.n; k++)
			if (text.p[k] < '0' || text.p[k] > '9')
				return false;
	}
	return true;
}

/* What parts several values in cells of a form: a blank only terms, for texts have blanks. */
static struct str
split_of(const struct guessing *g, size_t column, const struct vocab_property *p)
{
	struct str split = g->readings[column].split;
	bool whole = p == NULL || !p->many || p->type == VOCAB_MARKDOWN || p->type == VOCAB_URL ||
	    p->type == VOCAB_POINT || p->type == VOCAB_MEDIA ||
	    (p->type == VOCAB_PLACE && holds_points(g, column)) ||
	    (p->type != VOCAB_TERM && str_eq(split, STR("space")));

	return whole ? STR("") : split;
}

static struct intake_column
row_of(const struct guessing *g, size_t column, struct str to)
{
	const struct vocab_property *p = property_of(g, to);
	const struct intake_reading *reading = &g->readings[column];
	struct intake_column row = column_of(g->table->names[column], to);

	if (str_eq(to, STR("id"))) {
		row.to = arena_fmt(g->arena, "%.*s.id", STR_ARG(g->kind));
		row.value = reading->value;
		if (row.value.n == 0 && all_numbers(g, column))
			row.value = STR("{file}-");
	}
	row.split = split_of(g, column, p);
	if (p != NULL && p->type == VOCAB_DATE)
		row.dates = order_of_days(g, column);
	if (p != NULL && (p->type == VOCAB_TEXT || p->type == VOCAB_MARKDOWN))
		row.lang = reading->lang.n > 0 ? reading->lang : language_of(g, column);
	return row;
}

/* Has a row before it taken the property already, which takes one? */
static bool
is_taken(const struct guessing *g, const struct intake_column *rows, size_t n, struct str to)
{
	const struct vocab_property *p = property_of(g, to);

	for (size_t i = 0; i < n; i++)
		if (str_eq(rows[i].to, to) && (p == NULL || !p->many))
			return true;
	return false;
}

static bool
has_language(const struct vocab_property *p)
{
	return p->type == VOCAB_TEXT || p->type == VOCAB_MARKDOWN || p->type == VOCAB_NAME;
}

/* Of columns that say the same the form has a favourite; and a term needs no second language. */
static bool
has_better(const struct guessing *g, const struct str *fits, size_t column)
{
	const struct vocab_property *p = property_of(g, fits[column]);
	const struct intake_reading *own = &g->readings[column];

	for (size_t c = 0; c < g->table->width; c++) {
		const struct intake_reading *other = &g->readings[c];
		if (c == column || !str_eq(fits[c], fits[column]))
			continue;
		if ((p == NULL || !p->many) && other->rule < own->rule)
			return true;
		if (p != NULL && !has_language(p) && c < column && other->lang.n > 0 &&
		    str_eq(other->name, own->name))
			return true;
	}
	return false;
}

/* A map while it grows. */
struct growing {
	struct intake_column *rows;
	size_t count;
};

/* A choice of several that has a column of its own: its ticks become the choice, or nothing. */
static void
add_ticks(const struct guessing *g, size_t column, struct str to, struct growing *map)
{
	static const struct {
		struct str was;
		bool yes;
	} ticks[] = {{STR_INIT("1"), true}, {STR_INIT("0"), false}, {STR_INIT("true"), true},
	    {STR_INIT("false"), false}};

	for (size_t i = 0; i < LENGTH(ticks); i++) {
		struct intake_column row = column_of(g->table->names[column], to);
		row.was = ticks[i].was;
		row.value = ticks[i].yes ? g->readings[column].choice : STR("");
		map->rows[map->count++] = row;
	}
}

static void
add_column(const struct guessing *g, size_t column, struct str to, struct growing *map)
{
	struct str name = g->table->names[column], value = g->readings[column].value;

	if (g->readings[column].choice.n > 0) {
		add_ticks(g, column, to, map);
		return;
	}
	struct intake_column row = row_of(g, column, to);
	bool composed = value.n > 0 && property_of(g, to) != NULL;
	if (composed) {
		row.column = row.split = STR("");
		row.value = value;
	}
	map->rows[map->count++] = row;
	if (composed)
		map->rows[map->count++] = column_of(name, STR("-"));
}

/* Adds the columns that say something of what the rows are about, or those that do not. */
static void
add_columns(const struct guessing *g, const struct str *fits, bool own, struct growing *map)
{
	for (size_t c = 0; c < g->table->width; c++) {
		struct str rest = fits[c], of = str_cut(&rest, '.');
		bool is_own = str_eq(of, g->kind) || str_eq(fits[c], STR("id"));
		if (is_own != own)
			continue;
		if (fits[c].n == 0 || str_eq(fits[c], STR("-")) || has_better(g, fits, c) ||
		    is_taken(g, map->rows, map->count, fits[c]))
			map->rows[map->count++] = column_of(g->table->names[c], STR("-"));
		else
			add_column(g, c, fits[c], map);
	}
}

/* Does a column become something of the kind? */
static bool
makes(const struct growing *map, struct str kind)
{
	for (size_t i = 0; i < map->count; i++) {
		struct str rest = map->rows[i].to;
		if (str_eq(str_cut(&rest, '.'), kind) && rest.n > 0)
			return true;
	}
	return false;
}

/* Rows of the map that a column can make: four ticks. */
#define ROWS_OF_COLUMN 4

int
intake_map_guess(
    struct arena *a, const struct intake_guess *guess, struct intake_map *out, struct err *e)
{
	const struct csv *table = guess->table;
	const struct vocab *vocab = guess->vocab;
	struct intake_reading *readings = ARENA_ARRAY(a, struct intake_reading, table->width);
	struct guessing g = {.arena = a,
	    .vocab = vocab,
	    .table = table,
	    .parent = guess->parent,
	    .readings = readings};
	struct str *fits = ARENA_ARRAY(a, struct str, table->width);
	struct growing map = {
	    ARENA_ARRAY(a, struct intake_column, table->width * ROWS_OF_COLUMN + vocab->n_kinds),
	    0};

	for (size_t c = 0; c < table->width; c++)
		readings[c] = intake_form_read(a, &guess->form, table, c);
	if (choose_kind(&g, guess->kind, e) < 0)
		return -1;
	for (size_t c = 0; c < table->width; c++)
		fits[c] = fit_column(&g, c).to;
	add_columns(&g, fits, true, &map);
	add_columns(&g, fits, false, &map);
	for (size_t k = 0; k < vocab->n_kinds; k++) {
		struct str other = vocab->kinds[k].id;
		if (!str_eq(other, g.kind) && makes(&map, other) &&
		    tie(&g, other, &map.rows[map.count]))
			map.count++;
	}
	*out = (struct intake_map){map.rows, map.count, STR_INIT("table"), STR_INIT("table"), NULL};
	return 0;
}
