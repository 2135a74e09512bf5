#include "domain/intake/intake.h"
#include "face/cli/cli.h"
#include "face/cli/import_view.h"
#include "face/cli/opening.h"
#include "face/cli/progress.h"
#include "face/cli/table_file.h"
#include "kit/os/file.h"

#define TABLE_BYTES (256 << 20)
#define FILE_MODE 0600 /* what is written may name people */

/* What the command was asked to do. */
struct asked {
	struct str file, map, as, save, bad;
	struct str bytes; /* of the file */
	bool known;       /* map is no file, but a form that we know */
	bool ftm;         /* the file is no table, but entities of FollowTheMoney */
	bool statements;  /* record import: the table has our own columns */
	bool guess, dry, skip, all;
};

static int
read_asked(struct cli *c, struct asked *out, struct err *e)
{
	*out = (struct asked){
	    .file = c->args[0],
	    .map = option_of(&c->line, OPTION_MAP),
	    .as = option_of(&c->line, OPTION_AS),
	    .save = option_of(&c->line, OPTION_SAVE_MAP),
	    .bad = option_of(&c->line, OPTION_SKIP_BAD),
	    .guess = option_has(&c->line, OPTION_GUESS),
	    .skip = option_has(&c->line, OPTION_SKIP_BAD),
	    .all = option_has(&c->line, OPTION_ALL),
	    .statements = str_eq(c->command->name, STR("record")),
	};
	out->known = intake_form_known(out->map);
	if (out->guess && out->map.n > 0 && !out->known)
		return err_fail(e, ERR_INPUT, STR("cli.import.map_or_guess"));
	/* A guess that nobody has seen is only looked at: a form says how columns are written, and
	 * what its questions mean is guessed. */
	out->dry = option_has(&c->line, OPTION_DRY_RUN) ||
	    ((out->map.n == 0 || out->known) && !out->guess && !out->statements);
	return 0;
}

static int
guess_map(struct cli *c, const struct asked *asked, const struct record_reader *reader,
    struct import_view *view, struct intake_map *map, struct err *e)
{
	struct str wish = asked->known ? asked->map : STR("");
	struct intake_guess guess = {
	    .vocab = reader->vocab, .table = view->file, .kind = asked->as};

	if (intake_form_of(c->a, view->file, wish, &guess.form, e) != 0 ||
	    intake_form_parent(reader, &guess.form, view->file, &guess.parent, e) != 0)
		return -1;
	view->form = guess.form;
	view->guessed = true;
	return intake_map_guess(c->a, &guess, map, e);
}

static int
read_map(struct cli *c, struct str path, struct intake_map *map, struct err *e)
{
	struct str text;

	return file_read_all(c->a, path, TABLE_BYTES, &text, e) != 0
	    ? -1
	    : intake_map_read(c->a, text, map, e);
}

static int
get_map(struct cli *c, const struct asked *asked, const struct vocab *vocab,
    struct import_view *view, struct intake_map *map, struct err *e)
{
	const struct record_reader reader = {archive_db(c->archive), c->a, vocab, {VIEWER_TEAM}};
	struct str sheet = option_of(&c->line, OPTION_SHEET);
	struct buf *file = buf_on(c->a);
	bool guessed = asked->map.n == 0 || asked->known;

	view->form = (struct intake_form){STR(""), STR(""), NULL, 0};
	if ((guessed ? guess_map(c, asked, &reader, view, map, e)
		     : read_map(c, asked->map, map, e)) != 0 ||
	    intake_titles_read(&reader, map, &map->titles, e) != 0)
		return -1;
	map->file = intake_stem(c->a, asked->file);
	map->sheet = sheet.n > 0 ? intake_stem(c->a, sheet) : map->file;
	if (asked->save.n == 0)
		return 0;
	intake_map_write(file, map);
	return file_write_atomic(asked->save, file->p, file->n, FILE_MODE, e);
}

static int
get_file(struct cli *c, struct str path, struct str bytes, struct intake_file *out, struct err *e)
{
	struct str title = STR("");

	if (cli_text_of(c, OPTION_TITLE, &title, e) != 0)
		return -1;
	*out = (struct intake_file){
	    .path = path,
	    .bytes = bytes,
	    .source = option_of(&c->line, OPTION_SOURCE),
	    .title = title,
	    .kind = option_of(&c->line, OPTION_KIND),
	    .is_public = option_has(&c->line, OPTION_PUBLIC),
	};
	return 0;
}

/* What happened, and what to do next. */
static int
say_text(struct cli *c, const struct asked *asked, const struct import_view *v, struct err *e)
{
	struct str statements = STR_INT((int64_t)v->table->fresh);
	struct str records = STR_INT((int64_t)v->table->records);
	struct str refused = STR_INT((int64_t)v->made->left_out);

	if (v->guessed)
		import_view_map(c, v);
	if (asked->ftm)
		import_view_ftm(c, v);
	if (asked->all || !asked->skip)
		import_view_lines(c, v, asked->all);
	if (v->made->left_out > 0 && !asked->skip)
		return err_fail(e, ERR_INPUT, STR("cli.import.bad"), refused, asked->file);
	if (asked->skip && v->made->left_out > 0)
		cli_say(c, STR("cli.import.skipped"), refused, asked->bad);
	if (asked->statements)
		cli_say(c, asked->dry ? STR("cli.record.dry") : STR("cli.record.imported"),
		    statements, records, STR_INT((int64_t)v->table->unchanged));
	else if (v->written)
		cli_say(c, STR("cli.import.written"), statements, records, v->made->id);
	else if (!asked->dry || v->table->fresh + v->table->records == 0)
		cli_say(c, STR("cli.import.nothing"));
	else
		cli_say(c, STR("cli.import.would"), statements, records);
	if (asked->dry && v->guessed && !asked->guess)
		cli_say(c, STR("cli.import.next"));
	return 0;
}

