#include "base/date.h"
#include "face/cli/find_view.h"

#include "base/csv.h"
#include "domain/count/claim.h"
#include "domain/record/record.h"
#include "domain/source/source.h"
#include "face/cli/column.h"

#define KIND_COLUMNS 13
#define ID_COLUMNS 18
#define FACET_COLUMNS 17
#define FACET_WIDTH 62  /* columns behind them */
#define FACET_VALUES 10 /* of one filter that are shown */

static int
source_hit(struct find_view *f, struct str id, struct find_hit *out, struct err *e)
{
	struct source source;

	if (source_find(archive_db(f->c->archive), f->c->a, id, &source, e) != 0)
		return -1;
	struct str shown = source.alias.n > 0 ? source.alias : source.id;
	*out = (struct find_hit){.id = shown, .text = source.title};
	return 0;
}

static int
claim_hit(struct find_view *f, struct str id, struct find_hit *out, struct err *e)
{
	const struct count_reader reader = {archive_db(f->c->archive), f->c->a, &f->vocab, NULL};
	struct count_claim claim;

	if (count_find(&reader, id, &claim, e) != 0)
		return -1;
	*out = (struct find_hit){.id = count_claim_id(&claim),
	    .text = claim.text[COUNT_WORDS],
	    .withdrawn = claim.withdrawn};
	return 0;
}

static struct record_reader
records(struct find_view *f)
{
	return (struct record_reader){archive_db(f->c->archive), f->c->a, &f->vocab, {VIEWER_TEAM}};
}

static int
record_hit(struct find_view *f, struct str id, struct find_hit *out, struct err *e)
{
	const struct record_reader reader = records(f);
	struct record record;
	struct record_sheet sheet;

	if (record_find(&reader, id, &record, e) != 0 ||
	    record_read(&reader, &record, &sheet, e) != 0)
		return -1;
	*out = (struct find_hit){.id = record_name(&record),
	    .text = record_title(&reader, &sheet, lang_code(f->c->lang))};
	return 0;
}

/* "june name: Assembly on the square" */
static int
statement_hit(struct find_view *f, struct str id, struct find_hit *out, struct err *e)
{
	const struct record_reader reader = records(f);
	struct record_statement s;

	if (record_statement_find(&reader, id, &s, e) != 0)
		return -1;
	const struct vocab_property *p = vocab_property(&f->vocab, s.subject.kind, s.property);
	struct str value = record_value_text(f->c->a, &f->vocab, p, s.value,
	    record_said_day(f->c->a, &s, DATE_OPEN_END), lang_code(f->c->lang));
	struct str text = arena_fmt(
	    f->c->a, "%.*s %.*s: %.*s", STR_ARG(s.record), STR_ARG(s.property), STR_ARG(value));
	if (s.words.n > 0 && !str_eq(s.words, s.value))
		text = arena_fmt(f->c->a, "%.*s \"%.*s\"", STR_ARG(text), STR_ARG(s.words));
	*out = (struct find_hit){.id = s.id, .text = text, .withdrawn = s.withdrawn};
	return 0;
}

int
find_view_hit(struct find_view *f, struct str id, struct find_hit *out, struct err *e)
{
	static const struct noun {
		char letter;
		struct str kind, key;
		int (*fn)(struct find_view *f, struct str id, struct find_hit *out, struct err *e);
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

void
find_view_json(struct json *rows, const struct find_hit *hit)
{
	struct json *row = json_push_object(rows);

	json_set_str(row, STR("kind"), hit->kind);
	json_set_str(row, STR("id"), hit->id);
	json_set_str(row, STR("text"), hit->text);
	json_set_bool(row, STR("withdrawn"), hit->withdrawn);
}

void
find_view_csv(struct cli *c, const struct find_hit *hit)
{
	const struct str fields[] = {
	    hit->kind, hit->id, hit->text, hit->withdrawn ? STR("yes") : STR("no")};

	csv_put_row(c->out, fields, LENGTH(fields));
}

void
find_view_text(struct cli *c, const struct find_hit *hit)
{
	column_pad(c->out, message_text(c->a, c->lang, hit->key), KIND_COLUMNS);
	column_pad(c->out, hit->id, ID_COLUMNS);
	buf_fmt(c->out, " %.*s", STR_ARG(hit->text));
	if (hit->withdrawn)
		buf_fmt(c->out, " (%.*s)",
		    STR_ARG(message_text(c->a, c->lang, STR("cli.claim.withdrawn"))));
	buf_putc(c->out, '\n');
}

/* The words that narrow the search to it stand before each number: "almaty 12". */
void
find_view_facets(struct cli *c, const struct find_answer *answer)
{
	for (size_t i = 0; i < answer->n_facets; i++) {
		const struct find_facet *f = &answer->facets[i];
		struct buf *values = buf_on(c->a);
		if (f->count == 0)
			continue;
		for (size_t k = 0; k < f->count && k < FACET_VALUES; k++)
			buf_fmt(values, "%s%.*s %.*s", k > 0 ? ", " : "", STR_ARG(f->at[k].value),
			    STR_ARG(cli_number(c, f->at[k].count)));
		if (f->count > FACET_VALUES)
			buf_put(values, STR(", ..."));
		column_pad(c->out, find_filter_name(f->filter), FACET_COLUMNS);
		column_wrap(c->out, buf_str(values), FACET_COLUMNS, FACET_WIDTH);
	}
}

/* "source_kind" */
static struct str
key_of(struct arena *a, enum find_filter filter)
{
	struct str name = find_filter_name(filter);
	struct buf *key = buf_on(a);

	for (size_t i = 0; i < name.n; i++)
		buf_putc(key, name.p[i] == '-' ? '_' : name.p[i]);
	return buf_str(key);
}

void
find_view_facets_json(struct cli *c, struct json *to, const struct find_answer *answer)
{
	for (size_t i = 0; i < answer->n_facets; i++) {
		const struct find_facet *f = &answer->facets[i];
		struct json *values = json_set_array(to, key_of(c->a, f->filter));
		for (size_t k = 0; k < f->count; k++) {
			struct json *value = json_push_object(values);
			json_set_str(value, STR("value"), f->at[k].value);
			json_set_int(value, STR("count"), f->at[k].count);
		}
	}
}
