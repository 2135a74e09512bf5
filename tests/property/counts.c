/*
 * Properties of the engine of counts, over worlds made from a hidden truth: people
 * who were detained, taken, punished at places and on days. Claims tell the truth
 * about random scopes; whatever the engine concludes must then be true.
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include "../unit/claim/figures.h"

#define WORLDS 1500
#define PEOPLE 40
#define DAYS 3
#define CLAIMS 22
#define QUESTIONS 12

/* splitmix64 */
static uint64_t
next(uint64_t *seed)
{
	uint64_t z = (*seed += UINT64_C(0x9e3779b97f4a7c15));
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static int
below(uint64_t *seed, int n)
{
	return (int)(next(seed) % (uint64_t)n);
}

/* What happened to one person: at most one detention a day, at most one decision. */
struct person {
	bool journalist;
	int32_t place[DAYS]; /* WORLD_NONE: not detained that day */
	int reached[DAYS];   /* 0 detained, 1 taken, 2 registered */
	bool morning[DAYS];
	int decision_day; /* of the assembly; -1: none */
	int court_day;
	int32_t decision_place, decision;
	bool fined_too; /* a second decision for the same taking */
};

struct truth {
	struct person people[PEOPLE];
	bool h1;      /* everybody punished had been taken there and then */
	bool doubles; /* some have two decisions */
};

static void
make_truth(struct truth *t, uint64_t *seed)
{
	t->h1 = below(seed, 2) == 0;
	t->doubles = below(seed, 3) == 0;
	for (int i = 0; i < PEOPLE; i++) {
		struct person *p = &t->people[i];
		p->journalist = below(seed, 5) == 0;
		p->decision_day = below(seed, 2) == 0 ? below(seed, DAYS) : -1;
		p->decision_place = below(seed, (int)LENGTH(figures_places));
		p->decision = ARREST + below(seed, 3);
		p->court_day = below(seed, DAYS);
		p->fined_too = t->doubles && below(seed, 2) == 0;
		for (int d = 0; d < DAYS; d++) {
			bool detained = below(seed, 3) == 0;
			p->place[d] =
			    detained ? below(seed, (int)LENGTH(figures_places)) : WORLD_NONE;
			p->reached[d] = below(seed, 3);
			p->morning[d] = below(seed, 3) > 0;
		}
		if (t->h1 && p->decision_day >= 0) {
			p->place[p->decision_day] = p->decision_place;
			p->reached[p->decision_day] = 1 + below(seed, 2);
		}
	}
}

static bool
is_at(int32_t place, const struct scope *s)
{
	for (; place != WORLD_NONE; place = figures_places[place].parent)
		for (size_t i = 0; i < s->place_count; i++)
			if (s->places[i] == place)
				return true;
	return false;
}

static bool
is_on(int day, const struct scope *s)
{
	for (size_t i = 0; i < s->span_count; i++)
		if (s->spans[i].first <= FIGURES_JUNE + day &&
		    FIGURES_JUNE + day <= s->spans[i].last)
			return true;
	return false;
}

static int
events_of(const struct person *p, const struct scope *s)
{
	static const int level[MEASURES] = {[DETAINED] = 0, [TAKEN] = 1, [REGISTERED] = 2};
	int n = 0;

	if (s->who == 1 && !p->journalist)
		return 0;
	if (s->measure >= PUNISHED && s->measure <= WARNING) {
		bool decided = s->days_of == WORLD_DECISION;
		if (p->decision_day < 0 || !is_at(p->decision_place, s) ||
		    !is_on(decided ? p->court_day : p->decision_day, s))
			return 0;
		return (s->measure == PUNISHED || s->measure == p->decision) +
		    (p->fined_too && (s->measure == PUNISHED || s->measure == FINE));
	}
	for (int d = 0; d < DAYS; d++)
		n += p->place[d] != WORLD_NONE && p->reached[d] >= level[s->measure] &&
		    (s->time.n == 0 || p->morning[d]) && is_on(d, s) && is_at(p->place[d], s);
	return n;
}

static int64_t
count(const struct truth *t, const struct scope *s, bool persons)
{
	int64_t n = 0;
	for (int i = 0; i < PEOPLE; i++) {
		int events = events_of(&t->people[i], s);
		n += persons ? events > 0 : events;
	}
	return n;
}

static const int32_t asked_measures[] = {
    DETAINED, DETAINED, TAKEN, TAKEN, REGISTERED, PUNISHED, PUNISHED, ARREST, FINE};

static struct scope
random_scope(struct arena *a, uint64_t *seed)
{
	struct scope s = {.time = STR(""), .who = below(seed, 6) == 0};
	int32_t *places = ARENA_ARRAY(a, int32_t, 2);
	struct date_span *spans = ARENA_ARRAY(a, struct date_span, 2);
	int first = below(seed, DAYS), last = first + below(seed, DAYS - first);

	s.measure = asked_measures[below(seed, (int)LENGTH(asked_measures))];
	places[s.place_count++] =
	    below(seed, 3) == 0 ? 0 : below(seed, (int)LENGTH(figures_places));
	if (below(seed, 3) == 0)
		places[s.place_count++] =
		    below(seed, 3) == 0 ? 0 : below(seed, (int)LENGTH(figures_places));
	if (below(seed, 2) == 0)
		last = first;
	spans[s.span_count++] = (struct date_span){FIGURES_JUNE + first, FIGURES_JUNE + last};
	if (last + 2 < DAYS && below(seed, 3) == 0)
		spans[s.span_count++] =
		    (struct date_span){FIGURES_JUNE + last + 2, FIGURES_JUNE + last + 2};
	s.places = places;
	s.spans = spans;
	s.unit = (enum world_unit)below(seed, 3);
	s.days_of = below(seed, 2) == 0 ? WORLD_TAKING : WORLD_ASSEMBLY;
	if (s.measure >= PUNISHED && below(seed, 4) == 0)
		s.days_of = WORLD_DECISION;
	if (s.measure < PUNISHED && below(seed, 6) == 0)
		s.time = STR("morning");
	return s;
}

static bool
reads_as_persons(const struct scope *s)
{
	return s->unit == WORLD_PERSONS;
}

/* Words that are true of v: a number, a range, a bound, a round number. */
static void
say(struct world_claim *c, int64_t v, uint64_t *seed)
{
	c->has_interval = true;
	c->number = v;
	c->exactness = PHRASE_EXACT;
	c->said = (struct interval){v, v};
	switch (below(seed, 4)) {
	case 0:
		c->exactness = PHRASE_BOUND;
		c->said = (struct interval){v - below(seed, (int)v / 3 + 1), INTERVAL_OPEN};
		break;
	case 1:
		c->exactness = PHRASE_VAGUE;
		c->said.low -= below(seed, (int)v / 3 + 1);
		c->said.high += below(seed, 5);
		break;
	case 2: {
		struct world_claim round = *c;
		round.number = round.said.low = round.said.high = (v + 5) / 10 * 10;
		round.exactness = PHRASE_ROUNDED;
		struct interval soft = world_soft(&round);
		if (soft.low <= v && v <= soft.high)
			*c = round;
		break;
	}
	default:
		break;
	}
}

static struct world_claim
random_claim(struct arena *a, const struct truth *t, int number, uint64_t *seed)
{
	struct world_claim c = {.part_of = WORLD_NONE,
	    .origin = below(seed, (int)LENGTH(figures_origins)),
	    .class = (enum world_class)below(seed, 5),
	    .coverage = (enum world_coverage)below(seed, 3),
	    .wording = below(seed, 3)};

	c.id = arena_fmt(a, "c%02d", number);
	c.scope = random_scope(a, seed);
	if (t->doubles && c.scope.measure >= PUNISHED && c.scope.unit == WORLD_UNSTATED)
		c.scope.unit = WORLD_PERSONS; /* unstated is read as persons on a single day */
	c.said_at.first = c.said_at.last = FIGURES_JUNE + 10 + below(seed, 4);
	int64_t v = count(t, &c.scope, reads_as_persons(&c.scope));
	if (c.coverage == WORLD_SEEN)
		v -= below(seed, (int)v + 1);
	say(&c, v, seed);
	return c;
}

/* "N punished: of them so many arrested, fined, warned", exactly. */
static size_t
add_sum(
    struct arena *a, const struct truth *t, struct world_claim *claims, size_t n, uint64_t *seed)
{
	int32_t total = (int32_t)n;

	for (int32_t measure = PUNISHED; measure <= WARNING; measure++) {
		struct world_claim *c = &claims[n];
		*c = measure == PUNISHED ? random_claim(a, t, (int)n, seed) : claims[total];
		c->id = arena_fmt(a, "s%02d", (int)n);
		c->scope.measure = measure;
		c->scope.unit = WORLD_PERSONS;
		c->coverage = WORLD_TOTAL;
		c->part_of = measure == PUNISHED ? WORLD_NONE : total;
		c->number = count(t, &c->scope, true);
		c->said = (struct interval){c->number, c->number};
		c->exactness = PHRASE_EXACT;
		n++;
	}
	return n;
}

static struct world *
truthful_world(struct arena *a, const struct truth *t, uint64_t *seed)
{
	struct world *w = figures_world(a, NULL, 0);
	struct world_claim *claims = ARENA_ARRAY(a, struct world_claim, CLAIMS + 8);

	while (w->claim_count < CLAIMS) {
		claims[w->claim_count] = random_claim(a, t, (int)w->claim_count, seed);
		w->claim_count++;
	}
	if (!t->doubles && below(seed, 2) == 0)
		w->claim_count = add_sum(a, t, claims, w->claim_count, seed);
	w->claims = claims;
	return w;
}

static struct floor_belief
random_belief(uint64_t *seed)
{
	return (struct floor_belief){(enum floor_whom)below(seed, FLOOR_WITHOUT + 1),
	    below(seed, (int)LENGTH(figures_origins))};
}

static void
no_floor_and_no_range_misses_a_truth_that_the_claims_tell(void **state)
{
	(void)state;
	int above_zero = 0, exact = 0, ranges = 0;

	for (uint64_t world = 1; world <= WORLDS; world++) {
		uint64_t seed = world;
		struct arena *a = arena_new();
		struct truth t;
		make_truth(&t, &seed);
		struct standing *k = standing_new(a, truthful_world(a, &t, &seed));
		for (int i = 0; i < QUESTIONS; i++) {
			struct scope s = random_scope(a, &seed);
			int64_t v = count(&t, &s, s.unit == WORLD_PERSONS);
			struct floor f = floor_ask(a, k, &s, random_belief(&seed), t.h1 ? H1 : 0);
			if (f.low > v)
				fail_msg(
				    "world %d: floor %d of %d", (int)world, (int)f.low, (int)v);
			assert_int_equal(f.low > 0, f.basis_count > 0);
			above_zero += f.low > 0;
			exact += f.low > 0 && f.low == v;
			for (int32_t o = 0; o < (int32_t)LENGTH(figures_origins); o++) {
				struct own own;
				if (!own_ask(a, k, &s, o, &own))
					continue;
				ranges++;
				if (own.range.low > v || own.range.high < v)
					fail_msg("world %d: range", (int)world);
			}
		}
		arena_free(a);
	}
	assert_true(above_zero > WORLDS && exact > WORLDS / 4 && ranges > WORLDS / 20);
}

static void
true_claims_never_clash(void **state)
{
	(void)state;

	for (uint64_t world = 1; world <= WORLDS; world++) {
		uint64_t seed = world * 7919;
		struct arena *a = arena_new();
		struct truth t;
		make_truth(&t, &seed);
		struct standing *k = standing_new(a, truthful_world(a, &t, &seed));
		struct clashes c = clash_find(a, k);
		assert_false(c.capped);
		for (size_t i = 0; i < c.real_count + c.within_count; i++) {
			const struct clash *one =
			    i < c.real_count ? &c.real[i] : &c.within[i - c.real_count];
			if (t.h1 || one->assumes == 0)
				fail_msg("world %d: gap %d", (int)world, (int)one->gap);
		}
		arena_free(a);
	}
}

/* A world whose claims were drawn from two truths: some of them clash. */
static struct world *
divided_world(struct arena *a, uint64_t *seed)
{
	struct truth t, u;
	make_truth(&t, seed);
	make_truth(&u, seed);
	struct world *w = truthful_world(a, &t, seed);
	struct world_claim *claims = ARENA_ARRAY(a, struct world_claim, w->claim_count);
	for (size_t i = 0; i < w->claim_count; i++)
		claims[i] =
		    i >= CLAIMS || i % 2 == 0 ? w->claims[i] : random_claim(a, &u, (int)i, seed);
	w->claims = claims;
	return w;
}

static bool
is_wider(const struct scope *outer, const struct scope *inner)
{
	for (int d = 0; d < DAYS; d++)
		if (is_on(d, inner) && !is_on(d, outer))
			return false;
	for (size_t i = 0; i < inner->place_count; i++)
		if (!is_at(inner->places[i], outer))
			return false;
	return true;
}

static void
a_floor_never_shrinks_with_a_wider_scope_more_belief_or_an_assumption(void **state)
{
	(void)state;
	int compared = 0;

	for (uint64_t world = 1; world <= WORLDS; world++) {
		uint64_t seed = world * 104729;
		struct arena *a = arena_new();
		struct standing *k = standing_new(a, divided_world(a, &seed));
		struct floor_belief all = {FLOOR_ALL, WORLD_NONE};
		for (int i = 0; i < QUESTIONS; i++) {
			struct scope s = random_scope(a, &seed), wider = random_scope(a, &seed);
			wider.measure = s.measure;
			wider.unit = s.unit;
			wider.who = s.who == 1 ? wider.who : s.who;
			wider.days_of = s.days_of;
			wider.time = s.time;
			int64_t low = floor_ask(a, k, &s, all, 0).low;
			struct floor_belief less = random_belief(&seed);
			assert_true(floor_ask(a, k, &s, less, 0).low <= low);
			assert_true(floor_ask(a, k, &s, all, H1).low >= low);
			if (!is_wider(&wider, &s))
				continue;
			compared++;
			assert_true(floor_ask(a, k, &wider, all, 0).low >= low);
		}
		arena_free(a);
	}
	assert_true(compared > WORLDS / 2);
}

static void
another_claim_never_lowers_a_floor(void **state)
{
	(void)state;

	for (uint64_t world = 1; world <= WORLDS; world++) {
		uint64_t seed = world * 15485863;
		struct arena *a = arena_new();
		struct world *w = divided_world(a, &seed), more = *w;
		struct world_claim *claims = ARENA_ARRAY(a, struct world_claim, w->claim_count);
		for (size_t i = 0; i < w->claim_count; i++) {
			claims[i] = w->claims[i];
			claims[i].said_at.first = claims[i].said_at.last = (int32_t)i;
		}
		w->claims = more.claims = claims; /* said on different days: no variants */
		w->claim_count -= 1 + (size_t)below(&seed, 3);
		struct standing *k = standing_new(a, w), *wide = standing_new(a, &more);
		for (int i = 0; i < QUESTIONS; i++) {
			struct scope s = random_scope(a, &seed);
			struct floor_belief belief = random_belief(&seed);
			assert_true(floor_ask(a, k, &s, belief, H1).low <=
			    floor_ask(a, wide, &s, belief, H1).low);
		}
		arena_free(a);
	}
}

static struct world *
shuffled(struct arena *a, const struct world *w, uint64_t *seed)
{
	struct world *s = ARENA_NEW(a, struct world);
	int32_t *at = ARENA_ARRAY(a, int32_t, w->claim_count); /* new place of each */
	struct world_claim *claims = ARENA_ARRAY(a, struct world_claim, w->claim_count);

	for (size_t i = 0; i < w->claim_count; i++) {
		size_t j = (size_t)below(seed, (int)i + 1);
		at[i] = at[j];
		at[j] = (int32_t)i;
	}
	for (size_t i = 0; i < w->claim_count; i++) {
		claims[at[i]] = w->claims[i];
		if (w->claims[i].part_of != WORLD_NONE)
			claims[at[i]].part_of = at[w->claims[i].part_of];
	}
	*s = *w;
	s->claims = claims;
	return s;
}

static const char *
spell_all(struct arena *a, const struct world *w, struct standing *k, uint64_t seed)
{
	struct clashes c = clash_find(a, k);
	struct str text = STR("");
	size_t n;
	struct remark *remarks = remark_all(a, k, &c, &n);

	for (int i = 0; i < QUESTIONS; i++) {
		struct scope s = random_scope(a, &seed);
		struct floor f = floor_ask(a, k, &s, random_belief(&seed), H1);
		text = arena_fmt(a, "%.*s\n%lld %s %d", STR_ARG(text), (long long)f.low,
		    figures_ids(a, w, f.basis, f.basis_count), (int)f.assumes);
	}
	for (size_t i = 0; i < c.real_count; i++)
		text = arena_fmt(a, "%.*s\n%s %lld", STR_ARG(text),
		    figures_ids(a, w, c.real[i].claims, c.real[i].claim_count),
		    (long long)c.real[i].gap);
	for (size_t i = 0; i < n; i++)
		text =
		    arena_fmt(a, "%.*s\n%s %s %lld", STR_ARG(text), remark_name(remarks[i].kind).p,
			figures_ids(a, w, remarks[i].claims, remarks[i].claim_count),
			(long long)remarks[i].value);
	return text.p;
}

static void
the_order_of_claims_changes_nothing(void **state)
{
	(void)state;

	for (uint64_t world = 1; world <= WORLDS / 4; world++) {
		uint64_t seed = world * 32452843;
		struct arena *a = arena_new();
		struct world *w = divided_world(a, &seed), *s = shuffled(a, w, &seed);
		const char *one = spell_all(a, w, standing_new(a, w), world);
		const char *other = spell_all(a, s, standing_new(a, s), world);
		assert_string_equal(one, other);
		arena_free(a);
	}
}

static struct world *
only(struct arena *a, const struct world *w, const struct clash *c, size_t without)
{
	struct world *sub = ARENA_NEW(a, struct world);
	struct world_claim *claims = ARENA_ARRAY(a, struct world_claim, w->claim_count);

	*sub = *w;
	sub->claim_count = 0;
	for (size_t i = 0; i < c->claim_count; i++) {
		if (i == without)
			continue;
		claims[sub->claim_count] = w->claims[c->claims[i]];
		claims[sub->claim_count++].part_of = WORLD_NONE;
	}
	sub->claims = claims;
	return sub;
}

static void
every_clash_fails_alone_and_holds_without_any_one_of_its_members(void **state)
{
	(void)state;
	int seen = 0;

	for (uint64_t world = 1; world <= WORLDS / 5; world++) {
		uint64_t seed = world * 49979687;
		struct arena *a = arena_new();
		struct world *w = divided_world(a, &seed);
		w->claim_count = CLAIMS; /* no sums: every claim stands for itself */
		struct clashes c = clash_find(a, standing_new(a, w));
		for (size_t i = 0; i < c.real_count; i++) {
			seen++;
			struct clashes alone =
			    clash_find(a, standing_new(a, only(a, w, &c.real[i], SIZE_MAX)));
			assert_int_equal(alone.real_count, 1);
			assert_int_equal(alone.real[0].gap, c.real[i].gap);
			assert_int_equal(alone.real[0].assumes, c.real[i].assumes);
			for (size_t m = 0; m < c.real[i].claim_count; m++) {
				alone = clash_find(a, standing_new(a, only(a, w, &c.real[i], m)));
				assert_int_equal(alone.real_count + alone.within_count, 0);
			}
		}
		arena_free(a);
	}
	assert_true(seen > 20);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(no_floor_and_no_range_misses_a_truth_that_the_claims_tell),
	    cmocka_unit_test(true_claims_never_clash),
	    cmocka_unit_test(a_floor_never_shrinks_with_a_wider_scope_more_belief_or_an_assumption),
	    cmocka_unit_test(another_claim_never_lowers_a_floor),
	    cmocka_unit_test(the_order_of_claims_changes_nothing),
	    cmocka_unit_test(every_clash_fails_alone_and_holds_without_any_one_of_its_members),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
