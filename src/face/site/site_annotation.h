/*
 * site_annotation: a reader's report as it is sent: a W3C Web Annotation (2017) of a
 * revision, with a TextQuoteSelector and a TextPositionSelector, and a body each for the kind
 * (purpose tagging), the suggested wording (editing) and a comment (commenting).
 */
#ifndef GUVOH_FACE_SITE_SITE_ANNOTATION_H
#define GUVOH_FACE_SITE_SITE_ANNOTATION_H

#include "domain/errata/errata.h"

struct site_noted {
	struct errata_note note;
	struct str prefix, suffix; /* what stands around the words */
};

/*
 * Reads body, on a. source is the address of a revision: "/en/june/r/3/", on any host.
 *
 * Returns 0; or -1 with what json_read and json_need say, or ERR_INPUT site.report.form.
 */
MUST_CHECK int site_annotation_read(
    struct arena *a, struct str body, struct site_noted *out, struct err *e);

/*
 * Finds the words in the page and sets start and end of the note: where it says that they are,
 * or else at the one place where they stand with all that is said to stand around them,
 * as when a note was put above the text. False: neither, nothing is said, or more than one.
 */
bool site_annotation_place(
    struct arena *a, const struct errata_page *page, struct site_noted *noted);

#endif
