/*
 * site_text: the text of a revision as nodes that templates write, its live figures in
 * place, and below each paragraph the words behind its figures.
 */
#ifndef GUVOH_FACE_SITE_SITE_TEXT_H
#define GUVOH_FACE_SITE_SITE_TEXT_H

#include "face/site/site_said.h"

struct site_node {
	enum markdown_kind kind;
	struct str text; /* of words; address of a link */
	int level;
	struct site_live live;            /* of a value */
	const struct site_behind *behind; /* of all figures in it; of nodes of the top only */
	size_t n_behind;
	const struct site_node *nodes;
	size_t n;
};

/* Running text, or a block that stands between: a board, a map, an act. */
struct site_passage {
	struct site_node text; /* its nodes; n 0: block */
	struct html block;
};

struct site_text {
	struct site_node dek;
	const struct site_passage *parts;
	size_t n_parts;
	struct str plain; /* the dek without markup, for what is no page */
	bool board, map;  /* is one among the parts */
};

/* Lies on the site's arena. Errors: those of site_said_behind and of the blocks. */
MUST_CHECK int site_text_of(const struct site_page *page, const struct publication_article *article,
    struct site_text *out, struct err *e);

#endif
