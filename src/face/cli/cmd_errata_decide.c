#include "face/cli/errata_view.h"
#include "face/cli/opening.h"
#include "face/say/note.h"
#include "face/site/site_renew.h"

/* The act that the command's second word names: "needs-source"; "edit" is to apply another wording.
 */
static enum errata_act
act_of(struct cli *c)
{
	struct str sub = c->command->sub;
	struct buf *name = buf_on(c->a);
	enum errata_act act = ERRATA_APPLY;

	for (size_t i = 0; i < sub.n; i++)
		buf_putc(name, sub.p[i] == '-' ? '_' : sub.p[i]);
	(void)errata_act_of(buf_str(name), &act);
	return act;
}

/* How many decisions the editor saw: --seen, else as it is now. */
static int
seen_of(struct cli *c, const struct errata_report *report, int64_t *out, struct err *e)
{
	struct str given = option_of(&c->line, OPTION_SEEN);

	*out = report->seen;
	if (given.n > 0 && (!str_to_int(given, out) || *out < 0))
		return err_fail(e, ERR_INPUT, STR("cli.errata.seen"), given);
	return 0;
}

static int
decision_read(
    struct cli *c, const struct errata_report *report, struct errata_decision *out, struct err *e)
{
	*out = (struct errata_decision){
	    .code = report->code, .act = act_of(c), .of = c->arg_count > 1 ? c->args[1] : STR("")};
	if (str_eq(c->command->sub, STR("edit")) && cli_needs(c, OPTION_SUGGEST, e) != 0)
		return -1;
	if (seen_of(c, report, &out->seen, e) != 0 ||
	    cli_text_of(c, OPTION_SUGGEST, &out->wording, e) != 0 ||
	    cli_text_of(c, OPTION_NOTE, &out->note, e) != 0 ||
	    cli_text_of(c, OPTION_WHY, &out->why, e) != 0)
		return -1;
	if (out->note.n == 0)
		out->note =
		    note_public(c->a, report->lang, c->lang, errata_note_of(report, out->act));
	return 0;
}

static void
done_put(struct cli *c, const struct errata_done *done)
{
	struct json *answer = json_object(c->a);

	if (!c->json) {
		if (done->number > 0)
			cli_say(c, STR("cli.errata.done_revision"), done->code, done->state,
			    done->lang, STR_INT(done->number));
		else
			cli_say(c, STR("cli.errata.done"), done->code, done->state);
		return;
	}
	json_set_str(answer, STR("code"), done->code);
	json_set_str(answer, STR("state"), done->state);
	if (done->number > 0) {
		json_set_str(answer, STR("lang"), done->lang);
		json_set_int(answer, STR("revision"), done->number);
	}
	cli_json(c, answer);
}

/* The organisation's own site too, and what is beyond reach. The decision stands whatever comes. */
static void
renew(struct cli *c, const struct vocab *vocab)
{
	struct site site = {.a = c->a, .db = archive_db(c->archive), .vocab = vocab};
	struct buf *why = buf_on(c->a);
	struct site_renewed done;
	struct err e = {0};

	if (site_renew(&site, &done, &e) != 0) {
		message_err(why, c->lang, &e);
		cli_note(c,
		    done.pages > 0 ? STR("cli.errata.not_uploaded") : STR("cli.errata.not_renewed"),
		    done.folder, buf_str(why));
		c->status = 1;
	} else if (done.folder.n == 0) {
		cli_note(c, STR("cli.errata.no_site"));
	} else {
		cli_note(c, done.uploaded ? STR("cli.errata.uploaded") : STR("cli.errata.renewed"),
		    STR_INT((int64_t)done.pages), done.folder);
	}
	cli_note(c, STR("cli.errata.beyond"));
}

int
cmd_errata_decide(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	const struct count_writer writer = {c->archive, c->a, &vocab, &stamp};
	const struct viewer team = {VIEWER_TEAM};
	struct errata_report report;
	struct errata_decision decision;
	struct errata_done done;

	if (vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    errata_find(&reader, team, c->args[0], &report, e) != 0 ||
	    decision_read(c, &report, &decision, e) != 0 ||
	    errata_decide(&writer, &decision, &done, e) != 0)
		return -1;
	done_put(c, &done);
	if (decision.act == ERRATA_HIDE || decision.act == ERRATA_TAKE_DOWN)
		renew(c, &vocab);
	return 0;
}
