#include "engine/anchor/likeness.h"

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

double
likeness_of(const uint32_t *x, size_t n, const uint32_t *y, size_t m)
{
	size_t row[LIKENESS_MOST + 1];

	n = least(n, LIKENESS_MOST);
	m = least(m, LIKENESS_MOST);
	if (n == 0 && m == 0)
		return 1;
	for (size_t j = 0; j <= m; j++)
		row[j] = j;
	for (size_t i = 1; i <= n; i++) {
		size_t corner = row[0];
		row[0] = i;
		for (size_t j = 1; j <= m; j++) {
			size_t above = row[j];
			size_t swap = corner + (x[i - 1] != y[j - 1]);
			row[j] = least(swap, least(above, row[j - 1]) + 1);
			corner = above;
		}
	}
	return 1 - (double)row[m] / (double)(n > m ? n : m);
}

/* The characters before a place, or behind it, at most reach of them. */
static struct anchor_span
side(const struct pieces *text, struct anchor_span span, size_t reach, bool before)
{
	if (before)
		return (struct anchor_span){
		    span.start > reach ? span.start - reach : 0, span.start};
	return (struct anchor_span){span.end, least(span.end + reach, text->length)};
}

struct likeness_sides
likeness_sides_of(const struct pieces *x, struct anchor_span there, const struct pieces *y,
    struct anchor_span here, size_t reach)
{
	double likeness[2];

	for (int before = 0; before < 2; before++) {
		struct anchor_span a = side(x, there, reach, before == 1);
		struct anchor_span b = side(y, here, reach, before == 1);
		likeness[before] = likeness_of(
		    x->points + a.start, a.end - a.start, y->points + b.start, b.end - b.start);
	}
	return (struct likeness_sides){likeness[1], likeness[0]};
}
