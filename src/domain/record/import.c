#include <assert.h>

#include "domain/record/internal.h"

/* A table while it is judged; the archive is held. */
struct importing {
	struct record_intake in;
	struct record_table *table;
	struct record *coming; /* new records, each once */
};

void
record_step(struct record_steps *steps)
{
	steps->done++;
	if (steps->tick != NULL)
		steps->tick(steps->arg, steps->done / steps->passes, steps->rows);
}

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
	const struct named *named = names_last(&m->in.by_alias, alias);

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
		record_intake_make(&m->in, &m->coming[m->table->records]);
		names_add(m->in.arena, &m->in.by_alias, alias, m->table->records++);
	}
	return 0;
}

static void
make_records(struct importing *m)
{
	struct err e;

	for (size_t i = 0; i < m->table->count; i++) {
		struct record_row *row = &m->table->rows[i];
		if (row->verdict != RECORD_REFUSED && row->kind.n > 0 && make(m, row, &e) < 0)
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

/* What every row would do, of those that nothing speaks against yet. */
static void
judge(struct importing *m, const struct record_writer *writer)
{
	struct record_table *t = m->table;

	t->records = t->unchanged = 0;
	record_intake_begin(&m->in, writer, t->count, t->count);
	m->in.coming = m->coming;
	m->in.import = t->import;
	m->in.source_comes = t->source_comes;
	m->in.steps = &t->steps;
	make_records(m);
	for (size_t i = 0; i < t->count; i++) {
		if (t->rows[i].verdict != RECORD_REFUSED)
			say(m, &t->rows[i]);
		record_step(&t->steps);
	}
	t->fresh = m->in.fresh;
}

/* Rows that come with a reason against them; the table has said so before anybody was asked. */
static void
refuse_known(struct record_table *t)
{
	t->refused = 0;
	for (size_t i = 0; i < t->count; i++) {
		t->rows[i].verdict = t->rows[i].err != NULL ? RECORD_REFUSED : RECORD_NEW;
		t->refused += t->rows[i].err != NULL;
	}
}

/* A line of the file stands as a whole: what else it says falls with a row that is refused. */
static void
refuse_lines(struct record_table *t)
{
	for (size_t i = 0, end; i < t->count; i = end) {
		bool bad = false;
		for (end = i; end < t->count && t->rows[end].line == t->rows[i].line; end++)
			bad = bad || t->rows[end].verdict == RECORD_REFUSED;
		for (size_t k = i; bad && k < end; k++) {
			t->refused += t->rows[k].verdict != RECORD_REFUSED;
			t->rows[k].verdict = RECORD_REFUSED;
		}
	}
}

/* What was judged. */
static int
write_news(struct importing *m, struct err *e)
{
	struct record_table *t = m->table;

	if (t->ready != NULL && t->ready(t->ready_arg, t, e) < 0)
		return -1;
	m->in.also = t->also;
	return record_intake_append(&m->in, e);
}

static int
import_all(const struct record_writer *writer, enum record_how how, struct record_table *table,
    struct err *e)
{
	struct importing m = {
	    .table = table, .coming = ARENA_ARRAY(writer->arena, struct record, table->count)};
	bool good = how == RECORD_GOOD || how == RECORD_GOOD_DRY;
	size_t refused;

	refuse_known(table);
	do {
		if (good)
			refuse_lines(table);
		refused = table->refused;
		record_intake_end(&m.in);
		judge(&m, writer);
	} while (good && table->refused > refused);
	bool nothing = table->fresh + table->records == 0;
	bool writes = how == RECORD_GOOD || (how == RECORD_ALL && table->refused == 0);
	int r = nothing || !writes ? 0 : write_news(&m, e);
	record_intake_end(&m.in);
	return r;
}

bool
record_how_dry(enum record_how how)
{
	return how == RECORD_DRY || how == RECORD_GOOD_DRY;
}

int
record_import(const struct record_writer *writer, enum record_how how, struct record_table *table,
    struct err *e)
{
	if (record_how_dry(how))
		return import_all(writer, how, table, e);
	if (archive_hold(writer->archive, e) < 0)
		return -1;
	int r = import_all(writer, how, table, e);
	archive_release(writer->archive);
	return r;
}
