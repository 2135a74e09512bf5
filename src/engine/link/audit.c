#include "engine/link/audit.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/hash.h"
#include "engine/link/model.h"

#define LEAST_OF_STRATUM 5 /* pairs, where it has so many */
#define SEED_CHOICE 11     /* which pairs */
#define SEED_ROW 12        /* which rows of two units that have many */
#define SEED_ORDER 13      /* in which order they are shown */
#define TICKETS 64 /* of two units; where they have more pairs of rows each stands for several */
#define NORMAL_95 1.959963984540054

static const struct audit_stratum strata_empty[AUDIT_STRATA] = {
    {.joined = true, .above = 15},
    {.joined = true, .above = 8},
    {.joined = true, .above = 3},
    {.joined = true, .above = -HUGE_VAL},
    {.above = 0},
    {.above = -3},
    {.above = -6},
    {.above = -10},
};

/* Which stratum; AUDIT_STRATA: none, for such pairs are too many and too sure to be looked at. */
static size_t
stratum_of(bool joined, double odds)
{
	size_t i = 0;

	while (i < AUDIT_STRATA &&
	    (strata_empty[i].joined != joined || odds - LINK_CUT < strata_empty[i].above))
		i++;
	return i;
}

/* Rows of a pair that may be drawn; the least keys of a stratum are. */
struct ticket {
	double key;
	struct audit_pair pair;
};

struct urn {
	struct ticket *at; /* a heap, the greatest key first */
	size_t n;
};

/* What is done with every pair of units, which stand for so many pairs of rows. */
struct survey {
	const struct link_result *result;
	const struct link_model *m;
	size_t *first_row; /* of each unit, in rows */
	size_t *rows;      /* by unit */
	struct audit_strata strata;
	double doubt[AUDIT_STRATA]; /* sum of p (1 - p) */
	struct urn urns[AUDIT_STRATA];
	size_t room; /* tickets of an urn */
};

static void
urn_sink(struct urn *u, size_t at, struct ticket t)
{
	for (;;) {
		size_t child = at * 2 + 1;
		if (child >= u->n)
			break;
		if (child + 1 < u->n && u->at[child + 1].key > u->at[child].key)
			child++;
		if (u->at[child].key <= t.key)
			break;
		u->at[at] = u->at[child];
		at = child;
	}
	u->at[at] = t;
}

static void
urn_put(struct urn *u, size_t room, struct ticket t)
{
	if (u->n == room) {
		if (t.key < u->at[0].key)
			urn_sink(u, 0, t);
		return;
	}
	size_t at = u->n++;
	while (at > 0 && u->at[(at - 1) / 2].key < t.key) {
		u->at[at] = u->at[(at - 1) / 2];
		at = (at - 1) / 2;
	}
	u->at[at] = t;
}

/* Drawn in proportion to the pairs it stands for (Efraimidis and Spirakis 2006). */
static double
ticket_key(struct audit_pair pair, double pairs)
{
	uint64_t draw = hash_pair(hash_pair(SEED_CHOICE, pair.x), pair.y);

	return -log((double)((draw >> 11) + 1) * 0x1p-53) / pairs;
}

static double
odds_of(const struct survey *s, uint32_t x, uint32_t y)
{
	const struct block_pair pair = {x < y ? x : y, x < y ? y : x};

	return weigh_pair(
	    s->m->weights, s->m->fields, level_pattern(s->m->levels, pair.x, pair.y), &pair);
}

static struct audit_pair
in_order(size_t x, size_t y)
{
	return x < y ? (struct audit_pair){x, y} : (struct audit_pair){y, x};
}

/* The pair of rows with that number among those of two units, or of one. */
static struct audit_pair
rows_at(const struct survey *s, uint32_t x, uint32_t y, size_t number)
{
	size_t many = s->m->fields->rows_of_unit[y], i = number / many, k = number % many;

	if (x == y) {
		/* Pairs (i, k) with i < k: row k has k of them. */
		for (k = 1, i = number; i >= k; k++)
			i -= k;
	}
	return in_order(s->rows[s->first_row[x] + i], s->rows[s->first_row[y] + k]);
}

