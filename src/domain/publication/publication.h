/*
 * publication: a text with live figures, in revisions and languages.
 * A revision keeps what its figures said when it was made. When the archive moves
 * under one of them the page does not change: it is stale until a new revision with a
 * public note exists. Figures are asked as the public asks (count_public), so that
 * what the public may not see cannot be written into a page.
 */
#ifndef GUVOH_DOMAIN_PUBLICATION_PUBLICATION_H
#define GUVOH_DOMAIN_PUBLICATION_PUBLICATION_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"
#include "domain/archive/archive.h"
#include "domain/count/board.h"
#include "domain/count/claim.h"
#include "kit/markdown/markdown.h"

enum publication_field {
#define FIELD(name, upper, needed) PUBLICATION_##upper,
#include "domain/publication/fields.def"
#undef FIELD
	PUBLICATION_FIELDS
};

enum publication_live {
#define LIVE(name, upper, stands, options) PUBLICATION_##upper,
#include "domain/publication/live.def"
#undef LIVE
	PUBLICATION_LIVES
};

/* How much of a figure is printed where it stands: as=figure, words, who; else all of it. */
enum publication_as { PUBLICATION_ALL, PUBLICATION_FIGURE, PUBLICATION_WORDS, PUBLICATION_WHO };

enum publication_state { PUBLICATION_SHOWN, PUBLICATION_HIDDEN, PUBLICATION_TAKEN_DOWN };

struct publication {
	struct str key;   /* the archive's id */
	struct str slug;  /* its part of every address */
	struct str event; /* the case it is about */
	struct str added_at, added_by;
};

struct publication_list {
	const struct publication *at;
	size_t count;
};

struct publication_revision {
	struct str lang;
	int64_t number; /* 1.. in each language */
	struct str field[PUBLICATION_FIELDS];
	struct str text, note, at, by;
	struct str said; /* what its figures said, as canonical JSON */
	enum publication_state state;
	struct str state_at, state_note; /* when it is not shown: since when, and the public note */
	struct str file; /* as it was written, for editors: in fields and text blanked passages are
			    blank */
};

struct publication_revisions {
	const struct publication_revision *at; /* by language and number */
	size_t count;
};

/* A live value as it was written. */
struct publication_value {
	enum publication_live live;
	struct str subject; /* a claim, an act, an event */
	size_t line;        /* of the file or text it stands in */
	enum publication_as as;
	struct count_question question; /* COUNT */
};

/* What a figure says. */
struct publication_said {
	bool answered;          /* false: nobody gave a number */
	struct phrase reading;  /* CLAIM: as said; COUNT: a floor, or one origin's own range */
	struct str whose;       /* id of its one origin; else its one class; else empty */
	const struct str *rows; /* BOARD, MAP: a line for each figure and bound; ACT, LAW, DEMANDS:
				   for each statement */
	size_t n_rows;
};

struct publication_figure {
	struct publication_value asked;
	struct str id; /* a part of its address: "c10", "detained.almaty.2019-06-09" */
	bool known;    /* the public may see it now; if not, what follows up to then is empty */
	const struct count_board *board; /* that it stands on */
	int32_t claim;                   /* CLAIM: index in board->claims */
	const struct count_scope *scope; /* COUNT */
	const int32_t *basis;            /* claims that it rests on */
	size_t n_basis;
	uint64_t assumes; /* COUNT: assumptions it needs */
	struct publication_said now, then;
	bool stale; /* now is not what it said then */
};

/* A revision as pages show it. */
struct publication_article {
	struct publication publication;
	struct publication_revision revision;
	const struct markdown *dek, *body;
	const struct publication_figure *figures; /* the dek's first, then those of the body */
	size_t n_figures, n_dek;
};

/* One thing that must be mended before anything is published. */
struct publication_problem {
	struct str slug, lang;
	int64_t number;
	struct err why; /* publication.stale (figure, then, now), publication.gone (figure),
			   publication.name (id of a person who is named without consent) */
};

struct publication_problems {
	const struct publication_problem *at;
	size_t count;
};

/* A revision to make. */
struct publication_draft {
	struct str lang, note;
	struct str field[PUBLICATION_FIELDS];
	size_t field_line[PUBLICATION_FIELDS];
	struct str text;
	size_t text_line; /* of the file, where the text begins */
};

/*
 * Adds a publication about an event that has figures; out->key lies on the writer's arena.
 *
 * Returns 0; or -1 with ERR_INPUT publication.slug (not a-z 0-9 and -, 64 bytes at
 * most, or the name of another page), ERR_CONFLICT publication.slug_taken, ERR_NOTFOUND
 * publication.event (the event, the nearest one), or what the archive says.
 */
MUST_CHECK int publication_add(const struct count_writer *writer, struct str slug, struct str event,
    struct publication *out, struct err *e);

/*
 * Reads the file of a revision: "---", lines "field: text", "---", then Markdown.
 *
 * Returns 0 and fills *out but for lang and note; or -1 with ERR_INPUT publication.utf8,
 * publication.front (line), publication.word or _near (line, word, nearest),
 * publication.twice (line, field), publication.needs (field).
 */
MUST_CHECK int publication_draft_read(
    struct arena *a, struct str file, struct publication_draft *out, struct err *e);

