/*
 * person: who the people on lists are.
 * A list is a table as somebody kept it; each of its rows is a mention, named LIST:LINE. A person
 * is a set of mentions that were taken for one (engine/link), or that somebody said are one.
 * Mentions are never merged, only sorted: every person can be taken apart again. Lists, mentions
 * and persons are for the team alone; the public may be told how many there are.
 */
#ifndef GUVOH_DOMAIN_PERSON_PERSON_H
#define GUVOH_DOMAIN_PERSON_PERSON_H

#include "base/arena.h"
#include "base/csv.h"
#include "base/err.h"
#include "domain/account/account.h"
#include "domain/archive/archive.h"
#include "domain/vocab/vocab.h"
#include "engine/link/link.h"

struct db;

/* What every question takes. */
struct person_reader {
	struct db *db;
	struct arena *arena;
	struct viewer viewer;
	link_share *share; /* lends threads to a linkage; NULL: there are none */
};

/* What writing takes. */
struct person_writer {
	struct archive *archive;
	struct arena *arena;
	const struct vocab *vocab; /* of person_list_add */
	const struct archive_stamp *stamp;
	link_share *share; /* as of the reader */
};

/* --- Lists ---------------------------------------------------------------------------------- */

/* A list to add. */
struct person_list_draft {
	struct str path, bytes; /* the file as received */
	struct str name;        /* of the list: a-z, A-Z, 0-9, ".", "-", "_" */
	struct str event;       /* empty: of none */
	struct str source; /* alias or id of the source it belongs to; empty: the file is one */
	struct str title;  /* of the source that is made; empty: the file's name */
	bool sole;         /* somebody says that nobody stands in it twice */
};

struct person_list {
	struct str id, source, source_id, name, event, content, added_at, added_by;
	const struct str *columns;
	const enum link_kind *kinds; /* that somebody said the columns are of; LINK_KIND_COUNT: as
					they look */
	size_t width;
	int64_t lines;
	bool sole, destroyed, undone;
	struct str why; /* it was taken back */
};

struct person_lists {
	const struct person_list *at;
	size_t count;
};

/*
 * Keeps the file and appends its rows as mentions, in one append; rows that hold nothing are left
 * out, and totals (total_of_row): the file as it is kept has them. The same file under the same
 * name again changes nothing, *fresh is false then.
 *
 * Returns 0; or -1 with ERR_INPUT people.list_name, claim.event, people.empty (no rows),
 * ERR_CONFLICT people.list_taken (a name that another list has), ERR_LIMIT people.row (line: it is
 * too long), or what source_add and the archive say.
 */
MUST_CHECK int person_list_add(const struct person_writer *writer,
    const struct person_list_draft *draft, const struct csv *table, struct person_list *out,
    bool *fresh, struct err *e);

/* All that there are, by name, those that were taken back too. */
MUST_CHECK int person_list_all(
    const struct person_reader *reader, struct person_lists *out, struct err *e);

/* Finds one that stands by its name, or any by its id or a prefix of that. ERR_NOTFOUND
 * people.no_list, ERR_INPUT people.lists. */
MUST_CHECK int person_list_find(
    const struct person_reader *reader, struct str name, struct person_list *out, struct err *e);

/* Takes back all that it brought. ERR_CONFLICT people.list_undone, ERR_INPUT people.why. */
MUST_CHECK int person_list_undo(struct archive *archive, const struct archive_stamp *stamp,
    const struct person_list *list, struct str why, struct err *e);

/*
 * What each column of a list holds, as a linkage of its event would take it. Errors as person_link.
 */
MUST_CHECK int person_list_columns(const struct person_reader *reader,
    const struct person_list *list, const struct link_column **out, struct err *e);

/* What a column of a list holds, in somebody's words. */
struct person_map {
	struct str column;
	enum link_kind kind; /* LINK_KIND_COUNT: as it looks */
};

/*
 * Says what columns of a list hold, for every later linkage. *fresh is false when all of that was
 * said already, and nothing was written.
 *
 * Returns 0; or -1 with ERR_NOTFOUND people.no_column (column, list), ERR_INPUT people.map_twice
 * (column), ERR_CONFLICT people.list_undone or people.list_gone, or what the archive says.
 */
MUST_CHECK int person_list_map(const struct person_writer *writer, const struct person_list *list,
    const struct person_map *maps, size_t n, bool *fresh, struct err *e);

/* One row of a list: as many cells as the list has columns. */
struct person_mention {
	int64_t line;
	const struct str *cells;
};

struct person_mentions {
	const struct person_mention *at;
	size_t count;
};

/* The mentions of a list, by line. */
MUST_CHECK int person_mentions(const struct person_reader *reader, const struct person_list *list,
    struct person_mentions *out, struct err *e);

/* A mention as people see it. */
struct person_seen {
	struct str list, list_id; /* its name; its id */
	int64_t line;
	const struct str *columns, *cells;
	size_t width;
};

