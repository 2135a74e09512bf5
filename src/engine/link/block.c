#include "engine/link/block.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/hash.h"
#include "kit/lang/name.h"

#define KEYS 40 /* most keys of a value */
#define SHARERS UINT16_MAX
#define COMMON 10    /* keys of a unit that many share and that are taken two and two, the rarest */
#define FEW 40       /* a key of so many units pairs them all */
#define FEW_TWICE 60 /* the same for two keys together */
#define NEIGHBOURS 6 /* in what is larger */
#define WORD_LEAST 3 /* sounds of a word that is a key */
#define WORD_MOST 128 /* bytes of one */
#define KEY_BITS 16   /* of a key, by which entries are dealt out before they are sorted */
#define HEAD 4        /* sounds of a beginning that is a key */

struct entry {
	uint64_t key;
	uint32_t unit;
	uint16_t field;
	uint16_t sharers; /* of a key that many share: how many, or the most there is room for */
};

struct run {
	size_t first, end; /* of entries, that share a key */
};

struct blocking {
	struct arena *a;
	const struct fields *f;
	struct entry *entries;
	size_t n_entries;
	struct run *runs;
	size_t n_runs, run_capacity;
};

/* Makes room for n more entries behind those there are. */
static void
entries_room(struct blocking *b, size_t n)
{
	struct entry *more = ARENA_ARRAY(b->a, struct entry, b->n_entries + n);

	if (b->n_entries > 0)
		memcpy(more, b->entries, b->n_entries * sizeof(*more));
	b->entries = more;
}

struct keys {
	uint64_t at[KEYS];
	size_t n;
};

static void
key_add(struct keys *k, uint64_t what, uint64_t value)
{
	if (k->n < KEYS)
		k->at[k->n++] = hash_pair(what, value);
}

enum { KEY_VALUE, KEY_WORD, KEY_SKELETON, KEY_HEAD, KEY_MONTH, KEY_DAY, KEY_YEAR_DAY, KEY_YEAR };

