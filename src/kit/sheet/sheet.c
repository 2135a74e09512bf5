#include "kit/sheet/sheet.h"

#include "kit/sheet/sheet_json.h"
#include "kit/sheet/sheet_text.h"
#include "kit/sheet/sheet_xlsx.h"

#define ZIP STR("PK\003\004")

/* What other files begin with, and what to call them. */
static const struct {
	struct str begins, what;
} others[] = {
    {STR_INIT("\xD0\xCF\x11\xE0"), STR_INIT("xls")},
    {STR_INIT("%PDF-"), STR_INIT("pdf")},
    {STR_INIT("{\\rtf"), STR_INIT("rtf")},
    {STR_INIT("\x1F\x8B"), STR_INIT("gzip")},
};

static const struct str words[] = {
    [SHEET_COMMAS] = STR_INIT("csv"),
    [SHEET_SEMICOLONS] = STR_INIT("csv;"),
    [SHEET_TABS] = STR_INIT("tsv"),
    [SHEET_JSONL] = STR_INIT("jsonl"),
    [SHEET_XLSX] = STR_INIT("xlsx"),
};

struct str
sheet_form_word(enum sheet_form form)
{
	return words[form];
}

static int
check_other(struct str bytes, struct err *e)
{
	for (size_t i = 0; i < LENGTH(others); i++)
		if (str_starts(bytes, others[i].begins))
			return err_fail(e, ERR_INPUT, STR("sheet.other"), others[i].what);
	return 0;
}

/* A page that was saved from a browser, or XML: no column is called so. */
static int
check_markup(struct str text, struct err *e)
{
	if (str_starts(str_trim(text), STR("<")))
		return err_fail(e, ERR_INPUT, STR("sheet.other"), STR("html"));
	return 0;
}

/* A "{" with a quote or a "}" behind it: no column is called so. */
static bool
is_jsonl(struct str text)
{
	text = str_trim(text);
	if (!str_starts(text, STR("{")))
		return false;
	text = str_trim(str_sub(text, 1, text.n));
	return text.n > 0 && (text.p[0] == '"' || text.p[0] == '}');
}

static enum sheet_form
form_of_csv(struct str text)
{
	switch (csv_separator(text)) {
	case ';':
		return SHEET_SEMICOLONS;
	case '\t':
		return SHEET_TABS;
	default:
		return SHEET_COMMAS;
	}
}

static int
read_zip(struct arena *a, struct str bytes, const struct sheet_wish *wish, struct sheet *out,
    struct err *e)
{
	if (wish->encoding.n > 0)
		return err_fail(e, ERR_INPUT, STR("sheet.mark"), wish->encoding, words[SHEET_XLSX]);
	return sheet_xlsx_read(a, bytes, wish->name, out, e);
}

static int
read_text(struct arena *a, struct str bytes, const struct sheet_wish *wish, struct sheet *out,
    struct err *e)
{
	struct sheet read = {.name = STR(""), .names = STR("")};
	struct str text;

	if (wish->name.n > 0)
		return err_fail(e, ERR_INPUT, STR("sheet.no_sheets"), wish->name);
	if (check_other(bytes, e) != 0 ||
	    sheet_text_read(a, bytes, wish->encoding, &text, &read.encoding, e) != 0 ||
	    check_markup(text, e) != 0)
		return -1;
	read.form = is_jsonl(text) ? SHEET_JSONL : form_of_csv(text);
	if ((read.form == SHEET_JSONL ? sheet_json_read(a, text, &read.table, e)
				      : csv_read(a, text, &read.table, e)) != 0)
		return -1;
	*out = read;
	return 0;
}

int
sheet_read(struct arena *a, struct str bytes, const struct sheet_wish *wish, struct sheet *out,
    struct err *e)
{
	return str_starts(bytes, ZIP) ? read_zip(a, bytes, wish, out, e)
				      : read_text(a, bytes, wish, out, e);
}
