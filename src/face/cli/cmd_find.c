#include "domain/count/claim.h"
#include "domain/find/find.h"
#include "domain/record/record.h"
#include "domain/source/source.h"
#include "face/cli/cli.h"
#include "face/cli/column.h"

#define MOST 50     /* hits that are shown */
#define ALL 1000000 /* with --all */
#define KIND_COLUMNS 13
#define ID_COLUMNS 18

/* What was found, as it is shown. */
struct hit {
	struct str kind, key; /* in JSON; of its word for people */
	struct str id, text;
	bool withdrawn;
};

struct finder {
	struct cli *c;
	struct vocab vocab;
};

static int
source_hit(struct finder *f, struct str id, struct hit *out, struct err *e)
{
	struct source source;

	if (source_find(archive_db(f->c->archive), f->c->a, id, &source, e) != 0)
		return -1;
	struct str shown = source.alias.n > 0 ? source.alias : source.id;
	*out = (struct hit){.id = shown, .text = source.title};
	return 0;
}

static int
claim_hit(struct finder *f, struct str id, struct hit *out, struct err *e)
{
	const struct count_reader reader = {archive_db(f->c->archive), f->c->a, &f->vocab, NULL};
	struct count_claim claim;

	if (count_find(&reader, id, &claim, e) != 0)
		return -1;
	*out = (struct hit){.id = count_claim_id(&claim),
	    .text = claim.text[COUNT_WORDS],
	    .withdrawn = claim.withdrawn};
	return 0;
}

static struct record_reader
records(struct finder *f)
{
	return (struct record_reader){archive_db(f->c->archive), f->c->a, &f->vocab, {VIEWER_TEAM}};
}

static int
record_hit(struct finder *f, struct str id, struct hit *out, struct err *e)
{
	const struct record_reader reader = records(f);
	struct record record;
	struct record_sheet sheet;

	if (record_find(&reader, id, &record, e) != 0 ||
	    record_read(&reader, &record, &sheet, e) != 0)
		return -1;
	*out = (struct hit){.id = record_name(&record),
	    .text = record_title(&reader, &sheet, lang_code(f->c->lang))};
	return 0;
}

/* "june name: Assembly on the square" */
static int
statement_hit(struct finder *f, struct str id, struct hit *out, struct err *e)
{
	const struct record_reader reader = records(f);
	struct record_statement s;

	if (record_statement_find(&reader, id, &s, e) != 0)
		return -1;
	const struct vocab_property *p = vocab_property(&f->vocab, s.subject.kind, s.property);
	struct str value = record_value_text(&f->vocab, p, s.value, lang_code(f->c->lang));
	struct str text = arena_fmt(
	    f->c->a, "%.*s %.*s: %.*s", STR_ARG(s.record), STR_ARG(s.property), STR_ARG(value));
	if (s.words.n > 0 && !str_eq(s.words, s.value))
		text = arena_fmt(f->c->a, "%.*s \"%.*s\"", STR_ARG(text), STR_ARG(s.words));
	*out = (struct hit){.id = s.id, .text = text, .withdrawn = s.withdrawn};
	return 0;
}

/* By the letter that an id begins with. */
static int
hit_of(struct finder *f, struct str id, struct hit *out, struct err *e)
{
	static const struct noun {
		char letter;
		struct str kind, key;
		int (*fn)(struct finder *f, struct str id, struct hit *out, struct err *e);
	} nouns[] = {
	    {'c', STR_INIT("claim"), STR_INIT("cli.find.claim"), claim_hit},
	    {'r', STR_INIT("record"), STR_INIT("cli.find.record"), record_hit},
	    {'s', STR_INIT("source"), STR_INIT("cli.find.source"), source_hit},
	    {'t', STR_INIT("statement"), STR_INIT("cli.find.statement"), statement_hit},
	};

	for (size_t i = 0; i < LENGTH(nouns); i++) {
		if (id.p[0] != nouns[i].letter)
			continue;
		int r = nouns[i].fn(f, id, out, e);
		out->kind = nouns[i].kind;
		out->key = nouns[i].key;
		return r;
	}
	return err_fail(e, ERR_BUG, STR("cli.find.noun"), id);
}

static void
hit_json(struct json *rows, const struct hit *hit)
{
	struct json *row = json_push_object(rows);

	json_set_str(row, STR("kind"), hit->kind);
	json_set_str(row, STR("id"), hit->id);
	json_set_str(row, STR("text"), hit->text);
	json_set_bool(row, STR("withdrawn"), hit->withdrawn);
}

static void
hit_text(struct cli *c, const struct hit *hit)
{
	column_pad(c->out, message_text(c->a, c->lang, hit->key), KIND_COLUMNS);
	column_pad(c->out, hit->id, ID_COLUMNS);
	buf_fmt(c->out, " %.*s", STR_ARG(hit->text));
	if (hit->withdrawn)
		buf_fmt(c->out, " (%.*s)",
		    STR_ARG(message_text(c->a, c->lang, STR("cli.claim.withdrawn"))));
	buf_putc(c->out, '\n');
}

/* The words of all arguments, so that none needs quotes. */
static int
words_given(struct cli *c, struct str *out, struct err *e)
{
	struct buf *words = buf_on(c->a);

	if (c->arg_count == 1)
		return cli_text(c, c->args[0], STR("WORDS"), out, e);
	for (size_t i = 0; i < c->arg_count; i++)
		buf_fmt(words, "%s%.*s", i > 0 ? " " : "", STR_ARG(c->args[i]));
	*out = buf_str(words);
	return 0;
}

int
cmd_find(struct cli *c, struct err *e)
{
	struct finder f = {.c = c};
	struct find_asked asked = {
	    .viewer = {VIEWER_TEAM}, .most = option_has(&c->line, OPTION_ALL) ? ALL : MOST};
	struct find_hits hits;
	struct hit hit;

	if (words_given(c, &asked.words, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, &f.vocab, e) != 0 ||
	    find_words(archive_db(c->archive), c->a, &asked, &hits, e) != 0)
		return -1;
	struct json *answer = json_object(c->a), *rows = json_set_array(answer, STR("hits"));
	for (size_t i = 0; i < hits.count; i++) {
		if (hit_of(&f, hits.ids[i], &hit, e) != 0)
			return -1;
		if (c->json)
			hit_json(rows, &hit);
		else
			hit_text(c, &hit);
	}
	json_set_bool(answer, STR("more"), hits.more);
	if (c->json)
		cli_json(c, answer);
	else if (hits.count == 0)
		cli_say(c, STR("cli.find.nothing"), asked.words);
	else if (hits.more)
		cli_say(c, STR("cli.find.more"), STR_INT((int64_t)hits.count));
	return 0;
}
