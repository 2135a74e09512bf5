/* Writes the C for what sqlgen.c has checked. */
#include "sqlgen.h"

#define LOOSE_PARAMETERS 2 /* more inputs come in a struct */

static const struct type types[] = {
    {"int", "int64_t ", "DB_INT", "INT"},
    {"text", "struct str ", "DB_TEXT", "TEXT"},
    {"blob", "struct str ", "DB_BLOB", "BLOB"},
};

const struct type *
sqlgen_type(struct str name)
{
	for (size_t i = 0; i < LENGTH(types); i++)
		if (str_eq(name, str_of(types[i].name)))
			return &types[i];
	return NULL;
}

static bool
in_struct(const struct statement *s)
{
	for (size_t i = 0; i < s->in_count; i++)
		if (s->in[i].nullable)
			return true;
	return s->in_count > LOOSE_PARAMETERS;
}

/* A C literal, one line of it for each line of text. */
static void
put_literal(struct buf *b, struct str text)
{
	buf_putc(b, '"');
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		if (c == '\n')
			buf_put(b, i + 1 < text.n ? STR("\\n\"\n    \"") : STR("\\n"));
		else if (c == '"' || c == '\\' || c == '?')
			buf_fmt(b, "\\%c", c);
		else if (c < ' ' || c > '~')
			buf_fmt(b, "\\%03o", c);
		else
			buf_putc(b, (char)c);
	}
	buf_putc(b, '"');
}

static void
put_struct(struct buf *b, struct str name, const char *suffix, const struct field *f, size_t count)
{
	buf_fmt(b, "\nstruct sql_%.*s_%s {\n", STR_ARG(name), suffix);
	for (size_t i = 0; i < count; i++) {
		buf_fmt(b, "\t%s%.*s;\n", f[i].type->c, STR_ARG(f[i].name));
		if (f[i].nullable)
			buf_fmt(b, "\tbool %.*s_null;\n", STR_ARG(f[i].name));
	}
	buf_put(b, STR("};\n"));
}

static void
put_comment(struct buf *b, const struct statement *s)
{
	struct str rest = s->prose;
	buf_fmt(b, "\n/*\n * %.*s\n", STR_ARG(s->declaration));
	while (rest.n > 0) {
		struct str line = str_cut(&rest, '\n');
		if (str_search(line, STR("*/")) == line.n && str_search(line, STR("/*")) == line.n)
			buf_fmt(b, " *%s%.*s\n", line.n > 0 ? " " : "", STR_ARG(line));
	}
	buf_put(b, STR(" */"));
}

/* ", struct str id" or ", const struct sql_place_add_in *in", as the statement has it. */
static void
put_parameters(struct buf *b, const struct statement *s)
{
	if (in_struct(s)) {
		buf_fmt(b, ", const struct sql_%.*s_in *in", STR_ARG(s->name));
		return;
	}
	for (size_t i = 0; i < s->in_count; i++)
		buf_fmt(b, ", %s%.*s", s->in[i].type->c, STR_ARG(s->in[i].name));
}

/* Opens the body; afterwards the argument that put_input writes is in reach. */
static void
put_body(struct buf *b, const struct statement *s)
{
	buf_put(b, STR(", struct err *e)\n{\n"));
	if (in_struct(s) || s->in_count == 0)
		return;
	buf_fmt(b, "\tconst struct sql_%.*s_in in = {", STR_ARG(s->name));
	for (size_t i = 0; i < s->in_count; i++)
		buf_fmt(b, "%s.%.*s = %.*s", i > 0 ? ", " : "", STR_ARG(s->in[i].name),
		    STR_ARG(s->in[i].name));
	buf_put(b, STR("};\n"));
}

static void
put_call(struct buf *b, const struct gen *g, const struct statement *s)
{
	buf_fmt(b, "&%.*s_sql.statements[%zu], %s", STR_ARG(g->room), (size_t)(s - g->statements),
	    s->in_count == 0   ? "NULL"
		: in_struct(s) ? "in"
			       : "&in");
}

static void
put_opening(struct buf *b, const struct statement *s, const char *suffix, const char *first)
{
	buf_fmt(b, "\nMUST_CHECK static inline int\nsql_%.*s%s(%sstruct db *db", STR_ARG(s->name),
	    suffix, first);
	put_parameters(b, s);
}

static void
put_write(struct buf *b, const struct gen *g, const struct statement *s)
{
	put_opening(b, s, "", "");
	put_body(b, s);
	buf_put(b, STR("\treturn db_run(db, "));
	put_call(b, g, s);
	buf_put(b, STR(", e);\n}\n"));
}

