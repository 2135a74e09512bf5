#include "domain/count/claim.h"
#include "face/cli/cli.h"
#include "face/cli/event.h"
#include "face/cli/opening.h"
#include "face/cli/table_file.h"

#define TABLE_BYTES (64 << 20)

static const struct str verdict_names[] = {
    [COUNT_NEW] = STR_INIT("new"),
    [COUNT_UNCHANGED] = STR_INIT("unchanged"),
    [COUNT_REFUSED] = STR_INIT("refused"),
};

static const struct str verdict_keys[] = {
    [COUNT_NEW] = STR_INIT("cli.import.new"),
    [COUNT_UNCHANGED] = STR_INIT("cli.import.unchanged"),
    [COUNT_REFUSED] = STR_INIT("cli.import.refused"),
};

static struct str
reason(struct cli *c, const struct count_row *row)
{
	struct buf *b = buf_on(c->a);

	if (row->verdict == COUNT_REFUSED)
		message_err(b, c->lang, &row->err);
	return buf_str(b);
}

static void
rows_json(struct cli *c, const struct count_table *table, bool written)
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("rows"));

	for (size_t i = 0; i < table->n_rows; i++) {
		const struct count_row *row = &table->rows[i];
		struct json *item = json_push_object(rows);
		json_set_int(item, STR("line"), (int64_t)row->line);
		json_set_str(item, STR("id"), row->id);
		json_set_str(item, STR("verdict"), verdict_names[row->verdict]);
		if (row->verdict == COUNT_REFUSED) {
			json_set_str(item, STR("key"), str_of(row->err.key));
			json_set_str(item, STR("text"), reason(c, row));
		}
	}
	json_set_bool(answer, STR("written"), written);
	cli_json(c, answer);
}

static void
rows_text(struct cli *c, const struct count_table *table)
{
	size_t width = 2;

	for (size_t i = 0; i < table->n_rows; i++) {
		if (table->rows[i].id.n > width && table->rows[i].id.n < 24)
			width = table->rows[i].id.n;
	}
	for (size_t i = 0; i < table->n_rows; i++) {
		const struct count_row *row = &table->rows[i];
		struct str verdict = message_text(c->a, c->lang, verdict_keys[row->verdict]);
		struct str why = reason(c, row);
		buf_fmt(c->out, "%5zu  %-*.*s  %.*s%s%.*s\n", row->line, (int)width,
		    STR_ARG(row->id), STR_ARG(verdict), why.n > 0 ? ": " : "", STR_ARG(why));
	}
}

int
cmd_claim_import(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct count_writer writer = {c->archive, c->a, &vocab, &stamp};
	struct count_table table;
	struct csv csv;
	bool dry = option_has(&c->line, OPTION_DRY_RUN);

	if (table_file_read(c, c->a, c->args[0], TABLE_BYTES, &csv, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    count_import(&writer, event_of_file(c, c->args[0]), &csv, dry, &table, e) != 0)
		return -1;
	size_t fresh = table.n_rows - table.refused - table.unchanged;
	bool written = !dry && table.refused == 0 && fresh > 0;
	if (c->json)
		rows_json(c, &table, written);
	else
		rows_text(c, &table);
	if (table.refused > 0)
		return err_fail(e, ERR_INPUT, STR("cli.import.none"),
		    STR_INT((int64_t)table.refused), c->args[0]);
	if (!c->json && dry)
		cli_say(c, STR("cli.import.dry"), STR_INT((int64_t)fresh),
		    STR_INT((int64_t)table.unchanged));
	else if (!c->json)
		cli_say(c, STR("cli.import.done"), STR_INT((int64_t)fresh),
		    STR_INT((int64_t)table.unchanged));
	return 0;
}