static void
word_keys(struct blocking *b, struct keys *k, const struct field_value *v)
{
	key_add(k, KEY_VALUE, hash_str(v->sound));
	for (size_t i = 0; i < v->n_words; i++) {
		struct str word = intern_str(b->f->words, v->words[i]);
		if (word.n < WORD_LEAST || word.n > WORD_MOST)
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

/* The keys of every value, made once. */
static struct keys *
keys_make(struct blocking *b, const struct field *field)
{
	struct keys *of_value = ARENA_ARRAY(b->a, struct keys, field->n_values + 1);

	for (uint32_t v = 1; v <= field->n_values; v++)
		value_keys(b, &of_value[v], field, v);
	return of_value;
}

/* Words share their keys over all fields, so that parts that changed places meet. */
static void
entries_make(struct blocking *b)
{
	struct keys *of_field[LINK_FIELDS];
	size_t n = 0;

	for (size_t i = 0; i < b->f->count; i++) {
		of_field[i] = keys_make(b, &b->f->at[i]);
		for (size_t u = 0; u < b->f->units; u++)
			n += of_field[i][b->f->at[i].of_unit[u]].n;
	}
	entries_room(b, n);
	for (size_t i = 0; i < b->f->count; i++) {
		const struct field *field = &b->f->at[i];
		uint64_t space = field->way == FIELD_WAY_WORDS ? 1 : 2 + i;
		for (size_t u = 0; u < b->f->units; u++) {
			const struct keys *k = &of_field[i][field->of_unit[u]];
			for (size_t at = 0; at < k->n; at++)
				b->entries[b->n_entries++] = (struct entry){
				    hash_pair(space, k->at[at]), (uint32_t)u, (uint16_t)i, 0};
		}
	}
}

static int
by_key(const void *x, const void *y)
{
	const struct entry *a = x, *b = y;

	if (a->key != b->key)
		return a->key < b->key ? -1 : 1;
	return a->unit < b->unit ? -1 : a->unit > b->unit;
}

static void
run_add(struct blocking *b, size_t first, size_t end)
{
	b->runs = arena_grow(b->a, b->runs, b->n_runs, &b->run_capacity, sizeof(*b->runs));
	b->runs[b->n_runs++] = (struct run){first, end};
}

/* Sorts n entries: dealt out by what digit says of each, in its order, then each heap by compare.
 */
static void
entries_deal(struct entry *at, size_t n, size_t digits, size_t (*digit)(const struct entry *),
    int (*compare)(const void *, const void *))
{
	struct arena *a = arena_new();
	struct entry *dealt = ARENA_ARRAY(a, struct entry, n);
	size_t *end = ARENA_ARRAY(a, size_t, digits + 1);

	for (size_t i = 0; i < n; i++)
		end[digit(&at[i]) + 1]++;
	for (size_t d = 0; d < digits; d++)
		end[d + 1] += end[d];
	for (size_t i = 0; i < n; i++)
		dealt[end[digit(&at[i])]++] = at[i];
	memcpy(at, dealt, n * sizeof(*at));
	for (size_t first = 0, d = 0; d < digits; first = end[d++])
		if (end[d] - first > 1)
			qsort(at + first, end[d] - first, sizeof(*at), compare);
	arena_free(a);
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

/* Entries sorted from first on, without a unit twice in a key. */
static void
entries_sort(struct blocking *b, size_t first)
{
	size_t kept = first;

	entries_deal(
	    b->entries + first, b->n_entries - first, (size_t)1 << KEY_BITS, key_digit, by_key);
	for (size_t i = first; i < b->n_entries; i++) {
		if (kept == first || b->entries[kept - 1].key != b->entries[i].key ||
		    b->entries[kept - 1].unit != b->entries[i].unit)
			b->entries[kept++] = b->entries[i];
	}
	b->n_entries = kept;
}

/* The end of the key that begins at first. */
static size_t
key_end(const struct blocking *b, size_t first)
{
	size_t end = first + 1;

	while (end < b->n_entries && b->entries[end].key == b->entries[first].key)
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

/* What many units share, two keys at a time, behind the entries there are. */
static void
pairs_of_keys(struct blocking *b, struct entry *many, size_t n)
{
	size_t count = 0;

	entries_deal(many, n, b->f->units, unit_digit, by_unit);
	for (int pass = 0; pass < 2; pass++) {
		for (size_t first = 0, end; first < n; first = end) {
			for (end = first + 1; end < n && many[end].unit == many[first].unit;)
				end++;
			if (pass == 0)
				count += pairs_of_unit(many + first, end - first, NULL);
			else
				b->n_entries += pairs_of_unit(
				    many + first, end - first, b->entries + b->n_entries);
		}
		if (pass == 0)
			entries_room(b, count);
	}
}

static void
runs_make(struct blocking *b)
{
	struct entry *many = ARENA_ARRAY(b->a, struct entry, b->n_entries);
	size_t n_many = 0, n = b->n_entries;

	for (size_t first = 0, end; first < n; first = end) {
		end = key_end(b, first);
		if (end - first <= FEW) {
			run_add(b, first, end);
			continue;
		}
		for (size_t i = first; i < end; i++) {
			many[n_many] = b->entries[i];
			many[n_many++].sharers =
			    end - first < SHARERS ? (uint16_t)(end - first) : SHARERS;
		}
	}
	pairs_of_keys(b, many, n_many);
	entries_sort(b, n);
	for (size_t first = n, end; first < b->n_entries; first = end) {
		end = key_end(b, first);
		run_add(b, first, end);
	}
}

/* Where a unit stands. */
struct member {
	uint32_t run, entry;
};

struct members {
	struct member *at; /* of each unit, one after the other */
	size_t *first;     /* of each unit, and where the last ends */
};

static struct members
members_of(const struct blocking *b)
{
	size_t units = b->f->units, total = 0;
	struct members m = {NULL, ARENA_ARRAY(b->a, size_t, units + 2)};

	for (size_t r = 0; r < b->n_runs; r++) {
		for (size_t i = b->runs[r].first; i < b->runs[r].end; i++)
			m.first[b->entries[i].unit + 2]++;
		total += b->runs[r].end - b->runs[r].first;
	}
	for (size_t u = 0; u < units; u++)
		m.first[u + 2] += m.first[u + 1];
	m.at = ARENA_ARRAY(b->a, struct member, total);
	for (size_t r = 0; r < b->n_runs; r++)
		for (size_t i = b->runs[r].first; i < b->runs[r].end; i++)
			m.at[m.first[b->entries[i].unit + 1]++] =
			    (struct member){(uint32_t)r, (uint32_t)i};
	return m;
}

struct block_pairs
block_all(struct arena *a, const struct fields *f)
{
	struct arena *own = arena_new();
	struct blocking b = {.a = own, .f = f};
	struct block_pairs out = {NULL, 0};
	size_t capacity = 0;

	entries_make(&b);
	entries_sort(&b, 0);
	runs_make(&b);
	struct members m = members_of(&b);
	uint32_t *seen = ARENA_ARRAY(own, uint32_t, f->units);
	for (uint32_t u = 0; u < f->units; u++) {
		for (size_t i = m.first[u]; i < m.first[u + 1]; i++) {
			assert(b.runs != NULL); /* whoever is a member is in a run */
			struct run run = b.runs[m.at[i].run];
			size_t at = m.at[i].entry + 1;
			size_t end = run.end - run.first > FEW_TWICE && run.end > at + NEIGHBOURS
			    ? at + NEIGHBOURS
			    : run.end;
			for (; at < end; at++) {
				uint32_t other = b.entries[at].unit;
				if (seen[other] == u + 1)
					continue;
				seen[other] = u + 1;
				out.at =
				    arena_grow(a, out.at, out.count, &capacity, sizeof(*out.at));
				out.at[out.count++] = (struct block_pair){u, other};
			}
		}
	}
	arena_free(own);
	return out;
}