static void
put_cursor(struct buf *b, const struct gen *g, const struct statement *s)
{
	struct str first = arena_fmt(g->a, "struct sql_%.*s *q, ", STR_ARG(s->name));
	buf_fmt(b,
	    "\nstruct sql_%.*s {\n\tstruct db_cursor cursor;\n\tstruct sql_%.*s_row row;\n};\n",
	    STR_ARG(s->name), STR_ARG(s->name));
	put_opening(b, s, "_start", first.p);
	put_body(b, s);
	buf_put(b, STR("\treturn db_start(&q->cursor, db, "));
	put_call(b, g, s);
	buf_put(b, STR(", e);\n}\n"));
	buf_fmt(b,
	    "\nMUST_CHECK static inline int\nsql_%.*s_step(struct sql_%.*s *q, struct err *e)\n"
	    "{\n\treturn db_step(&q->cursor, &q->row, e);\n}\n",
	    STR_ARG(s->name), STR_ARG(s->name));
	buf_fmt(b,
	    "\nstatic inline void\nsql_%.*s_end(struct sql_%.*s *q)\n"
	    "{\n\tdb_end(&q->cursor);\n}\n",
	    STR_ARG(s->name), STR_ARG(s->name));
	buf_fmt(b,
	    "\nstatic inline void\nsql_%.*s_keep(struct sql_%.*s *q, struct arena *a)\n"
	    "{\n\tdb_keep(&q->cursor, a, &q->row);\n}\n",
	    STR_ARG(s->name), STR_ARG(s->name));
}

static void
put_one_and_all(struct buf *b, const struct gen *g, const struct statement *s)
{
	put_opening(b, s, "_one", "");
	buf_fmt(b, ", struct arena *a, struct sql_%.*s_row *row", STR_ARG(s->name));
	put_body(b, s);
	buf_put(b, STR("\treturn db_one(db, "));
	put_call(b, g, s);
	buf_put(b, STR(", a, row, e);\n}\n"));
	buf_fmt(b, "\nstruct sql_%.*s_rows {\n\tstruct sql_%.*s_row *at;\n\tsize_t count;\n};\n",
	    STR_ARG(s->name), STR_ARG(s->name));
	put_opening(b, s, "_all", "");
	buf_fmt(b, ", struct arena *a, struct sql_%.*s_rows *out", STR_ARG(s->name));
	put_body(b, s);
	buf_put(b, STR("\tstruct db_rows rows;\n\tif (db_all(db, "));
	put_call(b, g, s);
	buf_put(b,
	    STR(", a, &rows, e) != 0)\n\t\treturn -1;\n\tout->at = rows.at;\n"
		"\tout->count = rows.count;\n\treturn 0;\n}\n"));
}

void
sqlgen_header(struct buf *b, const struct gen *g)
{
	char guard[80];
	size_t n = 0;
	for (; n < g->room.n && n + 1 < sizeof guard; n++)
		guard[n] = (char)(g->room.p[n] >= 'a' ? g->room.p[n] - 'a' + 'A' : g->room.p[n]);
	guard[n] = '\0';
	buf_fmt(b,
	    "/* %.*s_sql: the named SQL of the room %.*s; made by sqlgen. */\n"
	    "#ifndef GUVOH_%s_SQL_H\n#define GUVOH_%s_SQL_H\n\n#include \"kit/db/db.h\"\n\n"
	    "extern const struct db_room %.*s_sql;\n",
	    STR_ARG(g->room), STR_ARG(g->room), guard, guard, STR_ARG(g->room));
	for (size_t i = 0; i < g->statement_count; i++) {
		const struct statement *s = &g->statements[i];
		put_comment(b, s);
		if (s->in_count > 0)
			put_struct(b, s->name, "in", s->in, s->in_count);
		if (!s->gives_rows) {
			put_write(b, g, s);
			continue;
		}
		put_struct(b, s->name, "row", s->out, s->out_count);
		put_cursor(b, g, s);
		put_one_and_all(b, g, s);
	}
	buf_put(b, STR("\n#endif\n"));
}

static void
put_field(struct buf *b, struct str statement, const char *suffix, const struct field *f)
{
	buf_fmt(b, "    {\"%.*s\", %s, %s, offsetof(struct sql_%.*s_%s, %.*s), ", STR_ARG(f->name),
	    f->type->constant, f->nullable ? "true" : "false", STR_ARG(statement), suffix,
	    STR_ARG(f->name));
	if (f->nullable)
		buf_fmt(b, "offsetof(struct sql_%.*s_%s, %.*s_null)},\n", STR_ARG(statement),
		    suffix, STR_ARG(f->name));
	else
		buf_put(b, STR("0},\n"));
}

