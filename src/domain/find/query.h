/*
 * query: what somebody looks for, cut into its parts. Knows how a query is written, not
 * which filters and values there are.
 *	задержан собрани* "не менее 400" -полиция place:almaty -kind:act source:"Radio A"
 */
#ifndef GUVOH_DOMAIN_FIND_QUERY_H
#define GUVOH_DOMAIN_FIND_QUERY_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define FIND_QUERY_BYTES 4096 /* longest query */
#define FIND_QUERY_PARTS 64

enum find_part_kind {
	FIND_PART_WORDS,  /* in any order, each perhaps with '*' behind it */
	FIND_PART_PHRASE, /* one behind the other, as they stand */
	FIND_PART_FILTER,
};

struct find_part {
	enum find_part_kind kind;
	bool without;      /* '-' before it: what it holds for is not wanted */
	struct str filter; /* "place" */
	struct str text;   /* the words, the phrase or the filter's value, without quotes */
};

struct find_query {
	const struct find_part *parts;
	size_t count;
};

/*
 * Cuts a query at its blanks; quotes hold blanks together, and a quote that is not closed ends with
 * the query. A filter is a name of a-z and '-' with ':' and a value right behind it.
 *
 * Returns 0 and fills *out, on a; the parts borrow from query. Or -1 with ERR_LIMIT find.long
 * (bytes or parts that are too many).
 */
MUST_CHECK int find_query_read(
    struct arena *a, struct str query, struct find_query *out, struct err *e);

/* The values of a filter: text cut at its commas, but not inside {}; on a. */
struct str *find_query_values(struct arena *a, struct str text, size_t *count);

#endif
