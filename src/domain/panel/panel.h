/*
 * panel: everything known of how many people an event took: those whom lists name, on how many and
 * which lists, how many no list has, what other figures would need, and what is taken for granted.
 * An estimate takes seconds and is relied on: it is made once and kept as an entry, with a digest
 * of what it was made from; a panel reads it, and says when lists or verdicts have moved on.
 */
#ifndef GUVOH_DOMAIN_PANEL_PANEL_H
#define GUVOH_DOMAIN_PANEL_PANEL_H

#include "domain/count/board.h"
#include "domain/count/documented.h"
#include "engine/estimate/answer.h"

#define PANEL_SAMPLES 20 /* partitions of the linkage, drawn by chance, that an estimate pools */

/* What one method says, in people. */
struct panel_method {
	struct str method, form; /* by name: method.def */
	enum estimate_role role;
	bool given; /* false: refused, point, low and high are 0 */
	int64_t point, low, high;
	struct estimate_doubts doubts;
};

struct panel_methods {
	const struct panel_method *at;
	size_t count;
};

/* The same by all lists but one, with the gates of the whole: the range of the methods that speak.
 */
struct panel_without {
	struct str list;
	bool given, is_open; /* is_open: at least low; high is 0 */
	int64_t low, high;
	struct estimate_doubts doubts; /* why none is given */
};

struct panel_estimate {
	struct str id, at, by, digest, linkage;
	int64_t people, samples;
	const struct str *lists;
	size_t n_lists;
	struct panel_methods methods;
	struct estimate_doubts doubts; /* of the table and of the methods together */
	bool has_range, is_open;       /* is_open: at least low; high is 0 */
	int64_t low, high;
	const struct panel_without *without;
	size_t n_without;
};

/* Whom a figure is of, beside the people whom the lists are of. */
enum panel_about {
	PANEL_SAME,
	PANEL_MORE, /* other places, days or measures too: the number of all is no higher */
	PANEL_SOME, /* only some of them: the number of all is no lower */
};

/* What a figure would need: by which odds ratio the two largest lists would have to attract (above
 * 1) or repel (below) each other for it to be the number of all people, or for that to be no
 * higher (PANEL_MORE: high alone), or no lower (PANEL_SOME: low alone). */
struct panel_need {
	int32_t claim; /* of the board */
	enum panel_about about;
	const struct count_scope *scope; /* of the figure */
	bool possible;                   /* false: the two lists alone name more people */
	double low, high; /* at both ends of the figure; two digits, or fewer for the public */
};

struct panel {
	bool documented; /* lists are linked and somebody said what they are of */
	struct count_documented people;
	bool estimated, stale;
	struct panel_estimate estimate;
	struct str first, second; /* the two largest lists */
	const struct panel_need
	    *needs; /* of the same people first, then one of more, one of some */
	size_t n_needs;
};

/*
 * Estimates from the lists of an event: PANEL_SAMPLES partitions of its linkage pooled, and all
 * lists but one in turn; appends one entry. When what it rests on is that of the last one nothing
 * is written, *fresh is false then. methods of ask are not read.
 *
 * Returns 0; or -1 with what person_count, person_review_open and answer_ask say, ERR_LIMIT
 * estimate.lists, or the archive.
 */
MUST_CHECK int panel_estimate(const struct person_writer *writer, struct str event,
    const struct answer_ask *ask, struct panel_estimate *out, bool *fresh, struct err *e);

/*
 * The panel of an event as the viewer may see it; board is the viewer's. The public is given
 * numbers of three digits, no cell under PERSON_CELL (person_count), and no odds ratio from which
 * with the sizes of the lists their overlap could be told. On the reader's arena.
 */
MUST_CHECK int panel_read(const struct count_reader *reader, struct viewer viewer, struct str event,
    const struct count_board *board, struct panel *out, struct err *e);

/* The same without what other figures would need, for which no board is wanted. */
MUST_CHECK int panel_outline(const struct count_reader *reader, struct viewer viewer,
    struct str event, struct panel *out, struct err *e);

/* Events with figures or lists of people, by id; claims are those that stand. On a. */
MUST_CHECK int panel_events(
    struct db *db, struct arena *a, struct count_events *out, struct err *e);

/* The id of the last estimate of an event; empty: there is none. */
MUST_CHECK int panel_last(
    const struct count_reader *reader, struct str event, struct str *out, struct err *e);

MUST_CHECK int panel_project_add(struct db *db, const struct archive_op *op, struct err *e);

#endif
