#include <assert.h>
#include <string.h>

#include "base/csv.h"
#include "base/date.h"
#include "domain/vocab/gazetteer.h"

#define DEGREE 10000       /* what a degree has of the unit of a place's point */
#define METRES_MAX 1000000 /* of a place's reach */

/* One file while it is read. */
struct table {
	struct str file;
	struct csv csv;
	struct arena *arena;
	const struct vocab *vocab; /* what was read so far, for references */
};

static struct str
field(const struct table *t, size_t row, const char *column)
{
	return csv_field(&t->csv, row, csv_column(&t->csv, str_of(column)));
}

static int
refuse(const struct table *t, size_t row, const char *key, struct str what, struct err *e)
{
	return err_fail(
	    e, ERR_INPUT, str_of(key), t->file, STR_INT((int64_t)t->csv.rows[row].line), what);
}

static int
need_columns(const struct table *t, const char *columns, struct err *e)
{
	struct str rest = str_of(columns);

	while (rest.n > 0) {
		struct str column = str_cut(&rest, ' ');
		if (csv_column(&t->csv, column) < 0)
			return err_fail(e, ERR_INPUT, STR("vocab.column"), t->file, column);
	}
	return 0;
}

/* A column that says yes or no, so that a slip of the pen is not read as no. */
static int
read_yes(const struct table *t, size_t row, const char *column, bool *out, struct err *e)
{
	struct str text = field(t, row, column);

	if (!str_eq(text, STR("yes")) && !str_eq(text, STR("no")))
		return refuse(t, row, "vocab.value", text, e);
	*out = str_eq(text, STR("yes"));
	return 0;
}

static int
read_label(const struct table *t, size_t row, struct vocab_label *out, struct err *e)
{
	struct vocab_label label = {
	    field(t, row, "en"),
	    field(t, row, "ru"),
	    field(t, row, "kk"),
	    false,
	};

	if (read_yes(t, row, "reviewed", &label.reviewed, e) < 0)
		return -1;
	if (label.en.n == 0 || label.ru.n == 0 || label.kk.n == 0)
		return refuse(t, row, "vocab.label", STR(""), e);
	*out = label;
	return 0;
}

/* An id is a-z, 0-9 and hyphens, so that it can stand in a scope, a file and an address. */
static int
read_id(const struct table *t, size_t row, struct str *out, struct err *e)
{
	struct str id = field(t, row, "id");

	for (size_t i = 0; i < id.n; i++) {
		char c = id.p[i];
		if (!((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '-'))
			return refuse(t, row, "vocab.value", id, e);
	}
	if (id.n == 0)
		return refuse(t, row, "vocab.value", id, e);
	*out = id;
	return 0;
}

static int
need_new(const struct table *t, struct str id, size_t found, struct err *e)
{
	if (found != VOCAB_NONE)
		return err_fail(e, ERR_INPUT, STR("vocab.twice"), t->file, id);
	return 0;
}

/* The index a look-up gave; refused when it is VOCAB_NONE, unless the field is empty and may be. */
static int
need_found(
    const struct table *t, size_t row, struct str id, size_t found, size_t *out, struct err *e)
{
	if (found == VOCAB_NONE && id.n > 0)
		return refuse(t, row, "vocab.unknown", id, e);
	*out = found;
	return 0;
}

/* What a measure adds up in over days: detentions, decisions, or none. */
static int
read_additive(const struct table *t, size_t row, struct str *out, struct err *e)
{
	struct str additive = field(t, row, "additive");
	bool adds = str_eq(additive, STR("detentions")) || str_eq(additive, STR("decisions"));

	if (!adds && !str_eq(additive, STR("none")))
		return refuse(t, row, "vocab.value", additive, e);
	*out = adds ? additive : STR("");
	return 0;
}

static int
read_measures(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_measure *all = ARENA_ARRAY(t->arena, struct vocab_measure, t->csv.count);

	if (need_columns(t, "id additive bounds reviewed en ru kk", e) < 0)
		return -1;
	v->measures = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_measures++) {
		if (read_id(t, i, &all[i].id, e) < 0 || read_label(t, i, &all[i].label, e) < 0 ||
		    need_new(t, all[i].id, vocab_measure(v, all[i].id), e) < 0 ||
		    read_additive(t, i, &all[i].additive, e) < 0 ||
		    read_yes(t, i, "bounds", &all[i].bounds, e) < 0)
			return -1;
	}
	return 0;
}

