#include <assert.h>
#include <string.h>

#include "domain/find/find_sql.h"
#include "domain/find/internal.h"
#include "kit/db/db.h"

#define TERM_BYTES (FIND_WORD_BYTES + 2) /* a letter, a word, and what ends its range */
#define LAST ((char)0xff)                /* sorts after every character */

int
find_block_row(struct db *db, struct arena *a, struct find_block *block, size_t number, int64_t *n,
    struct err *e)
{
	struct sql_find_block_places_row row;
	uint16_t place;

	if (!block->placed) {
		int found = sql_find_block_places_one(db, block->first, a, &row, e);
		if (found < 0)
			return -1;
		assert(found > 0);
		block->places = row.places;
		block->placed = true;
	}
	if (block->places.n == 0) {
		*n = block->first + (int64_t)number;
		return 0;
	}
	memcpy(&place, block->places.p + number * sizeof(place), sizeof(place));
	*n = block->first + place;
	return 0;
}

static void
or_newest(const struct find_block *block, struct str term, bool begins, uint64_t *set)
{
	const struct find_term *one =
	    begins ? NULL : find_terms_get(block->terms, term.p[0], str_sub(term, 1, term.n));
	size_t words = FIND_SET_WORDS(block->size);

	if (one != NULL)
		find_set_or(set, words, one->packed);
	for (size_t i = 0; begins && i < block->terms->count; i++)
		if (str_starts(block->terms->all[i].text, term))
			find_set_or(set, words, block->terms->all[i].packed);
}

/* 1 when there is such a term, else 0, or -1. */
static int
or_term(
    struct db *db, const struct find_block *block, struct str term, uint64_t *set, struct err *e)
{
	struct sql_find_post_get q;

	if (sql_find_post_get_start(&q, db, block->first, term, e) < 0)
		return -1;
	int found = sql_find_post_get_step(&q, e);
	if (found > 0) {
		find_set_or(set, FIND_SET_WORDS(block->size), q.row.bits);
		sql_find_post_get_end(&q);
	}
	return found;
}

static int
each_in_table(struct db *db, const struct find_block *block, struct str begin, find_term_fn fn,
    void *arg, struct err *e)
{
	char room[TERM_BYTES];
	struct sql_find_post_range q;
	int more;

	assert(begin.n < sizeof(room));
	memcpy(room, begin.p, begin.n);
	room[begin.n] = LAST;
	const struct sql_find_post_range_in in = {
	    block->first, begin, (struct str){room, begin.n + 1}};
	if (sql_find_post_range_start(&q, db, &in, e) < 0)
		return -1;
	while ((more = sql_find_post_range_step(&q, e)) > 0) {
		if (fn(arg, str_sub(q.row.term, 1, q.row.term.n), q.row.bits, e) < 0) {
			sql_find_post_range_end(&q);
			return -1;
		}
	}
	return more;
}

struct into {
	uint64_t *set;
	size_t words;
};

static int
take(void *arg, struct str value, struct str packed, struct err *e)
{
	struct into *into = arg;

	(void)value;
	(void)e;
	find_set_or(into->set, into->words, packed);
	return 0;
}

static int
or_beginning(
    struct db *db, const struct find_block *block, struct str begin, uint64_t *set, struct err *e)
{
	char room[TERM_BYTES];
	struct into into = {set, FIND_SET_WORDS(block->size)};

	assert(begin.n < sizeof(room));
	memcpy(room, begin.p, begin.n);
	room[begin.n] = FIND_ANY;
	int together = or_term(db, block, (struct str){room, begin.n + 1}, set, e);
	if (together != 0)
		return together < 0 ? -1 : 0;
	return each_in_table(db, block, begin, take, &into, e);
}

int
find_block_or(struct db *db, const struct find_block *block, struct str term, bool begins,
    uint64_t *set, struct err *e)
{
	if (block->terms != NULL) {
		or_newest(block, term, begins, set);
		return 0;
	}
	if (begins)
		return or_beginning(db, block, term, set, e);
	return or_term(db, block, term, set, e) < 0 ? -1 : 0;
}

int
find_block_each(struct db *db, const struct find_block *block, struct str begin, find_term_fn fn,
    void *arg, struct err *e)
{
	if (block->terms == NULL)
		return each_in_table(db, block, begin, fn, arg, e);
	for (size_t i = 0; i < block->terms->count; i++) {
		const struct find_term *term = &block->terms->all[i];
		if (str_starts(term->text, begin) &&
		    fn(arg, str_sub(term->text, 1, term->text.n), term->packed, e) < 0)
			return -1;
	}
	return 0;
}
