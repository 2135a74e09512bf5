#include "engine/claim/phrase.h"

#include <assert.h>

#include "base/arena.h"
#include "base/utf8.h"
#include "engine/claim/lexicon.h"
#include "kit/lang/numeral.h"
#include "kit/lang/token.h"

/* An amount that was said, in digits, in words or by a word such as "dozens". */
struct figure {
	struct numeral numeral;
	struct lexicon_lot lot;       /* what it means alone, behind a bound and behind "about" */
	bool is_lot;                  /* came from the lexicon */
	bool inverted;                /* "человек пятьсот": about */
	enum numeral_case inflection; /* of the number, else of the noun behind it */
	bool bent;                    /* it is the number itself that is inflected */
	struct str said;
};

struct mark {
	enum lexicon_role role;
	enum lexicon_where where;
	size_t figures; /* how many figures stand before it */
	bool used;
	struct str said;
};

struct reading {
	const struct token *items;
	size_t count;
	enum lang lang;
	struct figure figures[2];
	size_t figure_count;
	struct mark *marks; /* without units and fillers */
	size_t mark_count;
	bool crowd; /* the last thing read was человек, with no number before it */
};

static const struct str exactness_names[] = {
    [PHRASE_EXACT] = STR_INIT("exact"),
    [PHRASE_ROUNDED] = STR_INIT("rounded"),
    [PHRASE_BOUND] = STR_INIT("bound"),
    [PHRASE_VAGUE] = STR_INIT("vague"),
};

struct str
phrase_exactness_name(enum phrase_exactness exactness)
{
	assert((size_t)exactness < LENGTH(exactness_names));
	return exactness_names[exactness];
}

bool
phrase_exactness_of(struct str name, enum phrase_exactness *out)
{
	for (size_t i = 0; i < LENGTH(exactness_names); i++)
		if (str_eq(exactness_names[i], name)) {
			*out = (enum phrase_exactness)i;
			return true;
		}
	return false;
}

/* The bytes from the first of n tokens to the end of the last. */
static struct str
said_by(const struct token *items, size_t n)
{
	const char *end = items[n - 1].said.p + items[n - 1].said.n;

	return (struct str){items[0].said.p, (size_t)(end - items[0].said.p)};
}

/* A tenth of v, rounded up: N +- 10 % rounded outward. */
static int64_t
tenth(int64_t v)
{
	return v / 10 + (v % 10 != 0);
}

static struct lexicon_lot
lot_of_number(int64_t v, bool half)
{
	struct lexicon_lot lot = {v, v, v, v - tenth(v), v + tenth(v)};

	if (half) {
		lot.low = lot.about_low;
		lot.high = lot.about_high;
	}
	return lot;
}

static int
add_figure(struct reading *r, struct figure figure, struct err *e)
{
	if (r->figure_count == LENGTH(r->figures))
		return err_fail(e, ERR_INPUT, STR("phrase.two"), r->figures[1].said, figure.said);
	figure.inverted = r->crowd || figure.numeral.inverted;
	figure.bent = figure.inflection != NUMERAL_BARE;
	r->figures[r->figure_count++] = figure;
	r->crowd = false;
	return 0;
}

static void
add_unit(struct reading *r, const struct lexicon_match *match)
{
	r->crowd = match->role == LEXICON_CROWD && r->figure_count == 0;
	if (r->figure_count == 0)
		return;
	struct figure *last = &r->figures[r->figure_count - 1];
	if (last->inflection == NUMERAL_BARE)
		last->inflection = match->inflection;
}

static int
add_lot(struct reading *r, const struct lexicon_match *match, const struct numeral *numeral,
    struct str said, struct err *e)
{
	struct figure figure = {.lot = match->lot, .is_lot = true, .said = said};

	figure.numeral.value = match->lot.number;
	figure.numeral.scale = match->lot.number;
	figure.numeral.place = numeral_place(match->lot.number);
	if (numeral != NULL)
		figure.numeral = *numeral;
	return add_figure(r, figure, e);
}

static int
add_match(struct reading *r, const struct lexicon_match *match, const struct numeral *numeral,
    struct str said, struct err *e)
{
	switch (match->role) {
	case LEXICON_LOT:
		return add_lot(r, match, numeral, said, e);
	case LEXICON_UNIT:
	case LEXICON_CROWD:
		add_unit(r, match);
		return 0;
	case LEXICON_FILL:
		return 0;
	case LEXICON_INCREMENT:
		return err_fail(e, ERR_INPUT, STR("phrase.increment"), said);
	case LEXICON_TIMES:
		return err_fail(e, ERR_INPUT, STR("phrase.times"), said);
	default:
		r->marks[r->mark_count++] = (struct mark){
		    .role = match->role,
		    .where = match->where,
		    .figures = r->figure_count,
		    .said = said,
		};
		return 0;
	}
}

