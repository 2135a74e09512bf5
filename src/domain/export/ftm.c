#include <stdlib.h>

#include "base/point.h"
#include "domain/export/internal.h"
#include "domain/vocab/ftm.h"

/* An entity of FollowTheMoney while it grows. */
struct value {
	struct str property, text;
};

struct entity {
	const struct export_gate *gate;
	const struct vocab_ftm *table;
	const struct record_sheet *sheet;
	const struct vocab_ftm_row *schema;
	struct str id, kind;
	struct value *values;
	size_t count, capacity;
	struct export_writer *w;
};

static struct arena *
arena_of(const struct entity *n)
{
	return n->gate->reader->arena;
}

/* Values are a set: two people who say the same say it once. */
static void
add(struct entity *n, struct str property, struct str text)
{
	for (size_t i = 0; i < n->count; i++)
		if (str_eq(n->values[i].property, property) && str_eq(n->values[i].text, text))
			return;
	n->values = arena_grow(arena_of(n), n->values, n->count, &n->capacity, sizeof(*n->values));
	n->values[n->count++] = (struct value){property, text};
}

/* By property; those of one in the order that people said them in. */
static void
sort(struct value *values, size_t count)
{
	for (size_t i = 1; i < count; i++) {
		struct value v = values[i];
		size_t k = i;
		for (; k > 0 && str_cmp(values[k - 1].property, v.property) > 0; k--)
			values[k] = values[k - 1];
		values[k] = v;
	}
}

static int
put(struct export_writer *w, struct arena *a, const struct entity *n, struct err *e)
{
	struct buf *line = buf_on(a);

	buf_put(line, STR("{\"id\":"));
	export_json_text(line, a, n->id);
	buf_put(line, STR(",\"schema\":"));
	export_json_text(line, a, n->schema->schema);
	buf_put(line, STR(",\"properties\":{"));
	sort(n->values, n->count);
	for (size_t i = 0; i < n->count; i++) {
		bool first = i == 0 || !str_eq(n->values[i - 1].property, n->values[i].property);
		if (first && i > 0)
			buf_put(line, STR("],"));
		if (first) {
			export_json_text(line, a, n->values[i].property);
			buf_put(line, STR(":["));
		} else {
			buf_putc(line, ',');
		}
		export_json_text(line, a, n->values[i].text);
	}
	buf_put(line, n->count > 0 ? STR("]}}") : STR("}}"));
	return export_line(w, buf_str(line), e);
}

/* --- Values --------------------------------------------------------------------------------- */

/* "2019", "2019-06", "2019-06-09", "2019-06-09T21:30:00": what FollowTheMoney can say of a day. */
static bool
is_plain_date(struct str text)
{
	static const char form[] = "dddd-dd-ddTdd:dd:dd";

	if (text.n != 4 && text.n != 7 && text.n != 10 && text.n != sizeof(form) - 1)
		return false;
	for (size_t i = 0; i < text.n; i++) {
		bool digit = text.p[i] >= '0' && text.p[i] <= '9';
		if (form[i] == 'd' ? !digit : text.p[i] != form[i])
			return false;
	}
	return true;
}

/* A day, or both ends of an interval; what it cannot say stays out rather than become exact. */
static void
add_date(struct entity *n, const struct vocab_ftm_row *row, struct str text)
{
	struct str last = text, first = str_cut(&last, '/');
	bool interval = first.n < text.n && str_eq(row->schema, STR("Interval"));

	if (is_plain_date(text)) {
		add(n, row->property, text);
	} else if (interval && (is_plain_date(first) || str_eq(first, STR(".."))) &&
	    (is_plain_date(last) || str_eq(last, STR("..")))) {
		if (is_plain_date(first))
			add(n, STR("startDate"), first);
		if (is_plain_date(last))
			add(n, STR("endDate"), last);
	}
}

