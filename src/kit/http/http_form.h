/*
 * http_form: what a form or a query sent, as far as somebody declared it.
 * application/x-www-form-urlencoded (WHATWG URL) and multipart/form-data (RFC 7578). A
 * field nobody declared, one that stands twice, one that is too long or no UTF-8 is
 * refused: only declared, checked values reach a handler.
 */
#ifndef GUVOH_KIT_HTTP_HTTP_FORM_H
#define GUVOH_KIT_HTTP_HTTP_FORM_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

struct http_field {
	struct str name;
	size_t limit; /* bytes of its value */
	bool needed;
	bool file; /* bytes as they are; else text, line ends as \n, no other control characters */
};

/* What a form may hold. */
struct http_form {
	const struct http_field *fields;
	size_t count;
};

/*
 * Reads body by its Content-Type into values, one for each field of form; a field that
 * was not sent is empty. On a, or borrowed from body.
 *
 * Returns 0; or -1 with ERR_INPUT http.form.type, http.form.syntax, http.form.unknown,
 * http.form.twice, http.form.text (no text), http.form.needed, or ERR_LIMIT
 * http.form.long; the argument is the field's name where there is one. Then values
 * hold nothing of use.
 */
MUST_CHECK int http_form_read(struct arena *a, struct str type, struct str body,
    const struct http_form *form, struct str *values, struct err *e);

/* The same for the query of an address. */
MUST_CHECK int http_form_query(struct arena *a, struct str query, const struct http_form *form,
    struct str *values, struct err *e);

/* %41 as A, on a; plus: "+" as a blank. False when a "%" has no two hexadecimal digits. */
MUST_CHECK bool http_form_decode(struct arena *a, struct str text, bool plus, struct str *out);

#endif
