/*
 * sqlgen: turns the named SQL of a room into typed C functions, after preparing
 * every statement against the schema.
 *
 * sqlgen OUT.h OUT.c DEPFILE SCHEMA_DIR ROOM...
 *
 * The rooms' tables are made in order from SCHEMA_DIR/ROOM.sql; the statements
 * of the last one come from SCHEMA_DIR/queries/ROOM.sql. A mistake in either is
 * one line "file:line: what" and exit status 1; then nothing is written.
 * schema/README.md has the rules, src/kit/db/README.md what comes out.
 */
#include <sqlite3.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit/db/harden.h"
#include "sqlgen.h"

static const char *const keywords[] = {"auto", "break", "case", "char", "const", "continue",
    "default", "do", "double", "else", "enum", "extern", "float", "for", "goto", "if", "inline",
    "int", "long", "register", "restrict", "return", "short", "signed", "sizeof", "static",
    "struct", "switch", "typedef", "union", "unsigned", "void", "volatile", "while", "bool", "true",
    "false", "asm", "typeof", "linux", "unix"};
static const char *const parameter_names[] = {"a", "db", "e", "in", "out", "q", "row"};
static const char *const endings[] = {
    "_start", "_step", "_end", "_keep", "_one", "_all", "_in", "_row", "_rows"};

_Noreturn static void fail(const char *path, size_t line, const char *format, ...)
    PRINTF_LIKE(3, 4);

_Noreturn static void
fail(const char *path, size_t line, const char *format, ...)
{
	va_list args;
	va_start(args, format);
	fprintf(stderr, "%s:%zu: ", path, line);
	vfprintf(stderr, format, args);
	fputc('\n', stderr);
	va_end(args);
	exit(1);
}

static bool
among(struct str word, const char *const *list, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(word, str_of(list[i])))
			return true;
	return false;
}

static size_t
lines_in(struct str text)
{
	size_t n = 0;
	for (size_t i = 0; i < text.n; i++)
		n += text.p[i] == '\n';
	return n;
}

static struct source
source_read(struct gen *g, const char *path)
{
	struct buf *text = buf_on(g->a);
	FILE *f = fopen(path, "rb");
	if (f == NULL)
		fail(path, 1, "cannot be read");
	size_t n;
	while ((n = fread(buf_room(text, 65536), 1, 65536, f)) > 0)
		buf_added(text, n);
	if (ferror(f))
		fail(path, 1, "cannot be read");
	fclose(f);
	buf_fmt(&g->depends, " %s", path);
	return (struct source){path, buf_str(text)};
}

/* The tool's own questions to SQLite: rows as text until the callback returns. */
static sqlite3_stmt *
ask(struct gen *g, const char *sql, struct str argument)
{
	sqlite3_stmt *q = NULL;
	if (sqlite3_prepare_v2(g->db, sql, -1, &q, NULL) != SQLITE_OK)
		fail(g->schema.path, 1, "%s", sqlite3_errmsg(g->db));
	sqlite3_bind_text(q, 1, argument.p, (int)argument.n, SQLITE_STATIC);
	return q;
}

static struct str
column(struct gen *g, sqlite3_stmt *q, int i)
{
	return arena_str(g->a, str_of((const char *)sqlite3_column_text(q, i)));
}

static struct str
list_columns(struct gen *g, struct str table, const char *sql)
{
	struct buf *list = buf_on(g->a);
	sqlite3_stmt *q = ask(g, sql, table);
	while (sqlite3_step(q) == SQLITE_ROW)
		buf_fmt(list, "%s\"%s\"", list->n > 0 ? ", " : "",
		    (const char *)sqlite3_column_text(q, 0));
	sqlite3_finalize(q);
	return buf_str(list);
}