/* Units of a point in degrees: "43.2389". */
static struct str
degrees_of(struct arena *a, int32_t units)
{
	int64_t all = units < 0 ? -(int64_t)units : units;
	struct str text = arena_fmt(a, "%s%lld.%07lld", units < 0 ? "-" : "",
	    (long long)(all / POINT_DEGREE), (long long)(all % POINT_DEGREE));

	while (str_ends(text, STR("0")))
		text.n--;
	if (str_ends(text, STR(".")))
		text.n--;
	return text;
}

/* However it was written; how exact it is, FollowTheMoney has no word for. */
static void
add_point(struct entity *n, struct str text)
{
	struct point point;
	struct err e;

	if (point_read(text, &point, &e) < 0)
		return;
	add(n, STR("latitude"), degrees_of(arena_of(n), point.lat));
	add(n, STR("longitude"), degrees_of(arena_of(n), point.lon));
}

/* A place by its name. */
static void
add_place(struct entity *n, const struct vocab_ftm_row *row, struct str text)
{
	const struct vocab *v = n->gate->reader->vocab;
	size_t place = vocab_place(v, text);

	if (vocab_ftm_how(row, STR("lat")) || vocab_ftm_how(row, STR("lon")))
		add_point(n, text);
	else
		add(n, row->property, place != VOCAB_NONE ? v->places[place].label.en : text);
}

static void
add_keyword(struct entity *n, const struct vocab_property *p, struct str term)
{
	add(n, STR("keywords"),
	    arena_fmt(
		arena_of(n), "%.*s.%.*s:%.*s", STR_ARG(n->kind), STR_ARG(p->id), STR_ARG(term)));
}

/* A country or a language by its code; one without a code stays out. */
static void
add_code(struct entity *n, const struct vocab_ftm_row *row, struct str text)
{
	struct str code = vocab_ftm_code(n->table, row->how, text);

	if (code.n > 0)
		add(n, row->property, code);
}

static void
add_value(struct entity *n, const struct vocab_property *p, struct str text)
{
	const struct vocab_ftm_row *row = vocab_ftm_of(n->table, n->schema, n->kind, p->id);

	if (row == NULL && p->type == VOCAB_TERM)
		add_keyword(n, p, text);
	if (row == NULL)
		return;
	if (str_eq(row->how, STR("country")) || str_eq(row->how, STR("language")))
		add_code(n, row, text);
	else if (p->type == VOCAB_DATE)
		add_date(n, row, text);
	else if (p->type == VOCAB_PLACE || p->type == VOCAB_POINT)
		add_place(n, row, text);
	else
		add(n, row->property, text);
}

/* --- Links ---------------------------------------------------------------------------------- */

/* The schema of a link that says the property by itself, else UnknownLink with its role. */
static const struct vocab_ftm_row *
link_row(const struct entity *n, struct str property, struct str how)
{
	for (size_t i = 0; i < n->table->count; i++) {
		const struct vocab_ftm_row *row = &n->table->rows[i];
		if (str_eq(row->kind, n->kind) && str_eq(row->to, property) &&
		    str_eq(row->how, how))
			return row;
	}
	return NULL;
}

static int
put_link(const struct entity *n, const struct vocab_property *p, struct str object, struct err *e)
{
	struct arena *a = arena_of(n);
	const struct vocab_ftm_row *from = link_row(n, p->id, STR("subject"));
	const struct vocab_ftm_row *to = link_row(n, p->id, STR("object"));
	bool named = from != NULL && to != NULL;
	struct entity link = {.gate = n->gate,
	    .table = n->table,
	    .schema =
		vocab_ftm_schema(n->table, named ? from->schema : STR("UnknownLink"), STR("")),
	    .id = arena_fmt(a, "%.*s.%.*s.%.*s", STR_ARG(n->id), STR_ARG(p->id), STR_ARG(object))};

	if (link.schema == NULL)
		return 0;
	add(&link, named ? from->property : STR("subject"), n->id);
	add(&link, named ? to->property : STR("object"), object);
	if (!named)
		add(&link, STR("role"),
		    arena_fmt(a, "%.*s.%.*s", STR_ARG(n->kind), STR_ARG(p->id)));
	return put(n->w, a, &link, e);
}

