#include "kit/sheet/sheet_write.h"

#include <assert.h>
#include <string.h>
#include <zip.h>

#include "base/utf8.h"
#include "kit/sheet/sheet.h"
#include "kit/sheet/sheet_book.h"
#include "kit/sheet/sheet_number.h"

#define NAME_CHARACTERS 31
#define FIRST_DOS_DAY 0x21 /* 1980-01-01: no file says when it was made */

/* Styles of cells, in the order of cellXfs below. */
enum style { PLAIN, BOLD, QUOTED };

#define MAIN "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
#define OFFICE "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
#define PACKAGE "http://schemas.openxmlformats.org/package/2006/"
#define SHEETML "application/vnd.openxmlformats-officedocument.spreadsheetml."
#define XML "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"

/* The parts that are the same in every file. */
static const struct {
	const char *name;
	struct str text;
} fixed[] = {
    {"[Content_Types].xml",
	STR_INIT(XML "<Types xmlns=\"" PACKAGE "content-types\">"
		     "<Default Extension=\"rels\" ContentType=\"application/"
		     "vnd.openxmlformats-package.relationships+xml\"/>"
		     "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" SHEETML
		     "sheet.main+xml\"/>"
		     "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" SHEETML
		     "worksheet+xml\"/>"
		     "<Override PartName=\"/xl/styles.xml\" ContentType=\"" SHEETML
		     "styles+xml\"/></Types>")},
    {"_rels/.rels",
	STR_INIT(XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
		     "<Relationship Id=\"rId1\" Type=\"" OFFICE
		     "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")},
    {"xl/_rels/workbook.xml.rels",
	STR_INIT(XML "<Relationships xmlns=\"" PACKAGE "relationships\">"
		     "<Relationship Id=\"rId1\" Type=\"" OFFICE
		     "/worksheet\" Target=\"worksheets/sheet1.xml\"/>"
		     "<Relationship Id=\"rId2\" Type=\"" OFFICE
		     "/styles\" Target=\"styles.xml\"/></Relationships>")},
    {"xl/styles.xml",
	STR_INIT(XML "<styleSheet xmlns=\"" MAIN "\">"
		     "<fonts count=\"2\"><font><sz val=\"11\"/><name val=\"Calibri\"/></font>"
		     "<font><b/><sz val=\"11\"/><name val=\"Calibri\"/></font></fonts>"
		     "<fills count=\"2\"><fill><patternFill patternType=\"none\"/></fill>"
		     "<fill><patternFill patternType=\"gray125\"/></fill></fills>"
		     "<borders count=\"1\"><border/></borders>"
		     "<cellStyleXfs count=\"1\"><xf/></cellStyleXfs>"
		     "<cellXfs count=\"3\"><xf xfId=\"0\"/>"
		     "<xf xfId=\"0\" fontId=\"1\" applyFont=\"1\"/>"
		     "<xf xfId=\"0\" quotePrefix=\"1\"/></cellXfs></styleSheet>")},
};

/* ---- text in XML ---- */

/* A character that XML cannot hold, or would read as another, as "_x000D_". */
static void
put_escaped(struct buf *b, uint32_t c)
{
	buf_fmt(b, "_x%04X_", (unsigned)c);
}

static bool
needs_escape(uint32_t c)
{
	return (c < 0x20 && c != '\t' && c != '\n') || c == 0xFFFE || c == 0xFFFF;
}

/* Does text at i look as what put_escaped writes, so that a reader would take it for a character?
 */
static bool
looks_escaped(struct str text, size_t i)
{
	struct str rest = str_sub(text, i, i + strlen("_x000D_"));
	struct buf read = BUF_INIT;

	if (!str_starts(rest, STR("_x")))
		return false;
	sheet_book_put_text(&read, rest);
	bool escaped = read.n < rest.n;
	buf_free(&read);
	return escaped;
}

static void
put_text(struct buf *b, struct str text)
{
	for (size_t i = 0; i < text.n;) {
		size_t at = i;
		uint32_t c = utf8_next(text, &i);
		if (c == '&')
			buf_put(b, STR("&amp;"));
		else if (c == '<')
			buf_put(b, STR("&lt;"));
		else if (c == '>')
			buf_put(b, STR("&gt;"));
		else if (c == '"')
			buf_put(b, STR("&quot;"));
		else if (needs_escape(c) || (c == '_' && looks_escaped(text, at)))
			put_escaped(b, c);
		else
			buf_put(b, str_sub(text, at, i));
	}
}

