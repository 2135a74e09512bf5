#include "domain/export/internal.h"

static const char columns[] = "record kind property value lang with source words speaker via "
			      "said_at basis credence confidentiality checked";
static const char more[] = " id start end accepted withdrawn why added_at added_by";

/* In quotes where it could be taken for the end of a qualifier. */
static void
put_value(struct buf *b, struct str value)
{
	bool quoted = str_find(value, ';') < value.n || str_starts(value, STR("\""));

	if (!quoted) {
		buf_put(b, value);
		return;
	}
	buf_putc(b, '"');
	for (size_t i = 0; i < value.n; i++) {
		if (value.p[i] == '"')
			buf_putc(b, '"');
		buf_putc(b, value.p[i]);
	}
	buf_putc(b, '"');
}

/* "date=2019-06-09; place=almaty" */
static struct str
with_text(struct arena *a, const struct record_statement *s)
{
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < s->n_with; i++) {
		buf_fmt(b, "%s%.*s=", i > 0 ? "; " : "", STR_ARG(s->with[i].property));
		put_value(b, s->with[i].value);
	}
	return buf_str(b);
}

static struct str
number(struct arena *a, bool known, int64_t n)
{
	return known ? arena_fmt(a, "%lld", (long long)n) : STR("");
}

static int
row(struct arena *a, const struct record_statement *s, struct export_writer *w, struct err *e)
{
	const struct str texts[] = {s->record, s->subject.kind, s->property, s->value, s->lang,
	    with_text(a, s), s->source, s->words, s->speaker, s->via, s->said_at, s->basis,
	    s->credence, s->confidentiality, s->checked, s->id, number(a, s->anchored, s->start),
	    number(a, s->anchored, s->end), s->accepted.n > 0 ? STR("yes") : STR(""),
	    s->withdrawn ? STR("yes") : STR(""), s->why, s->added_at, s->added_by};

	return export_texts(w, texts, e);
}

/* A record of which nothing is said: its row makes it, and no more. */
static int
bare_row(const struct export_gate *g, const struct record *record, struct export_writer *w,
    struct err *e)
{
	const struct record_statement nothing = {.record = export_gate_record_name(g, record),
	    .subject = *record,
	    .property = STR(""),
	    .value = STR(""),
	    .lang = STR(""),
	    .source = STR(""),
	    .words = STR(""),
	    .speaker = STR(""),
	    .via = STR(""),
	    .said_at = STR(""),
	    .basis = STR(""),
	    .credence = STR(""),
	    .confidentiality = STR(""),
	    .checked = STR(""),
	    .id = STR(""),
	    .accepted = STR(""),
	    .why = STR(""),
	    .added_at = record->added_at,
	    .added_by = record->added_by};

	return row(g->reader->arena, &nothing, w, e);
}

static int
record_rows(const struct export_gate *g, const struct record *record, bool all,
    struct export_writer *w, struct err *e)
{
	struct arena *a = arena_new();
	const struct export_reader on = {
	    g->reader->archive, a, g->reader->vocab, g->reader->whom, g->reader->day};
	struct export_gate gate = *g;
	const struct record_reader records = export_records_on(g, a);
	struct record_statements said;

	gate.reader = &on;
	bool ours = g->viewer.role == VIEWER_TEAM && g->consent != EXPORT_NEEDED;
	int r = record_statements(&records, record->id, all && ours, &said, e);
	for (size_t i = 0; r == 0 && i < said.count; i++) {
		struct record_statement s = said.at[i];
		if (export_gate_statement(&gate, &s))
			r = row(a, &s, w, e);
	}
	if (r == 0 && said.count == 0 && ours)
		r = bare_row(&gate, record, w, e);
	arena_free(a);
	return r;
}

int
export_statements(const struct export_gate *gate, const struct export_wish *wish,
    struct export_writer *w, struct err *e)
{
	struct arena *a = gate->reader->arena;
	struct record_list list;
	struct str names = arena_fmt(a, "%s%s", columns, wish->all ? more : "");

	if (export_gate_records(gate, wish->kind, &list, e) < 0 ||
	    export_head_of(w, a, names, e) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++) {
		if (record_rows(gate, &list.at[i], wish->all, w, e) < 0)
			return -1;
		export_tick(w, i + 1, list.count);
	}
	return 0;
}
