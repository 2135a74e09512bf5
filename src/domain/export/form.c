#include "base/json.h"
#include "domain/export/internal.h"
#include "kit/sheet/sheet_write.h"

#define PIECE 65536 /* bytes that are handed over at once */
#define PARTED STR(" | ")

static int
hand_over(struct export_writer *w, struct err *e)
{
	int r = w->put(w->arg, buf_str(w->text), e);

	buf_cut(w->text, 0);
	return r;
}

/* Several texts as one, on a. */
static struct str
joined(struct arena *a, const struct export_cell *cell)
{
	struct buf *b;

	if (cell->n <= 1)
		return cell->n == 1 ? cell->at[0] : STR("");
	b = buf_on(a);
	for (size_t i = 0; i < cell->n; i++) {
		if (i > 0)
			buf_put(b, PARTED);
		buf_put(b, cell->at[i]);
	}
	return buf_str(b);
}

static void
csv_row(struct export_writer *w, const struct export_cell *cells)
{
	struct arena *a = arena_new();

	for (size_t i = 0; i < w->width; i++) {
		if (i > 0)
			buf_putc(w->text, ',');
		if (w->raw)
			csv_put_field(w->text, joined(a, &cells[i]));
		else
			sheet_put_safe_field(w->text, joined(a, &cells[i]));
	}
	buf_putc(w->text, '\n');
	arena_free(a);
}

void
export_json_text(struct buf *b, struct arena *a, struct str text)
{
	json_write(b, json_str(a, text));
}

static void
json_cell(struct export_writer *w, struct arena *a, const struct export_cell *cell, bool many)
{
	if (!many) {
		export_json_text(w->text, a, cell->n > 0 ? cell->at[0] : STR(""));
		return;
	}
	buf_putc(w->text, '[');
	for (size_t i = 0; i < cell->n; i++) {
		if (i > 0)
			buf_putc(w->text, ',');
		export_json_text(w->text, a, cell->at[i]);
	}
	buf_putc(w->text, ']');
}

/* In the order of the columns; what is empty is left out. */
static void
json_row(struct export_writer *w, const struct export_cell *cells)
{
	struct arena *a = arena_new();
	bool first = true;

	buf_putc(w->text, '{');
	for (size_t i = 0; i < w->width; i++) {
		if (cells[i].n == 0 || (cells[i].n == 1 && cells[i].at[0].n == 0))
			continue;
		if (!first)
			buf_putc(w->text, ',');
		first = false;
		export_json_text(w->text, a, w->columns[i].name);
		buf_putc(w->text, ':');
		json_cell(w, a, &cells[i], w->columns[i].many);
	}
	buf_put(w->text, STR("}\n"));
	arena_free(a);
}

/* A sheet says how many rows it has before the first of them, so all are kept until the end. */
static void
keep_row(struct export_writer *w, const struct export_cell *cells)
{
	struct str *fields = ARENA_ARRAY(w->arena, struct str, w->width);

	for (size_t i = 0; i < w->width; i++)
		fields[i] = arena_str(w->arena, joined(w->arena, &cells[i]));
	w->kept = arena_grow(w->arena, w->kept, w->rows, &w->kept_capacity, sizeof(*w->kept));
	w->kept[w->rows] = (struct csv_row){fields, w->rows + 2};
}

static int
put_book(struct export_writer *w, struct err *e)
{
	struct str *names = ARENA_ARRAY(w->arena, struct str, w->width);
	const struct csv table = {names, w->width, w->kept, w->rows};
	const struct sheet_look look = {.name = w->name};

	for (size_t i = 0; i < w->width; i++)
		names[i] = w->columns[i].name;
	return sheet_write_xlsx(w->text, &table, &look, e);
}

int
export_head(
    struct export_writer *w, const struct export_column *columns, size_t width, struct err *e)
{
	w->columns = columns;
	w->width = width;
	if (w->form != EXPORT_CSV)
		return 0;
	for (size_t i = 0; i < width; i++) {
		if (i > 0)
			buf_putc(w->text, ',');
		csv_put_field(w->text, columns[i].name);
	}
	buf_putc(w->text, '\n');
	return w->text->n >= PIECE ? hand_over(w, e) : 0;
}

int
export_row(struct export_writer *w, const struct export_cell *cells, struct err *e)
{
	switch (w->form) {
	case EXPORT_CSV:
		csv_row(w, cells);
		break;
	case EXPORT_XLSX:
		keep_row(w, cells);
		break;
	default:
		json_row(w, cells);
	}
	w->rows++;
	return w->text->n >= PIECE ? hand_over(w, e) : 0;
}

int
export_line(struct export_writer *w, struct str line, struct err *e)
{
	buf_put(w->text, line);
	buf_putc(w->text, '\n');
	w->rows++;
	return w->text->n >= PIECE ? hand_over(w, e) : 0;
}

int
export_head_of(struct export_writer *w, struct arena *a, struct str names, struct err *e)
{
	struct export_column *columns = NULL;
	size_t n = 0, capacity = 0;

	while (names.n > 0) {
		struct str name = str_cut(&names, ' ');
		columns = arena_grow(a, columns, n, &capacity, sizeof(*columns));
		columns[n++] = (struct export_column){name, false};
	}
	return export_head(w, columns, n, e);
}

int
export_texts(struct export_writer *w, const struct str *texts, struct err *e)
{
	struct arena *a = arena_new();
	struct export_cell *cells = ARENA_ARRAY(a, struct export_cell, w->width);

	for (size_t i = 0; i < w->width; i++)
		cells[i] = (struct export_cell){&texts[i], 1};
	int r = export_row(w, cells, e);
	arena_free(a);
	return r;
}

int
export_end(struct export_writer *w, struct err *e)
{
	if (w->form == EXPORT_XLSX && put_book(w, e) < 0)
		return -1;
	return w->text->n > 0 ? hand_over(w, e) : 0;
}

void
export_tick(const struct export_writer *w, size_t done, size_t of)
{
	if (w->tick != NULL)
		w->tick(w->arg, done, of);
}
