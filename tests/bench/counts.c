/*
 * How long the engine of counts takes: 300 scopes on 200 connected claims, and
 * 1,000 claims over 20 events with their clashes and flags. The claims tell, within
 * their words, of a made-up country; some say half of what happened.
 */
#include <stdio.h>
#include <stdlib.h>

#include "engine/claim/clash.h"
#include "engine/claim/floor.h"
#include "engine/claim/own.h"
#include "engine/claim/remark.h"
#include "kit/os/clock.h"

#define CITIES 24
#define SQUARES 3 /* of a city, which has more than its squares */
#define PLACES (1 + CITIES * (1 + SQUARES))
#define DAYS 12
#define EVENTS 20
#define ORIGINS 40
#define SCOPES 300
#define WRONG 10    /* one in so many of the closed figures says half of what happened */
#define BETWEEN 100 /* days from one event to the next */

enum { DETAINED, TAKEN, PUNISHED, MEASURES };

static const struct world_measure measures[MEASURES] = {
    {STR_INIT("detained"), WORLD_DETENTIONS, true},
    {STR_INIT("taken-to-police"), WORLD_DETENTIONS, true},
    {STR_INIT("punished"), WORLD_DECISIONS, true},
};
static const struct world_edge edges[] = {
    {DETAINED, TAKEN, WORLD_NONE},
    {TAKEN, PUNISHED, 0},
};
static const struct str assumptions[] = {STR_INIT("h1")};
static const struct world_node whos[] = {{STR_INIT("all"), WORLD_NONE}};

static uint64_t seed = 2019;
static int wrong; /* one in so many of the closed figures says half of what happened */

static int
below(int n)
{
	uint64_t z = (seed += UINT64_C(0x9e3779b97f4a7c15));
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return (int)((z ^ z >> 31) % (uint64_t)n);
}

/* What happened: people in each place without the places in it, on each day of each event. */
static int truth[EVENTS][MEASURES][PLACES][DAYS];

static void
make_truth(void)
{
	for (int e = 0; e < EVENTS; e++) {
		for (int p = 1; p < PLACES; p++) {
			for (int d = 0; d < DAYS; d++) {
				int detained = below(4) == 0 ? below(120) : below(8);
				truth[e][DETAINED][p][d] = detained;
				truth[e][TAKEN][p][d] = detained * 9 / 10;
				truth[e][PUNISHED][p][d] = detained * (3 + below(5)) / 10;
			}
		}
	}
}

static int32_t
city(int c)
{
	return 1 + c * (1 + SQUARES);
}

static bool
is_inside(int place, int32_t outer)
{
	return outer == 0 || place == outer ||
	    ((outer - 1) % (1 + SQUARES) == 0 && place > outer && place <= outer + SQUARES);
}

static int64_t
count(int event, const struct scope *s)
{
	int first = s->spans[0].first - event * BETWEEN, last = s->spans[0].last - event * BETWEEN;
	int64_t n = 0;

	for (int p = 1; p < PLACES; p++) {
		bool inside = false;
		for (size_t i = 0; i < s->place_count; i++)
			inside |= is_inside(p, s->places[i]);
		for (int d = first; d <= last && inside; d++)
			n += truth[event][s->measure][p][d];
	}
	return n;
}

static struct scope
scope_of(struct arena *a, int event, int32_t measure, int place_count, int longest)
{
	int32_t *places = ARENA_ARRAY(a, int32_t, CITIES);
	struct date_span *span = ARENA_ARRAY(a, struct date_span, 1);
	int first = below(DAYS), last = first + below(longest), c = below(CITIES);

	for (int i = 0; i < place_count; i++)
		places[i] = city((c + i * 5) % CITIES);
	span->first = event * BETWEEN + first;
	span->last = event * BETWEEN + (last < DAYS ? last : DAYS - 1);
	return (struct scope){.measure = measure,
	    .unit = WORLD_UNSTATED,
	    .places = places,
	    .place_count = (size_t)place_count,
	    .spans = span,
	    .span_count = 1,
	    .time = STR("")};
}

static struct world_claim
seen(struct arena *a, int event)
{
	struct world_claim c = {.coverage = WORLD_SEEN, .class = WORLD_MEDIA};
	c.scope = scope_of(a, event, DETAINED, 1, 1);
	((int32_t *)(uintptr_t)c.scope.places)[0] += 1 + below(SQUARES);
	c.said.low = count(event, &c.scope) * (5 + below(5)) / 10;
	c.said.high = INTERVAL_OPEN;
	c.exactness = PHRASE_BOUND;
	return c;
}

static struct world_claim
monitored(struct arena *a, int event)
{
	struct world_claim c = {.coverage = WORLD_UNKNOWN, .class = WORLD_DEFENDERS};
	c.scope = scope_of(a, event, below(3) == 0 ? TAKEN : DETAINED, 1, 3);
	int64_t v = count(event, &c.scope);
	c.said = (struct interval){v * 9 / 10, below(2) == 0 ? INTERVAL_OPEN : v + v / 10 + 1};
	c.exactness = c.said.high == INTERVAL_OPEN ? PHRASE_BOUND : PHRASE_ROUNDED;
	return c;
}

