#include "face/say/board_words.h"

#include "base/date.h"
#include "domain/count/documented.h"
#include "kit/lang/fold.h"

static struct str
sentence(const struct board_words *w, const char *key, struct str one, struct str two)
{
	return message_list(
	    w->a, w->lang, (const struct str[MESSAGE_ARGS + 2]){str_of(key), one, two});
}

static const struct count_claim *
claim_of(const struct board_words *w, int32_t claim)
{
	return &w->board->claims.at[claim];
}

static struct str
label(const struct board_words *w, const struct vocab_label *l)
{
	return vocab_text(l, lang_code(w->lang));
}

struct str
board_words_number(const struct board_words *w, int64_t n)
{
	struct buf *b = buf_on(w->a);

	lang_number(b, n, w->lang);
	return buf_str(b);
}

struct str
board_words_id(const struct board_words *w, int32_t claim)
{
	return count_claim_id(claim_of(w, claim));
}

struct str
board_words_speaker(const struct board_words *w, int32_t claim)
{
	return vocab_said(w->board->vocab, STR("speaker"), claim_of(w, claim)->text[COUNT_SPEAKER],
	    lang_code(w->lang));
}

struct str
board_words_origin(const struct board_words *w, int32_t claim)
{
	const struct count_claim *c = claim_of(w, claim);
	size_t origin = vocab_origin(w->board->vocab, c->text[COUNT_ORIGIN]);

	if (c->documented != NULL)
		return sentence(w, "board.documented.who", (struct str){0}, (struct str){0});
	if (origin != VOCAB_NONE)
		return label(w, &w->board->vocab->origins[origin].label);
	if (c->text[COUNT_ORIGIN].n > 0)
		return c->text[COUNT_ORIGIN];
	if (c->text[COUNT_SPEAKER].n > 0)
		return board_words_speaker(w, claim);
	return sentence(w, "board.not_named", (struct str){0}, (struct str){0});
}

/* "interview, archive, June 2019": what may be said of words that stay in the archive. */
static struct str
withheld_text(const struct board_words *w, const struct count_claim *c)
{
	const struct vocab_term *kind =
	    vocab_term(w->board->vocab, STR("source-kind"), c->withheld_kind);
	struct str what = kind == NULL ? STR("") : fold_text(w->a, label(w, &kind->label));
	struct date_set month;
	struct err e;

	if (what.n == 0)
		return sentence(w, "board.withheld", (struct str){0}, (struct str){0});
	if (c->withheld_date.n == 0 || date_read(w->a, c->withheld_date, &month, &e) < 0)
		return sentence(w, "board.withheld_kind", what, (struct str){0});
	struct buf *day = buf_on(w->a);
	lang_days(day, month.spans[0].first, month.spans[0].last, true, w->lang);
	return sentence(w, "board.withheld_dated", what, buf_str(day));
}

/* "1,213 people on 5 lists, 1,191 to 1,273" */
static struct str
documented_text(const struct board_words *w, const struct person_count *n)
{
	const struct str text[MESSAGE_ARGS + 2] = {STR("board.documented.words"),
	    STR_INT((int64_t)n->n_lists), board_words_number(w, n->persons),
	    board_words_number(w, n->least), board_words_number(w, n->most)};

	return message_list(w->a, w->lang, text);
}

struct str
board_words_quote(const struct board_words *w, int32_t claim)
{
	const struct count_claim *c = claim_of(w, claim);

	if (c->documented != NULL)
		return documented_text(w, &c->documented->people);
	if (c->withheld)
		return withheld_text(w, c);
	return arena_fmt(w->a, w->utf8 ? "«%.*s»" : "\"%.*s\"", STR_ARG(c->text[COUNT_WORDS]));
}

/* parts joined as a list is in prose: "A, B and C". */
static struct str
list_of(const struct board_words *w, const struct str *parts, size_t count)
{
	struct str list = count > 0 ? parts[0] : STR("");

	for (size_t i = 1; i + 1 < count; i++)
		list = arena_fmt(w->a, "%.*s, %.*s", STR_ARG(list), STR_ARG(parts[i]));
	return count > 1 ? sentence(w, "board.and", list, parts[count - 1]) : list;
}

struct str
board_words_ids(const struct board_words *w, const int32_t *claims, size_t count)
{
	struct buf *b = buf_on(w->a);

	for (size_t i = 0; i < count; i++)
		buf_fmt(b, "%s%.*s", i > 0 ? ", " : "", STR_ARG(board_words_id(w, claims[i])));
	return buf_str(b);
}

/* A day of the scope that names can be looked up for. */
static int32_t
day_of(const struct scope *scope)
{
	int32_t first = scope->spans[0].first;

	return first != DATE_OPEN_START ? first : scope->spans[0].last;
}

