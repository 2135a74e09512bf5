#include "domain/archive/archive.h"
#include "domain/vocab/vocab.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"
#include "kit/os/file.h"

/* What its figures will be counted in, read and checked before anything is made. */
struct words {
	const struct vocab_file *files;
	size_t count;
};

static int
vocab_ready(struct cli *c, struct words *words, struct err *e)
{
	struct vocab vocab;
	struct str folder = option_of(&c->line, OPTION_VOCAB);

	if (opening_vocab_files(c, folder, &words->files, &words->count, e) != 0)
		return -1;
	return vocab_read(c->a, words->files, words->count, &vocab, e);
}

static int
vocab_write(
    struct cli *c, const struct archive_place *place, const struct words *words, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	size_t changed;

	if (opening_at(c, place, e) != 0)
		return -1;
	return vocab_store(c->archive, &stamp, words->files, words->count, &changed, e);
}

int
cmd_init(struct cli *c, struct err *e)
{
	struct str dir = c->args[0];
	struct words words;
	struct archive_place place = opening_place_new(c, dir);
	bool made = place.key_file.n > 0 && !file_exists(place.key_file);

	if (vocab_ready(c, &words, e) != 0 || archive_init(&place, e) != 0)
		return -1;
	if (vocab_write(c, &place, &words, e) != 0) {
		cli_note(c, STR("cli.init.unfinished"), dir);
		return -1;
	}
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_str(answer, STR("archive"), dir);
		json_set(answer, STR("key_file"),
		    place.key_file.n > 0 ? json_str(c->a, place.key_file) : json_null(c->a));
		cli_json(c, answer);
		return 0;
	}
	cli_say(c, STR("cli.init.made"), dir);
	if (place.key_file.n == 0)
		cli_say(c, STR("cli.init.passphrase"));
	else if (made)
		cli_say(c, STR("cli.init.key_made"), place.key_file);
	else
		cli_say(c, STR("cli.init.key_used"), place.key_file);
	return 0;
}
