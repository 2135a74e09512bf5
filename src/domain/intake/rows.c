#include "base/date.h"
#include "domain/intake/internal.h"

/* One row of the table on its way to statements. */
struct line {
	struct arena *arena;
	const struct vocab *vocab;
	const struct csv *table;
	const struct plan *plan;
	struct str file, sheet;
	size_t at;                      /* of the table */
	int32_t day;                    /* that it is about; DATE_OPEN_END: none */
	struct record_statement common; /* what every statement of it has */
	struct str alias[PLAN_KINDS];   /* of its records; empty: it makes none of that kind */
	bool made[PLAN_KINDS];          /* a row says already which kind it is */
	struct record_row *rows;        /* what came of all rows so far */
	size_t count;
};

static struct str
cell_at(const struct line *l, const struct plan_item *item)
{
	return str_trim(csv_field(l->table, l->at, item->column));
}

/* A value with what "{file}", "{sheet}" and "{COLUMN}" in it stand for; empty when no column says
 * anything. */
static struct str
compose(const struct line *l, struct str value)
{
	struct buf *b = buf_on(l->arena);
	bool asked = false, said = false;

	while (value.n > 0) {
		bool more = str_find(value, '{') < value.n;
		buf_put(b, str_cut(&value, '{'));
		struct str name = more ? str_cut(&value, '}') : STR("");
		int column = name.n > 0 ? csv_column(l->table, name) : -1;
		struct str cell =
		    intake_cell_id(l->arena, str_trim(csv_field(l->table, l->at, column)));
		asked = asked || column >= 0;
		said = said || cell.n > 0;
		if (column >= 0)
			buf_put(b, cell);
		else if (more)
			buf_put(b, str_eq(name, STR("sheet")) ? l->sheet : l->file);
	}
	return asked && !said ? STR("") : str_trim(buf_str(b));
}

/* Does the value stand in the row, so that it has to be understood? */
static bool
is_from_table(const struct plan_item *item)
{
	return item->column >= 0 || item->composed;
}

/* --- Records of a row ----------------------------------------------------------------------- */

/* Says a row something of a kind: has any of the kind's columns a cell that is not empty? */
static bool
speaks_of(const struct line *l, size_t kind)
{
	bool any = false;

	for (size_t i = 0; i < l->plan->count; i++) {
		const struct plan_item *item = &l->plan->items[i];
		if (item->what == PLAN_FIELD || item->kind != kind || !is_from_table(item))
			continue;
		any = true;
		if ((item->column >= 0 ? cell_at(l, item) : compose(l, item->value)).n > 0)
			return true;
	}
	return !any;
}

/* The column that calls records of a kind, or NULL. */
static const struct plan_item *
id_of(const struct plan *plan, size_t kind)
{
	for (size_t i = 0; i < plan->count; i++)
		if (plan->items[i].what == PLAN_ID && plan->items[i].kind == kind)
			return &plan->items[i];
	return NULL;
}

static struct str
name_record(const struct line *l, size_t kind)
{
	const struct plan_item *id = id_of(l->plan, kind);
	size_t line = l->table->rows[l->at].line;

	if (id != NULL && cell_at(l, id).n > 0) {
		struct str before = id->composed ? compose(l, id->value) : id->value;
		struct str own = intake_cell_id(l->arena, cell_at(l, id));
		return arena_fmt(l->arena, "%.*s%.*s", STR_ARG(before), STR_ARG(own));
	}
	if (kind == 0 || l->alias[0].n == 0)
		return arena_fmt(l->arena, "%.*s-%zu", STR_ARG(l->file), line);
	/* What the row speaks of besides is called after what it is about. */
	return arena_fmt(
	    l->arena, "%.*s-%.*s", STR_ARG(l->alias[0]), STR_ARG(l->plan->kinds[kind]));
}

static void
name_records(struct line *l)
{
	for (size_t k = 0; k < l->plan->n_kinds; k++) {
		l->alias[k] = speaks_of(l, k) ? name_record(l, k) : STR("");
		l->made[k] = false;
	}
}

/* --- What every statement of a row has ------------------------------------------------------ */

