#include "engine/link/pattern.h"

#include "engine/link/hash.h"
#include "engine/link/nearby.h"

#define SLOTS_FIRST 1024

struct pattern_set *
pattern_new(struct arena *a, const struct fields *f)
{
	struct pattern_set *s = ARENA_NEW(a, struct pattern_set);

	s->a = a;
	s->n_slots = SLOTS_FIRST;
	s->slots = ARENA_ARRAY(a, uint32_t, s->n_slots);
	for (size_t i = 0; i < f->count; i++)
		s->words |= (uint32_t)(f->at[i].way == FIELD_WAY_WORDS) << i;
	return s;
}

static void
slots_grow(struct pattern_set *s)
{
	s->n_slots *= 2;
	s->slots = ARENA_ARRAY(s->a, uint32_t, s->n_slots);
	for (size_t i = 0; i < s->count; i++) {
		size_t slot = hash_mix(s->at[i].levels) & (s->n_slots - 1);
		while (s->slots[slot] != 0)
			slot = (slot + 1) & (s->n_slots - 1);
		s->slots[slot] = (uint32_t)i + 1;
	}
}

/* A new pattern, which no pair has yet. */
static struct pattern
pattern_of(const struct pattern_set *s, uint64_t levels)
{
	struct pattern p = {.levels = levels};

	for (size_t i = 0; i < LINK_FIELDS; i++) {
		unsigned level = level_of(levels, i);
		p.near |= (uint32_t)(level >= LEVEL_SOUND && level < LEVEL_SOUND + NEAR_LEVELS)
		    << i;
		p.far |= (uint32_t)(level > LEVEL_ALIAS) << i;
	}
	p.near &= s->words;
	p.far &= s->words;
	return p;
}

uint32_t
pattern_number(struct pattern_set *s, uint64_t levels)
{
	size_t slot = hash_mix(levels) & (s->n_slots - 1);

	for (; s->slots[slot] != 0; slot = (slot + 1) & (s->n_slots - 1)) {
		if (s->at[s->slots[slot] - 1].levels == levels)
			return s->slots[slot] - 1;
	}
	s->at = arena_grow(s->a, s->at, s->count, &s->capacity, sizeof(*s->at));
	s->at[s->count] = pattern_of(s, levels);
	s->slots[slot] = (uint32_t)++s->count;
	if (s->count * 2 > s->n_slots)
		slots_grow(s);
	return (uint32_t)s->count - 1;
}
