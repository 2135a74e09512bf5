#include "domain/count/claim.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

int
cmd_claim_withdraw(struct cli *c, struct err *e)
{
	struct vocab vocab;
	struct count_claim claim;
	struct archive_stamp stamp = opening_stamp(c);
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	struct str why = STR("");

	if (cli_needs(c, OPTION_WHY, e) != 0 || cli_text_of(c, OPTION_WHY, &why, e) != 0 ||
	    vocab_load(reader.db, c->a, &vocab, e) != 0 ||
	    count_find(&reader, c->args[0], &claim, e) != 0 ||
	    count_withdraw(c->archive, &stamp, &claim, why, e) != 0)
		return -1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_str(answer, STR("id"), count_claim_id(&claim));
		json_set_bool(answer, STR("withdrawn"), true);
		cli_json(c, answer);
	} else {
		cli_say(c, STR("cli.claim.withdrawn_now"), count_claim_id(&claim));
	}
	return 0;
}