static void
set_common(struct line *l)
{
	l->common = (struct record_statement){.line = (int64_t)l->table->rows[l->at].line};
	for (size_t i = 0; i < l->plan->count; i++) {
		struct plan_item *item = &l->plan->items[i];
		if (item->what != PLAN_FIELD)
			continue;
		struct str text = item->column < 0 ? item->value : cell_at(l, item);
		*(struct str *)((char *)&l->common + item->field) = text.n > 0
		    ? intake_cell_read(l->arena, l->vocab, item, text, l->day).value
		    : text;
	}
}

/* --- Values --------------------------------------------------------------------------------- */

/* How many values a cell may have at most. */
static size_t
values_in(const struct plan_item *item, struct str text)
{
	size_t n = 1;

	for (size_t i = 0; item->split.n > 0 && i < text.n; i++)
		n += text.p[i] == item->split.p[0];
	return n;
}

/* The nth value of a cell, which may be empty. */
static struct str
value_at(const struct plan_item *item, struct str text, size_t nth)
{
	struct str value = text;

	for (size_t i = 0; item->split.n > 0 && i <= nth; i++)
		value = str_cut(&text, item->split.p[0]);
	return str_trim(value);
}

/* A cell, a value that all rows have, or the name of another record of the row. */
static struct str
text_of(const struct line *l, const struct plan_item *item)
{
	if (item->column >= 0)
		return cell_at(l, item);
	if (item->composed)
		return compose(l, item->value);
	return item->self != SIZE_MAX ? l->alias[item->self] : item->value;
}

/* Qualifiers of the nth of count values: each its own where a cell has as many, else the same for
 * all. */
static void
set_qualifiers(struct line *l, const struct plan_item *of, size_t nth, size_t count,
    struct record_statement *s)
{
	struct record_qualifier *with = ARENA_ARRAY(l->arena, struct record_qualifier, 0);
	size_t capacity = 0;

	for (size_t i = 0; i < l->plan->count; i++) {
		struct plan_item *item = &l->plan->items[i];
		if (item->what != PLAN_QUALIFIER || item->property != of->property)
			continue;
		struct str text = text_of(l, item);
		if (values_in(item, text) == count)
			text = value_at(item, text, nth);
		if (text.n > 0 && is_from_table(item))
			text = intake_cell_read(l->arena, l->vocab, item, text, l->day).value;
		if (text.n == 0)
			continue;
		with = arena_grow(l->arena, with, s->n_with, &capacity, sizeof(*with));
		with[s->n_with++] = (struct record_qualifier){
		    .property = item->qualifier->id, .value = text, .ref_id = STR("")};
	}
	s->with = with;
}

static bool
has_words(const struct vocab_property *p)
{
	return p->type == VOCAB_TEXT || p->type == VOCAB_MARKDOWN || p->type == VOCAB_NAME;
}

static void
say(struct line *l, struct plan_item *item, struct str text, size_t nth, size_t count)
{
	struct record_row *row = &l->rows[l->count];
	struct record_statement *s = &row->statement;
	struct cell cell = {.value = text};

	if (is_from_table(item))
		cell = intake_cell_read(l->arena, l->vocab, item, text, l->day);
	if (cell.value.n == 0)
		return;
	l->count++;
	*row = (struct record_row){
	    .line = l->table->rows[l->at].line, .statement = l->common, .kind = STR("")};
	if (!l->made[item->kind])
		row->kind = l->plan->kinds[item->kind];
	l->made[item->kind] = true;
	s->record = l->alias[item->kind];
	s->property = item->property->id;
	s->value = cell.value;
	if (item->lang.n > 0 && has_words(item->property))
		s->lang = item->lang;
	if (cell.other)
		s->words = text;
	set_qualifiers(l, item, nth, count, s);
}

static void
say_all(struct line *l, struct plan_item *item)
{
	struct str text = text_of(l, item);
	size_t count = text.n > 0 ? values_in(item, text) : 0;

	if (l->alias[item->kind].n == 0)
		return;
	for (size_t nth = 0; nth < count; nth++) {
		struct str value = value_at(item, text, nth);
		if (value.n > 0)
			say(l, item, value, nth, count);
	}
}

