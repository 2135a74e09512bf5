/*
 * crash [ROUNDS [ENTRIES]]: several processes write and read one archive and are
 * killed (SIGKILL) at a random moment; nothing acknowledged may be lost, and the
 * archive must be sound. 4 rounds on 2,000 entries unless told otherwise.
 */
#define _GNU_SOURCE
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "fixture.h"

#define WRITERS 2
#define CHILDREN (WRITERS + 1)
#define BATCH 5000
#define ACKNOWLEDGED_MAX 200000
#define VERIFY_EVERY 20 /* rounds */
#define MOMENT_US_MAX 60000

/* What a writer tells when an append was acknowledged: notes r<round>-<writer>-<from> up to, not
 * including, to. */
struct told {
	uint32_t round, writer, from, to;
};

struct run {
	struct fixture f;
	struct told told[ACKNOWLEDGED_MAX];
	size_t n;
	uint64_t random;
	int64_t killed_writing; /* rounds that ended while writers wrote */
};

static uint64_t
next_random(struct run *r)
{
	r->random ^= r->random << 13;
	r->random ^= r->random >> 7;
	r->random ^= r->random << 17;
	return r->random;
}

static struct str
note_id(char room[48], const struct told *t, uint32_t i)
{
	snprintf(room, 48, "r%u-%u-%u", (unsigned)t->round, (unsigned)t->writer, (unsigned)i);
	return str_of(room);
}

/* Single notes, now and then with a new key, a batch, a blob, a snapshot. */
static void
write_until_killed(const struct fixture *f, uint32_t round, uint32_t writer, int out)
{
	struct archive *a = fixture_open(f);
	struct told t = {.round = round, .writer = writer};
	struct archive_blob blob;
	char id[64], key[48];
	struct err e;

	for (uint32_t i = 0;; i = t.to) {
		t.from = i;
		t.to = i + 1;
		snprintf(key, sizeof(key), "key-%u-%u-%u", (unsigned)round, (unsigned)writer,
		    (unsigned)(i / 7));
		fixture_must(
		    fixture_note(a, note_id(id, &t, i), str_of(key), STR("words"), &e), &e);
		if (write(out, &t, sizeof(t)) != sizeof(t))
			_exit(1);
		if (i % 11 == 10)
			fixture_must(
			    archive_blob_put(a, STR("a scan"), str_of(key), &blob, &e), &e);
		if (i % 13 == 12) {
			snprintf(id, sizeof(id), "batch-%s", key);
			fixture_must(fixture_notes(a, id, 40, &e), &e);
		}
		if (i % 97 == 96)
			fixture_must(archive_snapshot(a, &e), &e);
	}
}

/* Sees more and more of the log, never less and never anything broken. */
static void
read_until_killed(const struct fixture *f)
{
	struct archive *a = fixture_open(f);
	int64_t seen = archive_entries(a);
	struct err e;

	for (;;) {
		fixture_must(archive_refresh(a, &e), &e);
		if (archive_entries(a) < seen || archive_entries(a) != fixture_count(a))
			abort();
		seen = archive_entries(a);
	}
}

static pid_t
start(struct run *r, uint32_t round, uint32_t who, int out)
{
	pid_t child = fork();

	if (child < 0)
		abort();
	if (child == 0) {
		if (who < WRITERS)
			write_until_killed(&r->f, round, who, out);
		else
			read_until_killed(&r->f);
		_exit(0);
	}
	return child;
}

static void
take_told(struct run *r, int in)
{
	struct told t;

	while (read(in, &t, sizeof(t)) == sizeof(t)) {
		if (r->n == ACKNOWLEDGED_MAX)
			abort();
		r->told[r->n++] = t;
	}
}

/* Waits for the first acknowledgement, then for a random moment more. */
static void
wait_for_the_moment(struct run *r, int in)
{
	struct pollfd p = {.fd = in, .events = POLLIN};
	struct timespec moment = {0, (long)(next_random(r) % MOMENT_US_MAX) * 1000};

	(void)poll(&p, 1, 30000);
	nanosleep(&moment, NULL);
}

static void
kill_round(struct run *r, uint32_t round)
{
	pid_t children[CHILDREN];
	int pipes[2];

	if (pipe(pipes) != 0)
		abort();
	for (uint32_t i = 0; i < CHILDREN; i++)
		children[i] = start(r, round, i, pipes[1]);
	close(pipes[1]);
	wait_for_the_moment(r, pipes[0]);
	for (size_t i = 0; i < CHILDREN; i++)
		kill(children[i], SIGKILL);
	for (size_t i = 0; i < CHILDREN; i++) {
		int status;

		if (waitpid(children[i], &status, 0) != children[i])
			abort();
		if (!WIFSIGNALED(status) || WTERMSIG(status) != SIGKILL) {
			fprintf(stderr, "round %u: process %zu ended by itself, status %d\n",
			    (unsigned)round, i, status);
			exit(1);
		}
	}
	size_t before = r->n;
	take_told(r, pipes[0]);
	close(pipes[0]);
	r->killed_writing += r->n > before;
}

static void
check_told(struct run *r, size_t from)
{
	struct archive *a = fixture_open(&r->f);
	struct arena *arena = arena_new();
	struct str text;
	char id[48];

	for (size_t i = from; i < r->n; i++)
		for (uint32_t k = r->told[i].from; k < r->told[i].to; k++)
			if (fixture_text(a, arena, note_id(id, &r->told[i], k), &text, NULL) != 1) {
				fprintf(stderr, "%s was acknowledged and is lost\n", id);
				exit(1);
			}
	if (fixture_count(a) != archive_entries(a))
		abort();
	arena_free(arena);
	archive_close(a);
}

static void
check_sound(const struct run *r)
{
	struct archive_verdict v;
	struct err e;

	fixture_must(archive_verify(&r->f.place, &v, &e), &e);
	if (!v.sound) {
		fprintf(stderr, "not sound: %s %s %s %s\n", v.damage.key, v.damage.arg[0],
		    v.damage.arg[1], v.damage.arg[2]);
		exit(1);
	}
}

static void
fill(struct run *r, size_t entries)
{
	struct archive *a = fixture_open(&r->f);
	struct err e;

	for (size_t i = 0; i < entries; i += BATCH) {
		char prefix[32];

		snprintf(prefix, sizeof(prefix), "old%zu", i);
		fixture_must(
		    fixture_notes(a, prefix, entries - i < BATCH ? entries - i : BATCH, &e), &e);
	}
	archive_close(a);
}

int
main(int argc, char **argv)
{
	uint32_t rounds = argc > 1 ? (uint32_t)strtoul(argv[1], NULL, 10) : 4;
	size_t entries = argc > 2 ? (size_t)strtoul(argv[2], NULL, 10) : 2000;
	struct run *r = calloc(1, sizeof(*r));

	if (r == NULL)
		abort();
	r->random = 0x9e3779b97f4a7c15;
	fixture_make(&r->f, "");
	fill(r, entries);
	for (uint32_t round = 0; round < rounds; round++) {
		size_t before = r->n;

		kill_round(r, round);
		check_told(r, before);
		if (round % VERIFY_EVERY == VERIFY_EVERY - 1)
			check_sound(r);
	}
	check_told(r, 0);
	check_sound(r);
	fixture_remove(&r->f);
	printf("%u rounds, %zu appends acknowledged, none lost; killed while writing in %lld\n",
	    (unsigned)rounds, r->n, (long long)r->killed_writing);
	free(r);
	return 0;
}
