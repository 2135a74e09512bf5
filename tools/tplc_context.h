/*
 * tplc_context: where in a page the reader of a template stands, and so what may be
 * written there. It reads markup as strictly as it can be written: values of
 * attributes are quoted, every element is closed in the template that opens it, and
 * what could run or load something (scripts, styles, event handlers, frames) is refused
 * whether a value stands in it or not.
 */
#ifndef GUVOH_TOOLS_TPLC_CONTEXT_H
#define GUVOH_TOOLS_TPLC_CONTEXT_H

#include "base/str.h"

#define CONTEXT_DEPTH 64 /* elements inside each other */

enum context_mode {
	CONTEXT_HTML,
	CONTEXT_XML, /* SVG too */
	CONTEXT_JSON,
};

enum context_place {
	CONTEXT_TEXT,     /* between tags */
	CONTEXT_WORDS,    /* in title or textarea: text, no tags */
	CONTEXT_DATA,     /* JSON: in script of type application/ld+json, or a .json file */
	CONTEXT_SEALED,   /* in script or style, where no value may stand */
	CONTEXT_MARK,     /* behind "<" */
	CONTEXT_NAME,     /* in the name of an element that opens */
	CONTEXT_CLOSING,  /* in the name of an element that closes */
	CONTEXT_TAG,      /* in a tag, between attributes */
	CONTEXT_SLASH,    /* behind the "/" that ends a tag */
	CONTEXT_ATTR,     /* in the name of an attribute */
	CONTEXT_EQUALS,   /* behind its "=" */
	CONTEXT_VALUE,    /* in its quoted value */
	CONTEXT_COMMENT,  /* in a comment */
	CONTEXT_DECLARED, /* in <!doctype> or <?xml?> */
};

/* What the value of an attribute is. */
enum context_value {
	CONTEXT_PLAIN,
	CONTEXT_LINK,     /* an address that a reader may follow */
	CONTEXT_RESOURCE, /* an address that is loaded: of this site only */
	CONTEXT_FIXED,    /* as written in the template, never a value */
};

struct context {
	enum context_mode mode;
	enum context_place place;
	enum context_value value;
	char quote;      /* of the value, or '"' in a string of JSON */
	bool begun;      /* something stands in the value */
	bool blank;      /* a blank stands before: an attribute may begin */
	bool escaped;    /* behind "\" in a string of JSON */
	bool data, src;  /* of a script that opens: its type is JSON; it has a src */
	struct str name; /* of the element or attribute being read, of the script that is open */
	struct str open[CONTEXT_DEPTH];
	size_t depth;
};

/*
 * Takes literal, which follows what was taken before. Names are borrowed from it.
 * Returns NULL; or what is wrong, and sets *at to the index of the byte where.
 */
const char *context_take(struct context *c, struct str literal, size_t *at);

/*
 * A value or a directive stands here: a name that was being read is at its end.
 * Returns NULL, or what is wrong with it.
 */
const char *context_pause(struct context *c);

/*
 * Two ways lead to one place (the branches of an if): joins other into c.
 * Returns false when they do not end in the same place.
 */
bool context_join(struct context *c, const struct context *other);

/* NULL when a template may end here, else what is open. */
const char *context_end(const struct context *c);

#endif
