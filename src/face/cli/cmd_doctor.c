#include "base/date.h"
#include "domain/archive/backup.h"
#include "domain/archive/health.h"
#include "domain/setting/setting.h"
#include "face/cli/cli.h"
#include "face/cli/history.h"
#include "face/cli/opening.h"
#include "kit/os/clock.h"
#include "kit/os/env.h"
#include "kit/os/file.h"
#include "kit/os/machine.h"
#include "kit/os/program.h"

#define SPACE_LEAST ((uint64_t)256 << 20) /* bytes free on the disk of the archive */
#define HISTORY_BYTES_MAX ((size_t)64 << 20)

/* What one check found: nothing to do, something to do, or nothing that it could look at. */
enum state {
	WELL,
	MEND,
	HIDDEN,
};

struct doctor {
	struct cli *c;
	struct archive_place place;
	struct archive_verdict verdict;
	struct err unopened; /* why the archive is not open, when it is not */
	struct archive_health health;
	struct json *list; /* NULL: text */
	int64_t mend;
};

static const char *const state_names[] = {"well", "mend", "hidden"};
static const char *const state_marks[] = {"+", "!", "?"};

/* One line of the answer. */
#define REPORT(d, check, state, ...)                                                               \
	report((d), STR(check), (state), (const struct str[MESSAGE_ARGS + 2]){__VA_ARGS__})

static void
report(struct doctor *d, struct str check, enum state state, const struct str *text)
{
	struct str sentence = message_list(d->c->a, d->c->lang, text);

	d->mend += state == MEND;
	if (d->list == NULL) {
		buf_fmt(d->c->out, "%s %.*s\n", state_marks[state], STR_ARG(sentence));
		return;
	}
	struct json *row = json_push_object(d->list);
	json_set_str(row, STR("check"), check);
	json_set_str(row, STR("state"), str_of(state_names[state]));
	json_set_str(row, STR("text"), sentence);
}

/* --- The archive ---------------------------------------------------------------------------- */

static void
check_archive(struct doctor *d)
{
	const struct archive_verdict *v = &d->verdict;
	struct buf *said = buf_on(d->c->a);

	if (!v->sound) {
		message_err(said, d->c->lang, &v->damage);
		REPORT(d, "archive", MEND, STR("cli.doctor.damaged"), buf_str(said));
	} else {
		REPORT(d, "archive", WELL, STR("cli.verify.sound"), cli_number(d->c, v->entries),
		    cli_number(d->c, v->blobs));
	}
}

/* False: it is not open, and the answer says so once. */
static bool
check_open(struct doctor *d)
{
	struct buf *said = buf_on(d->c->a);

	if (d->c->archive != NULL)
		return true;
	message_err(said, d->c->lang, &d->unopened);
	REPORT(d, "open", HIDDEN, STR("cli.doctor.unopened"), buf_str(said));
	return false;
}

static void
check_snapshot(struct doctor *d)
{
	switch (d->health.snapshot) {
	case ARCHIVE_SNAPSHOT_NONE:
		REPORT(d, "snapshot", WELL, STR("cli.doctor.snapshot.none"));
		break;
	case ARCHIVE_SNAPSHOT_FITS:
		REPORT(d, "snapshot", WELL, STR("cli.doctor.snapshot.fits"),
		    cli_number(d->c, d->health.behind));
		break;
	case ARCHIVE_SNAPSHOT_OTHER:
		REPORT(d, "snapshot", WELL, STR("cli.doctor.snapshot.other"));
		break;
	case ARCHIVE_SNAPSHOT_DAMAGED:
		REPORT(d, "snapshot", MEND, STR("cli.doctor.snapshot.damaged"));
		break;
	}
}

static void
check_end(struct doctor *d)
{
	bool knows = d->health.remembered == archive_entries(d->c->archive);

	REPORT(d, "end", knows ? WELL : MEND,
	    knows ? STR("cli.doctor.end.knows") : STR("cli.doctor.end.behind"),
	    cli_number(d->c, d->health.remembered));
}

