#include "base/near.h"
#include "domain/find/ask.h"
#include "domain/find/days.h"
#include "domain/find/find_sql.h"
#include "domain/vocab/gazetteer.h"
#include "kit/db/db.h"
#include "kit/lang/fold.h"

#define MANY 24 /* values of one filter: rather all of its terms are looked through */

enum kind { TYPES, KINDS, PLACES, LISTED, DAYS, HELD, SOURCES, RECORDS, PARTS };

static const struct {
	struct str name, label;
	char letter;
	enum kind kind;
} filters[FIND_FILTERS] = {
#define FILTER(name, upper, letter, kind, counted, label)                                          \
	[FIND_##upper] = {STR_INIT(name), STR_INIT(label), letter, kind},
#include "domain/find/filters.def"
#undef FILTER
};

static const struct str types[] = {
    STR_INIT("claim"), STR_INIT("record"), STR_INIT("source"), STR_INIT("statement")};
static const struct str parts[] = {STR_INIT("words"), STR_INIT("place"), STR_INIT("date"),
    STR_INIT("lang"), STR_INIT("source"), STR_INIT("file")};

struct str
find_filter_name(enum find_filter filter)
{
	return filters[filter].name;
}

struct str
find_filter_label(enum find_filter filter)
{
	return filters[filter].label;
}

char
find_filter_letter(enum find_filter filter)
{
	return filters[filter].letter;
}

/* The leaves of a test while they are gathered. */
struct leaves {
	struct find_asking *q;
	enum find_filter filter;
	int32_t day; /* that the query asks for, for names of places; DATE_OPEN_END: none */
	struct find_leaf *at;
	size_t count, capacity;
};

static void
add_term(struct leaves *l, struct str term, bool begins)
{
	l->at = arena_grow(l->q->a, l->at, l->count, &l->capacity, sizeof(*l->at));
	l->at[l->count++] = (struct find_leaf){.term = term, .begins = begins};
}

static void
add_value(struct leaves *l, struct str value, bool begins)
{
	struct str term =
	    arena_fmt(l->q->a, "%c%.*s", find_filter_letter(l->filter), STR_ARG(value));

	add_term(l, term, begins);
}

static int
refuse(
    const struct leaves *l, struct str value, const struct str *names, size_t count, struct err *e)
{
	struct str near = near_find(value, names, count);

	return err_fail(e, ERR_INPUT, near.n > 0 ? STR("find.value_near") : STR("find.value"),
	    value, find_filter_name(l->filter), near);
}

/* Is the value one of them? */
static int
add_one_of(struct leaves *l, struct str value, const struct str *names, size_t count, struct err *e)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(names[i], value)) {
			add_value(l, value, false);
			return 0;
		}
	return refuse(l, value, names, count, e);
}

static bool
is_called(struct arena *a, struct str id, const struct vocab_label *label, struct str folded)
{
	return str_eq(fold_text(a, id), folded) || str_eq(fold_text(a, label->en), folded) ||
	    str_eq(fold_text(a, label->ru), folded) || str_eq(fold_text(a, label->kk), folded);
}

static int
add_kind(struct leaves *l, struct str value, struct err *e)
{
	const struct vocab *v = l->q->vocab;
	struct str folded = fold_text(l->q->a, value);
	struct str *names = ARENA_ARRAY(l->q->a, struct str, v->n_kinds);

	for (size_t i = 0; i < v->n_kinds; i++) {
		names[i] = v->kinds[i].id;
		if (is_called(l->q->a, v->kinds[i].id, &v->kinds[i].label, folded)) {
			add_value(l, v->kinds[i].id, false);
			return 0;
		}
	}
	return refuse(l, value, names, v->n_kinds, e);
}

static int
add_listed(struct leaves *l, struct str value, struct err *e)
{
	const struct vocab *v = l->q->vocab;
	struct str folded = fold_text(l->q->a, value), list = find_filter_name(l->filter);
	struct str *names = ARENA_ARRAY(l->q->a, struct str, v->n_terms);
	size_t count = 0;

	for (size_t i = 0; i < v->n_terms; i++) {
		if (!str_eq(v->terms[i].list, list))
			continue;
		names[count++] = v->terms[i].id;
		if (is_called(l->q->a, v->terms[i].id, &v->terms[i].label, folded)) {
			add_value(l, v->terms[i].id, false);
			return 0;
		}
	}
	return refuse(l, value, names, count, e);
}

