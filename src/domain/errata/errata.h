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
 * The state of a report for whoever has its whole code: "new".
 * ERR_NOTFOUND errata.none, the same for every code that is not one.
 */
MUST_CHECK int errata_state(
    const struct count_reader *reader, struct str code, struct str *out, struct err *e);

/* "spelling"; false when there is none of that name. */
struct str errata_kind_name(enum errata_kind kind);
bool errata_kind_of(struct str name, enum errata_kind *out);

/* Projectors: rows of domain/ops.def. */
MUST_CHECK int errata_project_add(struct db *db, const struct archive_op *op, struct err *e);
MUST_CHECK int errata_project_again(struct db *db, const struct archive_op *op, struct err *e);

#endif
