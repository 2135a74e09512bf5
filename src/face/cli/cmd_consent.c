#include "domain/record/consent.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"
#include "face/cli/opening.h"

static struct json *
consent_json(struct cli *c, const struct record_consent *consent)
{
	struct json *o = json_object(c->a);

	json_set_str(o, STR("person"), consent->person);
	json_set_str(o, STR("use"), consent->use);
	json_set_str(o, STR("source"), consent->source);
	json_set_str(o, STR("given_by"), consent->given_by);
	json_set_str(o, STR("how"), consent->how);
	json_set_str(o, STR("until"), consent->until);
	json_set_bool(o, STR("withdrawn"), consent->withdrawn);
	if (consent->withdrawn)
		json_set_str(o, STR("why"), consent->why);
	return o;
}

/* Who gave it, in the language of the answer. */
static struct str
giver(struct cli *c, const struct vocab *vocab, struct str given_by)
{
	const struct vocab_term *term = vocab_term(vocab, STR("consent-given-by"), given_by);

	return term != NULL ? vocab_text(&term->label, lang_code(c->lang)) : given_by;
}

static void
list_text(struct cli *c, const struct vocab *vocab, const struct record_consents *all)
{
	for (size_t i = 0; i < all->count; i++) {
		const struct record_consent *consent = &all->at[i];
		column_pad(c->out, consent->use, 15);
		column_pad(c->out, consent->source, 18);
		if (consent->withdrawn)
			buf_fmt(c->out, "%.*s: %.*s",
			    STR_ARG(message_text(c->a, c->lang, STR("cli.consent.withdrawn"))),
			    STR_ARG(consent->why));
		else
			buf_put(c->out, giver(c, vocab, consent->given_by));
		if (!consent->withdrawn && consent->until.n > 0)
			buf_fmt(c->out, ", %.*s",
			    STR_ARG(message_text(
				c->a, c->lang, STR("cli.consent.until"), consent->until)));
		buf_putc(c->out, '\n');
	}
}

static int
consents_list(struct cli *c, const struct record_reader *reader, struct err *e)
{
	struct record person;
	struct record_consents all;

	if (record_find(reader, c->args[0], &person, e) != 0 ||
	    record_consents(reader, person.id, &all, e) != 0)
		return -1;
	if (c->json) {
		struct json *answer = json_object(c->a);
		struct json *rows = json_set_array(answer, STR("consents"));
		for (size_t i = 0; i < all.count; i++)
			json_push(rows, consent_json(c, &all.at[i]));
		cli_json(c, answer);
	} else if (all.count > 0) {
		list_text(c, reader->vocab, &all);
	} else {
		cli_say(c, STR("cli.consent.none"), record_name(&person));
	}
	return 0;
}

static int
consent_withdraw(struct cli *c, const struct record_writer *writer, struct record_consent *consent,
    struct err *e)
{
	struct str why = STR("");

	if (cli_needs(c, OPTION_WHY, e) != 0 || cli_text_of(c, OPTION_WHY, &why, e) != 0 ||
	    record_consent_withdraw(writer, consent, why, e) != 0)
		return -1;
	if (c->json)
		cli_json(c, consent_json(c, consent));
	else
		cli_say(c, STR("cli.consent.withdrawn_now"), consent->person, consent->use,
		    consent->source);
	return 0;
}

static int
consent_give(struct cli *c, const struct record_writer *writer, struct record_consent *consent,
    struct err *e)
{
	bool fresh;

	if (cli_needs(c, OPTION_GIVEN_BY, e) != 0 ||
	    record_consent_give(writer, consent, &fresh, e) != 0)
		return -1;
	if (c->json)
		cli_json(c, consent_json(c, consent));
	else
		cli_say(c, fresh ? STR("cli.consent.given") : STR("cli.consent.same"),
		    consent->person, consent->use, consent->source);
	return 0;
}

int
cmd_consent(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct record_writer writer = {c->archive, c->a, &vocab, &stamp};
	const struct record_reader reader = {archive_db(c->archive), c->a, &vocab, {VIEWER_TEAM}};
	struct record_consent consent = {
	    .person = c->args[0],
	    .source = option_of(&c->line, OPTION_SOURCE),
	    .use = option_of(&c->line, OPTION_USE),
	    .given_by = option_of(&c->line, OPTION_GIVEN_BY),
	    .how = option_of(&c->line, OPTION_HOW),
	    .until = option_of(&c->line, OPTION_UNTIL),
	};

	if (vocab_load(reader.db, c->a, &vocab, e) != 0)
		return -1;
	if (!option_has(&c->line, OPTION_USE))
		return consents_list(c, &reader, e);
	if (cli_needs(c, OPTION_SOURCE, e) != 0)
		return -1;
	return option_has(&c->line, OPTION_WITHDRAW) ? consent_withdraw(c, &writer, &consent, e)
						     : consent_give(c, &writer, &consent, e);
}
