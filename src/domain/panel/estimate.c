#include <math.h>

#include "domain/panel/internal.h"
#include "domain/panel/panel_sql.h"
#include "kit/seal/digest.h"

#define RULES 5 /* raise when the same lists and settings would give other numbers */
#define METHODS                                                                                    \
	(1U << ESTIMATE_DGA | 1U << ESTIMATE_LOGLINEAR | 1U << ESTIMATE_LCMCR | 1U << ESTIMATE_CHAO)
#define METHODS_WITHOUT (1U << ESTIMATE_DGA | 1U << ESTIMATE_LOGLINEAR)

struct overlap
panel_table(struct arena *a, const struct person_count *n)
{
	struct overlap_cell *cells = ARENA_ARRAY(a, struct overlap_cell, n->n_cells);

	for (size_t i = 0; i < n->n_cells; i++)
		cells[i] = (struct overlap_cell){n->cells[i].set, (int64_t)n->cells[i].people};
	return overlap_of(a, n->lists, n->n_lists, cells, n->n_cells);
}

/* Sample coverage is a method of three lists only. */
static uint32_t
methods_for(uint32_t methods, size_t lists)
{
	return lists == 3 ? methods | 1U << ESTIMATE_COVERAGE : methods;
}

/* What it rests on: the linkage, and how it is asked. */
static struct str
basis_of(struct arena *a, const struct person_count *n, const struct answer_ask *ask)
{
	struct buf *b = buf_on(a);

	buf_fmt(b, "rules %d\nlinkage %.*s\nseed %llu\nsamples %d\n", RULES,
	    STR_ARG(n->linkage.digest), (unsigned long long)ask->seed, PANEL_SAMPLES);
	for (int i = 0; i < TUNING_COUNT; i++) {
		struct str text = ask->tuning.text[i];
		buf_fmt(b, "%.*s\n", STR_ARG(text));
	}
	return digest_hex(a, buf_str(b));
}

/* Samples of the linkage, each a table of the same people, as one. */
static int
ask_samples(const struct person_reader *reader, struct str event, const struct answer_ask *ask,
    struct answer *out, struct err *e)
{
	struct answer *samples = ARENA_ARRAY(reader->arena, struct answer, PANEL_SAMPLES);
	struct person_review *review;

	if (person_review_open(reader, event, &review, e) < 0)
		return -1;
	for (size_t i = 0; i < PANEL_SAMPLES; i++) {
		struct person_count sample;
		struct answer_ask own = *ask;
		own.seed += i;
		own.pooled = PANEL_SAMPLES;
		if (person_review_sample(review, i + 1, &sample, e) < 0)
			return -1;
		struct overlap table = panel_table(reader->arena, &sample);
		if (answer_ask(reader->arena, &table, &own, &samples[i], e) < 0)
			return -1;
	}
	*out = answer_pool(reader->arena, samples, PANEL_SAMPLES, false);
	return 0;
}

/* Adds the doubts that follow so gravely, each kind once. */
static void
reasons_add(struct arena *a, const struct estimate_doubts *from, enum estimate_follows follows,
    struct estimate_doubts *out)
{
	for (size_t i = 0; i < from->count; i++) {
		bool known = estimate_gate_follows(from->at[i].gate) != follows;
		for (size_t k = 0; k < out->count; k++)
			known |= out->at[k].gate == from->at[i].gate;
		if (!known)
			estimate_doubts_add(a, out, &from->at[i]);
	}
}

/* Why it gives no range: what is doubted of the whole, or else of the methods; none where it does.
 */
static struct estimate_doubts
reasons_of(struct arena *a, const struct answer *answer)
{
	struct estimate_doubts out = {NULL, 0, 0};

	if (answer->has_headline)
		return out;
	reasons_add(a, &answer->doubts, ESTIMATE_HEADLINE, &out);
	for (size_t i = 0; out.count == 0 && i < answer->count; i++)
		reasons_add(a, &answer->estimates[i].doubts, ESTIMATE_METHOD, &out);
	return out;
}

static bool
has_high(const struct answer *answer)
{
	return answer->has_headline && !answer->is_open;
}

static int
ask_without(struct arena *a, const struct overlap *t, const struct answer_ask *ask,
    struct panel_estimate *out, struct err *e)
{
	struct panel_without *at = ARENA_ARRAY(a, struct panel_without, t->lists);

	for (size_t j = 0; j < t->lists; j++) {
		struct overlap rest = overlap_without(a, t, j);
		struct answer_ask own = *ask;
		struct answer answer;
		own.methods = methods_for(METHODS_WITHOUT, rest.lists);
		if (rest.people == 0)
			continue;
		if (answer_ask(a, &rest, &own, &answer, e) < 0)
			return -1;
		out->n_without++;
		at[out->n_without - 1] = (struct panel_without){.list = t->names[j],
		    .given = answer.has_headline,
		    .is_open = answer.has_headline && answer.is_open,
		    .low = answer.has_headline ? (int64_t)floor(answer.low) : 0,
		    .high = has_high(&answer) ? (int64_t)ceil(answer.high) : 0,
		    .doubts = reasons_of(a, &answer)};
	}
	out->without = at;
	return 0;
}

