#include "face/site/site_annotation.h"

#include "base/json.h"
#include "base/utf8.h"

static int
wrong_form(struct err *e)
{
	return err_fail(e, ERR_INPUT, STR("site.report.form"));
}

/* "https://example.org/en/june/r/3/", or the path alone. */
static int
read_source(struct str source, struct errata_note *note, struct err *e)
{
	size_t scheme = str_search(source, STR("://"));
	struct str rest = scheme < source.n ? str_sub(source, scheme + 3, source.n) : source;

	(void)str_cut(&rest, '/');
	note->lang = str_cut(&rest, '/');
	note->slug = str_cut(&rest, '/');
	struct str letter = str_cut(&rest, '/'), number = str_cut(&rest, '/');
	if (!str_eq(letter, STR("r")) || rest.n > 0 || !str_to_int(number, &note->number))
		return wrong_form(e);
	return 0;
}

static int
read_body(const struct json *body, struct errata_note *note, struct err *e)
{
	struct str purpose, value;

	if (json_need_str(body, STR("purpose"), &purpose, e) < 0 ||
	    json_need_str(body, STR("value"), &value, e) < 0)
		return -1;
	if (str_eq(purpose, STR("tagging")))
		return errata_kind_of(value, &note->kind) ? 0 : wrong_form(e);
	if (str_eq(purpose, STR("editing")))
		note->wording = value;
	else if (str_eq(purpose, STR("commenting")))
		note->comment = value;
	return 0;
}

static int
read_place(const struct json *selector, struct errata_note *note, struct err *e)
{
	int64_t start, end;

	if (json_need_int(selector, STR("start"), &start, e) < 0 ||
	    json_need_int(selector, STR("end"), &end, e) < 0)
		return -1;
	if (start < 0 || end < start)
		return wrong_form(e);
	note->start = (size_t)start;
	note->end = (size_t)end;
	return 0;
}

static int
read_selector(const struct json *selector, struct site_noted *out, struct err *e)
{
	struct str type;

	if (json_need_str(selector, STR("type"), &type, e) < 0)
		return -1;
	if (str_eq(type, STR("TextPositionSelector")))
		return read_place(selector, &out->note, e);
	if (!str_eq(type, STR("TextQuoteSelector")))
		return wrong_form(e);
	if (json_need_str(selector, STR("exact"), &out->note.quote, e) < 0 ||
	    json_opt_str(selector, STR("prefix"), &out->prefix, e) < 0)
		return -1;
	return json_opt_str(selector, STR("suffix"), &out->suffix, e);
}

int
site_annotation_read(struct arena *a, struct str text, struct site_noted *out, struct err *e)
{
	struct site_noted said = {
	    .note = {.quote = STR(""), .wording = STR(""), .comment = STR("")},
	    .prefix = STR(""),
	    .suffix = STR("")};
	const struct json *target, *bodies, *selectors;
	struct str source;
	struct json *whole;

	said.note.kind = ERRATA_KINDS;
	if (json_read(a, text, &whole, e) < 0 ||
	    json_need_object(whole, STR("target"), &target, e) < 0 ||
	    json_need_array(whole, STR("body"), &bodies, e) < 0 ||
	    json_need_array(target, STR("selector"), &selectors, e) < 0 ||
	    json_need_str(target, STR("source"), &source, e) < 0 ||
	    read_source(source, &said.note, e) < 0)
		return -1;
	for (const struct json *one = bodies->first; one != NULL; one = one->next)
		if (read_body(one, &said.note, e) < 0)
			return -1;
	for (const struct json *one = selectors->first; one != NULL; one = one->next)
		if (read_selector(one, &said, e) < 0)
			return -1;
	if (said.note.kind == ERRATA_KINDS)
		return wrong_form(e);
	*out = said;
	return 0;
}

static bool
stands_there(struct str text, const struct errata_note *note)
{
	if (note->end > text.n) /* characters are not more than bytes */
		return false;
	size_t from = utf8_index(text, note->start), to = utf8_index(text, note->end);
	return str_eq(str_sub(text, from, to), note->quote);
}

bool
site_annotation_place(struct arena *a, const struct errata_page *page, struct site_noted *noted)
{
	struct errata_note *note = &noted->note;
	struct str whole = arena_fmt(a, "%.*s%.*s%.*s", STR_ARG(noted->prefix),
	    STR_ARG(note->quote), STR_ARG(noted->suffix));
	size_t at = str_search(page->text, whole);

	if (stands_there(page->text, note))
		return true;
	if (note->quote.n == 0 || whole.n == note->quote.n || at == page->text.n)
		return false;
	struct str rest = str_sub(page->text, at + 1, page->text.n);
	if (str_search(rest, whole) != rest.n)
		return false;
	note->start = utf8_count(str_sub(page->text, 0, at + noted->prefix.n));
	note->end = note->start + utf8_count(note->quote);
	return true;
}
