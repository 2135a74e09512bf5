/*
 * documented: the people whom the lists of an event name, as one more figure beside those that
 * somebody gave. A list does not say what its people have in common: the team says it once for all
 * lists of an event (taken, where, on which days), and what rests on them names it.
 */
#ifndef GUVOH_DOMAIN_COUNT_DOCUMENTED_H
#define GUVOH_DOMAIN_COUNT_DOCUMENTED_H

#include "domain/account/account.h"
#include "domain/count/claim.h"
#include "domain/person/person.h"

#define COUNT_DOCUMENTED "documented" /* id and origin of the figure on a board */

/* What the people on the lists of an event have in common. */
struct count_about {
	struct str measure, who, place, days, day_of; /* as columns of a claim */
	int64_t truth; /* how many there are in all; only an invented event knows. 0: not known */
};

struct count_documented {
	struct count_about about;
	struct person_count people; /* as the viewer may know them */
};

/*
 * Says of the lists of an event what their people have in common; one entry, none when that was
 * said last: *fresh is false then. about is filled in as a claim would be.
 *
 * Returns 0; or -1 with ERR_INPUT claim.event, or what the columns of a claim are refused for.
 */
MUST_CHECK int count_about_set(const struct count_writer *writer, struct str event,
    struct count_about *about, bool *fresh, struct err *e);

/* What was said last. *found is false when nothing was. */
MUST_CHECK int count_about_last(const struct count_reader *reader, struct str event,
    struct count_about *out, bool *found, struct err *e);

/*
 * The documented people of an event. *found is false when nobody said what the lists are of, there
 * are none, nobody linked them, or they are too few to be told to the viewer.
 */
MUST_CHECK int count_documented(const struct count_reader *reader, struct viewer viewer,
    struct str event, struct count_documented *out, bool *found, struct err *e);

/*
 * Puts them among the claims as "at least" the lower end of their range: nothing stronger rests on
 * them than the linkage carries. d lives as long as the claims, which lie on a.
 */
MUST_CHECK int count_documented_join(struct arena *a, const struct vocab *vocab,
    const struct count_documented *d, struct count_claims *claims, struct err *e);

/* Both: the claims, with the documented people of the event where there are some. */
MUST_CHECK int count_documented_add(const struct count_reader *reader, struct viewer viewer,
    struct str event, struct count_claims *claims, struct err *e);

MUST_CHECK int count_project_about(struct db *db, const struct archive_op *op, struct err *e);

#endif
