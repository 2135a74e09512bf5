#include "domain/record/internal.h"
#include "domain/record/record_sql.h"

#define ID_LAST "\x7f"           /* sorts after every id */
#define SAID_OF_ONE 4            /* statements, about: room to begin with */
#define NO_IDS STR("~"), STR("") /* first and last of a range in which no id lies */

/* Which statements: those of a range of ids, of a record, of records that refer to another. */
struct wanted {
	struct str first, last, record, about;
};

static enum vocab_type
type_of(struct str name)
{
	enum vocab_type type = VOCAB_TEXT;

	/* A type that a newer program wrote is shown as text. */
	(void)vocab_type_of(name, &type);
	return type;
}

/* A record that a value means: what people see of it, and whether everybody may. */
struct meant {
	struct str kind, alias;
	bool is_public;
};

/* What people see of a ref: the alias of a record they may see, else its id. */
static struct str
shown_value(
    const struct record_reader *r, enum vocab_type type, struct str value, struct meant meant)
{
	bool seen = meant.is_public || r->viewer.role == VIEWER_TEAM;
	struct str alias = seen ? record_alias_for(r->viewer, meant.kind, meant.alias) : STR("");

	return type == VOCAB_REF && alias.n > 0 ? alias : value;
}

/* What statements are read with: whom they speak of, in their order, and what they rest on. */
struct reading {
	const struct record_reader *r;
	struct sql_statement_subjects_rows subjects;
	size_t at;            /* the subject of the next statement, or one before it */
	struct names sources; /* numbers in all: thousands of statements rest on one */
	const struct sql_statement_source_row **all; /* NULL where there is none */
	size_t count, capacity;
};

/* *out is the source, read once, or NULL where there is none. */
static int
source_for(
    struct reading *g, struct str id, const struct sql_statement_source_row **out, struct err *e)
{
	const struct named *known = names_last(&g->sources, id);
	struct sql_statement_source_row *row;
	struct arena *a = g->r->arena;

	*out = NULL;
	if (id.n == 0)
		return 0;
	if (known != NULL && g->all != NULL) {
		*out = g->all[known->number];
		return 0;
	}
	row = ARENA_NEW(a, struct sql_statement_source_row);
	int found = sql_statement_source_one(g->r->db, id, a, row, e);
	if (found < 0)
		return -1;
	*out = found > 0 ? row : NULL;
	g->all = arena_grow(a, g->all, g->count, &g->capacity, sizeof(*g->all));
	g->all[g->count] = *out;
	names_add(a, &g->sources, id, g->count++);
	return 0;
}

/* Of a source that one may not see: its kind, and the month it is from. */
static void
set_source(const struct record_reader *r, const struct sql_statement_source_row *source,
    struct str id, struct record_statement *s)
{
	s->source_shown = source != NULL && account_may(r->viewer, source->confidentiality);
	s->withheld = id.n > 0 && !s->source_shown && r->viewer.role != VIEWER_TEAM;
	s->source_id = s->withheld ? STR("") : id;
	if (source == NULL)
		return;
	s->source_kind = source->kind;
	s->source_date = s->source_shown ? source->date : source_month(r->arena, source->date);
	if (!s->source_shown)
		return;
	s->source = source->alias.n > 0 ? source->alias : id;
	s->source_title = source->title;
}

/* Words, voice and day of a source that one may not see could tell which it is. */
static void
set_voice(const struct record_reader *r, const struct sql_statement_said_row *row,
    struct record_statement *s)
{
	s->said_at = s->withheld ? source_month(r->arena, row->said_at) : row->said_at;
	if (s->withheld)
		return;
	s->speaker = row->speaker;
	s->via = row->via;
	s->words = row->words;
	s->line = row->line;
	s->anchored = !row->passage_start_null;
	s->start = row->passage_start_null ? 0 : row->passage_start;
	s->end = row->passage_end_null ? 0 : row->passage_end;
}

static struct record
subject_of(const struct record_reader *r, const struct sql_statement_subjects_row *row)
{
	return (struct record){.id = row->id,
	    .alias = record_alias_for(r->viewer, row->kind, row->alias),
	    .kind = row->kind,
	    .title = STR(""),
	    .added_at = row->added_at,
	    .added_by = r->viewer.role == VIEWER_TEAM ? row->added_by : STR("")};
}