static struct mark *
find_mark(const struct reading *r, enum lexicon_role role)
{
	for (size_t i = 0; i < r->mark_count; i++)
		if (r->marks[i].role == role && !r->marks[i].used)
			return &r->marks[i];
	return NULL;
}

/* Reads what begins at token *at; of a number and a row of the lexicon the longer one wins. */
static int
read_next(struct reading *r, size_t *at, struct err *e)
{
	const struct token *items = r->items + *at;
	size_t left = r->count - *at;
	struct lexicon_match match = {0};
	struct numeral numeral = {0};
	bool known = lexicon_find(items, left, r->lang, &match);
	size_t n = numeral_read(items, left, r->lang, find_mark(r, LEXICON_PAIR) != NULL, &numeral);

	if (!known && n == 0)
		return err_fail(e, ERR_INPUT, STR("phrase.word"), items[0].said);
	if (n <= match.tokens) {
		const struct numeral *same = n == match.tokens ? &numeral : NULL;
		*at += match.tokens;
		return add_match(r, &match, same, said_by(items, match.tokens), e);
	}
	*at += n;
	struct figure figure = {
	    .numeral = numeral,
	    .lot = lot_of_number(numeral.value, numeral.half),
	    .inflection = numeral.inflection,
	    .said = said_by(items, n),
	};
	return add_figure(r, figure, e);
}

/* The only mark between the two figures, or NULL when there is none or more than one. */
static struct mark *
only_mark_between(const struct reading *r)
{
	struct mark *found = NULL;

	for (size_t i = 0; i < r->mark_count; i++) {
		if (r->marks[i].figures != 1)
			continue;
		if (found != NULL)
			return NULL;
		found = &r->marks[i];
	}
	return found;
}

static size_t
marks_between(const struct reading *r)
{
	size_t n = 0;

	for (size_t i = 0; i < r->mark_count; i++)
		n += r->marks[i].figures == 1;
	return n;
}

static bool
use_both(struct mark *one, struct mark *other)
{
	if (one == NULL || other == NULL)
		return false;
	one->used = other->used = true;
	return true;
}

/* "X-ден Y-ге дейін" has nothing between its numbers but the case of the first. */
static bool
is_case_range(struct reading *r)
{
	struct mark *upto = find_mark(r, LEXICON_UPTO);

	if (marks_between(r) > 0 || upto == NULL || upto->where != LEXICON_BEHIND_TO)
		return false;
	if (r->figures[0].inflection != NUMERAL_FROM || r->figures[1].inflection != NUMERAL_TO)
		return false;
	r->figures[0].bent = r->figures[1].bent = false;
	upto->used = true;
	return true;
}

/* Are the two figures the ends of one range? Uses up the words that say so. */
static bool
is_range(struct reading *r)
{
	struct mark *between = only_mark_between(r);
	struct mark *from = find_mark(r, LEXICON_FROM);

	if (between == NULL)
		return is_case_range(r);
	switch (between->role) {
	case LEXICON_UPTO:
		return use_both(from, between);
	case LEXICON_OR:
	case LEXICON_TO:
		between->used = true;
		if (from != NULL)
			from->used = true;
		return true;
	case LEXICON_AND:
		return use_both(find_mark(r, LEXICON_PAIR), between);
	default:
		return false;
	}
}

static int64_t
power_of_ten(int places)
{
	int64_t power = 1;

	while (places-- > 0)
		power *= 10;
	return power;
}

/* value times scale, over 10^places: false when that does not fit. */
static bool
scaled(const struct numeral *n, int64_t scale, int64_t *out, bool *fraction)
{
	int64_t product, power = power_of_ten(n->places);

	if (__builtin_mul_overflow(n->mantissa, scale, &product) || product / power > NUMERAL_MAX)
		return false;
	*out = product / power;
	*fraction = product % power != 0;
	return true;
}

/* The largest of 1,000, 10^6 ... in a scale. */
static int64_t
thousands_of(int64_t scale)
{
	int64_t out = 1;

	while (scale >= 1000 && scale % 1000 == 0) {
		scale /= 1000;
		out *= 1000;
	}
	return out;
}