static void
check_clock(struct doctor *d)
{
	char room[21];
	struct str now = date_of_moment(clock_seconds(), room);
	bool behind = str_cmp(now, d->health.last_at) < 0;

	if (behind)
		REPORT(d, "clock", MEND, STR("cli.doctor.clock.behind"), now, d->health.last_at);
	else
		REPORT(d, "clock", WELL, STR("cli.doctor.clock.well"));
}

/* --- Keys ----------------------------------------------------------------------------------- */

static void
check_copies(struct doctor *d)
{
	struct archive_copy *all;
	size_t n = 0, old = 0;
	struct err e;

	if (archive_copies(d->c->archive, d->c->a, &all, &n, &e) != 0)
		return;
	for (size_t i = 0; i < n; i++) {
		if (all[i].old)
			REPORT(d, "copies", MEND, STR("cli.copy.old"), all[i].folder,
			    str_sub(all[i].at, 0, 10));
		old += all[i].old;
	}
	for (size_t i = 0; i < d->health.stray_count; i++)
		REPORT(d, "copies", MEND, STR("cli.doctor.copies.stray"), d->health.strays[i]);
	if (n == 0)
		REPORT(d, "copies", MEND, STR("cli.doctor.copies.none"));
	else if (old == 0 && d->health.stray_count == 0)
		REPORT(
		    d, "copies", WELL, STR("cli.doctor.copies.well"), cli_number(d->c, (int64_t)n));
}

static void
check_folder(struct doctor *d)
{
	struct file_facts facts;
	struct err e;

	if (file_look(d->place.dir, &facts, &e) != 0)
		return;
	if (facts.others != 0)
		REPORT(d, "folder", MEND, STR("cli.doctor.others"), d->place.dir, STR("700"));
	else
		REPORT(d, "folder", WELL, STR("cli.doctor.folder.well"));
}

/* The key file is for its owner alone, and not where whoever takes the archive takes it too. */
static void
check_key_file(struct doctor *d)
{
	struct file_facts archive, key;
	struct str file = d->place.key_file;
	struct err e;

	if (file.n == 0 || file_look(file, &key, &e) != 0 ||
	    file_look(d->place.dir, &archive, &e) != 0) {
		REPORT(d, "key-file", HIDDEN, STR("cli.doctor.key.none"));
		return;
	}
	if (key.others != 0)
		REPORT(d, "key-file", MEND, STR("cli.doctor.others"), file, STR("600"));
	if (key.device == archive.device)
		REPORT(d, "key-file", MEND, STR("cli.doctor.key.beside"), file);
	else if (key.others == 0)
		REPORT(d, "key-file", WELL, STR("cli.doctor.key.well"));
}

/* --- Programs that the archive's settings name ---------------------------------------------- */

/* What would be run: the command's first word, or curl where an address is called. */
static struct str
program_of(struct str command)
{
	struct str words[PROGRAM_WORDS];

	if (str_starts(command, STR("https://")) || str_starts(command, STR("http://")))
		return STR("curl");
	return program_words(command, STR(""), words) > 0 ? words[0] : STR("");
}

/* Nothing is said of a setting that nobody has set. */
static void
check_program(struct doctor *d, enum setting setting)
{
	struct str command, name = setting_name(setting);
	struct err e;

	if (setting_get(archive_db(d->c->archive), d->c->a, setting, &command, &e) != 0 ||
	    str_trim(command).n == 0)
		return;
	struct str program = program_of(command);
	bool found = program_found(program);
	report(d, name, found ? WELL : MEND,
	    (const struct str[MESSAGE_ARGS + 2]){
		found ? STR("cli.doctor.program.found") : STR("cli.doctor.program.none"), name,
		program});
}

/* --- The computer --------------------------------------------------------------------------- */

