#include "domain/find/ask.h"

#include <string.h>

#include "domain/find/find_sql.h"
#include "kit/db/db.h"

#define RANKED 256 /* texts that are put in order by how well they fit */

int
find_universe(struct find_asking *q, const struct find_block *block, uint64_t *set, struct err *e)
{
	size_t words = FIND_SET_WORDS(block->size);

	memset(set, 0, words * sizeof(*set));
	if (q->asked->viewer.role != VIEWER_TEAM) {
		const char shown = FIND_SHOWN;
		return find_block_or(q->db, block, (struct str){&shown, 1}, false, set, e);
	}
	for (size_t i = 0; i < block->count / 64; i++)
		set[i] = ~UINT64_C(0);
	for (size_t i = block->count / 64 * 64; i < block->count; i++)
		find_set_add(set, i);
	return 0;
}

struct among {
	const struct find_terms *terms;
	char letter;
	uint64_t *set;
	size_t words;
};

static int
take_among(void *arg, struct str value, struct str packed, struct err *e)
{
	const struct among *among = arg;

	(void)e;
	if (find_terms_get(among->terms, among->letter, value) != NULL)
		find_set_or(among->set, among->words, packed);
	return 0;
}

/* The texts of a run that a test names, into all; into exact without those by stem. */
static int
test_run(struct find_asking *q, const struct find_test *t, const struct find_seen *s, uint64_t *all,
    uint64_t *exact, struct err *e)
{
	memset(all, 0, s->words * sizeof(*all));
	memset(exact, 0, s->words * sizeof(*exact));
	if (t->among != NULL) {
		char letter = t->leaves[0].term.p[0];
		struct among among = {t->among, letter, exact, s->words};
		if (find_block_each(
			q->db, s->block, (struct str){&letter, 1}, take_among, &among, e) < 0)
			return -1;
	}
	for (size_t i = 0; t->among == NULL && i < t->n_leaves; i++)
		if (find_block_or(q->db, s->block, t->leaves[i].term, t->leaves[i].begins,
			t->leaves[i].stem ? all : exact, e) < 0)
			return -1;
	for (size_t i = 0; i < s->words; i++)
		all[i] |= exact[i];
	return 0;
}

static void
narrow(uint64_t *set, const uint64_t *by, size_t words, bool without)
{
	for (size_t i = 0; i < words; i++)
		set[i] &= without ? ~by[i] : by[i];
}

static int
find_in_run(struct find_asking *q, struct find_seen *s, struct err *e)
{
	uint64_t all[FIND_SET_WORDS(FIND_SET_MOST)], exact[FIND_SET_WORDS(FIND_SET_MOST)];

	if (find_universe(q, s->block, s->found, e) < 0)
		return -1;
	memcpy(s->exact, s->found, s->words * sizeof(*s->found));
	for (size_t i = 0; i < q->n_tests; i++) {
		struct find_test *t = &q->tests[i];
		if (t->phrase)
			continue;
		if (test_run(q, t, s, all, exact, e) < 0)
			return -1;
		t->texts += (int64_t)find_set_count(all, s->words);
		narrow(s->found, all, s->words, t->without);
		narrow(s->exact, t->without ? all : exact, s->words, t->without);
	}
	return 0;
}

static int64_t
count_found(struct find_asking *q)
{
	int64_t total = 0;

	for (size_t i = 0; i < q->count; i++) {
		q->seen[i].total = find_set_count(q->seen[i].found, q->seen[i].words);
		total += (int64_t)q->seen[i].total;
	}
	return total;
}

/* Takes up to most texts, the newest of those with every word as it was typed first. */
static int
take_best(struct find_asking *q, struct find_head *texts, size_t most, size_t *count, struct err *e)
{
	*count = 0;
	for (int pass = 0; pass < 2; pass++) {
		struct find_hits hits;
		struct find_seen *of;
		int more = 0;

		if (find_hits_begin(&hits, q, pass == 0, e) < 0)
			return -1;
		while (
		    *count < most && (more = find_hits_next(&hits, &texts[*count], &of, e)) > 0) {
			size_t number = (size_t)texts[(*count)++].number;
			find_set_drop(of->found, number);
			find_set_drop(of->exact, number);
		}
		if (more < 0)
			return -1;
	}
	return 0;
}

