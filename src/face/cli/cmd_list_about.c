#include "domain/count/documented.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

static int
about_of(const struct cli *c, struct count_about *out, struct err *e)
{
	static const enum option_id needed[] = {OPTION_MEASURE, OPTION_PLACE, OPTION_DAYS};
	struct str truth = option_of(&c->line, OPTION_TRUTH);

	for (size_t i = 0; i < LENGTH(needed); i++)
		if (cli_needs(c, needed[i], e) != 0)
			return -1;
	*out = (struct count_about){
	    .measure = option_of(&c->line, OPTION_MEASURE),
	    .who = option_of(&c->line, OPTION_WHO),
	    .place = option_of(&c->line, OPTION_PLACE),
	    .days = option_of(&c->line, OPTION_DAYS),
	    .day_of = option_of(&c->line, OPTION_DAY_OF),
	};
	if (truth.n > 0 && (!str_to_int(truth, &out->truth) || out->truth < 1))
		return err_fail(e, ERR_INPUT, STR("people.truth"), truth);
	return 0;
}

static void
about_json(struct cli *c, const struct count_about *about, bool fresh)
{
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("event"), c->args[0]);
	json_set_str(answer, STR("measure"), about->measure);
	json_set_str(answer, STR("who"), about->who);
	json_set_str(answer, STR("place"), about->place);
	json_set_str(answer, STR("days"), about->days);
	json_set_str(answer, STR("day_of"), about->day_of);
	if (about->truth > 0)
		json_set_int(answer, STR("truth"), about->truth);
	json_set_bool(answer, STR("new"), fresh);
	cli_json(c, answer);
}

int
cmd_list_about(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct count_about about;
	struct vocab vocab;
	bool fresh;

	if (about_of(c, &about, e) != 0 || vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0)
		return -1;
	const struct count_writer writer = {c->archive, c->a, &vocab, &stamp};
	if (count_about_set(&writer, c->args[0], &about, &fresh, e) != 0)
		return -1;
	if (c->json)
		about_json(c, &about, fresh);
	else if (fresh)
		cli_say(c, STR("cli.list.about"), c->args[0],
		    arena_fmt(c->a, "%.*s, %.*s, %.*s", STR_ARG(about.measure),
			STR_ARG(about.place), STR_ARG(about.days)));
	else
		cli_say(c, STR("cli.list.about_same"));
	return 0;
}