static void
tickets_put(struct survey *s, struct urn *urn, uint32_t x, uint32_t y, size_t pairs)
{
	size_t count = pairs < TICKETS ? pairs : TICKETS;

	for (size_t n = 0; n < count; n++) {
		uint64_t draw = hash_pair(SEED_ROW + n, (uint64_t)x << 32 | y);
		struct audit_pair pair = rows_at(s, x, y, count < pairs ? draw % pairs : n);
		double worth = (double)pairs / (double)count;
		urn_put(urn, s->room, (struct ticket){ticket_key(pair, worth), pair});
	}
}

static void
survey_pair(struct survey *s, uint32_t x, uint32_t y, size_t pairs, bool joined)
{
	double odds = odds_of(s, x, y), p = 1 / (1 + exp(LINK_CUT - odds));
	size_t i = stratum_of(joined, odds);

	if (i == AUDIT_STRATA)
		return;
	s->strata.at[i].pairs += (double)pairs;
	s->doubt[i] += p * (1 - p) * (double)pairs;
	if (s->room > 0)
		tickets_put(s, &s->urns[i], x, y, pairs);
}

static uint32_t
cluster_of(const struct survey *s, uint32_t unit)
{
	return s->result->cluster[s->rows[s->first_row[unit]]];
}

/* Rows of one unit are one person, or each is a person of its own. */
static void
survey_inside(struct survey *s, uint32_t unit)
{
	size_t rows = s->m->fields->rows_of_unit[unit];

	if (rows < 2)
		return;
	const size_t *at = s->rows + s->first_row[unit];
	survey_pair(s, unit, unit, rows * (rows - 1) / 2,
	    s->result->cluster[at[0]] == s->result->cluster[at[1]]);
}

/* Units of each cluster, one cluster after the other. */
static uint32_t *
units_by_cluster(struct arena *a, const struct survey *s, size_t **first)
{
	size_t units = s->m->fields->units;
	size_t *at = ARENA_ARRAY(a, size_t, s->result->clusters + 2);
	uint32_t *out = ARENA_ARRAY(a, uint32_t, units);

	for (uint32_t u = 0; u < units; u++)
		at[cluster_of(s, u) + 2]++;
	for (size_t c = 0; c < s->result->clusters; c++)
		at[c + 2] += at[c + 1];
	for (uint32_t u = 0; u < units; u++)
		out[at[cluster_of(s, u) + 1]++] = u;
	*first = at;
	return out;
}

static void
survey_joined(struct survey *s)
{
	struct arena *a = arena_new();
	const uint32_t *rows = s->m->fields->rows_of_unit;
	size_t *first;
	const uint32_t *units = units_by_cluster(a, s, &first);

	for (size_t c = 0; c < s->result->clusters; c++)
		for (size_t i = first[c]; i < first[c + 1]; i++)
			for (size_t k = i + 1; k < first[c + 1]; k++)
				survey_pair(s, units[i], units[k],
				    (size_t)rows[units[i]] * rows[units[k]], true);
	arena_free(a);
}

static void
survey_apart(struct survey *s)
{
	const struct candidates *c = link_settled(s->m);
	const uint32_t *rows = s->m->fields->rows_of_unit;

	for (size_t n = 0; n < c->n_pieces; n++) {
		const struct candidate_piece *piece = &c->pieces[n];
		for (uint32_t u = 0; u < piece->units; u++) {
			uint32_t x = piece->unit + u;
			for (size_t i = piece->first[u]; i < piece->first[u + 1]; i++) {
				uint32_t y = piece->others[i];
				if (cluster_of(s, x) != cluster_of(s, y))
					survey_pair(s, x, y, (size_t)rows[x] * rows[y], false);
			}
		}
	}
}