/*
 * Adds a revision with what its figures say now; *number is its number.
 *
 * Returns 0; or -1 with ERR_INPUT publication.lang, publication.note (a note is missing,
 * which every revision but the first of a language needs), publication.word or _near
 * (line, word, nearest: no such live value, option, claim, event or term),
 * publication.value_needs (line, value, what), publication.block (line, value: stands
 * among words), publication.value (line, value: cannot be answered), ERR_DENIED
 * publication.not_public (line, id), what markdown_read says, or what the archive says.
 */
MUST_CHECK int publication_revise(const struct count_writer *writer,
    const struct publication *publication, const struct publication_draft *draft, int64_t *number,
    struct err *e);

/* The op of a revision, for an entry that says more besides. Between archive_hold and
 * archive_release. Errors as publication_revise. */
MUST_CHECK int publication_revise_part(const struct count_writer *writer,
    const struct publication *publication, const struct publication_draft *draft,
    struct archive_part *part, int64_t *number, struct err *e);

/*
 * Hides, takes down or shows again a revision, a language (number 0) or all of a
 * publication (lang empty). What was taken down stays so. The note is public.
 * ERR_INPUT publication.note, ERR_NOTFOUND publication.no_revision (slug, lang, number),
 * ERR_CONFLICT publication.taken_down.
 */
struct publication_hiding {
	struct str lang;
	int64_t number;
	enum publication_state state;
	struct str note;
};

MUST_CHECK int publication_hide(const struct count_writer *writer,
    const struct publication *publication, const struct publication_hiding *hiding, struct err *e);

/* The op of it, for an entry that says more besides. Between archive_hold and
 * archive_release. Errors as publication_hide. */
MUST_CHECK int publication_hide_part(const struct count_writer *writer,
    const struct publication *publication, const struct publication_hiding *hiding,
    struct archive_part *part, struct err *e);

#define PUBLICATION_BLANKED                                                                        \
	"\u2588\u2588\u2588\u2588\u2588" /* what stands for a blanked passage                      \
					  */

/*
 * A passage that is blank from then on in every revision of its language, wherever the diff
 * carries it, and in what is made of them; whole live values with it.
 */
struct publication_blank {
	struct str key, at; /* the archive's id, and since when: filled by questions */
	struct str lang;
	int64_t number;   /* of the revision that it is a passage of */
	size_t from, to;  /* bytes of that revision's file, end exclusive */
	bool everywhere;  /* the same words too, wherever they stand in any language */
	struct str cause; /* id of what asked for it */
};

struct publication_blanks {
	const struct publication_blank *at;
	size_t count;
};

/* The op that blanks a passage, and the one that shows it again. Never fail. */
struct archive_part publication_blank_part(const struct count_writer *writer,
    const struct publication *publication, const struct publication_blank *blank);
struct archive_part publication_unblank_part(
    const struct count_writer *writer, const struct publication_blank *blank);

/* The passages that are blank now. */
MUST_CHECK int publication_blanks(const struct count_reader *reader,
    const struct publication *publication, struct publication_blanks *out, struct err *e);

/* By slug. ERR_NOTFOUND publication.none (slug, nearest). */
MUST_CHECK int publication_find(
    const struct count_reader *reader, struct str slug, struct publication *out, struct err *e);

/* All, by slug. */
MUST_CHECK int publication_all(
    const struct count_reader *reader, struct publication_list *out, struct err *e);

MUST_CHECK int publication_revisions(const struct count_reader *reader,
    const struct publication *publication, struct publication_revisions *out, struct err *e);

/* The newest revision of a language that is shown, or NULL. */
const struct publication_revision *publication_current(
    const struct publication_revisions *revisions, struct str lang);

/*
 * A revision with its text read and its figures asked again. One that the public may
 * no longer see is not known, and is no failure.
 */
MUST_CHECK int publication_article(const struct count_reader *reader,
    const struct publication *publication, const struct publication_revision *revision,
    struct publication_article *out, struct err *e);

/*
 * What keeps a publication from being published: figures of its newest revisions that have
 * moved or may not be shown any more; persons whose name stands in a revision that is
 * shown, or in what it shows of records, without their consent on that day.
 */
MUST_CHECK int publication_check(const struct count_reader *reader,
    const struct publication *publication, int32_t day, struct publication_problems *out,
    struct err *e);

/* The same of every publication, by slug. */
MUST_CHECK int publication_check_all(const struct count_reader *reader, int32_t day,
    struct publication_problems *out, struct err *e);

/* Is it a paragraph of its own? */
bool publication_is_block(enum publication_live live);

/* The name of a live value ("claim"), and what it says as plain text: ">= 700", "450-549". */
struct str publication_live_name(enum publication_live live);
struct str publication_said_text(struct arena *a, const struct publication_said *said);

/* "title", and "shown", "hidden", "taken-down". */
struct str publication_field_name(enum publication_field field);
struct str publication_state_name(enum publication_state state);

/* Projectors: rows of domain/ops.def. */
MUST_CHECK int publication_project_add(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int publication_project_revise(
    struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int publication_project_hide(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int publication_project_blank(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int publication_project_unblank(
    struct db *db, const struct archive_op *op, struct err *e);

#endif
