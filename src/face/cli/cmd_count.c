#include "domain/count/board.h"
#include "domain/count/documented.h"
#include "face/cli/board.h"
#include "face/cli/claim_view.h"
#include "face/cli/cli.h"
#include "face/cli/documented.h"
#include "face/cli/opening.h"
#include "face/cli/panel_view.h"
#include "face/cli/table_file.h"
#include "face/say/board_json.h"
#include "face/say/figure.h"
#include "kit/os/file.h"

#define TABLE_BYTES (64 << 20)

static void
reading_say(struct cli *c, struct str words, const struct phrase *phrase)
{
	struct str key = arena_fmt(
	    c->a, "%s%.*s", "cli.exactness.", STR_ARG(phrase_exactness_name(phrase->exactness)));

	cli_say(c, STR("cli.count.reads"), words, figure_text(c->a, phrase, c->lang, c->utf8),
	    message_text(c->a, c->lang, key));
}

static int
words_parse(struct cli *c, struct err *e)
{
	struct str words = STR(""), lang = option_of(&c->line, OPTION_LANG);
	struct phrase phrase;

	if (cli_text_of(c, OPTION_PARSE, &words, e) != 0)
		return -1;
	if (lang.n == 0)
		lang = lang_code(c->lang);
	if (phrase_read(words, lang, &phrase, e) != 0)
		return -1;
	if (c->json)
		cli_json(c, claim_view_reading(c->a, &phrase));
	else
		reading_say(c, words, &phrase);
	return 0;
}

/* A plain file has no archive to ask: --vocab, or what the program was built with. */
static int
vocab_without_archive(struct cli *c, struct vocab *vocab, struct err *e)
{
	const struct vocab_file *files;
	size_t count;

	if (opening_vocab_files(c, option_of(&c->line, OPTION_VOCAB), &files, &count, e) != 0)
		return -1;
	return vocab_read(c->a, files, count, vocab, e);
}

/* A row that cannot be read or stand beside the others, with the sentence that says why. */
static int
row_refused(struct cli *c, size_t line, const struct err *said, struct err *e)
{
	struct buf *why = buf_on(c->a);

	message_err(why, c->lang, said);
	return err_fail(e, said->code, STR("cli.count.row"), STR_INT((int64_t)line),
	    option_of(&c->line, OPTION_FILE), buf_str(why));
}

static int
file_claims(struct cli *c, struct vocab *vocab, struct count_claims *out, struct err *e)
{
	struct csv csv;
	struct count_table table;
	struct err said;
	size_t at;

	if (table_file_read(c, c->a, option_of(&c->line, OPTION_FILE), TABLE_BYTES, &csv, e) != 0 ||
	    vocab_without_archive(c, vocab, e) != 0 ||
	    count_table_read(c->a, vocab, &csv, &table, e) != 0)
		return -1;
	for (size_t i = 0; i < table.n_rows; i++) {
		if (table.rows[i].verdict == COUNT_REFUSED)
			return row_refused(c, table.rows[i].line, &table.rows[i].err, e);
	}
	if (count_claims_check(table.claims, c->a, &at, &said) != 0)
		return row_refused(c, table.claims.at[at].line, &said, e);
	*out = table.claims;
	return 0;
}

static int
event_unknown(struct cli *c, struct err *e)
{
	struct count_events events;
	struct buf *names = buf_on(c->a);

	if (panel_events(archive_db(c->archive), c->a, &events, e) != 0)
		return -1;
	for (size_t i = 0; i < events.count; i++)
		buf_fmt(names, "%s%.*s", i > 0 ? ", " : "", STR_ARG(events.at[i].id));
	if (c->arg_count > 0)
		return err_fail(e, ERR_NOTFOUND, STR("cli.event.none"), c->args[0]);
	if (events.count == 0)
		return err_fail(e, ERR_INPUT, STR("cli.count.no_events"));
	return err_fail(e, ERR_INPUT, STR("cli.count.which"), buf_str(names));
}