static struct world_claim
official(struct arena *a, int event)
{
	struct world_claim c = {.coverage = WORLD_TOTAL, .class = WORLD_STATE};
	bool of_country = below(4) == 0;
	int kind = below(5);
	c.scope = scope_of(a, event,
	    kind == 0       ? PUNISHED
		: kind == 1 ? DETAINED
			    : TAKEN,
	    1 + below(4), of_country ? DAYS : 2);
	if (of_country) {
		((int32_t *)(uintptr_t)c.scope.places)[0] = 0;
		c.scope.place_count = 1;
	}
	if (c.scope.measure == PUNISHED)
		c.scope.unit = WORLD_PERSONS;
	int64_t v = count(event, &c.scope);
	c.said = (struct interval){v * 9 / 10, v + v / 10 + 1};
	c.exactness = PHRASE_ROUNDED;
	return c;
}

static struct world_claim
claim_of(struct arena *a, int number, int event)
{
	int kind = below(20);
	struct world_claim c = kind < 8 ? seen(a, event)
	    : kind < 14                 ? monitored(a, event)
					: official(a, event);

	if (below(wrong) == 0 && c.said.high != INTERVAL_OPEN) {
		c.said.low = c.said.low / 2;
		c.said.high = c.said.high / 2;
	}
	c.id = arena_fmt(a, "c%04d", number);
	c.has_interval = true;
	c.number = c.said.low;
	c.origin = c.class == WORLD_STATE ? below(4) : 4 + below(ORIGINS - 4);
	c.said_at.first = c.said_at.last = event * BETWEEN + DAYS + below(10);
	c.part_of = WORLD_NONE;
	return c;
}

static struct world *
world_of(struct arena *a, int claims, int events)
{
	struct world *w = ARENA_NEW(a, struct world);
	struct world_node *places = ARENA_ARRAY(a, struct world_node, PLACES);
	struct str *origins = ARENA_ARRAY(a, struct str, ORIGINS);
	struct world_claim *all = ARENA_ARRAY(a, struct world_claim, (size_t)claims);

	for (int p = 0; p < PLACES; p++) {
		int in_city = p == 0 ? 0 : (p - 1) % (1 + SQUARES);
		int32_t parent = p == 0 ? WORLD_NONE : in_city == 0 ? 0 : p - in_city;
		places[p] = (struct world_node){arena_fmt(a, "p%03d", p), parent};
	}
	for (int o = 0; o < ORIGINS; o++)
		origins[o] = arena_fmt(a, "o%02d", o);
	for (int i = 0; i < claims; i++)
		all[i] = claim_of(a, i, i % events);
	*w = (struct world){.assumptions = assumptions,
	    .assumption_count = 1,
	    .measures = measures,
	    .measure_count = MEASURES,
	    .edges = edges,
	    .edge_count = LENGTH(edges),
	    .places = places,
	    .place_count = PLACES,
	    .whos = whos,
	    .who_count = 1,
	    .origins = origins,
	    .origin_count = ORIGINS,
	    .claims = all,
	    .claim_count = (size_t)claims};
	return w;
}

/* What a board asks of a scope: three beliefs, without and with the assumption, and own ranges. */
static void
ask(struct arena *a, const struct standing *k, const struct scope *s)
{
	for (int whom = FLOOR_ALL; whom <= FLOOR_OTHERS; whom++)
		for (uint64_t mask = 0; mask < 2; mask++)
			floor_ask(a, k, s, (struct floor_belief){(enum floor_whom)whom, WORLD_NONE},
			    mask);
	size_t n;
	own_all(a, k, s, &n);
}

static double
seconds_since(int64_t start)
{
	return (double)(clock_monotonic() - start) / 1e9;
}

static void
measure_scopes(void)
{
	struct arena *a = arena_new();
	struct world *w = world_of(a, 200, 1);
	int64_t start = clock_monotonic();
	struct standing *k = standing_new(a, w);

	for (int i = 0; i < SCOPES; i++) {
		struct scope s =
		    i < 200 ? w->claims[i].scope : scope_of(a, 0, below(2), 1 + below(8), DAYS);
		ask(a, k, &s);
	}
	printf("300 scopes on 200 connected claims\t%.3f\t1\ts\tless\n", seconds_since(start));
	arena_free(a);
}

static void
measure_clashes(const char *what, int claims, int events)
{
	struct arena *a = arena_new();
	struct world *w = world_of(a, claims, events);
	int64_t start = clock_monotonic();
	struct standing *k = standing_new(a, w);
	struct clashes c = clash_find(a, k);
	size_t remarks;

	remark_all(a, k, &c, &remarks);
	printf("%s\t%.3f\t1\ts\tless\n", what, seconds_since(start));
	printf("(%zu clashes%s, %zu within wording, %zu flags)\n", c.real_count,
	    c.capped ? " or more" : "", c.within_count, remarks);
	arena_free(a);
}

int
main(void)
{
	make_truth();
	wrong = 10;
	measure_scopes();
	measure_clashes("clashes and flags of 200 connected claims", 200, 1);
	measure_clashes("clashes and flags of 1,000 claims over 20 events", 1000, EVENTS);
	wrong = 2;
	measure_clashes("the same 200, half of the closed figures wrong", 200, 1);
	measure_clashes("the same 1,000, half of the closed figures wrong", 1000, EVENTS);
	return 0;
}