static void
table_add(
    struct gen *g, struct source from, size_t line, struct table t, struct str type, int strict)
{
	if (str_eq(type, STR("virtual"))) {
		t.check = arena_fmt(g->a,
		    "INSERT INTO \"%.*s\"(\"%.*s\", rank) VALUES ('integrity-check', 1)",
		    STR_ARG(t.name), STR_ARG(t.name));
	} else {
		struct str columns =
		    list_columns(g, t.name, "SELECT name FROM pragma_table_info(?) ORDER BY cid");
		struct str key = list_columns(
		    g, t.name, "SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk");
		if (!strict)
			fail(from.path, line, "table \"%.*s\" is not STRICT", STR_ARG(t.name));
		if (key.n == 0)
			fail(from.path, line,
			    "table \"%.*s\" has no PRIMARY KEY, by which a dump is ordered",
			    STR_ARG(t.name));
		t.dump = arena_fmt(g->a, "SELECT %.*s FROM \"%.*s\" ORDER BY %.*s",
		    STR_ARG(columns), STR_ARG(t.name), STR_ARG(key));
	}
	if (from.path != g->schema.path)
		return;
	g->tables =
	    arena_grow(g->a, g->tables, g->table_count, &g->table_capacity, sizeof *g->tables);
	g->tables[g->table_count++] = t;
}

/* Takes up what the statement that begins at line has declared, if it made a table. */
static void
tables_since(struct gen *g, struct source from, size_t line, sqlite3_int64 last)
{
	sqlite3_stmt *q = ask(g,
	    "SELECT l.name, l.type, l.strict FROM sqlite_schema s JOIN pragma_table_list l"
	    " ON l.name = s.name AND l.schema = 'main' WHERE s.type = 'table' AND s.rowid > ?2"
	    " AND l.type IN ('table', 'virtual') AND s.name NOT LIKE 'sqlite\\_%' ESCAPE '\\'"
	    " ORDER BY s.rowid",
	    STR(""));
	sqlite3_bind_int64(q, 2, last);
	while (sqlite3_step(q) == SQLITE_ROW)
		table_add(g, from, line, (struct table){.name = column(g, q, 0)}, column(g, q, 1),
		    sqlite3_column_int(q, 2));
	sqlite3_finalize(q);
}

static sqlite3_int64
last_object(struct gen *g)
{
	sqlite3_stmt *q = ask(g, "SELECT ifnull(max(rowid), 0) FROM sqlite_schema", STR(""));
	sqlite3_int64 last = sqlite3_step(q) == SQLITE_ROW ? sqlite3_column_int64(q, 0) : 0;
	sqlite3_finalize(q);
	return last;
}

/* The line of the error that SQLite has just met in sql, which begins at line. */
static size_t
error_line(struct gen *g, struct str sql, size_t line)
{
	int offset = sqlite3_error_offset(g->db);
	return line + (offset > 0 ? lines_in(str_sub(sql, 0, (size_t)offset)) : 0);
}

/* Blanks and comments at the start of sql. */
static size_t
leading(struct str sql)
{
	size_t i = 0;
	for (;;) {
		while (i < sql.n && strchr(" \t\r\n", sql.p[i]) != NULL)
			i++;
		if (!str_starts(str_sub(sql, i, sql.n), STR("--")))
			return i;
		i += str_find(str_sub(sql, i, sql.n), '\n');
	}
}

static void
schema_run(struct gen *g, struct source from)
{
	struct str rest = from.text;
	for (;;) {
		rest = str_sub(rest, leading(rest), rest.n);
		if (rest.n == 0)
			return;
		size_t line = 1 + lines_in(str_sub(from.text, 0, from.text.n - rest.n));
		sqlite3_int64 last = last_object(g);
		sqlite3_stmt *q = NULL;
		const char *tail = NULL;
		if (sqlite3_prepare_v2(g->db, rest.p, (int)rest.n, &q, &tail) != SQLITE_OK)
			fail(from.path, error_line(g, rest, line), "%s", sqlite3_errmsg(g->db));
		while (sqlite3_step(q) == SQLITE_ROW)
			continue;
		if (sqlite3_finalize(q) != SQLITE_OK)
			fail(from.path, line, "%s", sqlite3_errmsg(g->db));
		rest = str_sub(rest, (size_t)(tail - rest.p), rest.n);
		tables_since(g, from, line, last);
	}
}

/*
 * Declarations: name(field type, ...) -> row(field type, ...)
 */
