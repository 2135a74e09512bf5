#include "engine/link/block.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/hash.h"
#include "kit/lang/name.h"

#define KEYS 40 /* most keys of a value */
#define SHARERS UINT16_MAX
#define COMMON 12    /* keys of a unit that many share and that are taken two and two, the rarest */
#define FEW 40       /* a key of so many units pairs them all */
#define FEW_TWICE 60 /* the same for two keys together */
#define NEIGHBOURS 6 /* in what is larger */
#define WORD_LEAST 3 /* sounds of a word that is a key */
#define WORD_MOST 128               /* bytes of one */
#define SORT_FEW 32                 /* entries that are sorted by putting each in its place */
#define HEAPS 4096                  /* of entries that a thread sorts at a time */
#define SEEN_FIRST 64               /* slots of units, at least */
#define SPREAD UINT32_C(0x9e3779b1) /* times which numbers that are close lie apart */
#define KEY_BITS 16 /* of a key, by which entries are dealt out before they are sorted */
#define HEAD 4      /* sounds of a beginning that is a key */

struct entry {
	uint64_t key;
	uint32_t unit;
	uint16_t field;
	uint16_t sharers; /* of a key that many share: how many, or the most there is room for */
};

/* Entries on an arena of their own. */
struct entries {
	struct arena *a;
	struct entry *at;
	size_t n;
};

/* Units that share keys, those of one key next to each other. */
struct sharers {
	uint32_t *unit;
	uint8_t *reach; /* how many behind each are paired with it */
	size_t n;
};

struct blocking {
	struct arena *a;
	const struct fields *f;
};

struct keys {
	uint64_t at[KEYS];
	size_t n;
};

/* The keys of all values of a field, one value after the other. */
struct field_keys {
	uint64_t *at;
	size_t *first; /* of each value, and where the last ends */
};

static void
key_add(struct keys *k, uint64_t what, uint64_t value)
{
	if (k->n < KEYS)
		k->at[k->n++] = hash_pair(what, value);
}

enum { KEY_VALUE, KEY_WORD, KEY_SKELETON, KEY_HEAD, KEY_MONTH, KEY_DAY, KEY_YEAR_DAY, KEY_YEAR };

static bool
is_key(struct str word)
{
	return word.n >= WORD_LEAST && word.n <= WORD_MOST;
}

/* A value of one word has no key beside its word's: it would say the same, and take the place of
 * another among the rarest. */
static void
word_keys(struct blocking *b, struct keys *k, const struct field_value *v)
{
	if (v->n_words != 1 || !is_key(intern_str(b->f->words, v->words[0])))
		key_add(k, KEY_VALUE, hash_str(v->sound));
	for (size_t i = 0; i < v->n_words; i++) {
		struct str word = intern_str(b->f->words, v->words[i]);
		if (!is_key(word))
			continue;
		key_add(k, KEY_WORD, hash_str(word));
		struct str skeleton = name_skeleton(b->a, word);
		if (skeleton.n >= WORD_LEAST)
			key_add(k, KEY_SKELETON, hash_str(skeleton));
		key_add(k, KEY_HEAD, hash_str(str_sub(word, 0, HEAD)));
	}
}

static void
date_keys(struct keys *k, struct birth d)
{
	uint64_t year = (uint64_t)d.year, month = (uint64_t)d.month, day = (uint64_t)d.day;

	key_add(k, KEY_VALUE, (year * 100 + month) * 100 + day);
	if (month == 0)
		return;
	key_add(k, KEY_MONTH, year * 100 + month);
	key_add(k, KEY_YEAR_DAY, year * 100 + day);
	key_add(k, KEY_DAY, month * 100 + day);
	key_add(k, KEY_YEAR, year);
}

static void
code_keys(struct keys *k, struct str text)
{
	size_t head = str_find(text, ' ');

	key_add(k, KEY_VALUE, hash_str(text));
	if (head == text.n)
		head = str_find(text, '@');
	if (head == text.n)
		head = (text.n + 1) / 2;
	if (text.n >= HEAD)
		key_add(k, KEY_HEAD, hash_str(str_sub(text, 0, head)));
}

static void
value_keys(struct blocking *b, struct keys *k, const struct field *field, uint32_t value)
{
	const struct field_value *v = &field->values[value];

	if (field->way == FIELD_WAY_WORDS)
		word_keys(b, k, v);
	else if (field->way == FIELD_WAY_DATE && v->birth.year != 0)
		date_keys(k, v->birth);
	else if (field->way == FIELD_WAY_CODE)
		code_keys(k, v->text);
}

