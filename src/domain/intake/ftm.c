#include "base/date.h"
#include "base/utf8.h"
#include "domain/intake/ftm_line.h"
#include "domain/intake/internal.h"
#include "domain/vocab/ftm.h"

/* Entities on their way to statements. */
struct taking {
	struct arena *arena;
	const struct vocab *vocab;
	struct vocab_ftm table;
	size_t line;
	struct str text; /* of the line */
	struct record_row *rows;
	size_t count, capacity;
	struct plan_item *items; /* one for each property that was met */
	size_t n_items, items_capacity;
	struct str *left; /* what was left out: "Person.topics" */
	size_t n_left, left_capacity;
};

/* One entity. */
struct entity {
	const struct ftm_line *line;
	const struct vocab_ftm_row *schema;
	struct str kind, alias;
	struct str start, end, lat, lon;  /* halves of one value */
	struct str subject, object, role; /* of a link */
	const struct vocab_ftm_row *subject_row;
	bool made; /* a row says already which kind it is */
};

static void
leave_out(struct taking *t, struct str schema, struct str property)
{
	struct str name = property.n > 0
	    ? arena_fmt(t->arena, "%.*s.%.*s", STR_ARG(schema), STR_ARG(property))
	    : schema;

	for (size_t i = 0; i < t->n_left; i++)
		if (str_eq(t->left[i], name))
			return;
	t->left = arena_grow(t->arena, t->left, t->n_left, &t->left_capacity, sizeof(*t->left));
	t->left[t->n_left++] = name;
}

/* --- Rows ----------------------------------------------------------------------------------- */

static struct record_row *
add_row(struct taking *t, struct str record, struct str property)
{
	t->rows = arena_grow(t->arena, t->rows, t->count, &t->capacity, sizeof(*t->rows));
	struct record_row *row = &t->rows[t->count++];
	*row = (struct record_row){.line = t->line,
	    .kind = STR(""),
	    .statement = {.record = record,
		.property = property,
		.value = STR(""),
		.line = (int64_t)t->line}};
	return row;
}

static void
refuse(struct taking *t, struct str record, struct str property, const struct err *why)
{
	struct err *kept = ARENA_NEW(t->arena, struct err);

	*kept = *why;
	add_row(t, record, property)->err = kept;
}

static struct plan_item *
item_of(struct taking *t, const struct vocab_property *p)
{
	for (size_t i = 0; i < t->n_items; i++)
		if (t->items[i].property == p)
			return &t->items[i];
	t->items =
	    arena_grow(t->arena, t->items, t->n_items, &t->items_capacity, sizeof(*t->items));
	t->items[t->n_items] = (struct plan_item){.property = p, .self = SIZE_MAX};
	return &t->items[t->n_items++];
}

/* value is what said became, or empty: then it is read as the property wants it. */
static void
say(struct taking *t, struct entity *n, struct str property, struct str said, struct str value)
{
	const struct vocab_property *p = vocab_property(t->vocab, n->kind, property);
	struct record_row *row = add_row(t, n->alias, property);
	struct cell cell = {.value = value, .other = value.n > 0 && !str_eq(value, said)};

	if (value.n == 0 && p != NULL)
		cell = intake_cell_read(t->arena, t->vocab, item_of(t, p), said, DATE_OPEN_END);
	if (!n->made)
		row->kind = n->kind;
	n->made = true;
	row->statement.value = p != NULL && p->type == VOCAB_REF
	    ? intake_cell_alias(t->arena, cell.value)
	    : cell.value;
	/* Words stand in the file as they are, unless they are written in escapes. */
	if (cell.other && str_search(t->text, said) < t->text.n)
		row->statement.words = said;
}

/* --- Properties ----------------------------------------------------------------------------- */

/* "act.method:beaten": a term of ours that FollowTheMoney has no property for. */
static void
take_keyword(struct taking *t, struct entity *n, struct str text)
{
	struct str term = text, of = str_cut(&term, ':'), property = of;
	struct str kind = str_cut(&property, '.');
	const struct vocab_property *p = vocab_property(t->vocab, n->kind, property);

	if (str_eq(of, STR("kind")))
		return;
	if (str_eq(kind, n->kind) && p != NULL && p->type == VOCAB_TERM)
		say(t, n, property, text, term);
	else
		leave_out(t, n->schema->schema, STR("keywords"));
}

