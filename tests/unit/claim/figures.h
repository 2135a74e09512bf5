/*
 * figures: worlds for tests and benchmarks, written as rows of words.
 * Measures, their graph and places follow vocab/; days are days of June 2019
 * ("9", "9-10", "9,10,12", "-13" for up to the 13th), places are joined by '+'.
 */
#ifndef GUVOH_TESTS_FIGURES_H
#define GUVOH_TESTS_FIGURES_H

#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/arena.h"
#include "engine/claim/clash.h"
#include "engine/claim/floor.h"
#include "engine/claim/own.h"
#include "engine/claim/remark.h"

#define FIGURES_JUNE 18047 /* 2019-05-31 */
#define FIGURES_MOST 2000

enum {
	DETAINED,
	IN_VEHICLE,
	TAKEN,
	REGISTERED,
	RELEASED,
	LIABLE,
	PUNISHED,
	ARREST,
	FINE,
	WARNING,
	FREED,
	HELD,
	MOVED,
	TOOK_PART,
	MEASURES
};

static const struct world_measure figures_measures[] = {
    {STR_INIT("detained"), WORLD_DETENTIONS, true},
    {STR_INIT("in-vehicle"), WORLD_DETENTIONS, true},
    {STR_INIT("taken-to-police"), WORLD_DETENTIONS, true},
    {STR_INIT("registered"), WORLD_DETENTIONS, true},
    {STR_INIT("released-after-protocol"), WORLD_DETENTIONS, true},
    {STR_INIT("held-liable"), WORLD_DECISIONS, true},
    {STR_INIT("punished"), WORLD_DECISIONS, true},
    {STR_INIT("administrative-arrest"), WORLD_DECISIONS, true},
    {STR_INIT("fine"), WORLD_DECISIONS, true},
    {STR_INIT("warning"), WORLD_DECISIONS, true},
    {STR_INIT("released-from-arrest"), WORLD_DECISIONS, true},
    {STR_INIT("still-held"), WORLD_STATES, true},
    {STR_INIT("moved-to-another-region"), WORLD_DETENTIONS, true},
    {STR_INIT("took-part"), WORLD_STATES, false},
};
static const struct world_edge figures_edges[] = {
    {DETAINED, IN_VEHICLE, WORLD_NONE},
    {DETAINED, TAKEN, WORLD_NONE},
    {TAKEN, REGISTERED, WORLD_NONE},
    {DETAINED, RELEASED, WORLD_NONE},
    {PUNISHED, ARREST, WORLD_NONE},
    {PUNISHED, FINE, WORLD_NONE},
    {PUNISHED, WARNING, WORLD_NONE},
    {TAKEN, PUNISHED, 0},
};
static const struct str figures_assumptions[] = {STR_INIT("h1")};
#define H1 UINT64_C(1)
static const int32_t figures_decisions[] = {ARREST, FINE, WARNING};
static const int32_t figures_ways_out[] = {FREED, HELD};
static const struct world_sum figures_compositions[] = {{PUNISHED, figures_decisions, 3}};
static const struct world_sum figures_balances[] = {{ARREST, figures_ways_out, 2}};
static const struct world_node figures_places[] = {
    {STR_INIT("kazakhstan"), WORLD_NONE},
    {STR_INIT("almaty"), 0},
    {STR_INIT("around"), 1},
    {STR_INIT("square"), 2},
    {STR_INIT("nur-sultan"), 0},
    {STR_INIT("shymkent"), 0},
};
static const struct world_node figures_whos[] = {
    {STR_INIT("all"), WORLD_NONE},
    {STR_INIT("journalists"), 0},
    {STR_INIT("defenders"), 0},
};
static const struct str figures_origins[] = {STR_INIT("ministry"), STR_INIT("prosecutor"),
    STR_INIT("police"), STR_INIT("monitor"), STR_INIT("almaty-defenders"), STR_INIT("azattyq"),
    STR_INIT("rferl"), STR_INIT("current-time"), STR_INIT("eurasianet"), STR_INIT("odf")};