/* With the places that lie in it. */
static int
add_place(struct leaves *l, struct str value, struct err *e)
{
	const struct vocab *v = l->q->vocab;
	struct vocab_meant meant = vocab_place_meant(l->q->a, v, value, l->day);

	if (meant.count == 0) {
		struct str *names = ARENA_ARRAY(l->q->a, struct str, v->n_places);
		for (size_t i = 0; i < v->n_places; i++)
			names[i] = v->places[i].id;
		return refuse(l, value, names, v->n_places, e);
	}
	if (meant.count > 1)
		return err_fail(e, ERR_INPUT, STR("find.place_several"), value,
		    vocab_meant_ids(l->q->a, v, meant));
	for (size_t i = 0; i < v->n_places; i++)
		if (vocab_place_in(v, i, meant.places[0]))
			add_value(l, v->places[i].id, false);
	return 0;
}

/* Texts of a day in the unit: whose own units begin so. */
static void
add_unit(struct leaves *l, struct str unit)
{
	char letter = unit.n == FIND_DAY_BYTES ? find_filter_letter(FIND_DATE)
	    : unit.n == FIND_MONTH_BYTES       ? FIND_MONTH
					       : FIND_YEAR;

	add_term(l, arena_fmt(l->q->a, "%c%.*s", letter, STR_ARG(unit)), unit.n < FIND_YEAR_BYTES);
}

/* Texts of any of its days: units in it, and those it lies in. */
static int
add_days(struct leaves *l, struct str value, struct err *e)
{
	struct date_set set;

	if (find_days_read(l->q->a, value, &set, e) < 0)
		return -1;
	struct find_units units = find_units_of(l->q->a, &set);
	struct find_terms around = {.a = l->q->a};
	for (size_t i = 0; i < units.count; i++) {
		struct find_units larger = find_units_around(l->q->a, units.at[i]);
		add_unit(l, units.at[i]);
		for (size_t k = 0; k < larger.count; k++)
			(void)find_terms_of(&around, find_filter_letter(FIND_DATE), larger.at[k]);
	}
	for (size_t i = 0; i < around.count; i++)
		add_term(l, around.all[i].text, false);
	return 0;
}

/* Does a text that may be seen have the term? 1, 0 or -1. */
static int
is_held(struct find_asking *q, struct str term, struct err *e)
{
	uint64_t has[FIND_SET_WORDS(FIND_SET_MOST)], may[FIND_SET_WORDS(FIND_SET_MOST)];

	for (size_t i = 0; i < q->count; i++) {
		const struct find_block *block = q->seen[i].block;
		for (size_t k = 0; k < q->seen[i].words; k++)
			has[k] = 0;
		if (find_block_or(q->db, block, term, false, has, e) < 0 ||
		    find_universe(q, block, may, e) < 0)
			return -1;
		for (size_t k = 0; k < q->seen[i].words; k++)
			if ((has[k] & may[k]) != 0)
				return 1;
	}
	return 0;
}

/* The values that texts which may be seen have. */
struct values {
	struct find_asking *q;
	const uint64_t *may;
	size_t words;
	struct find_terms all;
};

static int
add_held_value(void *arg, struct str value, struct str packed, struct err *e)
{
	struct values *values = arg;

	(void)e;
	if (find_set_meet(values->may, values->words, packed) > 0)
		(void)find_terms_of(&values->all, '=', value);
	return 0;
}

