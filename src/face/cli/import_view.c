#include "face/cli/import_view.h"

#include "face/cli/column.h"
#include "kit/lang/lang.h"

/* The rows of one line of the file: from *i on; the next line begins at the answer. */
static size_t
line_end(const struct record_table *t, size_t i)
{
	size_t end = i;

	while (end < t->count && t->rows[end].line == t->rows[i].line)
		end++;
	return end;
}

/* The first row of a line that something speaks against, or NULL. */
static const struct record_row *
reason_of(const struct record_table *t, size_t i, size_t end)
{
	for (; i < end; i++)
		if (t->rows[i].err != NULL)
			return &t->rows[i];
	return NULL;
}

static bool
is_new(const struct record_table *t, size_t i, size_t end)
{
	for (; i < end; i++)
		if (t->rows[i].verdict == RECORD_NEW)
			return true;
	return false;
}

/* "act.date: ..." */
static struct str
reason_text(struct cli *c, const struct record_row *row)
{
	struct buf *b = buf_on(c->a);

	if (row->statement.property.n > 0)
		buf_fmt(b, "%.*s: ", STR_ARG(row->statement.property));
	message_err(b, c->lang, row->err);
	return buf_str(b);
}

void
import_view_map(struct cli *c, const struct import_view *view)
{
	size_t width = 0;

	if (view->form.name.n > 0)
		cli_say(c, STR("cli.import.form"), view->form.label);
	for (size_t i = 0; i < view->map->count; i++) {
		const struct intake_column *m = &view->map->at[i];
		size_t wide = lang_width(m->column.n > 0 ? m->column : m->value);
		width = wide > width && wide < 40 ? wide : width;
	}
	for (size_t i = 0; i < view->map->count; i++) {
		const struct intake_column *m = &view->map->at[i];
		bool more = i > 0 && m->was.n > 0 && str_eq(m->column, m[-1].column);
		if (str_eq(m->to, STR("-")) || more)
			continue;
		buf_put(c->out, STR("  "));
		struct str name = m->column.n > 0 ? m->column : m->value;
		column_pad(c->out, name, width + 2);
		if (lang_width(name) > width)
			buf_put(c->out, STR("  "));
		buf_put(c->out, m->to);
		if (m->lang.n > 0)
			buf_fmt(c->out, " (%.*s)", STR_ARG(m->lang));
		if (m->dates.n > 0)
			buf_fmt(c->out, " (%.*s)", STR_ARG(m->dates));
		buf_putc(c->out, '\n');
	}
	for (size_t i = 0; i < view->n_left_out; i++) {
		buf_put(c->out, STR("  "));
		column_pad(c->out, view->left_out[i], width + 2);
		cli_say(c, STR("cli.import.left_out"));
	}
}

void
import_view_ftm(struct cli *c, const struct import_view *view)
{
	struct buf *names = buf_on(c->a);

	for (size_t i = 0; i < view->n_left_out; i++)
		buf_fmt(names, "%s%.*s", i > 0 ? ", " : "", STR_ARG(view->left_out[i]));
	if (names->n > 0)
		cli_say(c, STR("cli.import.ftm_left"), buf_str(names));
}

void
import_view_lines(struct cli *c, const struct import_view *view, bool all)
{
	const struct record_table *t = view->table;

	for (size_t i = 0, end; i < t->count; i = end) {
		end = line_end(t, i);
		const struct record_row *bad = reason_of(t, i, end);
		if (bad == NULL && !all)
			continue;
		bool fresh = is_new(t, i, end);
		struct str text = bad != NULL
		    ? reason_text(c, bad)
		    : message_text(c->a, c->lang,
			  fresh ? STR("cli.import.new") : STR("cli.import.unchanged"));
		buf_fmt(c->out, "%6zu  %.*s", t->rows[i].line, STR_ARG(text));
		if (bad == NULL)
			buf_fmt(c->out, "  %.*s", STR_ARG(t->rows[i].statement.record));
		buf_putc(c->out, '\n');
	}
}

