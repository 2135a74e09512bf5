#include "domain/count/claim.h"
#include "domain/count/internal.h"

size_t
count_claim_at(struct count_claims claims, struct str id)
{
	for (size_t i = 0; i < claims.count; i++)
		if (str_eq(claims.at[i].text[COUNT_ID], id) || str_eq(claims.at[i].key, id))
			return i;
	return COUNT_NONE;
}

/* The names of one claim in one of the columns that name claims. */
struct names {
	const struct str *at;
	size_t n;
};

enum relation { PART_OF, DERIVED_FROM, SUPERSEDES, RELATIONS };

static const struct {
	struct str name;
} relations[RELATIONS] = {
    {STR_INIT("part_of")}, {STR_INIT("derived_from")}, {STR_INIT("supersedes")}};

static struct names
names_of(const struct count_claim *claim, enum relation relation)
{
	switch (relation) {
	case PART_OF:
		return (struct names){
		    &claim->text[COUNT_PART_OF], claim->text[COUNT_PART_OF].n > 0};
	case DERIVED_FROM:
		return (struct names){claim->derived_from, claim->n_derived_from};
	case SUPERSEDES:
	case RELATIONS:
		break;
	}
	return (struct names){claim->supersedes, claim->n_supersedes};
}

enum mark { UNSEEN, OPEN, DONE };

struct walk {
	struct count_claims claims;
	enum relation relation;
	unsigned char *marks;
};

/* Depth first along one relation: meeting an open claim again is a circle. */
static int
follow(const struct walk *w, size_t i, size_t *at, struct err *e)
{
	struct names names = names_of(&w->claims.at[i], w->relation);

	w->marks[i] = OPEN;
	for (size_t k = 0; k < names.n; k++) {
		size_t to = count_claim_at(w->claims, names.at[k]);
		*at = i;
		if (to == COUNT_NONE)
			return err_fail(e, ERR_INPUT, STR("claim.unknown"),
			    count_claim_id(&w->claims.at[i]), relations[w->relation].name,
			    names.at[k]);
		if (w->marks[to] == OPEN)
			return err_fail(e, ERR_INPUT, STR("claim.circle"),
			    count_claim_id(&w->claims.at[i]), relations[w->relation].name);
		if (w->marks[to] == UNSEEN && follow(w, to, at, e) < 0)
			return -1;
	}
	w->marks[i] = DONE;
	return 0;
}

/* Parts are one level deep: what a part is part of is a total. */
static int
check_whole(struct count_claims claims, size_t i, struct err *e)
{
	struct str whole = claims.at[i].text[COUNT_PART_OF];

	if (whole.n > 0 && claims.at[count_claim_at(claims, whole)].text[COUNT_PART_OF].n > 0)
		return err_fail(
		    e, ERR_INPUT, STR("claim.part_of_part"), count_claim_id(&claims.at[i]), whole);
	return 0;
}

/* A part is of its total's own statement; nobody takes back what somebody else said. */
static int
check_voice(struct count_claims claims, size_t i, enum relation relation, struct err *e)
{
	const struct count_claim *claim = &claims.at[i];
	struct names names = names_of(claim, relation);

	for (size_t k = 0; k < names.n; k++) {
		const struct count_claim *other = &claims.at[count_claim_at(claims, names.at[k])];
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
	for (size_t i = 0; i < claims.count; i++) {
		struct str id = claims.at[i].text[COUNT_ID];
		*at = i;
		if (id.n > 0 && count_claim_at(claims, id) < i)
			return err_fail(e, ERR_INPUT, STR("claim.twice"), id);
	}
	for (enum relation r = 0; r < RELATIONS; r++) {
		struct walk w = {claims, r, ARENA_ARRAY(a, unsigned char, claims.count)};
		for (size_t i = 0; i < claims.count; i++)
			if (w.marks[i] == UNSEEN && follow(&w, i, at, e) < 0)
				return -1;
	}
	for (*at = 0; *at < claims.count; (*at)++)
		if (check_whole(claims, *at, e) < 0 || check_voice(claims, *at, PART_OF, e) < 0 ||
		    check_voice(claims, *at, SUPERSEDES, e) < 0)
			return -1;
	return 0;
}