static void
check_swap(struct doctor *d)
{
	struct str where;

	switch (machine_swap(d->c->a, &where)) {
	case MACHINE_SWAP_NONE:
		REPORT(d, "swap", WELL, STR("cli.doctor.swap.none"));
		break;
	case MACHINE_SWAP_SEALED:
		REPORT(d, "swap", WELL, STR("cli.doctor.swap.sealed"));
		break;
	case MACHINE_SWAP_OPEN:
		REPORT(d, "swap", MEND, STR("cli.doctor.swap.open"), where);
		break;
	case MACHINE_SWAP_HIDDEN:
		REPORT(d, "swap", HIDDEN, STR("cli.doctor.swap.hidden"));
		break;
	}
}

static int64_t
history_look(struct doctor *d, struct str path)
{
	struct str text;
	struct err e;

	if (file_read_all(d->c->a, path, HISTORY_BYTES_MAX, &text, &e) != 0)
		return 0;
	int64_t lines = history_lines(text);
	if (lines > 0)
		REPORT(d, "history", MEND, STR("cli.doctor.history.words"), cli_number(d->c, lines),
		    path);
	return lines;
}

static void
check_history(struct doctor *d)
{
	static const struct str names[] = {STR_INIT(".bash_history"), STR_INIT(".zsh_history"),
	    STR_INIT(".ash_history"), STR_INIT(".local/share/fish/fish_history")};
	struct str home, own = env_get("HISTFILE");
	int64_t lines = own.n > 0 ? history_look(d, own) : 0;
	struct err e;

	if (env_folder(d->c->a, ENV_HOME, &home, &e) != 0)
		return;
	for (size_t i = 0; i < LENGTH(names); i++) {
		struct str path = file_join(d->c->a, home, names[i]);

		if (!str_eq(path, own))
			lines += history_look(d, path);
	}
	if (lines == 0)
		REPORT(d, "history", WELL, STR("cli.doctor.history.well"));
}

static void
check_space(struct doctor *d)
{
	uint64_t bytes;
	struct err e;

	if (machine_space(d->place.dir, &bytes, &e) != 0)
		return;
	REPORT(d, "space", bytes < SPACE_LEAST ? MEND : WELL,
	    bytes < SPACE_LEAST ? STR("cli.doctor.space.little") : STR("cli.doctor.space.well"),
	    cli_number(d->c, (int64_t)(bytes >> 20)));
}

/* --- All of it ------------------------------------------------------------------------------ */

/* Looks, with the key when it is at hand; what cannot be opened is a finding and no failure. */
static int
look(struct doctor *d, struct err *e)
{
	struct cli *c = d->c;
	int looked = archive_verify(&d->place, &d->verdict, e);

	if (looked != 0 && str_eq(str_of(e->key), STR("os.end"))) {
		d->place.ask = NULL;
		looked = archive_verify(&d->place, &d->verdict, e);
	}
	if (looked != 0)
		return -1;
	if (opening_at(c, &d->place, &d->unopened) != 0)
		return 0;
	return archive_health(c->archive, c->a, &d->health, e);
}

static void
checks_run(struct doctor *d)
{
	check_archive(d);
	if (check_open(d)) {
		check_snapshot(d);
		check_end(d);
		check_clock(d);
		check_copies(d);
		check_program(d, SETTING_ON_CALL);
		check_program(d, SETTING_UPLOAD);
	}
	check_folder(d);
	check_key_file(d);
	check_swap(d);
	check_history(d);
	check_space(d);
}

int
cmd_doctor(struct cli *c, struct err *e)
{
	struct doctor d = {.c = c, .place = opening_place_kept(c)};
	struct json *answer = json_object(c->a);

	if (look(&d, e) != 0)
		return -1;
	if (c->json)
		d.list = json_array(c->a);
	checks_run(&d);
	c->status = d.mend == 0 ? 0 : 1;
	if (c->json) {
		json_set_bool(answer, STR("well"), d.mend == 0);
		json_set(answer, STR("checks"), d.list);
		cli_json(c, answer);
	} else if (d.mend == 0) {
		cli_say(c, STR("cli.doctor.well"));
	} else {
		cli_say(c, STR("cli.doctor.mend"), cli_number(c, d.mend));
	}
	return 0;
}