/* Where the keys are put of a field. */
struct keying {
	const struct fields *f;
	struct field_keys *of_field;
	struct arena **arenas;
};

/* The keys of every value of field i, made once. Words share their keys over all fields, so that
 * parts that changed places meet. */
static void
field_keys_make(void *arg, size_t i)
{
	const struct keying *m = arg;
	const struct field *field = &m->f->at[i];
	uint64_t space = field->way == FIELD_WAY_WORDS ? 1 : 2 + i;
	struct arena *a = m->arenas[i] = arena_new();
	size_t *first = ARENA_ARRAY(a, size_t, field->n_values + 2), n = 0, capacity = 0;
	uint64_t *at = NULL;

	for (uint32_t v = 1; v <= field->n_values; v++) {
		struct arena *own = arena_new();
		struct blocking b = {own, m->f};
		struct keys k = {.n = 0};
		first[v] = n;
		value_keys(&b, &k, field, v);
		for (size_t key = 0; key < k.n; key++) {
			at = arena_grow(a, at, n, &capacity, sizeof(*at));
			at[n++] = hash_pair(space, k.at[key]);
		}
		arena_free(own);
	}
	first[field->n_values + 1] = n;
	m->of_field[i] = (struct field_keys){at, first};
}

static struct entries
entries_make(struct blocking *b)
{
	struct field_keys of_field[LINK_FIELDS];
	struct arena *arenas[LINK_FIELDS];
	struct keying m = {b->f, of_field, arenas};
	struct entries out = {arena_new(), NULL, 0};
	size_t n = 0;

	share_out(b->f->share, b->f->count, field_keys_make, &m);
	for (size_t i = 0; i < b->f->count; i++) {
		const size_t *first = of_field[i].first;
		for (size_t u = 0; u < b->f->units; u++) {
			uint32_t v = b->f->at[i].of_unit[u];
			n += v > 0 ? first[v + 1] - first[v] : 0;
		}
	}
	out.at = ARENA_ARRAY(out.a, struct entry, n);
	for (size_t i = 0; i < b->f->count; i++) {
		const struct field_keys *k = &of_field[i];
		for (size_t u = 0; u < b->f->units; u++) {
			uint32_t v = b->f->at[i].of_unit[u];
			for (size_t at = k->first[v];
			     k->at != NULL && v > 0 && at < k->first[v + 1]; at++)
				out.at[out.n++] =
				    (struct entry){k->at[at], (uint32_t)u, (uint16_t)i, 0};
		}
		arena_free(arenas[i]);
	}
	return out;
}

static int
by_key(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return a->unit < b->unit ? -1 : a->unit > b->unit;
}

/* Sorts a few entries by compare, equal ones as they stand. */
static void
few_sort(struct entry *at, size_t n, int (*compare)(const void *, const void *))
{
	for (size_t i = 1; i < n; i++) {
		struct entry entry = at[i];
		size_t k = i;
		for (; k > 0 && compare(&entry, &at[k - 1]) < 0; k--)
			at[k] = at[k - 1];
		at[k] = entry;
	}
}

/* Heaps that entries were dealt out into, a piece of them at a time. */
struct heaps {
	struct entry *at;
	const size_t *end;
	size_t count;
	int (*compare)(const void *, const void *);
};

static void
heaps_sort(void *arg, size_t piece)
{
	const struct heaps *h = arg;
	size_t d = piece * HEAPS, end = d + HEAPS < h->count ? d + HEAPS : h->count;

	for (; d < end; d++) {
		size_t first = d > 0 ? h->end[d - 1] : 0, n = h->end[d] - first;
		if (n <= SORT_FEW)
			few_sort(h->at + first, n, h->compare);
		else
			qsort(h->at + first, n, sizeof(*h->at), h->compare);
	}
}

/* Sorts n entries: dealt out by what digit says of each, in its order, then each heap by compare.
 */