/* "4-5 тыс.", "two or three hundred": the first number goes by the scale of the second. */
static void
lend_scale(struct figure *a, const struct figure *b)
{
	const struct numeral *from = &a->numeral, *to = &b->numeral;
	int64_t value = 0, thousands = thousands_of(to->scale);
	bool fraction = false;
	/* mantissas on one footing: the one with fewer places is raised */
	int64_t left = from->mantissa, right = to->mantissa;

	if (to->scale <= 1 || from->huge || to->huge ||
	    __builtin_mul_overflow(left, power_of_ten(to->places), &left) ||
	    __builtin_mul_overflow(right, power_of_ten(from->places), &right))
		return;
	if (from->scale == 1 && left < right) {
		if (!scaled(from, to->scale, &value, &fraction))
			return;
	} else if (thousands > 1 && from->scale > 1 && from->scale < 1000 &&
	    from->value < to->value / thousands) {
		value = from->value * thousands;
	} else {
		return;
	}
	a->numeral.value = value;
	a->numeral.place = numeral_place(value);
	a->numeral.fraction = fraction;
	a->lot = lot_of_number(value, from->half);
	a->is_lot = false;
}

/* "тысяч пять-шесть": the second number goes by the noun before the first. */
static void
borrow_scale(const struct figure *a, struct figure *b)
{
	if (!a->numeral.inverted || b->numeral.scale != 1 || b->is_lot || b->numeral.value > 99)
		return;
	b->numeral.value *= a->numeral.scale;
	b->numeral.place = numeral_place(b->numeral.value);
	b->lot = lot_of_number(b->numeral.value, false);
}

/* "2-3 000" can mean two to three thousand or two to 3,000. */
static bool
is_unclear(const struct figure *a, const struct figure *b)
{
	int64_t high = b->numeral.value;

	return a != b && a->numeral.scale == 1 && b->numeral.scale == 1 && !a->is_lot &&
	    high % 1000 == 0 && a->numeral.value > 0 && a->numeral.value < 1000 &&
	    a->numeral.value < high / 1000;
}

static int
check_figure(const struct figure *f, struct err *e)
{
	if (f->numeral.huge || f->lot.number > PHRASE_MOST)
		return err_fail(e, ERR_LIMIT, STR("phrase.huge"), f->said);
	if (f->numeral.fraction)
		return err_fail(e, ERR_INPUT, STR("phrase.fraction"), f->said);
	return 0;
}

/* Does mark stand where its row says it must? */
static bool
is_in_place(struct reading *r, const struct mark *mark)
{
	struct figure *last = &r->figures[r->figure_count - 1];
	enum numeral_case wants = mark->where == LEXICON_BEHIND_TO ? NUMERAL_TO : NUMERAL_FROM;

	switch (mark->where) {
	case LEXICON_ANYWHERE:
		return mark->figures == 0 || mark->figures == r->figure_count;
	case LEXICON_BEFORE:
		return mark->figures == 0;
	case LEXICON_BETWEEN:
		return false;
	case LEXICON_BEHIND:
		return mark->figures == r->figure_count;
	default:
		break;
	}
	if (mark->figures != r->figure_count || last->inflection != wants)
		return false;
	last->bent = false;
	return true;
}

/* "Almost" needs a number to stay below: "almost dozens" says nothing. */
static bool
needs_number(enum lexicon_role role)
{
	return role == LEXICON_ALMOST || role == LEXICON_NEARING;
}

static bool
has_number(const struct figure *f)
{
	return !f->is_lot || f->lot.number > 0;
}

/* What two modifiers of one figure say together; LEXICON_FILL stands for none. False: nothing. */
static bool
combine(enum lexicon_role *role, enum lexicon_role other)
{
	if (other == LEXICON_FROM)
		other = LEXICON_LEAST;
	if (*role == LEXICON_FILL || *role == other || other == LEXICON_MODAL ||
	    (*role == LEXICON_LEAST && other == LEXICON_MORE)) {
		*role = other;
		return true;
	}
	return *role == LEXICON_MODAL || (*role == LEXICON_MORE && other == LEXICON_LEAST);
}

static bool
is_modifier(enum lexicon_role role)
{
	return role <= LEXICON_FROM || role == LEXICON_MODAL;
}

