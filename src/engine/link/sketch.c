#include "engine/link/sketch.h"

#include <string.h>

#include "engine/link/hash.h"

#define LEAST ((size_t)4) /* least ones that are a band's number together */
#define NUMBERS (SKETCH_BANDS * LEAST)
#define START 1 /* what stands before the first letter of a word, and after its last */
#define END 2

/* The least of all pairs of letters, by as many orders of these. */
struct sketch {
	uint32_t least[NUMBERS];
};

struct sketches {
	const struct fields *f;
	struct sketch *of_value[LINK_FIELDS]; /* of each field; NULL where it has no words */
	uint64_t order[NUMBERS];
};

static void
letters_add(const struct sketches *s, struct sketch *out, unsigned char first, unsigned char second)
{
	uint64_t pair = hash_mix((uint64_t)first << 8 | second);

	for (size_t i = 0; i < NUMBERS; i++) {
		uint32_t place = (uint32_t)(pair * s->order[i] >> 32);
		out->least[i] = place < out->least[i] ? place : out->least[i];
	}
}

static void
word_add(const struct sketches *s, struct sketch *out, struct str word)
{
	unsigned char before = START;

	for (size_t i = 0; i < word.n; i++) {
		letters_add(s, out, before, (unsigned char)word.p[i]);
		before = (unsigned char)word.p[i];
	}
	letters_add(s, out, before, END);
}

static void
field_sketch(void *arg, size_t i)
{
	const struct sketches *s = arg;
	const struct field *field = &s->f->at[i];
	struct sketch *of_value = s->of_value[i];

	if (of_value == NULL)
		return;
	memset(of_value, UINT8_MAX, (field->n_values + 1) * sizeof(*of_value));
	for (uint32_t v = 1; v <= field->n_values; v++)
		for (size_t w = 0; w < field->values[v].n_words; w++)
			word_add(
			    s, &of_value[v], intern_str(s->f->words, field->values[v].words[w]));
}

struct sketches *
sketch_all(struct arena *a, const struct fields *f)
{
	struct sketches *s = ARENA_NEW(a, struct sketches);

	s->f = f;
	for (size_t i = 0; i < NUMBERS; i++)
		s->order[i] = hash_mix(i) | 1;
	for (size_t i = 0; i < f->count; i++)
		if (f->at[i].way == FIELD_WAY_WORDS)
			s->of_value[i] = ARENA_ARRAY(a, struct sketch, f->at[i].n_values + 1);
	share_out(f->share, f->count, field_sketch, s);
	return s;
}

uint64_t
sketch_of(const struct sketches *s, size_t unit, size_t band)
{
	uint32_t least[LEAST];
	uint64_t number = band;

	memset(least, UINT8_MAX, sizeof(least));
	for (size_t i = 0; i < s->f->count; i++) {
		if (s->of_value[i] == NULL)
			continue;
		const struct sketch *said = &s->of_value[i][s->f->at[i].of_unit[unit]];
		for (size_t k = 0; k < LEAST; k++) {
			uint32_t place = said->least[band * LEAST + k];
			least[k] = place < least[k] ? place : least[k];
		}
	}
	for (size_t k = 0; k < LEAST; k++)
		number = hash_pair(number, least[k]);
	return number;
}
