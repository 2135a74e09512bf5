#include "domain/intake/intake_maps.h"
#include "domain/intake/internal.h"
#include "kit/lang/fold.h"

/* What "*" and "{lang}" of a pattern stand for in a name. */
struct matched {
	struct str star, lang;
};

#define LANG STR("{lang}")

/* --- Patterns ------------------------------------------------------------------------------- */

/* The two or three small letters that a name ends with; empty: it does not. */
static struct str
language_at_end(struct str name)
{
	size_t n = 0;

	while (
	    n < name.n && n < 4 && name.p[name.n - n - 1] >= 'a' && name.p[name.n - n - 1] <= 'z')
		n++;
	return n == 2 || n == 3 ? str_sub(name, name.n - n, name.n) : STR("");
}

/* "*" stands for anything but nothing; of two the last one is as short as it can be. */
static bool
fits(struct str pattern, struct str name, struct matched *out)
{
	struct matched m = {STR_INIT(""), STR_INIT("")};

	if (str_ends(pattern, LANG)) {
		m.lang = language_at_end(name);
		if (m.lang.n == 0)
			return false;
		pattern.n -= LANG.n;
		name.n -= m.lang.n;
	}
	struct str behind = pattern, before = str_cut(&behind, '*');
	if (before.n == pattern.n) {
		*out = m;
		return str_eq(pattern, name);
	}
	if (!str_starts(name, before) || !str_ends(name, behind) || name.n <= before.n + behind.n)
		return false;
	m.star = str_sub(name, before.n, name.n - behind.n);
	*out = m;
	return true;
}

static int
column_like(const struct csv *table, struct str pattern)
{
	struct matched m;

	for (size_t c = 0; c < table->width; c++)
		if (fits(pattern, table->names[c], &m))
			return (int)c;
	return -1;
}

/* "KEY+SubmissionDate": has the table a column like each of them? */
static bool
has_columns(const struct csv *table, struct str patterns)
{
	while (patterns.n > 0)
		if (column_like(table, str_cut(&patterns, '+')) < 0)
			return false;
	return true;
}

/* --- Forms ---------------------------------------------------------------------------------- */

/* "odk" and "odk-repeat" are both of the form "odk". */
static bool
is_called(struct str file, struct str name)
{
	struct str stem = str_cut(&file, '.');

	return str_eq(stem, name) || str_eq(str_cut(&stem, '-'), name);
}

bool
intake_form_known(struct str name)
{
	for (size_t i = 0; i < INTAKE_MAPS_COUNT; i++)
		if (str_find(name, '-') == name.n && is_called(intake_maps[i].name, name))
			return true;
	return false;
}

/* The map of a form, on a: they are ours, and a test reads them all. */
static void
read_form(struct arena *a, size_t i, struct intake_form *out)
{
	struct str stem = intake_maps[i].name;
	struct intake_map map = {NULL, 0, STR_INIT(""), STR_INIT(""), NULL};
	struct err e;

	if (intake_map_read(a, intake_maps[i].bytes, &map, &e) < 0)
		map.count = 0;
	*out = (struct intake_form){str_cut(&stem, '.'), STR(""), map.at, map.count};
	for (size_t k = 0; k < map.count; k++)
		if (str_eq(map.at[k].to, STR("label")))
			out->label = map.at[k].column;
}

static bool
form_says(const struct intake_form *form, const struct csv *table, struct str what)
{
	for (size_t i = 0; i < form->count; i++)
		if (str_eq(form->rules[i].to, what) && has_columns(table, form->rules[i].column))
			return true;
	return false;
}

int
intake_form_of(struct arena *a, const struct csv *table, struct str wish, struct intake_form *out,
    struct err *e)
{
	static const struct str marks[] = {STR_INIT("form"), STR_INIT("need")};
	struct intake_form form;

	for (size_t m = 0; m < (wish.n > 0 ? LENGTH(marks) : 1); m++)
		for (size_t i = 0; i < INTAKE_MAPS_COUNT; i++) {
			read_form(a, i, &form);
			if ((wish.n == 0 || is_called(intake_maps[i].name, wish)) &&
			    form_says(&form, table, marks[m])) {
				*out = form;
				return 0;
			}
		}
	if (wish.n > 0)
		return err_fail(e, ERR_INPUT, STR("intake.form"), wish);
	*out = (struct intake_form){STR(""), STR(""), NULL, 0};
	return 0;
}

