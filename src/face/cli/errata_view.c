#include "face/cli/errata_view.h"

#include "face/cli/column.h"
#include "face/say/word_diff.h"

#define CODE_COLUMNS 18
#define KIND_COLUMNS 12
#define PLACE_COLUMNS 22

struct str
errata_view_diff(struct cli *c, const struct errata_report *report)
{
	const struct word_diff *pieces;
	struct buf *out = buf_on(c->a);
	size_t n = word_diff_of(c->a, str_trim(report->quote), report->wording, &pieces);

	if (report->wording.n == 0)
		return str_trim(report->quote);
	for (size_t i = 0; i < n; i++) {
		struct str words = str_trim(pieces[i].text);
		if (i > 0)
			buf_putc(out, ' ');
		if (pieces[i].kind == WORD_DIFF_SAME)
			buf_put(out, words);
		else if (pieces[i].kind == WORD_DIFF_GONE)
			buf_fmt(out, "[-%.*s-]", STR_ARG(words));
		else
			buf_fmt(out, "{+%.*s+}", STR_ARG(words));
	}
	return buf_str(out);
}

void
errata_view_line(struct cli *c, const struct errata_report *report)
{
	struct str place = arena_fmt(c->a, "%.*s %.*s %lld", STR_ARG(report->slug),
	    STR_ARG(report->lang), (long long)report->number);

	column_pad(c->out, report->code, CODE_COLUMNS);
	column_pad(
	    c->out, message_named(c->a, c->lang, STR("errata.kind."), report->kind), KIND_COLUMNS);
	column_pad(c->out, place, PLACE_COLUMNS);
	buf_put(c->out, message_named(c->a, c->lang, STR("errata.state."), report->state));
	if (report->count > 1)
		buf_fmt(c->out, "  x%lld", (long long)report->count);
	buf_putc(c->out, '\n');
	if (report->destroyed)
		return;
	buf_fmt(c->out, "  %.*s\n", STR_ARG(errata_view_diff(c, report)));
}

struct json *
errata_view_json(struct cli *c, const struct errata_report *report)
{
	struct json *o = json_object(c->a);

	json_set_str(o, STR("code"), report->code);
	json_set_str(o, STR("at"), report->at);
	json_set_str(o, STR("slug"), report->slug);
	json_set_str(o, STR("lang"), report->lang);
	json_set_int(o, STR("revision"), report->number);
	json_set_str(o, STR("kind"), report->kind);
	json_set_str(o, STR("state"), report->state);
	json_set_int(o, STR("count"), report->count);
	json_set_int(o, STR("seen"), report->seen);
	json_set_bool(o, STR("destroyed"), report->destroyed);
	json_set_str(o, STR("quote"), report->quote);
	json_set_str(o, STR("prefix"), report->prefix);
	json_set_str(o, STR("suffix"), report->suffix);
	json_set_int(o, STR("start"), (int64_t)report->start);
	json_set_int(o, STR("end"), (int64_t)report->end);
	json_set_str(o, STR("wording"), report->wording);
	json_set_str(o, STR("comment"), report->comment);
	if (report->figure.n > 0)
		json_set_str(o, STR("figure"), report->figure);
	if (report->of.n > 0)
		json_set_str(o, STR("of"), report->of);
	if (report->note.n > 0)
		json_set_str(o, STR("note"), report->note);
	if (report->why.n > 0)
		json_set_str(o, STR("why"), report->why);
	if (report->made > 0)
		json_set_int(o, STR("made"), report->made);
	return o;
}
