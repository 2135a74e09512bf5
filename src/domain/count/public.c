#include <stdlib.h>

#include "base/buf.h"
#include "domain/count/internal.h"

/* The archive's sources by id. */
struct shelf {
	const struct source **at;
	size_t count;
};

static int
by_id(const void *a, const void *b)
{
	return str_cmp(
	    (*(const struct source *const *)a)->id, (*(const struct source *const *)b)->id);
}

static int
shelf_make(const struct count_reader *r, struct shelf *out, struct err *e)
{
	struct source_list list;

	if (source_all(r->db, r->arena, &list, e) < 0)
		return -1;
	out->at = ARENA_ARRAY(r->arena, const struct source *, list.count);
	out->count = list.count;
	for (size_t i = 0; i < list.count; i++)
		out->at[i] = &list.at[i];
	qsort(out->at, out->count, sizeof(const struct source *), by_id);
	return 0;
}

/* NULL: it has none, or none that is left. */
static const struct source *
source_of(const struct shelf *shelf, const struct count_claim *claim)
{
	const struct source wanted = {.id = claim->source_id}, *key = &wanted;

	if (claim->source_id.n == 0)
		return NULL;
	const struct source **found = bsearch(&key, shelf->at, shelf->count, sizeof(key), by_id);
	return found == NULL ? NULL : *found;
}

static bool
says_public(struct str confidentiality)
{
	return str_eq(confidentiality, STR("public"));
}

static bool
is_public(const struct shelf *shelf, const struct count_claim *claim)
{
	const struct source *source = source_of(shelf, claim);
	struct str own = claim->text[COUNT_CONFIDENTIALITY];

	if (own.n > 0)
		return says_public(own);
	return source != NULL && says_public(source->confidentiality);
}

static int
withhold(const struct count_reader *r, const struct source *source, struct count_claim *claim,
    struct err *e)
{
	static const enum count_column hidden[] = {
	    COUNT_WORDS, COUNT_LANG, COUNT_SPEAKER, COUNT_VIA, COUNT_SOURCE};
	struct str said_at = source_month(r->arena, claim->text[COUNT_SAID_AT]);

	for (size_t i = 0; i < LENGTH(hidden); i++)
		claim->text[hidden[i]] = STR("");
	claim->text[COUNT_AS_OF] = source_month(r->arena, claim->text[COUNT_AS_OF]);
	claim->text[COUNT_SAID_AT] = said_at;
	claim->said_at = (struct date_set){NULL, 0, false, false};
	if (said_at.n > 0 && date_read(r->arena, said_at, &claim->said_at, e) < 0)
		return -1;
	claim->source_id = STR("");
	claim->anchored = false;
	claim->start = claim->end = 0;
	claim->withheld = true;
	claim->withheld_kind = source == NULL ? STR("") : source->kind;
	claim->withheld_date = source == NULL ? STR("") : source_month(r->arena, source->date);
	return 0;
}

/* Of the claims named, those that are shown; their text is written anew. */
static const struct str *
shown_names(struct arena *a, const struct count_ids *shown, const struct str *names, size_t *n,
    struct str *text)
{
	struct str *kept = ARENA_ARRAY(a, struct str, *n);
	struct buf *b = buf_on(a);
	size_t n_kept = 0;

	for (size_t i = 0; i < *n; i++) {
		if (count_claim_at(shown, names[i]) == COUNT_NONE)
			continue;
		buf_fmt(b, "%s%.*s", n_kept > 0 ? ";" : "", STR_ARG(names[i]));
		kept[n_kept++] = names[i];
	}
	*n = n_kept;
	*text = buf_str(b);
	return kept;
}

/* Leaves out the names of claims that are not among the n shown. */
static void
forget_hidden(struct arena *a, struct count_claim *shown, size_t n)
{
	const struct count_ids ids = count_ids_of(a, (struct count_claims){shown, n});

	for (size_t i = 0; i < n; i++) {
		struct count_claim *c = &shown[i];
		c->derived_from = shown_names(
		    a, &ids, c->derived_from, &c->n_derived_from, &c->text[COUNT_DERIVED_FROM]);
		c->supersedes = shown_names(
		    a, &ids, c->supersedes, &c->n_supersedes, &c->text[COUNT_SUPERSEDES]);
		if (count_claim_at(&ids, c->text[COUNT_PART_OF]) == COUNT_NONE)
			c->text[COUNT_PART_OF] = STR("");
	}
}

int
count_public(
    const struct count_reader *r, struct str event, struct count_claims *out, struct err *e)
{
	struct count_claims all;
	struct shelf shelf;
	size_t n = 0;

	if (count_claims(r, event, false, &all, e) < 0 || shelf_make(r, &shelf, e) < 0)
		return -1;
	struct count_claim *shown = ARENA_ARRAY(r->arena, struct count_claim, all.count);
	for (size_t i = 0; i < all.count; i++) {
		const struct count_claim *claim = &all.at[i];
		const struct source *source = source_of(&shelf, claim);
		if (!is_public(&shelf, claim))
			continue;
		shown[n] = *claim;
		bool open = claim->source_id.n == 0 ||
		    (source != NULL && says_public(source->confidentiality));
		if (!open && withhold(r, source, &shown[n], e) < 0)
			return -1;
		n++;
	}
	forget_hidden(r->arena, shown, n);
	*out = (struct count_claims){shown, n};
	return 0;
}
