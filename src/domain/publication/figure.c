#include <assert.h>

#include "base/buf.h"
#include "domain/panel/panel.h"
#include "domain/publication/internal.h"

/* --- The cases ---------------------------------------------------------------------------------
 */

static int
case_of(struct publication_cases *cases, struct str event, const struct publication_case **out,
    struct err *e)
{
	const struct count_reader *r = cases->reader;
	const struct count_question all = {.measure = STR(""),
	    .unit = STR(""),
	    .who = STR(""),
	    .place = STR(""),
	    .days = STR(""),
	    .time = STR(""),
	    .day_of = STR("")};
	const struct count_board *board;

	for (size_t i = 0; i < cases->count; i++)
		if (str_eq(cases->at[i].event, event)) {
			*out = &cases->at[i];
			return 0;
		}
	if (count_public_board(r, event, &all, &board, e) < 0)
		return -1;
	cases->at =
	    arena_grow(r->arena, cases->at, cases->count, &cases->capacity, sizeof(*cases->at));
	cases->at[cases->count] = (struct publication_case){event, board};
	*out = &cases->at[cases->count++];
	return 0;
}

static int
event_fail(const struct publication_cases *cases, const struct publication_value *v, struct err *e)
{
	const struct count_reader *r = cases->reader;
	struct count_events events;

	if (count_event_list(r->db, r->arena, &events, e) < 0)
		return -1;
	struct str *ids = ARENA_ARRAY(r->arena, struct str, events.count);
	for (size_t i = 0; i < events.count; i++)
		ids[i] = events.at[i].id;
	int failed = publication_word_fail(v->line, v->subject, ids, events.count, e);
	assert(failed < 0);
	return failed;
}

/* The case named by the value, which has figures that the public may see. */
static int
case_named(struct publication_cases *cases, const struct publication_value *v,
    const struct publication_case **out, struct err *e)
{
	if (case_of(cases, v->subject, out, e) < 0)
		return -1;
	assert(*out != NULL);
	return (*out)->board->claims.count > 0 ? 0 : event_fail(cases, v, e);
}

/* --- A claim -----------------------------------------------------------------------------------
 */

/* Says that it is withheld, or withdrawn, or that there is none of that name. */
static int
claim_fail(const struct publication_cases *cases, const struct publication_case *c,
    const struct publication_value *v, struct str id, struct err *e)
{
	struct count_claims claims = c->board->claims;
	struct str *ids = ARENA_ARRAY(cases->reader->arena, struct str, claims.count);
	struct count_claim hidden;
	struct err none = {0};

	struct str name =
	    arena_fmt(cases->reader->arena, "%.*s/%.*s", STR_ARG(c->event), STR_ARG(id));
	if (count_find(cases->reader, name, &hidden, &none) == 0)
		return err_fail(e, ERR_DENIED,
		    hidden.withdrawn ? STR("publication.withdrawn") : STR("publication.not_public"),
		    STR_INT((int64_t)v->line), id);
	for (size_t i = 0; i < claims.count; i++)
		ids[i] = count_claim_id(&claims.at[i]);
	return publication_word_fail(v->line, id, ids, claims.count, e);
}

static struct str
whose_claim(const struct count_claim *claim)
{
	struct str origin = claim->text[COUNT_ORIGIN];

	return origin.n > 0 ? origin : claim->text[COUNT_CLASS];
}

static int
ask_claim(
    struct publication_cases *cases, struct str event, struct publication_figure *f, struct err *e)
{
	const struct publication_case *c = NULL;
	struct str id = f->asked.subject;

	if (case_of(cases, event, &c, e) < 0)
		return -1;
	for (size_t i = 0; i < c->board->claims.count; i++) {
		const struct count_claim *claim = &c->board->claims.at[i];
		if (!str_eq(count_claim_id(claim), id))
			continue;
		int32_t *basis = ARENA_NEW(cases->reader->arena, int32_t);
		*basis = f->claim = (int32_t)i;
		f->board = c->board;
		f->basis = basis;
		f->n_basis = 1;
		f->now = (struct publication_said){
		    .answered = true, .reading = claim->reading, .whose = whose_claim(claim)};
		return 0;
	}
	return claim_fail(cases, c, &f->asked, id, e);
}

