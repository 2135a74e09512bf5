#include "domain/record/record.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"
#include "face/cli/progress.h"
#include "face/cli/table_file.h"

#define TABLE_BYTES (64 << 20)

static const struct str verdict_names[] = {
    [RECORD_NEW] = STR_INIT("new"),
    [RECORD_UNCHANGED] = STR_INIT("unchanged"),
    [RECORD_REFUSED] = STR_INIT("refused"),
};

static struct str
reason(struct cli *c, const struct record_row *row)
{
	struct buf *b = buf_on(c->a);

	message_err(b, c->lang, row->err);
	return buf_str(b);
}

static void
rows_json(struct cli *c, const struct record_table *table, bool written)
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("rows"));

	for (size_t i = 0; i < table->count; i++) {
		const struct record_row *row = &table->rows[i];
		struct json *item = json_push_object(rows);
		json_set_int(item, STR("line"), (int64_t)row->line);
		json_set_str(item, STR("record"), row->statement.record);
		json_set_str(item, STR("property"), row->statement.property);
		json_set_str(item, STR("verdict"), verdict_names[row->verdict]);
		if (row->verdict == RECORD_REFUSED) {
			json_set_str(item, STR("key"), str_of(row->err->key));
			json_set_str(item, STR("text"), reason(c, row));
		}
	}
	json_set_int(answer, STR("records"), (int64_t)table->records);
	json_set_int(answer, STR("statements"), (int64_t)table->fresh);
	json_set_bool(answer, STR("written"), written);
	cli_json(c, answer);
}

/* Only what somebody has to mend: tables of statements are long. */
static void
refused_text(struct cli *c, const struct record_table *table)
{
	for (size_t i = 0; i < table->count; i++) {
		const struct record_row *row = &table->rows[i];
		if (row->verdict == RECORD_REFUSED)
			buf_fmt(c->out, "%5zu  %.*s %.*s: %.*s\n", row->line,
			    STR_ARG(row->statement.record), STR_ARG(row->statement.property),
			    STR_ARG(reason(c, row)));
	}
}

int
cmd_record_import(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct record_writer writer = {c->archive, c->a, &vocab, &stamp};
	struct record_table table;
	struct csv csv;
	bool dry = option_has(&c->line, OPTION_DRY_RUN);

	if (table_file_read(c, c->args[0], TABLE_BYTES, &csv, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    record_table_read(c->a, &csv, &table, e) != 0)
		return -1;
	struct progress progress = progress_begin(c);
	table.steps =
	    (struct record_steps){progress_on_tick, &progress, table.count, dry ? 1 : 2, 0};
	int r = record_import(&writer, dry ? RECORD_DRY : RECORD_ALL, &table, e);
	progress_end(&progress);
	if (r != 0)
		return -1;
	if (c->json)
		rows_json(c, &table, !dry && table.refused == 0 && table.fresh + table.records > 0);
	else
		refused_text(c, &table);
	if (table.refused > 0)
		return err_fail(e, ERR_INPUT, STR("cli.import.none"),
		    STR_INT((int64_t)table.refused), c->args[0]);
	if (!c->json)
		cli_say(c, dry ? STR("cli.record.dry") : STR("cli.record.imported"),
		    STR_INT((int64_t)table.fresh), STR_INT((int64_t)table.records),
		    STR_INT((int64_t)table.unchanged));
	return 0;
}