/* ---- the sheet ---- */

static size_t
utf16_units(struct str text)
{
	size_t n = 0;

	for (size_t i = 0; i < text.n; n++)
		n += utf8_next(text, &i) > 0xFFFF;
	return n;
}

/* What begins a formula in a spreadsheet program, wide forms in East Asian ones. */
static bool
begins_formula(struct str field)
{
	static const struct str begins[] = {STR_INIT("="), STR_INIT("+"), STR_INIT("-"),
	    STR_INIT("@"), STR_INIT("\t"), STR_INIT("\r"), STR_INIT("\n"), STR_INIT("\uFF1D"),
	    STR_INIT("\uFF0B"), STR_INIT("\uFF0D"), STR_INIT("\uFF20")};

	for (size_t i = 0; i < LENGTH(begins); i++)
		if (str_starts(field, begins[i]))
			return true;
	return false;
}

/* Is it a number that a cell gives back as the same text? */
static bool
keeps_number(struct arena *a, struct str field)
{
	const struct sheet_number_format plain = {SHEET_PLAIN, 0};
	struct str back;

	return sheet_number_text(a, field, plain, false, &back) && str_eq(back, field);
}

static void
put_place(struct buf *b, size_t column, size_t row)
{
	char letters[8];
	size_t n = sizeof(letters);

	for (size_t c = column + 1; c > 0; c = (c - 1) / 26)
		letters[--n] = (char)('A' + (c - 1) % 26);
	buf_bytes(b, letters + n, sizeof(letters) - n);
	buf_fmt(b, "%zu", row);
}

struct cell {
	size_t column, row; /* from 0 and from 1 */
	struct str text;
	bool number;
};

static void
put_cell(struct buf *b, const struct cell *cell)
{
	enum style style = cell->row == 1 ? BOLD : begins_formula(cell->text) ? QUOTED : PLAIN;

	buf_put(b, STR("<c r=\""));
	put_place(b, cell->column, cell->row);
	if (cell->number) {
		buf_fmt(b, "\"><v>%.*s</v></c>", STR_ARG(cell->text));
		return;
	}
	buf_fmt(b, "\" s=\"%d\" t=\"inlineStr\"><is><t xml:space=\"preserve\">", (int)style);
	put_text(b, cell->text);
	buf_put(b, STR("</t></is></c>"));
}

static int
put_row(struct buf *b, const struct str *fields, size_t width, size_t row, const bool *numbers,
    struct err *e)
{
	struct arena *scratch = arena_new();
	struct buf place = BUF_INIT;
	int status = 0;

	buf_fmt(b, "<row r=\"%zu\">", row);
	for (size_t k = 0; k < width && status == 0; k++) {
		struct cell cell = {k, row, fields[k], false};
		if (fields[k].n == 0)
			continue;
		if (utf16_units(fields[k]) > SHEET_WRITE_TEXT) {
			put_place(&place, k, row);
			status = err_fail(e, ERR_LIMIT, STR("sheet.long"), buf_str(&place),
			    STR_INT(SHEET_WRITE_TEXT));
		}
		cell.number =
		    row > 1 && numbers != NULL && numbers[k] && keeps_number(scratch, fields[k]);
		put_cell(b, &cell);
	}
	buf_put(b, STR("</row>"));
	buf_free(&place);
	arena_free(scratch);
	return status;
}

static int
put_sheet(struct buf *b, const struct csv *table, const bool *numbers, struct err *e)
{
	buf_put(b,
	    STR(XML "<worksheet xmlns=\"" MAIN "\"><sheetViews>"
		    "<sheetView tabSelected=\"1\" workbookViewId=\"0\">"
		    "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" "
		    "state=\"frozen\"/></sheetView></sheetViews><sheetData>"));
	if (put_row(b, table->names, table->width, 1, numbers, e) != 0)
		return -1;
	for (size_t i = 0; i < table->count; i++)
		if (put_row(b, table->rows[i].fields, table->width, i + 2, numbers, e) != 0)
			return -1;
	buf_put(b, STR("</sheetData></worksheet>"));
	return 0;
}

