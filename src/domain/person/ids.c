#include <stdlib.h>

#include "domain/person/internal.h"
#include "kit/seal/digest.h"

/* Mentions that a cluster and a person of before have in common. */
struct shared {
	size_t cluster, before, mentions;
};

static int
by_pair(const void *x, const void *y)
{
	const struct shared *a = x, *b = y;

	if (a->cluster != b->cluster)
		return a->cluster < b->cluster ? -1 : 1;
	return a->before < b->before ? -1 : a->before > b->before;
}

/* Most in common first; of the same number the person, then the cluster that came first. */
static int
by_mentions(const void *x, const void *y)
{
	const struct shared *a = x, *b = y;

	if (a->mentions != b->mentions)
		return a->mentions > b->mentions ? -1 : 1;
	if (a->before != b->before)
		return a->before < b->before ? -1 : 1;
	return a->cluster < b->cluster ? -1 : a->cluster > b->cluster;
}

/* Persons of before, numbered by their first row. */
static size_t
number_of(struct arena *a, struct names *known, struct str person)
{
	const struct named *named = names_last(known, person);

	if (named != NULL)
		return named->number;
	names_add(a, known, person, known->count);
	return known->count - 1;
}

/* What every cluster shares with whom, each pair once. */
static size_t
shares(struct arena *a, const struct person_ids *of, struct names *known, struct shared **out)
{
	struct shared *all = ARENA_ARRAY(a, struct shared, of->rows);
	size_t n = 0, kept = 0;

	for (size_t r = 0; r < of->rows; r++)
		if (of->before[r].n > 0)
			all[n++] =
			    (struct shared){of->cluster[r], number_of(a, known, of->before[r]), 1};
	qsort(all, n, sizeof(*all), by_pair);
	for (size_t i = 0; i < n; i++) {
		if (kept > 0 && by_pair(&all[kept - 1], &all[i]) == 0)
			all[kept - 1].mentions++;
		else
			all[kept++] = all[i];
	}
	qsort(all, kept, sizeof(*all), by_mentions);
	*out = all;
	return kept;
}

/* An id made from a mention, so that whoever links the same lists names people alike. */
static struct str
fresh(struct arena *a, const struct names *taken, struct str mention)
{
	static const char letters[] = "abcdefghijklmnopqrstuvwxyz234567";
	char id[ARCHIVE_ID_BYTES] = {'p'};
	uint8_t hash[DIGEST_BYTES];

	for (struct str from = mention;; from = arena_fmt(a, "%.*s+", STR_ARG(from))) {
		digest_of(from.p, from.n, hash);
		/* 16 letters of 5 bits are 10 bytes. */
		for (size_t i = 1, bit = 0; i < ARCHIVE_ID_BYTES; i++, bit += 5) {
			unsigned pair = (unsigned)hash[bit / 8] << 8 | hash[bit / 8 + 1];
			id[i] = letters[pair >> (11 - bit % 8) & 31];
		}
		if (names_last(taken, (struct str){id, sizeof(id)}) == NULL)
			return arena_str(a, (struct str){id, sizeof(id)});
	}
}

const struct str *
person_ids_give(struct arena *a, const struct person_ids *of)
{
	struct str *ids = ARENA_ARRAY(a, struct str, of->clusters);
	struct names known = {0};
	struct shared *all;
	size_t n = shares(a, of, &known, &all);
	bool *gone = ARENA_ARRAY(a, bool, known.count);

	for (size_t i = 0; i < n; i++) {
		if (ids[all[i].cluster].n > 0 || gone[all[i].before])
			continue;
		ids[all[i].cluster] = known.all[all[i].before].name;
		gone[all[i].before] = true;
	}
	/* Rows come in the order of clusters' first ones: each is named by its first mention. */
	for (size_t r = 0; r < of->rows; r++) {
		struct str *id = &ids[of->cluster[r]];
		if (id->n > 0)
			continue;
		*id = fresh(a, &known, of->names[r]);
		names_add(a, &known, *id, known.count);
	}
	return ids;
}
