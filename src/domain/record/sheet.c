#include <stdlib.h>
#include <string.h>

#include "domain/record/internal.h"

bool
record_same(const struct record_statement *a, const struct record_statement *b)
{
	const struct str of_a[] = {a->subject.id, a->property, a->value, a->ref_id, a->lang,
	    a->source_id, a->words, a->speaker, a->via, a->said_at, a->basis, a->credence,
	    a->confidentiality, a->checked};
	const struct str of_b[] = {b->subject.id, b->property, b->value, b->ref_id, b->lang,
	    b->source_id, b->words, b->speaker, b->via, b->said_at, b->basis, b->credence,
	    b->confidentiality, b->checked};

	for (size_t i = 0; i < LENGTH(of_a); i++)
		if (!str_eq(of_a[i], of_b[i]))
			return false;
	if (a->n_with != b->n_with)
		return false;
	for (size_t i = 0; i < a->n_with; i++)
		if (!str_eq(a->with[i].property, b->with[i].property) ||
		    !str_eq(a->with[i].value, b->with[i].value))
			return false;
	return true;
}

/* The first value of a qualifier, or NULL. */
static const struct str *
qualified(const struct record_statement *s, struct str property)
{
	for (size_t i = 0; i < s->n_with; i++)
		if (str_eq(s->with[i].property, property))
			return &s->with[i].value;
	return NULL;
}

/* Does a qualifier that both give tell them apart: another day, another place? */
static bool
told_apart(const struct record_statement *a, const struct record_statement *b)
{
	for (size_t i = 0; i < a->n_with; i++) {
		const struct str *other = qualified(b, a->with[i].property);
		if (other != NULL && !str_eq(*other, a->with[i].value))
			return true;
	}
	return false;
}

/* Texts in two languages are translations of each other: neither the same nor a contradiction. */
static bool
comparable(const struct record_statement *a, const struct record_statement *b)
{
	bool text = a->type == VOCAB_TEXT || a->type == VOCAB_MARKDOWN;

	return !told_apart(a, b) && (!text || str_eq(a->lang, b->lang));
}

static bool
agree(const struct record_statement *a, const struct record_statement *b)
{
	return comparable(a, b) && str_eq(a->value, b->value);
}

static bool
contradict(const struct record_statement *a, const struct record_statement *b)
{
	return comparable(a, b) && !str_eq(a->value, b->value);
}

/* Which value each of the n statements says: values are numbered as they come. */
static size_t
number_values(struct arena *a, const struct record_statement *said, size_t n, size_t *value_of)
{
	const struct record_statement **first = ARENA_ARRAY(a, const struct record_statement *, n);
	size_t count = 0;

	for (size_t i = 0; i < n; i++) {
		size_t v = 0;
		while (v < count && !agree(first[v], &said[i]))
			v++;
		if (v == count)
			first[count++] = &said[i];
		value_of[i] = v;
	}
	return count;
}

/* The values of the n statements of one property, each with those who say it. */
static struct record_value *
values_of(struct arena *a, const struct record_statement *said, size_t n, size_t *n_values)
{
	size_t *value_of = ARENA_ARRAY(a, size_t, n), k = 0;
	size_t count = number_values(a, said, n, value_of);
	struct record_value *values = ARENA_ARRAY(a, struct record_value, count);
	const struct record_statement **all = ARENA_ARRAY(a, const struct record_statement *, n);

	for (size_t v = 0; v < count; v++) {
		values[v].said = &all[k];
		for (size_t i = 0; i < n; i++) {
			if (value_of[i] != v)
				continue;
			all[k++] = &said[i];
			values[v].n_said++;
		}
	}
	*n_values = count;
	return values;
}

/* When an editor last decided for the value; empty: nobody did. */
static struct str
accepted_at(const struct record_value *value)
{
	struct str last = STR("");

	for (size_t i = 0; i < value->n_said; i++)
		if (str_cmp(value->said[i]->accepted, last) > 0)
			last = value->said[i]->accepted;
	return last;
}

/* Where values contradict each other the last decision counts, else each one. */
static bool
set_accepted(struct record_value *values, size_t count, bool many)
{
	struct str last = STR("");
	size_t best = count;

	for (size_t v = 0; v < count; v++) {
		struct str at = accepted_at(&values[v]);
		values[v].accepted = many && at.n > 0;
		if (str_cmp(at, last) <= 0)
			continue;
		last = at;
		best = v;
	}
	if (best < count)
		values[best].accepted = true;
	return best < count;
}