/*
 * Mentions of an event, or of all lists when it is empty, that would be none today, for they are
 * totals or notes (total_of_row): of lists that were added before those were known. In the order of
 * lists. ERR_NOTFOUND people.no_lists.
 */
MUST_CHECK int person_totals(const struct person_reader *reader, struct str event,
    struct person_seen **out, size_t *n, struct err *e);

/* How many mentions rest on a source, by its id: what goes when it is destroyed. */
MUST_CHECK int person_resting(struct db *db, struct str source, int64_t *out, struct err *e);

/* --- Who they are ---------------------------------------------------------------------------- */

/* A linkage that was kept. */
struct person_linkage {
	struct str id;    /* empty: nothing was linked yet */
	struct str event; /* empty: of all lists */
	struct str at, by, digest;
	int64_t mentions, persons;
	int64_t least, most; /* people in 95 % of partitions drawn by chance; no more than would be
				left if all people of a list apart stood on the others */
	const struct str *apart; /* ids of lists that share nothing with the others by which people
				    could be told apart: whoever stands there counts once more */
	size_t n_apart;
};

/*
 * Links all lists of an event, or all lists when event is empty, and keeps the result: persons with
 * ids that stay what they were where most of their mentions stay together. What people said of
 * pairs binds. When nothing it rests on has changed nothing is written, *fresh is false then.
 *
 * Returns 0; or -1 with ERR_NOTFOUND people.no_lists (event), what link_rows says, or the archive.
 */
MUST_CHECK int person_link(const struct person_writer *writer, struct str event,
    struct person_linkage *out, bool *fresh, struct err *e);

/* Names of those of n lists that a linkage found to be apart, into out, which has room for
 * l->n_apart. How many. */
size_t person_apart_names(
    const struct person_list *lists, size_t n, const struct person_linkage *l, struct str *out);

/* The last linkage that says who the people of an event are, with how many of that event there
 * are; of all lists when event is empty. */
MUST_CHECK int person_link_last(const struct person_reader *reader, struct str event,
    struct person_linkage *out, struct err *e);

/*
 * Have lists, maps, verdicts or the rules changed since the last linkage that says who the people
 * of an event are, or, when event is empty, since that of any event? False: no, or nothing was
 * linked yet.
 */
MUST_CHECK int person_stale(
    const struct person_reader *reader, struct str event, bool *stale, struct err *e);

/* --- Persons ---------------------------------------------------------------------------------- */

/* Mentions that were taken for one person. */
struct person {
	struct str id;
	const struct person_seen *mentions; /* by list and line; one or more */
	size_t count;
	struct str linkage, event; /* that says so; of person_find only */
};

struct persons {
	const struct person *at;
	size_t count;
};

/* The persons of an event by its last linkage, most mentions first; of all lists when event is
 * empty. ERR_NOTFOUND people.no_lists, people.not_yet (nothing was linked), people.not_all (an
 * event whose lists were, while nobody linked all). */
MUST_CHECK int person_all(
    const struct person_reader *reader, struct str event, struct persons *out, struct err *e);

/* Finds one by its id or a prefix of it, as the last linkage that has it says. ERR_NOTFOUND
 * people.none, ERR_INPUT people.several. */
MUST_CHECK int person_find(
    const struct person_reader *reader, struct str name, struct person *out, struct err *e);

/*
 * Takes a mention out: it is another person from now on, *fresh, and different from each that stays
 * for every later linkage; one entry.
 *
 * Returns 0; or -1 with ERR_INPUT people.not_in (mention, person), ERR_CONFLICT people.alone (it is
 * the only one), or what the archive says.
 */
MUST_CHECK int person_take_out(const struct person_writer *writer, const struct person *person,
    const struct person_seen *mention, struct str *fresh, struct err *e);

/* --- How many ----------------------------------------------------------------------------------
 */

#define PERSON_CELL 5   /* a number of persons under it is not told to the public */
#define PERSON_LISTS 31 /* most lists of a count */

/* How many persons stand on these lists, or on that many. */
struct person_cell {
	uint32_t set; /* bit i: on lists[i]; of by_lists: how many lists */
	size_t people;
	bool hidden; /* from the viewer: it is small, or would give a small one away */
};

struct person_count {
	struct person_linkage linkage;
	int64_t persons;
	int64_t least, most; /* over what the linkage doubts; persons lies between */
	int64_t mentions;
	bool hidden;             /* persons itself is too small to be told */
	bool stale;              /* lists or verdicts have changed since the linkage */
	const struct str *lists; /* names, sorted */
	size_t n_lists;
	const struct str *apart; /* names of those that are apart (person_linkage) */
	size_t n_apart;
	struct person_cell *by_lists; /* on 1, 2 ... n_lists lists */
	struct person_cell *cells;    /* of each set of lists with somebody on it */
	size_t n_cells;
};

/*
 * Persons of an event, by the last linkage. To the public no number of persons under PERSON_CELL is
 * shown, nor what would give one away: hidden says which.
 *
 * Returns 0; or -1 with ERR_NOTFOUND people.no_lists, people.not_yet, ERR_LIMIT people.many_lists.
 */
