#include "domain/find/ask.h"
#include "domain/find/find_sql.h"
#include "kit/db/db.h"

static uint64_t *
set_of(const struct find_hits *h, size_t run)
{
	return h->exact ? h->q->seen[run].exact : h->q->seen[run].found;
}

/* The next older text of a run becomes its head. */
static int
advance(struct find_hits *h, size_t run, struct err *e)
{
	struct find_head *head = &h->heads[run];
	struct sql_find_doc_key_row row;
	struct arena *a = h->q->a;

	head->number = find_set_below(set_of(h, run), head->number);
	if (head->number < 0)
		return 0;
	if (find_block_row(h->q->db, a, h->q->seen[run].block, (size_t)head->number, &head->n, e) <
		0 ||
	    sql_find_doc_key_one(h->q->db, head->n, a, &row, e) < 0)
		return -1;
	head->at = row.at;
	head->id = row.id;
	return 0;
}

int
find_hits_begin(struct find_hits *h, struct find_asking *q, bool exact, struct err *e)
{
	h->q = q;
	h->exact = exact;
	h->heads = ARENA_ARRAY(q->a, struct find_head, q->count);
	for (size_t i = 0; i < q->count; i++) {
		h->heads[i].number = (int32_t)q->seen[i].block->size;
		if (advance(h, i, e) < 0)
			return -1;
	}
	return 0;
}

/* By the time it was added, of two at once by id as the texts of a run are. */
static bool
is_newer(const struct find_head *a, const struct find_head *b)
{
	int order = str_cmp(a->at, b->at);

	return order != 0 ? order > 0 : str_cmp(a->id, b->id) > 0;
}

int
find_hits_next(struct find_hits *h, struct find_head *out, struct find_seen **of, struct err *e)
{
	size_t best = h->q->count;

	for (size_t i = 0; i < h->q->count; i++)
		if (h->heads[i].number >= 0 &&
		    (best == h->q->count || is_newer(&h->heads[i], &h->heads[best])))
			best = i;
	if (best == h->q->count)
		return 0;
	*out = h->heads[best];
	*of = &h->q->seen[best];
	return advance(h, best, e) < 0 ? -1 : 1;
}