static bool
any_contradict(const struct record_value *values, size_t count)
{
	for (size_t i = 0; i < count; i++)
		for (size_t k = i + 1; k < count; k++)
			if (contradict(values[i].said[0], values[k].said[0]))
				return true;
	return false;
}

static struct record_property
property_of(const struct record_reader *r, const struct record_statement *said, size_t n)
{
	struct record_property p = {
	    .id = said[0].property,
	    .property = vocab_property(r->vocab, said[0].subject.kind, said[0].property),
	};
	bool many = p.property != NULL && p.property->many;

	struct record_value *values = values_of(r->arena, said, n, &p.n_values);
	bool decided = set_accepted(values, p.n_values, many);
	p.values = values;
	p.disputed = !many && !decided && any_contradict(p.values, p.n_values);
	return p;
}

/* As the vocabulary has them; what it has no longer comes last. */
static int
by_vocabulary(const void *a, const void *b)
{
	const struct record_property *pa = a, *pb = b;

	if (pa->property == NULL || pb->property == NULL)
		return pa->property != NULL ? -1
		    : pb->property != NULL  ? 1
					    : str_cmp(pa->id, pb->id);
	return pa->property < pb->property ? -1 : pa->property > pb->property;
}

/* What is said of one record; the statements are ordered by property. */
static struct record_sheet
sheet_of(const struct record_reader *r, const struct record *record,
    const struct record_statement *said, size_t n)
{
	struct record_property *all = ARENA_ARRAY(r->arena, struct record_property, n);
	size_t count = 0;

	for (size_t i = 0, end; i < n; i = end) {
		for (end = i + 1; end < n && str_eq(said[end].property, said[i].property);)
			end++;
		all[count++] = property_of(r, &said[i], end - i);
	}
	qsort(all, count, sizeof(*all), by_vocabulary);
	return (struct record_sheet){*record, all, count};
}

int
record_read(const struct record_reader *reader, const struct record *record,
    struct record_sheet *out, struct err *e)
{
	struct record_statements said;

	if (record_statements(reader, record->id, false, &said, e) < 0)
		return -1;
	*out = sheet_of(reader, record, said.at, said.count);
	return 0;
}

/* Does one of them, of the record itself, still refer to the other? */
static bool
refers(const struct record_statement *said, size_t n, struct str id)
{
	for (size_t i = 0; i < n; i++)
		if (str_eq(said[i].ref_id, id))
			return true;
	return false;
}

static int
by_age(const void *a, const void *b)
{
	const struct record *ra = &((const struct record_sheet *)a)->record;
	const struct record *rb = &((const struct record_sheet *)b)->record;
	int order = str_cmp(ra->added_at, rb->added_at);

	return order != 0 ? order : str_cmp(ra->id, rb->id);
}

int
record_related(const struct record_reader *reader, struct str record_id, struct str kind,
    struct record_sheets *out, struct err *e)
{
	struct record_statements said;
	size_t count = 0;

	if (record_statements_about(reader, record_id, &said, e) < 0)
		return -1;
	struct record_sheet *all = ARENA_ARRAY(reader->arena, struct record_sheet, said.count);
	for (size_t i = 0, end; i < said.count; i = end) {
		const struct record *of = &said.at[i].subject;
		for (end = i + 1; end < said.count && str_eq(said.at[end].subject.id, of->id);)
			end++;
		if ((kind.n == 0 || str_eq(of->kind, kind)) &&
		    refers(&said.at[i], end - i, record_id))
			all[count++] = sheet_of(reader, of, &said.at[i], end - i);
	}
	qsort(all, count, sizeof(*all), by_age);
	*out = (struct record_sheets){all, count};
	return 0;
}

const struct record_property *
record_said(const struct record_sheet *sheet, struct str property)
{
	for (size_t i = 0; i < sheet->n_properties; i++)
		if (str_eq(sheet->properties[i].id, property))
			return &sheet->properties[i];
	return NULL;
}

const struct record_statement *
record_shown(const struct record_sheet *sheet, struct str property)
{
	const struct record_property *p = record_said(sheet, property);

	if (p == NULL)
		return NULL;
	for (size_t v = 0; v < p->n_values; v++)
		if (p->values[v].accepted)
			return p->values[v].said[0];
	return p->values[0].said[0];
}
