#include "engine/link/edit.h"

static void
masks_set(struct edit_room *room, struct str x)
{
	for (size_t i = 0; i < x.n; i++)
		room->masks[(unsigned char)x.p[i]] |= UINT64_C(1) << i;
}

static void
masks_clear(struct edit_room *room, struct str x)
{
	for (size_t i = 0; i < x.n; i++)
		room->masks[(unsigned char)x.p[i]] = 0;
}

static struct str
cut(struct str x)
{
	return x.n > EDIT_BYTES ? (struct str){x.p, EDIT_BYTES} : x;
}

/* The bits from first up to, not including, end, both at most 64. */
static uint64_t
bits(size_t first, size_t end)
{
	uint64_t below_end = end >= 64 ? ~UINT64_C(0) : (UINT64_C(1) << end) - 1;

	return first >= 64 ? 0 : below_end & ~((UINT64_C(1) << first) - 1);
}

struct matches {
	uint64_t of_x, of_y; /* letters that have a partner */
	size_t count;
};

static struct matches
matches_find(const struct edit_room *room, struct str x, struct str y)
{
	size_t longer = x.n > y.n ? x.n : y.n;
	size_t window = longer / 2 > 0 ? longer / 2 - 1 : 0;
	struct matches m = {0, 0, 0};

	for (size_t k = 0; k < y.n; k++) {
		uint64_t seen = bits(k > window ? k - window : 0, k + window + 1);
		uint64_t free = room->masks[(unsigned char)y.p[k]] & seen & ~m.of_x;
		uint64_t lowest = free & (~free + 1);
		m.of_x |= lowest;
		m.of_y |= (uint64_t)(lowest != 0) << k;
		m.count += lowest != 0;
	}
	return m;
}

/* Partners that stand in another order, by place. */
static size_t
out_of_order(struct matches m, struct str x, struct str y)
{
	size_t n = 0;

	while (m.of_y != 0) {
		size_t i = (size_t)__builtin_ctzll(m.of_x), k = (size_t)__builtin_ctzll(m.of_y);
		n += x.p[i] != y.p[k];
		m.of_x &= m.of_x - 1;
		m.of_y &= m.of_y - 1;
	}
	return n;
}

double
edit_jaro_winkler(struct edit_room *room, struct str x, struct str y)
{
	x = cut(x);
	y = cut(y);
	if (x.n == 0 || y.n == 0)
		return x.n == y.n ? 1 : 0;
	masks_set(room, x);
	struct matches m = matches_find(room, x, y);
	masks_clear(room, x);
	if (m.count == 0)
		return 0;
	size_t swapped = out_of_order(m, x, y) / 2;
	double count = (double)m.count, moved = (double)swapped;
	double jaro = (count / (double)x.n + count / (double)y.n + (count - moved) / count) / 3;
	size_t prefix = 0;
	while (prefix < 4 && prefix < x.n && prefix < y.n && x.p[prefix] == y.p[prefix])
		prefix++;
	return edit_winkler(jaro, prefix);
}

size_t
edit_osa(struct edit_room *room, struct str x, struct str y)
{
	x = cut(x);
	y = cut(y);
	if (x.n == 0)
		return y.n;
	uint64_t up = ~UINT64_C(0), down = 0, zero = 0, before = 0, last = UINT64_C(1) << (x.n - 1);
	size_t distance = x.n;
	masks_set(room, x);
	for (size_t k = 0; k < y.n; k++) {
		uint64_t same = room->masks[(unsigned char)y.p[k]];
		uint64_t swapped = ((~zero & same) << 1) & before;
		zero = (((same & up) + up) ^ up) | same | down | swapped;
		uint64_t right = down | ~(zero | up), left = zero & up;
		distance += (right & last) != 0;
		distance -= (left & last) != 0;
		right = (right << 1) | 1;
		up = (left << 1) | ~(zero | right);
		down = zero & right;
		before = same;
	}
	masks_clear(room, x);
	return distance;
}