static int
refuse_unheld(struct leaves *l, struct str value, struct err *e)
{
	uint64_t may[FIND_SET_WORDS(FIND_SET_MOST)];
	struct find_asking *q = l->q;
	struct values values = {.q = q, .may = may, .all = {.a = q->a}};
	char letter = find_filter_letter(l->filter);

	for (size_t i = 0; i < q->count; i++) {
		values.words = q->seen[i].words;
		if (find_universe(q, q->seen[i].block, may, e) < 0 ||
		    find_block_each(q->db, q->seen[i].block, (struct str){&letter, 1},
			add_held_value, &values, e) < 0)
			return -1;
	}
	find_terms_sort(&values.all);
	struct str *names = ARENA_ARRAY(q->a, struct str, values.all.count);
	for (size_t i = 0; i < values.all.count; i++)
		names[i] = str_sub(values.all.all[i].text, 1, values.all.all[i].text.n);
	return refuse(l, value, names, values.all.count, e);
}

static int
add_held(struct leaves *l, struct str value, struct err *e)
{
	struct str term =
	    arena_fmt(l->q->a, "%c%.*s", find_filter_letter(l->filter), STR_ARG(value));
	int held = is_held(l->q, term, e);

	if (held < 0)
		return -1;
	if (held == 0)
		return refuse_unheld(l, value, e);
	add_term(l, term, false);
	return 0;
}

