#include "domain/count/claim.h"
#include "domain/record/record.h"
#include "domain/vocab/vocab.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

/* Figures and records are kept in ids of the vocabulary: without one of them they could not be
 * read. */
static int
archive_fits(struct cli *c, const struct vocab_file *files, size_t count, struct err *e)
{
	struct vocab vocab;
	struct count_claims claims;
	struct err why = {0};
	struct buf *said = buf_on(c->a);

	if (vocab_read(c->a, files, count, &vocab, e) != 0)
		return -1;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	const struct record_reader records = {reader.db, c->a, &vocab, {VIEWER_TEAM}};
	if (count_claims(&reader, STR(""), true, &claims, &why) == 0 &&
	    record_vocab_fits(&records, &why) == 0)
		return 0;
	message_err(said, c->lang, &why);
	return err_fail(e, why.code, STR("cli.vocab.needed"), buf_str(said));
}

int
cmd_vocab_update(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	const struct vocab_file *files;
	size_t count, changed;

	if (opening_vocab_files(c, c->arg_count > 0 ? c->args[0] : STR(""), &files, &count, e) !=
		0 ||
	    archive_fits(c, files, count, e) != 0 ||
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
