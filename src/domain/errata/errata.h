/*
 * errata: what readers say is wrong with a passage of a publication, and what became of it.
 * A report is accepted when its words stand in the named revision where it says. They are
 * looked up in the Markdown of that revision at once: from then on they are followed
 * through the revisions of the text, whatever the archive prints among its words. What a reader
 * wrote is sealed under the report's own key and never public; public are the corrections
 * and, to whoever has its code, the state of a report.
 */
#ifndef GUVOH_DOMAIN_ERRATA_ERRATA_H
#define GUVOH_DOMAIN_ERRATA_ERRATA_H

#include "domain/account/account.h"
#include "domain/publication/publication.h"

#define ERRATA_LONGEST 1000 /* characters of the words, of a wording, of a comment */
#define ERRATA_CONTEXT 32   /* characters that are kept on each side of the words */
#define ERRATA_VOICES 10    /* readers whose own words are kept for one report; more are counted */

enum errata_kind {
#define KIND(name, upper, open) ERRATA_##upper,
#include "domain/errata/kinds.def"
#undef KIND
	ERRATA_KINDS
};

enum errata_act {
#define ACT(name, upper, state, closed) ERRATA_##upper,
#include "domain/errata/acts.def"
#undef ACT
	ERRATA_ACTS
};

/* A place of a page that is not the text's own words: a figure, what somebody said, a board. */
struct errata_figure {
	size_t start, end; /* in characters of the page */
	struct str id;     /* "claim c10", "count detained.almaty.2019-06-09"; may be empty */
};

/* The article of a revision as its page was sent: the textContent of the element. */
struct errata_page {
	struct str text;
	const struct errata_figure *figures;
	size_t n;
};

/* A report as it came (W3C Web Annotation). */
struct errata_note {
	struct str slug, lang;
	int64_t number; /* of the revision */
	enum errata_kind kind;
	struct str quote;  /* TextQuoteSelector: exact */
	size_t start, end; /* TextPositionSelector: in characters of the page */
	struct str wording, comment;
};

struct errata_added {
	struct str code; /* its id, unguessable: the reader's key to its state */
	bool again;      /* an open report at these words was there already: it is its code */
	bool rings;      /* somebody on call must hear of it: errata_ring */
	bool hidden; /* its passage is blank until somebody looks (the setting hide_on_report) */
};

/*
 * Takes a report in. page: of the revision, as it was sent to the reader.
 *
 * Returns 0; or -1 with ERR_LIMIT errata.long (what: quote, wording or comment), ERR_INPUT
 * errata.empty (no words), errata.utf8 (what), ERR_NOTFOUND publication.none or
 * publication.no_revision, ERR_CONFLICT errata.moved (the words are not there), or what the
 * archive says.
 */
MUST_CHECK int errata_add(const struct count_writer *writer, const struct errata_note *note,
    const struct errata_page *page, struct errata_added *out, struct err *e);

/*
 * The state of a report for whoever has its whole code: "new", or that of its last act in
 * acts.def. ERR_NOTFOUND errata.none, the same for every code that is not one.
 */
MUST_CHECK int errata_state(
    const struct count_reader *reader, struct str code, struct str *out, struct err *e);

/*
 * Tells whoever is on call (the setting on_call) that a report speaks of danger: runs the
 * command with the code as its last argument, or posts "report=CODE" to the address. Waits for it,
 * 10 seconds at most. *rang is false when nobody is on call. Errors as program_run.
 */
MUST_CHECK int errata_ring(
    const struct count_reader *reader, struct str code, bool *rang, struct err *e);

/* The same in two steps, for whoever cannot hold the index so long: who is on call, and the ring.
 */
MUST_CHECK int errata_on_call(
    const struct count_reader *reader, struct str *on_call, struct err *e);
MUST_CHECK int errata_ring_at(
    struct arena *a, struct str on_call, struct str code, bool *rang, struct err *e);

/* What another reader said of the same words. */
struct errata_voice {
	struct str at, kind, wording, comment;
};

/* A report as editors see it. Of one whose key was destroyed all that readers wrote is empty. */
struct errata_report {
	struct str code, at;
	struct str slug, lang;
	struct str publication; /* the archive's id */
	int64_t number;         /* of the revision */
	struct str kind;        /* of kinds.def */
	struct str quote, prefix, suffix, wording, comment;
	size_t start, end; /* in characters of the page */
	size_t from, to;   /* in bytes of the revision's file; 0, 0: not in the text's own words */
	struct str figure; /* then: the figure they lie in or beside; may be empty */
	int64_t count;     /* readers who reported it */
	bool destroyed;

