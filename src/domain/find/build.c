#include <assert.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "domain/find/days.h"
#include "domain/find/find_sql.h"
#include "domain/find/internal.h"
#include "kit/db/db.h"

#define MANY 64        /* terms that begin alike: their numbers are kept together as well */
#define BEGIN_BYTES 64 /* longest such beginning */

struct str
find_type_of(char letter)
{
	static const struct {
		char letter;
		struct str type;
	} types[] = {{'c', STR_INIT("claim")}, {'r', STR_INIT("record")}, {'s', STR_INIT("source")},
	    {'t', STR_INIT("statement")}};

	for (size_t i = 0; i < LENGTH(types); i++)
		if (types[i].letter == letter)
			return types[i].type;
	return STR("");
}

/* The last root that was asked for: texts of one stand together. */
struct known {
	struct str id, kind, confidentiality;
	bool orphan;
};

struct builder {
	struct db *db;
	struct arena *a;
	struct find_terms terms;
	struct known source, record;
	bool kept; /* the terms go to the tables */
};

static int
learn(struct builder *b, struct known *known, struct str id, struct err *e)
{
	struct sql_find_root_get_row row;

	if (known->id.n > 0 && str_eq(known->id, id))
		return 0;
	int found = sql_find_root_get_one(b->db, id, b->a, &row, e);
	if (found < 0)
		return -1;
	*known = (struct known){id, found > 0 ? row.kind : STR(""),
	    found > 0 ? row.confidentiality : STR(""), found == 0};
	return known->orphan && b->kept ? sql_find_orphan_add(b->db, id, e) : 0;
}

static void
add(struct builder *b, enum find_filter filter, struct str value, uint16_t number)
{
	if (value.n > 0)
		find_terms_add(&b->terms, find_filter_letter(filter), value, number);
}

static void
add_words(struct builder *b, struct str words, uint16_t number)
{
	for (struct str rest = words; rest.n > 0;) {
		struct str token = str_cut(&rest, ' ');
		struct str word = str_sub(token, 0, str_find(token, '/'));
		struct str stem = str_sub(token, word.n + 1, token.n);
		if (word.n == 0 || word.p[0] == '.')
			continue;
		find_terms_add(&b->terms, FIND_WORD, word, number);
		if (word.n < token.n)
			find_terms_add(&b->terms, FIND_STEM, stem.n > 0 ? stem : word, number);
	}
}

static bool
add_days(struct builder *b, struct str date, uint16_t number)
{
	struct date_set set;
	struct err ignored;

	if (find_days_read(b->a, date, &set, &ignored) < 0)
		return false;
	struct find_units units = find_units_of(b->a, &set);
	for (size_t i = 0; i < units.count; i++) {
		struct str unit = units.at[i];
		find_terms_add(&b->terms, find_filter_letter(FIND_DATE), unit, number);
		find_terms_add(&b->terms, FIND_YEAR, str_sub(unit, 0, FIND_YEAR_BYTES), number);
		if (unit.n >= FIND_MONTH_BYTES)
			find_terms_add(
			    &b->terms, FIND_MONTH, str_sub(unit, 0, FIND_MONTH_BYTES), number);
	}
	return true;
}

static void
add_mark(struct builder *b, struct str mark, uint16_t number)
{
	struct str value = str_sub(mark, 1, mark.n);

	if (mark.p[0] == find_filter_letter(FIND_DATE)) {
		if (add_days(b, value, number))
			add(b, FIND_HAS, STR("date"), number);
		return;
	}
	if (mark.p[0] == find_filter_letter(FIND_LANG)) {
		value = str_sub(value, 0, str_find(value, '-'));
		add(b, FIND_HAS, STR("lang"), number);
	}
	if (mark.p[0] == find_filter_letter(FIND_PLACE))
		add(b, FIND_HAS, STR("place"), number);
	find_terms_add(&b->terms, mark.p[0], value, number);
}

static int
add_roots(struct builder *b, const struct sql_find_docs_row *doc, uint16_t number, struct err *e)
{
	bool open = true;
	struct str whom = doc->confidentiality;

	if (doc->record.n > 0 && learn(b, &b->record, doc->record, e) < 0)
		return -1;
	if (doc->source.n > 0 && learn(b, &b->source, doc->source, e) < 0)
		return -1;
	add(b, FIND_RECORD, doc->record, number);
	if (doc->record.n > 0)
		add(b, FIND_KIND, b->record.kind, number);
	if (doc->source.n > 0) {
		add(b, FIND_SOURCE, doc->source, number);
		add(b, FIND_SOURCE_KIND, b->source.kind, number);
		add(b, FIND_HAS, STR("source"), number);
		open = str_eq(b->source.confidentiality, STR("public"));
		if (whom.n == 0)
			find_terms_add(&b->terms, FIND_FOLLOWS, STR(""), number);
		whom = whom.n > 0 ? whom : b->source.confidentiality;
	}
	add(b, FIND_CONFIDENTIALITY, whom, number);
	bool free = str_eq(doc->confidentiality, STR("public")) ||
	    (doc->confidentiality.n == 0 && doc->source.n > 0);
	if (free)
		find_terms_add(&b->terms, FIND_FREE, STR(""), number);
	if (free && open)
		find_terms_add(&b->terms, FIND_SHOWN, STR(""), number);
	return 0;
}

