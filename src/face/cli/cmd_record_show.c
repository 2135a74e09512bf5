#include "domain/record/record.h"
#include "face/cli/cli.h"
#include "face/cli/record_view.h"

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
	if (c->json)
		cli_json(c, record_view_json(c, &reader, &sheet));
	else
		record_view_text(c, &reader, &sheet);
	return 0;
}
