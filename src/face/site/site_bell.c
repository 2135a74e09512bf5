#include "face/site/site_bell.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "domain/errata/errata.h"
#include "face/site/site_serve.h"

#define WAITING 32 /* codes that nobody was told of yet */

struct site_bell {
	struct archive_readers *readers;
	pthread_t thread;
	pthread_mutex_t lock; /* over what follows */
	pthread_cond_t changed;
	char codes[WAITING][ARCHIVE_ID_BYTES + 1];
	size_t n;
	bool end;
};

static int
on_call(struct site_bell *bell, struct arena *a, struct str *out, struct err *e)
{
	struct archive_reader *reader;
	const struct site_kept *kept;

	if (archive_reader_take(bell->readers, &reader, e) != 0)
		return -1;
	int status = site_kept_of(reader, &kept, e);
	if (status == 0) {
		const struct count_reader r = {reader->db, a, &kept->vocab, NULL};
		status = errata_on_call(&r, out, e);
	}
	archive_reader_give(bell->readers, reader);
	return status;
}

/* That nobody was reached does not undo the report: it stands at the top of the queue. */
static void
ring(struct site_bell *bell, struct str code)
{
	struct arena *a = arena_new();
	struct str whom;
	struct err e;
	bool rang;

	if (on_call(bell, a, &whom, &e) == 0 && errata_ring_at(a, whom, code, &rang, &e) != 0)
		rang = false;
	arena_free(a);
}

static void *
run(void *arg)
{
	struct site_bell *bell = arg;

	pthread_mutex_lock(&bell->lock);
	while (!bell->end) {
		char code[ARCHIVE_ID_BYTES + 1];
		if (bell->n == 0) {
			pthread_cond_wait(&bell->changed, &bell->lock);
			continue;
		}
		memcpy(code, bell->codes[0], sizeof code);
		bell->n--;
		memmove(bell->codes[0], bell->codes[1], bell->n * sizeof code);
		pthread_mutex_unlock(&bell->lock);
		ring(bell, str_of(code));
		pthread_mutex_lock(&bell->lock);
	}
	pthread_mutex_unlock(&bell->lock);
	return NULL;
}

struct site_bell *
site_bell_new(struct archive_readers *readers)
{
	struct site_bell *bell = calloc(1, sizeof *bell);

	if (bell == NULL || pthread_mutex_init(&bell->lock, NULL) != 0 ||
	    pthread_cond_init(&bell->changed, NULL) != 0)
		abort();
	bell->readers = readers;
	if (pthread_create(&bell->thread, NULL, run, bell) != 0)
		abort();
	return bell;
}

void
site_bell_free(struct site_bell *bell)
{
	if (bell == NULL)
		return;
	pthread_mutex_lock(&bell->lock);
	bell->end = true;
	pthread_cond_signal(&bell->changed);
	pthread_mutex_unlock(&bell->lock);
	pthread_join(bell->thread, NULL);
	pthread_cond_destroy(&bell->changed);
	pthread_mutex_destroy(&bell->lock);
	free(bell);
}

void
site_bell_ring(struct site_bell *bell, struct str code)
{
	pthread_mutex_lock(&bell->lock);
	if (bell->n < WAITING && code.n <= ARCHIVE_ID_BYTES) {
		memcpy(bell->codes[bell->n], code.p, code.n);
		bell->codes[bell->n++][code.n] = '\0';
		pthread_cond_signal(&bell->changed);
	}
	pthread_mutex_unlock(&bell->lock);
}
