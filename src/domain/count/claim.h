/*
 * claim: a figure somebody gave, with its scope and its words, checked and kept.
 * The columns are rows of columns.def; a claim comes from a row of a CSV, the
 * options of a command or an entry of the log, and is the same struct each time.
 */
#ifndef GUVOH_DOMAIN_COUNT_CLAIM_H
#define GUVOH_DOMAIN_COUNT_CLAIM_H

#include "base/arena.h"
#include "base/csv.h"
#include "base/date.h"
#include "base/err.h"
#include "base/json.h"
#include "base/str.h"
#include "domain/archive/archive.h"
#include "domain/vocab/vocab.h"
#include "engine/claim/phrase.h"

enum count_column {
#define COLUMN(name, upper, kind, empty) COUNT_##upper,
#include "domain/count/columns.def"
#undef COLUMN
	COUNT_COLUMNS
};

struct count_documented;

struct count_claim {
	struct str text[COUNT_COLUMNS]; /* as given; what was left empty is filled in */
	struct str key;                 /* the archive's own id; empty on a plain file */
	struct str source_id;           /* the archive's id of its source; empty: none */
	struct str event;               /* the case it belongs to; empty on a plain file */
	size_t line;                    /* of the CSV; 0 elsewhere */

	struct phrase reading; /* what the words say; or low, high and modal set by hand */
	bool by_hand;          /* low, high or modal were given */

	size_t measure, who;  /* index in the vocabulary */
	const size_t *places; /* by index, none inside another */
	size_t n_places;
	struct date_set days;
	struct date_set said_at;                     /* count 0: unknown */
	const struct str *derived_from, *supersedes; /* ids as given */
	size_t n_derived_from, n_supersedes;

	bool anchored;      /* the words were found in the text of their source */
	int64_t start, end; /* in code points of that text */
	bool withdrawn;
	struct str why; /* it was withdrawn */
	struct str added_at;

	/* count_public only: the words stay in the archive; of their source its kind and its
	 * month may be said ("interview, archive, June 2019"), both empty when there is none. */
	bool withheld;
	struct str withheld_kind, withheld_date;

	/* The people whom lists name (documented.h): nobody's words. NULL: a figure somebody gave.
	 */
	const struct count_documented *documented;
};

struct count_claims {
	const struct count_claim *at;
	size_t count;
};

struct count_memo; /* boards that were made: board.h */

/* What reading claims takes; answers lie on the arena. */
struct count_reader {
	struct db *db;
	struct arena *arena;
	const struct vocab *vocab;
	struct count_memo *memo; /* NULL: each board is made when it is asked for */
};

/* What writing them takes. */
struct count_writer {
	struct archive *archive;
	struct arena *arena;
	const struct vocab *vocab;
	const struct archive_stamp *stamp;
};

/* The id that people see: the one given, else the archive's. */
struct str count_claim_id(const struct count_claim *claim);

/*
 * Checks the texts of one claim and fills in all that follows from them: terms,
 * places, days, the interval. Only claim->text (and line, event) need be set.
 *
 * Returns 0; or -1 with ERR_INPUT claim.needs (column), claim.term (column, the
 * word), claim.measure, claim.who, claim.place (the id), claim.place_nested (both
 * ids), claim.id (the id), claim.number (column, the text), claim.interval (low,
 * high), claim.class (an origin without a class), claim.utf8 (column), or what
 * date_read and phrase_read say. Arrays lie on a.
 */
MUST_CHECK int count_claim_check(
    struct arena *a, const struct vocab *vocab, struct count_claim *claim, struct err *e);

/*
 * Checks claims against each other: ids stand once, part_of, derived_from and
 * supersedes name claims that are there, and nothing is part of itself, derived
 * from itself or supersedes itself, over however many steps. at gets the index
 * of the claim at fault. Withdrawn claims may be named.
 *
 * Returns 0; or -1 with ERR_INPUT claim.twice (id), claim.unknown (id, column,
 * the name), claim.circle (id, column), claim.part_of_part (id, whole), claim.other_voice (id,
 * column, the name): a part, or what is superseded, of another origin or class.
 */