	struct str state;
	bool closed;
	int64_t seen;                      /* decisions so far: what a decision must name */
	struct str decided_at, decided_by; /* the last one; empty: there is none */
	struct str of, note, why;          /* duplicate of; for readers; for the team */
	int64_t made;                      /* applied: number of the revision */
};

struct errata_reports {
	const struct errata_report *at;
	size_t count;
};

/* Reports that wait, danger first, then by place and age; closed ones too when all is set. The
 * public sees none. */
MUST_CHECK int errata_queue(const struct count_reader *reader, struct viewer viewer, bool all,
    struct errata_reports *out, struct err *e);

/* How many of them speak of danger and are not closed. */
size_t errata_danger(const struct errata_reports *reports);

/* By code or the beginning of one that only it has. ERR_NOTFOUND errata.none, ERR_INPUT
 * errata.several. */
MUST_CHECK int errata_find(const struct count_reader *reader, struct viewer viewer, struct str code,
    struct errata_report *out, struct err *e);

MUST_CHECK int errata_voices(const struct count_reader *reader, const struct errata_report *report,
    const struct errata_voice **out, size_t *n, struct err *e);

/* The passage of a report in the newest revision of its language that is shown. */
struct errata_look {
	int64_t number;
	struct str file;          /* of that revision */
	size_t from, to;          /* the passage in it */
	struct str before, after; /* what stands around it there, as written, on the same line */
};

/*
 * Looks for it. ERR_CONFLICT errata.figure (its figure: the words are not the text's own),
 * errata.live (a live value), errata.gone (the number: it cannot be found there again),
 * errata.no_page (no revision is shown), errata.destroyed.
 */
MUST_CHECK int errata_look(const struct count_reader *reader, const struct errata_report *report,
    struct errata_look *out, struct err *e);

/* What an editor decides. */
struct errata_decision {
	struct str code;
	enum errata_act act;
	int64_t seen;       /* errata_report.seen when it was looked at */
	struct str wording; /* APPLY: what the passage shall read; empty: as the reader suggests */
	struct str note;    /* for readers: APPLY, TAKE_DOWN, UNDO of APPLY */
	struct str why;     /* DECLINE: for the team */
	struct str of;      /* DUPLICATE: code of the other one */
};

struct errata_done {
	struct str code, state, lang;
	int64_t number; /* of the revision that was made; 0: none was */
};

/*
 * Decides, in one entry with all that follows: a new revision, a passage that is blanked in every
 * revision (HIDE), a publication that is taken down in every language (TAKE_DOWN). UNDO
 * reverses the last decision: by a revision that puts the old words back, by showing the
 * passage again; what was taken down stays so.
 *
 * Returns 0; or -1 with nothing changed and what errata_find, errata_look, errata_edit_make,
 * publication_revise and publication_hide say, ERR_INPUT errata.no_wording and errata.line,
 * ERR_CONFLICT errata.decided (the state: somebody else was faster), errata.closed (the state),
 * errata.nothing (to undo), ERR_INPUT errata.why, errata.itself (a duplicate of itself).
 */
MUST_CHECK int errata_decide(const struct count_writer *writer,
    const struct errata_decision *decision, struct errata_done *out, struct err *e);

/* A correction as everybody may see it. Never one that was reported as danger. */
struct errata_correction {
	struct str at, slug, lang;
	int64_t number; /* of the revision that it made */
	enum errata_kind kind;
	struct str was, reads; /* the words before and after */
	struct str note;       /* the reason */
	bool open;             /* stands open on the page; else it is folded */
};

struct errata_corrections {
	const struct errata_correction *at;
	size_t count;
};

/* The corrections of a publication that stand in shown revisions, the newest first; none of words
 * that are blanked now. */
MUST_CHECK int errata_corrections(const struct count_reader *reader,
    const struct publication *publication, struct errata_corrections *out, struct err *e);

/*
 * Destroys the keys of reports that were closed days ago or longer, as the writer's stamp counts:
 * what readers wrote is gone then. *n: how many.
 */
MUST_CHECK int errata_forget(
    const struct count_writer *writer, int64_t days, size_t *n, struct err *e);

/* "apply", and "new": the state it leads to. */
struct str errata_act_name(enum errata_act act);
bool errata_act_of(struct str name, enum errata_act *out);
struct str errata_act_state(enum errata_act act);

/* What the public note of an act is about: the kind of the report, "undo", "take_down"; empty: none
 * is wanted. */
struct str errata_note_of(const struct errata_report *report, enum errata_act act);

/* "spelling"; false when there is none of that name. */
struct str errata_kind_name(enum errata_kind kind);
bool errata_kind_of(struct str name, enum errata_kind *out);

/* Projectors: rows of domain/ops.def. */
MUST_CHECK int errata_project_add(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int errata_project_again(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int errata_project_decide(struct db *db, const struct archive_op *op, struct err *e);

#endif
