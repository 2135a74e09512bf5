#include "engine/link/counter.h"

#include <stdlib.h>

#define LEAST 4   /* rows that count, of a list, */
#define GAPS 1.25 /* and numbers for each of them, from the least to the most */
#define FEW 10    /* one row of so many may say something else */
#define AROUND 8  /* bytes beside the digits */
#define DIGITS 9

/* The only number in text; -1: there is none, or more. */
static int64_t
number_in(struct str text)
{
	int64_t number = -1;
	size_t digits = 0, ended = 0;

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		bool digit = c >= '0' && c <= '9';
		ended += !digit && i > 0 && text.p[i - 1] >= '0' && text.p[i - 1] <= '9';
		if (digit && (ended > 0 || ++digits > DIGITS))
			return -1;
		if (digit)
			number = (number < 0 ? 0 : number * 10) + (c - '0');
	}
	return text.n - digits <= AROUND ? number : -1;
}

static int
by_number(const void *x, const void *y)
{
	int64_t a = *(const int64_t *)x, b = *(const int64_t *)y;

	return a < b ? -1 : a > b;
}

/* Do the numbers of the rows of one list count? *first is then the least. */
static bool
list_counts(int64_t *at, size_t n, size_t filled, int64_t *first)
{
	if (n < LEAST || (filled - n) * FEW > filled)
		return false;
	qsort(at, n, sizeof(*at), by_number);
	for (size_t i = 1; i < n; i++)
		if (at[i] == at[i - 1])
			return false;
	*first = at[0] < *first ? at[0] : *first;
	return (double)(at[n - 1] - at[0]) < GAPS * (double)n;
}

bool
counter_is(const struct table *t, const struct table_column *c)
{
	struct arena *a = arena_new();
	int64_t *number = ARENA_ARRAY(a, int64_t, intern_count(c->texts) + 1), first = INT64_MAX;
	size_t others = 0, row = 0;
	bool counts = c->filled > 0;

	for (uint32_t v = 1; v <= intern_count(c->texts); v++) {
		number[v] = number_in(intern_str(c->texts, v));
		others += number[v] < 0 ? c->uses[v] : 0;
	}
	counts = counts && others * FEW <= c->filled;
	int64_t *at = ARENA_ARRAY(a, int64_t, counts ? t->rows : 0);
	for (size_t list = 0; counts && list < t->n_lists; list++) {
		size_t n = 0, filled = 0;
		for (size_t end = row + t->lists[list].rows; row < end; row++) {
			filled += c->of_row[row] != 0;
			if (c->of_row[row] != 0 && number[c->of_row[row]] >= 0)
				at[n++] = number[c->of_row[row]];
		}
		counts = filled == 0 || list_counts(at, n, filled, &first);
	}
	arena_free(a);
	return counts && first <= 1;
}
