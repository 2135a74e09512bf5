#include "domain/count/claim.h"
#include "domain/count/count_sql.h"
#include "domain/count/internal.h"

#define KEY_LAST "\x7f" /* sorts after every key */

static struct phrase
reading_of(const struct sql_claim_range_row *row)
{
	struct phrase phrase = {
	    .said = {row->said_low, row->said_high_null ? INTERVAL_OPEN : row->said_high},
	    .has_interval = row->modal_number_null,
	    .has_number = !row->number_null,
	    .number = row->number_null ? 0 : row->number,
	    .place = row->number_place,
	    .modal = !row->modal_number_null,
	    .modal_number = row->modal_number_null ? 0 : row->modal_number,
	};

	/* A name a newer program wrote is read as the least exact. */
	if (!phrase_exactness_of(row->exactness, &phrase.exactness))
		phrase.exactness = PHRASE_VAGUE;
	return phrase;
}

static int
of_row(const struct count_reader *r, const struct sql_claim_range_row *row, struct count_claim *out,
    struct err *e)
{
	struct count_claim claim = {
	    .text =
		{
#define COLUMN(name, upper, kind, empty) [COUNT_##upper] = row->name,
#include "domain/count/columns.def"
#undef COLUMN
		},
	    .key = row->key,
	    .source_id = row->source_id,
	    .event = row->event,
	    .reading = reading_of(row),
	    .by_hand = row->low.n > 0 || row->high.n > 0 || row->modal.n > 0,
	    .anchored = !row->passage_start_null,
	    .start = row->passage_start_null ? 0 : row->passage_start,
	    .end = row->passage_end_null ? 0 : row->passage_end,
	    .withdrawn = !row->why_null,
	    .why = row->why_null ? STR("") : row->why,
	    .added_at = row->added_at,
	};

	if (count_claim_resolve(r->arena, r->vocab, &claim, e) < 0)
		return -1;
	*out = claim;
	return 0;
}

int
count_claims(const struct count_reader *r, struct str event, bool all, struct count_claims *out,
    struct err *e)
{
	const struct sql_claim_range_in in = {
	    .first = STR(""), .last = STR(KEY_LAST), .event = event, .event_null = event.n == 0};
	struct sql_claim_range_rows rows;

	if (sql_claim_range_all(r->db, &in, r->arena, &rows, e) < 0)
		return -1;
	struct count_claim *at = ARENA_ARRAY(r->arena, struct count_claim, rows.count);
	size_t count = 0;
	for (size_t i = 0; i < rows.count; i++) {
		if (!rows.at[i].why_null && !all)
			continue;
		if (of_row(r, &rows.at[i], &at[count++], e) < 0)
			return -1;
	}
	*out = (struct count_claims){at, count};
	return 0;
}

/* The one key that name means: as EVENT/ID, else as a given id, else as a prefix of a key. */
static int
find_key(
    const struct count_reader *r, struct str name, struct sql_claim_range_in *out, struct err *e)
{
	struct sql_claim_keys_rows keys;
	struct str rest = name, event = STR("");

	if (str_find(name, '/') < name.n)
		event = str_cut(&rest, '/');
	const struct sql_claim_keys_in in = {
	    .id = rest, .event = event, .event_null = event.n == 0};
	if (sql_claim_keys_all(r->db, &in, r->arena, &keys, e) < 0)
		return -1;
	if (keys.count > 1)
		return err_fail(e, ERR_INPUT, STR("claim.several"), name, keys.at[0].event);
	if (keys.count == 0 && (event.n > 0 || name.n == 0))
		return err_fail(e, ERR_NOTFOUND, STR("claim.none"), name);
	bool exact = keys.count == 1;
	*out = (struct sql_claim_range_in){
	    .first = exact ? keys.at[0].key : name,
	    .last = exact ? keys.at[0].key : arena_fmt(r->arena, "%.*s" KEY_LAST, STR_ARG(name)),
	    .event = STR(""),
	    .event_null = true,
	};
	return 0;
}

/* Nothing stands under the name: because there never was a claim, or because it went with a key. */
static int
is_gone(const struct count_reader *r, const struct sql_claim_range_in *in, struct str name,
    struct err *e)
{
	struct sql_claim_was_destroyed_rows gone;

	if (sql_claim_was_destroyed_all(r->db, in->first, in->last, r->arena, &gone, e) < 0)
		return -1;
	if (gone.count == 1)
		return err_fail(e, ERR_NOTFOUND, STR("claim.gone"), gone.at[0].key);
	return err_fail(e, ERR_NOTFOUND, STR("claim.none"), name);
}

int
count_find(const struct count_reader *r, struct str name, struct count_claim *out, struct err *e)
{
	struct sql_claim_range_rows rows;
	struct sql_claim_range_in in;

	if (find_key(r, name, &in, e) < 0 ||
	    sql_claim_range_all(r->db, &in, r->arena, &rows, e) < 0)
		return -1;
	if (rows.count == 0)
		return is_gone(r, &in, name, e);
	if (rows.count > 1)
		return err_fail(e, ERR_INPUT, STR("claim.several"), name, rows.at[0].event);
	return of_row(r, &rows.at[0], out, e);
}

int
count_event_list(struct db *db, struct arena *a, struct count_events *out, struct err *e)
{
	struct sql_claim_events_rows rows;

	if (sql_claim_events_all(db, a, &rows, e) < 0)
		return -1;
	struct count_event *at = ARENA_ARRAY(a, struct count_event, rows.count);
	for (size_t i = 0; i < rows.count; i++)
		at[i] = (struct count_event){rows.at[i].id, rows.at[i].claims};
	*out = (struct count_events){at, rows.count};
	return 0;
}

int
count_resting(struct db *db, struct str source_id, int64_t *n, struct err *e)
{
	struct arena *a = arena_new();
	struct sql_claim_resting_row row;
	int found = sql_claim_resting_one(db, source_id, a, &row, e);

	if (found > 0)
		*n = row.n;
	arena_free(a);
	return found < 0 ? -1 : 0;
}
