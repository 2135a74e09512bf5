/*
 * site_form: a reader's report without a script: the paragraphs of the text to choose from, and
 * the page that says what became of a report.
 */
#ifndef GUVOH_FACE_SITE_SITE_FORM_H
#define GUVOH_FACE_SITE_SITE_FORM_H

#include "face/site/site_annotation.h"
#include "face/site/site_page.h"

/* What somebody wrote; all empty in a new form. */
struct site_form_values {
	struct str revision, passage, words, kind, wording, comment;
	struct str website; /* nobody sees the field: only programs that fill in all they find do */
	struct str problem; /* a sentence on what is wrong with it; empty: nothing */
};

struct site_form_line {
	size_t number;
	struct str text;
	bool chosen;
};

struct site_form_kind {
	struct str name, key;
	bool chosen;
};

/* A form as its template takes it. */
struct site_form {
	const struct site_page *page;
	struct str title, action;
	struct site_form_values values;
	const struct site_form_line *lines;
	size_t n_lines;
	const struct site_form_kind *kinds;
	size_t n_kinds;
};

/*
 * Writes the form of a publication. ERR_NOTFOUND site.none when there is no text in the language.
 */
MUST_CHECK int site_form_write(struct site *s, struct str lang, struct str slug,
    const struct site_form_values *values, struct buf *out, struct err *e);

/*
 * What a form sent, on s->a. Errors as http_form_read.
 */
MUST_CHECK int site_form_read(
    struct site *s, struct str type, struct str body, struct site_form_values *out, struct err *e);

/*
 * The report that values are: of the words, which must stand in the paragraph once or more,
 * or of the paragraph, as far as a report goes.
 *
 * Returns 0; or -1 with ERR_INPUT site.report.website, site.report.choose (no paragraph) or
 * site.report.words (they are not in it), ERR_NOTFOUND site.none.
 */
MUST_CHECK int site_form_note(struct site *s, struct str lang, struct str slug,
    const struct site_form_values *values, struct errata_note *out, struct err *e);

/* Writes the page that says that a report was taken. */
void site_form_taken(
    struct site *s, struct str lang, struct str slug, struct str code, struct buf *out);

#endif
