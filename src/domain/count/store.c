#include <assert.h>
#include <string.h>

#include "domain/count/internal.h"

#define ENTRY_CLAIMS 2000 /* claims in one entry; a larger import is a batch of entries */

/* A source that claims of one import name, read once. */
struct quoted {
	struct str name; /* as the claims name it */
	struct source source;
	bool is_text;
	struct str text;
};

/* One addition or import while it is made ready. */
struct intake {
	const struct count_writer *writer;
	struct arena *arena;       /* the writer's */
	struct count_claims known; /* of the event, withdrawn ones too */
	struct count_ids ids;      /* of known */
	struct quoted *quoted;
	size_t n_quoted, quoted_capacity;
	struct archive_part *parts;
	size_t n_parts;
};

static int
find_quoted(struct intake *in, struct str name, const struct quoted **out, struct err *e)
{
	struct quoted q = {.name = name};

	for (size_t i = 0; i < in->n_quoted; i++)
		if (str_eq(in->quoted[i].name, name)) {
			*out = &in->quoted[i];
			return 0;
		}
	if (source_find(archive_db(in->writer->archive), in->arena, name, &q.source, e) < 0 ||
	    source_text(in->writer->archive, in->arena, &q.source, &q.is_text, &q.text, e) < 0)
		return -1;
	in->quoted = arena_grow(
	    in->arena, in->quoted, in->n_quoted, &in->quoted_capacity, sizeof(*in->quoted));
	in->quoted[in->n_quoted] = q;
	*out = &in->quoted[in->n_quoted++];
	return 0;
}

/* Finds the claim's words in the text of its source, and makes the op that keeps it. */
static int
add_part(struct intake *in, struct count_claim *claim, struct err *e)
{
	const struct quoted *q;
	struct source_passage passage = {.places = 0};
	struct str source = STR("");
	char key[ARCHIVE_ID_BYTES + 1];

	if (claim->text[COUNT_SOURCE].n > 0) {
		if (find_quoted(in, claim->text[COUNT_SOURCE], &q, e) < 0)
			return -1;
		source = claim->source_id = q->source.id;
		claim->anchored =
		    q->is_text && source_passage_find(q->text, claim->text[COUNT_WORDS], &passage);
		if (q->is_text && !claim->anchored &&
		    str_eq(claim->text[COUNT_WORDING], STR("verbatim")))
			return err_fail(e, ERR_INPUT, STR("claim.not_in_source"),
			    claim->text[COUNT_WORDS], claim->text[COUNT_SOURCE]);
	}
	archive_id_new('c', key);
	claim->key = arena_str(in->arena, str_of(key));
	if (claim->anchored) {
		claim->start = passage.start;
		claim->end = passage.end;
	}
	in->parts[in->n_parts++] =
	    count_entry_part(in->arena, claim, source, claim->anchored ? &passage : NULL);
	return 0;
}

static bool
same_texts(const struct count_claim *a, const struct count_claim *b)
{
	for (size_t i = 0; i < COUNT_COLUMNS; i++)
		if (!str_eq(a->text[i], b->text[i]))
			return false;
	return true;
}

/* What a claim means beside those known: COUNT_NEW, COUNT_UNCHANGED, or refused with *e. */
static enum count_verdict
compare(const struct intake *in, const struct count_claim *claim, struct err *e)
{
	struct str id = claim->text[COUNT_ID];
	size_t at = id.n > 0 ? count_claim_at(&in->ids, id) : COUNT_NONE;

	if (at == COUNT_NONE)
		return COUNT_NEW;
	if (!in->known.at[at].withdrawn && same_texts(&in->known.at[at], claim))
		return COUNT_UNCHANGED;
	err_fail(e, ERR_CONFLICT,
	    in->known.at[at].withdrawn ? STR("claim.withdrawn") : STR("claim.changed"), id);
	return COUNT_REFUSED;
}

/* The known claims and, behind them, the new ones. */
static struct count_claims
joined(const struct intake *in, const struct count_claim *more, size_t count)
{
	size_t n = in->known.count + count;
	struct count_claim *all = ARENA_ARRAY(in->arena, struct count_claim, n);

	if (in->known.count > 0)
		memcpy(all, in->known.at, in->known.count * sizeof(*all));
	if (count > 0)
		memcpy(all + in->known.count, more, count * sizeof(*all));
	return (struct count_claims){all, n};
}

static int
intake_begin(struct intake *in, struct str event, size_t n_claims, struct err *e)
{
	if (count_event_check(event, e) < 0)
		return -1;
	const struct count_reader reader = {
	    archive_db(in->writer->archive), in->arena, in->writer->vocab, NULL};

	in->parts = ARENA_ARRAY(in->arena, struct archive_part, n_claims);
	if (count_claims(&reader, event, true, &in->known, e) < 0)
		return -1;
	in->ids = count_ids_of(in->arena, in->known);
	return 0;
}

static int
append_parts(const struct intake *in, struct err *e)
{
	size_t n = (in->n_parts + ENTRY_CLAIMS - 1) / ENTRY_CLAIMS;
	struct archive_draft *drafts = ARENA_ARRAY(in->arena, struct archive_draft, n);

	for (size_t i = 0; i < n; i++) {
		size_t first = i * ENTRY_CLAIMS, left = in->n_parts - first;
		drafts[i] = (struct archive_draft){
		    &in->parts[first], left < ENTRY_CLAIMS ? left : ENTRY_CLAIMS};
	}
	return n == 0
	    ? 0
	    : archive_append_batch(in->writer->archive, in->writer->stamp, drafts, n, NULL, e);
}