static void
entries_deal(const struct blocking *b, struct entries *entries, size_t digits,
    size_t (*digit)(const struct entry *), int (*compare)(const void *, const void *))
{
	struct entries dealt = {arena_new(), NULL, entries->n};
	struct arena *a = arena_new();
	size_t *end = ARENA_ARRAY(a, size_t, digits + 1);

	dealt.at = ARENA_ARRAY(dealt.a, struct entry, entries->n);
	for (size_t i = 0; i < entries->n; i++)
		end[digit(&entries->at[i]) + 1]++;
	for (size_t d = 0; d < digits; d++)
		end[d + 1] += end[d];
	for (size_t i = 0; i < entries->n; i++)
		dealt.at[end[digit(&entries->at[i])]++] = entries->at[i];
	arena_free(entries->a);
	struct heaps h = {dealt.at, end, digits, compare};
	share_out(b->f->share, share_pieces(digits, HEAPS), heaps_sort, &h);
	arena_free(a);
	*entries = dealt;
}

static size_t
key_digit(const struct entry *entry)
{
	return (size_t)(entry->key >> (64 - KEY_BITS));
}

static size_t
unit_digit(const struct entry *entry)
{
	return entry->unit;
}

/* Entries sorted, without a unit twice in a key. */
static void
entries_sort(const struct blocking *b, struct entries *e)
{
	size_t kept = 0;

	entries_deal(b, e, (size_t)1 << KEY_BITS, key_digit, by_key);
	for (size_t i = 0; i < e->n; i++) {
		if (kept == 0 || e->at[kept - 1].key != e->at[i].key ||
		    e->at[kept - 1].unit != e->at[i].unit)
			e->at[kept++] = e->at[i];
	}
	e->n = kept;
}

/* The end of the key that begins at first. */
static size_t
key_end(const struct entries *e, size_t first)
{
	size_t end = first + 1;

	while (end < e->n && e->at[end].key == e->at[first].key)
		end++;
	return end;
}

/* By unit, what fewer share first. */
static int
by_unit(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	if (a->unit != b->unit)
		return a->unit < b->unit ? -1 : 1;
	if (a->sharers != b->sharers)
		return a->sharers < b->sharers ? -1 : 1;
	return a->key < b->key ? -1 : a->key > b->key;
}

/* Keys of one unit, two of different fields at a time; only counts where out is NULL. */
static size_t
pairs_of_unit(const struct entry *keys, size_t n, struct entry *out)
{
	size_t count = 0;

	if (n > COMMON)
		n = COMMON;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k < n; k++) {
			if (keys[i].field == keys[k].field)
				continue;
			uint64_t low = keys[i].key < keys[k].key ? keys[i].key : keys[k].key;
			uint64_t high = keys[i].key ^ keys[k].key ^ low;
			if (out != NULL)
				out[count] = (struct entry){
				    hash_pair(low, high), keys[i].unit, keys[i].field, 0};
			count++;
		}
	}
	return count;
}

/* What many units share, two keys at a time; many is given back. */
static struct entries
pairs_of_keys(const struct blocking *b, struct entries *many)
{
	struct entries out = {arena_new(), NULL, 0};
	size_t count = 0;

	entries_deal(b, many, b->f->units, unit_digit, by_unit);
	for (int pass = 0; pass < 2; pass++) {
		for (size_t first = 0, end; first < many->n; first = end) {
			for (end = first + 1;
			     end < many->n && many->at[end].unit == many->at[first].unit;)
				end++;
			if (pass == 0)
				count += pairs_of_unit(many->at + first, end - first, NULL);
			else
				out.n +=
				    pairs_of_unit(many->at + first, end - first, out.at + out.n);
		}
		if (pass == 0)
			out.at = ARENA_ARRAY(out.a, struct entry, count);
	}
	arena_free(many->a);
	return out;
}

/* The keys of e that more than few units share. */
static struct entries
many_of(const struct entries *e, size_t few)
{
	struct entries many = {arena_new(), NULL, 0};
	size_t count = 0;

	for (size_t first = 0, end; first < e->n; first = end) {
		end = key_end(e, first);
		count += end - first > few ? end - first : 0;
	}
	many.at = ARENA_ARRAY(many.a, struct entry, count);
	for (size_t first = 0, end; first < e->n; first = end) {
		end = key_end(e, first);
		for (size_t i = first; i < end && end - first > few; i++) {
			many.at[many.n] = e->at[i];
			many.at[many.n++].sharers =
			    end - first < SHARERS ? (uint16_t)(end - first) : SHARERS;
		}
	}
	return many;
}

/* Adds the units of keys that two to most units share. Of a key of more than FEW_TWICE, neighbours
 * are paired. */
