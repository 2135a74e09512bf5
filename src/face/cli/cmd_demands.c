#include "domain/advocacy/advocacy.h"
#include "face/cli/act_view.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/say/advocacy_json.h"
#include "face/say/when.h"

#define INDENT 2

struct telling {
	struct cli *c;
	const struct vocab *vocab;
};

/* A line under the label of a property: "Of whom: Authorities of Kazakhstan". */
static void
line_put(const struct telling *t, struct str kind, struct str property, struct str text)
{
	const struct vocab_property *p = vocab_property(t->vocab, kind, property);

	act_view_line(t->c, INDENT,
	    p != NULL ? vocab_text(&p->label, lang_code(t->c->lang)) : property, text);
}

static void
answer_put(const struct telling *t, const struct advocacy_answer *answer)
{
	struct cli *c = t->c;
	struct buf *line = buf_on(c->a);
	const struct str parts[] = {when_text(c->a, answer->date.text, c->lang),
	    act_view_list(c, &answer->by), answer->text.text,
	    when_text(c->a, answer->deadline.text, c->lang), answer->kept.text,
	    answer->impact.text};

	for (size_t i = 0; i < LENGTH(parts); i++)
		if (parts[i].n > 0)
			buf_fmt(line, "%s%.*s", line->n > 0 ? "; " : "", STR_ARG(parts[i]));
	act_view_line(c, INDENT,
	    answer->what.text.n > 0 ? answer->what.text : record_name(&answer->record),
	    buf_str(line));
}

/* A demand without a day and one without an answer are told as such. */
static void
demand_put(const struct telling *t, const struct advocacy_demand *d)
{
	struct cli *c = t->c;
	const struct str kind = STR("demand");

	buf_fmt(c->out, "%.*s  %.*s\n", STR_ARG(record_name(&d->record)),
	    STR_ARG(act_view_list(c, &d->kinds)));
	line_put(t, kind, STR("by"), act_view_list(c, &d->by));
	line_put(t, kind, STR("to"), act_view_list(c, &d->to));
	line_put(t, kind, STR("action"), d->action.text);
	line_put(t, kind, STR("consequence"), d->consequence.text);
	line_put(t, kind, STR("made"), when_text(c->a, d->made.text, c->lang));
	line_put(t, kind, STR("deadline"),
	    d->deadline.text.n > 0 ? when_text(c->a, d->deadline.text, c->lang)
				   : message_text(c->a, c->lang, STR("advocacy.no_deadline")));
	line_put(t, kind, STR("provision"), act_view_list(c, &d->provisions));
	for (size_t i = 0; i < d->n_answers; i++)
		answer_put(t, &d->answers[i]);
	if (d->n_answers == 0) {
		column_pad(c->out, STR(""), INDENT);
		cli_say(c, STR("advocacy.no_answer"));
	}
}

static void
help_put(const struct telling *t, const struct advocacy_help *help)
{
	struct cli *c = t->c;
	const struct str kind = STR("assistance");

	buf_fmt(c->out, "%.*s  %.*s\n", STR_ARG(record_name(&help->record)),
	    STR_ARG(act_view_list(c, &help->needs)));
	line_put(t, kind, STR("given-by"), act_view_list(c, &help->givers));
	line_put(t, kind, STR("for"), act_view_list(c, &help->receivers));
	line_put(t, kind, STR("state"), help->state.text);
	line_put(t, kind, STR("date"), when_text(c->a, help->date.text, c->lang));
	line_put(t, kind, STR("text"), help->text.text);
}

static void
demands_text(const struct telling *t, const struct advocacy_demands *demands,
    const struct advocacy_helps *helps)
{
	for (size_t i = 0; i < demands->count; i++) {
		if (i > 0)
			buf_putc(t->c->out, '\n');
		demand_put(t, &demands->at[i]);
	}
	for (size_t i = 0; i < helps->count; i++) {
		if (i + demands->count > 0)
			buf_putc(t->c->out, '\n');
		help_put(t, &helps->at[i]);
	}
}

int
cmd_demands(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct record_reader records = {archive_db(c->archive), c->a, &vocab, {VIEWER_TEAM}};
	const struct advocacy_reader reader = {&records, lang_code(c->lang)};
	struct record event;
	struct advocacy_demands demands;
	struct advocacy_helps helps;

	if (vocab_load(records.db, c->a, &vocab, e) != 0 ||
	    record_find(&records, c->args[0], &event, e) != 0 ||
	    advocacy_demands(&reader, &event, &demands, e) != 0 ||
	    advocacy_helps(&reader, &event, &helps, e) != 0)
		return -1;
	if (c->json)
		cli_json(c, advocacy_json_demands(c->a, &demands, &helps));
	else if (demands.count + helps.count > 0)
		demands_text(&(const struct telling){c, &vocab}, &demands, &helps);
	else
		cli_say(c, STR("advocacy.no_demands"), record_name(&event));
	return 0;
}