struct str
board_words_place(const struct board_words *w, const struct scope *scope)
{
	struct str *names = ARENA_ARRAY(w->a, struct str, scope->place_count);

	for (size_t i = 0; i < scope->place_count; i++)
		names[i] = label(
		    w, vocab_place_label(w->board->vocab, (size_t)scope->places[i], day_of(scope)));
	return list_of(w, names, scope->place_count);
}

/* Where nothing but ASCII can be shown a dash is a hyphen. */
static struct str
days_text(const struct board_words *w, int32_t first, int32_t last)
{
	struct str dash = STR("–");
	struct buf *b = buf_on(w->a), *plain = buf_on(w->a);

	lang_days(b, first, last, w->years, w->lang);
	if (w->utf8)
		return buf_str(b);
	for (struct str rest = buf_str(b); rest.n > 0;) {
		size_t at = str_search(rest, dash);
		buf_put(plain, str_sub(rest, 0, at));
		if (at < rest.n)
			buf_putc(plain, '-');
		rest = str_sub(rest, at < rest.n ? at + dash.n : at, rest.n);
	}
	return buf_str(plain);
}

static struct str
span_text(const struct board_words *w, struct date_span span)
{
	bool by = span.first == DATE_OPEN_START, since = span.last == DATE_OPEN_END;

	if (by && since)
		return sentence(w, "board.days.any", (struct str){0}, (struct str){0});
	struct str days = days_text(w, by ? span.last : span.first, since ? span.first : span.last);
	if (by || since)
		return sentence(
		    w, by ? "board.days.by" : "board.days.since", days, (struct str){0});
	return days;
}

struct str
board_words_days(const struct board_words *w, const struct scope *scope)
{
	struct str *days = ARENA_ARRAY(w->a, struct str, scope->span_count);

	for (size_t i = 0; i < scope->span_count; i++)
		days[i] = span_text(w, scope->spans[i]);
	return list_of(w, days, scope->span_count);
}

struct str
board_words_said(const struct board_words *w, int32_t claim)
{
	const struct date_set *said = &claim_of(w, claim)->said_at;
	struct str *days = ARENA_ARRAY(w->a, struct str, said->count);

	for (size_t i = 0; i < said->count; i++)
		days[i] = span_text(w, said->spans[i]);
	return list_of(w, days, said->count);
}

struct str
board_words_scope(const struct board_words *w, const struct count_scope *scope)
{
	const struct vocab *v = w->board->vocab;
	const struct vocab_measure *measure = &v->measures[scope->scope.measure];
	const struct vocab_who *who = &v->whos[scope->scope.who];
	struct buf *b = buf_on(w->a);

	buf_put(b, label(w, &measure->label));
	if (who->parent != VOCAB_NONE)
		buf_fmt(b, " (%.*s)", STR_ARG(label(w, &who->label)));
	struct str place = board_words_place(w, &scope->scope);
	struct str days = board_words_days(w, &scope->scope);
	buf_fmt(b, ", %.*s, %.*s", STR_ARG(place), STR_ARG(days));
	if (scope->scope.time.n > 0)
		buf_fmt(b, ", %.*s",
		    STR_ARG(vocab_said(w->board->vocab, STR("time-of-day"), scope->scope.time,
			lang_code(w->lang))));
	bool persons = str_eq(scope->unit, STR("persons"));
	const struct vocab_term *unit = vocab_term(v, STR("unit"), scope->unit);
	if (persons && str_eq(measure->additive, STR("detentions")) && unit != NULL)
		buf_fmt(b, " (%.*s)", STR_ARG(label(w, &unit->label)));
	return buf_str(b);
}

struct str
board_words_believe(const struct board_words *w, struct str believe)
{
	static const struct {
		struct str believe;
		const char *key;
	} rows[] = {
	    {STR_INIT("all"), "board.believe.all"},
	    {STR_INIT("state"), "board.believe.state"},
	    {STR_INIT("others"), "board.believe.others"},
	};
	struct str origin = believe;

	for (size_t i = 0; i < LENGTH(rows); i++) {
		if (str_eq(rows[i].believe, believe))
			return sentence(w, rows[i].key, (struct str){0}, (struct str){0});
	}
	str_cut(&origin, ':');
	size_t known = vocab_origin(w->board->vocab, origin);
	if (known != VOCAB_NONE)
		origin = label(w, &w->board->vocab->origins[known].label);
	return sentence(w, "board.believe.without", origin, (struct str){0});
}

struct str
board_words_assumptions(const struct board_words *w, uint64_t mask)
{
	const struct vocab *v = w->board->vocab;
	struct str *labels = ARENA_ARRAY(w->a, struct str, v->n_assumptions);
	size_t n = 0;

	for (size_t i = 0; i < v->n_assumptions; i++) {
		if ((mask >> i & 1) != 0)
			labels[n++] = label(w, &v->assumptions[i].label);
	}
	return list_of(w, labels, n);
}