static void
map_json(const struct import_view *view, struct json *answer)
{
	struct json *map = json_set_array(answer, STR("map"));
	struct json *left = json_set_array(answer, STR("left_out"));

	for (size_t i = 0; i < view->map->count; i++) {
		const struct intake_column *m = &view->map->at[i];
		struct json *row = json_push_object(map);
		json_set_str(row, STR("column"), m->column);
		json_set_str(row, STR("to"), m->to);
		json_set_str(row, STR("lang"), m->lang);
		json_set_str(row, STR("split"), m->split);
		json_set_str(row, STR("dates"), m->dates);
		json_set_str(row, STR("was"), m->was);
		json_set_str(row, STR("value"), m->value);
	}
	for (size_t i = 0; i < view->n_left_out; i++)
		json_push_str(left, view->left_out[i]);
}

static void
line_json(struct cli *c, const struct record_table *t, size_t i, size_t end, struct json *row)
{
	const struct record_row *bad = reason_of(t, i, end);

	json_set_int(row, STR("line"), (int64_t)t->rows[i].line);
	json_set_str(row, STR("record"), t->rows[i].statement.record);
	json_set_str(row, STR("verdict"),
	    bad != NULL             ? STR("refused")
		: is_new(t, i, end) ? STR("new")
				    : STR("unchanged"));
	if (bad == NULL)
		return;
	json_set_str(row, STR("property"), bad->statement.property);
	json_set_str(row, STR("key"), str_of(bad->err->key));
	json_set_str(row, STR("text"), reason_text(c, bad));
}

void
import_view_json(struct cli *c, const struct import_view *view)
{
	const struct record_table *t = view->table;
	struct json *answer = json_object(c->a);

	json_set_str(answer, STR("import"), view->made->id);
	json_set_str(answer, STR("source"), view->made->source);
	json_set_bool(answer, STR("guessed"), view->guessed);
	json_set_str(answer, STR("form"), view->form.name);
	json_set_bool(answer, STR("written"), view->written);
	json_set_int(answer, STR("lines"), (int64_t)view->made->lines);
	json_set_int(answer, STR("refused"), (int64_t)view->made->left_out);
	json_set_int(answer, STR("records"), (int64_t)t->records);
	json_set_int(answer, STR("statements"), (int64_t)t->fresh);
	map_json(view, answer);
	struct json *rows = json_set_array(answer, STR("rows"));
	for (size_t i = 0, end; i < t->count; i = end) {
		end = line_end(t, i);
		line_json(c, t, i, end, json_push_object(rows));
	}
	cli_json(c, answer);
}

/* The fields of a line of the file and one more. */
static void
put_line(struct cli *c, struct buf *out, const struct str *fields, size_t width, struct str last)
{
	struct str *row = ARENA_ARRAY(c->a, struct str, width + 1);

	for (size_t i = 0; i < width; i++)
		row[i] = fields[i];
	row[width] = last;
	csv_put_row(out, row, width + 1);
}

/* "{...}" with the reason as its last member. */
static void
put_entity(struct buf *out, struct arena *a, struct str entity, struct str why)
{
	if (str_ends(entity, STR("}"))) {
		buf_put(out, str_sub(entity, 0, entity.n - 1));
		buf_put(out, STR(",\"refused\":"));
		json_write(out, json_str(a, why));
		buf_put(out, STR("}\n"));
	} else {
		buf_put(out, entity);
		buf_putc(out, '\n');
	}
}

/* What the column of reasons is called: a table of statements has one of its own. */
static struct str
reasons_name(struct cli *c, const struct import_view *view)
{
	return str_eq(view->form.name, STR("statements"))
	    ? STR("refused")
	    : message_text(c->a, c->lang, STR("cli.import.why"));
}

struct str
import_view_bad(struct cli *c, const struct import_view *view)
{
	const struct record_table *t = view->table;
	const struct csv *file = view->file;
	struct str reasons = reasons_name(c, view);
	struct buf *out = buf_on(c->a);
	/* The reasons of an import before make room for those of this one. */
	bool had = str_eq(file->names[file->width - 1], reasons);
	size_t at = 0, width = file->width - had;
	bool ftm = str_eq(view->form.name, STR("ftm"));

	if (!ftm)
		put_line(c, out, file->names, width, reasons);
	for (size_t i = 0, end; i < t->count; i = end) {
		end = line_end(t, i);
		const struct record_row *bad = reason_of(t, i, end);
		while (bad != NULL && at < file->count && file->rows[at].line < bad->line)
			at++;
		if (bad == NULL || at == file->count)
			continue;
		if (ftm)
			put_entity(out, c->a, file->rows[at].fields[0], reason_text(c, bad));
		else
			put_line(c, out, file->rows[at].fields, width, reason_text(c, bad));
	}
	return buf_str(out);
}