static int
read_assumptions(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_assumption *all = ARENA_ARRAY(t->arena, struct vocab_assumption, t->csv.count);

	if (need_columns(t, "id reviewed en ru kk reason", e) < 0)
		return -1;
	v->assumptions = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_assumptions++) {
		if (read_id(t, i, &all[i].id, e) < 0 || read_label(t, i, &all[i].label, e) < 0 ||
		    need_new(t, all[i].id, vocab_assumption(v, all[i].id), e) < 0)
			return -1;
		all[i].reason = field(t, i, "reason");
	}
	return 0;
}

static int
read_measure_at(const struct table *t, size_t row, const char *column, size_t *out, struct err *e)
{
	struct str id = field(t, row, column);

	if (id.n == 0)
		return refuse(t, row, "vocab.value", STR(""), e);
	return need_found(t, row, id, vocab_measure(t->vocab, id), out, e);
}

/* True when low can be reached from high along the edges read so far. */
static bool
reaches(const struct vocab *v, size_t high, size_t low, size_t steps)
{
	if (high == low)
		return true;
	if (steps == 0)
		return false;
	for (size_t i = 0; i < v->n_edges; i++)
		if (v->edges[i].high == high && reaches(v, v->edges[i].low, low, steps - 1))
			return true;
	return false;
}

static int
read_edges(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_edge *all = ARENA_ARRAY(t->arena, struct vocab_edge, t->csv.count);

	if (need_columns(t, "high low assumption reason", e) < 0)
		return -1;
	v->edges = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_edges++) {
		struct str under = field(t, i, "assumption");
		if (read_measure_at(t, i, "high", &all[i].high, e) < 0 ||
		    read_measure_at(t, i, "low", &all[i].low, e) < 0 ||
		    need_found(t, i, under, vocab_assumption(v, under), &all[i].assumption, e) < 0)
			return -1;
		if (reaches(v, all[i].low, all[i].high, v->n_measures))
			return err_fail(
			    e, ERR_INPUT, STR("vocab.cycle"), t->file, field(t, i, "high"));
	}
	return 0;
}

static int
read_sums(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_sum *all = ARENA_ARRAY(t->arena, struct vocab_sum, t->csv.count);

	if (need_columns(t, "kind whole part", e) < 0)
		return -1;
	v->sums = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_sums++) {
		struct str kind = field(t, i, "kind");
		all[i].balance = str_eq(kind, STR("balance"));
		if (!all[i].balance && !str_eq(kind, STR("composition")))
			return refuse(t, i, "vocab.value", kind, e);
		if (read_measure_at(t, i, "whole", &all[i].whole, e) < 0 ||
		    read_measure_at(t, i, "part", &all[i].part, e) < 0)
			return -1;
		if (all[i].whole == all[i].part)
			return err_fail(
			    e, ERR_INPUT, STR("vocab.cycle"), t->file, field(t, i, "part"));
	}
	return 0;
}

/* A parent must stand above its child in the file: so a circle cannot be written. */
static int
read_parent(
    const struct table *t, size_t row, struct str id, size_t found, size_t *out, struct err *e)
{
	struct str parent = field(t, row, "parent");

	if (parent.n > 0 && found == VOCAB_NONE) {
		for (size_t later = row; later < t->csv.count; later++)
			if (str_eq(field(t, later, "id"), parent))
				return err_fail(e, ERR_INPUT, STR("vocab.cycle"), t->file, id);
	}
	return need_found(t, row, parent, found, out, e);
}

