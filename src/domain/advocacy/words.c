#include "base/date.h"
#include "domain/advocacy/internal.h"

/* What a record that others refer to is called. */
struct teller_name {
	struct str id;
	struct str name, kind; /* record_name, kind */
	struct str text;       /* in the teller's language */
	bool shown;            /* the viewer may see the record */
};

struct teller
advocacy_teller(const struct advocacy_reader *reader)
{
	return (struct teller){
	    .records = reader->records,
	    .arena = reader->records->arena,
	    .vocab = reader->records->vocab,
	    .lang = reader->lang,
	    .day = DATE_OPEN_END,
	};
}

bool
advocacy_among(struct str word, struct str words)
{
	while (words.n > 0)
		if (str_eq(str_cut(&words, ' '), word))
			return true;
	return false;
}

bool
advocacy_refers(const struct record_sheet *sheet, struct str property, struct str id)
{
	const struct record_property *p = record_said(sheet, property);

	for (size_t v = 0; p != NULL && v < p->n_values; v++)
		if (str_eq(p->values[v].said[0]->ref_id, id))
			return true;
	return false;
}

int
advocacy_suits(const struct teller *t, const struct record_statement *said)
{
	bool text = said->type == VOCAB_TEXT || said->type == VOCAB_MARKDOWN;

	if (!text || str_eq(said->lang, t->lang))
		return 3;
	return str_eq(said->lang, STR("en")) ? 2 : 1;
}

/* That of the best language among the values of a property. */
static int
best_suit(const struct teller *t, const struct record_property *p)
{
	int best = 0;

	for (size_t v = 0; v < p->n_values; v++) {
		int suit = advocacy_suits(t, p->values[v].said[0]);
		if (suit > best)
			best = suit;
	}
	return best;
}

/* A text of the property in the best language there is, an accepted one first; or NULL. */
static const struct record_value *
best_value(const struct teller *t, const struct record_property *p)
{
	const struct record_value *best = NULL;
	int least = best_suit(t, p);

	for (size_t v = 0; v < p->n_values; v++) {
		const struct record_value *value = &p->values[v];
		if (advocacy_suits(t, value->said[0]) < least)
			continue;
		if (best == NULL || (value->accepted && !best->accepted))
			best = value;
	}
	return best;
}

struct str
advocacy_name(const struct teller *t, const struct record_sheet *sheet)
{
	const struct record_property *described = record_said(sheet, STR("description"));
	struct str title = record_title(t->records, sheet, t->lang);
	size_t kind = vocab_kind(t->vocab, sheet->record.kind);

	if (title.n > 0)
		return title;
	if (described != NULL)
		return best_value(t, described)->said[0]->value;
	return sheet->record.alias.n > 0 || kind == VOCAB_NONE
	    ? record_name(&sheet->record)
	    : vocab_text(&t->vocab->kinds[kind].label, t->lang);
}

/* What the viewer sees of the record of an id. */
static int
look_up(struct teller *t, struct str id, struct teller_name *out, struct err *e)
{
	struct record record;
	struct record_sheet sheet;

	*out = (struct teller_name){.id = id, .name = STR(""), .kind = STR(""), .text = STR("")};
	if (record_find(t->records, id, &record, e) < 0)
		return e->code == ERR_NOTFOUND ? 0 : -1;
	if (record_read(t->records, &record, &sheet, e) < 0)
		return -1;
	out->shown = true;
	out->name = record_name(&record);
	out->kind = record.kind;
	out->text = advocacy_name(t, &sheet);
	return 0;
}

static int
name_of(struct teller *t, struct str id, struct teller_name *out, struct err *e)
{
	struct teller_name fresh;

	for (size_t i = 0; i < t->n_names; i++) {
		if (!str_eq(t->names[i].id, id))
			continue;
		*out = t->names[i];
		return 0;
	}
	if (look_up(t, id, &fresh, e) < 0)
		return -1;
	t->names =
	    arena_grow(t->arena, t->names, t->n_names, &t->names_capacity, sizeof(*t->names));
	t->names[t->n_names++] = fresh;
	*out = fresh;
	return 0;
}