struct str
board_words_if(const struct board_words *w, uint64_t assumes)
{
	if (assumes == 0)
		return STR("");
	return sentence(w, "board.if", board_words_assumptions(w, assumes), (struct str){0});
}

/* A number and whose it is: "957 (c14)"; only the number when it is computed. */
static struct str
term_text(const struct board_words *w, int64_t n, int32_t claim)
{
	struct str number = board_words_number(w, n);

	if (claim == WORLD_NONE)
		return number;
	return arena_fmt(w->a, "%.*s (%.*s)", STR_ARG(number), STR_ARG(board_words_id(w, claim)));
}

static struct str
sign_text(const struct board_words *w, char sign)
{
	if (sign == '-')
		return w->utf8 ? STR(" − ") : STR(" - ");
	return sign == '=' ? STR(" = ") : STR(" + ");
}

/* The origin whose upper ends take away the most; WORLD_NONE when one origin has them all. */
static int32_t
main_counter(const struct board_words *w, const struct clash *clash)
{
	const struct world_claim *claims = w->board->world.claims;
	int32_t best = WORLD_NONE;
	int64_t most = -1, all = 0;

	for (size_t i = 0; i < clash->term_count; i++) {
		int64_t sum = 0;
		int32_t origin = claims[clash->terms[i].claim].origin;
		if (clash->terms[i].sign != '-')
			continue;
		for (size_t j = 0; j < clash->term_count; j++)
			if (clash->terms[j].sign == '-' &&
			    claims[clash->terms[j].claim].origin == origin)
				sum += clash->terms[j].number;
		all += clash->terms[i].number;
		if (sum > most) {
			most = sum;
			best = origin;
		}
	}
	return most < all ? best : WORLD_NONE;
}

struct str
board_words_clash_beyond(const struct board_words *w, const struct clash *clash)
{
	const struct world_claim *claims = w->board->world.claims;
	int32_t counter = main_counter(w, clash), one = WORLD_NONE;
	int64_t low = 0, high = 0;

	for (size_t i = 0; i < clash->term_count; i++) {
		const struct clash_term *t = &clash->terms[i];
		if (t->sign == '+') {
			low += t->number;
		} else if (claims[t->claim].origin == counter) {
			high += t->number;
			one = t->claim;
		}
	}
	if (counter == WORLD_NONE || one == WORLD_NONE)
		return STR("");
	return message_text(w->a, w->lang, STR("board.clash.beyond"), board_words_number(w, low),
	    board_words_number(w, high), board_words_number(w, low - high),
	    board_words_origin(w, one), sign_text(w, '-'));
}

static struct str
clash_terms(const struct board_words *w, const struct clash *clash)
{
	struct buf *b = buf_on(w->a);

	if (clash->term_count == 0)
		return board_words_ids(w, clash->claims, clash->claim_count);
	for (size_t i = 0; i < clash->term_count; i++) {
		const struct clash_term *t = &clash->terms[i];
		if (i > 0 || t->sign == '-')
			buf_put(b, sign_text(w, t->sign));
		buf_fmt(b, "%.*s (%.*s, %.*s)", STR_ARG(board_words_number(w, t->number)),
		    STR_ARG(board_words_id(w, t->claim)), STR_ARG(board_words_origin(w, t->claim)));
	}
	buf_fmt(b, " = %.*s", STR_ARG(board_words_number(w, clash->gap)));
	struct str beyond = board_words_clash_beyond(w, clash);
	buf_fmt(b, "%s%.*s", beyond.n > 0 ? "; " : "", STR_ARG(beyond));
	return buf_str(b);
}

const struct str *
board_words_clash_ways(const struct board_words *w, const struct clash *clash, size_t *count)
{
	const struct world *world = &w->board->world;
	struct str *ways = ARENA_ARRAY(w->a, struct str, 2 + 2 * clash->claim_count);
	struct str none = {0};
	size_t n = 0;

	ways[n++] = sentence(w, "board.way.uncounted", none, none);
	if (clash->assumes != 0)
		ways[n++] = sentence(
		    w, "board.way.assumption", board_words_assumptions(w, clash->assumes), none);
	for (size_t i = 0; i < clash->claim_count; i++) {
		int32_t id = clash->claims[i];
		const struct world_claim *claim = &world->claims[id];
		bool upper = claim->coverage != WORLD_TOTAL && claim->said.high != INTERVAL_OPEN;
		if (upper && claim->as_of != DATE_OPEN_START)
			ways[n++] = sentence(
			    w, "board.way.later", board_words_id(w, id), board_words_origin(w, id));
		if (claim->days_inferred)
			ways[n++] = sentence(w, "board.way.days", board_words_id(w, id), none);
	}
	*count = n;
	return ways;
}

