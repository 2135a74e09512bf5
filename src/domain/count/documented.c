#include "domain/count/documented.h"

#include <string.h>

#include "domain/count/count_sql.h"
#include "domain/count/internal.h"

/* --- What the lists of an event are of -------------------------------------------------------- */

/* The same texts as columns of a claim, checked and filled in as those are. */
static int
about_resolve(struct arena *a, const struct vocab *vocab, const struct count_about *about,
    struct count_claim *out, struct err *e)
{
	struct count_claim claim = {.key = STR(""), .source_id = STR(""), .event = STR("")};

	for (size_t i = 0; i < COUNT_COLUMNS; i++)
		claim.text[i] = STR("");
	claim.text[COUNT_ID] = STR(COUNT_DOCUMENTED);
	claim.text[COUNT_WORDS] = STR("-");
	claim.text[COUNT_MEASURE] = about->measure;
	claim.text[COUNT_WHO] = about->who;
	claim.text[COUNT_PLACE] = about->place;
	claim.text[COUNT_DAYS] = about->days;
	claim.text[COUNT_DAY_OF] = about->day_of;
	claim.text[COUNT_UNIT] = STR("persons");
	claim.text[COUNT_COVERAGE] = STR("seen");
	if (count_claim_resolve(a, vocab, &claim, e) < 0)
		return -1;
	*out = claim;
	return 0;
}

int
count_about_last(const struct count_reader *reader, struct str event, struct count_about *out,
    bool *found, struct err *e)
{
	struct sql_about_last_row row;
	int r = sql_about_last_one(reader->db, event, reader->arena, &row, e);

	if (r < 0)
		return -1;
	*found = r > 0;
	if (r > 0)
		*out = (struct count_about){
		    row.measure, row.who, row.place, row.days, row.day_of, row.truth};
	return 0;
}

static bool
same_about(const struct count_about *x, const struct sql_about_last_row *y)
{
	return str_eq(x->measure, y->measure) && str_eq(x->who, y->who) &&
	    str_eq(x->place, y->place) && str_eq(x->days, y->days) &&
	    str_eq(x->day_of, y->day_of) && x->truth == y->truth;
}

static int
set_held(const struct count_writer *writer, struct str event, const struct count_about *about,
    bool *fresh, struct err *e)
{
	struct arena *a = writer->arena;
	struct sql_about_last_row last;
	int found = sql_about_last_one(archive_db(writer->archive), event, a, &last, e);

	if (found < 0)
		return -1;
	*fresh = found == 0 || !same_about(about, &last);
	if (!*fresh)
		return 0;
	struct json *body = json_object(a);
	json_set_str(body, STR("event"), event);
	json_set_int(body, STR("nth"), found > 0 ? last.nth + 1 : 1);
	json_set_str(body, STR("measure"), about->measure);
	json_set_str(body, STR("who"), about->who);
	json_set_str(body, STR("place"), about->place);
	json_set_str(body, STR("days"), about->days);
	json_set_str(body, STR("day_of"), about->day_of);
	json_set_int(body, STR("truth"), about->truth);
	const struct archive_part part = {
	    .op = STR("list.about"), .version = 1, .body = body, .key = STR("")};
	return archive_append(writer->archive, writer->stamp, &part, 1, NULL, e);
}

int
count_about_set(const struct count_writer *writer, struct str event, struct count_about *about,
    bool *fresh, struct err *e)
{
	struct count_claim claim;

	if (count_event_check(event, e) < 0 ||
	    about_resolve(writer->arena, writer->vocab, about, &claim, e) < 0 ||
	    archive_hold(writer->archive, e) < 0)
		return -1;
	about->who = claim.text[COUNT_WHO];
	about->day_of = claim.text[COUNT_DAY_OF];
	int r = set_held(writer, event, about, fresh, e);
	archive_release(writer->archive);
	return r;
}

int
count_project_about(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_about_insert_in row = {.at = op->at, .entry = op->entry};

	if (json_need_str(op->body, STR("event"), &row.event, e) < 0 ||
	    json_need_int(op->body, STR("nth"), &row.nth, e) < 0 ||
	    json_need_str(op->body, STR("measure"), &row.measure, e) < 0 ||
	    json_need_str(op->body, STR("who"), &row.who, e) < 0 ||
	    json_need_str(op->body, STR("place"), &row.place, e) < 0 ||
	    json_need_str(op->body, STR("days"), &row.days, e) < 0 ||
	    json_need_str(op->body, STR("day_of"), &row.day_of, e) < 0 ||
	    json_need_int(op->body, STR("truth"), &row.truth, e) < 0)
		return -1;
	return sql_about_insert(db, &row, e);
}

/* --- The people ------------------------------------------------------------------------------- */

int
count_documented(const struct count_reader *reader, struct viewer viewer, struct str event,
    struct count_documented *out, bool *found, struct err *e)
{
	const struct person_reader people = {reader->db, reader->arena, viewer, NULL};
	struct err none;

	if (count_about_last(reader, event, &out->about, found, e) < 0)
		return -1;
	if (!*found)
		return 0;
	if (person_count(&people, event, &out->people, &none) == 0) {
		*found = !out->people.hidden;
		return 0;
	}
	*found = false;
	if (none.code == ERR_NOTFOUND)
		return 0;
	*e = none;
	return -1;
}

/* An id that no claim has. */
static struct str
free_id(struct arena *a, struct count_claims claims)
{
	const struct count_ids ids = count_ids_of(a, claims);
	struct str id = STR(COUNT_DOCUMENTED);

	while (count_claim_at(&ids, id) != COUNT_NONE)
		id = arena_fmt(a, "%.*s-", STR_ARG(id));
	return id;
}

int
count_documented_join(struct arena *a, const struct vocab *vocab, const struct count_documented *d,
    struct count_claims *claims, struct err *e)
{
	struct count_claim *all = ARENA_ARRAY(a, struct count_claim, claims->count + 1);
	struct count_claim own;

	if (about_resolve(a, vocab, &d->about, &own, e) < 0)
		return -1;
	own.text[COUNT_ID] = free_id(a, *claims);
	own.text[COUNT_WORDS] = STR("");
	own.text[COUNT_LANG] = STR("");
	own.text[COUNT_ORIGIN] = own.text[COUNT_CLASS] = STR(COUNT_DOCUMENTED);
	/* On one day people and times they were taken are the same to whoever counts: they stand
	 * among figures that do not say which. */
	if (own.days.count == 1 && own.days.spans[0].first == own.days.spans[0].last)
		own.text[COUNT_UNIT] = STR("unstated");
	own.reading = (struct phrase){.said = {d->people.least, INTERVAL_OPEN},
	    .has_interval = true,
	    .exactness = PHRASE_BOUND};
	own.documented = d;
	if (claims->count > 0)
		memcpy(all, claims->at, claims->count * sizeof(*all));
	all[claims->count] = own;
	*claims = (struct count_claims){all, claims->count + 1};
	return 0;
}

int
count_documented_add(const struct count_reader *reader, struct viewer viewer, struct str event,
    struct count_claims *claims, struct err *e)
{
	struct count_documented *d = ARENA_NEW(reader->arena, struct count_documented);
	bool found;

	if (count_documented(reader, viewer, event, d, &found, e) < 0)
		return -1;
	return found ? count_documented_join(reader->arena, reader->vocab, d, claims, e) : 0;
}