/* The archive is held: what is known of the event stays so. */
static int
add_held(const struct count_writer *writer, struct count_claim *claim, struct err *e)
{
	struct intake in = {.writer = writer, .arena = writer->arena};
	struct count_claim fresh = *claim;
	size_t at;

	if (count_claim_check(in.arena, writer->vocab, &fresh, e) < 0 ||
	    intake_begin(&in, fresh.event, 1, e) < 0)
		return -1;
	enum count_verdict verdict = compare(&in, &fresh, e);
	if (verdict == COUNT_REFUSED)
		return -1;
	if (verdict == COUNT_UNCHANGED)
		return err_fail(e, ERR_CONFLICT, STR("claim.exists"), fresh.text[COUNT_ID]);
	if (count_claims_check(joined(&in, &fresh, 1), in.arena, &at, e) < 0 ||
	    add_part(&in, &fresh, e) < 0 || append_parts(&in, e) < 0)
		return -1;
	*claim = fresh;
	return 0;
}

int
count_add(const struct count_writer *writer, struct count_claim *claim, struct err *e)
{
	if (archive_hold(writer->archive, e) < 0)
		return -1;
	int r = add_held(writer, claim, e);
	archive_release(writer->archive);
	return r;
}

/* The table of an import with its rows and claims to write to, and which row a claim stands in. */
struct judged {
	struct count_table table;
	struct count_row *rows;
	struct count_claim *claims;
	size_t *row_of;
};

static void
judged_begin(struct judged *j, struct arena *a, struct str event)
{
	size_t n_claims = j->table.claims.count, k = 0;

	j->rows = ARENA_ARRAY(a, struct count_row, j->table.n_rows);
	j->claims = ARENA_ARRAY(a, struct count_claim, n_claims);
	j->row_of = ARENA_ARRAY(a, size_t, n_claims);
	for (size_t i = 0; i < j->table.n_rows; i++) {
		j->rows[i] = j->table.rows[i];
		if (j->rows[i].verdict == COUNT_REFUSED)
			continue;
		j->claims[k] = j->table.claims.at[k];
		j->claims[k].event = event;
		j->row_of[k++] = i;
	}
	assert(k == n_claims);
	j->table.rows = j->rows;
	j->table.claims.at = j->claims;
}

static void
refuse(struct judged *j, size_t claim, const struct err *why)
{
	struct count_row *row = &j->rows[j->row_of[claim]];

	if (row->verdict == COUNT_REFUSED)
		return;
	row->verdict = COUNT_REFUSED;
	row->err = *why;
	j->table.refused++;
}

/* Gives each row its verdict and makes the ops of the new ones. */
static void
judge(struct intake *in, struct judged *j)
{
	size_t count = j->table.claims.count, n_fresh = 0, at;
	struct count_claim *fresh = ARENA_ARRAY(in->arena, struct count_claim, count);
	size_t *claim_of = ARENA_ARRAY(in->arena, size_t, count);
	struct err e;

	for (size_t i = 0; i < count; i++) {
		enum count_verdict verdict = compare(in, &j->claims[i], &e);
		if (verdict == COUNT_REFUSED) {
			refuse(j, i, &e);
		} else if (verdict == COUNT_UNCHANGED) {
			j->rows[j->row_of[i]].verdict = verdict;
			j->table.unchanged++;
		} else {
			claim_of[n_fresh] = i;
			fresh[n_fresh++] = j->claims[i];
		}
	}
	if (count_claims_check(joined(in, fresh, n_fresh), in->arena, &at, &e) < 0 &&
	    at >= in->known.count)
		refuse(j, claim_of[at - in->known.count], &e);
	for (size_t i = 0; i < n_fresh; i++)
		if (add_part(in, &fresh[i], &e) < 0)
			refuse(j, claim_of[i], &e);
}

static int
import_table(const struct count_writer *writer, struct str event, bool dry, struct judged *judged,
    struct err *e)
{
	struct intake in = {.writer = writer, .arena = writer->arena};

	if (intake_begin(&in, event, judged->table.claims.count, e) < 0)
		return -1;
	judged_begin(judged, in.arena, event);
	judge(&in, judged);
	return dry || judged->table.refused > 0 ? 0 : append_parts(&in, e);
}

int
count_import(const struct count_writer *writer, struct str event, const struct csv *csv, bool dry,
    struct count_table *out, struct err *e)
{
	struct judged judged = {.rows = NULL};

	if (count_table_read(writer->arena, writer->vocab, csv, &judged.table, e) < 0 ||
	    (!dry && archive_hold(writer->archive, e) < 0))
		return -1;
	int r = import_table(writer, event, dry, &judged, e);
	archive_release(writer->archive);
	if (r < 0)
		return -1;
	*out = judged.table;
	return 0;
}

int
count_withdraw(struct archive *archive, const struct archive_stamp *stamp,
    const struct count_claim *claim, struct str why, struct err *e)
{
	if (claim->withdrawn)
		return err_fail(e, ERR_CONFLICT, STR("claim.withdrawn"), count_claim_id(claim));
	if (str_trim(why).n == 0)
		return err_fail(e, ERR_INPUT, STR("claim.needs"), STR("why"));
	if (str_has_control(why))
		return err_fail(e, ERR_INPUT, STR("claim.control"), STR("why"));
	struct arena *a = arena_new();
	struct json *body = json_object(a), *secret = json_object(a);
	json_set_str(body, STR("id"), claim->key);
	json_set_str(claim->source_id.n > 0 ? secret : body, STR("why"), str_trim(why));
	const struct archive_part part = {
	    .op = STR("claim.withdraw"),
	    .version = 1,
	    .body = body,
	    .secret = claim->source_id.n > 0 ? secret : NULL,
	    .key = claim->source_id,
	};
	int r = archive_append(archive, stamp, &part, 1, NULL, e);
	arena_free(a);
	return r;
}
