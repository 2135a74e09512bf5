#include "engine/link/block.h"

#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "engine/link/deal.h"
#include "engine/link/key.h"
#include "engine/link/sketch.h"

#define SHARERS UINT16_MAX
#define COMMON 9     /* keys of a unit that many share and that are taken two and two, the rarest */
#define FEW 40       /* a key of so many units pairs them all */
#define FEW_TWICE 60 /* the same for two keys together */
#define NEIGHBOURS 6 /* in what is larger */
#define FEW_ALIKE 20 /* units of one sketch that are paired; more say little that is their own */
#define RANGE_BITS 4 /* of a key, by which keys are looked at range by range */
#define RANGE_BITS_MOST 6 /* the same of many units */
#define RANGES_MOST (1U << RANGE_BITS_MOST)
#define MANY ((size_t)1 << 22)               /* units that are so many */
#define GATHERED ((size_t)FEW * LINK_FIELDS) /* units of a key that are put in order */
#define PIECE 4096                  /* units whose keys that many share are chosen at a time */
#define SEEN_FIRST 64               /* slots of units, at least */
#define SPREAD UINT32_C(0x9e3779b1) /* times which numbers that are close lie apart */

/* A key of one value of a field. */
struct entry {
	uint64_t key;
	uint32_t of; /* the value */
	uint16_t field;
	uint16_t nth; /* of the keys of the value */
};

/* Entries on an arena of their own. */
struct entries {
	struct arena *a;
	struct entry *at;
	size_t n;
};

#define LAST (UINT32_C(1) << 31) /* beside the last unit of a key */
#define CROWDED                                                                                    \
	(UINT32_C(1) << 30) /* beside units of a key that NEIGHBOURS behind are paired with */
#define UNIT (CROWDED - 1)

static_assert(LINK_ROWS <= UNIT, "no room beside a unit");

/* Units that share keys, those of one key next to each other: each is paired with those behind. */
struct sharers {
	uint32_t *unit;
	size_t n, capacity;
};

/* The keys of all values of a field, one value after the other, and who says the values. */
struct field_keys {
	uint64_t *at;
	uint16_t *sharers; /* of a key that many share: how many, or the most there is room for */
	size_t *first;     /* of each value, and where the last ends */
	uint32_t *units;   /* of each value, one value after the other */
	size_t *first_unit;
};

/* Where the keys are put of a field. */
struct keying {
	const struct fields *f;
	struct field_keys *of_field;
	struct arena **arenas;
};

/* Adds the keys of a value that it has not yet. */
static uint64_t *
keys_put(
    struct arena *a, uint64_t *at, size_t first, size_t *n, size_t *capacity, const struct keys *k)
{
	for (size_t i = 0; i < k->n; i++) {
		size_t same = first;
		while (same < *n && at[same] != k->at[i])
			same++;
		if (same < *n)
			continue;
		at = arena_grow(a, at, *n, capacity, sizeof(*at));
		at[(*n)++] = k->at[i];
	}
	return at;
}

/* Who says each value of a field. */
static void
holders_find(struct arena *a, const struct fields *f, size_t i, struct field_keys *out)
{
	const uint32_t *of_unit = f->at[i].of_unit;
	size_t *first = ARENA_ARRAY(a, size_t, f->at[i].n_values + 3);

	out->units = ARENA_ARRAY(a, uint32_t, f->units);
	for (size_t u = 0; u < f->units; u++)
		first[of_unit[u] + 2]++;
	first[2] = 0; /* who says nothing is of no use */
	for (size_t v = 1; v <= f->at[i].n_values; v++)
		first[v + 2] += first[v + 1];
	for (size_t u = 0; u < f->units; u++)
		if (of_unit[u] != 0)
			out->units[first[of_unit[u] + 1]++] = (uint32_t)u;
	out->first_unit = first;
}

/* The keys of every value of field i, made once. */
static void
field_keys_make(void *arg, size_t i)
{
	const struct keying *m = arg;
	const struct field *field = &m->f->at[i];
	struct arena *a = m->arenas[i] = arena_new();
	struct field_keys out = {.at = ARENA_ARRAY(a, uint64_t, KEYS),
	    .first = ARENA_ARRAY(a, size_t, field->n_values + 2)};
	size_t n = 0, capacity = KEYS;

	for (uint32_t v = 1; v <= field->n_values; v++) {
		struct arena *own = arena_new();
		out.first[v] = n;
		struct keys k = key_of_value(own, m->f, field, v);
		out.at = keys_put(a, out.at, n, &n, &capacity, &k);
		arena_free(own);
	}
	out.first[field->n_values + 1] = n;
	out.sharers = ARENA_ARRAY(a, uint16_t, n);
	if (n > 0)
		holders_find(a, m->f, i, &out);
	m->of_field[i] = out;
}

