#include "base/near.h"
#include "domain/intake/internal.h"
#include "kit/lang/fold.h"

/* What every statement of a row can have. */
static const struct {
	struct str name;
	size_t at;
} fields[] = {
    {STR_INIT("lang"), offsetof(struct record_statement, lang)},
    {STR_INIT("speaker"), offsetof(struct record_statement, speaker)},
    {STR_INIT("via"), offsetof(struct record_statement, via)},
    {STR_INIT("said_at"), offsetof(struct record_statement, said_at)},
    {STR_INIT("basis"), offsetof(struct record_statement, basis)},
    {STR_INIT("credence"), offsetof(struct record_statement, credence)},
    {STR_INIT("confidentiality"), offsetof(struct record_statement, confidentiality)},
};

/* Index of a kind among those of the plan, or SIZE_MAX. */
static size_t
kind_at(const struct plan *plan, struct str kind)
{
	for (size_t i = 0; i < plan->n_kinds; i++)
		if (str_eq(plan->kinds[i], kind))
			return i;
	return SIZE_MAX;
}

static int
set_field(struct plan_item *item, struct str to, struct err *e)
{
	item->what = PLAN_FIELD;
	item->is_day = str_eq(to, STR("said_at"));
	for (size_t i = 0; i < LENGTH(fields); i++)
		if (str_eq(fields[i].name, to)) {
			item->field = fields[i].at;
			return 0;
		}
	return err_fail(e, ERR_INPUT, STR("intake.to"), to);
}

/* "act.stage.date": a kind, its property and what qualifies that. */
static int
set_target(struct arena *a, const struct vocab *vocab, struct plan *plan, struct plan_item *item,
    struct str to, struct err *e)
{
	struct str rest = to, kind = str_cut(&rest, '.'), property = str_cut(&rest, '.');

	if (property.n == 0)
		return set_field(item, to, e);
	if (vocab_kind(vocab, kind) == VOCAB_NONE)
		return err_fail(e, ERR_INPUT, STR("intake.to"), to);
	item->kind = kind_at(plan, kind);
	if (item->kind == SIZE_MAX) {
		if (plan->n_kinds == PLAN_KINDS)
			return err_fail(e, ERR_LIMIT, STR("intake.kinds"));
		item->kind = plan->n_kinds;
		plan->kinds[plan->n_kinds++] = kind;
	}
	if (str_eq(property, STR("id")) && rest.n == 0) {
		item->what = PLAN_ID;
		return 0;
	}
	item->what = rest.n == 0 ? PLAN_VALUE : PLAN_QUALIFIER;
	item->property = vocab_property(vocab, kind, property);
	if (item->property == NULL)
		return err_fail(e, ERR_INPUT, STR("intake.to"), to);
	if (rest.n == 0)
		return 0;
	struct str of = arena_fmt(a, "%.*s.%.*s", STR_ARG(kind), STR_ARG(property));
	item->qualifier = vocab_property(vocab, of, rest);
	return item->qualifier != NULL ? 0 : err_fail(e, ERR_INPUT, STR("intake.to"), to);
}

static int
no_column(const struct csv *table, struct str name, struct err *e)
{
	struct str near = near_find(name, table->names, table->width);

	return near.n > 0 ? err_fail(e, ERR_INPUT, STR("intake.no_column_near"), name, near)
			  : err_fail(e, ERR_INPUT, STR("intake.no_column"), name);
}

/* The item of a column that rows of the map before this one have made, or NULL. */
static struct plan_item *
item_of(struct plan *plan, int column)
{
	for (size_t i = 0; column >= 0 && i < plan->count; i++)
		if (plan->items[i].column == column)
			return &plan->items[i];
	return NULL;
}

/* "was" and "value": what a cell means. */
static void
add_meaning(struct arena *a, struct plan_item *item, const struct intake_column *row)
{
	item->meanings = arena_grow(
	    a, item->meanings, item->n_meanings, &item->meanings_capacity, sizeof(*item->meanings));
	names_add(a, &item->words, fold_text(a, row->was), item->n_meanings);
	item->meanings[item->n_meanings++] = row->value;
}

static int
add_row(struct arena *a, const struct vocab *vocab, const struct csv *table,
    const struct intake_column *row, struct plan *plan, struct err *e)
{
	int column = row->column.n > 0 ? csv_column(table, row->column) : -1;
	struct plan_item *item = item_of(plan, column);

	if (row->column.n > 0 && column < 0)
		return no_column(table, row->column, e);
	if (str_eq(row->to, STR("-")))
		return 0;
	if (item == NULL || row->was.n == 0) {
		item = &plan->items[plan->count];
		*item = (struct plan_item){.column = column,
		    .name = row->column,
		    .lang = row->lang,
		    .split = str_eq(row->split, STR("space")) ? STR(" ") : row->split,
		    .value = row->value,
		    .self = SIZE_MAX,
		    .month_first = str_eq(row->dates, STR("mdy"))};
		if (set_target(a, vocab, plan, item, row->to, e) < 0)
			return -1;
		plan->count++;
	}
	if (row->was.n > 0)
		add_meaning(a, item, row);
	return 0;
}

/* Is it something that stands for a text: a column of the table, or what its file is called? */
static bool
stands_for(const struct csv *table, struct str name)
{
	return csv_column(table, name) >= 0 || str_eq(name, STR("file")) ||
	    str_eq(name, STR("sheet"));
}

/* "{act}" is the record of that kind which the row makes, "{lat},{lon}" what these columns say. */
static int
set_self(const struct csv *table, struct plan *plan, struct plan_item *item, struct err *e)
{
	struct str rest = item->value;
	bool whole = rest.n > 2 && rest.p[0] == '{' && str_find(rest, '}') == rest.n - 1;

	if (item->column >= 0 && item->what != PLAN_ID)
		return 0;
	if (whole && item->column < 0) {
		item->self = kind_at(plan, str_sub(rest, 1, rest.n - 1));
		if (item->self != SIZE_MAX)
			return 0;
	}
	while (str_find(rest, '{') < rest.n) {
		(void)str_cut(&rest, '{');
		struct str name = str_cut(&rest, '}');
		if (!stands_for(table, name))
			return err_fail(e, ERR_INPUT, STR("intake.self"), item->value);
		item->composed = true;
	}
	return 0;
}

int
intake_plan_make(struct arena *a, const struct vocab *vocab, const struct csv *table,
    const struct intake_map *map, struct plan *out, struct err *e)
{
	struct plan plan = {.items = ARENA_ARRAY(a, struct plan_item, map->count)};

	for (size_t i = 0; i < map->count; i++)
		if (add_row(a, vocab, table, &map->at[i], &plan, e) < 0)
			return -1;
	for (size_t i = 0; i < plan.count; i++)
		if (set_self(table, &plan, &plan.items[i], e) < 0)
			return -1;
	if (plan.n_kinds == 0)
		return err_fail(e, ERR_INPUT, STR("intake.nothing"));
	*out = plan;
	return 0;
}
