#include "kit/sheet/sheet_xlsx.h"

#include "kit/sheet/sheet_book.h"

#define LETTERS 26

enum type { NUMBER, SHARED, TEXT, BOOLEAN, ERROR };

/* How a cell says what it holds: its attribute t. */
static const struct {
	struct str word;
	enum type type;
} types[] = {
    {STR_INIT(""), NUMBER},
    {STR_INIT("n"), NUMBER},
    {STR_INIT("s"), SHARED},
    {STR_INIT("str"), TEXT},
    {STR_INIT("inlineStr"), TEXT},
    {STR_INIT("d"), TEXT}, /* a day in ISO 8601 */
    {STR_INIT("b"), BOOLEAN},
    {STR_INIT("e"), ERROR},
};

/* A cell that holds something. */
struct cell {
	size_t column; /* from 0 */
	struct str text;
};

struct line {
	size_t number, first, count; /* of the row; its cells */
};

/* A sheet while it is read: its cells in the order of the file, where scratch is freed at the end.
 */
struct grid {
	struct arena *a, *scratch;
	const struct sheet_book *book;
	struct err *e;
	struct cell *cells;
	size_t n_cells, cells_capacity;
	struct line *lines;
	size_t n_lines, lines_capacity;
	size_t errors;

	size_t row, column; /* of the cell, from 1 and from 0 */
	enum type type;
	int64_t style;
	size_t phonetic;
	bool in_text;
	struct buf *text;
};

/* ---- where a cell is ---- */

/* "AB12" is column 27. Without letters it is the column behind the last one. */
static size_t
column_of(struct str place, size_t next)
{
	size_t column = 0, i = 0;

	for (; i < place.n && place.p[i] >= 'A' && place.p[i] <= 'Z' && i < 4; i++)
		column = column * LETTERS + (size_t)(place.p[i] - 'A') + 1;
	return i == 0 ? next : column - 1;
}

static struct str
column_text(struct arena *a, size_t column)
{
	struct str before = column < LETTERS ? STR("") : column_text(a, column / LETTERS - 1);

	return arena_fmt(a, "%.*s%c", STR_ARG(before), (int)('A' + column % LETTERS));
}

static struct str
place_text(struct arena *a, size_t column, size_t row)
{
	return arena_fmt(a, "%.*s%zu", STR_ARG(column_text(a, column)), row);
}

/* ---- the cells of a sheet ---- */

static int
row_open(struct grid *g, const char **attributes)
{
	struct str said = sheet_part_attribute(attributes, STR("r"));
	int64_t row = 0;

	if (said.n > 0 && (!str_to_int(said, &row) || row < 1))
		return err_fail(g->e, ERR_INPUT, STR("sheet.cell"), said, STR("r"));
	g->row = said.n > 0 ? (size_t)row : g->row + 1;
	g->column = SIZE_MAX; /* before the first */
	if (g->row > SHEET_ROWS)
		return err_fail(g->e, ERR_LIMIT, STR("sheet.rows"), STR_INT(SHEET_ROWS));
	g->lines =
	    arena_grow(g->scratch, g->lines, g->n_lines, &g->lines_capacity, sizeof(*g->lines));
	g->lines[g->n_lines++] = (struct line){g->row, g->n_cells, 0};
	return 0;
}

static int
cell_open(struct grid *g, const char **attributes)
{
	struct str type = sheet_part_attribute(attributes, STR("t"));
	size_t i = 0;

	g->column = column_of(sheet_part_attribute(attributes, STR("r")), g->column + 1);
	while (i < LENGTH(types) && !str_eq(types[i].word, type))
		i++;
	if (i == LENGTH(types) || g->n_lines == 0)
		return err_fail(
		    g->e, ERR_INPUT, STR("sheet.cell"), place_text(g->a, g->column, g->row), type);
	g->type = types[i].type;
	if (!str_to_int(sheet_part_attribute(attributes, STR("s")), &g->style))
		g->style = 0;
	buf_cut(g->text, 0);
	return 0;
}

static int
on_open(void *arg, struct str name, const char **attributes)
{
	struct grid *g = arg;

	if (str_eq(name, STR("c")))
		return cell_open(g, attributes);
	if (str_eq(name, STR("row")))
		return row_open(g, attributes);
	g->phonetic += str_eq(name, STR("rPh"));
	g->in_text = str_eq(name, STR("v")) || (str_eq(name, STR("t")) && g->phonetic == 0);
	return 0;
}

static void
on_text(void *arg, struct str text)
{
	struct grid *g = arg;

	if (g->in_text)
		buf_put(g->text, text);
}

