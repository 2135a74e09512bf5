#include "engine/link/field.h"

#include <stdlib.h>
#include <string.h>

#include "base/buf.h"
#include "engine/link/choice.h"
#include "engine/link/guess.h"
#include "engine/link/hash.h"
#include "engine/link/identifier.h"
#include "engine/link/implied.h"
#include "engine/link/place.h"
#include "engine/link/sex.h"
#include "engine/link/wording.h"
#include "kit/lang/name.h"

#define ALIKE                                                                                      \
	5 /* rows that may have one text, in the middle, of a field that tells people apart        \
	   */

/* A field while it is made: texts of the rows. */
struct draft {
	struct str name;
	enum link_kind kind;
	struct intern *texts;
	uint32_t *of_row;
	bool *lists;       /* that have it, */
	struct str *names; /* and under which name */
	size_t meets;      /* of its columns */
	bool implied;      /* by a column that is for something else */
	bool quiet;        /* what agrees says nothing new */
};

struct making {
	struct arena *a;
	struct arena *own; /* of what is not needed once there are units */
	const struct table *t;
	struct wording *wording;
	bool *fixed; /* rows whose names have parts that are surely what they are */
	bool *left;  /* columns that there was no room for */
	struct draft drafts[LINK_FIELDS];
	size_t count;
};

enum field_way
field_way_of(enum link_kind kind)
{
	static const enum field_way ways[] = {
#define LINK_KIND(name, word, way) FIELD_WAY_##way,
#include "engine/link/kinds.def"
#undef LINK_KIND
	};
	return ways[kind];
}

static bool
list_has(const struct table *t, size_t list, const struct table_column *c)
{
	for (size_t i = 0; i < t->n_said; i++) {
		if (t->said[i].list == list && &t->columns[t->went[i]] == c)
			return true;
	}
	return false;
}

/* The draft of that kind of columns that meet c, or NULL. */
static struct draft *
draft_to_share(struct making *m, enum link_kind kind, const struct table_column *c)
{
	for (size_t i = 0; i < m->count; i++) {
		struct draft *d = &m->drafts[i];
		if (d->kind == kind && d->meets == c->meets)
			return d;
	}
	return NULL;
}

/* One more draft; NULL when there are too many fields. */
static struct draft *
draft_new(struct making *m, enum link_kind kind, const struct table_column *c)
{
	if (m->count == LINK_FIELDS) {
		m->left[c - m->t->columns] |= c->kind == kind || c->kind == LINK_YEAR ||
		    (c->kind == LINK_NAME && wording_is_part(kind));
		return NULL;
	}
	struct draft *d = &m->drafts[m->count++];
	*d = (struct draft){c->name, kind, intern_new(m->a),
	    ARENA_ARRAY(m->own, uint32_t, m->t->rows), ARENA_ARRAY(m->own, bool, m->t->n_lists),
	    ARENA_ARRAY(m->a, struct str, m->t->n_lists), c->meets, false, false};
	for (size_t k = 0; k < m->t->n_lists; k++)
		d->names[k] = STR("");
	return d;
}

/* Where column c goes as that kind; NULL when there are too many fields. */
static struct draft *
draft_for(struct making *m, enum link_kind kind, const struct table_column *c)
{
	struct draft *d = draft_to_share(m, kind, c);

	if (d == NULL)
		d = draft_new(m, kind, c);
	for (size_t k = 0; d != NULL && k < m->t->n_lists; k++) {
		bool has = list_has(m->t, k, c);
		d->lists[k] = d->lists[k] || has;
		d->names[k] = has ? c->name : d->names[k];
	}
	return d;
}

/* The n-th part of what the texts of column c became, as a field of that kind. */
static void
worded_field(
    struct making *m, const struct table_column *c, enum link_kind kind, const struct str *worded)
{
	struct draft *d = draft_for(m, kind, c);
	uint32_t n = intern_count(c->texts);