/* A table by its map. */
static int
read_table(struct cli *c, const struct asked *asked, const struct vocab *vocab,
    struct import_view *v, struct record_table *rows, struct err *e)
{
	struct csv *table = ARENA_NEW(c->a, struct csv);
	struct intake_map *map = ARENA_NEW(c->a, struct intake_map);

	v->file = table;
	v->map = map;
	if (table_file_read(c, c->a, asked->file, TABLE_BYTES, table, e) != 0 ||
	    get_map(c, asked, vocab, v, map, e) != 0 ||
	    intake_rows(c->a, vocab, table, map, rows, e) != 0)
		return -1;
	v->n_left_out = intake_left_out(c->a, table, map, &v->left_out);
	return 0;
}

/* Entities need no map: their schemata and properties have one meaning. */
static int
read_ftm(struct cli *c, const struct asked *asked, const struct vocab *vocab, struct import_view *v,
    struct record_table *rows, struct err *e)
{
	struct intake_ftm *ftm = ARENA_NEW(c->a, struct intake_ftm);

	if (asked->save.n > 0 || asked->as.n > 0)
		return err_fail(e, ERR_INPUT, STR("cli.import.ftm_map"));
	if (intake_ftm_rows(c->a, vocab, asked->bytes, ftm, e) != 0)
		return -1;
	*rows = ftm->rows;
	v->file = &ftm->lines;
	v->map = ARENA_NEW(c->a, struct intake_map);
	v->form = (struct intake_form){STR("ftm"), STR("FollowTheMoney"), NULL, 0};
	v->left_out = ftm->left_out;
	v->n_left_out = ftm->n_left_out;
	return 0;
}

/* Nor do statements as guvoh itself writes them. */
static int
read_statements(struct cli *c, const struct asked *asked, struct import_view *v,
    struct record_table *rows, struct err *e)
{
	struct csv *table = ARENA_NEW(c->a, struct csv);

	v->file = table;
	v->map = ARENA_NEW(c->a, struct intake_map);
	v->form = (struct intake_form){STR("statements"), STR(""), NULL, 0};
	return table_file_read(c, c->a, asked->file, TABLE_BYTES, table, e) != 0
	    ? -1
	    : record_table_read(c->a, table, rows, e);
}

static int
read_rows(struct cli *c, const struct asked *asked, const struct vocab *vocab,
    struct import_view *v, struct record_table *rows, struct err *e)
{
	if (asked->statements)
		return read_statements(c, asked, v, rows, e);
	return asked->ftm ? read_ftm(c, asked, vocab, v, rows, e)
			  : read_table(c, asked, vocab, v, rows, e);
}

/* Statements name their sources, and what they say is told apart by that; all else is of the file.
 */
static int
write_rows(struct cli *c, const struct asked *asked, const struct record_writer *writer,
    struct record_table *table, struct intake *made, struct err *e)
{
	enum record_how how = asked->skip ? (asked->dry ? RECORD_GOOD_DRY : RECORD_GOOD)
					  : (asked->dry ? RECORD_DRY : RECORD_ALL);
	struct intake_file file;

	if (!asked->statements)
		return get_file(c, asked->file, asked->bytes, &file, e) != 0
		    ? -1
		    : intake_import(writer, &file, how, table, made, e);
	table->steps.rows = table->count;
	table->steps.passes = asked->dry ? 1 : 2;
	if (record_import(writer, how, table, e) != 0)
		return -1;
	*made = (struct intake){.id = STR(""),
	    .source = STR(""),
	    .lines = table->count - table->refused,
	    .left_out = table->refused};
	return 0;
}

static int
take_in(struct cli *c, const struct asked *asked, const struct record_writer *writer,
    struct import_view *v, struct err *e)
{
	static struct intake made;
	struct record_table *table = ARENA_NEW(c->a, struct record_table);

	if (read_rows(c, asked, writer->vocab, v, table, e) != 0)
		return -1;
	struct progress progress = progress_begin(c);
	table->steps = (struct record_steps){.tick = progress_on_tick, .arg = &progress};
	int r = write_rows(c, asked, writer, table, &made, e);
	progress_end(&progress);
	if (r != 0)
		return -1;
	v->table = table;
	v->made = &made;
	v->written =
	    !asked->dry && (asked->skip || made.left_out == 0) && table->fresh + table->records > 0;
	if (!asked->skip || made.left_out == 0)
		return 0;
	struct str bad = import_view_bad(c, v);
	return file_write_atomic(asked->bad, bad.p, bad.n, FILE_MODE, e);
}

int
cmd_import(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct record_writer writer = {c->archive, c->a, &vocab, &stamp};
	struct asked asked;
	struct import_view view = {0};

	if (read_asked(c, &asked, e) != 0 ||
	    file_read_all(c->a, asked.file, TABLE_BYTES, &asked.bytes, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0)
		return -1;
	asked.ftm = !asked.statements &&
	    (str_eq(asked.map, STR("ftm")) || (asked.map.n == 0 && intake_ftm_is(asked.bytes)));
	if (take_in(c, &asked, &writer, &view, e) != 0)
		return -1;
	if (!c->json)
		return say_text(c, &asked, &view, e);
	import_view_json(c, &view);
	return view.made->left_out > 0 && !asked.skip
	    ? err_fail(e, ERR_INPUT, STR("cli.import.bad"), STR_INT((int64_t)view.made->left_out),
		  asked.file)
	    : 0;
}
