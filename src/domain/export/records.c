#include "domain/export/internal.h"

#define FIRST 3 /* id, kind, disputed; then a column for each property */

/* A table of records while it is written: which properties anybody says anything of. */
struct wide {
	const struct export_gate *gate;
	struct record_list list;
	struct str *ids; /* of properties, each once, in the vocabulary's order */
	bool *used, *many;
	size_t n;
	struct export_writer *w;
};

static size_t
find(const struct wide *t, struct str id)
{
	for (size_t i = 0; i < t->n; i++)
		if (str_eq(t->ids[i], id))
			return i;
	return t->n;
}

/* Several kinds may have a property of one name. */
static void
collect_ids(struct wide *t, struct str kind)
{
	const struct vocab *v = t->gate->reader->vocab;
	struct arena *a = t->gate->reader->arena;

	t->ids = ARENA_ARRAY(a, struct str, v->n_properties);
	t->used = ARENA_ARRAY(a, bool, v->n_properties);
	t->many = ARENA_ARRAY(a, bool, v->n_properties);
	for (size_t i = 0; i < v->n_properties; i++) {
		const struct vocab_property *p = &v->properties[i];
		bool wanted = kind.n > 0 ? str_eq(p->of, kind) : str_find(p->of, '.') == p->of.n;
		if (wanted && find(t, p->id) == t->n)
			t->ids[t->n++] = p->id;
	}
}

/* What may be said of a record, a cell a property of t. *n is how many hold something. */
static int
cells_of(const struct wide *t, const struct export_gate *g, const struct record *record,
    struct export_cell *cells, struct export_cell *disputed, struct err *e)
{
	const struct record_reader records = export_records_on(g, g->reader->arena);
	struct record_sheet sheet;

	if (record_read(&records, record, &sheet, e) < 0)
		return -1;
	struct str *names = ARENA_ARRAY(g->reader->arena, struct str, sheet.n_properties);
	*disputed = (struct export_cell){names, 0};
	for (size_t i = 0; i < sheet.n_properties; i++) {
		const struct record_property *p = &sheet.properties[i];
		size_t at = find(t, p->id);
		if (at == t->n)
			continue;
		cells[at] = export_gate_values(g, p);
		if (p->disputed && cells[at].n > 1)
			names[disputed->n++] = p->id;
	}
	return 0;
}

static bool
says_something(const struct export_cell *cells, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (cells[i].n > 0)
			return true;
	return false;
}

static void
mark(struct wide *t, const struct export_cell *cells)
{
	for (size_t i = 0; i < t->n; i++) {
		t->used[i] = t->used[i] || cells[i].n > 0;
		t->many[i] = t->many[i] || cells[i].n > 1;
	}
}

static int
put(struct wide *t, const struct export_gate *g, const struct record *record,
    const struct export_cell *cells, const struct export_cell *disputed, struct err *e)
{
	struct export_cell *row = ARENA_ARRAY(g->reader->arena, struct export_cell, FIRST + t->n);
	const struct str name = export_gate_record_name(g, record);
	bool all = g->viewer.role == VIEWER_TEAM && g->consent != EXPORT_NEEDED;
	size_t n = FIRST;

	if (!all && !says_something(cells, t->n))
		return 0;
	row[0] = (struct export_cell){&name, 1};
	row[1] = (struct export_cell){&record->kind, 1};
	row[2] = *disputed;
	for (size_t i = 0; i < t->n; i++)
		if (t->used[i])
			row[n++] = cells[i];
	return export_row(t->w, row, e);
}

/* Twice over all records: first for the columns, then for the rows. */
static int
pass(struct wide *t, bool rows, struct err *e)
{
	for (size_t i = 0; i < t->list.count; i++) {
		struct arena *a = arena_new();
		struct export_reader on = *t->gate->reader;
		struct export_gate gate = *t->gate;
		struct export_cell disputed, *cells = ARENA_ARRAY(a, struct export_cell, t->n);
		on.arena = a;
		gate.reader = &on;
		int r = cells_of(t, &gate, &t->list.at[i], cells, &disputed, e);
		if (r == 0 && rows)
			r = put(t, &gate, &t->list.at[i], cells, &disputed, e);
		else if (r == 0)
			mark(t, cells);
		arena_free(a);
		if (r < 0)
			return -1;
		export_tick(t->w, i + 1 + (rows ? t->list.count : 0), 2 * t->list.count);
	}
	return 0;
}

int
export_records(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	struct arena *a = gate->reader->arena;
	struct wide t = {.gate = gate, .w = w};

	if (export_gate_records(gate, wish->kind, &t.list, e) < 0)
		return -1;
	collect_ids(&t, wish->kind);
	if (pass(&t, false, e) < 0)
		return -1;
	struct export_column *columns = ARENA_ARRAY(a, struct export_column, FIRST + t.n);
	size_t n = 0;
	columns[n++] = (struct export_column){STR("id"), false};
	columns[n++] = (struct export_column){STR("kind"), false};
	columns[n++] = (struct export_column){STR("disputed"), true};
	for (size_t i = 0; i < t.n; i++)
		if (t.used[i])
			columns[n++] = (struct export_column){t.ids[i], t.many[i]};
	return export_head(w, columns, n, e) < 0 ? -1 : pass(&t, true, e);
}