static struct str
word(struct str *rest)
{
	*rest = str_trim(*rest);
	size_t n = 0;
	while (n < rest->n &&
	    ((rest->p[n] >= 'a' && rest->p[n] <= 'z') || rest->p[n] == '_' ||
		(n > 0 && rest->p[n] >= '0' && rest->p[n] <= '9')))
		n++;
	struct str w = str_sub(*rest, 0, n);
	*rest = str_sub(*rest, n, rest->n);
	return w;
}

static bool
sign(struct str *rest, struct str what)
{
	*rest = str_trim(*rest);
	if (!str_starts(*rest, what))
		return false;
	*rest = str_sub(*rest, what.n, rest->n);
	return true;
}

static void
field_check(struct gen *g, const struct statement *s, const struct field *f, bool input)
{
	const char *path = g->queries.path;
	if (f->name.n == 0)
		fail(path, s->line, "\"%.*s\": a name and a type are missing", STR_ARG(s->name));
	if (f->type == NULL)
		fail(path, s->line, "\"%.*s\": the type of \"%.*s\" is not int, text or blob",
		    STR_ARG(s->name), STR_ARG(f->name));
	if (among(f->name, keywords, LENGTH(keywords)))
		fail(path, s->line, "\"%.*s\": \"%.*s\" is a word of C, choose another name",
		    STR_ARG(s->name), STR_ARG(f->name));
	if (input && among(f->name, parameter_names, LENGTH(parameter_names)))
		fail(path, s->line,
		    "\"%.*s\": the name \"%.*s\" is taken by the generated function",
		    STR_ARG(s->name), STR_ARG(f->name));
}

/* Every name that its struct will have, "x_null" included, once. */
static void
fields_distinct(struct gen *g, const struct statement *s, const struct field *fields, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t j = 0; j < count; j++) {
			struct str flag = arena_fmt(g->a, "%.*s_null", STR_ARG(fields[j].name));
			if ((i != j && str_eq(fields[i].name, fields[j].name)) ||
			    (fields[j].nullable && str_eq(fields[i].name, flag)))
				fail(g->queries.path, s->line, "\"%.*s\": two fields \"%.*s\"",
				    STR_ARG(s->name), STR_ARG(fields[i].name));
		}
}

static size_t
fields_read(struct gen *g, const struct statement *s, struct str *rest, struct field *fields)
{
	size_t count = 0;
	bool input = fields == s->in;
	if (!sign(rest, STR("(")))
		fail(g->queries.path, s->line, "\"%.*s\": \"(\" is missing", STR_ARG(s->name));
	if (sign(rest, STR(")")))
		return 0;
	do {
		if (count == FIELDS)
			fail(g->queries.path, s->line, "\"%.*s\": more than %d fields",
			    STR_ARG(s->name), FIELDS);
		struct field *f = &fields[count++];
		f->name = word(rest);
		f->type = sqlgen_type(word(rest));
		field_check(g, s, f, input);
		f->nullable = sign(rest, STR("?"));
	} while (sign(rest, STR(",")));
	if (!sign(rest, STR(")")))
		fail(g->queries.path, s->line, "\"%.*s\": \")\" is missing", STR_ARG(s->name));
	fields_distinct(g, s, fields, count);
	return count;
}

static void
name_check(struct gen *g, const struct statement *s)
{
	for (size_t i = 0; i < LENGTH(endings); i++)
		if (str_ends(s->name, str_of(endings[i])))
			fail(g->queries.path, s->line,
			    "\"%.*s\": a name cannot end in \"%s\", generated functions do",
			    STR_ARG(s->name), endings[i]);
	for (size_t i = 0; i < g->statement_count; i++)
		if (str_eq(s->name, g->statements[i].name))
			fail(g->queries.path, s->line,
			    "\"%.*s\" is declared twice, first in line %zu", STR_ARG(s->name),
			    g->statements[i].line);
}

static void
declaration_read(struct gen *g, struct statement *s)
{
	struct str rest = s->declaration;
	s->name = word(&rest);
	name_check(g, s);
	s->in_count = fields_read(g, s, &rest, s->in);
	if (sign(&rest, STR("->"))) {
		s->gives_rows = true;
		if (!str_eq(word(&rest), STR("row")))
			fail(g->queries.path, s->line, "\"%.*s\": \"row(\" is missing after \"->\"",
			    STR_ARG(s->name));
		s->out_count = fields_read(g, s, &rest, s->out);
	}
	if (str_trim(rest).n > 0)
		fail(g->queries.path, s->line, "\"%.*s\": \"%.*s\" after the declaration",
		    STR_ARG(s->name), STR_ARG(str_trim(rest)));
}

