/*
 * memory [STEP]: the n-th request for memory is refused while a note, a file, a snapshot and a
 * batch are written, for every STEP-th n (5 unless told otherwise). The program may end there,
 * or say what failed: nothing acknowledged is lost, the archive is sound. Under the sanitizers,
 * which have their own malloc, it does nothing.
 */
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "fixture.h"

#define PASSED 0
#define REFUSED 1 /* the program said what failed */

#if defined(__SANITIZE_ADDRESS__)
#define OWN_MALLOC 0
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define OWN_MALLOC 0
#endif
#endif
#ifndef OWN_MALLOC
#define OWN_MALLOC 1
#endif

#if OWN_MALLOC

void *__libc_malloc(size_t n);
void *__libc_calloc(size_t count, size_t n);
void *__libc_realloc(void *p, size_t n);
void *malloc(size_t n);
void *calloc(size_t count, size_t n);
void *realloc(void *p, size_t n);

static unsigned long left; /* requests until one is refused; 0: none is */

static bool
refuse(void)
{
	if (left == 0 || --left > 0)
		return false;
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t n)
{
	return refuse() ? NULL : __libc_malloc(n);
}

void *
calloc(size_t count, size_t n)
{
	return refuse() ? NULL : __libc_calloc(count, n);
}

void *
realloc(void *p, size_t n)
{
	return refuse() ? NULL : __libc_realloc(p, n);
}

/* What one child does, each step acknowledged by a byte to out. */
static int
work(const struct fixture *f, unsigned long nth, int out)
{
	struct archive *a = fixture_open(f);
	struct archive_blob blob;
	char id[32];
	struct err e;
	int r;

	snprintf(id, sizeof(id), "n%lu", nth);
	left = nth;
	r = fixture_note(a, str_of(id), str_of(id), STR("words"), &e);
	if (r == 0)
		r = write(out, "1", 1) == 1 ? 0 : -1;
	if (r == 0)
		r = archive_blob_put(a, STR("a scan"), str_of(id), &blob, &e);
	if (r == 0)
		r = archive_snapshot(a, &e);
	if (r == 0)
		r = fixture_notes(a, id, 3, &e);
	if (r == 0)
		r = write(out, "3", 1) == 1 ? 0 : -1;
	bool reached = left == 0;
	left = 0;
	if (r == 0)
		archive_close(a);
	return reached || r != 0 ? REFUSED : PASSED;
}

/* Waits for the child, counts what it acknowledged; its status. */
static int
finish(pid_t child, int in, int64_t *acknowledged)
{
	char byte;
	int status;

	while (read(in, &byte, 1) == 1)
		*acknowledged += byte - '0';
	close(in);
	if (waitpid(child, &status, 0) != child)
		abort();
	if (WIFEXITED(status))
		return WEXITSTATUS(status);
	if (WTERMSIG(status) == SIGABRT)
		return REFUSED;
	fprintf(stderr, "it ended by signal %d\n", WTERMSIG(status));
	exit(1);
}

static int
one(const struct fixture *f, unsigned long nth, int64_t *acknowledged)
{
	int pipes[2];

	if (pipe(pipes) != 0)
		abort();
	pid_t child = fork();
	if (child < 0)
		abort();
	if (child == 0) {
		close(pipes[0]);
		_exit(work(f, nth, pipes[1]));
	}
	close(pipes[1]);
	return finish(child, pipes[0], acknowledged);
}

static int64_t
count_anew(const struct fixture *f)
{
	struct archive_verdict v;
	struct err e;

	fixture_must(archive_verify(&f->place, &v, &e), &e);
	if (!v.sound) {
		fprintf(stderr, "not sound: %s %s\n", v.damage.key, v.damage.arg[0]);
		exit(1);
	}
	return v.entries;
}

static unsigned long
run(const struct fixture *f, unsigned long step)
{
	int64_t known = 0;
	unsigned long nth = 1;

	for (int status = REFUSED; status == REFUSED; nth += step) {
		int64_t acknowledged = 0;

		status = one(f, nth, &acknowledged);
		int64_t now = count_anew(f);
		if (now < known + acknowledged || now > known + 4) {
			fprintf(stderr, "request %lu: %lld entries, %lld acknowledged\n", nth,
			    (long long)(now - known), (long long)acknowledged);
			exit(1);
		}
		known = now;
	}
	return nth;
}

int
main(int argc, char **argv)
{
	unsigned long step = argc > 1 ? strtoul(argv[1], NULL, 10) : 5;
	const struct rlimit no_cores = {0, 0};
	struct fixture f;

	(void)setrlimit(RLIMIT_CORE, &no_cores);
	fixture_make(&f, access("/dev/shm", W_OK) == 0 ? "/dev/shm" : "");
	unsigned long last = run(&f, step > 0 ? step : 1);
	printf(
	    "%lu of %lu requests for memory refused, each alone: nothing acknowledged was lost\n",
	    last / step, last);
	fixture_remove(&f);
	return 0;
}

#else

int
main(void)
{
	printf("not with this malloc\n");
	return 0;
}

#endif