MUST_CHECK int person_count(
    const struct person_reader *reader, struct str event, struct person_count *out, struct err *e);

/* --- What people say of pairs --------------------------------------------------------------- */

/* Finds one by LIST:LINE, the list by name, id or a prefix of that. ERR_INPUT people.mention_name,
 * ERR_NOTFOUND people.mention, or as person_list_find. */
MUST_CHECK int person_mention_find(
    const struct person_reader *reader, struct str name, struct person_seen *out, struct err *e);

/* "lawyers:12", on a. */
struct str person_seen_name(struct arena *a, const struct person_seen *seen);

/* Two mentions: what was said of them, and what speaks for one person and against it. */
struct person_pair {
	struct person_seen x, y;
	struct str said;     /* same, different, unsure; empty: nothing */
	bool joined;         /* they are one person as it stands */
	double odds;         /* of a pair in doubt: log-odds that their persons are one */
	struct link_why why; /* of these two rows alone */
};

struct person_review; /* lists of an event linked, for questions about pairs */

/* Links as person_link would, and keeps nothing. Errors as person_link. */
MUST_CHECK int person_review_open(const struct person_reader *reader, struct str event,
    struct person_review **out, struct err *e);

/* The pairs of which nobody said anything, whose answer would change the number of people most; at
 * most *n, first the one that is least sure. *n is how many there are. */
const struct person_pair *person_review_doubts(struct person_review *review, size_t *n);

/* One pair. ERR_INPUT people.self, people.not_linked (a mention of none of the lists). */
MUST_CHECK int person_review_pair(struct person_review *review, const struct person_seen *x,
    const struct person_seen *y, struct person_pair *out, struct err *e);

/*
 * The overlaps of one partition drawn by chance (link_sample), seed >= 1: persons, lists and cells
 * of *out, all else is 0. For whoever works with the doubts of the linkage. ERR_LIMIT
 * people.many_lists.
 */
MUST_CHECK int person_review_sample(
    struct person_review *review, uint64_t seed, struct person_count *out, struct err *e);

/* Somebody who is looked for. */
struct person_asked {
	struct str name, born; /* as one knows it; born may be empty */
};

struct person_hit {
	struct person_seen seen;
	struct str person;   /* by the last linkage; empty: nobody yet */
	double chance;       /* that it is who is asked for, if at most one person is */
	struct link_why why; /* of what was asked and this mention */
};

#define PERSON_HIT_PERCENT 1 /* mentions of a smaller chance are left out */

struct person_hits {
	const struct person_hit *at; /* likeliest first */
	size_t count;
	size_t more;     /* as likely as a hit must be, behind those asked for */
	size_t unlikely; /* mentions of a smaller chance, and */
	double together; /* what their chances come to at most, in thousandths */
};

/*
 * Who of the lists of an event, or of all lists when event is empty, may be the one asked for, with
 * a chance of PERSON_HIT_PERCENT at least; at most `most`. Keeps nothing. ERR_INPUT people.asked
 * (no name), people.born (no date), people.no_day (no such day); else as person_review_open.
 */
MUST_CHECK int person_who(const struct person_reader *reader, struct str event,
    const struct person_asked *asked, size_t most, struct person_hits *out, struct err *e);

/* Is nobody like who is asked for, not even all who were left out taken together? */
bool person_hits_none(const struct person_hits *hits);

/* Why the mentions of a person are together: count - 1 pairs, each with one mention that stands
 * in those before it; what somebody said, else what weighs most. Errors as person_review_pair. */
MUST_CHECK int person_why(struct person_review *review, struct arena *a, const struct person *p,
    const struct person_pair **out, struct err *e);

/*
 * Says of two mentions that they are the "same" person, "different" people, or that one cannot tell
 * ("unsure"); "none" takes that back. It binds every later linkage. *fresh is false when that is
 * what was said last, and nothing was written.
 *
 * Returns 0; or -1 with ERR_INPUT people.self, people.verdict (the word), or what the archive says.
 */
MUST_CHECK int person_judge(const struct person_writer *writer, const struct person_seen *x,
    const struct person_seen *y, struct str said, bool *fresh, struct err *e);

/* Two mentions that were said to be different people, and one person by way of what was said of
 * others: "different" holds. */
struct person_clash {
	struct str x, y; /* LIST:LINE */
};

/* All of the lists of an event, or of all lists when event is empty. */
MUST_CHECK int person_clashes(const struct person_reader *reader, struct str event,
    const struct person_clash **out, size_t *n, struct err *e);

/* Projectors: rows of domain/ops.def. */
MUST_CHECK int person_project_list(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int person_project_mentions(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int person_project_map(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int person_project_undo(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int person_project_link(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int person_project_judge(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int person_project_take_out(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int person_project_linked(struct db *db, const struct archive_op *op, struct err *e);

#endif
