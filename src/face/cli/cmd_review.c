#include "face/cli/clash_view.h"
#include "face/cli/cli.h"
#include "face/cli/opening.h"
#include "face/cli/pair_view.h"
#include "kit/os/crew.h"
#include "kit/os/tty.h"

#define PAIRS 20    /* that are listed */
#define SITTING 200 /* that are asked at a terminal */
#define LIMIT_MOST 2000

static struct person_reader
reader_of(const struct cli *c)
{
	return (struct person_reader){archive_db(c->archive), c->a, {VIEWER_TEAM}, crew_all};
}

/* --- One pair by name ----------------------------------------------------------------------- */

/* "lawyers:2,court:4" */
static int
pair_find(struct cli *c, struct person_seen *x, struct person_seen *y, struct err *e)
{
	const struct person_reader reader = reader_of(c);
	struct str second = c->args[0], first = str_cut(&second, ',');

	return person_mention_find(&reader, first, x, e) != 0 ||
		person_mention_find(&reader, second, y, e) != 0
	    ? -1
	    : 0;
}

static int
pair_show(struct cli *c, struct err *e)
{
	const struct person_reader reader = reader_of(c);
	struct person_seen x, y;
	struct person_review *review;
	struct person_pair pair;

	if (pair_find(c, &x, &y, e) != 0 ||
	    person_review_open(&reader, option_of(&c->line, OPTION_EVENT), &review, e) != 0 ||
	    person_review_pair(review, &x, &y, &pair, e) != 0)
		return -1;
	struct json *answer = json_object(c->a);
	pair_view_json(c, answer, &pair);
	if (c->json)
		cli_json(c, answer);
	else
		pair_view_put(c, &pair);
	return 0;
}

static int
pair_judge(struct cli *c, struct str said, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	const struct person_writer writer = {c->archive, c->a, NULL, &stamp, NULL};
	struct person_seen x, y;
	bool fresh;

	if (pair_find(c, &x, &y, e) != 0 || person_judge(&writer, &x, &y, said, &fresh, e) != 0 ||
	    clash_view_note(c, option_of(&c->line, OPTION_EVENT), e) != 0)
		return -1;
	if (!c->json) {
		cli_say(c, fresh ? STR("cli.review.kept") : STR("cli.review.unchanged"));
		return 0;
	}
	struct json *answer = json_object(c->a);
	json_set_str(answer, STR("pair"), c->args[0]);
	json_set_str(answer, STR("said"), said);
	json_set_bool(answer, STR("fresh"), fresh);
	cli_json(c, answer);
	return 0;
}

/* --- Those in doubt -------------------------------------------------------------------------- */

static void
pairs_list(struct cli *c, const struct person_pair *pairs, size_t n)
{
	struct json *answer = json_object(c->a);
	struct json *rows = json_set_array(answer, STR("pairs"));

	for (size_t i = 0; i < n; i++)
		pair_view_json(c, json_push_object(rows), &pairs[i]);
	if (c->json) {
		cli_json(c, answer);
		return;
	}
	for (size_t i = 0; i < n; i++) {
		pair_view_put(c, &pairs[i]);
		buf_putc(c->out, '\n');
	}
	cli_say(c, n > 0 ? STR("cli.review.next") : STR("cli.review.none"));
}

/* What a key means; empty: nothing. */
static struct str
word_of(char key)
{
	return key == '1' ? STR("same")
	    : key == '2'  ? STR("different")
	    : key == '3'  ? STR("unsure")
			  : STR("");
}

static int
say_of(struct cli *c, const struct person_pair *pair, struct str said, struct err *e)
{
	struct archive_stamp stamp = opening_stamp(c);
	const struct person_writer writer = {c->archive, c->a, NULL, &stamp, NULL};
	bool fresh;

	return person_judge(&writer, &pair->x, &pair->y, said, &fresh, e);
}

/* Shows one pair, or that none is left where it is NULL, and waits for a key that means something:
 * the last answer can be taken back too. */
static int
ask(struct cli *c, const struct person_pair *pair, char *key, struct err *e)
{
	struct str keys = message_text(
	    c->a, c->lang, pair != NULL ? STR("cli.review.keys") : STR("cli.review.keys_last"));
	struct str prompt = arena_fmt(c->a, "%.*s: ", STR_ARG(keys));

	buf_putc(c->out, '\n');
	if (pair != NULL)
		pair_view_put(c, pair);
	else
		cli_say(c, STR("cli.review.last"));
	if (cli_flush(c, e) != 0)
		return -1;
	do {
		if (tty_key(prompt, key, e) != 0)
			return -1;
	} while ((pair == NULL || word_of(*key).n == 0) && *key != 'u' && *key != 'q');
	return 0;
}

static int
sit(struct cli *c, const struct person_pair *pairs, size_t n, struct err *e)
{
	size_t at = 0, judged = 0;
	char key = '\0';

	while (key != 'q') {
		if (ask(c, at < n ? &pairs[at] : NULL, &key, e) != 0)
			return -1;
		if (key == 'u' && at > 0) {
			at--;
			judged--;
			if (say_of(c, &pairs[at], STR("none"), e) != 0)
				return -1;
		} else if (word_of(key).n > 0) {
			if (say_of(c, &pairs[at], word_of(key), e) != 0)
				return -1;
			at++;
			judged++;
		}
	}
	cli_say(c, STR("cli.review.done"), STR_INT((int64_t)judged));
	return 0;
}

static int
limit_of(const struct cli *c, size_t usual, size_t *out, struct err *e)
{
	struct str text = option_of(&c->line, OPTION_LIMIT);
	int64_t n = (int64_t)usual;

	if (text.n > 0 && (!str_to_int(text, &n) || n < 1 || n > LIMIT_MOST))
		return err_fail(e, ERR_INPUT, STR("cli.review.limit"), text, STR_INT(LIMIT_MOST));
	*out = (size_t)n;
	return 0;
}

int
cmd_review(struct cli *c, struct err *e)
{
	const struct person_reader reader = reader_of(c);
	bool sitting = !c->json && tty_in() && tty_out();
	struct person_review *review;
	size_t n;

	if (c->arg_count == 1)
		return pair_show(c, e);
	if (c->arg_count == 2)
		return pair_judge(c, c->args[1], e);
	if (limit_of(c, sitting ? SITTING : PAIRS, &n, e) != 0 ||
	    person_review_open(&reader, option_of(&c->line, OPTION_EVENT), &review, e) != 0)
		return -1;
	const struct person_pair *pairs = person_review_doubts(review, &n);
	if (sitting && n > 0)
		return sit(c, pairs, n, e);
	pairs_list(c, pairs, n);
	return 0;
}
