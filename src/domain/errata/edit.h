/*
 * edit: the smallest change of a revision's file after which its page says other words in one
 * passage, and nothing else on it is different.
 */
#ifndef GUVOH_DOMAIN_ERRATA_EDIT_H
#define GUVOH_DOMAIN_ERRATA_EDIT_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

/* A passage to change: its words as the page has them, and their place in the file. */
struct errata_passage {
	struct str words;
	size_t from, to; /* bytes, end exclusive */
	bool marked;     /* words in quotation marks may change: the wording is an editor's own */
};

struct errata_edit {
	size_t from, to; /* bytes of the file that go */
	struct str put;  /* what comes for them: Markdown */
};

/*
 * What must be changed so that the passage reads wording. Marks around and in the passage stay.
 *
 * Returns 0 and fills *out, on a; or -1 with ERR_INPUT errata.same (it reads so already),
 * ERR_CONFLICT errata.live (a live value is in it), errata.quote (it is a quotation), errata.marked
 * (words in quotation marks), errata.markup (links, marks or the form of the text would change).
 */
MUST_CHECK int errata_edit_make(struct arena *a, struct str file, struct errata_passage passage,
    struct str wording, struct errata_edit *out, struct err *e);

/* The file with the change, on a. */
struct str errata_edit_apply(struct arena *a, struct str file, const struct errata_edit *edit);

/* "claim c10" when a live value is among these bytes of a file, or they lie in one; else empty. */
struct str errata_edit_live(struct str file, size_t from, size_t to);

#endif