/* Of a source or record that nobody knows here; its nearest names are for the team. */
static int
refuse_root(struct leaves *l, struct str value, char letter, struct err *e)
{
	struct sql_find_root_aliases_rows rows = {NULL, 0};
	char first[] = {letter, '\0'}, last[] = {(char)(letter + 1), '\0'};

	if (l->q->asked->viewer.role == VIEWER_TEAM &&
	    sql_find_root_aliases_all(l->q->db, str_of(first), str_of(last), l->q->a, &rows, e) < 0)
		return -1;
	struct str *names = ARENA_ARRAY(l->q->a, struct str, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		names[i] = rows.at[i].alias;
	return refuse(l, value, names, rows.count, e);
}

static int
add_root(struct leaves *l, struct str value, struct err *e)
{
	struct sql_find_root_named_rows rows;
	bool team = l->q->asked->viewer.role == VIEWER_TEAM;
	char letter = l->filter == FIND_SOURCE ? 's' : 'r';
	size_t before = l->count;

	if (sql_find_root_named_all(l->q->db, value, (struct str){&letter, 1}, l->q->a, &rows, e) <
	    0)
		return -1;
	for (size_t i = 0; i < rows.count; i++) {
		struct str term = arena_fmt(
		    l->q->a, "%c%.*s", find_filter_letter(l->filter), STR_ARG(rows.at[i].id));
		int held = team ? 1 : is_held(l->q, term, e);
		if (held < 0)
			return -1;
		/* What a person is called may be a name. */
		bool hidden = !team && str_eq(rows.at[i].kind, STR("person"));
		if (held > 0 && (!hidden || str_eq(rows.at[i].id, value)))
			add_term(l, term, false);
	}
	return l->count > before ? 0 : refuse_root(l, value, letter, e);
}

static int
add_filter_value(struct leaves *l, struct str value, struct err *e)
{
	switch (filters[l->filter].kind) {
	case TYPES:
		return add_one_of(l, value, types, LENGTH(types), e);
	case KINDS:
		return add_kind(l, value, e);
	case PLACES:
		return add_place(l, value, e);
	case LISTED:
		return add_listed(l, value, e);
	case DAYS:
		return add_days(l, value, e);
	case HELD:
		return add_held(l, value, e);
	case SOURCES:
	case RECORDS:
		return add_root(l, value, e);
	case PARTS:
		break;
	}
	return add_one_of(l, value, parts, LENGTH(parts), e);
}

static int
find_filter(struct str name, enum find_filter *out, struct err *e)
{
	struct str names[FIND_FILTERS];

	for (size_t i = 0; i < FIND_FILTERS; i++) {
		names[i] = filters[i].name;
		if (str_eq(names[i], name)) {
			*out = (enum find_filter)i;
			return 0;
		}
	}
	struct str near = near_find(name, names, FIND_FILTERS);
	return err_fail(
	    e, ERR_INPUT, near.n > 0 ? STR("find.filter_near") : STR("find.filter"), name, near);
}

/* The first day of the first date that a query asks for; DATE_OPEN_END: it asks for none. */
static int32_t
day_of(struct find_asking *q, const struct find_query *query)
{
	struct date_set days;
	struct err e;

	for (size_t i = 0; i < query->count; i++) {
		const struct find_part *part = &query->parts[i];
		if (part->kind != FIND_PART_FILTER || part->without ||
		    !str_eq(part->filter, find_filter_name(FIND_DATE)))
			continue;
		size_t count;
		struct str *values = find_query_values(q->a, part->text, &count);
		if (count == 0 || find_days_read(q->a, values[0], &days, &e) < 0)
			continue;
		return date_first_day(&days);
	}
	return DATE_OPEN_END;
}

static int
filter_test(struct find_asking *q, const struct find_part *part, int32_t day, struct find_test *out,
    struct err *e)
{
	struct leaves l = {.q = q, .day = day};
	size_t count;

	if (find_filter(part->filter, &l.filter, e) < 0)
		return -1;
	struct str *values = find_query_values(q->a, part->text, &count);
	if (count == 0)
		return err_fail(e, ERR_INPUT, STR("find.empty"), part->filter);
	for (size_t i = 0; i < count; i++)
		if (add_filter_value(&l, values[i], e) < 0)
			return -1;
	*out = (struct find_test){.without = part->without, .leaves = l.at, .n_leaves = l.count};
	if (l.count > MANY && filters[l.filter].kind == PLACES) {
		struct find_terms *among = ARENA_NEW(q->a, struct find_terms);
		among->a = q->a;
		for (size_t i = 0; i < l.count; i++)
			(void)find_terms_of(
			    among, l.at[i].term.p[0], str_sub(l.at[i].term, 1, l.at[i].term.n));
		out->among = among;
	}
	return 0;
}

static struct find_test
word_test(struct find_asking *q, const struct search_word *word, bool exact)
{
	struct find_leaf *leaves = ARENA_ARRAY(q->a, struct find_leaf, 2);
	struct str text = find_shortened(word->text), stem = find_shortened(word->stem);
	bool loose = !exact && !word->begins && word->stem.n > 0;

	leaves[0] = (struct find_leaf){
	    .term = arena_fmt(q->a, "%c%.*s", FIND_WORD, STR_ARG(text)), .begins = word->begins};
	if (loose)
		leaves[1] = (struct find_leaf){
		    .term = arena_fmt(q->a, "%c%.*s", FIND_STEM, STR_ARG(stem)), .stem = true};
	return (struct find_test){.leaves = leaves, .n_leaves = loose ? 2 : 1, .words = {word, 1}};
}

/* Words each for itself; several that may not be there, and a phrase, as they follow each other. */
static void
words_tests(struct find_asking *q, const struct find_part *part)
{
	struct search_words words = search_cut(q->a, part->text, STR(""));
	bool phrase = words.count > 1 && (part->without || part->kind == FIND_PART_PHRASE);

	if (!phrase || !part->without)
		for (size_t i = 0; i < words.count; i++) {
			struct find_test test =
			    word_test(q, &words.at[i], part->kind == FIND_PART_PHRASE);
			test.without = part->without;
			q->tests[q->n_tests++] = test;
		}
	if (phrase)
		q->tests[q->n_tests++] =
		    (struct find_test){.without = part->without, .phrase = true, .words = words};
}

int
find_resolve(struct find_asking *q, const struct find_query *query, struct err *e)
{
	/* A word takes a byte, and the phrase it stands in one more. */
	q->tests = ARENA_ARRAY(q->a, struct find_test, 2 * q->asked->query.n + query->count);
	int32_t day = day_of(q, query);
	for (size_t i = 0; i < query->count; i++) {
		const struct find_part *part = &query->parts[i];
		if (part->kind != FIND_PART_FILTER)
			words_tests(q, part);
		else if (filter_test(q, part, day, &q->tests[q->n_tests++], e) < 0)
			return -1;
	}
	return q->n_tests > 0 ? 0 : err_fail(e, ERR_INPUT, STR("find.words"), q->asked->query);
}
