#include "base/utf8.h"
#include "face/cli/errata_view.h"
#include "face/cli/opening.h"
#include "face/site/site_content.h"

static int
note_read(struct cli *c, struct errata_note *note, struct err *e)
{
	struct str kind = option_of(&c->line, OPTION_KIND);

	*note = (struct errata_note){.slug = c->args[0], .lang = option_of(&c->line, OPTION_LANG)};
	if (cli_needs(c, OPTION_LANG, e) != 0 || cli_needs(c, OPTION_REVISION, e) != 0 ||
	    cli_needs(c, OPTION_WORDS, e) != 0 || cli_needs(c, OPTION_KIND, e) != 0 ||
	    cli_text_of(c, OPTION_WORDS, &note->quote, e) != 0 ||
	    cli_text_of(c, OPTION_SUGGEST, &note->wording, e) != 0 ||
	    cli_text_of(c, OPTION_COMMENT, &note->comment, e) != 0)
		return -1;
	if (!errata_kind_of(kind, &note->kind))
		return err_fail(e, ERR_INPUT, STR("cli.errata.kind"), kind);
	struct str number = option_of(&c->line, OPTION_REVISION);
	if (!str_to_int(number, &note->number) || note->number < 1)
		return err_fail(e, ERR_INPUT, STR("cli.publication.number"), number);
	return 0;
}

/* Words that came by letter have no place: they must stand in the page once. */
static int
place_words(struct str page, struct errata_note *note, struct err *e)
{
	size_t at = str_search(page, note->quote);
	struct str rest = str_sub(page, at + note->quote.n, page.n);

	if (at == page.n || note->quote.n == 0)
		return err_fail(e, ERR_CONFLICT, STR("errata.moved"));
	if (str_search(rest, note->quote) < rest.n)
		return err_fail(e, ERR_INPUT, STR("cli.errata.several"));
	note->start = utf8_count(str_sub(page, 0, at));
	note->end = note->start + utf8_count(note->quote);
	return 0;
}

/* A report of danger reaches whoever is on call; that nobody was reached does not undo it. */
static void
ring(struct cli *c, const struct count_reader *reader, struct str code)
{
	struct buf *why = buf_on(c->a);
	struct err e = {0};
	bool rang;

	if (errata_ring(reader, code, &rang, &e) != 0) {
		message_err(why, c->lang, &e);
		cli_note(c, STR("cli.errata.not_rung"), buf_str(why));
	} else if (!rang) {
		cli_note(c, STR("cli.errata.nobody"));
	}
}

int
cmd_errata_add(struct cli *c, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	struct vocab vocab;
	const struct count_writer writer = {c->archive, c->a, &vocab, &stamp};
	struct site site = {
	    .a = c->a, .db = archive_db(c->archive), .vocab = &vocab, .url = STR("")};
	struct errata_note note;
	struct site_content content;
	struct errata_added added;

	if (note_read(c, &note, e) != 0 || vocab_load(site.db, c->a, &vocab, e) != 0 ||
	    site_content_of(&site, note.lang, note.slug, note.number, &content, e) != 0 ||
	    place_words(content.page.text, &note, e) != 0 ||
	    errata_add(&writer, &note, &content.page, &added, e) != 0)
		return -1;
	const struct count_reader reader = {archive_db(c->archive), c->a, &vocab, NULL};
	if (added.rings)
		ring(c, &reader, added.code);
	if (!c->json) {
		cli_say(
		    c, added.again ? STR("cli.errata.again") : STR("cli.errata.added"), added.code);
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("code"), added.code);
	json_set_bool(answer, STR("again"), added.again);
	json_set_bool(answer, STR("hidden"), added.hidden);
	cli_json(c, answer);
	return 0;
}