/* A key of a range and 32 bits more as a number to sort by; the key's last bits are lost. */
static uint64_t
key_number(uint64_t key, unsigned range_bits, size_t of)
{
	return key << range_bits >> 32 << 32 | of;
}

/* Puts each entry in its place, equal ones as they stand. */
static void
entries_insert(struct entry *at, size_t n)
{
	for (size_t i = 1; i < n; i++) {
		struct entry entry = at[i];
		size_t k = i;
		for (; k > 0 && entry.key < at[k - 1].key; k--)
			at[k] = at[k - 1];
		at[k] = entry;
	}
}

/* Sorts entries of a range by key, equal ones as they stand: first by most bits, so that hardly
 * any has to be put in its place. */
static void
entries_sort(struct entries *e, unsigned range_bits)
{
	uint64_t *numbers = ARENA_ARRAY(e->a, uint64_t, e->n);
	struct entry *at = ARENA_ARRAY(e->a, struct entry, e->n);

	assert(e->n <= UINT32_MAX);
	for (size_t i = 0; i < e->n; i++)
		numbers[i] = key_number(e->at[i].key, range_bits, i);
	deal_numbers(numbers, ARENA_ARRAY(e->a, uint64_t, e->n), e->n, 32);
	for (size_t i = 0; i < e->n; i++)
		at[i] = e->at[(uint32_t)numbers[i]];
	entries_insert(at, e->n);
	e->at = at;
}

/* Keys are looked at range by range, so that those of one are in memory only. */
struct range {
	struct arena *a; /* of all that follows */
	struct sharers s;
};

/* Keys of some units that many share, the rarest of each. */
struct unit_keys {
	struct arena *a;
	uint64_t *at;
	uint8_t *field;
	size_t *first; /* of each unit, and where the last ends */
	uint32_t unit; /* the first of these units */
	size_t units;
	size_t pairs[RANGES_MOST]; /* of keys of a unit, by the range that the two say */
};

struct rare {
	uint64_t key;
	uint16_t sharers, field;
};

struct ranging {
	const struct fields *f;
	const struct field_keys *of_field;
	struct unit_keys *pieces;
	size_t n_pieces;
	const struct sketches *sketches;
	struct range *ranges;
	unsigned range_bits;
};

/* Is the key of that range? */
static bool
in_range(const struct ranging *k, uint64_t key, size_t range)
{
	return key >> (64 - k->range_bits) == range;
}

