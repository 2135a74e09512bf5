/*
 * outline: all that a revision's page is made from, in one row: words, and between them the
 * marks of its parts. Two outlines tell what a change of the file does to the page.
 */
#ifndef GUVOH_DOMAIN_ERRATA_OUTLINE_H
#define GUVOH_DOMAIN_ERRATA_OUTLINE_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct errata_outline {
	struct str text; /* marks are control characters, which no text has */
};

enum errata_outline_change {
	ERRATA_OUTLINE_WORDS,  /* words in one place, and nothing else */
	ERRATA_OUTLINE_QUOTE,  /* the same, in a quotation */
	ERRATA_OUTLINE_MARKED, /* the same, in quotation marks */
	ERRATA_OUTLINE_FORM,   /* anything else */
};

/* Lies on a. Errors as publication_draft_read and markdown_read. */
MUST_CHECK int errata_outline_read(
    struct arena *a, struct str file, struct errata_outline *out, struct err *e);

/* What is different when gone bytes of words went, and a blank beside them at most, and put came.
 */
enum errata_outline_change errata_outline_differ(const struct errata_outline *before,
    const struct errata_outline *after, size_t gone, struct str put);

#endif