struct figure {
	const char *id;
	int32_t measure;
	const char *places, *days;
	int64_t low, high; /* high 0: open, unless low is 0 as well; low -1: modal */
	int64_t number;
	const char *how;    /* e exact, r rounded, b bound, v vague; then p persons, a events */
	const char *origin; /* NULL: not known */
	enum world_class class;
	enum world_coverage coverage;
	const char *said;
	const char *more; /* "part_of=c14 from=c07 from=c08 over=c01 wording=2 via=2 time=x who=..
			     as_of=13 someday undated inferred assembly decision"
			   */
};

static inline int32_t
figures_find(const struct world_node *nodes, size_t n, const char *id, size_t bytes)
{
	for (size_t i = 0; i < n; i++)
		if (nodes[i].id.n == bytes && memcmp(nodes[i].id.p, id, bytes) == 0)
			return (int32_t)i;
	fprintf(stderr, "no node %s\n", id);
	abort();
}

static inline const int32_t *
figures_read_places(struct arena *a, const char *text, size_t *n)
{
	int32_t *places = ARENA_ARRAY(a, int32_t, 16);

	*n = 0;
	while (*text != '\0') {
		size_t bytes = strcspn(text, "+");
		places[(*n)++] = figures_find(figures_places, LENGTH(figures_places), text, bytes);
		text += bytes + (text[bytes] == '+');
	}
	return places;
}

static inline const struct date_span *
figures_read_days(struct arena *a, const char *text, size_t *n)
{
	struct date_span *spans = ARENA_ARRAY(a, struct date_span, 16);

	*n = 0;
	while (*text != '\0') {
		char *end = NULL;
		struct date_span s = {DATE_OPEN_START, 0};
		if (*text != '-')
			s.first = FIGURES_JUNE + (int32_t)strtol(text, &end, 10);
		else
			end = (char *)(uintptr_t)text;
		s.last = s.first;
		if (*end == '-')
			s.last = FIGURES_JUNE + (int32_t)strtol(end + 1, &end, 10);
		text = end + (*end == ',');
		if (*n > 0 && spans[*n - 1].last + 1 == s.first)
			spans[*n - 1].last = s.last;
		else
			spans[(*n)++] = s;
	}
	return spans;
}

static inline struct scope
figures_scope(
    struct arena *a, int32_t measure, enum world_unit unit, const char *places, const char *days)
{
	struct scope s = {.measure = measure, .unit = unit, .time = STR("")};
	s.places = figures_read_places(a, places, &s.place_count);
	s.spans = figures_read_days(a, days, &s.span_count);
	return s;
}

static inline int32_t
figures_claim(const struct figure *rows, size_t n, const char *id, size_t bytes)
{
	for (size_t i = 0; i < n; i++)
		if (strlen(rows[i].id) == bytes && memcmp(rows[i].id, id, bytes) == 0)
			return (int32_t)i;
	return WORLD_NONE;
}

static inline void
figures_more(
    struct arena *a, struct world_claim *c, const struct figure *rows, size_t n, const char *more)
{
	int32_t *from = ARENA_ARRAY(a, int32_t, 8), *over = ARENA_ARRAY(a, int32_t, 8);