/*
 * Statements against the schema.
 */
static void
inputs_check(struct gen *g, struct statement *s, sqlite3_stmt *q)
{
	for (int i = 1; i <= sqlite3_bind_parameter_count(q); i++) {
		const char *name = sqlite3_bind_parameter_name(q, i);
		if (name == NULL || name[0] != ':')
			fail(g->queries.path, s->sql_line,
			    "\"%.*s\": parameter %d has no name like \":id\"", STR_ARG(s->name), i);
		size_t j = 0;
		while (j < s->in_count && !str_eq(s->in[j].name, str_of(name + 1)))
			j++;
		if (j == s->in_count)
			fail(g->queries.path, s->sql_line, "\"%.*s\": \"%s\" is not declared",
			    STR_ARG(s->name), name);
		s->in[j].parameter = i;
	}
	for (size_t j = 0; j < s->in_count; j++)
		if (s->in[j].parameter == 0)
			fail(g->queries.path, s->line, "\"%.*s\": the statement has no \":%.*s\"",
			    STR_ARG(s->name), STR_ARG(s->in[j].name));
}

static void
outputs_check(struct gen *g, const struct statement *s, sqlite3_stmt *q)
{
	int count = sqlite3_column_count(q);
	if (s->gives_rows != (count > 0))
		fail(g->queries.path, s->line,
		    count > 0 ? "\"%.*s\" gives rows, but none are declared"
			      : "\"%.*s\" gives no rows, but a row is declared",
		    STR_ARG(s->name));
	if (s->out_count != (size_t)count)
		fail(g->queries.path, s->line, "\"%.*s\" declares %zu columns and gives %d",
		    STR_ARG(s->name), s->out_count, count);
	for (int i = 0; i < count; i++) {
		const struct field *f = &s->out[i];
		struct str name = str_of(sqlite3_column_name(q, i));
		struct str declared = str_of(sqlite3_column_decltype(q, i));
		if (!str_eq(f->name, name))
			fail(g->queries.path, s->line,
			    "\"%.*s\": column %d is \"%.*s\", declared as \"%.*s\"",
			    STR_ARG(s->name), i + 1, STR_ARG(name), STR_ARG(f->name));
		if (declared.n > 0 && !str_eq(declared, STR("ANY")) &&
		    !str_starts(declared, str_of(f->type->affinity)))
			fail(g->queries.path, s->line,
			    "\"%.*s\": column \"%.*s\" is %.*s in its table, declared as %s",
			    STR_ARG(s->name), STR_ARG(name), STR_ARG(declared), f->type->name);
	}
}

/* Prepares the statement at the start of text and returns its length. */
static size_t
statement_prepare(struct gen *g, struct statement *s, struct str text)
{
	sqlite3_stmt *q = NULL;
	const char *tail = NULL;
	if (sqlite3_prepare_v2(g->db, text.p, (int)text.n, &q, &tail) != SQLITE_OK)
		fail(g->queries.path, error_line(g, text, s->sql_line), "\"%.*s\": %s",
		    STR_ARG(s->name), sqlite3_errmsg(g->db));
	size_t n = (size_t)(tail - text.p);
	s->sql = str_trim(str_sub(text, 0, n));
	if (q == NULL || !str_ends(s->sql, STR(";")))
		fail(g->queries.path, s->sql_line, "\"%.*s\": \";\" is missing at the end",
		    STR_ARG(s->name));
	s->sql.n--;
	inputs_check(g, s, q);
	outputs_check(g, s, q);
	sqlite3_finalize(q);
	return n;
}

static bool
looks_declared(struct str line)
{
	struct str rest = line;
	return word(&rest).n > 0 && str_starts(rest, STR("("));
}

/* Open brackets left, or an arrow that waits for its row. */
static bool
goes_on(struct str declaration, struct str next)
{
	int open = 0;
	for (size_t i = 0; i < declaration.n; i++)
		open += (declaration.p[i] == '(') - (declaration.p[i] == ')');
	return open > 0 || str_ends(declaration, STR("->")) || str_starts(next, STR("->"));
}