/* Parts of a value that two properties say, and of a link. */
static bool
take_part(struct entity *n, const struct vocab_ftm_row *row, struct str text)
{
	const struct {
		struct str how;
		struct str *to;
	} parts[] = {{STR("start"), &n->start}, {STR("end"), &n->end}, {STR("lat"), &n->lat},
	    {STR("lon"), &n->lon}, {STR("subject"), &n->subject}, {STR("object"), &n->object},
	    {STR("role"), &n->role}};

	for (size_t i = 0; i < LENGTH(parts); i++)
		if (vocab_ftm_how(row, parts[i].how)) {
			*parts[i].to = text;
			if (parts[i].to == &n->subject)
				n->subject_row = row;
			return true;
		}
	return false;
}

static void
take_value(struct taking *t, struct entity *n, const struct ftm_value *v)
{
	const struct vocab_ftm_row *row =
	    vocab_ftm_property(&t->table, n->schema, n->kind, v->property);
	struct str text = str_trim(v->text);
	struct err e;

	if (row == NULL) {
		(void)err_fail(
		    &e, ERR_INPUT, STR("intake.ftm_property"), n->schema->schema, v->property);
		refuse(t, n->alias, STR(""), &e);
	} else if (str_eq(row->to, STR("-"))) {
		leave_out(t, n->schema->schema, v->property);
	} else if (text.n == 0 || take_part(n, row, text)) {
		return;
	} else if (vocab_ftm_how(row, STR("keywords"))) {
		take_keyword(t, n, text);
	} else if (vocab_property(t->vocab, n->kind, row->to) == NULL) {
		leave_out(t, n->schema->schema, v->property);
	} else {
		struct str how = row->how, list = str_cut(&how, ' ');
		say(t, n, row->to, text, vocab_ftm_meant(&t->table, list, text));
	}
}

/* An end of a link or its role; what else a link says has no place. */
static void
take_end(struct taking *t, struct entity *n, const struct ftm_value *v)
{
	const struct vocab_ftm_row *row =
	    vocab_ftm_property(&t->table, n->schema, n->kind, v->property);
	bool part = row != NULL &&
	    (vocab_ftm_how(row, STR("subject")) || vocab_ftm_how(row, STR("object")) ||
		vocab_ftm_how(row, STR("role")));

	if (row == NULL || part)
		take_value(t, n, v);
	else
		leave_out(t, n->schema->schema, v->property);
}

/* What two properties say together. */
static void
take_halves(struct taking *t, struct entity *n)
{
	if (n->start.n > 0 || n->end.n > 0) {
		struct str first = n->start.n > 0 ? n->start : STR("..");
		struct str last = n->end.n > 0 ? n->end : STR("..");
		struct str days = arena_fmt(t->arena, "%.*s/%.*s", STR_ARG(first), STR_ARG(last));
		say(t, n, STR("date"), days, STR(""));
	}
	if (n->lat.n > 0 && n->lon.n > 0)
		say(t, n, STR("point"),
		    arena_fmt(t->arena, "%.*s,%.*s", STR_ARG(n->lat), STR_ARG(n->lon)), STR(""));
}

/* --- Entities ------------------------------------------------------------------------------- */

/* "kind:act" among the keywords says which of several kinds an entity of the schema is. */
static struct str
kind_of(const struct taking *t, const struct ftm_line *line, const struct vocab_ftm_row *schema)
{
	for (size_t i = 0; i < line->count; i++) {
		struct str kind = line->values[i].text, word = str_cut(&kind, ':');
		if (str_eq(line->values[i].property, STR("keywords")) &&
		    str_eq(word, STR("kind")) && kind.n > 0 &&
		    vocab_ftm_schema(&t->table, schema->schema, kind) != NULL)
			return kind;
	}
	return schema->kind;
}

/* "type:authority ...": a schema says the first of its terms, unless the keywords say which. */
static void
take_schema(struct taking *t, struct entity *n)
{
	struct str rest = n->schema->to, term = str_cut(&rest, ' '), property = str_cut(&term, ':');
	struct str word = arena_fmt(t->arena, "%.*s.%.*s:", STR_ARG(n->kind), STR_ARG(property));

	for (size_t i = 0; i < n->line->count; i++)
		if (str_eq(n->line->values[i].property, STR("keywords")) &&
		    str_starts(n->line->values[i].text, word))
			return;
	if (term.n > 0)
		say(t, n, property, n->schema->schema, term);
}

