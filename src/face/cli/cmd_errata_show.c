#include "face/cli/errata_view.h"
#include "face/cli/opening.h"

/* Where the passage is now, or why nothing can be applied there. */
static int
look_put(struct cli *c, const struct count_reader *reader, const struct errata_report *report,
    struct json *answer, struct err *e)
{
	struct errata_look look;
	struct err why = {0};
	struct buf *sentence = buf_on(c->a);

	if (errata_look(reader, report, &look, &why) != 0) {
		if (why.code != ERR_CONFLICT) {
			*e = why;
			return -1;
		}
		message_err(sentence, c->lang, &why);
		if (c->json)
			json_set_str(answer, STR("why_not"), str_of(why.key));
		else
			buf_fmt(c->out, "%.*s\n", STR_ARG(buf_str(sentence)));
		return 0;
	}
	struct str words = str_sub(look.file, look.from, look.to);
	if (c->json) {
		json_set_int(answer, STR("found_in"), look.number);
		json_set_str(answer, STR("found"), words);
	} else {
		cli_say(c, STR("cli.errata.found"), STR_INT(look.number));
		buf_fmt(c->out, "  %.*s[%.*s]%.*s\n", STR_ARG(look.before), STR_ARG(words),
		    STR_ARG(look.after));
	}
	return 0;
}

static int
voices_put(struct cli *c, const struct count_reader *reader, const struct errata_report *report,
    struct json *answer, struct err *e)
{
	const struct errata_voice *voices;
	size_t n;

	if (errata_voices(reader, report, &voices, &n, e) != 0)
		return -1;
	struct json *list = json_set_array(answer, STR("others"));
	for (size_t i = 0; i < n; i++) {
		struct json *row = json_push_object(list);
		json_set_str(row, STR("kind"), voices[i].kind);
		json_set_str(row, STR("wording"), voices[i].wording);
		json_set_str(row, STR("comment"), voices[i].comment);
		if (c->json)
			continue;
		buf_put(c->out, STR("  "));
		cli_say(c, STR("cli.errata.other"),
		    message_named(c->a, c->lang, STR("errata.kind."), voices[i].kind),
		    voices[i].wording, voices[i].comment);
	}
	return 0;
}

static void
report_put(struct cli *c, const struct errata_report *report)
{
	errata_view_line(c, report);
	if (!report->destroyed)
		buf_fmt(c->out, "  ...%.*s[%.*s]%.*s...\n", STR_ARG(report->prefix),
		    STR_ARG(report->quote), STR_ARG(report->suffix));
	if (report->comment.n > 0)
		buf_fmt(c->out, "  %.*s\n", STR_ARG(report->comment));
	if (report->why.n > 0) {
		buf_put(c->out, STR("  "));
		cli_say(c, STR("cli.errata.why"), report->why);
	}
}

int
cmd_errata_show(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	const struct viewer team = {VIEWER_TEAM};
	struct errata_report report;

	if (vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    errata_find(&reader, team, c->args[0], &report, e) != 0)
		return -1;
	struct json *answer = errata_view_json(c, &report);
	if (!c->json)
		report_put(c, &report);
	if (voices_put(c, &reader, &report, answer, e) != 0 ||
	    look_put(c, &reader, &report, answer, e) != 0)
		return -1;
	if (c->json)
		cli_json(c, answer);
	return 0;
}