/* A record of which the row says nothing but its name. */
static void
make_rest(struct line *l)
{
	for (size_t k = 0; k < l->plan->n_kinds; k++) {
		if (l->made[k] || l->alias[k].n == 0)
			continue;
		l->rows[l->count++] = (struct record_row){.line = l->table->rows[l->at].line,
		    .kind = l->plan->kinds[k],
		    .statement = {.record = l->alias[k], .property = STR("")}};
	}
}

/* --- The table ------------------------------------------------------------------------------ */

/* The day that a row is about, for the names of its places; DATE_OPEN_END: it has none. */
static int32_t
day_of(struct line *l)
{
	struct date_set days;
	struct err e;

	for (size_t i = 0; i < l->plan->count; i++) {
		struct plan_item *item = &l->plan->items[i];
		const struct vocab_property *p =
		    item->qualifier != NULL ? item->qualifier : item->property;
		if (p == NULL || !str_eq(p->id, STR("date")) || p->type != VOCAB_DATE)
			continue;
		struct str text = text_of(l, item);
		if (is_from_table(item))
			text =
			    intake_cell_read(l->arena, l->vocab, item, text, DATE_OPEN_END).value;
		if (date_read(l->arena, text, &days, &e) == 0)
			return date_first_day(&days);
	}
	return DATE_OPEN_END;
}

/* Room that is enough for all that the rows can say. */
static size_t
most_rows(const struct csv *table, const struct plan *plan)
{
	size_t n = 0;

	for (size_t row = 0; row < table->count; row++) {
		n += plan->n_kinds;
		for (size_t i = 0; i < plan->count; i++)
			if (plan->items[i].what == PLAN_VALUE)
				n += values_in(
				    &plan->items[i], csv_field(table, row, plan->items[i].column));
	}
	return n;
}

/* What the records of the rows are called, so that other rows can mean them by it. */
static void
add_titles(struct line *l, struct titles *titles)
{
	const struct plan *plan = l->plan;

	for (l->at = 0; l->at < l->table->count; l->at++) {
		if (csv_row_is_empty(l->table, l->at))
			continue;
		name_records(l);
		for (size_t i = 0; i < plan->count; i++) {
			const struct plan_item *item = &plan->items[i];
			struct str kind = plan->kinds[item->kind];
			if (item->what == PLAN_VALUE && item->column >= 0 &&
			    item->property == intake_title_property(l->vocab, kind))
				intake_titles_add(
				    l->arena, titles, kind, cell_at(l, item), l->alias[item->kind]);
		}
	}
}

static bool
is_ref(const struct plan_item *item)
{
	const struct vocab_property *p = item->qualifier != NULL ? item->qualifier : item->property;

	return p != NULL && p->type == VOCAB_REF && item->column >= 0;
}

/* Lets columns that mean records name them. */
static void
give_titles(struct line *l, const struct intake_map *map)
{
	struct titles *titles = NULL;

	for (size_t i = 0; i < l->plan->count; i++) {
		if (!is_ref(&l->plan->items[i]))
			continue;
		if (titles == NULL) {
			titles = ARENA_NEW(l->arena, struct titles);
			if (map->titles != NULL)
				*titles = map->titles->archive;
			add_titles(l, titles);
		}
		l->plan->items[i].titles = titles;
	}
}

int
intake_rows(struct arena *a, const struct vocab *vocab, const struct csv *table,
    const struct intake_map *map, struct record_table *out, struct err *e)
{
	struct plan plan;
	struct line l = {.arena = a,
	    .vocab = vocab,
	    .table = table,
	    .plan = &plan,
	    .file = map->file,
	    .sheet = map->sheet};

	if (intake_plan_make(a, vocab, table, map, &plan, e) < 0)
		return -1;
	l.rows = ARENA_ARRAY(a, struct record_row, most_rows(table, &plan));
	give_titles(&l, map);
	for (l.at = 0; l.at < table->count; l.at++) {
		if (csv_row_is_empty(table, l.at))
			continue;
		l.day = day_of(&l);
		name_records(&l);
		set_common(&l);
		for (size_t i = 0; i < plan.count; i++)
			if (plan.items[i].what == PLAN_VALUE)
				say_all(&l, &plan.items[i]);
		make_rest(&l);
	}
	*out = (struct record_table){.rows = l.rows, .count = l.count};
	return 0;
}