static int
take_newest(
    struct find_asking *q, struct find_head *texts, size_t most, size_t *count, struct err *e)
{
	struct find_hits hits;
	struct find_seen *of;
	int more = 0;

	if (find_hits_begin(&hits, q, false, e) < 0)
		return -1;
	while (*count < most && (more = find_hits_next(&hits, &texts[*count], &of, e)) > 0)
		(*count)++;
	return more < 0 ? -1 : 0;
}

static bool
has_words(const struct find_asking *q)
{
	for (size_t i = 0; i < q->n_tests; i++)
		if (!q->tests[i].without && q->tests[i].words.count > 0)
			return true;
	return false;
}

static int
put_in_order(struct find_asking *q, int64_t total, struct find_answer *out, struct err *e)
{
	const struct find_asked *asked = q->asked;
	bool ranked = asked->order == FIND_BEST && has_words(q);
	size_t all = (size_t)total, count = 0, best = ranked ? RANKED : 0;
	size_t end =
	    asked->from >= all || asked->most > all - asked->from ? all : asked->from + asked->most;

	best = best < all ? best : all;
	struct find_head *texts = ARENA_ARRAY(q->a, struct find_head, end > best ? end : best);
	if (take_best(q, texts, best, &count, e) < 0 || find_rank(q, texts, count, e) < 0 ||
	    take_newest(q, texts, end, &count, e) < 0)
		return -1;
	size_t from = asked->from < end ? asked->from : end;
	struct str *ids = ARENA_ARRAY(q->a, struct str, end - from);
	for (size_t i = from; i < end; i++)
		ids[i - from] = texts[i].id;
	out->ids = ids;
	out->count = end - from;
	return 0;
}

static int
begin(struct find_asking *q, struct err *e)
{
	struct find_blocks blocks;

	if (find_blocks(q->db, q->a, &blocks, e) < 0)
		return -1;
	q->seen = ARENA_ARRAY(q->a, struct find_seen, blocks.count);
	q->count = blocks.count;
	for (size_t i = 0; i < blocks.count; i++) {
		struct find_seen *s = &q->seen[i];
		s->block = &blocks.at[i];
		s->words = FIND_SET_WORDS(s->block->size);
		s->found = ARENA_ARRAY(q->a, uint64_t, s->words);
		s->exact = ARENA_ARRAY(q->a, uint64_t, s->words);
	}
	return 0;
}

static int
ask(struct find_asking *q, struct find_answer *out, struct err *e)
{
	struct find_answer answer = {.facets = NULL};
	struct find_query query;

	if (find_query_read(q->a, q->asked->query, &query, e) < 0 || begin(q, e) < 0 ||
	    find_resolve(q, &query, e) < 0)
		return -1;
	for (size_t i = 0; i < q->count; i++)
		if (find_in_run(q, &q->seen[i], e) < 0)
			return -1;
	if (find_phrases(q, e) < 0)
		return -1;
	answer.total = count_found(q);
	answer.at_least = q->cut;
	if ((q->asked->count && find_facets(q, &answer, e) < 0) ||
	    put_in_order(q, answer.total, &answer, e) < 0)
		return -1;
	*out = answer;
	return 0;
}

int
find_ask(struct db *db, struct arena *a, const struct vocab *vocab, const struct find_asked *asked,
    struct find_answer *out, struct err *e)
{
	struct find_asking q = {.db = db, .a = a, .vocab = vocab, .asked = asked};
	struct sql_find_hold hold;

	/* While a row is held, all that is asked in between sees the same index. */
	if (sql_find_hold_start(&hold, db, e) < 0 || sql_find_hold_step(&hold, e) < 0)
		return -1;
	int r = ask(&q, out, e);
	sql_find_hold_end(&hold);
	return r;
}