/* Inputs in the order of SQLite's parameters, outputs in the order of its columns. */
static void
put_fields(struct buf *b, const struct statement *s)
{
	if (s->in_count > 0) {
		buf_fmt(b, "\nstatic const struct db_field %.*s_in[] = {\n", STR_ARG(s->name));
		for (int p = 1; p <= (int)s->in_count; p++)
			for (size_t i = 0; i < s->in_count; i++)
				if (s->in[i].parameter == p)
					put_field(b, s->name, "in", &s->in[i]);
		buf_put(b, STR("};\n"));
	}
	if (s->gives_rows) {
		buf_fmt(b, "\nstatic const struct db_field %.*s_row[] = {\n", STR_ARG(s->name));
		for (size_t i = 0; i < s->out_count; i++)
			put_field(b, s->name, "row", &s->out[i]);
		buf_put(b, STR("};\n"));
	}
}

static void
put_statements(struct buf *b, const struct gen *g)
{
	for (size_t i = 0; i < g->statement_count; i++)
		put_fields(b, &g->statements[i]);
	if (g->statement_count == 0)
		return;
	buf_put(b, STR("\nstatic const struct db_statement statements[] = {\n"));
	for (size_t i = 0; i < g->statement_count; i++) {
		const struct statement *s = &g->statements[i];
		buf_fmt(b, "    {&%.*s_sql, \"%.*s\",\n    ", STR_ARG(g->room), STR_ARG(s->name));
		put_literal(b, s->sql);
		buf_put(b, STR(",\n    "));
		if (s->in_count > 0)
			buf_fmt(b, "%.*s_in, ", STR_ARG(s->name));
		else
			buf_put(b, STR("NULL, "));
		if (s->gives_rows)
			buf_fmt(b, "%.*s_row, %zu, %zu, sizeof(struct sql_%.*s_row)},\n",
			    STR_ARG(s->name), s->in_count, s->out_count, STR_ARG(s->name));
		else
			buf_fmt(b, "NULL, %zu, 0, 0},\n", s->in_count);
	}
	buf_put(b, STR("};\n"));
}

static void
put_tables(struct buf *b, const struct gen *g)
{
	if (g->table_count == 0)
		return;
	buf_put(b, STR("\nstatic const struct db_table tables[] = {\n"));
	for (size_t i = 0; i < g->table_count; i++) {
		const struct table *t = &g->tables[i];
		const struct str part[] = {t->name, t->dump, t->check};
		buf_put(b, STR("    {"));
		for (size_t j = 0; j < LENGTH(part); j++) {
			if (part[j].n > 0)
				put_literal(b, part[j]);
			else
				buf_put(b, STR("NULL"));
			buf_put(b, j + 1 < LENGTH(part) ? STR(", ") : STR("},\n"));
		}
	}
	buf_put(b, STR("};\n"));
}

static uint64_t
fnv1a(struct str text)
{
	uint64_t hash = 0xcbf29ce484222325U;
	for (size_t i = 0; i < text.n; i++)
		hash = (hash ^ (unsigned char)text.p[i]) * 0x100000001b3U;
	return hash;
}

void
sqlgen_code(struct buf *b, const struct gen *g)
{
	buf_fmt(b,
	    "/* Made by sqlgen. */\n#include \"%.*s_sql.h\"\n\n#include <stddef.h>\n\n"
	    "#pragma GCC diagnostic ignored \"-Woverlength-strings\"\n",
	    STR_ARG(g->room));
	put_tables(b, g);
	put_statements(b, g);
	buf_put(b, STR("\nstatic const char schema[] =\n    "));
	put_literal(b, g->schema.text);
	buf_fmt(b,
	    ";\n\nconst struct db_room %.*s_sql = {\n    \"%.*s\",\n    {schema, sizeof schema - "
	    "1},\n"
	    "    UINT64_C(0x%016llx),\n    %s, %zu,\n    %s, %zu,\n};\n",
	    STR_ARG(g->room), STR_ARG(g->room), (unsigned long long)fnv1a(g->schema.text),
	    g->table_count > 0 ? "tables" : "NULL", g->table_count,
	    g->statement_count > 0 ? "statements" : "NULL", g->statement_count);
}
