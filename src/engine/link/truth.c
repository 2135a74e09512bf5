#include "engine/link/truth.h"

#include <math.h>
#include <stdlib.h>

#include "engine/link/model.h"

static int
by_number(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return a < b ? -1 : a > b;
}

static double
share_of(double part, double whole)
{
	return whole > 0 ? part / whole : (double)NAN;
}

double
truth_f1(double precision, double recall)
{
	double sum = precision + recall;

	return sum > 0 ? 2 * precision * recall / sum : 0;
}

/* How many rows each group has, of those that are known. */
static uint32_t *
sizes_of(struct arena *a, const uint32_t *group, const uint32_t *person, size_t rows, size_t most)
{
	uint32_t *sizes = ARENA_ARRAY(a, uint32_t, most + 1);

	for (size_t r = 0; r < rows; r++)
		sizes[group[r]] += person[r] != 0;
	return sizes;
}

static uint64_t
pairs_within(const uint32_t *sizes, size_t n)
{
	uint64_t pairs = 0;

	for (size_t i = 0; i < n; i++)
		pairs += sizes[i] > 0 ? (uint64_t)sizes[i] * (sizes[i] - 1) / 2 : 0;
	return pairs;
}

/* Rows that are known, those of one key next to each other: by group, and by person within. */
struct sorted {
	uint64_t *key;
	size_t n;
};

static struct sorted
sorted_rows(struct arena *a, const uint32_t *group, const uint32_t *person, size_t rows)
{
	struct sorted s = {ARENA_ARRAY(a, uint64_t, rows), 0};

	for (size_t r = 0; r < rows; r++)
		if (person[r] != 0)
			s.key[s.n++] = (uint64_t)group[r] << 32 | person[r];
	qsort(s.key, s.n, sizeof(*s.key), by_number);
	return s;
}

/* Where the rows of the key at i end. */
static size_t
run_end(const struct sorted *s, size_t i)
{
	size_t end = i + 1;

	while (end < s->n && s->key[end] == s->key[i])
		end++;
	return end;
}

/* What the clusters are worth. */
static void
clusters_judge(struct arena *a, const struct link_result *result, const uint32_t *person,
    uint32_t most, struct truth *out)
{
	size_t rows = result->rows;
	uint32_t *found = sizes_of(a, result->cluster, person, rows, result->clusters);
	uint32_t *true_sizes = sizes_of(a, person, person, rows, most);
	struct sorted s = sorted_rows(a, result->cluster, person, rows);

	for (uint32_t p = 1; p <= most; p++)
		out->people += true_sizes[p] > 0;
	out->rows = s.n;
	out->joined = pairs_within(found, result->clusters);
	out->pairs = pairs_within(true_sizes, (size_t)most + 1);
	double precision = 0, recall = 0;
	for (size_t i = 0, end; i < s.n; i = end) {
		end = run_end(&s, i);
		double n = (double)(end - i);
		out->right += (uint64_t)(end - i) * (end - i - 1) / 2;
		precision += n * n / found[s.key[i] >> 32];
		recall += n * n / true_sizes[s.key[i] & UINT32_MAX];
	}
	out->precision = share_of((double)out->right, (double)out->joined);
	out->recall = share_of((double)out->right, (double)out->pairs);
	out->b_precision = share_of(precision, (double)s.n);
	out->b_recall = share_of(recall, (double)s.n);
}

/* The known rows of each unit. */
struct within {
	struct sorted rows;
	size_t *first; /* of each unit, and where the last ends */
};

static struct within
units_within(struct arena *a, const struct fields *f, const uint32_t *person)
{
	struct within w = {
	    sorted_rows(a, f->unit_of_row, person, f->rows), ARENA_ARRAY(a, size_t, f->units + 1)};

	for (size_t i = 0; i < w.rows.n; i++)
		w.first[(w.rows.key[i] >> 32) + 1]++;
	for (size_t u = 0; u < f->units; u++)
		w.first[u + 1] += w.first[u];
	return w;
}

/* Pairs of rows of one person between two units. */
static uint64_t
pairs_between(const struct within *w, uint32_t x, uint32_t y)
{
	uint64_t pairs = 0;

	for (size_t i = w->first[x]; i < w->first[x + 1]; i++)
		for (size_t k = w->first[y]; k < w->first[y + 1]; k++)
			pairs += (uint32_t)w->rows.key[i] == (uint32_t)w->rows.key[k];
	return pairs;
}

/* Finds once more which units were compared, and counts who is one person among them. */
static uint64_t
reached_count(struct arena *a, const struct fields *f, const uint32_t *person)
{
	const struct within w = units_within(a, f, person);
	struct blocks *blocks = block_all(a, f);
	struct block_room room = {.a = a};
	uint64_t reached = 0;

	for (size_t i = 0, end; i < w.rows.n; i = end) {
		end = run_end(&w.rows, i);
		reached += (uint64_t)(end - i) * (end - i - 1) / 2;
	}
	for (uint32_t x = 0; x < f->units; x++) {
		if (x > 0 && x % BLOCK_OPEN == 0)
			block_open(blocks, x);
		block_others(blocks, x, &room);
		for (size_t k = 0; k < room.count; k++)
			reached += pairs_between(&w, x, room.at[k]);
	}
	return reached;
}

struct truth
truth_of(const struct link_result *result, const uint32_t *person)
{
	struct arena *a = arena_new();
	struct truth out = {.rows = 0};
	uint32_t most = 0;

	for (size_t r = 0; r < result->rows; r++)
		most = person[r] > most ? person[r] : most;
	clusters_judge(a, result, person, most, &out);
	out.reached = reached_count(a, result->model->fields, person);
	arena_free(a);
	return out;
}
