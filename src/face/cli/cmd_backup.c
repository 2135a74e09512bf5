#include "domain/archive/backup.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

/* Copies that hold keys which were destroyed since. */
struct old {
	struct archive_copy *all;
	size_t n;
};

static void
answer_json(struct cli *c, const struct archive_copied *done, const struct old *old)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("folder"), c->args[0]);
	json_set_bool(answer, STR("begun"), done->begun);
	json_set_bool(answer, STR("noted"), done->noted);
	json_set_int(answer, STR("entries"), done->entries);
	json_set_int(answer, STR("new_entries"), done->new_entries);
	json_set_int(answer, STR("files"), done->files);
	json_set_int(answer, STR("new_files"), done->new_files);
	json_set_int(answer, STR("bytes"), done->bytes);
	json_set_int(answer, STR("destroyed"), done->destroyed);
	json_set_int(answer, STR("damaged"), done->damaged);
	struct json *list = json_set_array(answer, STR("old"));
	for (size_t i = 0; i < old->n; i++) {
		if (!old->all[i].old)
			continue;
		struct json *copy = json_push_object(list);
		json_set_str(copy, STR("at"), old->all[i].at);
		json_set_str(copy, STR("folder"), old->all[i].folder);
	}
	cli_json(c, answer);
}

static void
answer_text(struct cli *c, const struct archive_copied *done, const struct old *old)
{
	cli_say(c, done->begun ? STR("cli.backup.begun") : STR("cli.backup.grown"),
	    cli_number(c, done->entries), c->args[0], cli_number(c, done->files));
	cli_say(c, STR("cli.backup.new"), cli_number(c, done->new_entries),
	    cli_number(c, done->new_files), cli_number(c, done->bytes));
	if (done->destroyed > 0)
		cli_say(c, STR("cli.backup.destroyed"), cli_number(c, done->destroyed));
	if (done->damaged > 0)
		cli_say(c, STR("cli.backup.damaged"), cli_number(c, done->damaged),
		    str_of(done->damage.arg[0]));
	if (!done->noted)
		cli_say(c, STR("cli.backup.unnoted"));
	for (size_t i = 0; i < old->n; i++)
		if (old->all[i].old)
			cli_say(c, STR("cli.copy.old"), old->all[i].folder,
			    str_sub(old->all[i].at, 0, 10));
}

int
cmd_backup(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct archive_copied done;
	struct old old;

	if (archive_backup(c->archive, &stamp, c->args[0], opening_place(c).key_file, &done, e) !=
		0 ||
	    archive_copies(c->archive, c->a, &old.all, &old.n, e) != 0)
		return -1;
	if (c->json)
		answer_json(c, &done, &old);
	else
		answer_text(c, &done, &old);
	c->status = done.damaged == 0 ? 0 : 1;
	return 0;
}