static void
take_record(struct taking *t, struct entity *n)
{
	for (size_t i = 0; i < n->line->count; i++)
		take_value(t, n, &n->line->values[i]);
	take_halves(t, n);
	take_schema(t, n);
	if (!n->made)
		add_row(t, n->alias, STR(""))->kind = n->kind;
}

/* A link is a statement of the one about the other: its role says which, or its schema. */
static void
take_link(struct taking *t, struct entity *n)
{
	struct err e;

	for (size_t i = 0; i < n->line->count; i++)
		take_end(t, n, &n->line->values[i]);
	struct str property = n->role, kind = str_cut(&property, '.');
	if (n->subject_row != NULL && n->subject_row->to.n > 0) {
		kind = n->subject_row->kind;
		property = n->subject_row->to;
	}
	const struct vocab_property *p = vocab_property(t->vocab, kind, property);
	if (n->subject.n == 0 || n->object.n == 0 || p == NULL || p->type != VOCAB_REF) {
		(void)err_fail(&e, ERR_INPUT, STR("intake.ftm_link"), n->schema->schema, n->role);
		refuse(t, n->alias, STR(""), &e);
		return;
	}
	struct record_row *row = add_row(t, intake_cell_alias(t->arena, n->subject), property);
	row->statement.value = intake_cell_alias(t->arena, n->object);
}

static void
take_line(struct taking *t)
{
	struct ftm_line line;
	struct err e;

	if (intake_ftm_line(t->arena, t->text, &line, &e) < 0) {
		refuse(t, STR(""), STR(""), &e);
		return;
	}
	struct entity n = {.line = &line,
	    .schema = vocab_ftm_schema(&t->table, line.schema, STR("")),
	    .alias = intake_cell_alias(t->arena, line.id),
	    .start = STR(""),
	    .end = STR(""),
	    .lat = STR(""),
	    .lon = STR(""),
	    .subject = STR(""),
	    .object = STR(""),
	    .role = STR("")};
	if (n.schema == NULL) {
		(void)err_fail(&e, ERR_INPUT, STR("intake.ftm_schema"), line.schema);
		refuse(t, n.alias, STR(""), &e);
		return;
	}
	n.kind = kind_of(t, &line, n.schema);
	if (str_eq(n.kind, STR("-")))
		leave_out(t, line.schema, STR(""));
	else if (n.kind.n > 0)
		take_record(t, &n);
	else
		take_link(t, &n);
}

bool
intake_ftm_is(struct str bytes)
{
	struct str first = str_trim(str_cut(&bytes, '\n'));
	struct arena *a = arena_new();
	struct ftm_line line;
	struct err e;
	bool is = utf8_valid(first) && intake_ftm_line(a, first, &line, &e) == 0;

	arena_free(a);
	return is;
}

int
intake_ftm_rows(struct arena *a, const struct vocab *vocab, struct str bytes,
    struct intake_ftm *out, struct err *e)
{
	struct taking t = {.arena = a, .vocab = vocab};
	struct csv_row *lines = NULL;
	struct str *names = ARENA_ARRAY(a, struct str, 1);
	size_t n = 0, capacity = 0;

	if (!utf8_valid(bytes) || str_find(bytes, '\0') < bytes.n)
		return err_fail(e, ERR_INPUT, STR("intake.ftm_text"));
	if (vocab_ftm_read(a, &t.table, e) < 0)
		return -1;
	while (bytes.n > 0) {
		t.text = str_trim(str_cut(&bytes, '\n'));
		t.line++;
		if (t.text.n == 0)
			continue;
		struct str *field = ARENA_ARRAY(a, struct str, 1);
		*field = t.text;
		lines = arena_grow(a, lines, n, &capacity, sizeof(*lines));
		lines[n++] = (struct csv_row){field, t.line};
		take_line(&t);
	}
	names[0] = STR("entity");
	*out = (struct intake_ftm){.lines = {names, 1, lines, n},
	    .rows = {.rows = t.rows, .count = t.count},
	    .left_out = t.left,
	    .n_left_out = t.n_left};
	return 0;
}
