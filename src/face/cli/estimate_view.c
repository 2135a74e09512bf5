#include "face/cli/estimate_view.h"

#include <inttypes.h>
#include <math.h>

#include "face/cli/column.h"
#include "face/say/panel_words.h"
#include "kit/lang/lang.h"

#define LEVEL 95 /* per cent */
#define WIDTH 80 /* columns where no terminal says how many */
#define INDENT 2
#define METHOD_WIDTH 27
#define FORM_WIDTH 16
#define POINT_WIDTH 12
#define FEW 3 /* one pair in so many may attract each other and still be called a referral */

/* ---- JSON ---- */

static void
set_number(struct cli *c, struct json *o, struct str key, double v)
{
	int64_t whole;

	if (!isfinite(v)) {
		json_set_null(o, key);
		return;
	}
	struct str text = estimate_number(c->a, v);
	if (str_to_int(text, &whole) && whole <= JSON_INT_MAX && whole >= -JSON_INT_MAX)
		json_set_int(o, key, whole);
	else
		json_set_str(o, key, text);
}

static void
doubts_json(struct cli *c, struct json *list, const struct estimate_doubts *doubts)
{
	static const struct str follows[] = {
	    [ESTIMATE_WARNS] = STR_INIT("warns"),
	    [ESTIMATE_METHOD] = STR_INIT("method"),
	    [ESTIMATE_UPPER] = STR_INIT("upper"),
	    [ESTIMATE_HEADLINE] = STR_INIT("headline"),
	};

	for (size_t i = 0; i < doubts->count; i++) {
		struct json *one = json_push_object(list);
		json_set_str(one, STR("gate"), estimate_gate_name(doubts->at[i].gate));
		json_set_str(
		    one, STR("refuses"), follows[estimate_gate_follows(doubts->at[i].gate)]);
		json_set_str(one, STR("text"), panel_words_doubt(c->a, c->lang, &doubts->at[i]));
	}
}

static void
notes_json(struct json *list, const struct estimate_notes *notes)
{
	for (size_t i = 0; i < notes->count; i++) {
		struct json *one = json_push_object(list);
		json_set_str(one, STR("name"), notes->at[i].name);
		json_set_str(one, STR("value"), notes->at[i].value);
	}
}

static void
estimate_json(struct cli *c, struct json *o, const struct answer_ask *ask, const struct estimate *x)
{
	static const struct str roles[] = {
	    STR_INIT("speaks"), STR_INIT("bound"), STR_INIT("shown")};
	bool gives = answer_gives(ask, x);

	json_set_str(o, STR("method"), estimate_method_name(x->method));
	json_set_str(o, STR("form"), x->form);
	json_set_str(o, STR("role"), roles[x->role]);
	set_number(c, o, STR("point"), gives ? x->point : ESTIMATE_NO_NUMBER);
	set_number(c, o, STR("low"), gives ? x->low : ESTIMATE_NO_NUMBER);
	set_number(c, o, STR("high"), gives ? x->high : ESTIMATE_NO_NUMBER);
	set_number(c, o, STR("se"), gives ? x->se : ESTIMATE_NO_NUMBER);
	json_set_int(o, STR("level"), LEVEL);
	json_set_str(o, STR("interval"), estimate_interval_name(x->interval));
	if (x->cap.n > 0)
		json_set_str(o, STR("cap"), x->cap);
	if (x->grid.n > 0)
		json_set_str(o, STR("grid"), x->grid);
	json_set_bool(o, STR("refused"), !gives);
	notes_json(json_set_array(o, STR("settings")), &x->settings);
	notes_json(json_set_array(o, STR("details")), &x->details);
	doubts_json(c, json_set_array(o, STR("warnings")), &x->doubts);
}

static struct str
pair_text(struct cli *c, const struct answer *answer, const struct advice_pair *pair)
{
	return arena_fmt(c->a, "%.*s:%.*s", STR_ARG(answer->names[pair->first]),
	    STR_ARG(answer->names[pair->second]));
}

static void
advice_json(struct cli *c, struct json *o, const struct answer *answer)
{
	const struct advice *advice = &answer->advice;
	struct json *pairs = json_set_array(o, STR("referrals"));

	for (size_t i = 0; i < advice->pair_count; i++) {
		struct json *pair = json_push_object(pairs);
		json_set_str(pair, STR("lists"), pair_text(c, answer, &advice->pairs[i]));
		set_number(c, pair, STR("odds_ratio"), advice->pairs[i].ratio);
		set_number(c, pair, STR("at_least"), advice->pairs[i].low);
		set_number(c, pair, STR("people_if_merged"), advice->pairs[i].merged);
	}
	if (advice->more == 0)
		return;
	struct json *more = json_set_object(o, STR("one_more_list"));
	set_number(c, more, STR("people"), advice->more);
	set_number(c, more, STR("unseen_high_over_low"), advice->now);
	set_number(c, more, STR("with_it"), advice->then);
}

