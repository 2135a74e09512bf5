/*
 * tails [COUNT]: two processes append while a third reads, until it has met an append that was not
 * yet whole COUNT times (300 unless told otherwise): each time it saw what was whole before, no
 * less than the last time, and nothing else.
 */
#define _GNU_SOURCE
#include <libgen.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "domain/archive/frame.h"
#include "fixture.h"
#include "kit/os/clock.h"
#include "kit/os/file.h"

#define WRITERS 2
#define BATCH 40
#define SECONDS_MAX 40
#define LOOKS 1000 /* through one handle */

static void
write_until_killed(const struct fixture *f, unsigned writer)
{
	struct archive *a = fixture_open(f);
	char prefix[32];
	struct err e;

	for (unsigned i = 0;; i++) {
		snprintf(prefix, sizeof(prefix), "w%u-%u", writer, i);
		fixture_must(fixture_notes(a, prefix, BATCH, &e), &e);
	}
}

/* The segment as bytes, read as far as it is whole. */
struct bytes {
	struct file *file;
	struct frame_head head;
	struct frame_chain chain;
	uint64_t at;
};

static void
bytes_open(const struct fixture *f, struct bytes *b)
{
	struct arena *a = arena_new();
	uint8_t head[FRAME_HEAD_BYTES];
	size_t got;
	struct err e;

	fixture_must(
	    file_open_read(file_join(a, f->place.dir, STR("log/000001.seg")), &b->file, &e), &e);
	fixture_must(file_pread(b->file, 0, head, sizeof(head), &got, &e), &e);
	if (!archive_head_read((struct str){(const char *)head, got}, &b->head))
		abort();
	digest_of(head, sizeof(head), b->chain.previous);
	b->at = FRAME_HEAD_BYTES;
	arena_free(a);
}

/* Does the segment end in the middle of an append right now? Goes over what has become whole: two
 * writers may have added much since the last look. */
static bool
is_partial(struct bytes *b)
{
	struct buf rest = BUF_INIT;
	struct frame_span span;
	enum frame_found found;
	uint64_t size;
	size_t got = 0, read = 0;
	struct err e;

	fixture_must(file_size(b->file, &size, &e), &e);
	size_t n = size > b->at ? (size_t)(size - b->at) : 0;
	fixture_must(file_pread(b->file, b->at, buf_room(&rest, n + 1), n, &got, &e), &e);
	buf_added(&rest, got);
	for (;;) {
		struct frame_where where = {
		    .offset = b->at, .public = b->head.public, .last = true};
		struct str left = str_sub(buf_str(&rest), read, got);
		found = archive_span_next(left, &b->chain, &where, &span);
		if (found != FRAME_FOUND_APPEND)
			break;
		b->at += span.bytes;
		b->chain = span.after;
		read += span.bytes;
	}
	buf_free(&rest);
	return found == FRAME_FOUND_TORN;
}

struct seen {
	long partial, looks;
	int64_t entries;
};

/* Looks at the bytes, then through a handle, which must see whole appends only. */
static void
look(struct bytes *b, struct archive *a, struct seen *s)
{
	struct err e;

	s->partial += is_partial(b);
	s->looks++;
	fixture_must(archive_refresh(a, &e), &e);
	int64_t now = archive_entries(a);
	if (now < s->entries || now % BATCH != 0 || now != fixture_count(a)) {
		fprintf(stderr, "%lld entries after %lld\n", (long long)now, (long long)s->entries);
		exit(1);
	}
	s->entries = now;
}

static void
read_until(const struct fixture *f, long count, struct seen *s)
{
	int64_t end = clock_monotonic() + (int64_t)SECONDS_MAX * 1000000000;
	struct bytes b = {0};

	bytes_open(f, &b);
	while (s->partial < count && clock_monotonic() < end) {
		struct archive *a = fixture_open(f);

		for (int i = 0; i < LOOKS && s->partial < count; i++)
			look(&b, a, s);
		archive_close(a);
	}
	file_close(b.file);
}

int
main(int argc, char **argv)
{
	long count = argc > 1 ? strtol(argv[1], NULL, 10) : 300;
	pid_t writers[WRITERS];
	struct seen s = {0};
	struct archive_verdict v;
	struct fixture f;
	struct err e;

	/* Beside the program and not in memory: an append is seen half done while a disk syncs it.
	 */
	fixture_make(&f, dirname(argv[0]));
	for (unsigned i = 0; i < WRITERS; i++) {
		writers[i] = fork();
		if (writers[i] < 0)
			abort();
		if (writers[i] == 0)
			write_until_killed(&f, i);
	}
	read_until(&f, count, &s);
	for (unsigned i = 0; i < WRITERS; i++) {
		int status;

		kill(writers[i], SIGKILL);
		if (waitpid(writers[i], &status, 0) != writers[i] || !WIFSIGNALED(status))
			abort();
	}
	fixture_must(archive_verify(&f.place, &v, &e), &e);
	printf("%ld looks met %ld appends that were not yet whole; %lld entries were read\n",
	    s.looks, s.partial, (long long)s.entries);
	fixture_remove(&f);
	return !v.sound || s.partial == 0;
}
