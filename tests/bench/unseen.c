#include "unseen.h"

#include <math.h>

#define STREAMS 5 /* kinds that draw from one seed; those after them from the next */

static const char *const names[UNSEEN_KINDS] = {"independent lists", "one pair with odds ratio 3",
    "referral of 30 to 40 %", "two classes", "3 % seen", "a list put together from the others",
    "one pair with odds ratio 1/3"};

const char *
unseen_name(enum unseen_kind kind)
{
	return names[kind];
}

static double
between(struct chance *c, double low, double high)
{
	return low + (high - low) * chance_unit(c);
}

static struct unseen_world
invent(struct chance *c, enum unseen_kind kind, size_t lists)
{
	struct unseen_world w = {.kind = kind, .lists = lists, .first_class = 1};

	w.own = w.lists - (kind == UNSEEN_ECHOED);
	w.people = (int)exp(between(c, log(500), log(8000)));
	for (size_t j = 0; j < w.lists; j++) {
		w.rates[0][j] = between(c, 0.05, 0.35);
		if (kind == UNSEEN_HARDLY)
			w.rates[0][j] *= 0.03 / (0.2 * (double)w.lists);
		if (kind == UNSEEN_CLASSES) {
			w.rates[0][j] = between(c, 0.2, 0.5);
			w.rates[1][j] = between(c, 0.02, 0.12);
		}
	}
	if (kind == UNSEEN_CLASSES)
		w.first_class = 0.4;
	if (kind == UNSEEN_REFERRED)
		w.referral = between(c, 0.3, 0.4);
	return w;
}

/* The rate on the second list for who is on the first, so that the odds ratio is that. */
static double
joined_at(double first, double second, double ratio)
{
	double low = ratio < 1 ? second : 0, high = ratio < 1 ? 1 : second;

	for (int i = 0; i < 60; i++) {
		double off = (low + high) / 2, on = ratio * off / (1 - off + ratio * off);
		if (first * on + (1 - first) * off > second)
			high = off;
		else
			low = off;
	}
	return ratio * low / (1 - low + ratio * low);
}

/* The rate on the second list of a pair that attract or repel each other. */
static double
rate_beside(const struct unseen_world *w, const double *rates, bool on_first)
{
	double joined = joined_at(rates[0], rates[1], w->kind == UNSEEN_ATTRACTED ? 3 : 1 / 3.0);

	return on_first ? joined : (rates[1] - rates[0] * joined) / (1 - rates[0]);
}

static uint32_t
person(struct chance *c, const struct unseen_world *w)
{
	const double *rates = w->rates[chance_unit(c) < w->first_class ? 0 : 1];
	bool pair = w->kind == UNSEEN_ATTRACTED || w->kind == UNSEEN_REPELLED;
	uint32_t on = 0;

	for (size_t j = 0; j < w->own; j++) {
		double rate = pair && j == 1 ? rate_beside(w, rates, (on & 1) != 0) : rates[j];
		if (chance_unit(c) < rate)
			on |= UINT32_C(1) << j;
	}
	if ((on & 1) != 0 && chance_unit(c) < w->referral)
		on |= 2;
	if (w->own < w->lists && on != 0 && chance_unit(c) < 0.8)
		on |= UINT32_C(1) << w->own;
	return on;
}

struct overlap
unseen_observe(struct arena *a, enum unseen_kind kind, size_t lists, uint64_t seed, uint64_t number,
    struct unseen_world *out)
{
	static const struct str letters[UNSEEN_LISTS] = {STR_INIT("a"), STR_INIT("b"),
	    STR_INIT("c"), STR_INIT("d"), STR_INIT("e"), STR_INIT("f"), STR_INIT("g"),
	    STR_INIT("h"), STR_INIT("i"), STR_INIT("j"), STR_INIT("k"), STR_INIT("l")};
	struct chance c =
	    chance_start(seed + kind / STREAMS, number * STREAMS + (uint64_t)kind % STREAMS);
	struct unseen_world w = invent(&c, kind, lists != 0 ? lists : 4 + number % 2);
	struct overlap_cell *cells = ARENA_ARRAY(a, struct overlap_cell, (size_t)w.people);

	for (int i = 0; i < w.people; i++)
		cells[i] = (struct overlap_cell){person(&c, &w), 1};
	*out = w;
	return overlap_of(a, letters, w.lists, cells, (size_t)w.people);
}
