/*
 * link: which rows of one or several lists are the same person.
 * No labels and no settings: columns are known by what they hold, weights are learned from the rows
 * (Fellegi and Sunter 1969), persons are made by average linkage. The answer is the same for any
 * order of rows, lists and columns, and the names of the columns only say which columns of several
 * lists are one, and where numbers may be days of birth (serial.h). Method and papers:
 * docs/methods/linkage.md.
 */
#ifndef GUVOH_ENGINE_LINK_LINK_H
#define GUVOH_ENGINE_LINK_LINK_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "engine/link/share.h"

#define LINK_FIELDS 16 /* most fields that are compared */
#define LINK_CUT 0.0   /* clusters join while the log-odds that they are one person exceed this */
#define LINK_APART (-20.0) /* log-odds of two rows that no cluster holds, whatever others say */
#define LINK_RULES 16      /* raise when the same lists are linked otherwise */
#define LINK_ROWS ((size_t)50000000)
#define LINK_SOLES 64 /* lists that may be said to hold nobody twice */

enum link_kind {
#define LINK_KIND(name, word, way) LINK_##name,
#include "engine/link/kinds.def"
#undef LINK_KIND
	LINK_KIND_COUNT
};

/* One list; cells by row, width to a row. */
struct link_list {
	const struct str *names; /* of the columns */
	const struct str *cells;
	size_t width, rows;
	bool sole; /* nobody stands in it twice: its rows are never joined */
};

#define LINK_EVERY SIZE_MAX /* list: whichever has a column of that name */

/* What a column of that name holds, said by a person. */
struct link_said {
	struct str name;
	enum link_kind kind;
	size_t list; /* or LINK_EVERY */
};

/* What somebody said of two rows, as they are numbered in the result. */
struct link_verdict {
	size_t x, y;
	bool same; /* one person; else different people */
};

struct link_question {
	const struct link_list *lists;
	size_t n_lists;
	const struct link_said *said;
	size_t n_said;
	const struct link_verdict *verdicts; /* they bind, whatever the rows weigh */
	size_t n_verdicts;
	link_share *share; /* lends threads; NULL: there are none. The answer is the same */
	const struct arena_lender *room; /* for numbers, never text, as long as the result is used;
					    NULL: memory alone */
	void (*cells_read)(void *arg);   /* called once no cell is needed any more; NULL: no */
	void *arg;
};

struct link_column {
	size_t list, column;
	enum link_kind kind;
	size_t unread; /* of a column of dates: rows that say something that is none */
	size_t serial; /* and those that say the number of a day (serial.h) */
};

struct link_model; /* what link_why needs */

struct link_result {
	const uint32_t
	    *cluster; /* of each row of all lists one after the other; from 0, by first row */
	size_t rows, clusters;
	size_t largest; /* rows in the largest cluster */
	const struct link_column *columns;
	size_t n_columns;
	size_t pairs;      /* candidate pairs that were compared */
	const bool *apart; /* of each list: it has nothing that tells people apart in common with
			      any other, so that whoever stands on it counts once more */
	bool collapsed; /* the first estimate was of no use, and the clusters had to start without
			   it */
	const struct link_model *model;
};

/* What one field says of two rows. */
struct link_reason {
	enum link_kind kind;
	struct str column; /* its name in the list of the second row, else in the first list */
	bool implied;      /* no column says it; it is what that one says besides (implied.h) */
	struct str level;  /* word for programs: same, sound, close ... */
	struct str x, y;   /* what was compared */
	double weight;     /* natural logarithm; for one person where above 0 */
};

struct link_why {
	double prior;     /* log-odds that two rows are one person before anything is compared */
	double together;  /* what agreements lose that often go together; 0 or less */
	double namesakes; /* by how many bear the whole name, beside how many its parts say */
	double untold;    /* where one side names nobody: no name, no number; 0 or less */
	double total;     /* log-odds of these two rows; clusters also weigh all their other rows */
	bool never;       /* both have a fact of which everybody has one, and not the same */
	const struct link_reason *reasons; /* fields that both rows say something in */
	size_t count;
};

/* Two clusters, by a row of each, that were joined or kept apart by a small margin. */
struct link_doubt {
	size_t x, y;
	double odds; /* log-odds that they are one person */
	bool joined;
};

/* The word for programs; the kind of that word, or LINK_KIND_COUNT where nobody can say it. */
struct str link_kind_word(enum link_kind kind);
enum link_kind link_kind_of(struct str word);

/*
 * What each column of the lists holds, as link_rows would take it; on a. Errors as link_rows.
 */
MUST_CHECK int link_columns(struct arena *a, const struct link_question *q,
    const struct link_column **out, size_t *count, struct err *e);

/*
 * Links the rows of the lists; names of columns stay as long as the result is used, cells until
 * cells_read is called.
 *
 * Returns 0 and fills *out; or -1, *out untouched, with ERR_INPUT link.nothing (no column can be
 * compared), link.column (a name that was said and no list, or not that one, has), or ERR_LIMIT
 * link.rows, link.soles or link.room (q->room refused).
 */
MUST_CHECK int link_rows(
    struct arena *a, const struct link_question *q, struct link_result *out, struct err *e);

/* Why two rows, both below result->rows, weigh what they weigh together; on a. */
struct link_why link_why(struct arena *a, const struct link_result *result, size_t x, size_t y);

/* What was decided by the smallest margins, at most n of it, least margin first; *n is how many
 * there are. */
const struct link_doubt *link_doubts(struct arena *a, const struct link_result *result, size_t *n);

/* How many clusters there would be at another cut. */
size_t link_count_at(const struct link_result *result, double cut);

/*
 * A partition drawn by chance: clusters join with the probability that they are one person, best
 * first. Fills cluster, room for result->rows, as result->cluster, and returns how many there are.
 * seed >= 1.
 */
size_t link_sample(const struct link_result *result, uint64_t seed, uint32_t *cluster);

#endif
