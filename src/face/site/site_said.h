/*
 * site_said: a figure as a text prints it, and the words behind it: who said what, when,
 * carried by whom, of which people, place and days. Plain texts; templates write them.
 */
#ifndef GUVOH_FACE_SITE_SITE_SAID_H
#define GUVOH_FACE_SITE_SITE_SAID_H

#include "face/say/board_words.h"
#include "face/site/site_page.h"

/* Where it stands among words. */
struct site_live {
	struct str href;              /* of its own page; empty: it has none any more */
	struct str words, words_lang; /* as quoted; empty: number is printed */
	struct str number;            /* "at least 700" */
	struct str who;               /* behind it, in brackets; may be empty */
};

/* One voice: what stands on the page of a claim, and below a paragraph. */
struct site_voice_full {
	struct str id, href, class, who;
	struct str speaker, said, via; /* may be empty */
	struct str words, words_lang;  /* empty: withheld has what may be said instead */
	struct str withheld;           /* "interview, archive, June 2019" */
	struct str number, scope;
	struct str source, url; /* title and address of a public source; may be empty */
	struct str standing;    /* why it bounds nothing: "replaced by c07"; empty when it stands */
	bool inferred;          /* nobody said its days, or it is only about when */
	bool unchecked;         /* not checked against the page it was published on */
};

/* A figure of a text with the voices that it rests on. */
struct site_behind {
	struct str id, href, heading, number, who;
	struct str assuming; /* "if everybody punished had been taken to police"; may be empty */
	const struct site_voice_full *voices;
	size_t n_voices;
	bool count;     /* a bound, not somebody's own words */
	struct str now; /* where the archive says something else by now: that; else empty */
};

/* How the words of a board are written on the page; kept in the site's arena. */
struct board_words site_said_words(const struct site_page *page, const struct count_board *board);

/* "at least 700", "450–549", "nobody gave a number". */
struct str site_said_number(const struct site_page *page, const struct publication_said *said);

/* A figure as its revision says it, and what is behind it now. */
struct site_live site_said_live(const struct site_page *page, const struct publication_figure *f);
MUST_CHECK int site_said_behind(const struct site_page *page, const struct publication_figure *f,
    struct site_behind *out, struct err *e);

MUST_CHECK int site_said_voice(const struct site_page *page, const struct count_board *board,
    int32_t claim, struct site_voice_full *out, struct err *e);

#endif
