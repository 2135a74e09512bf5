#include "base/date.h"
#include "domain/record/internal.h"
#include "domain/record/record.h"
#include "domain/record/record_sql.h"

#define ID_LAST "\x7f" /* sorts after every id */

struct str
record_name(const struct record *record)
{
	return record->alias.n > 0 ? record->alias : record->id;
}

struct str
record_alias_for(struct viewer viewer, struct str kind, struct str alias)
{
	bool hidden = viewer.role != VIEWER_TEAM && str_eq(kind, RECORD_PERSON);

	return hidden ? STR("") : alias;
}

static struct record
of_row(const struct record_reader *r, const struct sql_record_range_row *row)
{
	return (struct record){
	    .id = row->id,
	    .alias = record_alias_for(r->viewer, row->kind, row->alias),
	    .kind = row->kind,
	    .title = STR(""),
	    .added_at = row->added_at,
	    .added_by = r->viewer.role == VIEWER_TEAM ? row->added_by : STR(""),
	    .destroyed = row->destroyed != 0,
	};
}

/* All with first <= id <= last; those that an import took back too. */
static int
range(const struct record_reader *r, struct str first, struct str last,
    struct sql_record_range_rows *rows, struct err *e)
{
	const struct sql_record_range_in in = {
	    .first = first,
	    .last = last,
	    .kind = STR(""),
	    .kind_null = true,
	    .team = r->viewer.role == VIEWER_TEAM,
	    .undone = true,
	};

	return sql_record_range_all(r->db, &in, r->arena, rows, e);
}

/* The id of the record of that alias; 0: there is none that the viewer may call so. */
static int
by_alias(const struct record_reader *r, struct str name, struct str *id, struct err *e)
{
	struct sql_record_by_alias_row row;
	int found = sql_record_by_alias_one(r->db, name, r->arena, &row, e);

	if (found > 0 && record_alias_for(r->viewer, row.kind, name).n == 0)
		return 0;
	if (found > 0)
		*id = row.id;
	return found;
}

int
record_find(const struct record_reader *reader, struct str name, struct record *out, struct err *e)
{
	struct sql_record_range_rows rows;
	struct str id = STR("");
	int found = by_alias(reader, name, &id, e);

	if (found < 0)
		return -1;
	struct str first = found > 0 ? id : name;
	struct str last = found > 0 ? id : arena_fmt(reader->arena, "%.*s" ID_LAST, STR_ARG(name));
	if (name.n == 0)
		return err_fail(e, ERR_NOTFOUND, STR("record.none"), name);
	if (range(reader, first, last, &rows, e) < 0)
		return -1;
	if (rows.count == 0)
		return err_fail(e, ERR_NOTFOUND, STR("record.none"), name);
	if (rows.count > 1)
		return err_fail(e, ERR_INPUT, STR("record.several"), name);
	*out = of_row(reader, &rows.at[0]);
	return 0;
}

/* The property that records of a kind are called by: the first one they have; NULL: none. */
static const struct vocab_property *
title_property(const struct vocab *vocab, struct str kind)
{
	for (size_t i = 0; i < vocab->n_properties; i++)
		if (str_eq(vocab->properties[i].of, kind))
			return &vocab->properties[i];
	return NULL;
}

/* Titles are ordered by record: the first in lang, else the first of all. */
static struct str
title_of(const struct sql_record_titles_rows *titles, struct str record, struct str lang)
{
	size_t low = 0, high = titles->count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;
		if (str_cmp(titles->at[middle].record, record) < 0)
			low = middle + 1;
		else
			high = middle;
	}
	struct str title = STR("");
	for (size_t i = low; i < titles->count && str_eq(titles->at[i].record, record); i++) {
		if (str_eq(titles->at[i].lang, lang))
			return titles->at[i].value;
		if (i == low)
			title = titles->at[i].value;
	}
	return title;
}

/* Names the count records, all of one kind. */
static int
set_titles(
    const struct record_reader *r, struct record *at, size_t count, struct str lang, struct err *e)
{
	const struct vocab_property *p = title_property(r->vocab, at[0].kind);
	struct sql_record_titles_rows titles;

	if (p == NULL)
		return 0;
	const struct sql_record_titles_in in = {at[0].kind, p->id, r->viewer.role == VIEWER_TEAM};
	if (sql_record_titles_all(r->db, &in, r->arena, &titles, e) < 0)
		return -1;
	for (size_t i = 0; i < count; i++)
		at[i].title = record_value_text(
		    r->arena, r->vocab, p, title_of(&titles, at[i].id, lang), DATE_OPEN_END, lang);
	return 0;
}

int
record_list(const struct record_reader *reader, struct str kind, struct str lang,
    struct record_list *out, struct err *e)
{
	struct sql_record_range_rows rows;

	if (kind.n > 0 && record_kind_check(reader->vocab, kind, e) < 0)
		return -1;
	const struct sql_record_range_in in = {
	    .first = STR(""),
	    .last = STR(ID_LAST),
	    .kind = kind,
	    .kind_null = kind.n == 0,
	    .team = reader->viewer.role == VIEWER_TEAM,
	};
	if (sql_record_range_all(reader->db, &in, reader->arena, &rows, e) < 0)
		return -1;
	struct record *at = ARENA_ARRAY(reader->arena, struct record, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = of_row(reader, &rows.at[i]);
	for (size_t i = 0, end; i < rows.count; i = end) {
		for (end = i + 1; end < rows.count && str_eq(at[end].kind, at[i].kind);)
			end++;
		if (set_titles(reader, &at[i], end - i, lang, e) < 0)
			return -1;
	}
	*out = (struct record_list){at, rows.count};
	return 0;
}

struct str
record_title(const struct record_reader *reader, const struct record_sheet *sheet, struct str lang)
{
	const struct vocab_property *p = title_property(reader->vocab, sheet->record.kind);
	const struct record_property *said = p != NULL ? record_said(sheet, p->id) : NULL;
	const struct record_statement *best = p != NULL ? record_shown(sheet, p->id) : NULL;

	if (said == NULL)
		return STR("");
	for (size_t v = said->n_values; v-- > 0;)
		if (str_eq(said->values[v].said[0]->lang, lang))
			best = said->values[v].said[0];
	return record_value_text(reader->arena, reader->vocab, p, best->value, DATE_OPEN_END, lang);
}
