#include "engine/anchor/hunk.h"

#include "engine/anchor/align.h"

#define CHARS_MOST 400 /* on each side of a hunk whose characters are compared */

/* Pieces x[x0..x1) that the diff has not carried, and y[y0..y1) that stand there now. */
struct hunk {
	size_t x0, x1, y0, y1;
	struct anchor_span was, is; /* the same in characters, blanks around them included */
};

static size_t
piece_at(const struct pieces *x, size_t character)
{
	size_t low = 0, high = x->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (x->at[middle].end <= character)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

static struct hunk
hunk_around(const struct hunk_texts *c, size_t piece)
{
	const struct pieces *x = c->x, *y = c->y;
	struct hunk h = {piece, piece + 1, 0, y->count, {0, x->length}, {0, y->length}};

	while (h.x0 > 0 && c->match[h.x0 - 1] == ALIGN_NONE)
		h.x0--;
	while (h.x1 < x->count && c->match[h.x1] == ALIGN_NONE)
		h.x1++;
	if (h.x0 > 0) {
		h.y0 = c->match[h.x0 - 1] + 1;
		h.was.start = x->at[h.x0 - 1].end;
		h.is.start = y->at[h.y0 - 1].end;
	}
	if (h.x1 < x->count) {
		h.y1 = c->match[h.x1];
		h.was.end = x->at[h.x1].start;
		h.is.end = y->at[h.y1].start;
	}
	return h;
}

/* Cost of the cheapest change of each end of x (n characters) into each end of y (m), by n + 1
 * rows. */
static const uint16_t *
costs_of(struct arena *a, const uint32_t *x, size_t n, const uint32_t *y, size_t m)
{
	uint16_t *cost = ARENA_ARRAY(a, uint16_t, (n + 1) * (m + 1));

	for (size_t i = n + 1; i-- > 0;) {
		for (size_t j = m + 1; j-- > 0;) {
			size_t at = i * (m + 1) + j, best = n - i + m - j;
			if (i < n && j < m) {
				size_t swap = cost[at + m + 2] + (size_t)(x[i] != y[j]);
				size_t drop = cost[at + m + 1] + (size_t)1;
				size_t add = cost[at + 1] + (size_t)1;
				best = swap < drop ? swap : drop;
				best = add < best ? add : best;
			}
			cost[at] = (uint16_t)best;
		}
	}
	return cost;
}

/* For each character of the hunk's old side the new one in its place, or ALIGN_NONE: Levenshtein.
 */
static const size_t *
characters_of(const struct hunk_texts *c, const struct hunk *h)
{
	const uint32_t *x = c->x->points + h->was.start, *y = c->y->points + h->is.start;
	size_t n = h->was.end - h->was.start, m = h->is.end - h->is.start;
	const uint16_t *cost = costs_of(c->a, x, n, y, m);
	size_t *to = ARENA_ARRAY(c->a, size_t, n), i = 0, j = 0;

	while (i < n) {
		size_t at = i * (m + 1) + j;
		bool both = j < m;
		if (both && cost[at] == cost[at + m + 2] + (x[i] != y[j])) {
			to[i++] = j++;
		} else if (both && cost[at] == cost[at + 1] + 1) {
			j++;
		} else {
			to[i++] = ALIGN_NONE;
		}
	}
	return to;
}

/* The same character on both sides, or the same end of the hunk. */
static bool
stayed(const struct hunk_texts *c, const struct hunk *h, const size_t *to, size_t i)
{
	return to[i] != ALIGN_NONE &&
	    c->x->points[h->was.start + i] == c->y->points[h->is.start + to[i]];
}

static enum hunk_answer
start_carry(const struct hunk_texts *c, const struct hunk *h, size_t at, size_t *there)
{
	size_t n = h->was.end - h->was.start, i = at - h->was.start;

	if (at == c->x->at[h->x0].start) {
		*there = h->y0 < c->y->count ? c->y->at[h->y0].start : c->y->length;
		return HUNK_SURE;
	}
	const size_t *to = characters_of(c, h);
	bool clean = h->x1 - h->x0 == h->y1 - h->y0 && i > 0 && stayed(c, h, to, i - 1);
	while (i < n && to[i] == ALIGN_NONE)
		i++;
	*there = i < n ? h->is.start + to[i] : h->is.end;
	return clean ? HUNK_SURE : HUNK_LIKELY;
}

static enum hunk_answer
end_carry(const struct hunk_texts *c, const struct hunk *h, size_t at, size_t *there)
{
	size_t n = h->was.end - h->was.start, i = at - h->was.start;

	if (at == c->x->at[h->x1 - 1].end) {
		*there = h->y1 > 0 ? c->y->at[h->y1 - 1].end : 0;
		return HUNK_SURE;
	}
	const size_t *to = characters_of(c, h);
	bool clean = h->x1 - h->x0 == h->y1 - h->y0 && i < n && stayed(c, h, to, i);
	while (i > 0 && to[i - 1] == ALIGN_NONE)
		i--;
	*there = i > 0 ? h->is.start + to[i - 1] + 1 : h->is.start;
	return clean ? HUNK_SURE : HUNK_LIKELY;
}

/* One end of the passage, the character at; piece is the one it begins or ends. */
static enum hunk_answer
boundary_carry(const struct hunk_texts *c, size_t piece, size_t at, bool begins, size_t *there)
{
	const struct pieces_piece *was = &c->x->at[piece];

	if (c->match[piece] != ALIGN_NONE) {
		const struct pieces_piece *is = &c->y->at[c->match[piece]];
		*there = is->start + at - was->start;
		return HUNK_SURE;
	}
	struct hunk h = hunk_around(c, piece);
	if (h.was.end - h.was.start > CHARS_MOST || h.is.end - h.is.start > CHARS_MOST) {
		bool edge = begins ? at == c->x->at[h.x0].start : at == c->x->at[h.x1 - 1].end;
		if (!edge)
			return HUNK_UNCLEAR;
	}
	return begins ? start_carry(c, &h, at, there) : end_carry(c, &h, at, there);
}

enum hunk_answer
hunk_carry(const struct hunk_texts *c, struct anchor_span words, struct anchor_span *here)
{
	struct anchor_span found;
	enum hunk_answer start =
	    boundary_carry(c, piece_at(c->x, words.start), words.start, true, &found.start);
	enum hunk_answer end =
	    boundary_carry(c, piece_at(c->x, words.end - 1), words.end, false, &found.end);

	if (start == HUNK_UNCLEAR || end == HUNK_UNCLEAR)
		return HUNK_UNCLEAR;
	if (found.start >= found.end)
		return HUNK_GONE;
	*here = found;
	return start == HUNK_LIKELY || end == HUNK_LIKELY ? HUNK_LIKELY : HUNK_SURE;
}