static void
covariates_json(struct json *list, const struct covariates *x)
{
	static const struct str kinds[] = {
	    [COVARIATE_CONSTANT] = STR_INIT("constant"),
	    [COVARIATE_GROUPED] = STR_INIT("groups"),
	    [COVARIATE_NUMBER] = STR_INIT("number"),
	};

	for (size_t i = 0; i < x->count; i++) {
		struct json *one = json_push_object(list);
		json_set_str(one, STR("name"), x->at[i].name);
		json_set_str(one, STR("kind"), kinds[x->at[i].kind]);
		json_set_int(one, STR("groups"), (int64_t)x->at[i].groups);
		json_set_int(one, STR("missing"), (int64_t)x->at[i].missing);
		json_set_int(one, STR("rare"), (int64_t)x->at[i].rare);
	}
}

struct json *
estimate_view_json(struct cli *c, const struct estimate_view *view)
{
	const struct answer *answer = view->answer;
	struct json *o = json_object(c->a);

	if (view->name.n > 0)
		json_set_str(o, STR("stratum"), view->name);
	json_set_int(o, STR("n"), answer->people);
	struct json *lists = json_set_array(o, STR("lists"));
	for (size_t j = 0; j < answer->lists; j++)
		json_push_str(lists, answer->names[j]);
	if (answer->covariates != NULL)
		covariates_json(json_set_array(o, STR("covariates")), answer->covariates);
	struct json *estimates = json_set_array(o, STR("estimates"));
	for (size_t i = 0; i < answer->count; i++)
		estimate_json(c, json_push_object(estimates), view->ask, &answer->estimates[i]);
	if (answer->has_headline) {
		struct json *headline = json_set_object(o, STR("headline"));
		set_number(c, headline, STR("low"), floor(answer->low));
		set_number(c, headline, STR("high"),
		    answer->is_open ? ESTIMATE_NO_NUMBER : ceil(answer->high));
	} else {
		json_set_null(o, STR("headline"));
	}
	doubts_json(c, json_set_array(o, STR("warnings")), &answer->doubts);
	advice_json(c, json_set_object(o, STR("advice")), answer);
	return o;
}

/* ---- text ---- */

static struct str
people_text(struct cli *c, double v)
{
	struct buf *b = buf_on(c->a);

	if (fabs(v) < (double)JSON_INT_MAX)
		lang_number(b, (int64_t)llround(v), c->lang);
	else
		buf_fmt(b, "%.3g", v);
	return buf_str(b);
}

static struct str
range_text(struct cli *c, double low, double high)
{
	struct str from = people_text(c, low), to = people_text(c, high);

	return arena_fmt(c->a, "%.*s%s%.*s", STR_ARG(from), c->utf8 ? "\u2013" : "-", STR_ARG(to));
}

static void
put_doubts(struct cli *c, const struct estimate_doubts *doubts, size_t indent)
{
	size_t width = c->width > 0 ? (size_t)c->width : WIDTH;

	for (size_t i = 0; i < doubts->count; i++) {
		column_pad(c->out, STR(""), indent);
		buf_put(c->out, STR("! "));
		column_wrap(c->out, panel_words_doubt(c->a, c->lang, &doubts->at[i]), indent + 2,
		    width - indent - 2);
	}
}

/* The separate answers of a method that found several, each with its share. */
static void
put_modes(struct cli *c, const struct estimate *x)
{
	bool several = false;

	for (size_t i = 0; i < x->doubts.count; i++)
		several |= x->doubts.at[i].gate == ESTIMATE_GATE_HILLS;
	for (size_t i = 0; several && i < x->details.count; i++)
		if (str_eq(x->details.at[i].name, STR("mode")))
			buf_fmt(c->out, "    %.*s\n", STR_ARG(x->details.at[i].value));
}

static void
put_estimate(struct cli *c, const struct answer_ask *ask, const struct estimate *x)
{
	struct str name = estimate_method_name(x->method);
	struct str key = arena_fmt(c->a, "%s%.*s", "estimate.method.", STR_ARG(name));

	column_pad(c->out, message_text(c->a, c->lang, key), METHOD_WIDTH);
	column_pad(c->out, x->form.n > FORM_WIDTH ? STR("") : x->form, FORM_WIDTH + 1);
	if (!answer_gives(ask, x)) {
		buf_put(c->out, message_text(c->a, c->lang, STR("cli.estimate.refused")));
	} else {
		column_pad(c->out, people_text(c, x->point), POINT_WIDTH);
		buf_putc(c->out, ' ');
		if (isfinite(x->low) && isfinite(x->high))
			buf_put(c->out, range_text(c, x->low, x->high));
	}
	buf_putc(c->out, '\n');
	if (x->form.n > FORM_WIDTH) {
		column_pad(c->out, STR(""), INDENT);
		column_wrap(c->out, x->form, INDENT, WIDTH - INDENT);
	}
	put_doubts(c, &x->doubts, INDENT);
	put_modes(c, x);
}

