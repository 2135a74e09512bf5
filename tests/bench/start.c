/*
 * How long a command takes from its start to its end, as a whole process: on the example, and on
 * an archive of 100,000 sources, each with a key of its own. Arguments: guvoh,
 * examples/june-2019/load.
 */
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "domain/archive/archive.h"
#include "domain/ledger.h"
#include "kit/os/clock.h"

#define RUNS 20
#define SOURCES 100000
#define BATCH 10000

static const struct archive_stamp stamp = {
    STR_INIT("2026-01-01T00:00:00Z"), STR_INIT("bench"), STR_INIT("bench")};

static void
must(int r, const struct err *e)
{
	if (r == 0)
		return;
	printf("%s:%d: %s %s %s\n", e->file, e->line, e->key, e->arg[0], e->arg[1]);
	exit(1);
}

static void
shell(struct arena *a, const char *guvoh, const char *command)
{
	struct str line = arena_fmt(a, "%s %s >/dev/null", guvoh, command);

	if (system(line.p) != 0) {
		printf("failed: %s\n", line.p);
		exit(1);
	}
}

/* Seconds of one run, the shell that starts it included; the median of RUNS. */
static double
seconds_of(struct arena *a, const char *guvoh, const char *command)
{
	double runs[RUNS] = {0};

	for (size_t i = 0; i < RUNS; i++) {
		int64_t start = clock_monotonic();
		shell(a, guvoh, command);
		double took = (double)(clock_monotonic() - start) / 1e9;
		size_t at = i;
		for (; at > 0 && runs[at - 1] > took; at--)
			runs[at] = runs[at - 1];
		runs[at] = took;
	}
	return runs[RUNS / 2];
}

static struct archive_part
source_of(struct arena *a, size_t number)
{
	struct json *body = json_object(a), *secret = json_object(a);
	struct str id = arena_fmt(a, "s%016zu", number);

	json_set_str(body, STR("id"), id);
	json_set_str(secret, STR("kind"), STR("article"));
	json_set_str(secret, STR("confidentiality"), STR("archive"));
	json_set_str(secret, STR("title"),
	    arena_fmt(a, "Page %zu on the detentions, kept as it was published", number));
	json_set_str(secret, STR("url"), arena_fmt(a, "https://example.org/news/%zu", number));
	return (struct archive_part){
	    .op = STR("source.add"), .version = 1, .body = body, .secret = secret, .key = id};
}

static void
fill(struct str dir, struct str key_file)
{
	const struct archive_place place = {.dir = dir, .key_file = key_file, .no_holder = true};
	struct archive *archive;
	struct err e;

	must(archive_open(&place, ledger_index(), &archive, &e), &e);
	for (size_t first = 0; first < SOURCES; first += BATCH) {
		struct arena *batch = arena_new();
		struct archive_part *parts = ARENA_ARRAY(batch, struct archive_part, BATCH);
		struct archive_draft *drafts = ARENA_ARRAY(batch, struct archive_draft, BATCH);
		for (size_t i = 0; i < BATCH; i++) {
			parts[i] = source_of(batch, first + i);
			drafts[i] = (struct archive_draft){&parts[i], 1};
		}
		must(archive_append_batch(archive, &stamp, drafts, BATCH, NULL, &e), &e);
		arena_free(batch);
	}
	must(archive_snapshot(archive, &e), &e);
	archive_close(archive);
}

int
main(int argc, char **argv)
{
	struct arena *a = arena_new();
	char root[] = "/var/tmp/guvoh-bench-XXXXXX";

	if (argc != 3 || mkdtemp(root) == NULL)
		return 2;
	const char *guvoh = argv[1];
	struct str dir = arena_fmt(a, "%s/archive", root), key = arena_fmt(a, "%s/key", root);
	setenv("GUVOH_DIR", dir.p, 1);
	setenv("GUVOH_KEY_FILE", key.p, 1);
	shell(a, guvoh, arena_fmt(a, "init %s", dir.p).p);
	shell(a, argv[2], guvoh);
	printf("start of a command, the example\t%.3g\t30\tms\tless\n",
	    seconds_of(a, guvoh, "claim show c14") * 1e3);
	printf("the board of the example\t%.3g\t100\tms\tless\n",
	    seconds_of(a, guvoh, "count june-2019") * 1e3);
	fill(dir, key);
	printf("start of a command, 100,000 sources from the snapshot\t%.3g\t0.4\ts\tless\n",
	    seconds_of(a, guvoh, "claim show c14"));
	shell(a, "rm -r", root);
	arena_free(a);
	return 0;
}
