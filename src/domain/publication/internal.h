/*
 * internal: what the files of domain/publication share and no other room sees.
 */
#ifndef GUVOH_DOMAIN_PUBLICATION_INTERNAL_H
#define GUVOH_DOMAIN_PUBLICATION_INTERNAL_H

#include "domain/publication/publication.h"

/* A text that was read, and its values in the order of their numbers: the dek's, then the body's.
 */
struct publication_text {
	const struct markdown *dek, *body;
	const struct publication_value *values;
	size_t n, n_dek;
};

/* The cases that figures of one text ask about, each with its board as the public sees it. */
struct publication_cases {
	const struct count_reader *reader;
	struct publication_case *at;
	size_t count, capacity;
};

struct publication_case {
	struct str event;
	const struct count_board *board;
};

/* ERR_INPUT publication.word, or _near when one of the names is near: line, word, nearest. */
MUST_CHECK int publication_word_fail(
    size_t line, struct str word, const struct str *names, size_t count, struct err *e);

/* Reads what stands between braces. Errors: publication.word, publication.value_needs. */
MUST_CHECK int publication_value_read(
    struct arena *a, struct str text, size_t line, struct publication_value *out, struct err *e);

/*
 * Reads dek and text, whose first lines have these numbers. Errors: those of markdown_read and
 * publication_value_read, publication.block (line, value), publication.dek (line: not one
 * paragraph).
 */
MUST_CHECK int publication_text_read(struct arena *a, const struct publication_draft *draft,
    struct publication_text *out, struct err *e);

/*
 * Asks what a value says now. event: of the publication, where a claim is looked for.
 * Errors as publication_revise; *out is then spoilt but for asked.
 */
MUST_CHECK int publication_figure_ask(struct publication_cases *cases, struct str event,
    const struct publication_value *value, struct publication_figure *out, struct err *e);

/*
 * The same of an act, the law or the demands of an event: a row for every statement of it that
 * the public may see, by its id. Errors as publication_revise; what record_read says.
 */
MUST_CHECK int publication_facts_ask(
    const struct count_reader *reader, struct publication_figure *figure, struct err *e);

/* The file of a revision: publication_draft_read gives its fields and its text again. */
struct str publication_file(struct arena *a, const struct publication_revision *revision);

/* Blanks in fields, text and figures of all revisions of a publication what is to be blank. Their
 * files are set. */
MUST_CHECK int publication_blank_all(const struct count_reader *reader,
    const struct publication *publication, struct publication_revision *revisions, size_t n,
    struct err *e);

/* What a figure says, as a member of a revision's entry, and back. */
struct json *publication_said_json(struct arena *a, const struct publication_said *said);
MUST_CHECK int publication_said_read(
    struct arena *a, const struct json *from, struct publication_said *out, struct err *e);

bool publication_said_same(const struct publication_said *a, const struct publication_said *b);

#endif