/* --- A count -----------------------------------------------------------------------------------
 */

/* Ids of the vocabulary that a term of a question may be. */
enum terms { MEASURES, UNITS, WHOS, PLACES, DAYS_OF, BELIEFS, ASSUMPTIONS };

static size_t
terms_count(const struct vocab *v, enum terms what)
{
	const size_t counts[] = {[MEASURES] = v->n_measures,
	    [UNITS] = v->n_terms,
	    [WHOS] = v->n_whos,
	    [PLACES] = v->n_places,
	    [DAYS_OF] = v->n_terms,
	    [BELIEFS] = v->n_origins + 3,
	    [ASSUMPTIONS] = v->n_assumptions};

	return counts[what];
}

/* A term of another list is none: empty. */
static struct str
term_of_list(const struct vocab_term *term, struct str list)
{
	return str_eq(term->list, list) ? term->id : STR("");
}

static struct str
belief_at(struct arena *a, const struct vocab *v, size_t i)
{
	static const struct str usual[] = {STR_INIT("all"), STR_INIT("state"), STR_INIT("others")};

	if (i < LENGTH(usual))
		return usual[i];
	return arena_fmt(a, "without:%.*s", STR_ARG(v->origins[i - LENGTH(usual)].id));
}

static struct str
term_at(struct arena *a, const struct vocab *v, enum terms what, size_t i)
{
	switch (what) {
	case MEASURES:
		return v->measures[i].id;
	case UNITS:
		return term_of_list(&v->terms[i], STR("unit"));
	case WHOS:
		return v->whos[i].id;
	case PLACES:
		return v->places[i].id;
	case DAYS_OF:
		return term_of_list(&v->terms[i], STR("day_of"));
	case BELIEFS:
		return belief_at(a, v, i);
	case ASSUMPTIONS:
		break;
	}
	return v->assumptions[i].id;
}

static int
check_term(
    const struct count_reader *r, enum terms what, struct str word, size_t line, struct err *e)
{
	size_t n = terms_count(r->vocab, what);
	struct str *names = ARENA_ARRAY(r->arena, struct str, n);

	if (word.n == 0)
		return 0;
	for (size_t i = 0; i < n; i++) {
		names[i] = term_at(r->arena, r->vocab, what, i);
		if (str_eq(names[i], word))
			return 0;
	}
	return publication_word_fail(line, word, names, n, e);
}

static int
check_terms(const struct count_reader *r, const struct publication_value *v, struct err *e)
{
	const struct count_question *q = &v->question;
	const struct {
		enum terms what;
		struct str word;
	} rows[] = {
	    {MEASURES, q->measure},
	    {UNITS, q->unit},
	    {WHOS, q->who},
	    {DAYS_OF, q->day_of},
	    {BELIEFS, q->n_believe > 0 ? q->believe[0] : STR("")},
	    {ASSUMPTIONS, q->n_assume > 0 ? q->assume[0] : STR("")},
	};
	struct str places = q->place;

	for (size_t i = 0; i < LENGTH(rows); i++)
		if (check_term(r, rows[i].what, rows[i].word, v->line, e) < 0)
			return -1;
	while (places.n > 0)
		if (check_term(r, PLACES, str_cut(&places, '+'), v->line, e) < 0)
			return -1;
	return 0;
}

/* The board that answers: the whole one, or one made for a belief or an assumption of its own. */
static int
board_for(const struct count_reader *r, const struct publication_case *c,
    const struct count_question *q, struct publication_figure *f, struct err *e)
{
	bool usual =
	    q->n_assume == 0 && (q->n_believe == 0 || !str_starts(q->believe[0], STR("without:")));

	f->board = c->board;
	if (usual && count_board_scope(r->arena, f->board, q, &f->scope, e) < 0)
		return -1;
	if (f->scope != NULL)
		return 0;
	if (count_public_board(r, c->event, q, &f->board, e) < 0)
		return -1;
	f->scope = &f->board->scopes[0];
	return 0;
}