/* The keys of values that are of one range, in the order of keys and fields. */
static struct entries
range_keys(struct arena *a, const struct ranging *k, size_t range)
{
	struct entries out = {a, NULL, 0};
	size_t n = 0;

	for (size_t i = 0; i < k->f->count; i++) {
		const struct field_keys *keys = &k->of_field[i];
		for (size_t at = 0; at < keys->first[k->f->at[i].n_values + 1]; at++)
			n += in_range(k, keys->at[at], range);
	}
	out.at = ARENA_ARRAY(a, struct entry, n);
	for (size_t i = 0; i < k->f->count; i++) {
		const struct field_keys *keys = &k->of_field[i];
		for (uint32_t v = 1; v <= k->f->at[i].n_values; v++)
			for (size_t at = keys->first[v]; at < keys->first[v + 1]; at++)
				if (in_range(k, keys->at[at], range))
					out.at[out.n++] = (struct entry){keys->at[at], v,
					    (uint16_t)i, (uint16_t)(at - keys->first[v])};
	}
	entries_sort(&out, k->range_bits);
	return out;
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

/* Adds a unit of a key, crowded or not, that so many are behind. */
static void
sharer_add(struct arena *a, struct sharers *s, uint32_t unit, size_t behind)
{
	s->unit = arena_grow(a, s->unit, s->n, &s->capacity, sizeof(*s->unit));
	s->unit[s->n++] = behind == 0 ? unit | LAST : unit;
}

/* How many behind the i-th are paired with it; for one after the other, the last one first. behind:
 * what is behind it by its key, which the next one needs. */
static size_t
sharer_reach(const struct sharers *s, size_t i, size_t *behind)
{
	*behind = (s->unit[i] & LAST) != 0 ? 0 : *behind + 1;
	return (s->unit[i] & CROWDED) != 0 && *behind > NEIGHBOURS ? NEIGHBOURS : *behind;
}

/* What a range found, without the room that it grew in. */
static void
range_keep(const struct ranging *k, struct range *r, const struct sharers *s)
{
	r->a = arena_lent(k->f->room);
	r->s = (struct sharers){ARENA_ARRAY(r->a, uint32_t, s->n), s->n, 0};
	if (s->n > 0)
		memcpy(r->s.unit, s->unit, s->n * sizeof(*s->unit));
	arena_rest(r->a);
}

/* The units of a key, and how many there are of its values, some counted several times. */
struct holding {
	const struct entry *entries; /* of the key */
	size_t n_entries, total;
	uint32_t units[GATHERED];
	size_t n;
	uint64_t *seen; /* a bit for each unit */
	struct arena *a;
	struct sharers found;
};

/* Notes the units of a key as seen, or as not seen; gives how many were not yet seen. */
static size_t
holders_note(struct holding *h, const struct ranging *k, bool as_seen)
{
	size_t n = 0;

	for (size_t e = 0; e < h->n_entries; e++) {
		const struct entry *entry = &h->entries[e];
		const struct field_keys *keys = &k->of_field[entry->field];
		for (size_t i = keys->first_unit[entry->of]; i < keys->first_unit[entry->of + 1];
		     i++) {
			uint64_t bit = UINT64_C(1) << (keys->units[i] & 63);
			uint64_t *seen = &h->seen[keys->units[i] / 64];
			n += (*seen & bit) == 0;
			*seen = as_seen ? *seen | bit : *seen & ~bit;
		}
	}
	return n;
}

/* Puts the units of a key in order, each once. */
static void
holders_gather(struct holding *h, const struct ranging *k)
{
	h->n = 0;
	for (size_t e = 0; e < h->n_entries; e++) {
		const struct entry *entry = &h->entries[e];
		const struct field_keys *keys = &k->of_field[entry->field];
		for (size_t i = keys->first_unit[entry->of]; i < keys->first_unit[entry->of + 1];
		     i++) {
			uint32_t unit = keys->units[i];
			size_t at = h->n;
			while (at > 0 && h->units[at - 1] > unit)
				at--;
			if (at > 0 && h->units[at - 1] == unit)
				continue;
			memmove(h->units + at + 1, h->units + at, (h->n++ - at) * sizeof(unit));
			h->units[at] = unit;
		}
	}
}

/* One key: who has it, where few do; else how many do. */
static void
key_look(const struct ranging *k, struct holding *h)
{
	bool several = h->entries[0].field != h->entries[h->n_entries - 1].field;

	h->total = 0;
	for (size_t e = 0; e < h->n_entries; e++) {
		const struct field_keys *keys = &k->of_field[h->entries[e].field];
		h->total +=
		    keys->first_unit[h->entries[e].of + 1] - keys->first_unit[h->entries[e].of];
	}
	h->n = h->total;
	if (h->total <= FEW || (several && h->total < GATHERED))
		holders_gather(h, k);
	if (several && h->total >= GATHERED) {
		h->n = holders_note(h, k, true);
		holders_note(h, k, false);
	}
	for (size_t i = 0; i < h->n && h->n > 1 && h->n <= FEW; i++)
		sharer_add(h->a, &h->found, h->units[i], h->n - i - 1);
	for (size_t e = 0; e < h->n_entries && h->n > FEW; e++) {
		const struct field_keys *keys = &k->of_field[h->entries[e].field];
		keys->sharers[keys->first[h->entries[e].of] + h->entries[e].nth] =
		    h->n < SHARERS ? (uint16_t)h->n : SHARERS;
	}
}

static void
range_look(void *arg, size_t i)
{
	const struct ranging *k = arg;
	struct arena *own = arena_new();
	struct entries e = range_keys(own, k, i);
	struct holding h = {.seen = ARENA_ARRAY(own, uint64_t, k->f->units / 64 + 1), .a = own};

	for (size_t first = 0, end; first < e.n; first = end) {
		end = key_end(&e, first);
		h.entries = e.at + first;
		h.n_entries = end - first;
		key_look(k, &h);
	}
	range_keep(k, &k->ranges[i], &h.found);
	arena_free(own);
}

static bool
is_rarer(const struct rare *x, const struct rare *y)
{
	return x->sharers != y->sharers ? x->sharers < y->sharers : x->key < y->key;
}

/* Puts a key in its place among n of a unit, if it is among the rarest and not there yet; gives how
 * many there are then. */
static size_t
rare_put(struct rare at[COMMON + 1], size_t n, struct rare rare)
{
	size_t place = n;

	while (place > 0 && is_rarer(&rare, &at[place - 1]))
		place--;
	if (place == COMMON || (place > 0 && at[place - 1].key == rare.key))
		return n;
	memmove(at + place + 1, at + place, (n - place) * sizeof(*at));
	at[place] = rare;
	return n < COMMON ? n + 1 : n;
}

/* The rarest keys of a unit among those that many share; gives how many. */
static size_t
unit_choose(const struct ranging *k, size_t u, struct rare rarest[COMMON + 1])
{
	size_t count = 0;

	for (size_t i = 0; i < k->f->count; i++) {
		const struct field_keys *keys = &k->of_field[i];
		size_t v = k->f->at[i].of_unit[u], end = v > 0 ? keys->first[v + 1] : 0;
		for (size_t at = v > 0 ? keys->first[v] : 0; at < end; at++)
			if (keys->sharers[at] > 0)
				count = rare_put(rarest, count,
				    (struct rare){keys->at[at], keys->sharers[at], (uint16_t)i});
	}
	return count;
}

/* The range of two keys together. */
static size_t
range_of_two(const struct ranging *k, uint64_t x, uint64_t y)
{
	return (x ^ y) >> (64 - k->range_bits);
}

static void
piece_choose(void *arg, size_t p)
{
	const struct ranging *k = arg;
	struct unit_keys *out = &k->pieces[p];
	size_t first = p * PIECE, n = 0;

	out->a = arena_lent(k->f->room);
	out->unit = (uint32_t)first;
	out->units = k->f->units - first < PIECE ? k->f->units - first : PIECE;
	out->at = ARENA_ARRAY(out->a, uint64_t, out->units * COMMON);
	out->field = ARENA_ARRAY(out->a, uint8_t, out->units * COMMON);
	out->first = ARENA_ARRAY(out->a, size_t, out->units + 1);
	for (size_t u = 0; u < out->units; u++) {
		struct rare rarest[COMMON + 1];
		size_t count = unit_choose(k, first + u, rarest);
		for (size_t i = 0; i < count; i++) {
			for (size_t other = 0; other < i; other++)
				out->pairs[range_of_two(k, rarest[i].key, rarest[other].key)] +=
				    rarest[i].field != rarest[other].field;
			out->at[n] = rarest[i].key;
			out->field[n++] = (uint8_t)rarest[i].field;
		}
		out->first[u + 1] = n;
	}
}

/* Keys of a unit, two of different fields at a time, of which the two say that they are of this
 * range; gives where they end. */
static uint64_t *
pairs_of_unit(
    const struct ranging *k, const struct unit_keys *piece, size_t u, size_t range, uint64_t *out)
{
	const uint64_t *keys = piece->at + piece->first[u];
	const uint8_t *field = piece->field + piece->first[u];
	uint16_t of_range[RANGES_MOST] = {0};

	for (size_t i = piece->first[u + 1] - piece->first[u]; i-- > 0;) {
		size_t own = keys[i] >> (64 - k->range_bits);
		for (uint32_t left = of_range[own ^ range]; left != 0; left &= left - 1) {
			size_t other = (size_t)__builtin_ctz(left);
			if (field[i] != field[other])
				*out++ = key_number(
				    keys[i] ^ keys[other], k->range_bits, piece->unit + u);
		}
		of_range[own] = (uint16_t)(of_range[own] | 1U << i);
	}
	return out;
}

/* All pairs of a range, in order. */
struct twos {
	uint64_t *at;
	size_t n;
};

static struct twos
twos_of_range(struct arena *a, const struct ranging *k, size_t range)
{
	struct twos t = {.n = 0};

	for (size_t p = 0; p < k->n_pieces; p++)
		t.n += k->pieces[p].pairs[range];
	t.at = ARENA_ARRAY(a, uint64_t, t.n);
	uint64_t *end = t.at;
	for (size_t p = 0; p < k->n_pieces; p++)
		for (size_t u = 0; u < k->pieces[p].units; u++)
			end = pairs_of_unit(k, &k->pieces[p], u, range, end);
	deal_numbers(t.at, ARENA_ARRAY(a, uint64_t, t.n), t.n, 32);
	return t;
}

static size_t
two_end(const struct twos *t, size_t first)
{
	size_t end = first + 1;

	while (end < t->n && t->at[end] >> 32 == t->at[first] >> 32)
		end++;
	return end;
}

/* Adds the units of numbers that are one, all with that mark; none where there is one alone. */
static void
group_add(struct arena *a, struct sharers *s, const struct twos *t, size_t first, size_t end,
    uint32_t mark)
{
	for (size_t at = first; at < end && end - first > 1; at++)
		sharer_add(a, s, (uint32_t)t->at[at] | mark, end - at - 1);
}

/* The units that share two keys. Of more than FEW_TWICE, neighbours are paired. */
static void
range_twice(void *arg, size_t i)
{
	const struct ranging *k = arg;
	struct arena *own = arena_new();
	struct twos t = twos_of_range(own, k, i);
	struct sharers found = {.n = 0};

	for (size_t first = 0, end; first < t.n; first = end) {
		end = two_end(&t, first);
		group_add(own, &found, &t, first, end, end - first > FEW_TWICE ? CROWDED : 0);
	}
	range_keep(k, &k->ranges[i], &found);
	arena_free(own);
}

/* The units that have one sketch, in that band. */
static void
band_look(void *arg, size_t band)
{
	const struct ranging *k = arg;
	size_t units = k->f->units;
	struct arena *own = arena_new();
	struct twos t = {ARENA_ARRAY(own, uint64_t, units), units};
	struct sharers found = {.n = 0};

	for (size_t u = 0; u < units; u++)
		t.at[u] = key_number(sketch_of(k->sketches, u, band), 0, u);
	deal_numbers(t.at, ARENA_ARRAY(own, uint64_t, units), units, 32);
	for (size_t first = 0, end; first < units; first = end) {
		end = two_end(&t, first);
		if (end - first <= FEW_ALIKE)
			group_add(own, &found, &t, first, end, 0);
	}
	range_keep(k, &k->ranges[band], &found);
	arena_free(own);
}

/* All that the ranges found, on a; their arenas are let go of. */
static struct sharers
sharers_join(struct arena *a, struct range *ranges, size_t n)
{
	struct sharers s = {.n = 0};

	for (size_t r = 0; r < n; r++)
		s.n += ranges[r].s.n;
	s.unit = ARENA_ARRAY(a, uint32_t, s.n);
	for (size_t r = 0, at = 0; r < n; at += ranges[r++].s.n) {
		const struct sharers *found = &ranges[r].s;
		if (found->n > 0)
			memcpy(s.unit + at, found->unit, found->n * sizeof(*s.unit));
		arena_free(ranges[r].a);
	}
	return s;
}

/* The units that share keys, on a. */
static struct sharers
sharers_find(struct arena *a, const struct fields *f)
{
	struct field_keys of_field[LINK_FIELDS];
	struct arena *arenas[LINK_FIELDS] = {NULL}, *own = arena_new();
	struct keying keys = {f, of_field, arenas};
	struct range ranges[2 * RANGES_MOST + SKETCH_BANDS] = {{0}};
	size_t n_pieces = share_pieces(f->units, PIECE);
	struct ranging k = {f, of_field, ARENA_ARRAY(own, struct unit_keys, n_pieces), n_pieces,
	    NULL, ranges, f->units < MANY ? RANGE_BITS : RANGE_BITS_MOST};
	size_t n_ranges = (size_t)1 << k.range_bits;

	share_out(f->share, f->count, field_keys_make, &keys);
	share_out(f->share, n_ranges, range_look, &k);
	share_out(f->share, n_pieces, piece_choose, &k);
	for (size_t i = 0; i < f->count; i++)
		arena_free(arenas[i]);
	k.ranges += n_ranges;
	share_out(f->share, n_ranges, range_twice, &k);
	for (size_t p = 0; p < n_pieces; p++)
		arena_free(k.pieces[p].a);
	k.sketches = sketch_all(own, f);
	k.ranges += n_ranges;
	share_out(f->share, SKETCH_BANDS, band_look, &k);
	arena_free(own);
	return sharers_join(a, ranges, 2 * n_ranges + SKETCH_BANDS);
}

/* Where some units stand among those that share keys, and how many behind each are paired with it.
 */
struct members {
	struct arena *a;
	uint32_t unit; /* the first of these units */
	size_t units;
	uint32_t *at; /* of each unit, one after the other */
	uint8_t *reach;
	size_t *first; /* of each unit, and where the last ends */
};

struct blocks {
	const struct fields *f;
	struct sharers s;
	struct members m;
};

static void
members_free(void *arg)
{
	struct blocks *b = arg;

	arena_free(b->m.a);
}

void
block_open(struct blocks *b, uint32_t x)
{
	const struct sharers *s = &b->s;
	uint32_t unit = x / BLOCK_OPEN * BLOCK_OPEN;
	size_t left = b->f->units - unit;
	struct members m = {.unit = unit, .units = left < BLOCK_OPEN ? left : BLOCK_OPEN};

	if (b->m.a != NULL && b->m.unit == unit)
		return;
	arena_free(b->m.a);
	m.a = arena_lent(b->f->room);
	m.first = ARENA_ARRAY(m.a, size_t, m.units + 1);
	for (size_t i = 0; i < s->n; i++)
		if ((s->unit[i] & UNIT) - unit < m.units)
			m.first[(s->unit[i] & UNIT) - unit] += (s->unit[i] & LAST) == 0;
	for (size_t u = 0; u < m.units; u++)
		m.first[u + 1] += m.first[u];
	m.at = ARENA_ARRAY(m.a, uint32_t, m.first[m.units]);
	m.reach = ARENA_ARRAY(m.a, uint8_t, m.first[m.units]);
	for (size_t i = s->n, behind = 0; i-- > 0;) {
		size_t reach = sharer_reach(s, i, &behind);
		if (reach == 0 || (s->unit[i] & UNIT) - unit >= m.units)
			continue;
		size_t at = --m.first[(s->unit[i] & UNIT) - unit];
		m.at[at] = (uint32_t)i;
		m.reach[at] = (uint8_t)reach;
	}
	b->m = m;
}

struct blocks *
block_all(struct arena *a, const struct fields *f)
{
	struct blocks *b = ARENA_NEW(a, struct blocks);

	*b = (struct blocks){.f = f, .s = sharers_find(a, f)};
	assert(b->s.n < UINT32_MAX);
	arena_defer(a, members_free, b);
	block_open(b, 0);
	return b;
}

size_t
block_reach(const struct blocks *b, uint32_t unit, size_t units)
{
	const struct members *m = &b->m;
	size_t reach = 0;

	assert(unit >= m->unit && unit - m->unit + units <= m->units);
	for (size_t i = m->first[unit - m->unit]; i < m->first[unit - m->unit + units]; i++)
		reach += m->reach[i];
	return reach;
}

size_t
block_reach_all(const struct blocks *b)
{
	size_t sum = 0;

	for (size_t i = b->s.n, behind = 0; i-- > 0;)
		sum += sharer_reach(&b->s, i, &behind);
	return sum;
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
block_fetch(const struct blocks *b, uint32_t x)
{
	const struct members *m = &b->m;

	if (x - m->unit >= m->units)
		return;
	for (size_t i = m->first[x - m->unit]; i < m->first[x - m->unit + 1]; i++)
		__builtin_prefetch(&b->s.unit[m->at[i] + 1]);
}

void
block_others(const struct blocks *b, uint32_t x, struct block_room *room)
{
	const struct members *m = &b->m;
	size_t n = 0, slots = SEEN_FIRST;

	assert(x - m->unit < m->units);
	const size_t *first = &m->first[x - m->unit];
	for (size_t i = first[0]; i < first[1]; i++)
		n += m->reach[i];
	room_clear(room, n);
	while (slots < n * 2)
		slots *= 2;
	for (size_t i = first[0]; i < first[1]; i++) {
		size_t at = m->at[i], end = at + m->reach[i];
		while (at++ < end) {
			uint32_t other = b->s.unit[at] & UNIT;
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