	if (d == NULL)
		return;
	struct arena *a = arena_new();
	uint32_t *becomes = ARENA_ARRAY(a, uint32_t, n + 1);
	for (uint32_t v = 1; v <= n; v++)
		becomes[v] = intern_text(d->texts, worded[v]);
	for (size_t r = 0; r < m->t->rows; r++)
		if (c->of_row[r] != 0)
			d->of_row[r] = becomes[c->of_row[r]];
	arena_free(a);
}

/* A column as it is, each text made plain once; one of whole names as the fields of its parts. */
static void
column_fields(struct making *m, const struct table_column *c)
{
	static const enum link_kind parts[] = {LINK_GIVEN, LINK_FAMILY, LINK_PATRONYMIC};
	size_t k = (size_t)(c - m->t->columns);

	if (c->kind != LINK_NAME) {
		worded_field(m, c, c->kind, wording_of(m->wording, k, 0));
		for (size_t r = 0; wording_is_part(c->kind) && r < m->t->rows; r++)
			m->fixed[r] = m->fixed[r] || c->of_row[r] != 0;
		return;
	}
	for (size_t i = 0; i < LENGTH(parts); i++)
		worded_field(m, c, parts[i], wording_of(m->wording, k, i));
	for (size_t r = 0; r < m->t->rows; r++)
		m->fixed[r] = m->fixed[r] || wording_is_sure(m->wording, k, c->of_row[r]);
}

static bool
has_word(struct str words, struct str word)
{
	while (words.n > 0) {
		if (str_eq(str_cut(&words, ' '), word))
			return true;
	}
	return false;
}

/* What a row of a column of words says, made plain. */
static struct str
plain_cell(const struct making *m, const struct table_column *c, size_t row)
{
	uint32_t text = c->of_row[row];

	return text == 0 ? STR("") : wording_of(m->wording, (size_t)(c - m->t->columns), 0)[text];
}

/* The words of a whole that none of its parts has. */
static void
rest_field(struct making *m, const struct table_column *whole, const struct table_column **parts,
    size_t n_parts)
{
	struct draft *d = draft_for(m, LINK_WORDS, whole);
	struct arena *a = arena_new();
	struct buf *rest = buf_on(a), *said = buf_on(a);

	for (size_t r = 0; d != NULL && r < m->t->rows; r++) {
		struct str all = plain_cell(m, whole, r);
		buf_cut(rest, 0);
		buf_cut(said, 0);
		for (size_t i = 0; i < n_parts; i++) {
			buf_put(said, plain_cell(m, parts[i], r));
			buf_putc(said, ' ');
		}
		while (all.n > 0) {
			struct str word = str_cut(&all, ' ');
			if (has_word(buf_str(said), word))
				continue;
			if (rest->n > 0)
				buf_putc(rest, ' ');
			buf_put(rest, word);
		}
		d->of_row[r] = intern_text(d->texts, buf_str(rest));
	}
	arena_free(a);
}

/* A column of words: itself, or what it says beyond its parts, or nothing where a larger one has
 * it. */
static void
words_field(struct making *m, const struct table_column *c)
{
	const struct table *t = m->t;
	const struct table_column **parts =
	    ARENA_ARRAY(m->a, const struct table_column *, t->n_columns);
	size_t n_parts = 0;
	bool inside = false;

	for (size_t i = 0; i < t->n_columns; i++) {
		const struct table_column *other = &t->columns[i];
		if (other == c || other->kind != LINK_WORDS)
			continue;
		bool part = guess_is_part(t, other, c), whole = guess_is_part(t, c, other);
		if (part && !whole)
			parts[n_parts++] = other;
		inside = inside || (whole && !part);
	}
	if (n_parts < 2)
		column_fields(m, c);
	else if (!inside)
		rest_field(m, c, parts, n_parts);
}

static const struct table_column *
column_of_kind(const struct table *t, enum link_kind kind)
{
	for (size_t k = 0; k < t->n_columns; k++) {
		if (t->columns[k].kind == kind)
			return &t->columns[k];
	}
	return NULL;
}