/* Looks at all pairs that were compared; room is for so many tickets of each stratum. */
static struct survey
survey_all(struct arena *a, const struct link_result *result, size_t room)
{
	const struct fields *f = result->model->fields;
	struct survey s = {.result = result, .m = result->model, .room = room};

	memcpy(s.strata.at, strata_empty, sizeof(strata_empty));
	s.first_row = ARENA_ARRAY(a, size_t, f->units + 2);
	s.rows = ARENA_ARRAY(a, size_t, f->rows);
	for (size_t r = 0; r < f->rows; r++)
		s.first_row[f->unit_of_row[r] + 2]++;
	for (size_t u = 0; u < f->units; u++)
		s.first_row[u + 2] += s.first_row[u + 1];
	for (size_t r = 0; r < f->rows; r++)
		s.rows[s.first_row[f->unit_of_row[r] + 1]++] = r;
	for (size_t i = 0; i < AUDIT_STRATA && room > 0; i++)
		s.urns[i].at = ARENA_ARRAY(a, struct ticket, room);
	for (uint32_t u = 0; u < f->units; u++)
		survey_inside(&s, u);
	survey_joined(&s);
	survey_apart(&s);
	return s;
}

/*
 * How many of n to take of each stratum from first up to end: at least a few, then where another
 * one narrows the answer most (Neyman 1934).
 */
static void
allot(const struct survey *s, size_t first, size_t end, size_t n, size_t *out)
{
	size_t left = n;

	for (size_t k = 0; k < LEAST_OF_STRATUM; k++)
		for (size_t i = first; i < end && left > 0; i++)
			if (out[i] == k && k < s->urns[i].n) {
				out[i]++;
				left--;
			}
	while (left > 0) {
		size_t best = end;
		double most = 0;
		for (size_t i = first; i < end; i++) {
			double pairs = s->strata.at[i].pairs;
			double gain =
			    sqrt(pairs * (s->doubt[i] + 0.01 * pairs)) / (double)(out[i] + 1);
			if (out[i] < s->urns[i].n && gain > most) {
				most = gain;
				best = i;
			}
		}
		if (best == end)
			return;
		out[best]++;
		left--;
	}
}

static int
by_ticket(const void *x, const void *y)
{
	const struct ticket *a = x, *b = y;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	if (a->pair.x != b->pair.x)
		return a->pair.x < b->pair.x ? -1 : 1;
	return a->pair.y < b->pair.y ? -1 : a->pair.y > b->pair.y;
}

static int
by_chance(const void *x, const void *y)
{
	const struct audit_pair *a = x, *b = y;
	uint64_t ha = hash_pair(SEED_ORDER + a->x, a->y), hb = hash_pair(SEED_ORDER + b->x, b->y);

	return ha < hb ? -1 : ha > hb;
}

const struct audit_pair *
audit_draw(struct arena *a, const struct link_result *result, size_t *n)
{
	struct arena *own = arena_new();
	struct survey s = survey_all(own, result, *n);
	struct audit_pair *pairs = ARENA_ARRAY(a, struct audit_pair, *n);
	size_t take[AUDIT_STRATA] = {0}, joined = 0, count = 0;

	while (joined < AUDIT_STRATA && strata_empty[joined].joined)
		joined++;
	allot(&s, 0, joined, (*n + 1) / 2, take);
	for (size_t i = 0; i < joined; i++)
		count += take[i];
	allot(&s, joined, AUDIT_STRATA, *n - count, take);
	count = 0;
	for (size_t i = 0; i < AUDIT_STRATA; i++) {
		if (s.urns[i].n > 1)
			qsort(s.urns[i].at, s.urns[i].n, sizeof(*s.urns[i].at), by_ticket);
		for (size_t k = 0; k < take[i]; k++)
			pairs[count++] = s.urns[i].at[k].pair;
	}
	if (count > 1)
		qsort(pairs, count, sizeof(*pairs), by_chance);
	*n = count;
	arena_free(own);
	return pairs;
}

/* Wilson's interval of a share of n of which x; of a finite stratum it is narrower. */
static struct audit_share
wilson(double x, double n, double all)
{
	double z = NORMAL_95 * (all > n && all > 1 ? sqrt((all - n) / (all - 1)) : 0);
	double p = x / n, z2 = z * z;
	double middle = (p + z2 / (2 * n)) / (1 + z2 / n);
	double half = z * sqrt(p * (1 - p) / n + z2 / (4 * n * n)) / (1 + z2 / n);

	return (struct audit_share){p, middle - half, middle + half};
}

