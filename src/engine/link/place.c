#include "engine/link/place.h"

#include <assert.h>

#include "kit/lang/name.h"

#define FIELDS 3      /* the first ones by how many values they have */
#define LETTER_BITS 5 /* of a letter of a skeleton */

/* Letters of the skeletons of each of these fields. */
static const unsigned letters[FIELDS] = {6, 4, 2};

struct places {
	const struct field *field[FIELDS];
	uint64_t *of_value[FIELDS];
	size_t count;
};

static uint64_t
letters_of(struct str skeleton, unsigned n)
{
	uint64_t out = 0;

	for (size_t i = 0; i < n; i++)
		out = out << LETTER_BITS |
		    (i < skeleton.n ? (unsigned char)skeleton.p[i] % (1U << LETTER_BITS) : 0);
	return out;
}

static uint64_t *
values_place(struct arena *a, const struct field *field, unsigned n)
{
	uint64_t *of_value = ARENA_ARRAY(a, uint64_t, field->n_values + 1);

	for (uint32_t v = 1; v <= field->n_values; v++) {
		struct arena *own = arena_new();
		of_value[v] = letters_of(name_skeleton(own, field->values[v].sound), n);
		arena_free(own);
	}
	return of_value;
}

/* The field of words with the most values among those that are not taken; NULL: there is none. */
static const struct field *
field_with_most(const struct fields *f, uint32_t taken)
{
	const struct field *most = NULL;

	for (size_t i = 0; i < f->count; i++) {
		const struct field *field = &f->at[i];
		if (field->way == FIELD_WAY_WORDS && (taken >> i & 1) == 0 &&
		    (most == NULL || field->n_values > most->n_values))
			most = field;
	}
	return most;
}

struct places *
place_all(struct arena *a, const struct fields *f)
{
	struct places *p = ARENA_NEW(a, struct places);
	uint32_t taken = 0;

	while (p->count < FIELDS) {
		const struct field *field = field_with_most(f, taken);
		if (field == NULL)
			break;
		taken |= UINT32_C(1) << (field - f->at);
		p->field[p->count] = field;
		p->of_value[p->count] = values_place(a, field, letters[p->count]);
		p->count++;
	}
	return p;
}

uint64_t
place_of(const struct places *p, size_t row)
{
	uint64_t out = 0;

	assert(p->count <= FIELDS);
	for (size_t i = 0; i < p->count; i++)
		out = out << (LETTER_BITS * letters[i]) | p->of_value[i][p->field[i]->of_unit[row]];
	return out;
}