	c->derived_from = from;
	c->supersedes = over;
	while (more != NULL && *more != '\0') {
		size_t bytes = strcspn(more, " ");
		const char *value = memchr(more, '=', bytes);
		size_t length = value == NULL ? 0 : bytes - (size_t)(++value - more);
		int32_t claim = value == NULL ? WORLD_NONE : figures_claim(rows, n, value, length);
		if (strncmp(more, "part_of=", 8) == 0)
			c->part_of = claim;
		else if (strncmp(more, "from=", 5) == 0)
			from[c->derived_count++] = claim;
		else if (strncmp(more, "over=", 5) == 0)
			over[c->supersedes_count++] = claim;
		else if (strncmp(more, "wording=", 8) == 0)
			c->wording = *value - '0';
		else if (strncmp(more, "via=", 4) == 0)
			c->carriers = *value - '0';
		else if (strncmp(more, "time=", 5) == 0)
			c->scope.time = (struct str){value, length};
		else if (strncmp(more, "who=", 4) == 0)
			c->scope.who =
			    figures_find(figures_whos, LENGTH(figures_whos), value, length);
		else if (strncmp(more, "someday", 7) == 0)
			c->day_unknown = true;
		else if (strncmp(more, "as_of=", 6) == 0)
			c->as_of = FIGURES_JUNE + (int32_t)strtol(value, NULL, 10);
		else if (strncmp(more, "undated", 7) == 0)
			c->said_at = (struct date_span){DATE_OPEN_START, DATE_OPEN_END};
		else if (strncmp(more, "inferred", 8) == 0)
			c->days_inferred = true;
		else if (strncmp(more, "assembly", 8) == 0)
			c->scope.days_of = WORLD_ASSEMBLY;
		else if (strncmp(more, "decision", 8) == 0)
			c->scope.days_of = WORLD_DECISION;
		else
			abort();
		more += bytes + (more[bytes] == ' ');
	}
}

static inline enum phrase_exactness
figures_exactness(char letter)
{
	switch (letter) {
	case 'e':
		return PHRASE_EXACT;
	case 'r':
		return PHRASE_ROUNDED;
	case 'b':
		return PHRASE_BOUND;
	default:
		return PHRASE_VAGUE;
	}
}

static inline int32_t
figures_origin(const char *id)
{
	for (size_t i = 0; id != NULL && i < LENGTH(figures_origins); i++)
		if (str_eq(figures_origins[i], str_of(id)))
			return (int32_t)i;
	return WORLD_NONE;
}

static inline struct world_claim
figures_read(struct arena *a, const struct figure *rows, size_t n, const struct figure *f)
{
	size_t days;
	enum world_unit unit = f->how[1] == 'p' ? WORLD_PERSONS
	    : f->how[1] == 'a'                  ? WORLD_ADDITIVE
						: WORLD_UNSTATED;
	struct world_claim c = {.id = str_of(f->id), .part_of = WORLD_NONE};

	c.scope = figures_scope(a, f->measure, unit, f->places, f->days);
	c.has_interval = f->low >= 0;
	c.said = (struct interval){f->low, f->high == 0 && f->low > 0 ? INTERVAL_OPEN : f->high};
	if (!c.has_interval)
		c.said = (struct interval){0, INTERVAL_OPEN};
	c.number = f->number;
	c.exactness = figures_exactness(f->how[0]);
	c.origin = figures_origin(f->origin);
	c.class = f->class;
	c.coverage = f->coverage;
	c.said_at = *figures_read_days(a, f->said, &days);
	c.as_of = DATE_OPEN_START;
	figures_more(a, &c, rows, n, f->more);
	return c;
}

static inline struct world *
figures_world(struct arena *a, const struct figure *rows, size_t n)
{
	struct world *w = ARENA_NEW(a, struct world);
	struct world_claim *claims = ARENA_ARRAY(a, struct world_claim, n);

	for (size_t i = 0; i < n; i++)
		claims[i] = figures_read(a, rows, n, &rows[i]);
	*w = (struct world){figures_assumptions, LENGTH(figures_assumptions), figures_measures,
	    LENGTH(figures_measures), figures_edges, LENGTH(figures_edges), figures_compositions,
	    LENGTH(figures_compositions), figures_balances, LENGTH(figures_balances),
	    figures_places, LENGTH(figures_places), figures_whos, LENGTH(figures_whos),
	    figures_origins, LENGTH(figures_origins), claims, n};
	return w;
}

/* "c07 c08": ids of claims, in the order given. */
static inline const char *
figures_ids(struct arena *a, const struct world *w, const int32_t *claims, size_t n)
{
	struct str text = STR("");
	for (size_t i = 0; i < n; i++)
		text = arena_fmt(a, "%.*s%s%.*s", STR_ARG(text), i == 0 ? "" : " ",
		    STR_ARG(w->claims[claims[i]].id));
	return text.p;
}

#endif