static struct str
unescaped(struct grid *g)
{
	struct buf whole = BUF_INIT;

	if (str_search(buf_str(g->text), STR("_x")) == g->text->n)
		return arena_str(g->a, buf_str(g->text));
	sheet_book_put_text(&whole, buf_str(g->text));
	struct str kept = arena_str(g->a, buf_str(&whole));
	buf_free(&whole);
	return kept;
}

static bool
shared_text(const struct grid *g, struct str number, struct str *out)
{
	int64_t at;

	if (!str_to_int(str_trim(number), &at) || at < 0 || (size_t)at >= g->book->n_texts)
		return false;
	*out = g->book->texts[at];
	return true;
}

/* What the cell says; false when it is not what its type promises. */
static bool
cell_text(struct grid *g, struct str *out)
{
	struct sheet_number_format format = {SHEET_PLAIN, 0};
	struct str text = buf_str(g->text);

	switch (g->type) {
	case SHARED:
		return shared_text(g, text, out);
	case TEXT:
		*out = unescaped(g);
		return true;
	case BOOLEAN:
		*out = str_eq(text, STR("1")) ? STR("true") : STR("false");
		return str_eq(text, STR("1")) || str_eq(text, STR("0"));
	case ERROR:
		g->errors++;
		*out = STR("");
		return true;
	case NUMBER:
		break;
	}
	if (g->style >= 0 && (size_t)g->style < g->book->n_formats)
		format = g->book->formats[g->style];
	return sheet_number_text(g->a, text, format, g->book->from_1904, out);
}

static int
cell_close(struct grid *g)
{
	struct str text = STR("");

	if (g->text->n == 0)
		return 0;
	if (!cell_text(g, &text) || str_find(text, '\0') < text.n)
		return err_fail(g->e, ERR_INPUT, STR("sheet.cell"),
		    place_text(g->a, g->column, g->row), buf_str(g->text));
	if (text.n == 0)
		return 0;
	if (g->column >= CSV_COLUMNS)
		return err_fail(g->e, ERR_LIMIT, STR("csv.columns"),
		    STR_INT((int64_t)g->column + 1), STR_INT(CSV_COLUMNS));
	if (g->n_cells == SHEET_CELLS)
		return err_fail(g->e, ERR_LIMIT, STR("sheet.cells"), STR_INT(SHEET_CELLS));
	g->cells =
	    arena_grow(g->scratch, g->cells, g->n_cells, &g->cells_capacity, sizeof(*g->cells));
	g->cells[g->n_cells++] = (struct cell){g->column, text};
	g->lines[g->n_lines - 1].count++;
	return 0;
}

static int
on_close(void *arg, struct str name)
{
	struct grid *g = arg;

	g->in_text = false;
	g->phonetic -= g->phonetic > 0 && str_eq(name, STR("rPh"));
	return str_eq(name, STR("c")) ? cell_close(g) : 0;
}

/* ---- the table that they make ---- */

/* Lines that hold something, moved together; the first of them is the header. */
static void
drop_empty_lines(struct grid *g)
{
	size_t kept = 0;

	for (size_t i = 0; i < g->n_lines; i++)
		if (g->lines[i].count > 0)
			g->lines[kept++] = g->lines[i];
	g->n_lines = kept;
}

/* Which field each column of the sheet is, or SIZE_MAX: a column without a name holds nothing. */
static int
read_header(struct grid *g, size_t field_of[CSV_COLUMNS], struct csv *out)
{
	struct str *names = ARENA_ARRAY(g->a, struct str, CSV_COLUMNS);
	struct str by_column[CSV_COLUMNS];
	const struct line *header = &g->lines[0];

	for (size_t k = 0; k < CSV_COLUMNS; k++) {
		by_column[k] = STR("");
		field_of[k] = SIZE_MAX;
	}
	for (size_t i = 0; i < header->count; i++)
		by_column[g->cells[header->first + i].column] = g->cells[header->first + i].text;
	for (size_t k = 0; k < CSV_COLUMNS; k++) {
		if (by_column[k].n == 0)
			continue;
		for (size_t j = 0; j < out->width; j++)
			if (str_eq(names[j], by_column[k]))
				return err_fail(
				    g->e, ERR_INPUT, STR("csv.same_name"), by_column[k]);
		field_of[k] = out->width;
		names[out->width++] = by_column[k];
	}
	out->names = names;
	return 0;
}