MUST_CHECK int count_claims_check(
    struct count_claims claims, struct arena *a, size_t *at, struct err *e);

/* What became of one row of a CSV. */
enum count_verdict { COUNT_NEW, COUNT_UNCHANGED, COUNT_REFUSED };

struct count_row {
	enum count_verdict verdict;
	struct str id;
	size_t line;
	struct err err; /* when refused */
};

struct count_table {
	struct count_claims claims; /* those not refused, in the order of the file */
	const struct count_row *rows;
	size_t n_rows, refused, unchanged;
};

/*
 * Reads a table of claims, whose texts stay in csv. The header must have id, words, lang, measure,
 * place, days; any other column of columns.def may be missing, none may be unknown. Rows that
 * cannot be read are refused one by one in out->rows; empty ones are skipped.
 *
 * Returns 0 and fills *out; or -1 with ERR_INPUT claim.column (missing),
 * claim.column_unknown (its name).
 */
MUST_CHECK int count_table_read(struct arena *a, const struct vocab *vocab, const struct csv *csv,
    struct count_table *out, struct err *e);

/*
 * Adds one claim to an event. Where its source has a text, the words are looked
 * up there; a verbatim claim whose words are not in it is refused.
 *
 * Returns 0 and sets claim->key on a; or -1 with what count_claim_check,
 * count_claims_check, source_find and the archive say, ERR_INPUT
 * claim.not_in_source (source), ERR_CONFLICT claim.exists (id), claim.changed.
 */
MUST_CHECK int count_add(
    const struct count_writer *writer, struct count_claim *claim, struct err *e);

/*
 * Imports a table into an event in one entry, all rows or none. A row that the
 * event has already, word for word, is unchanged; one that differs is refused
 * (claim.changed). With dry set, or any row refused, nothing is written: look at
 * out->refused.
 */
MUST_CHECK int count_import(const struct count_writer *writer, struct str event,
    const struct csv *csv, bool dry, struct count_table *out, struct err *e);

/*
 * Finds a claim by "ID", "EVENT/ID", the archive's id or a prefix of it; a given id
 * wins. ERR_NOTFOUND claim.none, claim.gone (with the key of its source), ERR_INPUT claim.several
 * (name, how to say it).
 */
MUST_CHECK int count_find(
    const struct count_reader *reader, struct str name, struct count_claim *out, struct err *e);

/* How many claims rest on a source; withdrawn ones too. */
MUST_CHECK int count_resting(struct db *db, struct str source_id, int64_t *n, struct err *e);

/*
 * Withdraws a claim; it stays readable. ERR_CONFLICT claim.withdrawn, ERR_INPUT claim.needs or
 * claim.control: why is text on one line.
 */
MUST_CHECK int count_withdraw(struct archive *archive, const struct archive_stamp *stamp,
    const struct count_claim *claim, struct str why, struct err *e);

/* The claims of an event (empty: of every event), by id. With withdrawn ones only when all is set.
 */
MUST_CHECK int count_claims(const struct count_reader *reader, struct str event, bool all,
    struct count_claims *out, struct err *e);

/*
 * The claims of an event that everybody may see, by id: those whose confidentiality is
 * public, their own or, where it is empty, that of their source. Of one whose source is
 * not public the words, speaker, outlets, source and exact dates are left out and
 * withheld is set. What names a claim that is not among them is left out too. Nothing
 * that the public reads is made from any other claims.
 */
MUST_CHECK int count_public(
    const struct count_reader *reader, struct str event, struct count_claims *out, struct err *e);

struct count_event {
	struct str id;
	int64_t claims; /* that stand */
};

struct count_events {
	const struct count_event *at;
	size_t count;
};

MUST_CHECK int count_event_list(
    struct db *db, struct arena *a, struct count_events *out, struct err *e);

/* Projectors: rows of domain/ops.def. */
MUST_CHECK int count_project_add(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int count_project_withdraw(struct db *db, const struct archive_op *op, struct err *e);

#endif
