/*
 * How long an archive takes to open, to grow and to make anew, and how much memory it needs open:
 * notes with sealed texts, 100,000 or as many as the first argument says. "open DIR KEY" opens one
 * and prints its entries and the most memory that took, for a process of its own to be measured.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "fixture.h"
#include "kit/os/clock.h"
#include "kit/os/file.h"

#define ENTRIES "100000"
#define BATCH 10000
#define SINGLE 400
#define OPENS 20
#define FRAME_BYTES 500 /* what such an entry takes in the log */

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

static int
by_size(const void *a, const void *b)
{
	double one = *(const double *)a, other = *(const double *)b;

	return one < other ? -1 : one > other;
}

/* The mean without the quickest and the slowest quarter: what else a disk does shows in those. */
static double
middle_of(double all[SINGLE])
{
	double sum = 0;

	qsort(all, SINGLE, sizeof(all[0]), by_size);
	for (size_t i = SINGLE / 4; i < SINGLE * 3 / 4; i++)
		sum += all[i];
	return sum / (SINGLE / 2);
}

/* The least that an append can cost, the same bytes written and synced, in turn with appends. */
static void
measure_append(const struct fixture *f)
{
	char path[FIXTURE_PATH_BYTES], bytes[FRAME_BYTES] = {0};
	struct archive *a = fixture_open(f);
	struct file *file;
	double plain[SINGLE], append[SINGLE];
	struct err e;

	snprintf(path, sizeof(path), "%.200s/plain", f->root);
	fixture_must(file_open_append(str_of(path), &file, &e), &e);
	fixture_must(fixture_note(a, STR("first"), STR("s1"), STR("makes the key"), &e), &e);
	for (int i = 0; i < SINGLE; i++) {
		char id[32];
		int64_t start = clock_monotonic();

		fixture_must(file_write_all(file, bytes, sizeof(bytes), &e), &e);
		fixture_must(file_sync(file, &e), &e);
		plain[i] = seconds_since(start);
		snprintf(id, sizeof(id), "single-%d", i);
		start = clock_monotonic();
		fixture_must(fixture_note(a, str_of(id), STR("s1"),
				 STR("She was held for nine hours and signed nothing."), &e),
		    &e);
		append[i] = seconds_since(start);
	}
	file_close(file);
	archive_close(a);
	double one = middle_of(append);
	row("append one entry", one * 1e3, 20, "ms", "less");
	row("append one entry / write and sync", one / middle_of(plain), 1.5, "times", "less");
}

static void
measure_batches(const struct fixture *f, int entries)
{
	struct archive *a = fixture_open(f);
	int64_t start = clock_monotonic();
	struct err e;

	for (int i = 0; i < entries / BATCH; i++) {
		char prefix[16];

		snprintf(prefix, sizeof(prefix), "b%d", i);
		fixture_must(fixture_notes(a, prefix, BATCH, &e), &e);
	}
	row("append in batches of 10,000", entries / seconds_since(start), 25000, "/s", "more");
	start = clock_monotonic();
	archive_close(a);
	row("write the snapshot", seconds_since(start), 1e-5 * entries, "s", "less");
}

/* What no table has, in an archive of its own. */
static void
measure_log(int entries)
{
	struct fixture f;
	struct err e;

	fixture_make(&f, "");
	struct archive *a = fixture_open(&f);
	int64_t start = clock_monotonic();
	for (int i = 0; i < entries / BATCH; i++) {
		char prefix[16];

		snprintf(prefix, sizeof(prefix), "b%d", i);
		fixture_must(fixture_notes_passed(a, prefix, BATCH, &e), &e);
	}
	row("the same to the log alone", entries / seconds_since(start), 50000, "/s", "more");
	archive_close(a);
	fixture_remove(&f);
}

/* The index lies in memory as it lies in the snapshot. */
static void
measure_memory(const struct fixture *f, const char *self, const char *what)
{
	char command[4 * FIXTURE_PATH_BYTES], path[FIXTURE_PATH_BYTES];
	long most = 0, least = 0;
	struct stat snapshot;

	snprintf(path, sizeof(path), "%.200s/snapshot", f->dir);
	if (stat(path, &snapshot) != 0)
		exit(1);
	snprintf(
	    command, sizeof(command), "'%s' open '%s' '%s'; '%s' open", self, f->dir, f->key, self);
	FILE *said = popen(command, "r");
	if (said == NULL || fscanf(said, "%ld %ld", &most, &least) != 2 || pclose(said) != 0)
		exit(1);
	row(what, (double)(most - least) * 1024 / (double)snapshot.st_size, 3, "times", "less");
}

static void
measure_opens(const struct fixture *f, int entries, const char *self)
{
	struct arena *arena = arena_new();
	struct str table;
	struct err e;
	bool same;
	int64_t start = clock_monotonic();
	struct archive *a = fixture_open(f);

	row("open from the snapshot", seconds_since(start), entries > 100000 ? 2e-6 * entries : 0.3,
	    "s", "less");
	start = clock_monotonic();
	fixture_must(archive_rebuild(a, &same, arena, &table, &e), &e);
	row("rebuild and compare both dumps", seconds_since(start), 5e-5 * entries, "s", "less");
	printf("the dumps are %s\n", same ? "the same" : "not the same");
	archive_close(a);
	measure_memory(f, self, "memory when open from the snapshot / the index");

	char path[FIXTURE_PATH_BYTES];
	snprintf(path, sizeof(path), "%.200s/snapshot", f->dir);
	fixture_must(file_remove(str_of(path), &e), &e);
	start = clock_monotonic();
	a = fixture_open(f);
	row("open from the log alone", seconds_since(start), 4e-5 * entries, "s", "less");
	archive_close(a);
	arena_free(arena);
}

static void
measure_verify(const struct fixture *f, int entries)
{
	struct archive_verdict v;
	struct err e;
	int64_t start = clock_monotonic();

	fixture_must(archive_verify(&f->place, &v, &e), &e);
	row("verify with the key", seconds_since(start), 4e-5 * entries, "s", "less");
	if (!v.sound)
		printf("not sound: %s %s %s\n", v.damage.key, v.damage.arg[0], v.damage.arg[1]);
}

/* The most memory of this process, in KiB, with the archive open; without one, of a process alone.
 */
static int
open_alone(const char *dir, const char *key)
{
	struct fixture f = {0};
	struct rusage used;

	if (dir != NULL) {
		f.place = (struct archive_place){.dir = str_of(dir), .key_file = str_of(key)};
		struct archive *a = fixture_open(&f);
		if (fixture_count(a) == 0)
			return 1;
		archive_close(a);
	}
	if (getrusage(RUSAGE_SELF, &used) != 0)
		return 1;
	printf("%ld\n", used.ru_maxrss);
	return 0;
}

int
main(int argc, char **argv)
{
	const char *said = argc > 1 ? argv[1] : ENTRIES;
	int entries = atoi(said);
	struct fixture f;

	if (strcmp(said, "open") == 0)
		return open_alone(argc > 3 ? argv[2] : NULL, argc > 3 ? argv[3] : NULL);
	if (entries < BATCH)
		return 2;
	fixture_make(&f, "");
	if (entries == atoi(ENTRIES)) {
		measure_start(&f);
		measure_append(&f);
	}
	measure_batches(&f, entries);
	measure_opens(&f, entries, argv[0]);
	measure_verify(&f, entries);
	fixture_remove(&f);
	measure_log(entries);
	return 0;
}
