#include "domain/record/record.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"

/* "place=almaty" */
static int
with_read(struct cli *c, struct record_statement *s, struct err *e)
{
	const struct option_values *given = &c->line.given[OPTION_WITH];
	struct record_qualifier *with = ARENA_ARRAY(c->a, struct record_qualifier, given->count);

	for (size_t i = 0; i < given->count; i++) {
		with[i].value = given->values[i];
		if (str_find(with[i].value, '=') == with[i].value.n)
			return err_fail(e, ERR_INPUT, STR("cli.state.with"), with[i].value);
		with[i].property = str_cut(&with[i].value, '=');
	}
	s->with = with;
	s->n_with = given->count;
	return 0;
}

static int
confidentiality_read(struct cli *c, struct record_statement *s, struct err *e)
{
	s->confidentiality = option_of(&c->line, OPTION_CONFIDENTIALITY);
	if (!option_has(&c->line, OPTION_PUBLIC))
		return 0;
	if (s->confidentiality.n > 0)
		return err_fail(e, ERR_INPUT, STR("cli.option.both"), STR("--public"),
		    STR("--confidentiality"));
	s->confidentiality = STR("public");
	return 0;
}

static int
statement_read(struct cli *c, struct record_statement *s, struct err *e)
{
	*s = (struct record_statement){
	    .record = c->args[0],
	    .property = c->args[1],
	    .lang = option_of(&c->line, OPTION_LANG),
	    .source = option_of(&c->line, OPTION_SOURCE),
	    .said_at = option_of(&c->line, OPTION_SAID_AT),
	    .basis = option_of(&c->line, OPTION_BASIS),
	    .credence = option_of(&c->line, OPTION_CREDENCE),
	    .checked = option_of(&c->line, OPTION_CHECKED),
	};
	if (s->lang.n == 0)
		s->lang = lang_code(c->lang);
	if (cli_text(c, c->args[2], STR("VALUE"), &s->value, e) != 0 ||
	    cli_text_of(c, OPTION_WORDS, &s->words, e) != 0 ||
	    cli_text_of(c, OPTION_SPEAKER, &s->speaker, e) != 0 ||
	    cli_text_of(c, OPTION_VIA, &s->via, e) != 0)
		return -1;
	return with_read(c, s, e) != 0 ? -1 : confidentiality_read(c, s, e);
}

int
cmd_state(struct cli *c, struct err *e)
{
	struct record_statement s;
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct record_writer writer = {c->archive, c->a, &vocab, &stamp};
	size_t fresh, at;

	if (statement_read(c, &s, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &vocab, e) != 0 ||
	    record_state(&writer, &s, 1, &fresh, &at, e) != 0)
		return -1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		json_set_str(answer, STR("id"), s.id);
		json_set_bool(answer, STR("added"), fresh > 0);
		json_set_bool(answer, STR("anchored"), s.anchored);
		cli_json(c, answer);
		return 0;
	}
	cli_say(c, fresh > 0 ? STR("cli.state.added") : STR("cli.state.same"), s.id);
	if (fresh > 0 && s.words.n > 0 && !s.anchored)
		cli_say(c, STR("cli.claim.no_anchor"), s.source);
	return 0;
}