static void
sharers_add(const struct blocking *b, struct sharers *s, const struct entries *e, size_t most)
{
	struct sharers old = *s;
	size_t n = old.n;

	for (size_t first = 0, end; first < e->n; first = end) {
		end = key_end(e, first);
		n += end - first > 1 && end - first <= most ? end - first : 0;
	}
	s->unit = ARENA_ARRAY(b->a, uint32_t, n);
	s->reach = ARENA_ARRAY(b->a, uint8_t, n);
	if (old.n > 0) {
		memcpy(s->unit, old.unit, old.n * sizeof(*s->unit));
		memcpy(s->reach, old.reach, old.n * sizeof(*s->reach));
	}
	for (size_t first = 0, end; first < e->n; first = end) {
		end = key_end(e, first);
		for (size_t i = first; i < end && end - first > 1 && end - first <= most; i++) {
			size_t behind = end - i - 1;
			bool all = end - first <= FEW_TWICE || behind <= NEIGHBOURS;
			s->unit[s->n] = e->at[i].unit;
			s->reach[s->n++] = (uint8_t)(all ? behind : NEIGHBOURS);
		}
	}
}

static struct sharers
sharers_find(struct blocking *b)
{
	struct sharers s = {NULL, NULL, 0};
	struct entries e = entries_make(b);

	entries_sort(b, &e);
	struct entries many = many_of(&e, FEW);
	sharers_add(b, &s, &e, FEW);
	arena_free(e.a);
	e = pairs_of_keys(b, &many);
	entries_sort(b, &e);
	sharers_add(b, &s, &e, SIZE_MAX);
	arena_free(e.a);
	return s;
}

/* Where each unit stands among those that share keys. */
struct members {
	uint32_t *at;  /* of each unit, one after the other */
	size_t *first; /* of each unit, and where the last ends */
};

static struct members
members_of(const struct blocking *b, const struct sharers *s)
{
	size_t units = b->f->units;
	struct members m = {
	    ARENA_ARRAY(b->a, uint32_t, s->n), ARENA_ARRAY(b->a, size_t, units + 2)};

	assert(s->n < UINT32_MAX);
	for (size_t i = 0; i < s->n; i++)
		m.first[s->unit[i] + 2]++;
	for (size_t u = 0; u < units; u++)
		m.first[u + 2] += m.first[u + 1];
	for (size_t i = 0; i < s->n; i++)
		m.at[m.first[s->unit[i] + 1]++] = (uint32_t)i;
	return m;
}

struct blocks {
	struct sharers s;
	struct members m;
};

struct blocks *
block_all(struct arena *a, const struct fields *f)
{
	struct blocking b = {a, f};
	struct blocks *out = ARENA_NEW(a, struct blocks);

	out->s = sharers_find(&b);
	out->m = members_of(&b, &out->s);
	return out;
}

size_t
block_reach(const struct blocks *b, size_t first, size_t end)
{
	size_t reach = 0;

	for (size_t i = b->m.first[first]; i < b->m.first[end]; i++)
		reach += b->s.reach[b->m.at[i]];
	return reach;
}

/* Room for n units, none of them seen. */
static void
room_clear(struct block_room *room, size_t n)
{
	size_t slots = SEEN_FIRST;

	while (slots < n * 2)
		slots *= 2;
	if (room->n_seen < slots)
		room->seen = ARENA_ARRAY(room->a, uint32_t, slots);
	else
		memset(room->seen, 0, slots * sizeof(*room->seen));
	if (room->capacity < n)
		room->at = ARENA_ARRAY(room->a, uint32_t, slots);
	room->capacity = room->capacity < n ? slots : room->capacity;
	room->n_seen = room->n_seen < slots ? slots : room->n_seen;
	room->count = 0;
}

void
block_others(const struct blocks *b, uint32_t x, struct block_room *room)
{
	size_t n = block_reach(b, x, x + 1), slots = SEEN_FIRST;

	room_clear(room, n);
	while (slots < n * 2)
		slots *= 2;
	for (size_t i = b->m.first[x]; i < b->m.first[x + 1]; i++) {
		size_t at = b->m.at[i], end = at + b->s.reach[at];
		while (at++ < end) {
			uint32_t other = b->s.unit[at];
			size_t slot = (other * SPREAD >> 7) & (slots - 1);
			while (room->seen[slot] != 0 && room->seen[slot] != other)
				slot = (slot + 1) & (slots - 1);
			if (room->seen[slot] == other)
				continue;
			room->seen[slot] = other;
			room->at[room->count++] = other;
		}
	}
}
