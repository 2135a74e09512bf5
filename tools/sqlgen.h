/*
 * sqlgen: what the statements and tables of a room are once they have been
 * checked, and the C that is written about them.
 */
#ifndef GUVOH_TOOLS_SQLGEN_H
#define GUVOH_TOOLS_SQLGEN_H

#include <sqlite3.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/str.h"

#define FIELDS 48 /* in one declaration; a wider row is a mistake */

struct source {
	const char *path;
	struct str text;
};

struct type {
	const char *name; /* int, text or blob */
	const char *c, *constant, *affinity;
};

struct field {
	struct str name;
	const struct type *type;
	bool nullable;
	int parameter; /* number of the SQL parameter, from 1 */
};

struct statement {
	struct str name, declaration, prose, sql;
	size_t line, sql_line; /* where they begin */
	struct field in[FIELDS], out[FIELDS];
	size_t in_count, out_count;
	bool gives_rows;
};

struct table {
	struct str name, dump, check; /* dump or check is empty */
};

struct gen {
	struct arena *a;
	sqlite3 *db;
	struct str room;
	struct source schema, queries;
	struct table *tables;
	size_t table_count, table_capacity;
	struct statement *statements;
	size_t statement_count, statement_capacity;
	struct buf depends;
};

/* The row of a type's name, or NULL. */
const struct type *sqlgen_type(struct str name);

void sqlgen_header(struct buf *b, const struct gen *g);
void sqlgen_code(struct buf *b, const struct gen *g);

#endif
