/*
 * ftm: what our kinds and properties are in FollowTheMoney, the model that tools for
 * investigations share (followthemoney.tech): vocab/ftm.csv. Part of the program, not of an
 * archive: it says how to speak with others, not what anything means.
 */
#ifndef GUVOH_DOMAIN_VOCAB_FTM_H
#define GUVOH_DOMAIN_VOCAB_FTM_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/*
 * Without a property: which kind a schema is ("-": none of ours, left out), which terms make a
 * record one ("type:state"; empty: none has to), and the schemata whose properties it has too. With
 * one: which property of ours it is ("-": known, left out), of which kind (empty: of any), and how:
 * "in" is taken in and not given out, "country" and "language" have codes of these, "id" ids of
 * terms, "start" and "end" ends of an interval, "lat" and "lon" parts of a point, "subject",
 * "object" and "role" parts of a link between records, "keywords" our own words.
 */
struct vocab_ftm_row {
	struct str schema, property, kind, to, how;
};

struct vocab_ftm {
	const struct vocab_ftm_row *rows;
	size_t count;
};

/* Reads the table, on a. */
MUST_CHECK int vocab_ftm_read(struct arena *a, struct vocab_ftm *out, struct err *e);

/* The row of a schema for a kind (empty: the first one), or NULL. */
const struct vocab_ftm_row *vocab_ftm_schema(
    const struct vocab_ftm *table, struct str schema, struct str kind);

/*
 * What a kind's property is in a schema of it, or in those it has properties of; NULL:
 * FollowTheMoney has no place for it.
 */
const struct vocab_ftm_row *vocab_ftm_of(const struct vocab_ftm *table,
    const struct vocab_ftm_row *schema, struct str kind, struct str property);

/* The row of a property that a schema has by itself or from another, or NULL. */
const struct vocab_ftm_row *vocab_ftm_property(const struct vocab_ftm *table,
    const struct vocab_ftm_row *schema, struct str kind, struct str property);

/* Does the row's "how" have the word? */
bool vocab_ftm_how(const struct vocab_ftm_row *row, struct str word);

/* Of a list of codes ("country", "language"): what of ours a code is, and the code of what is ours;
 * empty: there is none. */
struct str vocab_ftm_meant(const struct vocab_ftm *table, struct str list, struct str code);
struct str vocab_ftm_code(const struct vocab_ftm *table, struct str list, struct str ours);

#endif