/* Empty in the file of an older archive. */
static int
read_place_kind(const struct table *t, size_t row, struct str *out, struct err *e)
{
	struct str kind = field(t, row, "kind");

	if (kind.n > 0 && vocab_term(t->vocab, STR("place-kind"), kind) == NULL)
		return refuse(t, row, "vocab.unknown", kind, e);
	*out = kind;
	return 0;
}

static int
read_places(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_place *all = ARENA_ARRAY(t->arena, struct vocab_place, t->csv.count);

	if (need_columns(t, "id parent reviewed en ru kk", e) < 0)
		return -1;
	v->places = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_places++) {
		if (read_id(t, i, &all[i].id, e) < 0 || read_label(t, i, &all[i].label, e) < 0 ||
		    need_new(t, all[i].id, vocab_place(v, all[i].id), e) < 0 ||
		    read_parent(t, i, all[i].id, vocab_place(v, field(t, i, "parent")),
			&all[i].parent, e) < 0 ||
		    read_place_kind(t, i, &all[i].kind, e) < 0)
			return -1;
		all[i].iso = field(t, i, "iso");
		all[i].source = field(t, i, "source");
		all[i].licence = field(t, i, "licence");
		names_add(t->arena, &v->place_ids, all[i].id, i);
	}
	return 0;
}

static int
read_whos(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_who *all = ARENA_ARRAY(t->arena, struct vocab_who, t->csv.count);

	if (need_columns(t, "id parent reviewed en ru kk", e) < 0)
		return -1;
	v->whos = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_whos++)
		if (read_id(t, i, &all[i].id, e) < 0 || read_label(t, i, &all[i].label, e) < 0 ||
		    need_new(t, all[i].id, vocab_who(v, all[i].id), e) < 0 ||
		    read_parent(t, i, all[i].id, vocab_who(v, field(t, i, "parent")),
			&all[i].parent, e) < 0)
			return -1;
	return 0;
}

static int
read_origins(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_origin *all = ARENA_ARRAY(t->arena, struct vocab_origin, t->csv.count);

	if (need_columns(t, "id reviewed en ru kk", e) < 0)
		return -1;
	v->origins = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_origins++)
		if (read_id(t, i, &all[i].id, e) < 0 || read_label(t, i, &all[i].label, e) < 0 ||
		    need_new(t, all[i].id, vocab_origin(v, all[i].id), e) < 0)
			return -1;
	return 0;
}

static int
read_terms(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_term *all = ARENA_ARRAY(t->arena, struct vocab_term, t->csv.count);

	if (need_columns(t, "list id reviewed en ru kk", e) < 0)
		return -1;
	v->terms = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_terms++) {
		all[i].list = field(t, i, "list");
		if (all[i].list.n == 0)
			return refuse(t, i, "vocab.value", STR(""), e);
		if (read_id(t, i, &all[i].id, e) < 0 || read_label(t, i, &all[i].label, e) < 0)
			return -1;
		if (vocab_term(v, all[i].list, all[i].id) != NULL)
			return err_fail(e, ERR_INPUT, STR("vocab.twice"), t->file, all[i].id);
	}
	return 0;
}

/* From one day to another: each a day, or a month or year for its first or last day, or open. */
static int
read_days(const struct table *t, size_t row, int32_t *first, int32_t *last, struct err *e)
{
	struct str from = field(t, row, "from"), to = field(t, row, "to");
	struct date_span open = {DATE_OPEN_START, DATE_OPEN_END};
	struct date_set begins = {&open, 1, false, false}, ends = begins;

	if ((from.n > 0 && date_read(t->arena, from, &begins, e) < 0) ||
	    (to.n > 0 && date_read(t->arena, to, &ends, e) < 0))
		return -1;
	if (begins.count > 1 || ends.count > 1 || begins.spans[0].first > ends.spans[0].last)
		return refuse(t, row, "vocab.value", from, e);
	*first = begins.spans[0].first;
	*last = ends.spans[0].last;
	return 0;
}