static int
add_doc(struct builder *b, const struct sql_find_docs_row *doc, uint16_t number, struct err *e)
{
	add(b, FIND_TYPE, find_type_of(doc->id.p[0]), number);
	add_words(b, doc->words, number);
	for (struct str rest = doc->marks; rest.n > 0;)
		add_mark(b, str_cut(&rest, '\n'), number);
	return add_roots(b, doc, number, e);
}

static int
by_age(const void *a, const void *b)
{
	const struct sql_find_docs_row *x = a, *y = b;
	int order = str_cmp(x->at, y->at);

	return order != 0 ? order : str_cmp(x->id, y->id);
}

/* Rows come as they were put, which is mostly by age already. */
static void
sort_by_age(struct sql_find_docs_rows docs)
{
	size_t at = 1;

	while (at < docs.count && by_age(&docs.at[at - 1], &docs.at[at]) <= 0)
		at++;
	if (at < docs.count)
		qsort(docs.at, docs.count, sizeof(*docs.at), by_age);
}

/* Reads the texts of a run by age; *places as find_block.places. */
static int
read_run(struct builder *b, int64_t first, size_t count, struct str *places, struct err *e)
{
	struct sql_find_docs_rows docs;
	bool moved = false;

	if (sql_find_docs_all(b->db, first, first + (int64_t)count - 1, b->a, &docs, e) < 0)
		return -1;
	assert(docs.count == count && count <= FIND_SET_MOST);
	sort_by_age(docs);
	uint16_t *rows = ARENA_ARRAY(b->a, uint16_t, count);
	for (size_t i = 0; i < count; i++) {
		rows[i] = (uint16_t)(docs.at[i].n - first);
		moved = moved || rows[i] != i;
		if (add_doc(b, &docs.at[i], (uint16_t)i, e) < 0)
			return -1;
	}
	*places = moved ? (struct str){(const char *)rows, count * sizeof(*rows)} : STR("");
	return 0;
}

/* Writes the terms of one run, in order. */
struct writer {
	struct db *db;
	struct arena *a;
	int64_t first;
	size_t words;
	const struct find_term *terms;
};

static int
write_term(const struct writer *w, const struct find_term *term, struct err *e)
{
	const struct sql_find_post_put_in in = {w->first, term->text, term->packed};

	return sql_find_post_put(w->db, &in, e);
}

/* The numbers of all terms from low to high, which begin alike. */
static int
write_together(const struct writer *w, size_t low, size_t high, size_t bytes, struct err *e)
{
	uint64_t set[FIND_SET_WORDS(FIND_SET_MOST)] = {0};
	struct str begin = str_sub(w->terms[low].text, 0, bytes);

	for (size_t i = low; i < high; i++)
		for (size_t k = 0; k < w->terms[i].count; k++)
			find_set_add(set, w->terms[i].numbers[k]);
	const struct sql_find_post_put_in in = {w->first,
	    arena_fmt(w->a, "%.*s%c", STR_ARG(begin), FIND_ANY),
	    find_set_pack(w->a, set, w->words)};
	return sql_find_post_put(w->db, &in, e);
}

/* Where those end that go on with the same character behind the first bytes. */
static size_t
alike_end(const struct writer *w, size_t low, size_t high, size_t bytes, size_t *next)
{
	struct str text = w->terms[low].text;
	size_t end = low;

	*next = bytes;
	(void)utf8_next(text, next);
	while (end < high && str_starts(w->terms[end].text, str_sub(text, 0, *next)))
		end++;
	return end;
}

/* Terms from low to high, which begin with the same bytes; where they are many, also together. */
static int
write_alike(const struct writer *w, size_t low, size_t high, size_t bytes, struct err *e)
{
	if (high - low < MANY || bytes > BEGIN_BYTES) {
		for (size_t i = low; i < high; i++)
			if (write_term(w, &w->terms[i], e) < 0)
				return -1;
		return 0;
	}
	if (bytes > 1 && write_together(w, low, high, bytes, e) < 0)
		return -1;
	if (w->terms[low].text.n == bytes && write_term(w, &w->terms[low++], e) < 0)
		return -1;
	for (size_t end, next; low < high; low = end) {
		end = alike_end(w, low, high, bytes, &next);
		if (write_alike(w, low, end, next, e) < 0)
			return -1;
	}
	return 0;
}

