#include "domain/person/internal.h"

#define DOUBTS 2000 /* pairs that are looked at for those of which nobody said anything */

struct person_review {
	struct arena *a;
	struct person_world world;
	struct link_result result;
};

int
person_review_open(
    const struct person_reader *reader, struct str event, struct person_review **out, struct err *e)
{
	struct person_review *r = ARENA_NEW(reader->arena, struct person_review);

	r->a = reader->arena;
	if (person_world_read(reader, event, &r->world, e) < 0)
		return -1;
	const struct link_question q = {.lists = r->world.tables,
	    .n_lists = r->world.n_lists,
	    .said = r->world.columns,
	    .n_said = r->world.n_columns,
	    .verdicts = r->world.verdicts,
	    .n_verdicts = r->world.n_verdicts,
	    .share = reader->share};
	if (link_rows(r->a, &q, &r->result, e) < 0)
		return -1;
	*out = r;
	return 0;
}

static struct str
said_of(const struct person_world *w, size_t x, size_t y)
{
	for (size_t i = 0; i < w->n_said; i++) {
		const struct person_said *s = &w->said[i];
		if ((s->x == x && s->y == y) || (s->x == y && s->y == x))
			return s->said;
	}
	return STR("");
}

static struct person_pair
pair_of(const struct person_review *r, size_t x, size_t y)
{
	struct link_why why = link_why(r->a, &r->result, x, y);

	return (struct person_pair){.x = person_world_seen(&r->world, x),
	    .y = person_world_seen(&r->world, y),
	    .said = said_of(&r->world, x, y),
	    .joined = r->result.cluster[x] == r->result.cluster[y],
	    .odds = why.total,
	    .why = why};
}

/* The one whose list's name comes first stands first: ids say nothing to people. */
static bool
is_before(const struct person_world *w, size_t x, size_t y)
{
	int order = str_cmp(w->lists[w->list_of[x]].name, w->lists[w->list_of[y]].name);

	return order < 0 || (order == 0 && w->lines[x] < w->lines[y]);
}

const struct person_pair *
person_review_doubts(struct person_review *review, size_t *n)
{
	size_t all = DOUBTS, kept = 0;
	const struct link_doubt *doubts = link_doubts(review->a, &review->result, &all);
	struct person_pair *pairs = ARENA_ARRAY(review->a, struct person_pair, all);

	for (size_t i = 0; i < all && kept < *n; i++) {
		const struct link_doubt *d = &doubts[i];
		if (said_of(&review->world, d->x, d->y).n > 0)
			continue;
		bool as_is = is_before(&review->world, d->x, d->y);
		pairs[kept] = pair_of(review, as_is ? d->x : d->y, as_is ? d->y : d->x);
		pairs[kept].joined = d->joined;
		pairs[kept++].odds = d->odds;
	}
	*n = kept;
	return pairs;
}

int
person_review_pair(struct person_review *review, const struct person_seen *x,
    const struct person_seen *y, struct person_pair *out, struct err *e)
{
	const struct person_world *w = &review->world;
	size_t first = person_world_row(w, x->list_id, x->line);
	size_t second = person_world_row(w, y->list_id, y->line);

	if (first == SIZE_MAX || second == SIZE_MAX)
		return err_fail(e, ERR_INPUT, STR("people.not_linked"),
		    person_seen_name(review->a, first == SIZE_MAX ? x : y));
	if (first == second)
		return err_fail(e, ERR_INPUT, STR("people.self"));
	*out = pair_of(review, first, second);
	return 0;
}

int
person_review_sample(
    struct person_review *review, uint64_t seed, struct person_count *out, struct err *e)
{
	const struct person_world *w = &review->world;
	struct arena *a = review->a;
	uint32_t *cluster = ARENA_ARRAY(a, uint32_t, w->rows);
	struct str *names = ARENA_ARRAY(a, struct str, w->n_lists);

	if (w->n_lists > PERSON_LISTS)
		return err_fail(e, ERR_LIMIT, STR("people.many_lists"), STR_INT(PERSON_LISTS));
	size_t n = link_sample(&review->result, seed, cluster);
	struct person_cell *cells = ARENA_ARRAY(a, struct person_cell, n);
	for (size_t i = 0; i < w->n_lists; i++)
		names[i] = w->lists[i].name;
	for (size_t i = 0; i < n; i++)
		cells[i].people = 1;
	for (size_t r = 0; r < w->rows; r++)
		cells[cluster[r]].set |= UINT32_C(1) << w->list_of[r];
	*out = (struct person_count){.linkage = {.id = STR("")},
	    .persons = (int64_t)n,
	    .lists = names,
	    .n_lists = w->n_lists,
	    .cells = cells,
	    .n_cells = person_cells_add_up(cells, n)};
	return 0;
}
