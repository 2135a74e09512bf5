#include "engine/claim/minset.h"

struct search {
	struct arena *a;
	const struct minset_question *q;
	size_t words;
	struct minset found;
	size_t found_capacity;
	uint64_t **open; /* sets of elements taken away, first in first out */
	size_t open_count, open_done, open_capacity;
	uint64_t **held; /* taken away, what is left holds */
	size_t held_count, held_capacity;
};

static void
push(struct arena *a, uint64_t ***sets, size_t *count, size_t *capacity, uint64_t *set)
{
	*sets = arena_grow(a, *sets, *count, capacity, sizeof(**sets));
	(*sets)[(*count)++] = set;
}

static bool
ask(struct search *s, const uint64_t *active, uint64_t *core)
{
	return s->q->fails(s->q->context, active, core);
}

/* Takes members away in order while the rest still fails. */
static void
shrink(struct search *s, uint64_t *set)
{
	uint64_t *rest = bits_new(s->a, s->words), *core = bits_new(s->a, s->words);

	for (size_t i = 0; i < s->q->count; i++) {
		if (!bits_has(set, i))
			continue;
		bits_copy(rest, set, s->words);
		bits_drop(rest, i);
		if (ask(s, rest, core))
			bits_copy(set, core, s->words);
	}
}

static bool
is_known(uint64_t *const *sets, size_t count, const uint64_t *gone, size_t words, bool exactly)
{
	for (size_t i = 0; i < count; i++)
		if (exactly ? bits_equal(sets[i], gone, words) : bits_inside(sets[i], gone, words))
			return true;
	return false;
}

static uint64_t *
find(struct search *s, const uint64_t *gone)
{
	for (size_t i = 0; i < s->found.count; i++)
		if (!bits_meet(s->found.sets[i], gone, s->words))
			return s->found.sets[i];

	uint64_t *left = bits_new(s->a, s->words), *set = bits_new(s->a, s->words);
	for (size_t i = 0; i < s->q->count; i++)
		if (!bits_has(gone, i))
			bits_add(left, i);
	if (!ask(s, left, set))
		return NULL;
	shrink(s, set);
	push(s->a, &s->found.sets, &s->found.count, &s->found_capacity, set);
	return set;
}

static void
branch(struct search *s, const uint64_t *gone, const uint64_t *set)
{
	for (size_t i = bits_next(set, s->words, 0); i < BITS_END(s->words);
	     i = bits_next(set, s->words, i + 1)) {
		uint64_t *more = bits_new(s->a, s->words);
		bits_copy(more, gone, s->words);
		bits_add(more, i);
		if (!is_known(s->open, s->open_count, more, s->words, true))
			push(s->a, &s->open, &s->open_count, &s->open_capacity, more);
	}
}

struct minset
minset_all(struct arena *a, const struct minset_question *q)
{
	struct search s = {.a = a, .q = q, .words = BITS_WORDS(q->count)};

	push(a, &s.open, &s.open_count, &s.open_capacity, bits_new(a, s.words));
	while (s.open_done < s.open_count) {
		if (s.found.count >= q->most || *q->left <= 0) {
			s.found.capped = true;
			break;
		}
		uint64_t *gone = s.open[s.open_done++];
		if (is_known(s.held, s.held_count, gone, s.words, false))
			continue;
		const uint64_t *set = find(&s, gone);
		if (set == NULL)
			push(a, &s.held, &s.held_count, &s.held_capacity, gone);
		else
			branch(&s, gone, set);
	}
	return s.found;
}