static int
write_run(const struct writer *w, size_t count, struct err *e)
{
	for (size_t low = 0, end; low < count; low = end) {
		char letter = w->terms[low].text.p[0];
		for (end = low; end < count && w->terms[end].text.p[0] == letter;)
			end++;
		for (size_t i = low; letter != FIND_WORD && i < end; i++)
			if (write_term(w, &w->terms[i], e) < 0)
				return -1;
		if (letter == FIND_WORD && write_alike(w, low, end, 1, e) < 0)
			return -1;
	}
	return 0;
}

/* Indexes a run, in place of the smaller ones in it. */
static int
build_run(struct builder *b, int64_t first, size_t size, struct err *e)
{
	int64_t last = first + (int64_t)size - 1;
	struct str places;

	if (sql_find_block_drop(b->db, first, last, e) < 0 ||
	    sql_find_post_drop(b->db, first, last, e) < 0 ||
	    read_run(b, first, size, &places, e) < 0)
		return -1;
	find_terms_pack(&b->terms, FIND_SET_WORDS(size));
	find_terms_sort(&b->terms);
	const struct sql_find_block_add_in in = {first, (int64_t)size, places};
	const struct writer w = {b->db, b->a, first, FIND_SET_WORDS(size), b->terms.all};
	return sql_find_block_add(b->db, &in, e) < 0 ? -1 : write_run(&w, b->terms.count, e);
}

static int
build(struct db *db, int64_t first, size_t size, struct err *e)
{
	struct builder b = {.db = db, .a = arena_new(), .kept = true};

	b.terms.a = b.a;
	b.source.id = b.record.id = STR("");
	int r = build_run(&b, first, size, e);
	arena_free(b.a);
	return r;
}

/* The largest run that count rows fill. */
static size_t
size_for(int64_t count)
{
	size_t size = FIND_SET_MOST;

	while ((int64_t)size > count)
		size /= FIND_SET_STEP;
	return size;
}

static int
finish(struct db *db, struct arena *a, struct err *e)
{
	struct sql_find_doc_last_row last;
	struct sql_find_blocks_rows blocks;
	size_t at = 0;

	if (sql_find_doc_last_one(db, a, &last, e) < 0 ||
	    sql_find_blocks_all(db, a, &blocks, e) < 0)
		return -1;
	for (int64_t done = 0; last.n - done >= FIND_SET_LEAST;) {
		size_t size = size_for(last.n - done);
		bool there = at < blocks.count && (size_t)blocks.at[at].size == size;
		if (!there && build(db, done + 1, size, e) < 0)
			return -1;
		at = there ? at + 1 : blocks.count;
		done += (int64_t)size;
	}
	return 0;
}

int
find_finish(struct db *db, struct err *e)
{
	struct arena *a = arena_new();
	int r = finish(db, a, e);

	arena_free(a);
	return r;
}

static int
newest(struct db *db, struct arena *a, struct find_block *block, struct err *e)
{
	struct find_terms *terms = ARENA_NEW(a, struct find_terms);
	struct builder b = {.db = db, .a = a};

	b.terms.a = a;
	b.source.id = b.record.id = STR("");
	if (read_run(&b, block->first, block->count, &block->places, e) < 0)
		return -1;
	find_terms_pack(&b.terms, FIND_SET_WORDS(block->size));
	*terms = b.terms;
	block->terms = terms;
	block->placed = true;
	return 0;
}

int
find_blocks(struct db *db, struct arena *a, struct find_blocks *out, struct err *e)
{
	struct sql_find_blocks_rows rows;
	struct sql_find_doc_last_row last;
	int64_t done = 0;

	if (sql_find_blocks_all(db, a, &rows, e) < 0 || sql_find_doc_last_one(db, a, &last, e) < 0)
		return -1;
	struct find_block *all = ARENA_ARRAY(a, struct find_block, rows.count + 1);
	size_t count = rows.count;
	for (size_t i = 0; i < count; i++) {
		size_t size = (size_t)rows.at[i].size;
		all[i] = (struct find_block){
		    .first = rows.at[i].first, .size = size, .count = size, .places = STR("")};
		done += (int64_t)size;
	}
	if (done < last.n) {
		struct find_block *block = &all[count++];
		*block = (struct find_block){
		    .first = done + 1, .size = FIND_SET_LEAST, .count = (size_t)(last.n - done)};
		assert(block->count <= block->size);
		if (newest(db, a, block, e) < 0)
			return -1;
	}
	*out = (struct find_blocks){all, count};
	return 0;
}