static struct str
ways_text(const struct board_words *w, const struct clash *clash)
{
	size_t count;
	const struct str *ways = board_words_clash_ways(w, clash, &count);
	struct buf *b = buf_on(w->a);

	for (size_t i = 0; i < count; i++)
		buf_fmt(b, "%s%.*s", i > 0 ? "; " : "", STR_ARG(ways[i]));
	return buf_str(b);
}

/* The only claim of one that the other lacks, or WORLD_NONE when there are more or none. */
static int32_t
only_in(const struct clash *one, const struct clash *other)
{
	int32_t only = WORLD_NONE;

	for (size_t i = 0; i < one->claim_count; i++) {
		bool there = false;
		for (size_t j = 0; j < other->claim_count; j++)
			there = there || one->claims[i] == other->claims[j];
		if (!there && only != WORLD_NONE)
			return WORLD_NONE;
		if (!there)
			only = one->claims[i];
	}
	return only;
}

static struct str
named(const struct board_words *w, int32_t claim)
{
	return arena_fmt(w->a, "%.*s (%.*s)", STR_ARG(board_words_id(w, claim)),
	    STR_ARG(board_words_origin(w, claim)));
}

struct str
board_words_clash_again(
    const struct board_words *w, const struct clash *clash, const struct clash *before)
{
	if (before == NULL || before->assumes != clash->assumes)
		return STR("");
	int32_t now = only_in(clash, before), then = only_in(before, clash);
	if (now == WORLD_NONE || then == WORLD_NONE)
		return STR("");
	const struct str again[MESSAGE_ARGS + 2] = {STR("board.clash.again"),
	    board_words_number(w, clash->gap), named(w, now), named(w, then)};

	return message_list(w->a, w->lang, again);
}

struct str
board_words_clash(
    const struct board_words *w, const struct clash *clash, const struct clash *before)
{
	struct str again = board_words_clash_again(w, clash, before);
	if (again.n > 0)
		return again;
	const struct str text[MESSAGE_ARGS + 2] = {STR("board.clash"),
	    board_words_number(w, clash->gap), board_words_if(w, clash->assumes),
	    clash_terms(w, clash), ways_text(w, clash)};

	return message_list(w->a, w->lang, text);
}

static struct str
flag_terms(const struct board_words *w, const struct remark *flag)
{
	struct buf *b = buf_on(w->a);

	for (size_t i = 0; i < flag->term_count; i++) {
		const struct remark_term *t = &flag->terms[i];
		if (flag->kind == REMARK_SERIES && i > 0)
			buf_put(b, w->utf8 ? STR(" → ") : STR(" -> "));
		else if (t->sign == '/')
			buf_put(b, STR("; "));
		else if (i > 0 && t->sign == '+' && flag->terms[i - 1].sign == '/')
			buf_put(b, STR("; "));
		else if (i > 0)
			buf_put(b, sign_text(w, t->sign));
		struct str term = term_text(w, t->number, t->claim);
		if (t->sign == '/')
			term = sentence(w, "board.beside", term, (struct str){0});
		buf_put(b, term);
	}
	return flag->term_count > 0 ? buf_str(b)
				    : board_words_ids(w, flag->claims, flag->claim_count);
}

/* "Punished by a court (c14), Detained (c14.s)" */
static struct str
flag_measures(const struct board_words *w, const struct remark *flag)
{
	struct buf *b = buf_on(w->a);

	for (size_t i = 0; i < flag->claim_count; i++) {
		size_t measure = claim_of(w, flag->claims[i])->measure;
		struct str name = label(w, &w->board->vocab->measures[measure].label);
		buf_fmt(b, "%s%.*s (%.*s)", i > 0 ? ", " : "", STR_ARG(name),
		    STR_ARG(board_words_id(w, flag->claims[i])));
	}
	return buf_str(b);
}

struct str
board_words_flag(const struct board_words *w, const struct remark *flag)
{
	bool valued = flag->value != REMARK_NO_VALUE;
	struct str key = arena_fmt(w->a, "%s%.*s", "board.flag.", STR_ARG(remark_name(flag->kind)));
	struct str terms =
	    flag->kind == REMARK_MEASURE_DRIFT ? flag_measures(w, flag) : flag_terms(w, flag);
	const struct str text[MESSAGE_ARGS + 2] = {key,
	    board_words_number(w, valued ? flag->value : 0), terms,
	    board_words_ids(w, flag->claims, flag->claim_count),
	    flag->claim_count > 0 ? board_words_origin(w, flag->claims[0]) : STR("")};

	return message_list(w->a, w->lang, text);
}
