/*
 * tplc: a template and the C that is written from it, piece by piece.
 * src/kit/tpl/README.md says how a template is written, tplc_context.h what may stand
 * where.
 */
#ifndef GUVOH_TOOLS_TPLC_H
#define GUVOH_TOOLS_TPLC_H

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"
#include "tplc_context.h"

#define TPLC_BLOCKS 32 /* if and each inside each other */

enum tplc_block_kind { TPLC_IF, TPLC_ELSE, TPLC_EACH };

struct tplc_block {
	enum tplc_block_kind kind;
	size_t line;
	struct context before; /* where the block, and each further branch, begins */
	struct context after;  /* where the branches that have ended lead to */
	bool branched;         /* after is set */
};

/* A template of this run, and the kind of file it stands in. */
struct tplc_template {
	struct str name;
	enum context_mode mode;
};

struct tplc_include {
	struct str name;
	const char *path;
	size_t line;
	enum context_mode mode;
};

struct tplc {
	struct arena *a;
	struct buf *uses, *declarations, *code; /* parts of the two files */
	struct tplc_template *templates;
	size_t template_count, template_capacity;
	struct tplc_include *includes;
	size_t include_count, include_capacity;
	/* of the file being read */
	const char *path;
	enum context_mode mode;
	size_t line;
	struct context at;
	struct tplc_block blocks[TPLC_BLOCKS];
	size_t block_count;
	bool in_template;
	const char *wrong; /* NULL while all is well */
	struct str about;  /* what wrong speaks of, may be empty */
};

struct tplc tplc_begin(struct arena *a);

/*
 * Reads one file; path says by its ending what it is: .html, .xml, .svg or .json.
 * Text must live as long as c. Returns true; or false and sets c->path, c->line,
 * c->wrong and c->about, after which c is of no more use.
 */
MUST_CHECK bool tplc_file(struct tplc *c, const char *path, struct str text);

/* Every include names a template of the same kind of file. As tplc_file. */
MUST_CHECK bool tplc_finish(struct tplc *c);

/* Refuses: sets c->wrong unless it is set, and returns false. */
bool tplc_refuse(struct tplc *c, const char *wrong, struct str about);

/* Ends the template that is being read, if one is: everything in it must be closed. */
MUST_CHECK bool tplc_template_ends(struct tplc *c);

/* What stands between "{{" and "}}", trimmed. */
MUST_CHECK bool tplc_directive(struct tplc *c, struct str text);

/* Literal text of a template. */
void tplc_literal(struct tplc *c, struct str text);

#endif