static int
read_place_names(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_place_name *all = ARENA_ARRAY(t->arena, struct vocab_place_name, t->csv.count);

	if (need_columns(t, "place from to reviewed en ru kk", e) < 0)
		return -1;
	v->place_names = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_place_names++) {
		struct str place = field(t, i, "place");
		if (need_found(t, i, place, vocab_place(v, place), &all[i].place, e) < 0 ||
		    read_label(t, i, &all[i].label, e) < 0 ||
		    read_days(t, i, &all[i].first, &all[i].last, e) < 0)
			return -1;
		if (place.n == 0)
			return refuse(t, i, "vocab.value", place, e);
	}
	return 0;
}

/* "ky", "uz-Cyrl": two or three small letters, and an alphabet where there is a choice. */
static bool
is_spelling_lang(struct str lang)
{
	struct str alphabet = lang, language = str_cut(&alphabet, '-');

	for (size_t i = 0; i < language.n; i++)
		if (language.p[i] < 'a' || language.p[i] > 'z')
			return false;
	return (language.n == 2 || language.n == 3) &&
	    (alphabet.n == 0 || str_eq(alphabet, STR("Latn")) || str_eq(alphabet, STR("Cyrl")));
}

static int
read_spellings(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_spelling *all = ARENA_ARRAY(t->arena, struct vocab_spelling, t->csv.count);

	if (need_columns(t, "place lang name from to source licence", e) < 0)
		return -1;
	v->spellings = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_spellings++) {
		struct str place = field(t, i, "place");
		all[i] = (struct vocab_spelling){.lang = field(t, i, "lang"),
		    .name = field(t, i, "name"),
		    .source = field(t, i, "source"),
		    .licence = field(t, i, "licence")};
		if (need_found(t, i, place, vocab_place(v, place), &all[i].place, e) < 0 ||
		    read_days(t, i, &all[i].first, &all[i].last, e) < 0)
			return -1;
		if (place.n == 0 || all[i].name.n == 0 || !is_spelling_lang(all[i].lang))
			return refuse(t, i, "vocab.value", all[i].lang, e);
	}
	return 0;
}

/* "43.2567" in ten-thousandths of a degree, not beyond most degrees: up to four digits behind the
 * point. */
static int
read_degrees(const struct table *t, size_t row, const char *column, int64_t most, int32_t *out,
    struct err *e)
{
	struct str text = field(t, row, column), part = text, whole = str_cut(&part, '.');
	int64_t degrees, fraction = 0;
	bool south = str_starts(whole, STR("-"));
	bool fits = str_to_int(whole, &degrees) && part.n <= 4 && !str_starts(part, STR("-")) &&
	    (part.n == 0 || str_to_int(part, &fraction));

	for (size_t i = part.n; i < 4; i++)
		fraction *= 10;
	if (!fits || degrees < -most || degrees > most)
		return refuse(t, row, "vocab.value", text, e);
	int64_t all = degrees * DEGREE + (south ? -fraction : fraction);
	if (all < -most * DEGREE || all > most * DEGREE)
		return refuse(t, row, "vocab.value", text, e);
	*out = (int32_t)all;
	return 0;
}

static int
read_precision(const struct table *t, size_t row, struct str *out, struct err *e)
{
	static const struct str words[] = {
	    STR_INIT("exact"), STR_INIT("vicinity"), STR_INIT("locality"), STR_INIT("region")};
	struct str text = field(t, row, "precision");

	for (size_t i = 0; i < LENGTH(words); i++) {
		if (str_eq(text, words[i])) {
			*out = words[i];
			return 0;
		}
	}
	return refuse(t, row, "vocab.value", text, e);
}

