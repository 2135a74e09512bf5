#include "domain/count/claim.h"
#include "domain/count/internal.h"

static bool
is_called(const struct count_claim *claim, struct str id)
{
	return str_eq(claim->text[COUNT_ID], id) || str_eq(claim->key, id);
}

/* Where id stands in the slots, or the free one where it would. */
static size_t
slot_of(const struct count_ids *ids, struct str id)
{
	uint64_t h = 14695981039346656037u;

	for (size_t i = 0; i < id.n; i++)
		h = (h ^ (uint8_t)id.p[i]) * 1099511628211u;
	size_t at = (size_t)(h ^ (h >> 32)) & ids->mask;
	while (ids->slots[at] != 0 && !is_called(&ids->claims.at[ids->slots[at] - 1], id))
		at = (at + 1) & ids->mask;
	return at;
}

struct count_ids
count_ids_of(struct arena *a, struct count_claims claims)
{
	size_t size = 16;

	while (size < claims.count * 4) /* two names each, half of the slots free */
		size *= 2;
	size_t *slots = ARENA_ARRAY(a, size_t, size);
	struct count_ids ids = {claims, slots, size - 1};
	for (size_t i = 0; i < claims.count; i++) {
		const struct str names[] = {claims.at[i].text[COUNT_ID], claims.at[i].key};
		for (size_t k = 0; k < LENGTH(names); k++) {
			size_t at = names[k].n > 0 ? slot_of(&ids, names[k]) : 0;
			if (names[k].n > 0 && slots[at] == 0)
				slots[at] = i + 1;
		}
	}
	return ids;
}

size_t
count_claim_at(const struct count_ids *ids, struct str id)
{
	size_t place = id.n > 0 ? ids->slots[slot_of(ids, id)] : 0;

	return place > 0 ? place - 1 : COUNT_NONE;
}

/* The names of one claim in one of the columns that name claims. */
struct related {
	const struct str *at;
	size_t n;
};

enum relation { PART_OF, DERIVED_FROM, SUPERSEDES, RELATIONS };

static const struct {
	struct str name;
} relations[RELATIONS] = {
    {STR_INIT("part_of")}, {STR_INIT("derived_from")}, {STR_INIT("supersedes")}};

static struct related
names_of(const struct count_claim *claim, enum relation relation)
{
	switch (relation) {
	case PART_OF:
		return (struct related){
		    &claim->text[COUNT_PART_OF], claim->text[COUNT_PART_OF].n > 0};
	case DERIVED_FROM:
		return (struct related){claim->derived_from, claim->n_derived_from};
	case SUPERSEDES:
	case RELATIONS:
		break;
	}
	return (struct related){claim->supersedes, claim->n_supersedes};
}

enum mark { UNSEEN, OPEN, DONE };

struct walk {
	const struct count_ids *ids;
	enum relation relation;
	unsigned char *marks;
	size_t *path; /* open claims, the one begun with first */
	size_t *next; /* of each on the path: which of its names comes next */
	size_t depth;
};

static void
enter(struct walk *w, size_t i)
{
	w->marks[i] = OPEN;
	w->path[w->depth] = i;
	w->next[w->depth++] = 0;
}

/* One name of the claim at the end of the path; a claim not seen yet is entered. */
static int
step(struct walk *w, struct str name, struct err *e)
{
	const struct count_claim *claim = &w->ids->claims.at[w->path[w->depth - 1]];
	size_t to = count_claim_at(w->ids, name);

	if (to == COUNT_NONE)
		return err_fail(e, ERR_INPUT, STR("claim.unknown"), count_claim_id(claim),
		    relations[w->relation].name, name);
	if (w->marks[to] == OPEN)
		return err_fail(e, ERR_INPUT, STR("claim.circle"), count_claim_id(claim),
		    relations[w->relation].name);
	if (w->marks[to] == UNSEEN)
		enter(w, to);
	return 0;
}

/*
 * Depth first along one relation, on a path of our own: a chain may be as long as a
 * table. Meeting an open claim again is a circle.
 */
static int
follow(struct walk *w, size_t from, size_t *at, struct err *e)
{
	w->depth = 0;
	enter(w, from);
	while (w->depth > 0) {
		size_t i = w->path[w->depth - 1];
		struct related names = names_of(&w->ids->claims.at[i], w->relation);
		size_t k = w->next[w->depth - 1]++;

		*at = i;
		if (k >= names.n) {
			w->marks[i] = DONE;
			w->depth--;
		} else if (step(w, names.at[k], e) < 0) {
			return -1;
		}
	}
	return 0;
}

/* Parts are one level deep: what a part is part of is a total. */
static int
check_whole(const struct count_ids *ids, size_t i, struct err *e)
{
	const struct count_claim *all = ids->claims.at;
	struct str whole = all[i].text[COUNT_PART_OF];

	if (whole.n > 0 && all[count_claim_at(ids, whole)].text[COUNT_PART_OF].n > 0)
		return err_fail(
		    e, ERR_INPUT, STR("claim.part_of_part"), count_claim_id(&all[i]), whole);
	return 0;
}

/* A part is of its total's own statement; nobody takes back what somebody else said. */
static int
check_voice(const struct count_ids *ids, size_t i, enum relation relation, struct err *e)
{
	const struct count_claim *claim = &ids->claims.at[i];
	struct related names = names_of(claim, relation);

	for (size_t k = 0; k < names.n; k++) {
		const struct count_claim *other = &ids->claims.at[count_claim_at(ids, names.at[k])];
		if (!str_eq(claim->text[COUNT_ORIGIN], other->text[COUNT_ORIGIN]) ||
		    !str_eq(claim->text[COUNT_CLASS], other->text[COUNT_CLASS]))
			return err_fail(e, ERR_INPUT, STR("claim.other_voice"),
			    count_claim_id(claim), relations[relation].name, names.at[k]);
	}
	return 0;
}

int
count_claims_check(struct count_claims claims, struct arena *a, size_t *at, struct err *e)
{
	const struct count_ids ids = count_ids_of(a, claims);
	struct walk w = {.ids = &ids,
	    .path = ARENA_ARRAY(a, size_t, claims.count),
	    .next = ARENA_ARRAY(a, size_t, claims.count)};

	for (size_t i = 0; i < claims.count; i++) {
		struct str id = claims.at[i].text[COUNT_ID];
		*at = i;
		if (id.n > 0 && count_claim_at(&ids, id) < i)
			return err_fail(e, ERR_INPUT, STR("claim.twice"), id);
	}
	for (w.relation = 0; w.relation < RELATIONS; w.relation++) {
		w.marks = ARENA_ARRAY(a, unsigned char, claims.count);
		for (size_t i = 0; i < claims.count; i++)
			if (w.marks[i] == UNSEEN && follow(&w, i, at, e) < 0)
				return -1;
	}
	for (*at = 0; *at < claims.count; (*at)++)
		if (check_whole(&ids, *at, e) < 0 || check_voice(&ids, *at, PART_OF, e) < 0 ||
		    check_voice(&ids, *at, SUPERSEDES, e) < 0)
			return -1;
	return 0;
}
