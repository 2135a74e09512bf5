#include "domain/advocacy/advocacy.h"
#include "face/cli/act_view.h"
#include "face/cli/cli.h"
#include "face/say/advocacy_json.h"
#include "face/say/provision.h"

#define INDENT 4

/* Result, who found it, in whose words; what the state answered. */
static void
finding_put(struct cli *c, const struct advocacy_finding *f)
{
	struct buf *line = buf_on(c->a);
	const struct str parts[] = {
	    f->by.text, act_view_list(c, &f->tests), f->proof.text, f->text.text};

	for (size_t i = 0; i < LENGTH(parts); i++)
		if (parts[i].n > 0)
			buf_fmt(line, "%s%.*s", line->n > 0 ? "; " : "", STR_ARG(parts[i]));
	buf_fmt(c->out, "  %.*s\n", STR_ARG(record_name(&f->record)));
	act_view_line(c, INDENT, f->result.text.n > 0 ? f->result.text : record_name(&f->record),
	    buf_str(line));
	for (size_t i = 0; i < f->state_answers.count; i++)
		act_view_line(c, INDENT, message_text(c->a, c->lang, STR("advocacy.state_answer")),
		    f->state_answers.at[i].text);
}

/* "ICCPR 21  Right of peaceful assembly" */
static void
provision_put(struct cli *c, const struct advocacy_law *law, const struct advocacy_provision *p)
{
	buf_fmt(
	    c->out, "%.*s  %.*s\n", STR_ARG(provision_name(c->a, c->lang, p)), STR_ARG(p->label));
	for (size_t i = 0; i < p->n_findings; i++)
		finding_put(c, &law->findings[p->findings[i]]);
}

int
cmd_law(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct record_reader records = {archive_db(c->archive), c->a, &vocab, {VIEWER_TEAM}};
	const struct advocacy_reader reader = {&records, lang_code(c->lang)};
	struct record event;
	struct advocacy_law law;

	if (vocab_load(records.db, c->a, &vocab, e) != 0 ||
	    record_find(&records, c->args[0], &event, e) != 0 ||
	    advocacy_law(&reader, &event, &law, e) != 0)
		return -1;
	if (c->json) {
		cli_json(c, advocacy_json_law(c->a, &law));
		return 0;
	}
	for (size_t i = 0; i < law.n_provisions; i++)
		provision_put(c, &law, &law.provisions[i]);
	for (size_t i = 0; i < law.n_findings; i++)
		if (law.findings[i].provisions.count == 0)
			finding_put(c, &law.findings[i]);
	if (law.n_findings == 0)
		cli_say(c, STR("advocacy.no_findings"), record_name(&event));
	return 0;
}
