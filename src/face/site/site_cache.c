#include "face/site/site_cache.h"

#include <pthread.h>
#include <stdlib.h>

#define SLOTS 4096 /* a power of two */
#define PAGES 2048 /* then all go: nobody has so many pages at once */

struct slot {
	struct str path; /* on the cache's arena; p is NULL in an empty slot */
	struct http_page *page;
};

struct site_cache {
	pthread_rwlock_t lock;
	struct arena *a; /* of the paths */
	int64_t head;    /* of all pages kept */
	size_t count;
	struct slot slots[SLOTS];
};

struct site_cache *
site_cache_new(void)
{
	struct site_cache *c = calloc(1, sizeof *c);

	if (c == NULL || pthread_rwlock_init(&c->lock, NULL) != 0)
		abort();
	c->a = arena_new();
	return c;
}

static void
empty(struct site_cache *c)
{
	for (size_t i = 0; i < SLOTS; i++) {
		http_page_free(c->slots[i].page);
		c->slots[i] = (struct slot){0};
	}
	arena_free(c->a);
	c->a = arena_new();
	c->count = 0;
}

void
site_cache_free(struct site_cache *c)
{
	if (c == NULL)
		return;
	empty(c);
	arena_free(c->a);
	pthread_rwlock_destroy(&c->lock);
	free(c);
}

/* The slot of path, or the empty one where it would stand (FNV-1a, linear probing). */
static struct slot *
slot_of(struct site_cache *c, struct str path)
{
	uint64_t hash = 0xCBF29CE484222325u;

	for (size_t i = 0; i < path.n; i++)
		hash = (hash ^ (unsigned char)path.p[i]) * 0x100000001B3u;
	size_t at = (size_t)hash % SLOTS;
	while (c->slots[at].path.p != NULL && !str_eq(c->slots[at].path, path))
		at = (at + 1) % SLOTS;
	return &c->slots[at];
}

struct http_page *
site_cache_find(struct site_cache *c, struct str path, int64_t head)
{
	struct http_page *page = NULL;

	pthread_rwlock_rdlock(&c->lock);
	if (c->head == head)
		page = slot_of(c, path)->page;
	if (page != NULL)
		http_page_hold(page);
	pthread_rwlock_unlock(&c->lock);
	return page;
}

void
site_cache_keep(struct site_cache *c, struct str path, int64_t head, struct http_page *page)
{
	pthread_rwlock_wrlock(&c->lock);
	if (c->head != head || c->count == PAGES)
		empty(c);
	c->head = head;
	struct slot *slot = slot_of(c, path);
	if (slot->page == NULL) {
		slot->path = arena_str(c->a, path);
		slot->page = http_page_hold(page);
		c->count++;
	}
	pthread_rwlock_unlock(&c->lock);
}
