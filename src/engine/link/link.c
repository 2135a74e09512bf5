#include "engine/link/link.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/alias.h"
#include "engine/link/gather.h"
#include "engine/link/guess.h"
#include "engine/link/hash.h"
#include "engine/link/model.h"
#include "engine/link/prior.h"
#include "engine/link/rows.h"
#include "engine/link/surely.h"
#include "engine/link/table.h"
#include "engine/link/together.h"

#define ROUNDS 6         /* most rounds of clusters and weights from them */
#define STABLE 500       /* one cluster more or less in so many changes nothing */
#define HOPELESS (-12.0) /* log-odds of pairs that come to nothing in later rounds */
#define SETTLED (-10.0)  /* log-odds, at last, of pairs that no draw and no other cut joins */
#define SPREAD 1.0 /* standard deviation of all log-odds together, by which they may be wrong */
#define PI 3.14159265358979323846
#define LEARNING 2 /* rounds that learn aliases */

struct str
link_kind_word(enum link_kind kind)
{
	static const struct str words[] = {
#define LINK_KIND(name, word, way) STR_INIT(word),
#include "engine/link/kinds.def"
#undef LINK_KIND
	};
	return words[kind];
}

enum link_kind
link_kind_of(struct str word)
{
	enum link_kind kind = 0;

	while (kind < LINK_LEFT && !str_eq(word, link_kind_word(kind)))
		kind++;
	return kind < LINK_LEFT ? kind : LINK_KIND_COUNT;
}

/* Do clusters hardly change any more? */
static bool
is_stable(size_t before, size_t now)
{
	size_t change = before > now ? before - now : now - before;

	return change * STABLE <= now;
}

static struct gathered
gathered_by(struct arena *a, const struct link_model *m, const struct gather_way *way)
{
	const struct gather_world world = {
	    m->levels, m->fields, m->weights, m->candidates, m->asked};

	return gather_all(a, &world, way);
}

/* What goes on from round to round. */
struct learning {
	int round;
	struct weights *w;
	struct nearby_keys near, aliases;
	struct together *together;
	struct namesakes *namesakes;
};

/* What clusters teach goes into the weights. */
static void
learn_again(struct arena *a, struct link_model *m, const struct gathered *g, struct learning *s)
{
	const struct fields *f = m->fields;
	struct arena *own = arena_new();
	struct kin kin = kin_group(own, f, g->cluster, g->count);

	if (s->round <= LEARNING) {
		s->aliases = alias_learn(a, m->levels, f, &kin);
		candidate_learn(m->candidates);
		weigh_random(s->w, m->levels, f);
	}
	kin_look(own, &kin, m->levels, f);
	weigh_again(s->w, f, &kin);
	weigh_near(s->w, m->levels, f, &s->near, &s->aliases);
	s->w->together = together_learn(a, s->together, m->levels, f, s->w, &kin);
	namesake_count(s->namesakes, f, g->cluster, g->count);
	s->w->namesakes = s->namesakes;
	prior_learn(s->w, f, m->candidates, &kin);
	arena_free(own);
}

/* Weights from candidates alone, and what can come to something of these. */
static void
learn_first(struct arena *a, struct link_model *m, struct learning *s)
{
	const struct fields *f = m->fields;
	struct candidates *c = m->candidates = candidate_first(a, m->levels, f);
	struct arena *own = arena_new();
	struct nearby_keys near = nearby_keys(own, c->near);

	s->w = weigh_first(a, m->levels, f, c->patterns, c->share);
	m->weights = s->w;
	weigh_near(s->w, m->levels, f, &near, &s->aliases);
	s->near = candidate_rest(c, a, s->w, HOPELESS);
	weigh_near(s->w, m->levels, f, &s->near, &s->aliases);
	m->asked = asked_new(a, f, c->patterns);
	s->together = together_new(a, m->levels, f);
	s->namesakes = namesake_new(a, f);
	arena_free(own);
}

/* Clusters and weights in turns, until hardly anything changes. */
static int
learn(struct arena *a, struct link_model *m, struct gathered *out, bool *collapsed, struct err *e)
{
	static const struct gather_way plain = {.cut = LINK_CUT};
	static const struct gather_way learned = {.cut = LINK_CUT, .least = HOPELESS};
	struct learning s = {.round = 0};

	learn_first(a, m, &s);
	if (candidate_refused(m->candidates))
		return err_fail(e, ERR_LIMIT, STR("link.room"));
	*collapsed = s.w->collapsed;
	struct gathered g = gathered_by(a, m, &plain);
	size_t before = 0;
	for (s.round = 1; s.round < ROUNDS && !is_stable(before, g.count); s.round++) {
		before = g.count;
		learn_again(a, m, &g, &s);
		g = gathered_by(a, m, s.round < LEARNING ? &plain : &learned);
	}
	*out = g;
	return 0;
}

