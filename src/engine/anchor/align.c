#include "engine/anchor/align.h"

#define TABLE_CELLS                                                                                \
	((size_t)1 << 20) /* of a longest common subsequence; more counts as replaced              \
			   */
#define DEPTH_MOST 48     /* pieces inside pieces */

/* How often a kind stands in a piece of each side, and where last. */
struct tally {
	uint32_t in_x, in_y;
	size_t at_y;
};

struct aligner {
	struct arena *a;
	const uint32_t *x, *y;
	struct tally *tallies; /* per kind; zero between calls */
	size_t *match;
};

/* Items x[x0..x1) against y[y0..y1). */
struct piece {
	size_t x0, x1, y0, y1;
};

/* An item that stands once on both sides. */
struct pair {
	size_t x, y;
	size_t before; /* index of the pair before it in its chain, or ALIGN_NONE */
};

static void
trim(struct aligner *al, struct piece *p)
{
	while (p->x0 < p->x1 && p->y0 < p->y1 && al->x[p->x0] == al->y[p->y0])
		al->match[p->x0++] = p->y0++;
	while (p->x0 < p->x1 && p->y0 < p->y1 && al->x[p->x1 - 1] == al->y[p->y1 - 1])
		al->match[--p->x1] = --p->y1;
}

/* The items that stand once in both sides of the piece, in order of x. */
static struct pair *
pairs_of(struct aligner *al, struct piece p, size_t *count)
{
	struct pair *pairs = ARENA_ARRAY(al->a, struct pair, p.x1 - p.x0);

	*count = 0;
	for (size_t i = p.x0; i < p.x1; i++)
		al->tallies[al->x[i]].in_x++;
	for (size_t j = p.y0; j < p.y1; j++) {
		al->tallies[al->y[j]].in_y++;
		al->tallies[al->y[j]].at_y = j;
	}
	for (size_t i = p.x0; i < p.x1; i++) {
		const struct tally *t = &al->tallies[al->x[i]];
		if (t->in_x == 1 && t->in_y == 1)
			pairs[(*count)++] = (struct pair){i, t->at_y, ALIGN_NONE};
	}
	for (size_t i = p.x0; i < p.x1; i++)
		al->tallies[al->x[i]] = (struct tally){0};
	for (size_t j = p.y0; j < p.y1; j++)
		al->tallies[al->y[j]] = (struct tally){0};
	return pairs;
}

/*
 * Marks the longest chain of pairs that rises in y: sets match of its items.
 * Patience sorting: ends[k] is the pair with the least y that ends a chain of k + 1.
 */
static void
chain(struct aligner *al, struct pair *pairs, size_t count)
{
	size_t *ends = ARENA_ARRAY(al->a, size_t, count), length = 0;

	for (size_t i = 0; i < count; i++) {
		size_t low = 0, high = length;
		while (low < high) {
			size_t middle = low + (high - low) / 2;
			if (pairs[ends[middle]].y < pairs[i].y)
				low = middle + 1;
			else
				high = middle;
		}
		pairs[i].before = low > 0 ? ends[low - 1] : ALIGN_NONE;
		ends[low] = i;
		if (low == length)
			length++;
	}
	for (size_t i = length > 0 ? ends[length - 1] : ALIGN_NONE; i != ALIGN_NONE;
	     i = pairs[i].before)
		al->match[pairs[i].x] = pairs[i].y;
}

/* The longest common subsequence of a piece of at most TABLE_CELLS cells. */
static void
subsequence(struct aligner *al, struct piece p)
{
	struct arena *scratch = arena_new();
	size_t n = p.x1 - p.x0, m = p.y1 - p.y0, width = m + 1;
	uint32_t *length = ARENA_ARRAY(scratch, uint32_t, (n + 1) * width);
	size_t i = 0, j = 0;

	for (size_t u = n; u-- > 0;) {
		for (size_t v = m; v-- > 0;) {
			uint32_t down = length[(u + 1) * width + v];
			uint32_t right = length[u * width + v + 1];
			if (al->x[p.x0 + u] == al->y[p.y0 + v])
				length[u * width + v] = length[(u + 1) * width + v + 1] + 1;
			else
				length[u * width + v] = down >= right ? down : right;
		}
	}
	while (i < n && j < m) {
		if (al->x[p.x0 + i] == al->y[p.y0 + j]) {
			al->match[p.x0 + i++] = p.y0 + j++;
		} else if (length[(i + 1) * width + j] >= length[i * width + j + 1]) {
			i++;
		} else {
			j++;
		}
	}
	arena_free(scratch);
}

static void
piece_align(struct aligner *al, struct piece p, int depth)
{
	size_t count;

	trim(al, &p);
	if (p.x0 == p.x1 || p.y0 == p.y1)
		return;
	struct pair *pairs = pairs_of(al, p, &count);
	if (count == 0 || depth == DEPTH_MOST) {
		if (p.y1 - p.y0 + 1 <= TABLE_CELLS / (p.x1 - p.x0 + 1))
			subsequence(al, p);
		return;
	}
	chain(al, pairs, count);
	struct piece between = {p.x0, p.x0, p.y0, p.y0};
	for (size_t i = 0; i < count; i++) {
		if (al->match[pairs[i].x] == ALIGN_NONE)
			continue;
		between.x1 = pairs[i].x;
		between.y1 = pairs[i].y;
		piece_align(al, between, depth + 1);
		between.x0 = pairs[i].x + 1;
		between.y0 = pairs[i].y + 1;
	}
	between.x1 = p.x1;
	between.y1 = p.y1;
	piece_align(al, between, depth + 1);
}

size_t *
align_find(struct arena *a, struct align_side x, struct align_side y, uint32_t kinds)
{
	struct arena *scratch = arena_new();
	struct aligner al = {
	    scratch, x.items, y.items, ARENA_ARRAY(scratch, struct tally, kinds), NULL};

	al.match = ARENA_ARRAY(a, size_t, x.count);
	for (size_t i = 0; i < x.count; i++)
		al.match[i] = ALIGN_NONE;
	piece_align(&al, (struct piece){0, x.count, 0, y.count}, 0);
	arena_free(scratch);
	return al.match;
}