/* How far a place reaches, in whole metres; empty: not said. */
static int
read_metres(const struct table *t, size_t row, int32_t *out, struct err *e)
{
	struct str text = field(t, row, "metres");
	int64_t metres = 0;

	if (text.n > 0 && (!str_to_int(text, &metres) || metres <= 0 || metres > METRES_MAX))
		return refuse(t, row, "vocab.value", text, e);
	*out = (int32_t)metres;
	return 0;
}

static int
read_place_points(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_place_point *all =
	    ARENA_ARRAY(t->arena, struct vocab_place_point, t->csv.count);

	if (need_columns(t, "place lat lon precision source licence", e) < 0)
		return -1;
	v->place_points = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_place_points++) {
		struct str place = field(t, i, "place");
		if (need_found(t, i, place, vocab_place(v, place), &all[i].place, e) < 0 ||
		    read_degrees(t, i, "lat", 90, &all[i].lat, e) < 0 ||
		    read_degrees(t, i, "lon", 180, &all[i].lon, e) < 0 ||
		    read_precision(t, i, &all[i].precision, e) < 0 ||
		    read_metres(t, i, &all[i].metres, e) < 0)
			return -1;
		if (place.n == 0)
			return refuse(t, i, "vocab.value", place, e);
		if (vocab_place_point(v, all[i].place) != NULL)
			return err_fail(e, ERR_INPUT, STR("vocab.twice"), t->file, place);
		all[i].source = field(t, i, "source");
		all[i].licence = field(t, i, "licence");
	}
	return 0;
}

static int
read_kinds(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_kind *all = ARENA_ARRAY(t->arena, struct vocab_kind, t->csv.count);

	if (need_columns(t, "id reviewed en ru kk", e) < 0)
		return -1;
	v->kinds = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_kinds++)
		if (read_id(t, i, &all[i].id, e) < 0 || read_label(t, i, &all[i].label, e) < 0 ||
		    need_new(t, all[i].id, vocab_kind(v, all[i].id), e) < 0)
			return -1;
	return 0;
}

/* What a property is of: a kind, or a property that stands above it. */
static int
read_of(const struct table *t, size_t row, struct str *out, struct err *e)
{
	struct str of = field(t, row, "of"), property = of, kind = str_cut(&property, '.');
	bool known = property.n > 0 ? vocab_property(t->vocab, kind, property) != NULL
				    : vocab_kind(t->vocab, kind) != VOCAB_NONE;

	if (of.n == 0 || !known)
		return refuse(t, row, "vocab.unknown", of, e);
	*out = of;
	return 0;
}

static bool
has_list(const struct vocab *v, struct str list)
{
	for (size_t i = 0; i < v->n_terms; i++)
		if (str_eq(v->terms[i].list, list))
			return true;
	return false;
}

/* Where a value is chosen from: a list of terms, or the kinds a ref may have. */
static int
read_list(const struct table *t, size_t row, struct vocab_property *p, struct err *e)
{
	struct str list = field(t, row, "list"), rest = list;

	if (p->type == VOCAB_TERM && !has_list(t->vocab, list))
		return refuse(t, row, "vocab.unknown", list, e);
	if (p->type != VOCAB_TERM && p->type != VOCAB_REF && list.n > 0)
		return refuse(t, row, "vocab.value", list, e);
	while (p->type == VOCAB_REF && rest.n > 0) {
		struct str kind = str_cut(&rest, ' ');
		if (vocab_kind(t->vocab, kind) == VOCAB_NONE)
			return refuse(t, row, "vocab.unknown", kind, e);
	}
	p->list = list;
	return 0;
}