static void
rows_result(
    struct arena *a, struct link_model *m, const struct gathered *g, struct link_result *out)
{
	static const struct gather_way way = {.cut = LINK_CUT};
	uint32_t *cluster = ARENA_ARRAY(a, uint32_t, m->fields->rows);

	m->same = rows_look(a, m, g);
	struct rows_tally t = rows_number(m, g, &way, cluster);
	out->cluster = cluster;
	out->rows = m->fields->rows;
	out->clusters = t.clusters;
	out->largest = t.largest;
}

static int
rows_check(const struct link_question *q, struct err *e)
{
	size_t rows = 0, soles = 0;

	for (size_t i = 0; i < q->n_lists; i++) {
		rows += q->lists[i].rows;
		soles += q->lists[i].sole;
	}
	if (soles > LINK_SOLES)
		return err_fail(e, ERR_LIMIT, STR("link.soles"), STR_INT(LINK_SOLES));
	if (rows >= LINK_ROWS)
		return err_fail(e, ERR_LIMIT, STR("link.rows"), STR_INT((int64_t)LINK_ROWS));
	return 0;
}

int
link_columns(struct arena *a, const struct link_question *q, const struct link_column **out,
    size_t *count, struct err *e)
{
	if (rows_check(q, e) != 0)
		return -1;
	struct table *t = table_new(a, q);
	if (guess_kinds(t, q, e) != 0)
		return -1;
	*out = t->said;
	*count = t->n_said;
	return 0;
}

/* What is compared of the rows, and what the columns are; the table of all cells is let go of. */
static int
fields_read(struct arena *a, const struct link_question *q, struct link_model *m,
    struct link_result *out, struct err *e)
{
	struct arena *own = arena_new();
	struct table *t = table_new(own, q);

	if (q->cells_read != NULL)
		q->cells_read(q->arg);
	int failed = guess_kinds(t, q, e);
	if (failed == 0) {
		struct link_column *columns = ARENA_ARRAY(a, struct link_column, t->n_said);
		m->fields = field_all(a, t, q);
		for (size_t i = 0; i < t->n_said; i++) {
			columns[i] = t->said[i];
			if (m->fields->left[t->went[i]])
				columns[i].kind = LINK_LEFT;
		}
		out->columns = columns;
		out->n_columns = t->n_said;
		out->apart = m->fields->apart;
		if (m->fields->count == 0)
			failed = err_fail(e, ERR_INPUT, STR("link.nothing"));
	}
	arena_free(own);
	return failed;
}

int
link_rows(struct arena *a, const struct link_question *q, struct link_result *out, struct err *e)
{
	struct link_model *m = ARENA_NEW(a, struct link_model);
	struct link_result result = {.model = m};

	if (rows_check(q, e) != 0)
		return -1;
	if (fields_read(a, q, m, &result, e) != 0)
		return -1;
	m->levels = level_new(a, m->fields);
	struct gathered g;
	if (learn(a, m, &g, &result.collapsed, e) != 0)
		return -1;
	result.pairs = m->candidates->looked_at;
	rows_result(a, m, &g, &result);
	*out = result;
	return 0;
}

static struct link_reason
reason_of(const struct link_model *m, size_t i, uint64_t pattern, const struct block_pair *pair,
    size_t row)
{
	const struct field *field = &m->fields->at[i];

	return (struct link_reason){.kind = field->kind,
	    .column = field_name(m->fields, i, row),
	    .implied = field->implied,
	    .level = level_word(field->way, level_of(pattern, i)),
	    .x = field->values[field->of_unit[pair->x]].text,
	    .y = field->values[field->of_unit[pair->y]].text,
	    .weight = pair->x == pair->y ? m->same->common[i][field->of_unit[pair->x]]
					 : weigh_field(m->weights, m->fields, i, pattern, pair)};
}

struct link_why
link_why(struct arena *a, const struct link_result *result, size_t x, size_t y)
{
	const struct link_model *m = result->model;
	const struct block_pair pair = {m->fields->unit_of_row[x], m->fields->unit_of_row[y]};
	uint64_t pattern = level_pattern(m->levels, pair.x, pair.y);
	struct link_reason *reasons = ARENA_ARRAY(a, struct link_reason, m->fields->count);
	struct link_why why = {.prior = m->weights->prior, .reasons = reasons};

	for (size_t i = 0; i < m->fields->count; i++) {
		if (level_of(pattern, i) != LEVEL_MISSING &&
		    !(m->fields->at[i].quiet && m->fields->at[i].implied &&
			level_of(pattern, i) == LEVEL_SAME))
			reasons[why.count++] = reason_of(m, i, pattern, &pair, y);
	}
	if (m->weights->together != NULL)
		why.together = -m->weights->together[together_agree(m->fields, pattern)];
	why.namesakes = -namesake_gain(m->weights, m->fields, pattern, pair.x);
	why.untold = weigh_untold(m->weights, m->fields, pattern);
	why.never = surely_two_units(m->fields, pair.x, pair.y);
	why.total = weigh_pair(m->weights, m->fields, pattern, &pair);
	if (pair.x == pair.y) {
		why.prior = m->same->prior;
		why.total = m->same->odds[pair.x];
	}
	return why;
}

