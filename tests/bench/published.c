#include "published.h"

#include <stdio.h>
#include <stdlib.h>

#include "kit/os/file.h"

#define TABLE_BYTES (1 << 20)

static void
give_up(const char *name, const struct err *e)
{
	fprintf(stderr, "%s: %s\n", name, e->key);
	exit(1);
}

struct csv
published_csv(struct arena *a, const char *folder, const char *name)
{
	struct csv csv = {.count = 0};
	struct str text;
	struct err e;

	if (file_read_all(a, arena_fmt(a, "%s/%s.csv", folder, name), TABLE_BYTES, &text, &e) !=
		0 ||
	    csv_read(a, text, &csv, &e) != 0)
		give_up(name, &e);
	return csv;
}

struct overlap
published_table(struct arena *a, const char *folder, const char *name)
{
	const struct overlap_ask ask = {.by = STR("")};
	struct csv csv = published_csv(a, folder, name);
	struct overlap_strata strata;
	struct err e;

	if (overlap_read(a, &csv, &ask, &strata, &e) != 0)
		give_up(name, &e);
	return strata.at[0].table;
}
