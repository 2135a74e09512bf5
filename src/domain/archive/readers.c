#include "domain/archive/readers.h"

#include <assert.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>

#include "domain/archive/private.h"

#define WRITER_MS 200 /* how long another process may go on writing */

struct place {
	struct archive_reader reader; /* db is NULL until it is first taken */
	bool taken;
};

struct archive_readers {
	struct archive *archive;
	pthread_mutex_t lock;
	pthread_cond_t changed;
	bool refreshing; /* nobody takes one */
	size_t taken, many;
	struct place *places;
	atomic_int_least64_t head, entries;
};

struct archive_readers *
archive_readers_new(struct archive *archive, size_t many)
{
	struct archive_readers *r = calloc(1, sizeof *r);
	struct place *places = calloc(many, sizeof *places);

	assert(many > 0);
	if (r == NULL || places == NULL || pthread_mutex_init(&r->lock, NULL) != 0 ||
	    pthread_cond_init(&r->changed, NULL) != 0)
		abort();
	archive->readers++;
	r->archive = archive;
	r->many = many;
	r->places = places;
	atomic_init(&r->head, 1);
	atomic_init(&r->entries, archive_entries(archive));
	return r;
}

static void
places_empty(struct archive_readers *r)
{
	assert(r->taken == 0);
	for (size_t i = 0; i < r->many; i++) {
		db_close(r->places[i].reader.db);
		arena_free(r->places[i].reader.a);
		r->places[i] = (struct place){0};
	}
}

void
archive_readers_free(struct archive_readers *r)
{
	if (r == NULL)
		return;
	places_empty(r);
	r->archive->readers--;
	pthread_cond_destroy(&r->changed);
	pthread_mutex_destroy(&r->lock);
	free(r->places);
	free(r);
}

static int
place_open(const struct archive_readers *r, struct place *place, struct err *e)
{
	if (place->reader.db != NULL)
		return 0;
	if (db_open(r->archive->db_name, DB_READ, &place->reader.db, e) != 0)
		return -1;
	place->reader.a = arena_new();
	return 0;
}

int
archive_reader_take(struct archive_readers *r, struct archive_reader **out, struct err *e)
{
	size_t i = 0;

	pthread_mutex_lock(&r->lock);
	while (r->refreshing || r->taken == r->many)
		pthread_cond_wait(&r->changed, &r->lock);
	while (r->places[i].taken)
		i++;
	int status = place_open(r, &r->places[i], e);
	if (status == 0) {
		r->places[i].taken = true;
		r->taken++;
		*out = &r->places[i].reader;
	}
	pthread_mutex_unlock(&r->lock);
	return status;
}

void
archive_reader_give(struct archive_readers *r, struct archive_reader *reader)
{
	pthread_mutex_lock(&r->lock);
	for (size_t i = 0; i < r->many; i++)
		if (&r->places[i].reader == reader)
			r->places[i].taken = false;
	r->taken--;
	pthread_cond_broadcast(&r->changed);
	pthread_mutex_unlock(&r->lock);
}

/* Calls fn while nobody else touches the archive; readers begin anew when it has moved on. */
static int
alone(struct archive_readers *r, int (*fn)(struct archive *archive, void *arg, struct err *e),
    void *arg, struct err *e)
{
	pthread_mutex_lock(&r->lock);
	while (r->refreshing)
		pthread_cond_wait(&r->changed, &r->lock);
	r->refreshing = true;
	while (r->taken > 0)
		pthread_cond_wait(&r->changed, &r->lock);
	int64_t entries = archive_entries(r->archive);
	const struct db *db = archive_db(r->archive);
	int status = fn(r->archive, arg, e);
	if (status != 0 || archive_entries(r->archive) != entries || archive_db(r->archive) != db) {
		places_empty(r);
		atomic_fetch_add(&r->head, 1);
		atomic_store(&r->entries, archive_entries(r->archive));
	}
	r->refreshing = false;
	pthread_cond_broadcast(&r->changed);
	pthread_mutex_unlock(&r->lock);
	return status;
}

static int
refresh(struct archive *archive, void *arg, struct err *e)
{
	(void)arg;
	return archive_refresh(archive, e);
}

int
archive_readers_refresh(struct archive_readers *r, struct err *e)
{
	return alone(r, refresh, NULL, e);
}

int
archive_readers_write(struct archive_readers *r,
    int (*write)(struct archive *archive, void *arg, struct err *e), void *arg, struct err *e)
{
	struct file *lock;

	if (archive_folder_lock(&r->archive->folder, WRITER_MS, &lock, e) != 0)
		return -1;
	file_close(lock);
	return alone(r, write, arg, e);
}

int64_t
archive_readers_entries(struct archive_readers *r)
{
	return atomic_load(&r->entries);
}

int64_t
archive_readers_head(struct archive_readers *r)
{
	return atomic_load(&r->head);
}
