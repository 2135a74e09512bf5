#include "domain/advocacy/advocacy.h"
#include "face/cli/act_view.h"
#include "face/cli/cli.h"
#include "face/cli/record_view.h"
#include "face/say/advocacy_json.h"

/* An act has a shape of its own; with --all it is shown as any other record, with ids. */
static int
act_show(
    struct cli *c, const struct record_reader *records, const struct record *record, struct err *e)
{
	const struct advocacy_reader reader = {records, lang_code(c->lang)};
	struct advocacy_act act;

	if (advocacy_act(&reader, record, &act, e) != 0)
		return -1;
	if (c->json)
		cli_json(c, advocacy_json_act(c->a, &act));
	else
		act_view_text(c, records->vocab, &act);
	return 0;
}

int
cmd_record_show(struct cli *c, struct err *e)
{
	struct vocab vocab;
	const struct record_reader reader = {archive_db(c->archive), c->a, &vocab, {VIEWER_TEAM}};
	struct record record;
	struct record_sheet sheet;

	if (vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    record_find(&reader, c->args[0], &record, e) != 0 ||
	    record_read(&reader, &record, &sheet, e) != 0)
		return -1;
	if (str_eq(record.kind, STR("act")) && sheet.n_properties > 0 &&
	    !option_has(&c->line, OPTION_ALL))
		return act_show(c, &reader, &record, e);
	if (c->json)
		cli_json(c, record_view_json(c, &reader, &sheet));
	else
		record_view_text(c, &reader, &sheet);
	return 0;
}