/* Of the pairs of a stratum that are one person; an unsure answer counts for both ends. */
static struct audit_share
stratum_share(const struct audit_stratum *t)
{
	double x = (double)t->same, unsure = (double)t->unsure, n = (double)t->looked;

	if (n - unsure == 0)
		return (struct audit_share){(double)NAN, 0, 1};
	struct audit_share sure = wilson(x, n - unsure, t->pairs - unsure);
	sure.low = fmin(sure.low, wilson(x, n, t->pairs).low);
	sure.high = fmax(sure.high, wilson(x + unsure, n, t->pairs).high);
	return sure;
}

/* How many pairs of the strata that were joined, or not, are one person. */
static struct audit_share
right_pairs(const struct audit_strata *strata, bool joined, double *all)
{
	struct audit_share sum = {0, 0, 0};
	double below = 0, above = 0;

	*all = 0;
	for (size_t i = 0; i < AUDIT_STRATA; i++) {
		const struct audit_stratum *t = &strata->at[i];
		if (t->joined != joined || t->pairs == 0)
			continue;
		struct audit_share s = stratum_share(t);
		*all += t->pairs;
		if (isnan(s.point)) {
			/* Nobody looked: it may be none of them or all. */
			sum.high += t->pairs;
			sum.point = (double)NAN;
			continue;
		}
		sum.point += s.point * t->pairs;
		sum.low += s.point * t->pairs;
		sum.high += s.point * t->pairs;
		below += pow((s.point - s.low) * t->pairs, 2);
		above += pow((s.high - s.point) * t->pairs, 2);
	}
	sum.low = fmax(0, sum.low - sqrt(below));
	sum.high = fmin(*all, sum.high + sqrt(above));
	return sum;
}

/* Right pairs that stayed apart to right pairs that were joined; the end of their ratio. */
static double
ratio_end(double apart, double joined, double apart_end, double joined_end, double sign)
{
	double both = apart * joined;
	double root = both * both -
	    apart_end * joined_end * (2 * apart - apart_end) * (2 * joined - joined_end);
	double under = joined_end * (2 * joined - joined_end);

	return under <= 0 ? (sign > 0 ? HUGE_VAL : 0) : (both + sign * sqrt(fmax(0, root))) / under;
}

static struct audit_share
recall_of(struct audit_share joined, struct audit_share apart)
{
	struct audit_share out = {(double)NAN, 0, 1};

	if (isnan(joined.point) || isnan(apart.point) || joined.point + apart.point == 0)
		return out;
	out.point = joined.point / (joined.point + apart.point);
	if (joined.point == 0)
		return out;
	out.low = 1 / (1 + ratio_end(apart.point, joined.point, apart.high, joined.low, 1));
	out.high =
	    1 / (1 + fmax(0, ratio_end(apart.point, joined.point, apart.low, joined.high, -1)));
	return out;
}

static void
label_count(struct survey *s, const struct audit_label *label)
{
	const struct fields *f = s->m->fields;
	uint32_t x = f->unit_of_row[label->pair.x], y = f->unit_of_row[label->pair.y];
	const uint32_t *cluster = s->result->cluster;
	size_t i = stratum_of(cluster[label->pair.x] == cluster[label->pair.y], odds_of(s, x, y));

	if (i == AUDIT_STRATA)
		return;
	s->strata.at[i].looked++;
	s->strata.at[i].same += label->answer == AUDIT_SAME;
	s->strata.at[i].unsure += label->answer == AUDIT_UNSURE;
}

void
audit_judge(const struct link_result *result, const struct audit_label *labels, size_t n,
    struct audit_verdict *out)
{
	struct arena *a = arena_new();
	struct survey s = survey_all(a, result, 0);
	double joined, apart;

	for (size_t i = 0; i < n; i++)
		label_count(&s, &labels[i]);
	struct audit_share right = right_pairs(&s.strata, true, &joined);
	struct audit_share missed = right_pairs(&s.strata, false, &apart);
	*out = (struct audit_verdict){.strata = s.strata, .recall = recall_of(right, missed)};
	out->precision = joined == 0
	    ? (struct audit_share){(double)NAN, 0, 1}
	    : (struct audit_share){right.point / joined, right.low / joined, right.high / joined};
	arena_free(a);
}
