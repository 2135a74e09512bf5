#include "engine/link/shares.h"

#include <string.h>

#include "engine/link/wording.h"

static const double expected_words[LEVEL_MOST] = {0, .60, .06, .09, .01, .05, .05, .04,
    .10}; /* same, sound, close, alias, near, shared, elsewhere, other */
static const double expected_dates[LEVEL_MOST] = {0, .75, .08, .02, .015, .01, .005, .02, .05, .005,
    .01, .04}; /* same, slip, day, month, day of year, two digits, year alone, fits, year, near
		  year, other */
static const double expected_codes[LEVEL_MOST] = {0, .72, .08, .03, .05, .12};
static const double expected_class[LEVEL_MOST] = {0, .96, .04};

static const double *
expected_of(enum field_way way)
{
	switch (way) {
	case FIELD_WAY_WORDS:
		return expected_words;
	case FIELD_WAY_DATE:
		return expected_dates;
	case FIELD_WAY_CODE:
		return expected_codes;
	case FIELD_WAY_CLASS:
	case FIELD_WAY_NONE:
		break;
	}
	return expected_class;
}

/*
 * The same of field i, whose values were put elsewhere only where names may have changed places,
 * and where an initial can do no more than fit.
 */
void
shares_believe(const struct weights *w, const struct fields *f, size_t i, double out[LEVEL_MOST])
{
	double initial = w->initial[i];

	memcpy(out, expected_of(f->at[i].way), LEVEL_MOST * sizeof(*out));
	if (wording_is_part(f->at[i].kind))
		out[LEVEL_ELSEWHERE] *= w->movable;
	if (f->at[i].way != FIELD_WAY_WORDS)
		return;
	for (unsigned k = LEVEL_SAME; k < LEVEL_OTHER; k++)
		out[k] *= 1 - initial;
	out[LEVEL_SHARED] += initial * (1 - out[LEVEL_OTHER]);
}

void
shares_add(struct shares_sums *s, size_t fields, uint64_t pattern, double weight)
{
	for (size_t i = 0; i < fields; i++)
		s->at[i][level_of(pattern, i)] += weight;
}

void
shares_drawn(
    const struct shares_sums *s, size_t i, unsigned levels, const double *believed, double *out)
{
	double sum = 0;

	for (unsigned k = 1; k < levels; k++)
		sum += s->at[i][k];
	for (unsigned k = 1; k < levels; k++)
		out[k] = (s->at[i][k] + SHARES_BELIEVED * believed[k]) / (sum + SHARES_BELIEVED);
}

void
shares_join(struct shares_sums *s, const struct shares_sums *other)
{
	for (size_t i = 0; i < LINK_FIELDS; i++)
		for (size_t k = 0; k < LEVEL_MOST; k++)
			s->at[i][k] += other->at[i][k];
}

double
shares_value(const struct field *field, uint32_t v)
{
	switch (field->kind) {
	case LINK_FAMILY:
		return 0.003;
	case LINK_PATRONYMIC:
		return 0.005;
	case LINK_DATE:
	case LINK_YEAR:
		return birth_is_year(field->values[v].birth) ? 0.02 : 0.0001;
	case LINK_SEX:
		return 0.5;
	case LINK_CODE:
		return 0.0005;
	case LINK_EMAIL:
	case LINK_IDENTIFIER:
		return 0.00001;
	default:
		return 0.01;
	}
}