static struct str
ratio_text(struct cli *c, double v)
{
	int64_t tenths = llround(10 * v);

	return arena_fmt(c->a, "%" PRId64 "%c%d", tenths / 10, c->lang == LANG_EN ? '.' : ',',
	    (int)(tenths % 10));
}

static void
put_more(struct cli *c, const struct advice *advice)
{
	struct str now = ratio_text(c, advice->now), then = ratio_text(c, advice->then);

	if (str_eq(now, then))
		cli_say(c, STR("cli.estimate.more_hardly"), people_text(c, advice->more), now);
	else
		cli_say(c, STR("cli.estimate.more"), people_text(c, advice->more), now, then);
}

static void
put_advice(struct cli *c, const struct answer *answer)
{
	const struct advice *advice = &answer->advice;

	size_t pairs = answer->lists * (answer->lists - 1) / 2;

	/* Where many pairs attract each other it is people who differ, and no list feeds another.
	 */
	for (size_t i = 0; FEW * advice->pair_count <= pairs && i < advice->pair_count; i++) {
		const struct advice_pair *pair = &advice->pairs[i];
		if (isfinite(pair->merged))
			cli_say(c, STR("cli.estimate.referral"), pair_text(c, answer, pair),
			    ratio_text(c, pair->ratio), people_text(c, pair->merged));
	}
	if (advice->more > 0)
		put_more(c, advice);
}

static struct str
lists_text(struct cli *c, const struct answer *answer)
{
	struct buf *b = buf_on(c->a);

	for (size_t j = 0; j < answer->lists; j++)
		buf_fmt(b, "%s%.*s", j > 0 ? ", " : "", STR_ARG(answer->names[j]));
	return buf_str(b);
}

/* What people were told apart by, one a line, with what was guessed of it. */
static void
put_covariate(struct cli *c, const struct covariate *x)
{
	static const struct str kinds[] = {
	    [COVARIATE_CONSTANT] = STR_INIT("cli.estimate.covariate_constant"),
	    [COVARIATE_GROUPED] = STR_INIT("cli.estimate.covariate_groups"),
	    [COVARIATE_NUMBER] = STR_INIT("cli.estimate.covariate_number"),
	};
	const struct {
		struct str key;
		size_t people;
	} more[] = {{STR_INIT("cli.estimate.covariate_missing"), x->missing},
	    {STR_INIT("cli.estimate.covariate_rare"), x->rare}};
	struct buf *b = buf_on(c->a);
	struct str groups = people_text(c, (double)x->groups);

	buf_put(b, message_text(c->a, c->lang, kinds[x->kind], x->name, groups));
	for (size_t i = 0; i < LENGTH(more); i++) {
		if (more[i].people == 0)
			continue;
		buf_putc(b, ' ');
		struct str people = people_text(c, (double)more[i].people);
		buf_put(b, message_text(c->a, c->lang, more[i].key, people));
	}
	column_wrap(c->out, buf_str(b), 0, c->width > 0 ? (size_t)c->width : WIDTH);
}

void
estimate_view_put(struct cli *c, const struct estimate_view *view)
{
	const struct answer *answer = view->answer;
	struct str seen = people_text(c, (double)answer->people);

	if (view->name.n > 0)
		buf_fmt(c->out, "%.*s\n", STR_ARG(view->name));
	cli_say(c, STR("cli.estimate.seen"), seen, lists_text(c, answer));
	for (size_t i = 0; answer->covariates != NULL && i < answer->covariates->count; i++)
		put_covariate(c, &answer->covariates->at[i]);
	buf_putc(c->out, '\n');
	for (size_t i = 0; i < answer->count; i++)
		put_estimate(c, view->ask, &answer->estimates[i]);
	buf_putc(c->out, '\n');
	if (answer->has_headline && answer->is_open)
		cli_say(c, STR("cli.estimate.at_least"), people_text(c, floor(answer->low)));
	else if (answer->has_headline)
		cli_say(c, STR("cli.estimate.headline"),
		    range_text(c, floor(answer->low), ceil(answer->high)));
	else
		cli_say(c, STR("cli.estimate.no_headline"), seen);
	put_doubts(c, &answer->doubts, 0);
	if (answer->speaking < 2)
		cli_say(c, STR("cli.estimate.too_few"), STR_INT((int64_t)answer->speaking));
	put_advice(c, answer);
}
