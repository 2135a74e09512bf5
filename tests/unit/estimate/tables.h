/*
 * The tables of tests/data/estimate for tests: the folder is the test's first argument,
 * which main puts into *state.
 */
#ifndef GUVOH_TESTS_ESTIMATE_TABLES_H
#define GUVOH_TESTS_ESTIMATE_TABLES_H

#include <math.h>

#include "engine/estimate/estimate.h"
#include "kit/os/file.h"

#define TABLE_BYTES (1 << 20)

/* What every test starts with. */
struct tables {
	struct arena *a;
	const char *folder;
};

static inline struct overlap
table_read(const struct tables *s, const char *name)
{
	struct str text, path = arena_fmt(s->a, "%s/%s.csv", s->folder, name);
	const struct overlap_ask ask = {.by = STR("")};
	struct overlap_strata strata;
	struct csv csv;
	struct err e;

	if (file_read_all(s->a, path, TABLE_BYTES, &text, &e) != 0 ||
	    csv_read(s->a, text, &csv, &e) != 0 || overlap_read(s->a, &csv, &ask, &strata, &e) != 0)
		fail_msg("%s: %s %s %s", name, e.key, e.arg[0], e.arg[1]);
	return strata.at[0].table;
}

/* Within a thousandth of the wanted value. */
static inline void
assert_near(double value, double wanted)
{
	if (!(fabs(value - wanted) <= 1e-3 * fabs(wanted)))
		fail_msg("%.6f is not %.6f", value, wanted);
}

static inline size_t
list_named(const struct overlap *t, const char *name)
{
	for (size_t j = 0; j < t->lists; j++)
		if (str_eq(t->names[j], str_of(name)))
			return j;
	fail_msg("no list %s", name);
	return 0;
}

#endif
