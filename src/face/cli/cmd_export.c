#include "domain/export/export.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"
#include "face/cli/progress.h"
#include "kit/os/file.h"

/* A table on its way out: to stdout, or to a file that gets its name at the end. */
struct sending {
	struct progress progress;
	struct file *file; /* NULL: stdout */
};

static int
piece_put(void *arg, struct str bytes, struct err *e)
{
	struct sending *s = arg;

	if (s->file != NULL)
		return file_write_all(s->file, bytes.p, bytes.n, e);
	return cli_bytes(bytes, e);
}

static void
tick(void *arg, size_t done, size_t of)
{
	struct sending *s = arg;

	progress_tick(&s->progress, done, of);
}

/* --form, else what the name of the file says, else CSV; with --json, and for ftm, JSON Lines. */
static int
form_read(struct cli *c, enum export_what what, enum export_form *out, struct err *e)
{
	struct str form = option_of(&c->line, OPTION_FORM), file = option_of(&c->line, OPTION_OUT);

	if (form.n > 0)
		return export_form_of(form, out, e);
	bool lines =
	    str_ends(file, STR(".jsonl")) || (file.n == 0 && c->json) || what == EXPORT_FTM;
	bool book = str_ends(file, STR(".xlsx"));
	*out = lines ? EXPORT_JSONL : book ? EXPORT_XLSX : EXPORT_CSV;
	return 0;
}

static int
whom_read(struct cli *c, enum export_whom *out, struct err *e)
{
	struct str whom = option_of(&c->line, OPTION_FOR);

	if (whom.n > 0)
		return export_whom_of(whom, out, e);
	*out = option_has(&c->line, OPTION_PUBLIC) ? EXPORT_FOR_PUBLIC : EXPORT_FOR_OURS;
	return 0;
}

static int
reader_make(struct cli *c, struct export_reader *out, struct err *e)
{
	struct vocab *vocab = ARENA_NEW(c->a, struct vocab);
	struct export_reader reader = {c->archive, c->a, vocab, EXPORT_FOR_OURS, opening_day()};

	if (vocab_load(archive_db(c->archive), c->a, vocab, e) != 0 ||
	    whom_read(c, &reader.whom, e) != 0)
		return -1;
	*out = reader;
	return 0;
}

static int
send(struct cli *c, const struct export_reader *reader, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	struct str out = option_of(&c->line, OPTION_OUT);
	struct sending *s = ARENA_NEW(c->a, struct sending);

	*s = (struct sending){progress_begin(c), NULL};
	w->put = piece_put;
	w->tick = tick;
	w->arg = s;
	if (out.n > 0 && file_new(file_folder_of(out), &s->file, e) != 0)
		return -1;
	int r = export_table(reader, wish, w, e);
	if (r == 0 && s->file != NULL)
		r = file_keep(s->file, out, e);
	progress_end(&s->progress);
	file_close(s->file);
	return r;
}

static void
said(struct cli *c, const struct export_wish *wish, const struct export_writer *w)
{
	struct str out = option_of(&c->line, OPTION_OUT);

	if (out.n == 0)
		return;
	if (!c->json) {
		cli_say(c, STR("cli.export.done"), cli_number(c, (int64_t)w->rows), out);
		return;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("what"), export_what_name(wish->what));
	json_set_str(answer, STR("form"), export_form_name(w->form));
	json_set_str(answer, STR("file"), out);
	json_set_int(answer, STR("rows"), (int64_t)w->rows);
	cli_json(c, answer);
}

