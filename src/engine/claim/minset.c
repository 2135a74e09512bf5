#include "engine/claim/minset.h"

#include <assert.h>

#define LOOKS 16       /* words of sets taken away, for one of work */
#define SLOTS_FIRST 64 /* a power of two, as all later sizes */

struct search {
	struct arena *a;
	const struct minset_question *q;
	size_t words;
	struct minset found;
	size_t found_capacity;
	uint64_t **open; /* sets of elements taken away, first in first out */
	size_t open_count, open_done, open_capacity;
	size_t *slots; /* the index in open plus one, or 0; found by hash */
	size_t slot_count;
	uint64_t *more;  /* one set being made */
	size_t looked;   /* words of sets looked at since work was last taken */
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
is_held(const struct search *s, const uint64_t *gone)
{
	for (size_t i = 0; i < s->held_count; i++)
		if (bits_inside(s->held[i], gone, s->words))
			return true;
	return false;
}

static size_t
hash(const uint64_t *set, size_t words)
{
	uint64_t h = 0;

	for (size_t w = 0; w < words; w++) {
		h = (h ^ set[w]) * UINT64_C(0x9e3779b97f4a7c15);
		h ^= h >> 32;
	}
	return (size_t)h;
}

/* The slot that holds this set, or the empty one where it belongs. */
static size_t *
slot_of(const struct search *s, const uint64_t *set)
{
	size_t i = hash(set, s->words) & (s->slot_count - 1);

	assert(s->open != NULL || s->slots[i] == 0);
	while (s->slots[i] != 0 && !bits_equal(s->open[s->slots[i] - 1], set, s->words))
		i = (i + 1) & (s->slot_count - 1);
	return &s->slots[i];
}

/* At most half of the slots are taken. */
static void
grow_slots(struct search *s)
{
	s->slot_count = s->slot_count == 0 ? SLOTS_FIRST : 2 * s->slot_count;
	s->slots = ARENA_ARRAY(s->a, size_t, s->slot_count);
	for (size_t i = 0; i < s->open_count; i++)
		*slot_of(s, s->open[i]) = i + 1;
}

/* Opens a set of elements to take away, unless it was opened before. */
static void
open_once(struct search *s, const uint64_t *gone)
{
	if (2 * s->open_count >= s->slot_count)
		grow_slots(s);
	size_t *slot = slot_of(s, gone);
	if (*slot != 0)
		return;
	uint64_t *copy = bits_new(s->a, s->words);
	bits_copy(copy, gone, s->words);
	push(s->a, &s->open, &s->open_count, &s->open_capacity, copy);
	*slot = s->open_count;
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
	bits_copy(s->more, gone, s->words);
	for (size_t i = bits_next(set, s->words, 0); i < BITS_END(s->words);
	     i = bits_next(set, s->words, i + 1)) {
		bits_add(s->more, i);
		open_once(s, s->more);
		bits_drop(s->more, i);
	}
}

/* What is left by a set found before asks nothing, and still takes time. */
static void
charge(struct search *s)
{
	s->looked += s->words;
	*s->q->left -= (int64_t)(s->looked / LOOKS);
	s->looked %= LOOKS;
}

struct minset
minset_all(struct arena *a, const struct minset_question *q)
{
	struct search s = {.a = a, .q = q, .words = BITS_WORDS(q->count)};

	s.more = bits_new(a, s.words);
	open_once(&s, s.more);
	while (s.open_done < s.open_count) {
		if (s.found.count >= q->most || *q->left <= 0) {
			s.found.capped = true;
			break;
		}
		uint64_t *gone = s.open[s.open_done++];
		charge(&s);
		if (is_held(&s, gone))
			continue;
		const uint64_t *set = find(&s, gone);
		if (set == NULL)
			push(a, &s.held, &s.held_count, &s.held_capacity, gone);
		else
			branch(&s, gone, set);
	}
	return s.found;
}