/* The one modifier that all unused marks, cases and turned-around nouns amount to. */
static int
find_modifier(struct reading *r, enum lexicon_role *out, struct err *e)
{
	enum lexicon_role role = LEXICON_FILL;

	for (size_t i = 0; i < r->figure_count; i++)
		if (r->figures[i].inverted || r->figures[i].inflection == NUMERAL_LIKE)
			role = LEXICON_ABOUT;
	if (r->figures[0].numeral.over)
		role = LEXICON_MORE;
	for (size_t i = 0; i < r->mark_count; i++) {
		const struct mark *mark = &r->marks[i];
		if (mark->used)
			continue;
		if (!is_modifier(mark->role) || !is_in_place(r, mark) ||
		    !combine(&role, mark->role) ||
		    (needs_number(mark->role) && !has_number(&r->figures[0])))
			return err_fail(e, ERR_INPUT, STR("phrase.order"), mark->said);
	}
	for (size_t i = 0; i < r->figure_count; i++) {
		const struct figure *f = &r->figures[i];
		if (f->bent && (f->inflection == NUMERAL_TO || f->inflection == NUMERAL_FROM))
			return err_fail(e, ERR_INPUT, STR("phrase.order"), f->said);
	}
	*out = role;
	return 0;
}

/* The number a figure is behind a bound, at its lower and upper end. */
static int64_t
least_of(const struct figure *f)
{
	return f->lot.number > 0 ? f->lot.number : f->lot.low;
}

static int64_t
most_of(const struct figure *f)
{
	return f->lot.number > 0 ? f->lot.number : f->lot.high;
}

static struct interval
alone(const struct figure *low, const struct figure *high)
{
	if (low == high)
		return (struct interval){low->lot.low, low->lot.high};
	return (struct interval){least_of(low), most_of(high)};
}

/* What role makes of a range from low to high; of one figure when both are the same. */
static struct interval
apply(enum lexicon_role role, const struct figure *low, const struct figure *high)
{
	int64_t least = least_of(low), most = most_of(high);

	switch (role) {
	case LEXICON_LEAST:
		return (struct interval){least, INTERVAL_OPEN};
	case LEXICON_MORE:
		return (struct interval){least + 1, INTERVAL_OPEN};
	case LEXICON_ABOUT:
		return (struct interval){low->lot.about_low, high->lot.about_high};
	case LEXICON_ALMOST:
		return (struct interval){least - tenth(least), most - 1};
	case LEXICON_NEARING:
		return (struct interval){least - tenth(least), most};
	case LEXICON_UPTO:
		return (struct interval){1, most};
	case LEXICON_NOMORE:
		return (struct interval){0, most};
	case LEXICON_FEWER:
		return (struct interval){0, most - 1};
	default:
		return alone(low, high);
	}
}

/* Is [low, high] what 10 % on each side of the number gives, as for a number in digits? */
static bool
is_tenth_around(const struct figure *f, int64_t low, int64_t high)
{
	struct lexicon_lot rule = lot_of_number(f->lot.number, true);

	return has_number(f) && low == rule.low && high == rule.high;
}

static enum phrase_exactness
exactness_of(enum lexicon_role role, const struct reading *r, struct interval said)
{
	const struct figure *f = &r->figures[0];

	if (r->figure_count == 2)
		return PHRASE_BOUND;
	if (role == LEXICON_ALMOST || role == LEXICON_NEARING)
		return PHRASE_ROUNDED;
	if (role != LEXICON_ABOUT && role != LEXICON_FILL)
		return PHRASE_BOUND;
	if (f->is_lot && said.low < said.high && !is_tenth_around(f, said.low, said.high))
		return PHRASE_VAGUE;
	if (role == LEXICON_ABOUT || said.low < said.high || f->numeral.place > 1)
		return PHRASE_ROUNDED;
	return PHRASE_EXACT;
}

static int
read_modal(const struct reading *r, struct phrase *out, struct err *e)
{
	const struct figure *f = &r->figures[0];

	if (r->figure_count > 1)
		return err_fail(e, ERR_INPUT, STR("phrase.two"), f->said, r->figures[1].said);
	if (!has_number(f))
		return err_fail(e, ERR_INPUT, STR("phrase.no_number"));
	*out = (struct phrase){
	    .said = {0, INTERVAL_OPEN},
	    .exactness = PHRASE_VAGUE,
	    .has_number = true,
	    .number = f->lot.number,
	    .place = f->numeral.place,
	    .modal = true,
	    .modal_number = f->lot.number,
	};
	return 0;
}

