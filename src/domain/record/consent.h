/*
 * consent: what a person allowed to be done with what one source knows of them.
 * It is given for one use (a term of consent-use: name, face, quote ...) and one
 * source, by the person, a guardian or the family, until a day or without end. None
 * recorded means no; a withdrawal wins over every consent to that use from that
 * source, whenever it was given: what a person allows later needs a source of its own.
 */
#ifndef GUVOH_DOMAIN_RECORD_CONSENT_H
#define GUVOH_DOMAIN_RECORD_CONSENT_H

#include "domain/record/record.h"

struct record_consent {
	/* Whoever records it sets these; empty is unknown. */
	struct str person, source; /* alias or id */
	struct str use;
	struct str given_by; /* a term of consent-given-by; needed */
	struct str how;      /* a term of consent-how */
	struct str until;    /* last day, 2025-12-31 */

	/* What follows from it. */
	struct str id; /* empty: what was withdrawn had never been given */
	struct str person_id, source_id;
	int64_t nth; /* on that use and source */
	bool withdrawn;
	struct str why; /* it was withdrawn */
	struct str added_at, added_by;
};

struct record_consents {
	const struct record_consent *at;
	size_t count;
};

/*
 * Records a consent under the person's key. The last one recorded for a use and a
 * source counts; one that is recorded already, word for word, changes nothing.
 *
 * Returns 0, fills in *consent and sets *fresh; or -1 with what record_find and
 * source_find say, ERR_INPUT record.not_person (name), record.term (word, list),
 * date_day's errors, ERR_CONFLICT record.consent_withdrawn (use, source).
 */
MUST_CHECK int record_consent_give(
    const struct record_writer *writer, struct record_consent *consent, bool *fresh, struct err *e);

/*
 * Withdraws the consent to a use from a source, also one that was never given: then it
 * is a refusal. Errors: record_consent_give, ERR_INPUT record.why.
 */
MUST_CHECK int record_consent_withdraw(const struct record_writer *writer,
    struct record_consent *consent, struct str why, struct err *e);

/* The consent that counts for each use and source of a person (empty: of every person). The
 * public sees none. */
MUST_CHECK int record_consents(const struct record_reader *reader, struct str person_id,
    struct record_consents *out, struct err *e);

/*
 * May that be done with what the source knows of the person on that day? Returns 1, or
 * 0 when it may not, was never allowed or no source is named, or -1.
 */
MUST_CHECK int record_consent_may(const struct record_reader *reader, struct str person_id,
    struct str use, struct str source_id, int32_t day, struct err *e);

/* Projectors: rows of domain/ops.def. */
MUST_CHECK int record_project_consent(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int record_project_refuse(struct db *db, const struct archive_op *op, struct err *e);

#endif
