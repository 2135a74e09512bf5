/*
 * desk_errata: what readers reported, for editors: the queue, and one report with all that is
 * needed to decide on it.
 */
#ifndef GUVOH_FACE_DESK_DESK_ERRATA_H
#define GUVOH_FACE_DESK_DESK_ERRATA_H

#include "domain/errata/errata.h"
#include "face/desk/desk_page.h"
#include "face/desk/desk_renew.h"
#include "face/say/word_diff.h"

/* A report in the queue. */
struct desk_report_row {
	const struct errata_report *report;
	struct str kind, state; /* in words */
	struct str href;        /* of its page */
	const struct word_diff
	    *pieces; /* what the reader wants changed; none: nothing is suggested */
	size_t n_pieces;
};

struct desk_queue {
	const struct desk_report_row *rows; /* danger first */
	size_t n, danger;
	bool all; /* closed ones too */
	struct desk_renewed renewed;
};

struct desk_voice {
	struct str at, kind, wording, comment;
};

/* What an editor typed, or what is offered to him. */
struct desk_typed {
	struct str wording, note, why, of;
};

struct desk_report {
	struct desk_report_row row;
	struct errata_look look; /* where the passage stands in the newest revision */
	bool found;              /* it does */
	struct str lost;         /* else: why not, in words */
	struct str behind,
	    behind_href; /* "claim c10" that it lies in, and its public page; or empty */
	const struct desk_voice *voices;
	size_t n_voices;
	struct str previous, next; /* pages of its neighbours in the queue; may be empty */
	struct str page;           /* the public page */
	struct desk_typed typed;
	struct str problem; /* why a decision was not taken, in words; else empty */
	struct desk_renewed renewed;
};

/* The page of the report with that code, with what was typed and what is wrong with it. */
MUST_CHECK int desk_report_show(struct desk_ask *ask, struct str code,
    const struct desk_typed *typed, const struct err *problem, struct desk_answer *out,
    struct err *e);

#endif