/* Reads comment lines up to the next line of another kind into declaration and prose. */
static void
comments_read(struct gen *g, struct statement *s, struct str *rest, size_t *line)
{
	struct buf *declaration = buf_on(g->a), *prose = buf_on(g->a);
	while (str_starts(*rest, STR("--"))) {
		struct str text = str_cut(rest, '\n');
		text = str_trim(str_sub(text, 2, text.n));
		if (declaration->n == 0 && looks_declared(text)) {
			s->line = *line;
			buf_put(declaration, text);
		} else if (declaration->n > 0 && prose->n == 0 &&
		    goes_on(buf_str(declaration), text)) {
			buf_putc(declaration, ' ');
			buf_put(declaration, text);
		} else {
			buf_put(prose, text);
			buf_putc(prose, '\n');
		}
		(*line)++;
	}
	s->declaration = buf_str(declaration);
	s->prose = buf_str(prose);
}

static void
queries_read(struct gen *g)
{
	struct str rest = g->queries.text;
	size_t line = 1;
	struct statement s = {0};
	while (rest.n > 0) {
		if (str_starts(rest, STR("--"))) {
			if (s.declaration.n > 0)
				fail(g->queries.path, s.line, "a declaration without a statement");
			comments_read(g, &s, &rest, &line);
		} else if (str_trim(str_sub(rest, 0, str_find(rest, '\n'))).n == 0) {
			(void)str_cut(&rest, '\n');
			line++;
		} else {
			if (s.declaration.n == 0)
				fail(g->queries.path, line, "a statement without a declaration");
			s.sql_line = line;
			declaration_read(g, &s);
			size_t n = statement_prepare(g, &s, rest);
			line += lines_in(str_sub(rest, 0, n));
			rest = str_sub(rest, n, rest.n);
			g->statements = arena_grow(g->a, g->statements, g->statement_count,
			    &g->statement_capacity, sizeof s);
			g->statements[g->statement_count++] = s;
			s = (struct statement){0};
		}
	}
	if (s.declaration.n > 0)
		fail(g->queries.path, s.line, "a declaration without a statement");
}

static void
write_out(const char *path, const struct buf *b)
{
	FILE *f = fopen(path, "wb");
	if (f == NULL)
		fail(path, 1, "cannot be written");
	bool whole = fwrite(b->p, 1, b->n, f) == b->n;
	if (fclose(f) != 0 || !whole)
		fail(path, 1, "cannot be written");
}

static void
rooms_load(struct gen *g, const char *folder, char **rooms, int count)
{
	for (int i = 0; i < count; i++) {
		g->schema = source_read(g, arena_fmt(g->a, "%s/%s.sql", folder, rooms[i]).p);
		g->room = str_of(rooms[i]);
		g->table_count = 0;
		schema_run(g, g->schema);
	}
	g->queries =
	    source_read(g, arena_fmt(g->a, "%s/queries/%.*s.sql", folder, STR_ARG(g->room)).p);
	queries_read(g);
}

int
main(int argc, char **argv)
{
	if (argc < 6) {
		fputs("usage: sqlgen OUT.h OUT.c DEPFILE SCHEMA_DIR ROOM...\n", stderr);
		return 2;
	}
	struct gen g = {.a = arena_new(), .depends = BUF_INIT};
	struct buf header = BUF_INIT, code = BUF_INIT;
	if (sqlite3_open(":memory:", &g.db) != SQLITE_OK || harden_connection(g.db) != SQLITE_OK)
		fail(argv[4], 1, "SQLite does not start");
	buf_fmt(&g.depends, "%s:", argv[1]);
	rooms_load(&g, argv[4], argv + 5, argc - 5);
	buf_putc(&g.depends, '\n');
	sqlgen_header(&header, &g);
	sqlgen_code(&code, &g);
	write_out(argv[1], &header);
	write_out(argv[2], &code);
	write_out(argv[3], &g.depends);
	buf_free(&header);
	buf_free(&code);
	buf_free(&g.depends);
	sqlite3_close(g.db);
	arena_free(g.a);
	return 0;
}