/* The one origin of claims, else their one class, else nobody's. */
static struct str
whose(const struct count_board *board, const int32_t *claims, size_t n)
{
	static const enum count_column columns[] = {COUNT_ORIGIN, COUNT_CLASS};

	for (size_t k = 0; k < LENGTH(columns); k++) {
		struct str one = board->claims.at[claims[0]].text[columns[k]];
		bool all = one.n > 0;
		for (size_t i = 1; i < n && all; i++)
			all = str_eq(board->claims.at[claims[i]].text[columns[k]], one);
		if (all)
			return one;
	}
	return STR("");
}

/* A floor; a range only where both ends are one origin's. */
static void
say_floor(struct publication_figure *f, const struct count_floor *floor)
{
	struct phrase reading = {.said = {floor->floor.low, INTERVAL_OPEN},
	    .has_interval = true,
	    .exactness = PHRASE_BOUND,
	    .place = 1};

	f->basis = floor->floor.basis;
	f->n_basis = floor->floor.basis_count;
	f->assumes = floor->floor.assumes;
	f->now.answered = true;
	f->now.whose = whose(f->board, f->basis, f->n_basis);
	for (size_t i = 0; i < f->scope->n_own; i++) {
		const struct own *own = &f->scope->own[i];
		if (!str_eq(f->board->world.origins[own->origin], f->now.whose) ||
		    own->range.low != reading.said.low)
			continue;
		reading.said.high = own->range.high;
		f->basis = own->claims;
		f->n_basis = own->claim_count;
	}
	f->now.reading = reading;
}

static int
ask_count(struct publication_cases *cases, struct publication_figure *f, struct err *e)
{
	const struct count_question *q = &f->asked.question;
	const struct publication_case *c = NULL;
	struct str believe = q->n_believe > 0 ? q->believe[0] : STR("all");
	struct err why = {0};

	if (case_named(cases, &f->asked, &c, e) < 0 || check_terms(cases->reader, &f->asked, e) < 0)
		return -1;
	if (board_for(cases->reader, c, q, f, &why) < 0)
		return err_fail(e, ERR_INPUT, STR("publication.value"),
		    STR_INT((int64_t)f->asked.line), str_of(why.arg[0]));
	for (size_t i = 0; i < f->scope->n_floors; i++) {
		const struct count_floor *floor = &f->scope->floors[i];
		if (str_eq(floor->believe, believe) &&
		    (q->n_assume > 0 || floor->floor.assumes == 0))
			say_floor(f, floor);
	}
	return 0;
}

/* --- A board -----------------------------------------------------------------------------------
 */

struct rows {
	struct arena *a;
	struct str *at;
	size_t n, capacity;
};

static void
add_row(struct rows *rows, struct str row)
{
	rows->at = arena_grow(rows->a, rows->at, rows->n, &rows->capacity, sizeof(*rows->at));
	rows->at[rows->n++] = row;
}

static void
add_scope(struct rows *rows, const struct count_board *board, const struct count_scope *s)
{
	const struct vocab *v = board->vocab;
	struct str name = arena_fmt(rows->a, "%.*s %.*s %.*s %.*s %.*s",
	    STR_ARG(v->measures[s->scope.measure].id), STR_ARG(v->whos[s->scope.who].id),
	    STR_ARG(s->unit), STR_ARG(s->place), STR_ARG(s->days));

	for (size_t i = 0; i < s->n_floors; i++)
		add_row(rows,
		    arena_fmt(rows->a, "%.*s %.*s >= %lld", STR_ARG(name),
			STR_ARG(s->floors[i].believe), (long long)s->floors[i].floor.low));
	for (size_t i = 0; i < s->n_own; i++)
		add_row(rows,
		    arena_fmt(rows->a, "%.*s %.*s %lld-%lld", STR_ARG(name),
			STR_ARG(board->world.origins[s->own[i].origin]),
			(long long)s->own[i].range.low, (long long)s->own[i].range.high));
}