static int
ask_all(const struct person_reader *reader, struct str event, const struct person_count *n,
    const struct answer_ask *ask, struct panel_estimate *out, struct err *e)
{
	struct overlap table = panel_table(reader->arena, n);
	struct answer_ask own = *ask;
	struct answer answer;

	own.methods = methods_for(METHODS, table.lists);
	if (ask_samples(reader, event, &own, &answer, e) < 0 ||
	    ask_without(reader->arena, &table, ask, out, e) < 0)
		return -1;
	out->people = n->persons;
	out->samples = PANEL_SAMPLES;
	out->lists = n->lists;
	out->n_lists = n->n_lists;
	out->linkage = n->linkage.id;
	out->methods = panel_methods_of(reader->arena, &own, &answer);
	out->doubts = answer.doubts;
	out->has_range = answer.has_headline;
	out->is_open = answer.has_headline && answer.is_open;
	if (answer.has_headline)
		out->low = (int64_t)floor(answer.low);
	if (has_high(&answer))
		out->high = (int64_t)ceil(answer.high);
	return 0;
}

static int
keep(const struct person_writer *writer, struct str event, const struct panel_estimate *x,
    struct err *e)
{
	struct arena *a = writer->arena;
	struct sql_estimate_nth_row nth;
	struct json *body = json_object(a);
	char id[ARCHIVE_ID_BYTES + 1];

	if (sql_estimate_nth_one(archive_db(writer->archive), a, &nth, e) < 0)
		return -1;
	archive_id_new('e', id);
	json_set_str(body, STR("id"), str_of(id));
	json_set_str(body, STR("event"), event);
	json_set_int(body, STR("nth"), nth.nth + 1);
	json_set_str(body, STR("digest"), x->digest);
	json_set_str(body, STR("linkage"), x->linkage);
	json_set(body, STR("result"), panel_result_write(a, x));
	const struct archive_part part = {
	    .op = STR("estimate.add"), .version = 1, .body = body, .key = STR("")};
	return archive_append(writer->archive, writer->stamp, &part, 1, NULL, e);
}

/* The last one; 0: there is none. */
static int
last_of(struct db *db, struct arena *a, struct str event, struct panel_estimate *out, struct err *e)
{
	struct sql_estimate_last_row row;
	int found = sql_estimate_last_one(db, event, a, &row, e);

	if (found <= 0)
		return found;
	*out = (struct panel_estimate){
	    .id = row.id, .at = row.at, .by = row.by, .digest = row.digest, .linkage = row.linkage};
	return panel_result_read(a, row.result, out, e) < 0 ? -1 : 1;
}

int
panel_estimate(const struct person_writer *writer, struct str event, const struct answer_ask *ask,
    struct panel_estimate *out, bool *fresh, struct err *e)
{
	struct db *db = archive_db(writer->archive);
	const struct person_reader reader = {db, writer->arena, {VIEWER_TEAM}, writer->share};
	struct panel_estimate made = {.id = STR("")};
	struct person_count people;

	if (person_count(&reader, event, &people, e) < 0)
		return -1;
	if (people.n_lists > OVERLAP_LISTS)
		return err_fail(e, ERR_LIMIT, STR("estimate.lists"), STR_INT(OVERLAP_LISTS));
	if (people.stale)
		return err_fail(e, ERR_CONFLICT, STR("panel.stale"), event);
	if (people.n_apart > 0)
		return err_fail(e, ERR_CONFLICT, STR("panel.apart"), people.apart[0]);
	struct str digest = basis_of(writer->arena, &people, ask);
	int found = last_of(db, writer->arena, event, out, e);
	if (found < 0)
		return -1;
	*fresh = found == 0 || !str_eq(out->digest, digest);
	if (!*fresh)
		return 0;
	made.digest = digest;
	if (ask_all(&reader, event, &people, ask, &made, e) < 0 ||
	    keep(writer, event, &made, e) < 0)
		return -1;
	return last_of(archive_db(writer->archive), writer->arena, event, out, e) < 0 ? -1 : 0;
}

int
panel_project_add(struct db *db, const struct archive_op *op, struct err *e)
{
	struct sql_estimate_insert_in row = {.at = op->at, .by = op->by};
	const struct json *result;
	struct arena *a = arena_new();
	struct buf *text = buf_on(a);
	int r = -1;

	if (json_need_str(op->body, STR("id"), &row.id, e) == 0 &&
	    json_need_str(op->body, STR("event"), &row.event, e) == 0 &&
	    json_need_int(op->body, STR("nth"), &row.nth, e) == 0 &&
	    json_need_str(op->body, STR("digest"), &row.digest, e) == 0 &&
	    json_need_str(op->body, STR("linkage"), &row.linkage, e) == 0 &&
	    json_need_object(op->body, STR("result"), &result, e) == 0) {
		json_write(text, result);
		row.result = buf_str(text);
		r = sql_estimate_insert(db, &row, e);
	}
	arena_free(a);
	return r;
}

int
panel_last(const struct count_reader *reader, struct str event, struct str *out, struct err *e)
{
	struct sql_estimate_last_row row;
	int found = sql_estimate_last_one(reader->db, event, reader->arena, &row, e);

	if (found < 0)
		return -1;
	*out = found > 0 ? row.id : STR("");
	return 0;
}
