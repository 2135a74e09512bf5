#include "domain/export/internal.h"

/* Properties of a demand, and of what answers it; a demand that nobody answered has one row too. */
static const struct str demand_columns[] = {STR_INIT("by"), STR_INIT("to"), STR_INIT("about"),
    STR_INIT("kind"), STR_INIT("action"), STR_INIT("consequence"), STR_INIT("form"),
    STR_INIT("made"), STR_INIT("deadline"), STR_INIT("priority"), STR_INIT("provision")};
static const struct str answer_columns[] = {STR_INIT("by"), STR_INIT("party"), STR_INIT("kind"),
    STR_INIT("step"), STR_INIT("date"), STR_INIT("deadline"), STR_INIT("text"), STR_INIT("kept"),
    STR_INIT("impact")};

#define WIDTH (2 + LENGTH(demand_columns) + LENGTH(answer_columns))

/* Every value that may be had of a property. */
static struct export_cell
cell(const struct export_gate *g, const struct record_sheet *sheet, struct str property)
{
	const struct record_property *p = record_said(sheet, property);
	size_t n = 0;

	if (p == NULL)
		return (struct export_cell){NULL, 0};
	struct str *at = ARENA_ARRAY(g->reader->arena, struct str, p->n_values);
	for (size_t i = 0; i < p->n_values; i++)
		for (size_t k = 0; k < p->values[i].n_said; k++) {
			struct record_statement s = *p->values[i].said[k];
			if (!export_gate_statement(g, &s))
				continue;
			at[n++] = s.value;
			break;
		}
	return (struct export_cell){at, n};
}

/* Does anything that may be had of it say that it answers the demand? */
static bool
answers(const struct export_gate *g, const struct record_sheet *answer)
{
	return cell(g, answer, STR("answers")).n > 0;
}

static int
row(const struct export_gate *g, const struct record_sheet *demand,
    const struct record_sheet *answer, struct export_writer *w, struct err *e)
{
	const struct str names[] = {export_gate_record_name(g, &demand->record),
	    answer != NULL ? export_gate_record_name(g, &answer->record) : STR("")};
	struct export_cell cells[WIDTH] = {{&names[0], 1}};
	size_t n = 1;

	for (size_t i = 0; i < LENGTH(demand_columns); i++)
		cells[n++] = cell(g, demand, demand_columns[i]);
	cells[n++] = (struct export_cell){&names[1], 1};
	for (size_t i = 0; i < LENGTH(answer_columns); i++)
		cells[n++] = answer != NULL ? cell(g, answer, answer_columns[i])
					    : (struct export_cell){NULL, 0};
	return export_row(w, cells, e);
}

static int
demand_rows(const struct export_gate *g, const struct record *record, struct export_writer *w,
    struct err *e)
{
	const struct record_reader records = export_records_on(g, g->reader->arena);
	struct record_sheet demand;
	struct record_sheets related;
	size_t n = 0;

	if (record_read(&records, record, &demand, e) < 0 ||
	    record_related(&records, record->id, STR(""), &related, e) < 0)
		return -1;
	for (size_t i = 0; i < related.count; i++) {
		if (!answers(g, &related.at[i]))
			continue;
		if (row(g, &demand, &related.at[i], w, e) < 0)
			return -1;
		n++;
	}
	bool any = false;
	for (size_t i = 0; i < LENGTH(demand_columns); i++)
		any = any || cell(g, &demand, demand_columns[i]).n > 0;
	return n == 0 && any ? row(g, &demand, NULL, w, e) : 0;
}

static int
head(const struct export_gate *g, struct export_writer *w, struct err *e)
{
	struct arena *a = g->reader->arena;
	struct export_column *columns = ARENA_ARRAY(a, struct export_column, WIDTH);
	size_t n = 0;

	columns[n++] = (struct export_column){STR("id"), false};
	for (size_t i = 0; i < LENGTH(demand_columns); i++)
		columns[n++] = (struct export_column){demand_columns[i], true};
	columns[n++] = (struct export_column){STR("answer"), false};
	for (size_t i = 0; i < LENGTH(answer_columns); i++)
		columns[n++] = (struct export_column){
		    arena_fmt(a, "answer-%.*s", STR_ARG(answer_columns[i])), true};
	return export_head(w, columns, n, e);
}

int
export_demands(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	struct record_list list;

	(void)wish;
	if (export_gate_records(gate, STR("demand"), &list, e) < 0 || head(gate, w, e) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++) {
		if (demand_rows(gate, &list.at[i], w, e) < 0)
			return -1;
		export_tick(w, i + 1, list.count);
	}
	return 0;
}
