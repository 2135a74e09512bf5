/*
 * memlock: who may read and write one database file, by SQLite's rules: five
 * states for the file, shared or exclusive for each of the eight slots of its
 * write-ahead index. Nothing waits here: an answer of false means busy, and
 * SQLite decides how often to ask again. Safe from any thread. Beside the slots
 * stands the memory of that index, in regions that never move.
 */
#ifndef GUVOH_KIT_DB_MEMLOCK_H
#define GUVOH_KIT_DB_MEMLOCK_H

#include <pthread.h>

#include "base/arena.h"

#define MEMLOCK_SLOTS 8
#define MEMLOCK_REGIONS 1024 /* of 32 KiB: a log of four million frames */

/* SQLite's numbers. */
enum memlock_state {
	MEMLOCK_NONE,
	MEMLOCK_SHARED,
	MEMLOCK_RESERVED,
	MEMLOCK_PENDING,
	MEMLOCK_EXCLUSIVE,
};

/* One handle on the file; zeroed at first. */
struct memlock_holder {
	int state;
	bool shares[MEMLOCK_SLOTS];
	bool maps;
};

struct memlock {
	pthread_mutex_t mutex;
	unsigned readers;                    /* holders at SHARED or above */
	const struct memlock_holder *writer; /* at RESERVED or above */
	bool pending; /* the writer waits for readers to leave: no new ones */
	unsigned sharers[MEMLOCK_SLOTS];
	const struct memlock_holder *owner[MEMLOCK_SLOTS]; /* exclusive */

	struct arena *a; /* of the regions */
	void *region[MEMLOCK_REGIONS];
	size_t region_bytes;
	unsigned mappers; /* holders that have asked for a region */
};

void memlock_init(struct memlock *l);
void memlock_free(struct memlock *l);

/*
 * Raises h to want: SHARED, RESERVED or EXCLUSIVE. EXCLUSIVE that finds readers
 * leaves h at PENDING, which lets no new ones in.
 */
MUST_CHECK bool memlock_raise(struct memlock *l, struct memlock_holder *h, int want);

/* Lowers h to SHARED or NONE. */
void memlock_lower(struct memlock *l, struct memlock_holder *h, int to);

bool memlock_reserved(struct memlock *l);

/* Takes n slots from first on, all or none. */
MUST_CHECK bool memlock_take(
    struct memlock *l, struct memlock_holder *h, int first, int n, bool shared);
void memlock_leave(struct memlock *l, struct memlock_holder *h, int first, int n);

/* The region, or NULL when there is none yet and extend is false; zeroed at first. */
void *memlock_map(
    struct memlock *l, struct memlock_holder *h, int region, size_t bytes, bool extend);

/* Leaves all slots too. The last to go zeroes the regions: the next ones make them from the log. */
void memlock_unmap(struct memlock *l, struct memlock_holder *h);

/* Everything written before is seen by whoever passes after. */
void memlock_barrier(struct memlock *l);

#endif