/* Those that the entity itself has no property for. */
static int
put_links(const struct entity *n, struct err *e)
{
	for (size_t i = 0; i < n->sheet->n_properties; i++) {
		const struct record_property *said = &n->sheet->properties[i];
		if (said->property == NULL || said->property->type != VOCAB_REF ||
		    vocab_ftm_of(n->table, n->schema, n->kind, said->id) != NULL)
			continue;
		struct export_cell cell = export_gate_values(n->gate, said);
		for (size_t k = 0; k < cell.n; k++)
			if (put_link(n, said->property, cell.at[k], e) < 0)
				return -1;
	}
	return 0;
}

/* --- Records -------------------------------------------------------------------------------- */

/* "type:authority type:force": does the record say one of them? Empty: it need not. */
static bool
says_one(const struct entity *n, struct str terms)
{
	if (terms.n == 0)
		return true;
	while (terms.n > 0) {
		struct str term = str_cut(&terms, ' '), property = str_cut(&term, ':');
		const struct record_property *said = record_said(n->sheet, property);
		struct export_cell cell = {NULL, 0};
		if (said != NULL)
			cell = export_gate_values(n->gate, said);
		for (size_t i = 0; i < cell.n; i++)
			if (str_eq(cell.at[i], term))
				return true;
	}
	return false;
}

static const struct vocab_ftm_row *
schema_of(const struct entity *n)
{
	for (size_t i = 0; i < n->table->count; i++) {
		const struct vocab_ftm_row *row = &n->table->rows[i];
		if (row->property.n == 0 && str_eq(row->kind, n->kind) && says_one(n, row->to))
			return row;
	}
	return NULL;
}

/* Is there a word for the kind among the schema's own? An act is an Event too. */
static void
add_kind(struct entity *n)
{
	const struct vocab_ftm_row *first = vocab_ftm_schema(n->table, n->schema->schema, STR(""));

	if (!str_eq(first->kind, n->kind))
		add(n, STR("keywords"), arena_fmt(arena_of(n), "kind:%.*s", STR_ARG(n->kind)));
}

static void
add_values(struct entity *n)
{
	for (size_t i = 0; i < n->sheet->n_properties; i++) {
		const struct record_property *said = &n->sheet->properties[i];
		struct export_cell cell = {NULL, 0};
		if (said->property != NULL)
			cell = export_gate_values(n->gate, said);
		for (size_t k = 0; k < cell.n; k++)
			add_value(n, said->property, cell.at[k]);
	}
}

static int
put_record(const struct export_gate *g, const struct vocab_ftm *table, const struct record *record,
    struct export_writer *w, struct err *e)
{
	const struct record_reader records = export_records_on(g, g->reader->arena);
	struct record_sheet sheet;
	struct entity n = {.gate = g,
	    .table = table,
	    .sheet = &sheet,
	    .id = export_gate_record_name(g, record),
	    .kind = record->kind,
	    .w = w};

	if (record_read(&records, record, &sheet, e) < 0)
		return -1;
	n.schema = schema_of(&n);
	if (n.schema == NULL)
		return 0;
	add_values(&n);
	bool all = g->viewer.role == VIEWER_TEAM && g->consent != EXPORT_NEEDED;
	if (n.count == 0 && !all)
		return 0;
	add_kind(&n);
	return put(w, g->reader->arena, &n, e) < 0 ? -1 : put_links(&n, e);
}

int
export_ftm(const struct export_gate *gate, const struct export_wish *wish, struct export_writer *w,
    struct err *e)
{
	struct vocab_ftm table;
	struct record_list list;

	if (vocab_ftm_read(gate->reader->arena, &table, e) < 0 ||
	    export_gate_records(gate, wish->kind, &list, e) < 0)
		return -1;
	for (size_t i = 0; i < list.count; i++) {
		struct arena *a = arena_new();
		struct export_reader on = *gate->reader;
		struct export_gate own = *gate;
		on.arena = a;
		own.reader = &on;
		int r = put_record(&own, &table, &list.at[i], w, e);
		arena_free(a);
		if (r < 0)
			return -1;
		export_tick(w, i + 1, list.count);
	}
	return 0;
}
