#define _GNU_SOURCE
#include "kit/os/spill.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

#include "kit/os/fault.h"
#include "kit/os/machine.h"
#include "kit/os/syserr.h"

#define STRETCH_FIRST ((size_t)1 << 22) /* bytes; the file grows by as much as there is, */
#define STRETCH_MOST ((size_t)1 << 28)  /* but by no more, and by no less than is asked for */
#define PAGE ((size_t)1 << 16) /* what is taken begins here: no page of any system is larger */

/* A stretch of the file in memory; what is taken of it lies one behind the other. */
struct stretch {
	struct stretch *next;
	unsigned char *p;
	size_t used, size;
};

struct spill {
	struct arena_lender lender;
	struct str folder;
	uint64_t memory;
	pthread_mutex_t lock; /* of what follows */
	int fd;               /* -1: not made yet */
	bool refused;
	uint64_t bytes, taken;
	struct stretch *stretches; /* newest first */
};

/* A file that never has a name, where the disk can do that. */
static int
file_open(const char *folder)
{
	if (fault_hits(NULL))
		return -1;
	int fd = open(folder, O_TMPFILE | O_EXCL | O_RDWR | O_CLOEXEC, 0600);
	if (fd >= 0 || (errno != EOPNOTSUPP && errno != EISDIR))
		return fd;
	char name[PATH_MAX];
	int n = snprintf(name, sizeof(name), "%s/.guvoh-XXXXXX", folder);
	if (n < 0 || n >= (int)sizeof(name))
		return -1;
	fd = mkostemp(name, O_CLOEXEC);
	if (fd >= 0)
		unlink(name);
	return fd;
}

/* The disk keeps the room from now on, so that no write fails later. */
static bool
room_keep(int fd, uint64_t at, size_t n)
{
	return !fault_hits(NULL) && posix_fallocate(fd, (off_t)at, (off_t)n) == 0;
}

static bool
file_make(struct spill *s)
{
	char name[PATH_MAX];
	struct err e;

	if (s->fd < 0 && syserr_path(s->folder, name, &e) == 0)
		s->fd = file_open(name);
	return s->fd >= 0;
}

/* One more stretch, with room for n bytes at least. */
static bool
stretch_add(struct spill *s, size_t n)
{
	size_t size = s->bytes < STRETCH_FIRST ? STRETCH_FIRST : s->bytes;

	size = size < STRETCH_MOST ? size : STRETCH_MOST;
	size = size < n ? n : size;
	if (!file_make(s) || !room_keep(s->fd, s->bytes, size))
		return false;
	void *p = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED, s->fd, (off_t)s->bytes);
	if (p == MAP_FAILED)
		return false;
	struct stretch *stretch = malloc(sizeof(*stretch));
	if (stretch == NULL)
		abort();
	*stretch = (struct stretch){s->stretches, p, 0, size};
	s->stretches = stretch;
	s->bytes += size;
	return true;
}

static void *
stretch_take(struct spill *s, size_t n)
{
	n = (n + PAGE - 1) / PAGE * PAGE;
	if (s->stretches == NULL || s->stretches->size - s->stretches->used < n) {
		s->refused = !stretch_add(s, n);
		if (s->refused)
			return NULL;
	}
	void *p = s->stretches->p + s->stretches->used;
	s->stretches->used += n;
	s->taken += n;
	return p;
}

static void *
spill_take(void *arg, size_t n)
{
	struct spill *s = arg;
	void *p = NULL;

	if (machine_used() + n <= s->memory)
		return NULL;
	pthread_mutex_lock(&s->lock);
	if (!s->refused)
		p = stretch_take(s, n);
	pthread_mutex_unlock(&s->lock);
	return p;
}

/* The disk gets its room back; where it cannot do that, at the end. */
static void
spill_give(void *arg, void *p, size_t n)
{
	(void)arg;
	(void)madvise(p, (n + PAGE - 1) / PAGE * PAGE, MADV_REMOVE);
}

/* The pages stay in the file, and leave this process. */
static void
spill_rest(void *arg, void *p, size_t n)
{
	(void)arg;
	(void)madvise(p, n, MADV_DONTNEED);
}

static bool
spill_refused(void *arg)
{
	struct spill *s = arg;

	pthread_mutex_lock(&s->lock);
	bool refused = s->refused;
	pthread_mutex_unlock(&s->lock);
	return refused;
}

struct spill *
spill_new(struct str folder, uint64_t memory)
{
	struct spill *s = calloc(1, sizeof(*s));

	if (s == NULL)
		abort();
	s->lender = (struct arena_lender){spill_take, spill_give, spill_rest, spill_refused, s};
	s->folder = folder;
	s->memory = memory;
	s->fd = -1;
	pthread_mutex_init(&s->lock, NULL);
	return s;
}

void
spill_free(struct spill *s)
{
	if (s == NULL)
		return;
	for (struct stretch *stretch = s->stretches, *next; stretch != NULL; stretch = next) {
		next = stretch->next;
		munmap(stretch->p, stretch->size);
		free(stretch);
	}
	if (s->fd >= 0)
		close(s->fd);
	pthread_mutex_destroy(&s->lock);
	free(s);
}

const struct arena_lender *
spill_lender(struct spill *s)
{
	return &s->lender;
}

uint64_t
spill_bytes(struct spill *s)
{
	pthread_mutex_lock(&s->lock);
	uint64_t taken = s->taken;
	pthread_mutex_unlock(&s->lock);
	return taken;
}