static int
read_properties(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_property *all = ARENA_ARRAY(t->arena, struct vocab_property, t->csv.count);

	if (need_columns(t, "of id type list many reviewed en ru kk", e) < 0)
		return -1;
	v->properties = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_properties++) {
		struct str type = field(t, i, "type");
		if (read_id(t, i, &all[i].id, e) < 0 || read_label(t, i, &all[i].label, e) < 0 ||
		    read_of(t, i, &all[i].of, e) < 0)
			return -1;
		if (vocab_property(v, all[i].of, all[i].id) != NULL)
			return err_fail(e, ERR_INPUT, STR("vocab.twice"), t->file, all[i].id);
		if (!vocab_type_of(type, &all[i].type))
			return refuse(t, i, "vocab.value", type, e);
		if (read_list(t, i, &all[i], e) < 0 || read_yes(t, i, "many", &all[i].many, e) < 0)
			return -1;
	}
	return 0;
}

/* A comment may stand above or below what it interprets. */
static int
check_interprets(const struct table *t, const struct vocab *v, struct err *e)
{
	for (size_t i = 0; i < t->csv.count; i++) {
		struct str rest = field(t, i, "interprets");
		while (rest.n > 0) {
			struct str id = str_cut(&rest, ' ');
			if (vocab_provision(v, id) == VOCAB_NONE)
				return refuse(t, i, "vocab.unknown", id, e);
		}
	}
	return 0;
}

static int
read_provision(const struct table *t, size_t row, struct vocab_provision *out, struct err *e)
{
	if (read_id(t, row, &out->id, e) < 0 || read_label(t, row, &out->label, e) < 0 ||
	    read_days(t, row, &out->first, &out->last, e) < 0)
		return -1;
	out->instrument = field(t, row, "instrument");
	out->article = field(t, row, "article");
	out->edition = field(t, row, "edition");
	out->interprets = field(t, row, "interprets");
	out->url = field(t, row, "url");
	return 0;
}

static int
read_provisions(struct table *t, struct vocab *v, struct err *e)
{
	struct vocab_provision *all = ARENA_ARRAY(t->arena, struct vocab_provision, t->csv.count);

	if (need_columns(
		t, "id instrument article edition from to interprets url reviewed en ru kk", e) < 0)
		return -1;
	v->provisions = all;
	for (size_t i = 0; i < t->csv.count; i++, v->n_provisions++)
		if (read_provision(t, i, &all[i], e) < 0 ||
		    need_new(t, all[i].id, vocab_provision(v, all[i].id), e) < 0)
			return -1;
	return check_interprets(t, v, e);
}

/* Every file of a vocabulary, those that others refer to first. */
static const struct {
	const char *name;
	int (*read)(struct table *t, struct vocab *v, struct err *e);
	bool later; /* archives made before it was there are read without it */
} vocab_tables[] = {
    {"terms.csv", read_terms, false},
    {"measures.csv", read_measures, false},
    {"assumptions.csv", read_assumptions, false},
    {"measure_edges.csv", read_edges, false},
    {"measure_sums.csv", read_sums, false},
    {"places.csv", read_places, false},
    {"place_names.csv", read_place_names, false},
    {"place_spellings.csv", read_spellings, true},
    {"place_points.csv", read_place_points, true},
    {"whos.csv", read_whos, false},
    {"origins.csv", read_origins, false},
    {"kinds.csv", read_kinds, true},
    {"properties.csv", read_properties, true},
    {"provisions.csv", read_provisions, true},
};

int
vocab_read(
    struct arena *a, const struct vocab_file *files, size_t count, struct vocab *out, struct err *e)
{
	struct vocab v = {.gazetteer = vocab_gazetteer_new(a)};

	for (size_t i = 0; i < LENGTH(vocab_tables); i++) {
		struct table t = {str_of(vocab_tables[i].name), {0}, a, &v};
		size_t at = 0;
		while (at < count && !str_eq(files[at].name, t.file))
			at++;
		if (at == count && vocab_tables[i].later)
			continue;
		if (at == count)
			return err_fail(e, ERR_INPUT, STR("vocab.no_file"), t.file);
		if (csv_read(a, files[at].text, &t.csv, e) < 0 ||
		    vocab_tables[i].read(&t, &v, e) < 0)
			return -1;
	}
	*out = v;
	return 0;
}
