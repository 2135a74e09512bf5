#include "base/buf.h"
#include "domain/publication/internal.h"
#include "domain/publication/publication.h"

enum stands { INLINE, BLOCK };

static const struct {
	struct str name;
	enum stands stands;
	struct str options;
} lives[PUBLICATION_LIVES] = {
#define LIVE(name, upper, stands, options) {STR_INIT(#name), stands, STR_INIT(options)},
#include "domain/publication/live.def"
#undef LIVE
};

static const struct str as_names[] = {
    STR_INIT("all"), STR_INIT("figure"), STR_INIT("words"), STR_INIT("who")};

struct str
publication_live_name(enum publication_live live)
{
	return lives[live].name;
}

bool
publication_is_block(enum publication_live live)
{
	return lives[live].stands == BLOCK;
}

/* The next word of *rest; quotes keep blanks together: time="until noon". */
static struct str
next_word(struct arena *a, struct str *rest)
{
	struct buf *word = buf_on(a);
	bool quoted = false;

	*rest = str_trim(*rest);
	while (rest->n > 0 && (quoted || rest->p[0] != ' ')) {
		if (rest->p[0] == '"')
			quoted = !quoted;
		else
			buf_putc(word, rest->p[0]);
		*rest = str_sub(*rest, 1, rest->n);
	}
	return buf_str(word);
}

/* The words of names, parted by blanks. */
static const struct str *
split(struct arena *a, struct str names, size_t *count)
{
	struct str *words = NULL;
	size_t n = 0, capacity = 0;

	while (names.n > 0) {
		words = arena_grow(a, words, n, &capacity, sizeof(*words));
		words[n++] = str_cut(&names, ' ');
	}
	*count = n;
	return words;
}

static int
read_as(struct publication_value *v, struct str word, struct err *e)
{
	for (size_t i = 0; i < LENGTH(as_names); i++)
		if (str_eq(as_names[i], word)) {
			v->as = (enum publication_as)i;
			return 0;
		}
	return publication_word_fail(v->line, word, as_names, LENGTH(as_names), e);
}

static struct str *
listed(struct arena *a, struct str value, size_t *n)
{
	struct str *list = ARENA_NEW(a, struct str);

	*list = value;
	*n = 1;
	return list;
}

static int
set_option(
    struct arena *a, struct publication_value *v, struct str name, struct str value, struct err *e)
{
	struct count_question *q = &v->question;
	const struct {
		struct str name, *to;
	} rows[] = {
	    {STR("measure"), &q->measure},
	    {STR("unit"), &q->unit},
	    {STR("who"), &q->who},
	    {STR("place"), &q->place},
	    {STR("days"), &q->days},
	    {STR("time"), &q->time},
	    {STR("day-of"), &q->day_of},
	};

	if (str_eq(name, STR("as")))
		return read_as(v, value, e);
	if (str_eq(name, STR("believe")))
		q->believe = listed(a, value, &q->n_believe);
	if (str_eq(name, STR("assume")))
		q->assume = listed(a, value, &q->n_assume);
	for (size_t i = 0; i < LENGTH(rows); i++)
		if (str_eq(rows[i].name, name))
			*rows[i].to = value;
	return 0;
}

static int
read_option(struct arena *a, struct publication_value *v, struct str word, struct err *e)
{
	size_t n;
	const struct str *names = split(a, lives[v->live].options, &n);
	struct str value = word;
	struct str name = str_cut(&value, '=');

	for (size_t i = 0; i < n; i++)
		if (str_eq(names[i], name))
			return value.n > 0 ? set_option(a, v, name, value, e)
					   : err_fail(e, ERR_INPUT, STR("publication.value_needs"),
						 STR_INT((int64_t)v->line), name, STR("=VALUE"));
	return publication_word_fail(v->line, name, names, n, e);
}

static int
read_name(struct publication_value *v, struct str name, struct err *e)
{
	struct str names[PUBLICATION_LIVES];

	for (size_t i = 0; i < PUBLICATION_LIVES; i++) {
		names[i] = lives[i].name;
		if (str_eq(name, names[i])) {
			v->live = (enum publication_live)i;
			return 0;
		}
	}
	return publication_word_fail(v->line, name, names, PUBLICATION_LIVES, e);
}

static struct count_question
question_open(void)
{
	return (struct count_question){
	    .measure = STR(""),
	    .unit = STR(""),
	    .who = STR(""),
	    .place = STR(""),
	    .days = STR(""),
	    .time = STR(""),
	    .day_of = STR(""),
	};
}

int
publication_value_read(
    struct arena *a, struct str text, size_t line, struct publication_value *out, struct err *e)
{
	struct publication_value v = {.line = line, .question = question_open()};
	struct str rest = text;

	if (read_name(&v, next_word(a, &rest), e) < 0)
		return -1;
	v.subject = next_word(a, &rest);
	if (v.subject.n == 0)
		return err_fail(e, ERR_INPUT, STR("publication.value_needs"),
		    STR_INT((int64_t)line), text,
		    v.live == PUBLICATION_CLAIM || v.live == PUBLICATION_ACT ? STR("ID")
									     : STR("EVENT"));
	while ((rest = str_trim(rest)).n > 0)
		if (read_option(a, &v, next_word(a, &rest), e) < 0)
			return -1;
	const struct str needs[] = {v.question.place, v.question.days};
	static const struct str names[] = {STR_INIT("place="), STR_INIT("days=")};
	for (size_t i = 0; v.live == PUBLICATION_COUNT && i < LENGTH(needs); i++)
		if (needs[i].n == 0)
			return err_fail(e, ERR_INPUT, STR("publication.value_needs"),
			    STR_INT((int64_t)line), text, names[i]);
	*out = v;
	return 0;
}