static int
table_export(struct cli *c, struct err *e)
{
	struct export_reader reader;
	struct export_wish wish = {
	    .kind = option_of(&c->line, OPTION_KIND),
	    .event = option_of(&c->line, OPTION_EVENT),
	    .all = option_has(&c->line, OPTION_ALL),
	};
	struct export_writer w = {.raw = option_has(&c->line, OPTION_RAW)};

	if (export_what_of(c->args[0], &wish.what, e) != 0 ||
	    form_read(c, wish.what, &w.form, e) != 0)
		return -1;
	/* No terminal shows it, and a file is for its owner alone. */
	if (w.form == EXPORT_XLSX && cli_needs(c, OPTION_OUT, e) != 0)
		return -1;
	if (opening_archive(c, false, e) != 0 || reader_make(c, &reader, e) != 0 ||
	    send(c, &reader, &wish, &w, e) != 0)
		return -1;
	said(c, &wish, &w);
	return 0;
}

/* --- Everything ----------------------------------------------------------------------------- */

/* A line or two for each thing in the folder, in the language of the command. */
static struct str
readme(struct cli *c, enum export_whom whom, struct str at)
{
	static const struct str keys[] = {STR_INIT("cli.export.readme.tables"),
	    STR_INIT("cli.export.readme.import"), STR_INIT("cli.export.readme.files"),
	    STR_INIT("cli.export.readme.vocab"), STR_INIT("cli.export.readme.publications"),
	    STR_INIT("cli.export.readme.manifest"), STR_INIT("cli.export.readme.withdrawn")};
	struct buf *b = buf_on(c->a);

	buf_put(b,
	    message_text(c->a, c->lang, STR("cli.export.readme"), export_whom_name(whom),
		str_sub(at, 0, 10)));
	buf_put(b, STR("\n\n"));
	for (size_t i = 0; i < LENGTH(keys); i++)
		buf_fmt(b, "%.*s\n", STR_ARG(message_text(c->a, c->lang, keys[i])));
	return buf_str(b);
}

static void
taken_said(struct cli *c, const struct export_taken *taken)
{
	struct str folder = option_of(&c->line, OPTION_EVERYTHING);

	if (!c->json) {
		cli_say(c, STR("cli.export.taken"), cli_number(c, taken->files), folder,
		    taken->whom, cli_number(c, taken->rows));
		cli_note(c, STR("cli.export.clear"), folder);
		if (taken->damaged > 0)
			cli_say(c, STR("cli.export.damaged"), cli_number(c, taken->damaged));
		return;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("folder"), folder);
	json_set_str(answer, STR("id"), taken->id);
	json_set_str(answer, STR("for"), taken->whom);
	json_set_int(answer, STR("files"), taken->files);
	json_set_int(answer, STR("rows"), taken->rows);
	json_set_int(answer, STR("bytes"), taken->bytes);
	json_set_int(answer, STR("damaged"), taken->damaged);
	json_set_str(answer, STR("manifest"), taken->manifest);
	cli_json(c, answer);
}

static int
everything_export(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct sending *s = ARENA_NEW(c->a, struct sending);
	struct export_folder folder = {
	    .path = option_of(&c->line, OPTION_EVERYTHING), .tick = tick, .arg = s};
	struct export_reader reader;
	struct export_taken taken;

	*s = (struct sending){progress_begin(c), NULL};
	if (!option_has(&c->line, OPTION_PUBLIC) && cli_needs(c, OPTION_FOR, e) != 0)
		return -1;
	if (cli_text_of(c, OPTION_NOTE, &folder.note, e) != 0 || opening_archive(c, true, e) != 0 ||
	    reader_make(c, &reader, e) != 0)
		return -1;
	folder.readme = readme(c, reader.whom, stamp.at);
	int r = export_take(&reader, &stamp, &folder, &taken, e);
	progress_end(&s->progress);
	if (r != 0)
		return -1;
	taken_said(c, &taken);
	c->status = taken.damaged == 0 ? 0 : 1;
	return 0;
}

int
cmd_export(struct cli *c, struct err *e)
{
	bool everything = option_has(&c->line, OPTION_EVERYTHING);

	if (everything == (c->arg_count > 0))
		return err_fail(e, ERR_INPUT, STR("cli.export.which"));
	return everything ? everything_export(c, e) : table_export(c, e);
}
