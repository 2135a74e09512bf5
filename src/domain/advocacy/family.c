#include <stdlib.h>

#include "base/date.h"
#include "base/edtf.h"
#include "domain/advocacy/internal.h"

#define EVENT STR("event")
#define ACT STR("act")

struct dated {
	struct record_sheet sheet;
	int32_t day;
};

static int
by_day(const void *a, const void *b)
{
	const struct dated *da = a, *db = b;

	if (da->day != db->day)
		return da->day < db->day ? -1 : 1;
	return str_cmp(record_name(&da->sheet.record), record_name(&db->sheet.record));
}

/* The first day of a date that was said; DATE_OPEN_END: none was. */
static int32_t
first_day(const struct teller *t, const struct record_sheet *sheet, struct str property)
{
	const struct record_statement *said = record_shown(sheet, property);
	struct edtf date;
	struct date_span days;
	struct err e;

	if (said == NULL || edtf_read(t->arena, said->value, &date, &e) < 0 ||
	    !date_of_span(edtf_hull(&date), &days))
		return DATE_OPEN_END;
	return days.first;
}

void
advocacy_sort(
    const struct teller *t, struct record_sheet *sheets, size_t count, struct str property)
{
	struct dated *dated = ARENA_ARRAY(t->arena, struct dated, count);

	for (size_t i = 0; i < count; i++)
		dated[i] = (struct dated){sheets[i], first_day(t, &sheets[i], property)};
	qsort(dated, count, sizeof(*dated), by_day);
	for (size_t i = 0; i < count; i++)
		sheets[i] = dated[i].sheet;
}

int
advocacy_need_kind(const struct record *record, struct str kind, struct err *e)
{
	if (!str_eq(record->kind, kind))
		return err_fail(e, ERR_INPUT, STR("advocacy.kind"), record_name(record), kind);
	return 0;
}

static bool
has_id(const struct str *ids, size_t count, struct str id)
{
	for (size_t i = 0; i < count; i++)
		if (str_eq(ids[i], id))
			return true;
	return false;
}

/* What is said of every record of a kind. */
static int
read_all(struct teller *t, struct str kind, struct record_sheets *out, struct err *e)
{
	struct record_list all;

	if (record_list(t->records, kind, t->lang, &all, e) < 0)
		return -1;
	struct record_sheet *at = ARENA_ARRAY(t->arena, struct record_sheet, all.count);
	for (size_t i = 0; i < all.count; i++)
		if (record_read(t->records, &all.at[i], &at[i], e) < 0)
			return -1;
	*out = (struct record_sheets){at, all.count};
	return 0;
}

/* Events are few and acts are many: all events are read, not all that refers to one. */
int
advocacy_family(struct teller *t, const struct record *event, struct family *out, struct err *e)
{
	struct record_sheets events;

	if (advocacy_need_kind(event, EVENT, e) < 0 || read_all(t, EVENT, &events, e) < 0)
		return -1;
	struct str *ids = ARENA_ARRAY(t->arena, struct str, events.count + 1);
	size_t count = 0;
	ids[count++] = event->id;
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; k < events.count; k++)
			if (advocacy_refers(&events.at[k], STR("part-of"), ids[i]) &&
			    !has_id(ids, count, events.at[k].record.id))
				ids[count++] = events.at[k].record.id;
	*out = (struct family){ids, count};
	return 0;
}

static bool
refers_to_family(const struct record_sheet *sheet, struct str property, const struct family *family)
{
	for (size_t i = 0; i < family->count; i++)
		if (advocacy_refers(sheet, property, family->ids[i]))
			return true;
	return false;
}

/* Is the record of that id an act of the family? */
static int
is_its_act(struct teller *t, const struct family *family, struct str id, bool *out, struct err *e)
{
	struct record record;
	struct record_sheet sheet;

	*out = false;
	if (record_find(t->records, id, &record, e) < 0)
		return e->code == ERR_NOTFOUND ? 0 : -1;
	if (!str_eq(record.kind, ACT))
		return 0;
	if (record_read(t->records, &record, &sheet, e) < 0)
		return -1;
	*out = refers_to_family(&sheet, STR("part-of"), family);
	return 0;
}

static int
is_about(struct teller *t, const struct family *family, const struct record_sheet *sheet, bool *out,
    struct err *e)
{
	const struct record_property *about = record_said(sheet, STR("about"));

	*out = refers_to_family(sheet, STR("about"), family);
	for (size_t v = 0; about != NULL && !*out && v < about->n_values; v++)
		if (is_its_act(t, family, about->values[v].said[0]->ref_id, out, e) < 0)
			return -1;
	return 0;
}

int
advocacy_about(struct teller *t, const struct record *event, struct str kind, struct str date,
    struct record_sheets *out, struct err *e)
{
	struct record_sheets all;
	struct family family;
	size_t count = 0;

	if (advocacy_family(t, event, &family, e) < 0 || read_all(t, kind, &all, e) < 0)
		return -1;
	struct record_sheet *at = ARENA_ARRAY(t->arena, struct record_sheet, all.count);
	for (size_t i = 0; i < all.count; i++) {
		bool about;
		if (is_about(t, &family, &all.at[i], &about, e) < 0)
			return -1;
		if (about)
			at[count++] = all.at[i];
	}
	advocacy_sort(t, at, count, date);
	*out = (struct record_sheets){at, count};
	return 0;
}
