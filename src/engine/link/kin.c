#include "engine/link/kin.h"

#define PAIRS_OF_CLUSTER 64 /* looked at in a cluster */
#define PIECE 512           /* clusters that a thread looks at at a time */

struct kin
kin_group(struct arena *a, const struct fields *f, const uint32_t *cluster, size_t clusters)
{
	struct kin k = {.cluster = cluster,
	    .clusters = clusters,
	    .units = ARENA_ARRAY(a, uint32_t, f->units),
	    .first = ARENA_ARRAY(a, size_t, clusters + 2)};

	for (size_t u = 0; u < f->units; u++)
		k.first[cluster[u] + 2]++;
	for (size_t c = 0; c < clusters; c++) {
		size_t n = k.first[c + 2];
		k.pairs += n * (n - 1) / 2;
		k.first[c + 2] += k.first[c + 1];
	}
	for (size_t u = 0; u < f->units; u++)
		k.units[k.first[cluster[u] + 1]++] = (uint32_t)u;
	return k;
}

/* Every how many pairs of a cluster of n units is looked at? */
static size_t
step_of(size_t n)
{
	return n * (n - 1) / 2 / PAIRS_OF_CLUSTER + 1;
}

struct looking {
	struct kin *k;
	const struct levels *l;
	size_t *at; /* the first pair of each piece, and where the last ends */
};

/* The clusters of a piece. */
static size_t
piece_end(const struct kin *k, size_t piece)
{
	return (piece + 1) * PIECE < k->clusters ? (piece + 1) * PIECE : k->clusters;
}

/* The pairs of a cluster that are looked at. */
static size_t
cluster_pairs(struct kin *k, size_t c, struct block_pair *pairs, double *weights)
{
	size_t n = k->first[c + 1] - k->first[c], every = n * (n - 1) / 2;
	size_t step = step_of(n), at = 0, count = 0;
	const uint32_t *units = k->units + k->first[c];

	for (size_t x = 0; x < n; x++) {
		for (size_t y = x + 1; y < n; y++) {
			if (at++ % step != 0)
				continue;
			weights[count] = (double)step / (double)every;
			pairs[count++] = (struct block_pair){units[x], units[y]};
		}
	}
	return count;
}

static void
piece_look(void *arg, size_t piece)
{
	const struct looking *s = arg;
	struct kin *k = s->k;
	struct arena *a = arena_new();
	size_t first = s->at[piece], n = 0;
	struct block_pair *pairs = k->at + first;
	uint64_t *patterns = k->patterns + first;

	for (size_t c = piece * PIECE; c < piece_end(k, piece); c++)
		n += cluster_pairs(k, c, pairs + n, k->weights + first + n);
	level_look(s->l, pairs, n, patterns);
	for (size_t i = 0; i < n; i++)
		patterns[i] = level_learned(s->l, patterns[i], pairs[i].x, pairs[i].y);
	arena_free(a);
}

void
kin_look(struct arena *a, struct kin *k, const struct levels *l, const struct fields *f)
{
	size_t pieces = share_pieces(k->clusters, PIECE);
	struct looking s = {k, l, ARENA_ARRAY(a, size_t, pieces + 1)};

	for (size_t p = 0; p < pieces; p++) {
		s.at[p + 1] = s.at[p];
		for (size_t c = p * PIECE; c < piece_end(k, p); c++) {
			size_t n = k->first[c + 1] - k->first[c], step = step_of(n);
			s.at[p + 1] += (n * (n - 1) / 2 + step - 1) / step;
		}
	}
	k->looked_at = s.at[pieces];
	k->patterns = ARENA_ARRAY(a, uint64_t, k->looked_at);
	k->at = ARENA_ARRAY(a, struct block_pair, k->looked_at);
	k->weights = ARENA_ARRAY(a, double, k->looked_at);
	share_out(f->share, pieces, piece_look, &s);
}