static int
fill_row(struct grid *g, const struct line *line, const size_t *field_of, struct str *fields)
{
	for (size_t i = 0; i < line->count; i++) {
		const struct cell *cell = &g->cells[line->first + i];
		size_t field = field_of[cell->column];
		if (field == SIZE_MAX && g->lines[0].count == 1)
			return err_fail(g->e, ERR_INPUT, STR("csv.title"));
		if (field == SIZE_MAX)
			return err_fail(
			    g->e, ERR_INPUT, STR("csv.no_name"), column_text(g->a, cell->column));
		if (fields[field].n > 0)
			return err_fail(g->e, ERR_INPUT, STR("sheet.cell_twice"),
			    place_text(g->a, cell->column, line->number));
		fields[field] = cell->text;
	}
	return 0;
}

static int
make_table(struct grid *g, struct csv *out)
{
	size_t field_of[CSV_COLUMNS];
	struct csv table = {0};

	drop_empty_lines(g);
	if (g->n_lines == 0)
		return 0;
	if (read_header(g, field_of, &table) != 0)
		return -1;
	table.count = g->n_lines - 1;
	if (table.count > SHEET_CELLS / table.width)
		return err_fail(g->e, ERR_LIMIT, STR("sheet.cells"), STR_INT(SHEET_CELLS));
	struct csv_row *rows = ARENA_ARRAY(g->a, struct csv_row, table.count);
	struct str *fields = ARENA_ARRAY(g->a, struct str, table.count * table.width);
	for (size_t i = 0; i < table.count * table.width; i++)
		fields[i] = STR("");
	for (size_t i = 0; i < table.count; i++) {
		rows[i] = (struct csv_row){&fields[i * table.width], g->lines[i + 1].number};
		if (fill_row(g, &g->lines[i + 1], field_of, &fields[i * table.width]) != 0)
			return -1;
	}
	table.rows = rows;
	*out = table;
	return 0;
}

/* Reads a sheet; out->table has no columns when it is empty. */
static int
read_tab(struct arena *a, const struct sheet_book *book, const struct sheet_book_tab *tab,
    struct sheet *out, struct err *e)
{
	static const struct sheet_part_calls calls = {on_open, on_close, on_text};
	struct buf text = BUF_INIT;
	struct grid g = {.a = a, .scratch = arena_new(), .book = book, .e = e, .text = &text};
	int status = sheet_part_read(book->parts, tab->part, &calls, &g, e);

	if (status == 0)
		status = make_table(&g, &out->table);
	out->name = tab->name;
	out->errors = g.errors;
	arena_free(g.scratch);
	buf_free(&text);
	return status;
}

static struct str
names_of(struct arena *a, const struct sheet_book *book)
{
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < book->n_tabs; i++)
		buf_fmt(b, "%s%.*s", i > 0 ? ", " : "", STR_ARG(book->tabs[i].name));
	return buf_str(b);
}

static int
read_wished(struct arena *a, const struct sheet_book *book, struct str name, struct sheet *out,
    struct err *e)
{
	for (size_t i = 0; i < book->n_tabs; i++)
		if (str_eq(book->tabs[i].name, name))
			return read_tab(a, book, &book->tabs[i], out, e);
	return err_fail(e, ERR_NOTFOUND, STR("sheet.no_sheet"), name, names_of(a, book));
}

/* The first sheet that holds something; a hidden one only when all that are seen are empty. */
static int
read_first(struct arena *a, const struct sheet_book *book, struct sheet *out, struct err *e)
{
	for (int hidden = 0; hidden < 2; hidden++)
		for (size_t i = 0; i < book->n_tabs && out->table.width == 0; i++)
			if (book->tabs[i].hidden == (hidden == 1) &&
			    read_tab(a, book, &book->tabs[i], out, e) != 0)
				return -1;
	return 0;
}

static int
read_book(
    struct arena *a, struct sheet_parts *parts, struct str name, struct sheet *out, struct err *e)
{
	struct sheet read = {.form = SHEET_XLSX, .encoding = STR("utf-8")};
	struct sheet_book book;

	if (sheet_book_read(a, parts, &book, e) != 0 ||
	    (name.n > 0 ? read_wished(a, &book, name, &read, e) : read_first(a, &book, &read, e)) !=
		0)
		return -1;
	if (read.table.width == 0)
		return err_fail(e, ERR_INPUT, STR("csv.empty"));
	read.names = names_of(a, &book);
	read.n_names = book.n_tabs;
	*out = read;
	return 0;
}

int
sheet_xlsx_read(
    struct arena *a, struct str bytes, struct str name, struct sheet *out, struct err *e)
{
	struct arena *open = arena_new();
	struct sheet_parts *parts;
	int status = sheet_part_open(open, bytes, &parts, e);

	if (status == 0)
		status = read_book(a, parts, name, out, e);
	arena_free(open);
	return status;
}