static struct str
cell(const struct table_column *c, size_t row)
{
	return c == NULL ? STR("") : intern_str(c->texts, c->of_row[row]);
}

/* Year, month and day in columns of their own, as one field of dates. */
static void
date_field(struct making *m, const struct table_column *years)
{
	const struct table_column *months = column_of_kind(m->t, LINK_MONTH);
	const struct table_column *days = column_of_kind(m->t, LINK_DAY);
	struct draft *d = draft_for(m, LINK_DATE, years);
	struct arena *a = arena_new();
	struct buf *b = buf_on(a);

	for (size_t r = 0; d != NULL && r < m->t->rows; r++) {
		buf_cut(b, 0);
		if (years->of_row[r] != 0)
			buf_put(b, cell(years, r));
		if (b->n > 0 && cell(months, r).n > 0) {
			buf_fmt(b, "-%.*s", STR_ARG(cell(months, r)));
			if (cell(days, r).n > 0)
				buf_fmt(b, "-%.*s", STR_ARG(cell(days, r)));
		}
		d->of_row[r] = intern_text(d->texts, buf_str(b));
	}
	arena_free(a);
}

static void
drafts_make(struct making *m)
{
	const size_t *order = choice_order(m->own, m->t);

	for (size_t k = 0; k < m->t->n_columns; k++) {
		const struct table_column *c = &m->t->columns[order[k]];
		if (c->kind == LINK_WORDS)
			words_field(m, c);
		else if (c->kind == LINK_YEAR)
			date_field(m, c);
		else if (c->kind == LINK_MONTH || c->kind == LINK_DAY)
			continue;
		else if (c->kind == LINK_NAME || field_way_of(c->kind) != FIELD_WAY_NONE)
			column_fields(m, c);
	}
}

/* The draft that what a column implies goes best with; one of its own where there is none. */
static struct draft *
draft_implied(struct making *m, const struct implied *said)
{
	struct draft *best = NULL;
	size_t most = 0;

	for (size_t i = 0; i < m->count; i++) {
		struct draft *d = &m->drafts[i];
		size_t fits = 0;
		if (d->kind == said->kind)
			fits = implied_fits(said, d->texts, d->of_row, m->t->rows);
		best = fits > most ? d : best;
		most = fits > most ? fits : most;
	}
	if (best == NULL && said->filled > 0)
		best = draft_new(m, said->kind, said->by);
	if (best != NULL && most == 0)
		best->implied = true;
	return best;
}

static void
draft_complete(struct making *m, const struct implied *said)
{
	struct draft *d = draft_implied(m, said);

	if (d != NULL)
		implied_fill(said, d->texts, d->of_row, m->t->rows);
}

/* What numbers say of birth and sex besides what they are for. */
static void
drafts_complete(struct making *m)
{
	static const enum link_kind kinds[] = {LINK_DATE, LINK_SEX};

	for (size_t k = 0; k < m->t->n_columns * LENGTH(kinds); k++) {
		const struct table_column *c = &m->t->columns[k / LENGTH(kinds)];
		if (c->kind != LINK_IDENTIFIER)
			continue;
		struct arena *a = arena_new();
		struct implied said = implied_of(a, c, kinds[k % LENGTH(kinds)]);
		draft_complete(m, &said);
		arena_free(a);
	}
}

/* Adds what names of a column say to the draft d, or to a new one when it is NULL. */
static struct draft *
name_sexes(struct making *m, struct draft *d, size_t column)
{
	struct arena *a = arena_new();
	struct implied said = implied_by_names(a, m->t, m->wording, column);

	if (d == NULL && said.filled > 0)
		d = draft_new(m, LINK_SEX, &m->t->columns[column]);
	if (d != NULL && said.filled > 0) {
		d->implied = true;
		implied_fill(&said, d->texts, d->of_row, m->t->rows);
	}
	arena_free(a);
	return d;
}

