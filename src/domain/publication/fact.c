#include "domain/advocacy/advocacy.h"
#include "domain/publication/internal.h"

/* Rows while records are read as the public reads them. */
struct rows {
	struct record_reader records;
	struct str *at;
	size_t n, capacity;
};

/* "observer-detention stage s3kq...": words stay under the keys they are sealed with. */
static int
add_record(struct rows *rows, const struct record *record, struct err *e)
{
	struct record_sheet sheet;
	struct str name = record_name(record);

	if (record_read(&rows->records, record, &sheet, e) < 0)
		return -1;
	for (size_t i = 0; i < sheet.n_properties; i++) {
		const struct record_property *property = &sheet.properties[i];
		for (size_t k = 0; k < property->n_values; k++) {
			struct str id = property->values[k].said[0]->id;
			rows->at = arena_grow(rows->records.arena, rows->at, rows->n,
			    &rows->capacity, sizeof(*rows->at));
			rows->at[rows->n++] = arena_fmt(rows->records.arena, "%.*s %.*s %.*s",
			    STR_ARG(name), STR_ARG(property->id), STR_ARG(id));
		}
	}
	return 0;
}

static int
add_demands(struct rows *rows, const struct advocacy_reader *reader, const struct record *event,
    struct err *e)
{
	struct advocacy_demands demands;
	struct advocacy_helps helps;

	if (advocacy_demands(reader, event, &demands, e) < 0 ||
	    advocacy_helps(reader, event, &helps, e) < 0)
		return -1;
	for (size_t i = 0; i < demands.count; i++) {
		const struct advocacy_demand *demand = &demands.at[i];
		if (add_record(rows, &demand->record, e) < 0)
			return -1;
		for (size_t k = 0; k < demand->n_answers; k++)
			if (add_record(rows, &demand->answers[k].record, e) < 0)
				return -1;
	}
	for (size_t i = 0; i < helps.count; i++)
		if (add_record(rows, &helps.at[i].record, e) < 0)
			return -1;
	return 0;
}

static int
add_law(struct rows *rows, const struct advocacy_reader *reader, const struct record *event,
    struct err *e)
{
	struct advocacy_law law;

	if (advocacy_law(reader, event, &law, e) < 0)
		return -1;
	for (size_t i = 0; i < law.n_findings; i++)
		if (add_record(rows, &law.findings[i].record, e) < 0)
			return -1;
	return 0;
}

/* Says that the record is not public, or that there is none of that name and kind. */
static int
record_fail(const struct record_reader *public, const struct publication_value *v, struct str kind,
    struct err *e)
{
	struct record_reader team = *public;
	struct record_list list;
	struct record hidden;
	struct err none = {0};

	team.viewer.role = VIEWER_TEAM;
	if (record_find(&team, v->subject, &hidden, &none) == 0 && str_eq(hidden.kind, kind))
		return err_fail(e, ERR_DENIED, STR("publication.record_not_public"),
		    STR_INT((int64_t)v->line), v->subject);
	if (record_list(public, kind, STR("en"), &list, e) < 0)
		return -1;
	struct str *names = ARENA_ARRAY(public->arena, struct str, list.count);
	for (size_t i = 0; i < list.count; i++)
		names[i] = record_name(&list.at[i]);
	return publication_word_fail(v->line, v->subject, names, list.count, e);
}

int
publication_facts_ask(const struct count_reader *r, struct publication_figure *f, struct err *e)
{
	struct rows rows = {
	    .records = {
		.db = r->db, .arena = r->arena, .vocab = r->vocab, .viewer = {VIEWER_PUBLIC}}};
	const struct advocacy_reader reader = {&rows.records, STR("en")};
	enum publication_live live = f->asked.live;
	struct str kind = live == PUBLICATION_ACT ? STR("act") : STR("event");
	struct err none = {0};
	struct record record;

	if (record_find(&rows.records, f->asked.subject, &record, &none) < 0 ||
	    !str_eq(record.kind, kind))
		return record_fail(&rows.records, &f->asked, kind, e);
	int r_all = live == PUBLICATION_ACT ? add_record(&rows, &record, e)
	    : live == PUBLICATION_LAW       ? add_law(&rows, &reader, &record, e)
					    : add_demands(&rows, &reader, &record, e);
	if (r_all < 0)
		return -1;
	f->now.rows = rows.at;
	f->now.n_rows = rows.n;
	return 0;
}