static void
put_workbook(struct buf *b, struct str name)
{
	struct buf shown = BUF_INIT;

	name = str_sub(name, 0, utf8_index(name, NAME_CHARACTERS));
	for (size_t i = 0; i < name.n; i++) {
		bool forbidden =
		    strchr("[]:*?/\\'", name.p[i]) != NULL || (unsigned char)name.p[i] < 0x20;
		buf_putc(&shown, forbidden ? '_' : name.p[i]);
	}
	if (shown.n == 0)
		buf_put(&shown, STR("1"));
	buf_put(b,
	    STR(XML "<workbook xmlns=\"" MAIN "\" xmlns:r=\"" OFFICE "\"><sheets><sheet name=\""));
	put_text(b, buf_str(&shown));
	buf_put(b, STR("\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>"));
	buf_free(&shown);
}

/* ---- the container; what libzip cannot do here is to find memory ---- */

static void
add_part(zip_t *zip, const char *name, struct str text)
{
	zip_source_t *source = zip_source_buffer(zip, text.p, text.n, 0);
	assert(source != NULL);
	zip_int64_t at = zip_file_add(zip, name, source, ZIP_FL_ENC_UTF_8);
	assert(at >= 0);
	int status = zip_file_set_dostime(zip, (zip_uint64_t)at, 0, FIRST_DOS_DAY, 0);
	assert(status == 0);
}

static void
put_zip(struct buf *b, zip_source_t *from)
{
	zip_int64_t n;
	int status = zip_source_open(from);

	assert(status == 0);
	do {
		n = zip_source_read(from, buf_room(b, 64 << 10), 64 << 10);
		assert(n >= 0);
		buf_added(b, (size_t)n);
	} while (n > 0);
	zip_source_close(from);
}

static void
pack(struct buf *b, struct str workbook, struct str sheet)
{
	zip_source_t *to = zip_source_buffer_create(NULL, 0, 0, NULL);
	assert(to != NULL);
	zip_source_keep(to);
	zip_t *zip = zip_open_from_source(to, ZIP_CREATE | ZIP_TRUNCATE, NULL);
	assert(zip != NULL);
	for (size_t i = 0; i < LENGTH(fixed); i++)
		add_part(zip, fixed[i].name, fixed[i].text);
	add_part(zip, "xl/workbook.xml", workbook);
	add_part(zip, "xl/worksheets/sheet1.xml", sheet);
	int status = zip_close(zip);
	assert(status == 0);
	put_zip(b, to);
	zip_source_free(to);
}

int
sheet_write_xlsx(
    struct buf *b, const struct csv *table, const struct sheet_look *look, struct err *e)
{
	struct buf workbook = BUF_INIT, sheet = BUF_INIT;
	int status;

	if (table->count > SHEET_ROWS - 1)
		return err_fail(e, ERR_LIMIT, STR("sheet.rows"), STR_INT(SHEET_ROWS));
	put_workbook(&workbook, look->name);
	status = put_sheet(&sheet, table, look->numbers, e);
	if (status == 0)
		pack(b, buf_str(&workbook), buf_str(&sheet));
	buf_free(&workbook);
	buf_free(&sheet);
	return status;
}

/* "-12.5", "+7": what every program takes for the number that it is. */
static bool
is_signed(struct str field)
{
	size_t digits = 0, points = 0;

	for (size_t i = 1; i < field.n; i++) {
		digits += field.p[i] >= '0' && field.p[i] <= '9';
		points += field.p[i] == '.';
	}
	bool sign = str_starts(field, STR("-")) || str_starts(field, STR("+"));

	return sign && digits > 0 && points < 2 && digits + points + 1 == field.n;
}

void
sheet_put_safe_field(struct buf *b, struct str field)
{
	struct buf safe = BUF_INIT;

	if (!begins_formula(field) || is_signed(field)) {
		csv_put_field(b, field);
		return;
	}
	buf_putc(&safe, '\'');
	buf_put(&safe, field);
	csv_put_field(b, buf_str(&safe));
	buf_free(&safe);
}