/* The sex by how names end, as a field of its own: stems, which are compared, have lost it.
 * Fathers' names are surer of it than a family's. */
static void
names_complete(struct making *m)
{
	static const enum link_kind kinds[] = {LINK_PATRONYMIC, LINK_NAME, LINK_FAMILY};
	struct draft *d = NULL;

	for (size_t i = 0; i < LENGTH(kinds); i++)
		for (size_t k = 0; k < m->t->n_columns; k++)
			if (m->t->columns[k].kind == kinds[i])
				d = name_sexes(m, d, k);
}

/* Is it the sex, and no other choice of a few? */
static bool
says_sex(const struct draft *d)
{
	bool all = d->kind == LINK_SEX;

	for (uint32_t v = 1; all && v <= intern_count(d->texts); v++)
		all = str_eq(intern_str(d->texts, v), sex_word(SEX_MALE)) ||
		    str_eq(intern_str(d->texts, v), sex_word(SEX_FEMALE));
	return all;
}

/* Two who are called alike are of one sex anyway, so that it speaks only where it differs. */
static void
sexes_quiet(struct making *m)
{
	bool names = false;

	for (size_t i = 0; i < m->count; i++)
		names = names || m->drafts[i].kind == LINK_GIVEN;
	for (size_t i = 0; names && i < m->count; i++)
		m->drafts[i].quiet = says_sex(&m->drafts[i]);
}

static void
value_words(struct fields *f, struct field_value *v)
{
	uint32_t words[FIELD_WORDS] = {0};
	struct str rest = v->text;
	struct buf *sound = buf_on(f->a);
	size_t n = 0;

	while (rest.n > 0) {
		struct str word = name_sound(f->a, str_cut(&rest, ' '));
		if (word.n == 0)
			continue;
		if (sound->n > 0)
			buf_putc(sound, ' ');
		buf_put(sound, word);
		if (n < FIELD_WORDS)
			words[n++] = intern_text(f->words, word);
	}
	uint32_t *kept = ARENA_ARRAY(f->a, uint32_t, n);
	memcpy(kept, words, n * sizeof(*words));
	v->sound = buf_str(sound);
	v->words = kept;
	v->n_words = n;
}

static void
field_values(struct fields *f, struct field *field, const struct draft *d)
{
	uint32_t n = intern_count(d->texts);
	struct field_value *values = ARENA_ARRAY(f->a, struct field_value, n + 1);
	struct identifier number;

	for (uint32_t v = 1; v <= n; v++) {
		values[v].text = intern_str(d->texts, v);
		values[v].sound = values[v].text;
		if (field->way == FIELD_WAY_WORDS)
			value_words(f, &values[v]);
		if (wording_is_part(d->kind))
			values[v].sound = values[v].text;
		if (field->way == FIELD_WAY_DATE && !birth_read(values[v].text, &values[v].birth))
			values[v].birth = (struct birth){0, 0, 0};
		values[v].sure =
		    d->kind == LINK_IDENTIFIER && identifier_read(values[v].text, &number);
	}
	field->values = values;
	field->n_values = n;
}

static int
by_order(const void *x, const void *y)
{
	const struct field *a = x, *b = y;

	return a->order < b->order ? -1 : a->order > b->order;
}

/* Fields with of_unit still by row, in the order that their content makes. */
static void
fields_make(struct fields *f, const struct making *m)
{
	for (size_t i = 0; i < m->count; i++) {
		const struct draft *d = &m->drafts[i];
		struct field *field = &f->at[f->count];
		if (intern_count(d->texts) < (m->t->single ? 1 : 2))
			continue;
		*field = (struct field){.name = d->name,
		    .names = d->names,
		    .implied = d->implied,
		    .quiet = d->quiet,
		    .kind = d->kind,
		    .way = field_way_of(d->kind)};
		field_values(f, field, d);
		field->of_unit = d->of_row;
		for (size_t r = 0; r < f->rows; r++)
			field->order += intern_hash(d->texts, d->of_row[r]);
		field->order = (uint64_t)d->kind << 56 | hash_mix(field->order) >> 8;
		f->count++;
	}
	qsort(f->at, f->count, sizeof(*f->at), by_order);
}