static int
read_nobody(const struct reading *r, const struct mark *none, struct phrase *out, struct err *e)
{
	for (size_t i = 0; i < r->mark_count; i++)
		if (r->marks[i].role != LEXICON_NONE && r->marks[i].role != LEXICON_DENY)
			return err_fail(e, ERR_INPUT, STR("phrase.order"), r->marks[i].said);
	if (r->figure_count > 0)
		return err_fail(e, ERR_INPUT, STR("phrase.order"), none->said);
	*out = (struct phrase){
	    .has_interval = true, .exactness = PHRASE_EXACT, .has_number = true, .place = 1};
	return 0;
}

static int
read_figures(struct reading *r, struct phrase *out, struct err *e)
{
	const struct figure *first = &r->figures[0], *last = &r->figures[r->figure_count - 1];
	enum lexicon_role role;

	if (first != last && !is_range(r))
		return err_fail(e, ERR_INPUT, STR("phrase.two"), first->said, last->said);
	if (first != last) {
		borrow_scale(first, &r->figures[1]);
		lend_scale(&r->figures[0], last);
	}
	if (is_unclear(first, last))
		return err_fail(e, ERR_INPUT, STR("phrase.range"), first->said, last->said);
	if (check_figure(first, e) != 0 || check_figure(last, e) != 0 ||
	    find_modifier(r, &role, e) != 0)
		return -1;
	if (role == LEXICON_MODAL)
		return read_modal(r, out, e);
	struct interval said = apply(role, first, last);
	bool nothing = said.low > said.high || (role == LEXICON_ALMOST && said.high == 0);
	if (nothing || least_of(first) > most_of(last))
		return err_fail(e, ERR_INPUT, STR("phrase.nothing"), last->said);
	*out = (struct phrase){
	    .said = said,
	    .has_interval = true,
	    .exactness = exactness_of(role, r, said),
	    .has_number = !first->is_lot || first->lot.number > 0,
	    .number = first->lot.number,
	    .place = first->numeral.place,
	};
	return 0;
}

static int
read_tokens(struct reading *r, struct phrase *out, struct err *e)
{
	for (size_t at = 0; at < r->count;)
		if (read_next(r, &at, e) != 0)
			return -1;
	const struct mark *none = find_mark(r, LEXICON_NONE);
	if (none != NULL)
		return read_nobody(r, none, out, e);
	if (r->figure_count == 0)
		return err_fail(e, ERR_INPUT, STR("phrase.no_number"));
	return read_figures(r, out, e);
}

int
phrase_read(struct str words, struct str lang, struct phrase *out, struct err *e)
{
	struct reading r = {0};
	int result;

	if (lang_of(lang, &r.lang, e) != 0)
		return -1;
	if (words.n > PHRASE_BYTES)
		return err_fail(e, ERR_LIMIT, STR("phrase.long"), STR_INT((int64_t)words.n),
		    STR_INT(PHRASE_BYTES));
	if (!utf8_valid(words))
		return err_fail(e, ERR_INPUT, STR("phrase.utf8"));
	struct arena *a = arena_new();
	struct tokens tokens = token_cut(a, words, r.lang);
	r.items = tokens.items;
	r.count = tokens.count;
	r.marks = ARENA_ARRAY(a, struct mark, tokens.count);
	if (tokens.count == 0)
		result = err_fail(e, ERR_INPUT, STR("phrase.empty"));
	else
		result = read_tokens(&r, out, e);
	arena_free(a);
	return result;
}

struct interval
phrase_in_bounds(const struct phrase *phrase)
{
	struct interval in = phrase->said;
	int64_t half = phrase->place / 2, most = phrase->number / 10;

	if (!phrase->has_interval)
		return (struct interval){0, INTERVAL_OPEN};
	if (phrase->exactness != PHRASE_ROUNDED || in.low != in.high)
		return in;
	half = half < most ? half : most;
	if (half > 0) {
		in.low -= half;
		in.high += half - 1;
	}
	return in;
}

int64_t
phrase_tolerance(const struct phrase *phrase)
{
	struct interval in = phrase_in_bounds(phrase);

	if (!phrase->has_interval || !phrase->has_number || phrase->exactness == PHRASE_EXACT ||
	    phrase->exactness == PHRASE_BOUND)
		return 0;
	int64_t below = phrase->number - in.low, above = in.high - phrase->number;
	return below > above ? below : above;
}