static int
ask_board(struct publication_cases *cases, struct publication_figure *f, struct err *e)
{
	const struct publication_case *c = NULL;
	struct rows rows = {.a = cases->reader->arena};
	struct str estimate;

	if (case_named(cases, &f->asked, &c, e) < 0)
		return -1;
	assert(c != NULL);
	f->board = c->board;
	for (size_t i = 0; i < f->board->claims.count; i++) {
		const struct count_claim *claim = &f->board->claims.at[i];
		const struct publication_said said = {.answered = true, .reading = claim->reading};
		add_row(&rows,
		    arena_fmt(rows.a, "%.*s %.*s", STR_ARG(count_claim_id(claim)),
			STR_ARG(publication_said_text(rows.a, &said))));
	}
	for (size_t i = 0; i < f->board->n_scopes; i++)
		add_scope(&rows, f->board, &f->board->scopes[i]);
	if (panel_last(cases->reader, c->event, &estimate, e) < 0)
		return -1;
	if (estimate.n > 0)
		add_row(&rows, arena_fmt(rows.a, "estimate %.*s", STR_ARG(estimate)));
	f->now.rows = rows.at;
	f->now.n_rows = rows.n;
	return 0;
}

/* --- Any of them -------------------------------------------------------------------------------
 */

/* Text as part of an address: letters, digits, ".", "-" and "_". "a/b" is "a--b". */
static void
put_slug(struct buf *b, struct str text)
{
	static const struct {
		char c;
		struct str slug;
	} rows[] = {
	    {'/', STR_INIT("--")},
	    {'?', STR_INIT("q")},
	    {'~', STR_INIT("a")},
	    {'%', STR_INIT("qa")},
	    {'{', STR_INIT("")},
	    {'}', STR_INIT("")},
	};

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') ||
		    (c >= '0' && c <= '9') || c == '-' || c == '.';
		struct str slug = {plain ? &text.p[i] : "_", 1};
		for (size_t k = 0; k < LENGTH(rows); k++)
			if (rows[k].c == c)
				slug = rows[k].slug;
		buf_put(b, slug);
	}
}

/* event: of the publication, which a count need not name. */
static struct str
figure_id(struct arena *a, struct str event, const struct publication_value *v)
{
	const struct count_question *q = &v->question;
	const struct str parts[] = {str_eq(v->subject, event) ? STR("") : v->subject,
	    q->measure.n > 0 ? q->measure : STR("detained"), q->place, q->days, q->who, q->unit,
	    q->time, q->day_of, q->n_believe > 0 ? q->believe[0] : STR(""),
	    q->n_assume > 0 ? q->assume[0] : STR("")};
	struct buf *b = buf_on(a);

	if (v->live != PUBLICATION_COUNT) {
		put_slug(b, v->subject);
		return buf_str(b);
	}
	for (size_t i = 0; i < LENGTH(parts); i++) {
		if (parts[i].n > 0 && b->n > 0)
			buf_putc(b, '.');
		put_slug(b, parts[i]);
	}
	return buf_str(b);
}

int
publication_figure_ask(struct publication_cases *cases, struct str event,
    const struct publication_value *value, struct publication_figure *out, struct err *e)
{
	struct publication_figure f = {
	    .asked = *value, .claim = WORLD_NONE, .now = {.whose = STR("")}};
	int r = -1;

	f.id = figure_id(cases->reader->arena, event, value);
	switch (value->live) {
	case PUBLICATION_CLAIM:
		r = ask_claim(cases, event, &f, e);
		break;
	case PUBLICATION_COUNT:
		r = ask_count(cases, &f, e);
		break;
	case PUBLICATION_BOARD:
	case PUBLICATION_MAP:
		r = ask_board(cases, &f, e);
		break;
	case PUBLICATION_ACT:
	case PUBLICATION_LAW:
	case PUBLICATION_DEMANDS:
		r = publication_facts_ask(cases->reader, &f, e);
		break;
	case PUBLICATION_LIVES:
		break;
	}
	f.known = r == 0;
	*out = f;
	return r;
}
