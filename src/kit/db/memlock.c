#include "kit/db/memlock.h"

#include <string.h>

void
memlock_init(struct memlock *l)
{
	*l = (struct memlock){.a = arena_new()};
	(void)pthread_mutex_init(&l->mutex, NULL);
}

void
memlock_free(struct memlock *l)
{
	(void)pthread_mutex_destroy(&l->mutex);
	arena_free(l->a);
}

static bool
raise_state(struct memlock *l, struct memlock_holder *h, int want)
{
	bool others = l->writer != NULL && l->writer != h;
	if (others && (l->pending || want > MEMLOCK_SHARED))
		return false;
	if (h->state == MEMLOCK_NONE)
		l->readers++;
	if (want > MEMLOCK_SHARED)
		l->writer = h;
	h->state = want;
	if (want < MEMLOCK_EXCLUSIVE)
		return true;
	l->pending = true;
	if (l->readers > 1)
		h->state = MEMLOCK_PENDING;
	return l->readers == 1;
}

bool
memlock_raise(struct memlock *l, struct memlock_holder *h, int want)
{
	if (want <= h->state)
		return true;
	(void)pthread_mutex_lock(&l->mutex);
	bool raised = raise_state(l, h, want);
	(void)pthread_mutex_unlock(&l->mutex);
	return raised;
}

void
memlock_lower(struct memlock *l, struct memlock_holder *h, int to)
{
	if (to >= h->state)
		return;
	(void)pthread_mutex_lock(&l->mutex);
	if (l->writer == h) {
		l->writer = NULL;
		l->pending = false;
	}
	if (to == MEMLOCK_NONE)
		l->readers--;
	h->state = to;
	(void)pthread_mutex_unlock(&l->mutex);
}

bool
memlock_reserved(struct memlock *l)
{
	(void)pthread_mutex_lock(&l->mutex);
	bool reserved = l->writer != NULL;
	(void)pthread_mutex_unlock(&l->mutex);
	return reserved;
}

static bool
slot_free(const struct memlock *l, const struct memlock_holder *h, int slot, bool shared)
{
	if (l->owner[slot] != NULL && l->owner[slot] != h)
		return false;
	return shared || l->sharers[slot] == (h->shares[slot] ? 1U : 0U);
}

static void
slot_take(struct memlock *l, struct memlock_holder *h, int slot, bool shared)
{
	if (!shared) {
		l->owner[slot] = h;
	} else if (!h->shares[slot]) {
		l->sharers[slot]++;
		h->shares[slot] = true;
	}
}

bool
memlock_take(struct memlock *l, struct memlock_holder *h, int first, int n, bool shared)
{
	bool free = true;
	(void)pthread_mutex_lock(&l->mutex);
	for (int slot = first; slot < first + n; slot++)
		free = free && slot_free(l, h, slot, shared);
	for (int slot = first; free && slot < first + n; slot++)
		slot_take(l, h, slot, shared);
	(void)pthread_mutex_unlock(&l->mutex);
	return free;
}

static void
slot_leave(struct memlock *l, struct memlock_holder *h, int slot)
{
	if (l->owner[slot] == h)
		l->owner[slot] = NULL;
	l->sharers[slot] -= h->shares[slot] ? 1U : 0U;
	h->shares[slot] = false;
}

void
memlock_leave(struct memlock *l, struct memlock_holder *h, int first, int n)
{
	(void)pthread_mutex_lock(&l->mutex);
	for (int slot = first; slot < first + n; slot++)
		slot_leave(l, h, slot);
	(void)pthread_mutex_unlock(&l->mutex);
}

void *
memlock_map(struct memlock *l, struct memlock_holder *h, int region, size_t bytes, bool extend)
{
	(void)pthread_mutex_lock(&l->mutex);
	l->mappers += h->maps ? 0 : 1;
	h->maps = true;
	l->region_bytes = bytes;
	for (int i = 0; extend && i <= region; i++)
		if (l->region[i] == NULL)
			l->region[i] = arena_alloc(l->a, bytes);
	void *p = l->region[region];
	(void)pthread_mutex_unlock(&l->mutex);
	return p;
}

void
memlock_unmap(struct memlock *l, struct memlock_holder *h)
{
	if (!h->maps)
		return;
	(void)pthread_mutex_lock(&l->mutex);
	for (int slot = 0; slot < MEMLOCK_SLOTS; slot++)
		slot_leave(l, h, slot);
	h->maps = false;
	l->mappers--;
	for (int i = 0; l->mappers == 0 && i < MEMLOCK_REGIONS && l->region[i] != NULL; i++)
		memset(l->region[i], 0, l->region_bytes);
	(void)pthread_mutex_unlock(&l->mutex);
}

void
memlock_barrier(struct memlock *l)
{
	(void)pthread_mutex_lock(&l->mutex);
	(void)pthread_mutex_unlock(&l->mutex);
}
