#include "domain/find/terms.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "domain/find/set.h"

#define SLOTS_FIRST 1024

/* Spreads every bit over all others (the end of MurmurHash3, Appleby 2011). */
static uint64_t
mixed(uint64_t h)
{
	h = (h ^ h >> 33) * UINT64_C(0xff51afd7ed558ccd);
	h = (h ^ h >> 33) * UINT64_C(0xc4ceb9fe1a85ec53);
	return h ^ h >> 33;
}

/* Eight bytes at a time: words are most of what is read. */
static uint64_t
hash_of(char letter, struct str value)
{
	uint64_t h = (uint8_t)letter + value.n * 256;

	for (size_t at = 0; at < value.n; at += sizeof(h)) {
		uint64_t eight = 0;
		size_t left = value.n - at;
		memcpy(&eight, value.p + at, left < sizeof(eight) ? left : sizeof(eight));
		h = mixed(h ^ eight);
	}
	return h;
}

static uint64_t
hash_of_text(struct str text)
{
	return hash_of(text.p[0], str_sub(text, 1, text.n));
}

/* What stands in a slot beside the index: most other terms are told by it. */
static uint64_t
mark_of(uint64_t hash)
{
	return hash & ~(uint64_t)UINT32_MAX;
}

static size_t
index_in(uint64_t slot)
{
	return (uint32_t)slot - 1;
}

static void
spread(struct find_terms *t)
{
	size_t slots = t->slots == NULL ? SLOTS_FIRST : (t->mask + 1) * 2;

	t->slots = ARENA_ARRAY(t->a, uint64_t, slots);
	t->mask = slots - 1;
	for (size_t i = 0; i < t->count; i++) {
		uint64_t hash = hash_of_text(t->all[i].text);
		size_t at = hash & t->mask;
		while (t->slots[at] != 0)
			at = (at + 1) & t->mask;
		t->slots[at] = mark_of(hash) | (i + 1);
	}
}

static bool
is_term(struct str text, char letter, struct str value)
{
	return text.n == value.n + 1 && text.p[0] == letter &&
	    memcmp(text.p + 1, value.p, value.n) == 0;
}

/* The slot of a term, or the free one where it belongs. */
static size_t
slot_of(const struct find_terms *t, uint64_t hash, char letter, struct str value)
{
	size_t at = hash & t->mask;

	while (t->slots[at] != 0 &&
	    (mark_of(t->slots[at]) != mark_of(hash) ||
		!is_term(t->all[index_in(t->slots[at])].text, letter, value)))
		at = (at + 1) & t->mask;
	return at;
}

static struct str
text_of(struct arena *a, char letter, struct str value)
{
	char *text = arena_alloc(a, value.n + 1);

	text[0] = letter;
	memcpy(text + 1, value.p, value.n);
	return (struct str){text, value.n + 1};
}

static struct find_term *
term_of(struct find_terms *t, uint64_t hash, char letter, struct str value)
{
	if (t->count * 2 > t->mask)
		spread(t);
	size_t at = slot_of(t, hash, letter, value);
	if (t->slots[at] == 0) {
		t->all = arena_grow(t->a, t->all, t->count, &t->capacity, sizeof(*t->all));
		t->all[t->count++] = (struct find_term){.text = text_of(t->a, letter, value)};
		t->slots[at] = mark_of(hash) | t->count;
	}
	return &t->all[index_in(t->slots[at])];
}

struct find_term *
find_terms_of(struct find_terms *t, char letter, struct str value)
{
	if (t->slots == NULL)
		spread(t);
	return term_of(t, hash_of(letter, value), letter, value);
}

static void
add_now(struct find_terms *t, const struct find_waiting *w)
{
	struct find_term *term = term_of(t, w->hash, w->letter, w->value);

	if (term->count > 0 && term->numbers[term->count - 1] == w->number)
		return;
	term->numbers =
	    arena_grow(t->a, term->numbers, term->count, &term->capacity, sizeof(*term->numbers));
	term->numbers[term->count++] = w->number;
}

/* Is there a term that most likely is the one? *at is where. */
static bool
likely(const struct find_terms *t, uint64_t hash, size_t *at)
{
	uint64_t slot = t->slots[hash & t->mask];

	if (slot == 0 || mark_of(slot) != mark_of(hash))
		return false;
	*at = index_in(slot);
	return true;
}

static void
settle(struct find_terms *t)
{
	size_t at;

	for (size_t i = 0; i < t->n_waiting; i++)
		if (likely(t, t->waiting[i].hash, &at)) {
			__builtin_prefetch(&t->all[at].text);
			__builtin_prefetch(&t->all[at].capacity);
		}
	for (size_t i = 0; i < t->n_waiting; i++)
		if (likely(t, t->waiting[i].hash, &at)) {
			__builtin_prefetch(t->all[at].text.p);
			__builtin_prefetch(t->all[at].numbers + t->all[at].count);
		}
	for (size_t i = 0; i < t->n_waiting; i++)
		add_now(t, &t->waiting[i]);
	t->n_waiting = 0;
}

void
find_terms_add(struct find_terms *t, char letter, struct str value, uint16_t number)
{
	uint64_t hash = hash_of(letter, value);

	if (t->slots == NULL)
		spread(t);
	__builtin_prefetch(&t->slots[hash & t->mask]);
	t->waiting[t->n_waiting++] = (struct find_waiting){hash, value, number, letter};
	if (t->n_waiting == LENGTH(t->waiting))
		settle(t);
}

struct find_term *
find_terms_get(const struct find_terms *t, char letter, struct str value)
{
	assert(t->n_waiting == 0);
	if (t->slots == NULL)
		return NULL;
	size_t at = slot_of(t, hash_of(letter, value), letter, value);
	return t->slots[at] == 0 ? NULL : &t->all[index_in(t->slots[at])];
}

void
find_terms_pack(struct find_terms *t, size_t words)
{
	settle(t);
	for (size_t i = 0; i < t->count; i++)
		t->all[i].packed =
		    find_set_pack_list(t->a, t->all[i].numbers, t->all[i].count, words);
}

static int
by_text(const void *a, const void *b)
{
	return str_cmp(((const struct find_term *)a)->text, ((const struct find_term *)b)->text);
}

void
find_terms_sort(struct find_terms *t)
{
	assert(t->n_waiting == 0);
	if (t->count > 0)
		qsort(t->all, t->count, sizeof(*t->all), by_text);
	t->slots = NULL;
}
