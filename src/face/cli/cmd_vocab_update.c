#include "domain/vocab/vocab.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_vocab_update(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	const struct vocab_file *files;
	size_t count, changed;

	if (opening_vocab_files(c, c->arg_count > 0 ? c->args[0] : STR(""), &files, &count, e) !=
		0 ||
	    vocab_store(c->archive, &stamp, files, count, &changed, e) != 0)
		return -1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_int(answer, STR("changed"), (int64_t)changed);
		cli_json(c, answer);
	} else if (changed == 0) {
		cli_say(c, STR("cli.vocab.same"));
	} else {
		cli_say(c, STR("cli.vocab.updated"), STR_INT((int64_t)changed));
	}
	return 0;
}
