#include <stdlib.h>

#include "domain/advocacy/internal.h"

#define RIGHTS STR("right-state") /* the list that a right's answer is taken from */
#define NOT_KNOWN STR("unknown")

/* Qualifiers that a step has a field for. */
#define OWN_FIELDS STR("order date time place authority")

static const struct record_qualifier *
qualifier_of(const struct record_statement *said, struct str property)
{
	for (size_t i = 0; i < said->n_with; i++)
		if (str_eq(said->with[i].property, property))
			return &said->with[i];
	return NULL;
}

static struct str
said_of(const struct record_statement *said, struct str property)
{
	const struct record_qualifier *q = qualifier_of(said, property);

	return q != NULL ? q->value : STR("");
}

static int
value_of(struct teller *t, const struct record_statement *said, struct str property,
    struct advocacy_value *out, struct err *e)
{
	const struct record_qualifier *q = qualifier_of(said, property);
	struct advocacy_value value = {STR(""), STR(""), STR(""), NULL, false};
	bool shown;

	if (q != NULL && advocacy_say(t, said, q, &value, &shown, e) < 0)
		return -1;
	*out = value;
	return 0;
}

static bool
is_right(const struct vocab_property *p, struct str of)
{
	return str_eq(p->of, of) && str_eq(p->list, RIGHTS);
}

/* Every value that a qualifier was given. */
static int
values_of(struct teller *t, const struct record_statement *said, struct str property,
    struct advocacy_values *out, struct err *e)
{
	struct advocacy_value *at = ARENA_ARRAY(t->arena, struct advocacy_value, said->n_with);
	size_t count = 0;

	for (size_t i = 0; i < said->n_with; i++) {
		bool shown;
		if (!str_eq(said->with[i].property, property))
			continue;
		if (advocacy_say(t, said, &said->with[i], &at[count], &shown, e) < 0)
			return -1;
		count += shown;
	}
	*out = (struct advocacy_values){at, count};
	return 0;
}

/* Qualifiers without a field of their own, and no rights. */
static int
details_of(struct teller *t, const struct record_statement *said, struct str of,
    struct advocacy_facts *out, struct err *e)
{
	struct advocacy_fact *at = ARENA_ARRAY(t->arena, struct advocacy_fact, said->n_with);
	size_t count = 0;

	for (size_t i = 0; i < t->vocab->n_properties && said->n_with > 0; i++) {
		const struct vocab_property *p = &t->vocab->properties[i];
		if (!str_eq(p->of, of) || is_right(p, of) || advocacy_among(p->id, OWN_FIELDS) ||
		    qualifier_of(said, p->id) == NULL)
			continue;
		at[count].property = p;
		at[count].label = vocab_text(&p->label, t->lang);
		if (values_of(t, said, p->id, &at[count].values, e) < 0)
			return -1;
		count += at[count].values.count > 0;
	}
	*out = (struct advocacy_facts){at, count};
	return 0;
}

static struct advocacy_right
right_of(
    const struct teller *t, const struct record_statement *said, const struct vocab_property *p)
{
	const struct record_qualifier *q = qualifier_of(said, p->id);
	struct str state = q != NULL ? q->value : NOT_KNOWN;
	const struct vocab_term *term = vocab_term(t->vocab, RIGHTS, state);

	return (struct advocacy_right){
	    .id = p->id,
	    .label = vocab_text(&p->label, t->lang),
	    .state = state,
	    .text = term != NULL ? vocab_text(&term->label, t->lang) : state,
	    .known = !str_eq(state, NOT_KNOWN),
	};
}

static void
set_rights(const struct teller *t, const struct record_statement *said, struct str of,
    struct advocacy_step *step)
{
	size_t n = 0;

	for (size_t i = 0; i < t->vocab->n_properties; i++)
		n += is_right(&t->vocab->properties[i], of);
	struct advocacy_right *rights = ARENA_ARRAY(t->arena, struct advocacy_right, n);
	for (size_t i = 0; i < t->vocab->n_properties; i++)
		if (is_right(&t->vocab->properties[i], of))
			rights[step->n_rights++] = right_of(t, said, &t->vocab->properties[i]);
	step->rights = rights;
}

/* Order of a step, from 1; 0: it was not said. */
static int64_t
order_of(const struct record_statement *said)
{
	int64_t order;

	return str_to_int(said_of(said, STR("order")), &order) && order > 0 ? order : 0;
}

/* The notes of one step: those of the best language that bear its order. */
static int
set_notes(struct teller *t, const struct record_property *notes, struct advocacy_step *step,
    struct err *e)
{
	size_t n = notes != NULL && step->order > 0 ? notes->n_values : 0, count = 0;
	struct advocacy_value *at = ARENA_ARRAY(t->arena, struct advocacy_value, n);
	int best = 0;

	for (size_t v = 0; v < n; v++) {
		const struct record_statement *said = notes->values[v].said[0];
		int suit = advocacy_suits(t, said);
		bool shown;
		if (order_of(said) != step->order || suit < best)
			continue;
		count = suit > best ? 0 : count;
		best = suit;
		if (advocacy_say(t, said, NULL, &at[count], &shown, e) < 0)
			return -1;
		count += shown;
	}
	step->notes = (struct advocacy_values){at, count};
	return 0;
}

static int
step_of(struct teller *t, const struct record_statement *said, struct advocacy_step *out,
    bool *shown, struct err *e)
{
	struct str of =
	    arena_fmt(t->arena, "%.*s.%.*s", STR_ARG(said->subject.kind), STR_ARG(said->property));
	struct advocacy_step step = {.order = order_of(said),
	    .date = said_of(said, STR("date")),
	    .time = said_of(said, STR("time"))};

	if (advocacy_say(t, said, NULL, &step.what, shown, e) < 0)
		return -1;
	if (!*shown)
		return 0;
	if (value_of(t, said, STR("place"), &step.place, e) < 0 ||
	    value_of(t, said, STR("authority"), &step.authority, e) < 0 ||
	    details_of(t, said, of, &step.details, e) < 0)
		return -1;
	set_rights(t, said, of, &step);
	*out = step;
	return 0;
}

static int
by_order(const void *a, const void *b)
{
	const struct advocacy_step *sa = a, *sb = b;
	int64_t na = sa->what.said->nth, nb = sb->what.said->nth;

	if (sa->order != sb->order) {
		if (sa->order == 0 || sb->order == 0)
			return sa->order == 0 ? 1 : -1;
		return sa->order < sb->order ? -1 : 1;
	}
	return na < nb ? -1 : na > nb;
}

int
advocacy_steps_of(struct teller *t, const struct record_sheet *sheet, struct str property,
    struct advocacy_steps *out, struct err *e)
{
	const struct record_property *p = record_said(sheet, property);
	const struct record_property *notes =
	    record_said(sheet, arena_fmt(t->arena, "%.*s-note", STR_ARG(property)));
	size_t n = p != NULL ? p->n_values : 0, count = 0;
	struct advocacy_step *at = ARENA_ARRAY(t->arena, struct advocacy_step, n);

	for (size_t v = 0; v < n; v++) {
		bool shown;
		if (step_of(t, p->values[v].said[0], &at[count], &shown, e) < 0 ||
		    (shown && set_notes(t, notes, &at[count], e) < 0))
			return -1;
		count += shown;
	}
	qsort(at, count, sizeof(*at), by_order);
	*out = (struct advocacy_steps){at, count};
	return 0;
}