struct keyed_row {
	uint64_t place, key;
	uint32_t row;
};

static int
by_key(const void *x, const void *y)
{
	const struct keyed_row *a = x, *b = y;

	if (a->place != b->place)
		return a->place < b->place ? -1 : 1;
	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return a->row < b->row ? -1 : a->row > b->row;
}

static uint64_t
row_key(const struct fields *f, size_t row)
{
	uint64_t key = 0;

	for (size_t i = 0; i < f->count; i++) {
		uint32_t v = f->at[i].of_unit[row];
		key = hash_pair(key, v == 0 ? 0 : hash_str(f->at[i].values[v].text));
	}
	return key;
}

/* Rows that are a unit of their own, whatever they say: of a list that holds nobody twice, and
 * those that somebody said something of. */
static bool *
rows_alone(struct arena *a, const struct table *t, const struct link_question *q)
{
	bool *alone = ARENA_ARRAY(a, bool, t->rows);

	for (size_t r = 0; r < t->rows; r++)
		alone[r] = t->lists[t->list_of_row[r]].sole;
	for (size_t i = 0; i < q->n_verdicts; i++)
		alone[q->verdicts[i].x] = alone[q->verdicts[i].y] = true;
	return alone;
}

/* A unit for each row that is alone; else one for all that say the same; in the order of their
 * places. */
static void
units_number(struct fields *f, const struct table *t, const struct link_question *q)
{
	struct arena *a = arena_new();
	struct keyed_row *rows = ARENA_ARRAY(a, struct keyed_row, f->rows);
	const bool *alone = rows_alone(a, t, q);
	const struct places *places = place_all(a, f);

	for (size_t r = 0; r < f->rows; r++)
		rows[r] = (struct keyed_row){
		    place_of(places, r), (row_key(f, r) & ~UINT64_C(1)) | alone[r], (uint32_t)r};
	qsort(rows, f->rows, sizeof(*rows), by_key);
	for (size_t i = 0; i < f->rows; i++) {
		if (i == 0 || rows[i].key != rows[i - 1].key || (rows[i].key & 1) != 0)
			f->units++;
		f->unit_of_row[rows[i].row] = (uint32_t)(f->units - 1);
	}
	arena_free(a);
}

static void
units_make(struct fields *f, const struct making *m, const struct link_question *q)
{
	const struct table *t = m->t;

	units_number(f, t, q);
	f->fixed_of_unit = ARENA_ARRAY(f->a, bool, f->units);
	f->rows_of_unit = ARENA_ARRAY(f->a, uint32_t, f->units);
	f->sole_of_unit = ARENA_ARRAY(f->a, uint64_t, f->units);
	for (size_t i = 0; i < f->count; i++) {
		uint32_t *of_unit = ARENA_ARRAY(f->a, uint32_t, f->units);
		for (size_t r = 0; r < f->rows; r++)
			of_unit[f->unit_of_row[r]] = f->at[i].of_unit[r];
		f->at[i].of_unit = of_unit;
	}
	for (size_t r = 0; r < f->rows; r++) {
		uint32_t list = t->list_of_row[r], bit = 0;
		uint32_t unit = f->unit_of_row[r];
		f->fixed_of_unit[unit] =
		    m->fixed[r] && (f->rows_of_unit[unit] == 0 || f->fixed_of_unit[unit]);
		f->rows_of_unit[unit]++;
		for (uint32_t k = 0; k < list; k++)
			bit += t->lists[k].sole;
		if (t->lists[list].sole)
			f->sole_of_unit[unit] = UINT64_C(1) << bit;
	}
}