static struct record_statement
of_row(const struct record_reader *r, const struct record *subject,
    const struct sql_statement_said_row *row)
{
	struct record_statement s = {
	    .property = row->property,
	    .lang = row->lang,
	    .source = STR(""),
	    .words = STR(""),
	    .speaker = STR(""),
	    .via = STR(""),
	    .basis = row->basis,
	    .credence = row->credence,
	    .confidentiality = row->confidentiality,
	    .checked = row->checked,
	    .id = row->id,
	    .subject = *subject,
	    .type = type_of(row->type),
	    .nth = row->nth,
	    .ref_id = STR(""),
	    .source_id = STR(""),
	    .source_kind = STR(""),
	    .source_date = STR(""),
	    .source_title = STR(""),
	    .import = row->import,
	    .undone = row->undone != 0 && row->apart == 0,
	    .withdrawn = !row->why_null,
	    .why = row->why_null ? STR("") : row->why,
	    .accepted = row->accepted_null ? STR("") : row->accepted,
	    .added_at = row->added_at,
	    .added_by = r->viewer.role == VIEWER_TEAM ? row->added_by : STR(""),
	};

	s.record = record_name(&s.subject);
	const struct meant meant = {row->ref_kind_null ? STR("") : row->ref_kind,
	    row->ref_alias_null ? STR("") : row->ref_alias, row->ref_public != 0};
	s.value = shown_value(r, s.type, row->value, meant);
	if (s.type == VOCAB_REF)
		s.ref_id = row->value;
	return s;
}

static struct record_qualifier
qualifier_of(const struct record_reader *r, const struct sql_statement_qualified_row *row)
{
	struct record_qualifier q = {
	    .property = row->property, .type = type_of(row->type), .ref_id = STR("")};

	const struct meant meant = {row->ref_kind_null ? STR("") : row->ref_kind,
	    row->ref_alias_null ? STR("") : row->ref_alias, row->ref_public != 0};
	q.value = shown_value(r, q.type, row->value, meant);
	if (q.type == VOCAB_REF)
		q.ref_id = row->value;
	return q;
}

/* Hands each statement its qualifiers. */
static int
set_qualifiers(const struct record_reader *r, const struct wanted *w,
    struct record_statement *statements, size_t count, struct err *e)
{
	const struct sql_statement_qualified_in in = {w->first, w->last, w->record, w->about};
	struct sql_statement_qualified_rows rows;
	struct names by_id = {0};

	if (sql_statement_qualified_all(r->db, &in, r->arena, &rows, e) < 0)
		return -1;
	if (count == 0 || rows.count == 0)
		return 0;
	struct record_qualifier *all = ARENA_ARRAY(r->arena, struct record_qualifier, rows.count);
	for (size_t i = 0; i < count; i++)
		names_add(r->arena, &by_id, statements[i].id, i);
	for (size_t i = 0; i < rows.count; i++) {
		const struct named *named = names_last(&by_id, rows.at[i].statement);
		if (named == NULL)
			continue;
		struct record_statement *of = &statements[named->number];
		all[i] = qualifier_of(r, &rows.at[i]);
		if (of->n_with++ == 0)
			of->with = &all[i];
	}
	return 0;
}

/* Drops what the viewer may not see, and what was withdrawn unless it is asked for. */
static size_t
keep_seen(
    const struct record_reader *r, struct record_statement *statements, size_t count, bool all)
{
	bool withdrawn = all && r->viewer.role == VIEWER_TEAM;
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (account_may(r->viewer, statements[i].confidentiality) &&
		    (withdrawn || !statements[i].withdrawn))
			statements[kept++] = statements[i];
	return kept;
}

/* The statement of a row, with its subject and its source; 0 when its subject is not there. */
static int
read_row(struct reading *g, const struct sql_statement_said_row *row, struct record_statement *out,
    struct err *e)
{
	const struct sql_statement_subjects_rows *subjects = &g->subjects;
	const struct sql_statement_source_row *source;

	while (g->at < subjects->count && str_cmp(subjects->at[g->at].id, row->record) < 0)
		g->at++;
	if (g->at == subjects->count || !str_eq(subjects->at[g->at].id, row->record))
		return 0;
	if (source_for(g, row->source_id, &source, e) < 0)
		return -1;
	const struct record subject = subject_of(g->r, &subjects->at[g->at]);
	*out = of_row(g->r, &subject, row);
	set_source(g->r, source, row->source_id, out);
	set_voice(g->r, row, out);
	return 1;
}

