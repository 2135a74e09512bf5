/* How long an archive takes to open, to grow and to make anew: 100,000 notes with sealed texts. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fixture.h"
#include "kit/os/clock.h"
#include "kit/os/file.h"

#define ENTRIES 100000
#define BATCH 10000
#define SINGLE 200
#define OPENS 20
#define FRAME_BYTES 650 /* what such an entry takes in the log */

static double
seconds_since(int64_t start)
{
	return (double)(clock_monotonic() - start) / 1e9;
}

static void
row(const char *what, double measured, double wanted, const char *unit, const char *better)
{
	printf("%s\t%.3g\t%g\t%s\t%s\n", what, measured, wanted, unit, better);
}

static void
measure_start(const struct fixture *f)
{
	int64_t start = clock_monotonic();

	for (int i = 0; i < OPENS; i++)
		archive_close(fixture_open(f));
	row("open and close a small archive", seconds_since(start) * 1e3 / OPENS, 30, "ms", "less");
}

/* The least that an append can cost, the same bytes written and synced, in turn with appends. */
static void
measure_append(const struct fixture *f)
{
	char path[FIXTURE_PATH_BYTES], bytes[FRAME_BYTES] = {0};
	struct archive *a = fixture_open(f);
	struct file *file;
	double plain = 0, append = 0;
	struct err e;

	snprintf(path, sizeof(path), "%.200s/plain", f->root);
	fixture_must(file_open_append(str_of(path), &file, &e), &e);
	fixture_must(fixture_note(a, STR("first"), STR("s1"), STR("makes the key"), &e), &e);
	for (int i = 0; i < SINGLE; i++) {
		char id[32];
		int64_t start = clock_monotonic();

		fixture_must(file_write_all(file, bytes, sizeof(bytes), &e), &e);
		fixture_must(file_sync(file, &e), &e);
		plain += seconds_since(start);
		snprintf(id, sizeof(id), "single-%d", i);
		start = clock_monotonic();
		fixture_must(fixture_note(a, str_of(id), STR("s1"),
				 STR("She was held for nine hours and signed nothing."), &e),
		    &e);
		append += seconds_since(start);
	}
	file_close(file);
	archive_close(a);
	row("append one entry", append * 1e3 / SINGLE, 20, "ms", "less");
	row("append one entry / write and sync", append / plain, 1.5, "times", "less");
}

static void
measure_batches(const struct fixture *f)
{
	struct archive *a = fixture_open(f);
	int64_t start = clock_monotonic();
	struct err e;

	for (int i = 0; i < ENTRIES / BATCH; i++) {
		char prefix[16];

		snprintf(prefix, sizeof(prefix), "b%d", i);
		fixture_must(fixture_notes(a, prefix, BATCH, &e), &e);
	}
	row("append in batches of 10,000", ENTRIES / seconds_since(start), 20000, "entries/s",
	    "more");
	start = clock_monotonic();
	archive_close(a);
	row("write the snapshot", seconds_since(start), 1, "s", "less");
}

static void
measure_opens(const struct fixture *f)
{
	struct arena *arena = arena_new();
	struct str table;
	struct err e;
	bool same;
	int64_t start = clock_monotonic();
	struct archive *a = fixture_open(f);

	row("open 100,000 entries from the snapshot", seconds_since(start), 0.4, "s", "less");
	start = clock_monotonic();
	fixture_must(archive_rebuild(a, &same, arena, &table, &e), &e);
	row("rebuild and compare both dumps", seconds_since(start), 5, "s", "less");
	printf("the dumps are %s\n", same ? "the same" : "not the same");
	archive_close(a);

	char path[FIXTURE_PATH_BYTES];
	snprintf(path, sizeof(path), "%.200s/snapshot", f->dir);
	fixture_must(file_remove(str_of(path), &e), &e);
	start = clock_monotonic();
	a = fixture_open(f);
	row("open from the log alone", ENTRIES / seconds_since(start), 50000, "entries/s", "more");
	archive_close(a);
	arena_free(arena);
}

static void
measure_verify(const struct fixture *f)
{
	struct archive_verdict v;
	struct err e;
	int64_t start = clock_monotonic();

	fixture_must(archive_verify(&f->place, &v, &e), &e);
	row("verify with the key", seconds_since(start), 4, "s", "less");
	if (!v.sound)
		printf("not sound: %s %s %s\n", v.damage.key, v.damage.arg[0], v.damage.arg[1]);
}

int
main(void)
{
	struct fixture f;

	fixture_make(&f, "");
	measure_start(&f);
	measure_append(&f);
	measure_batches(&f);
	measure_opens(&f);
	measure_verify(&f);
	fixture_remove(&f);
	return 0;
}