static void
said_make(struct fields *f, const struct link_question *q)
{
	struct field_said *said = ARENA_ARRAY(f->a, struct field_said, q->n_verdicts);

	for (size_t i = 0; i < q->n_verdicts; i++) {
		const struct link_verdict *v = &q->verdicts[i];
		said[i] = (struct field_said){f->unit_of_row[v->x], f->unit_of_row[v->y], v->same};
	}
	f->said = said;
	f->n_said = q->n_verdicts;
}

double
field_pairs(const struct fields *f, size_t n)
{
	double of_list[LINK_SOLES] = {0}, possible = (double)n * ((double)n - 1) / 2;

	for (size_t u = 0; u < f->units; u++) {
		if (f->sole_of_unit[u] != 0)
			of_list[__builtin_ctzll(f->sole_of_unit[u])]++;
	}
	for (size_t i = 0; i < LINK_SOLES; i++)
		possible -= of_list[i] * (of_list[i] - 1) / 2;
	return possible;
}

/* Do few enough of a list say the same to tell people apart by it? */
static bool
tells_apart(const struct draft *d, size_t rows, size_t lists)
{
	size_t filled = 0;

	if (wording_is_part(d->kind) || d->kind == LINK_IDENTIFIER || d->kind == LINK_EMAIL)
		return true;
	if (d->kind != LINK_WORDS && d->kind != LINK_CODE)
		return false;
	for (size_t r = 0; r < rows; r++)
		filled += d->of_row[r] != 0;
	return intern_count(d->texts) * lists * ALIKE >= filled;
}

/* Lists that share no such field with another. */
static const bool *
lists_apart(const struct making *m)
{
	size_t n = m->t->n_lists;
	bool *apart = ARENA_ARRAY(m->a, bool, n);

	for (size_t i = 0; i < n; i++)
		apart[i] = n > 1 && m->t->lists[i].rows > 0;
	for (size_t d = 0; d < m->count; d++) {
		size_t have = 0;
		for (size_t i = 0; i < n; i++)
			have += m->drafts[d].lists[i];
		bool shared = have > 1 && tells_apart(&m->drafts[d], m->t->rows, have);
		for (size_t i = 0; shared && i < n; i++)
			apart[i] = apart[i] && !m->drafts[d].lists[i];
	}
	return apart;
}

static const size_t *
lists_end(struct arena *a, const struct table *t)
{
	size_t *ends = ARENA_ARRAY(a, size_t, t->n_lists), row = 0;

	for (size_t i = 0; i < t->n_lists; i++)
		ends[i] = row += t->lists[i].rows;
	return ends;
}

struct str
field_name(const struct fields *f, size_t i, size_t row)
{
	size_t list = 0;

	while (f->ends[list] <= row)
		list++;
	return f->at[i].names[list].n > 0 ? f->at[i].names[list] : f->at[i].name;
}

struct fields *
field_all(struct arena *a, struct table *t, const struct link_question *q)
{
	struct fields *f = ARENA_NEW(a, struct fields);
	struct arena *own = arena_new();
	struct making m = {.a = a,
	    .own = own,
	    .t = t,
	    .wording = wording_new(t, q->share),
	    .fixed = ARENA_ARRAY(own, bool, t->rows),
	    .left = ARENA_ARRAY(a, bool, t->n_columns)};

	*f = (struct fields){
	    .a = a, .share = q->share, .room = q->room, .words = intern_new(a), .rows = t->rows};
	f->at = ARENA_ARRAY(a, struct field, LINK_FIELDS);
	f->unit_of_row = ARENA_ARRAY(a, uint32_t, t->rows);
	f->ends = lists_end(a, t);
	drafts_make(&m);
	f->left = m.left;
	f->apart = lists_apart(&m);
	drafts_complete(&m);
	names_complete(&m);
	sexes_quiet(&m);
	wording_free(m.wording);
	fields_make(f, &m);
	units_make(f, &m, q);
	said_make(f, q);
	arena_free(own);
	return f;
}