int
intake_form_parent(const struct record_reader *reader, const struct intake_form *form,
    const struct csv *table, struct str *kind, struct err *e)
{
	struct str id = STR("");
	struct record record;

	for (size_t i = 0; i < form->count && table->count > 0; i++)
		if (str_eq(form->rules[i].to, STR("{parent}.id")))
			id = csv_field(table, 0, csv_column(table, form->rules[i].column));
	if (id.n == 0) {
		*kind = STR("");
		return 0;
	}
	if (record_find(reader, intake_cell_id(reader->arena, str_trim(id)), &record, e) < 0)
		return e->code == ERR_NOTFOUND ? err_fail(e, ERR_INPUT, STR("intake.parent"), id)
					       : -1;
	*kind = record.kind;
	return 0;
}

/* --- A column ------------------------------------------------------------------------------- */

static size_t
last_at(struct str text, char mark)
{
	for (size_t i = text.n; i > 0; i--)
		if (text.p[i - 1] == mark)
			return i - 1;
	return text.n;
}

/* Says every cell of the column yes, no or nothing? */
static bool
is_ticked(struct arena *a, const struct csv *table, size_t column)
{
	bool any = false;

	for (size_t i = 0; i < table->count; i++) {
		struct str text = fold_text(a, str_trim(table->rows[i].fields[column]));
		bool yes = str_eq(text, STR("1")) || str_eq(text, STR("true"));
		bool no = str_eq(text, STR("0")) || str_eq(text, STR("false"));
		if (!yes && !no && text.n > 0)
			return false;
		any = any || yes || no;
	}
	return any;
}

/*
 * "what/beaten" is one choice of several: left out where a column "what" has them all, else told by
 * its ticks.
 */
static bool
read_choice(struct arena *a, const struct csv *table, size_t column, struct intake_reading *out)
{
	struct str name = table->names[column];
	size_t slash = last_at(name, '/');
	struct str question = str_sub(name, 0, slash);

	if (slash == name.n)
		return false;
	if (csv_column(table, question) >= 0) {
		out->to = STR("-");
		return true;
	}
	if (!is_ticked(a, table, column))
		return false;
	out->to = STR("?");
	out->name = question;
	out->choice = str_sub(name, slash + 1, name.n);
	return true;
}

static struct str
with_star(struct arena *a, struct str template, struct str star)
{
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < template.n; i++) {
		if (template.p[i] == '*')
			buf_put(b, star);
		else
			buf_putc(b, template.p[i]);
	}
	return buf_str(b);
}

/* The question itself, and the group it stands in. */
static void
cut_groups(const struct intake_form *form, struct intake_reading *out)
{
	for (size_t i = 0; i < form->count; i++) {
		if (!str_eq(form->rules[i].to, STR("group")))
			continue;
		char mark = form->rules[i].column.p[0];
		size_t end = last_at(out->name, mark);
		if (end == out->name.n)
			return;
		struct str groups = str_sub(out->name, 0, end);
		size_t start = last_at(groups, mark);
		out->group = start == groups.n ? groups : str_sub(groups, start + 1, groups.n);
		out->name = str_sub(out->name, end + 1, out->name.n);
		return;
	}
}

/* Rows that are about the form and not about a column. */
static bool
is_rule(const struct intake_column *row)
{
	static const struct str others[] = {
	    STR_INIT("label"), STR_INIT("form"), STR_INIT("need"), STR_INIT("group")};

	for (size_t i = 0; i < LENGTH(others); i++)
		if (str_eq(row->to, others[i]))
			return false;
	return true;
}

struct intake_reading
intake_form_read(
    struct arena *a, const struct intake_form *form, const struct csv *table, size_t column)
{
	const struct str none = STR("");
	struct intake_reading out = {
	    STR("?"), none, table->names[column], none, none, none, none, 0};
	struct matched m;

	for (size_t i = 0; i < form->count; i++) {
		const struct intake_column *row = &form->rules[i];
		if (!is_rule(row) || !fits(row->column, table->names[column], &m))
			continue;
		out.rule = i;
		if (str_eq(row->to, STR("choice"))) {
			if (!read_choice(a, table, column, &out))
				continue;
			break;
		}
		out.to = row->to;
		out.name = m.star.n > 0 ? m.star : table->names[column];
		out.lang = str_eq(row->lang, LANG) ? m.lang : row->lang;
		out.split = row->split;
		out.value = with_star(a, row->value, m.star);
		break;
	}
	cut_groups(form, &out);
	return out;
}