/* Does what is kept of such a value stand for something that has a label? */
static bool
has_label(enum vocab_type type)
{
	return type == VOCAB_TERM || type == VOCAB_LANGUAGE || type == VOCAB_PLACE ||
	    type == VOCAB_PROVISION;
}

static const struct vocab_property *
property_of(
    const struct teller *t, const struct record_statement *said, const struct record_qualifier *q)
{
	if (q == NULL)
		return vocab_property(t->vocab, said->subject.kind, said->property);
	return vocab_property(t->vocab,
	    arena_fmt(t->arena, "%.*s.%.*s", STR_ARG(said->subject.kind), STR_ARG(said->property)),
	    q->property);
}

int
advocacy_say(struct teller *t, const struct record_statement *said,
    const struct record_qualifier *q, struct advocacy_value *out, bool *shown, struct err *e)
{
	struct str value = q != NULL ? q->value : said->value;
	struct str ref_id = q != NULL ? q->ref_id : said->ref_id;
	enum vocab_type type = q != NULL ? q->type : said->type;
	struct teller_name name = {.shown = true, .kind = STR("")};

	if (type == VOCAB_REF && name_of(t, ref_id, &name, e) < 0)
		return -1;
	*shown = name.shown;
	if (!name.shown)
		return 0;
	*out = (struct advocacy_value){.id = STR(""), .kind = name.kind, .said = said};
	out->text = type == VOCAB_REF
	    ? name.text
	    : record_value_text(t->arena, t->vocab, property_of(t, said, q), value,
		  record_said_day(t->arena, said, t->day), t->lang);
	if (type == VOCAB_REF)
		out->id = name.name;
	else if (has_label(type))
		out->id = value;
	return 0;
}

int
advocacy_values_of(struct teller *t, const struct record_sheet *sheet, struct str property,
    struct advocacy_values *out, struct err *e)
{
	const struct record_property *p = record_said(sheet, property);
	size_t n = p != NULL ? p->n_values : 0, count = 0;
	struct advocacy_value *at = ARENA_ARRAY(t->arena, struct advocacy_value, n);
	int best = p != NULL ? best_suit(t, p) : 0;

	for (size_t v = 0; v < n; v++) {
		const struct record_statement *said = p->values[v].said[0];
		bool shown;
		if (advocacy_suits(t, said) < best)
			continue;
		if (advocacy_say(t, said, NULL, &at[count], &shown, e) < 0)
			return -1;
		if (!shown)
			continue;
		at[count++].disputed = p->disputed;
	}
	*out = (struct advocacy_values){at, count};
	return 0;
}

int
advocacy_value_of(struct teller *t, const struct record_sheet *sheet, struct str property,
    struct advocacy_value *out, struct err *e)
{
	const struct record_property *p = record_said(sheet, property);
	struct advocacy_value value = {STR(""), STR(""), STR(""), NULL, false};
	bool shown = false;

	if (p != NULL && advocacy_say(t, best_value(t, p)->said[0], NULL, &value, &shown, e) < 0)
		return -1;
	value.disputed = shown && p->disputed;
	*out = value;
	return 0;
}

int
advocacy_facts_of(struct teller *t, const struct record_sheet *sheet, struct str except,
    struct advocacy_facts *out, struct err *e)
{
	struct advocacy_fact *at = ARENA_ARRAY(t->arena, struct advocacy_fact, sheet->n_properties);
	size_t count = 0;

	for (size_t i = 0; i < sheet->n_properties; i++) {
		const struct record_property *p = &sheet->properties[i];
		if (p->property == NULL || advocacy_among(p->id, except))
			continue;
		at[count].property = p->property;
		at[count].label = vocab_text(&p->property->label, t->lang);
		if (advocacy_values_of(t, sheet, p->id, &at[count].values, e) < 0)
			return -1;
		count += at[count].values.count > 0;
	}
	*out = (struct advocacy_facts){at, count};
	return 0;
}
