#include <assert.h>

#include "domain/record/internal.h"

/* A table while it is judged; the archive is held. */
struct importing {
	struct record_intake in;
	struct record_table *table;
	struct record *coming; /* new records, each once */
};

static void
refuse(struct importing *m, struct record_row *row, const struct err *why)
{
	struct err *kept = ARENA_NEW(m->in.arena, struct err);

	*kept = *why;
	row->verdict = RECORD_REFUSED;
	row->err = kept;
	m->table->refused++;
}

/* The record of that alias among those that the table makes, or NULL. */
static const struct record *
coming(const struct importing *m, struct str alias)
{
	const struct record_named *named = record_names_last(&m->in.by_alias, alias);

	return named == NULL ? NULL : &m->coming[named->number];
}

/* A row that names a kind makes its record, unless it is there: here or in the archive. */
static int
make(struct importing *m, const struct record_row *row, struct err *e)
{
	struct str alias = row->statement.record;
	const struct record *made = coming(m, alias);
	struct record_draft draft;

	if (alias.n == 0)
		return err_fail(e, ERR_INPUT, STR("record.no_record"));
	if (made != NULL && !str_eq(made->kind, row->kind))
		return err_fail(e, ERR_CONFLICT, STR("record.alias_taken"), alias, made->kind);
	if (made != NULL)
		return 0;
	if (record_prepare(m->in.writer, row->kind, alias, &draft, e) < 0)
		return -1;
	if (draft.fresh) {
		assert(m->coming != NULL);
		m->coming[m->table->records] = draft.record;
		record_names_add(
		    m->in.arena, &m->in.by_alias, draft.record.alias, m->table->records++);
		m->in.parts[m->in.n_parts++] = draft.part;
	}
	return 0;
}

static void
make_records(struct importing *m)
{
	struct err e;

	for (size_t i = 0; i < m->table->count; i++) {
		struct record_row *row = &m->table->rows[i];
		if (row->kind.n > 0 && make(m, row, &e) < 0)
			refuse(m, row, &e);
	}
}

static void
say(struct importing *m, struct record_row *row)
{
	size_t before = m->in.fresh;
	struct err e;

	if (row->statement.property.n == 0) {
		row->verdict =
		    coming(m, row->statement.record) != NULL ? RECORD_NEW : RECORD_UNCHANGED;
	} else if (record_intake_take(&m->in, &row->statement, &e) < 0) {
		refuse(m, row, &e);
		return;
	} else {
		row->verdict = m->in.fresh > before ? RECORD_NEW : RECORD_UNCHANGED;
	}
	m->table->unchanged += row->verdict == RECORD_UNCHANGED;
}

static int
import_held(const struct record_writer *writer, bool dry, struct record_table *table, struct err *e)
{
	struct importing m = {
	    .table = table, .coming = ARENA_ARRAY(writer->arena, struct record, table->count)};

	record_intake_begin(&m.in, writer, table->count, table->count);
	m.in.coming = m.coming;
	make_records(&m);
	for (size_t i = 0; i < table->count; i++)
		if (table->rows[i].verdict != RECORD_REFUSED)
			say(&m, &table->rows[i]);
	table->fresh = m.in.fresh;
	return dry || table->refused > 0 ? 0 : record_intake_append(&m.in, e);
}

int
record_import(
    const struct record_writer *writer, bool dry, struct record_table *table, struct err *e)
{
	if (archive_hold(writer->archive, e) < 0)
		return -1;
	int r = import_held(writer, dry, table, e);
	archive_release(writer->archive);
	return r;
}
