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
#define WORD_MOST 128 /* bytes of one */
#define SORT_FEW 32   /* entries that are sorted by putting each in its place */
#define RANGE_BITS 4  /* of a key, by which keys are looked at range by range */
#define RANGES (1U << RANGE_BITS)
#define HEAP_BITS 14 /* the next ones, by which entries are dealt out before they are sorted */
#define HEAPS ((size_t)1 << HEAP_BITS)
#define SEEN_FIRST 64               /* slots of units, at least */
#define SPREAD UINT32_C(0x9e3779b1) /* times which numbers that are close lie apart */
#define HEAD 4                      /* sounds of a beginning that is a key */

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

static int
by_key(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return a->unit < b->unit ? -1 : a->unit > b->unit;
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

/* Sorts by compare, equal ones as they stand. */
static void
entries_sort(struct entry *at, size_t n, int (*compare)(const void *, const void *))
{
	if (n > SORT_FEW)
		qsort(at, n, sizeof(*at), compare);
	for (size_t i = 1; i < n && n <= SORT_FEW; i++) {
		struct entry entry = at[i];
		size_t k = i;
		for (; k > 0 && compare(&entry, &at[k - 1]) < 0; k--)
			at[k] = at[k - 1];
		at[k] = entry;
	}
}

/* Keys are looked at range by range, so that those of one are in memory only. */
struct range {
	struct arena *a;    /* of all that follows */
	struct entry *many; /* of keys that many share */
	size_t n_many;
	struct sharers s;
};

struct ranging {
	const struct blocking *b;
	const struct field_keys *of_field;
	const struct entries *many; /* sorted by unit; NULL while keys are single */
	struct range *ranges;
};

/* The heap of a key among those of its range. */
static size_t
heap_of(uint64_t key)
{
	return (size_t)(key << RANGE_BITS >> (64 - HEAP_BITS));
}

/* Sorts by key, dealt out first into heaps of neighbouring keys, and leaves no unit in a key twice.
 */
static struct entries
range_sort(struct arena *a, struct entries *e)
{
	struct entries out = {a, ARENA_ARRAY(a, struct entry, e->n), 0};
	size_t *end = ARENA_ARRAY(a, size_t, HEAPS + 1), first = 0;

	for (size_t i = 0; i < e->n; i++)
		end[heap_of(e->at[i].key) + 1]++;
	for (size_t h = 0; h < HEAPS; h++)
		end[h + 1] += end[h];
	for (size_t i = 0; i < e->n; i++)
		out.at[end[heap_of(e->at[i].key)]++] = e->at[i];
	for (size_t h = 0; h < HEAPS; first = end[h++])
		entries_sort(out.at + first, end[h] - first, by_key);
	for (size_t i = 0; i < e->n; i++) {
		if (out.n == 0 || out.at[out.n - 1].key != out.at[i].key ||
		    out.at[out.n - 1].unit != out.at[i].unit)
			out.at[out.n++] = out.at[i];
	}
	return out;
}

static void
entry_add(struct entries *e, size_t *capacity, struct entry entry)
{
	e->at = arena_grow(e->a, e->at, e->n, capacity, sizeof(*e->at));
	e->at[e->n++] = entry;
}

/* The keys of one range that fields have. */
static void
range_keys(const struct ranging *k, size_t range, struct entries *out)
{
	const struct fields *f = k->b->f;
	size_t capacity = 0;

	for (size_t i = 0; i < f->count; i++) {
		const struct field_keys *keys = &k->of_field[i];
		const uint32_t *of_unit = f->at[i].of_unit;
		for (size_t u = 0; keys->at != NULL && u < f->units; u++) {
			size_t v = of_unit[u], end = v > 0 ? keys->first[v + 1] : 0;
			for (size_t at = v > 0 ? keys->first[v] : 0; at < end; at++)
				if (keys->at[at] >> (64 - RANGE_BITS) == range)
					entry_add(out, &capacity,
					    (struct entry){
						keys->at[at], (uint32_t)u, (uint16_t)i, 0});
		}
	}
}

/* Keys of one unit, two of different fields at a time, of which the two say that they are of this
 * range. */
static void
pairs_of_unit(
    const struct entry *keys, size_t n, size_t range, struct entries *out, size_t *capacity)
{
	if (n > COMMON)
		n = COMMON;
	for (size_t i = 0; i < n; i++) {
		for (size_t k = i + 1; k < n; k++) {
			uint64_t x = keys[i].key, y = keys[k].key;
			if (keys[i].field == keys[k].field || (x ^ y) >> (64 - RANGE_BITS) != range)
				continue;
			uint64_t digest = hash_pair(x < y ? x : y, x < y ? y : x);
			entry_add(
			    out, capacity, (struct entry){digest, keys[i].unit, keys[i].field, 0});
		}
	}
}

/* The end of what has the unit of the entry at first. */
static size_t
unit_end(const struct entries *e, size_t first)
{
	size_t end = first + 1;

	while (end < e->n && e->at[end].unit == e->at[first].unit)
		end++;
	return end;
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

/* How many entries are of keys that from least to most units share. */
static size_t
sharing(const struct entries *e, size_t least, size_t most)
{
	size_t count = 0;

	for (size_t first = 0, end; first < e->n; first = end) {
		end = key_end(e, first);
		count += end - first >= least && end - first <= most ? end - first : 0;
	}
	return count;
}

/* The units of keys that two to most units share. Of a key of more than FEW_TWICE, neighbours are
 * paired. */
static void
range_sharers(struct range *r, const struct entries *e, size_t most)
{
	struct sharers *s = &r->s;
	size_t n = sharing(e, 2, most);

	s->unit = ARENA_ARRAY(r->a, uint32_t, n);
	s->reach = ARENA_ARRAY(r->a, uint8_t, n);
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

/* The entries of keys that more than FEW units share. */
static void
range_many(struct range *r, const struct entries *e)
{
	r->many = ARENA_ARRAY(r->a, struct entry, sharing(e, FEW + 1, SIZE_MAX));
	for (size_t first = 0, end; first < e->n; first = end) {
		end = key_end(e, first);
		for (size_t i = first; i < end && end - first > FEW; i++) {
			r->many[r->n_many] = e->at[i];
			r->many[r->n_many++].sharers =
			    end - first < SHARERS ? (uint16_t)(end - first) : SHARERS;
		}
	}
}

static void
range_look(void *arg, size_t i)
{
	const struct ranging *k = arg;
	struct arena *own = arena_new();
	struct entries found = {own, NULL, 0};
	struct range *r = &k->ranges[i];
	size_t capacity = 0;

	r->a = arena_new();
	if (k->many == NULL)
		range_keys(k, i, &found);
	for (size_t first = 0, end; k->many != NULL && first < k->many->n; first = end) {
		end = unit_end(k->many, first);
		pairs_of_unit(k->many->at + first, end - first, i, &found, &capacity);
	}
	struct entries e = range_sort(own, &found);
	range_sharers(r, &e, k->many == NULL ? FEW : SIZE_MAX);
	if (k->many == NULL)
		range_many(r, &e);
	arena_free(own);
}

/* All entries of keys that many share, by unit; ranges let go of them. */
static struct entries
many_of(const struct ranging *k)
{
	size_t units = k->b->f->units, *end;
	struct entries out = {arena_new(), NULL, 0};

	end = ARENA_ARRAY(out.a, size_t, units + 1);
	for (size_t r = 0; r < RANGES; r++) {
		out.n += k->ranges[r].n_many;
		for (size_t i = 0; i < k->ranges[r].n_many; i++)
			end[k->ranges[r].many[i].unit + 1]++;
	}
	for (size_t u = 0; u < units; u++)
		end[u + 1] += end[u];
	out.at = ARENA_ARRAY(out.a, struct entry, out.n);
	for (size_t r = 0; r < RANGES; r++)
		for (size_t i = 0; i < k->ranges[r].n_many; i++)
			out.at[end[k->ranges[r].many[i].unit]++] = k->ranges[r].many[i];
	for (size_t u = 0, first = 0; u < units; first = end[u++])
		entries_sort(out.at + first, end[u] - first, by_unit);
	return out;
}

/* Adds what the ranges found, and lets go of these. */
static void
sharers_add(const struct blocking *b, struct sharers *s, struct range *ranges)
{
	struct sharers old = *s;

	for (size_t r = 0; r < RANGES; r++)
		s->n += ranges[r].s.n;
	s->unit = ARENA_ARRAY(b->a, uint32_t, s->n);
	s->reach = ARENA_ARRAY(b->a, uint8_t, s->n);
	if (old.n > 0) {
		memcpy(s->unit, old.unit, old.n * sizeof(*s->unit));
		memcpy(s->reach, old.reach, old.n * sizeof(*s->reach));
	}
	for (size_t r = 0, at = old.n; r < RANGES; at += ranges[r++].s.n) {
		const struct sharers *own = &ranges[r].s;
		if (own->n > 0) {
			memcpy(s->unit + at, own->unit, own->n * sizeof(*s->unit));
			memcpy(s->reach + at, own->reach, own->n * sizeof(*s->reach));
		}
		arena_free(ranges[r].a);
	}
}

static struct sharers
sharers_find(struct blocking *b)
{
	struct field_keys of_field[LINK_FIELDS];
	struct arena *arenas[LINK_FIELDS] = {NULL};
	struct keying keys = {b->f, of_field, arenas};
	struct range single[RANGES] = {{0}}, twice[RANGES] = {{0}};
	struct ranging k = {b, of_field, NULL, single};
	struct sharers s = {NULL, NULL, 0};

	share_out(b->f->share, b->f->count, field_keys_make, &keys);
	share_out(b->f->share, RANGES, range_look, &k);
	for (size_t i = 0; i < b->f->count; i++)
		arena_free(arenas[i]);
	struct entries many = many_of(&k);
	sharers_add(b, &s, single);
	k = (struct ranging){b, NULL, &many, twice};
	share_out(b->f->share, RANGES, range_look, &k);
	arena_free(many.a);
	sharers_add(b, &s, twice);
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