const struct candidates *
link_settled(const struct link_model *m)
{
	if (!m->candidates->settled)
		candidate_drop(m->candidates, m->weights, LINK_CUT + SETTLED);
	m->candidates->settled = true;
	return m->candidates;
}

/* Gathers once more, when nothing is learned any more. */
static struct gathered
gathered_anew(struct arena *a, const struct link_model *m, const struct gather_way *way)
{
	link_settled(m);
	return gathered_by(a, m, way);
}

size_t
link_count_at(const struct link_result *result, double cut)
{
	const struct gather_way way = {.cut = cut};
	struct arena *a = arena_new();
	const struct link_model *m = result->model;
	struct gathered g = gathered_anew(a, m, &way);
	uint32_t *cluster = ARENA_ARRAY(a, uint32_t, result->rows);
	size_t count = rows_number(m, &g, &way, cluster).clusters;

	arena_free(a);
	return count;
}

/* A number of the normal distribution for each seed (Box and Muller 1958). */
static double
normal_draw(uint64_t seed)
{
	double x = (double)((hash_mix(seed) >> 11) + 1) * 0x1p-53;
	double y = (double)(hash_mix(~seed) >> 11) * 0x1p-53;

	return sqrt(-2 * log(x)) * cos(2 * PI * y);
}

size_t
link_sample(const struct link_result *result, uint64_t seed, uint32_t *cluster)
{
	const struct gather_way way = {.cut = LINK_CUT + SPREAD * normal_draw(seed), .seed = seed};
	struct arena *a = arena_new();
	const struct link_model *m = result->model;
	struct gathered g = gathered_anew(a, m, &way);
	size_t count = rows_number(m, &g, &way, cluster).clusters;

	arena_free(a);
	return count;
}

/* A doubt, and the units of its rows, whose numbers only content makes. */
struct doubted {
	struct link_doubt doubt;
	uint32_t x, y;
};

static int
least_first(const void *x, const void *y)
{
	const struct doubted *a = x, *b = y;
	double margin_a = fabs(a->doubt.odds - LINK_CUT), margin_b = fabs(b->doubt.odds - LINK_CUT);

	if (margin_a != margin_b)
		return margin_a < margin_b ? -1 : 1;
	return a->x != b->x ? (a->x < b->x ? -1 : 1) : a->y < b->y ? -1 : a->y > b->y;
}

/* Least margin first. */
static void
doubts_sort(struct link_doubt *at, size_t n, const struct fields *f)
{
	struct arena *a = arena_new();
	struct doubted *doubted = ARENA_ARRAY(a, struct doubted, n);

	for (size_t i = 0; i < n; i++)
		doubted[i] =
		    (struct doubted){at[i], f->unit_of_row[at[i].x], f->unit_of_row[at[i].y]};
	qsort(doubted, n, sizeof(*doubted), least_first);
	for (size_t i = 0; i < n; i++)
		at[i] = doubted[i].doubt;
	arena_free(a);
}

const struct link_doubt *
link_doubts(struct arena *a, const struct link_result *result, size_t *n)
{
	const struct gather_way way = {.cut = LINK_CUT, .doubts = true};
	const struct fields *f = result->model->fields;
	struct gathered g = gathered_anew(a, result->model, &way);
	size_t *row_of_unit = ARENA_ARRAY(a, size_t, f->units);
	struct link_doubt *out = ARENA_ARRAY(a, struct link_doubt, g.n_doubts + f->units);

	for (size_t r = f->rows; r-- > 0;)
		row_of_unit[f->unit_of_row[r]] = r;
	for (size_t i = 0; i < g.n_doubts; i++) {
		const struct gather_doubt *d = &g.doubts[i];
		out[i] =
		    (struct link_doubt){row_of_unit[d->x], row_of_unit[d->y], d->odds, d->joined};
	}
	size_t all = g.n_doubts + rows_doubts(result->model, &g, out + g.n_doubts);
	doubts_sort(out, all, f);
	*n = all < *n ? all : *n;
	return out;
}