/* One more withdrawal or decision of the statement that was read last; false: a row of another. */
static bool
add_row(const struct record_reader *r, struct record_statement *last,
    const struct sql_statement_said_row *row)
{
	if (!str_eq(last->id, row->id))
		return false;
	last->undone = last->undone && row->apart == 0;
	if (!row->accepted_null && str_cmp(row->accepted, last->accepted) > 0)
		last->accepted = arena_str(r->arena, row->accepted);
	return true;
}

/* One row after another: a page asks for ten thousand, and a row is as large as its statement. */
static int
read_statements(const struct record_reader *r, const struct wanted *w,
    struct record_statement **out, size_t *count, struct err *e)
{
	const struct sql_statement_subjects_in of = {w->first, w->last, w->record, w->about};
	const struct sql_statement_said_in in = {w->first, w->last, w->record, w->about};
	struct reading g = {.r = r};
	struct sql_statement_said q;
	size_t n = 0;
	int more;

	if (sql_statement_subjects_all(r->db, &of, r->arena, &g.subjects, e) < 0 ||
	    sql_statement_said_start(&q, r->db, &in, e) < 0)
		return -1;
	size_t capacity = (g.subjects.count + 1) * SAID_OF_ONE;
	struct record_statement *read = ARENA_ARRAY(r->arena, struct record_statement, capacity);
	while ((more = sql_statement_said_step(&q, e)) > 0) {
		if (n > 0 && add_row(r, &read[n - 1], &q.row))
			continue;
		sql_statement_said_keep(&q, r->arena);
		read = arena_grow(r->arena, read, n, &capacity, sizeof *read);
		int one = read_row(&g, &q.row, &read[n], e);
		if (one < 0) {
			sql_statement_said_end(&q);
			return -1;
		}
		n += (size_t)one;
	}
	*out = read;
	*count = n;
	return more;
}

static int
ask(const struct record_reader *r, const struct wanted *w, bool all, struct record_statements *out,
    struct err *e)
{
	struct record_statement *read;
	size_t count;

	if (read_statements(r, w, &read, &count, e) < 0 || set_qualifiers(r, w, read, count, e) < 0)
		return -1;
	*out = (struct record_statements){read, keep_seen(r, read, count, all)};
	return 0;
}

int
record_statements(const struct record_reader *reader, struct str record_id, bool all,
    struct record_statements *out, struct err *e)
{
	const struct wanted wanted = {NO_IDS, record_id, STR("")};

	return ask(reader, &wanted, all, out, e);
}

int
record_statements_about(const struct record_reader *reader, struct str record_id,
    struct record_statements *out, struct err *e)
{
	const struct wanted wanted = {NO_IDS, STR(""), record_id};

	return ask(reader, &wanted, false, out, e);
}

/* Nothing stands under the id: because there never was a statement, or because it went with a key.
 */
static int
is_gone(const struct record_reader *reader, const struct wanted *wanted, struct err *e)
{
	struct sql_statement_was_destroyed_rows gone;

	if (sql_statement_was_destroyed_all(
		reader->db, wanted->first, wanted->last, reader->arena, &gone, e) < 0)
		return -1;
	if (gone.count == 1 && reader->viewer.role == VIEWER_TEAM)
		return err_fail(e, ERR_NOTFOUND, STR("record.gone"), gone.at[0].id);
	return err_fail(e, ERR_NOTFOUND, STR("record.no_statement"), wanted->first);
}

int
record_statement_find(
    const struct record_reader *reader, struct str id, struct record_statement *out, struct err *e)
{
	const struct wanted wanted = {
	    id, arena_fmt(reader->arena, "%.*s" ID_LAST, STR_ARG(id)), STR(""), STR("")};
	struct record_statements found;

	if (id.n == 0)
		return err_fail(e, ERR_NOTFOUND, STR("record.no_statement"), id);
	if (ask(reader, &wanted, true, &found, e) < 0)
		return -1;
	if (found.count == 0)
		return is_gone(reader, &wanted, e);
	if (found.count > 1)
		return err_fail(e, ERR_INPUT, STR("record.several"), id);
	*out = found.at[0];
	return 0;
}

int
record_resting(struct db *db, struct str source_id, struct str record_id, int64_t *n, struct err *e)
{
	struct arena *a = arena_new();
	struct sql_statement_resting_row row;
	int found = sql_statement_resting_one(db, source_id, record_id, a, &row, e);

	if (found > 0)
		*n = row.n;
	arena_free(a);
	return found < 0 ? -1 : 0;
}