/* An event without figures may have people on lists: fine when they are linked. */
static int
lists_alone(struct cli *c, struct err *e)
{
	const struct person_reader reader = {archive_db(c->archive), c->a, {VIEWER_TEAM}, NULL};
	struct person_count people;

	if (person_count(&reader, c->args[0], &people, e) == 0)
		return 0;
	if (e->code != ERR_NOTFOUND || str_eq(str_of(e->key), STR("people.not_yet")))
		return -1;
	return event_unknown(c, e);
}

static int
event_claims(struct cli *c, struct vocab *vocab, struct count_claims *out, struct err *e)
{
	if (opening_archive(c, false, e) != 0 ||
	    vocab_load(archive_db(c->archive), c->a, vocab, e) != 0)
		return -1;
	const struct count_reader reader = {archive_db(c->archive), c->a, vocab, NULL};
	*out = (struct count_claims){0};
	int found = 0;
	if (c->arg_count > 0)
		found = option_has(&c->line, OPTION_PUBLIC)
		    ? count_public(&reader, c->args[0], out, e)
		    : count_claims(&reader, c->args[0], false, out, e);
	if (found != 0)
		return -1;
	if (c->arg_count == 0)
		return event_unknown(c, e);
	const struct viewer viewer = {
	    option_has(&c->line, OPTION_PUBLIC) ? VIEWER_PUBLIC : VIEWER_TEAM};
	if (count_documented_add(&reader, viewer, c->args[0], out, e) != 0)
		return -1;
	return out->count == 0 ? lists_alone(c, e) : 0;
}

static struct count_question
question_of(const struct cli *c)
{
	const struct option_values *believe = &c->line.given[OPTION_BELIEVE];
	const struct option_values *assume = &c->line.given[OPTION_ASSUME];

	return (struct count_question){
	    .measure = option_of(&c->line, OPTION_MEASURE),
	    .unit = option_of(&c->line, OPTION_UNIT),
	    .who = option_of(&c->line, OPTION_WHO),
	    .place = option_of(&c->line, OPTION_PLACE),
	    .days = option_of(&c->line, OPTION_DAYS),
	    .time = option_of(&c->line, OPTION_TIME),
	    .day_of = option_of(&c->line, OPTION_DAY_OF),
	    .believe = believe->values,
	    .n_believe = believe->count,
	    .assume = assume->values,
	    .n_assume = assume->count,
	};
}

static int
panel_put(struct cli *c, const struct vocab *vocab, const struct count_board *board,
    struct json *answer, struct err *e)
{
	const struct count_reader reader = {archive_db(c->archive), c->a, vocab, NULL};

	return option_has(&c->line, OPTION_PANEL)
	    ? panel_view(c, &reader, c->args[0], board, answer, e)
	    : 0;
}

int
cmd_count(struct cli *c, struct err *e)
{
	struct vocab vocab;
	struct count_claims claims;
	struct count_board board;
	struct count_question question = question_of(c);
	bool file = option_has(&c->line, OPTION_FILE);

	if (option_has(&c->line, OPTION_PARSE))
		return words_parse(c, e);
	if (file && c->arg_count > 0)
		return err_fail(e, ERR_INPUT, STR("cli.option.both"), STR("--file"), c->args[0]);
	int found = file ? file_claims(c, &vocab, &claims, e) : event_claims(c, &vocab, &claims, e);
	if (found != 0 || count_board(c->a, &vocab, claims, &question, &board, e) != 0)
		return -1;
	struct str event = file ? STR("") : c->args[0];
	bool everybody = option_has(&c->line, OPTION_PUBLIC);
	if (c->json) {
		struct json *answer = board_json(c->a, &board, c->lang);
		if (!file &&
		    (documented_put(c, event, everybody, answer, e) != 0 ||
			panel_put(c, &vocab, &board, answer, e) != 0))
			return -1;
		cli_json(c, answer);
		return 0;
	}
	const struct board_view view = {.lang = c->lang,
	    .utf8 = c->utf8,
	    .colour = c->colour,
	    .all = option_has(&c->line, OPTION_ALL),
	    .width = c->width};
	board_put(c->a, c->out, &board, &view);
	if (file)
		return 0;
	if (documented_put(c, event, everybody, NULL, e) != 0)
		return -1;
	if (claims.count == 0 && !everybody)
		cli_say(c, STR("cli.count.alone"), event);
	return panel_put(c, &vocab, &board, NULL, e);
}
