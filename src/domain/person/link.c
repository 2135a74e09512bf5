#include <stdlib.h>
#include <string.h>

#include "domain/person/internal.h"
#include "domain/person/person_sql.h"
#include "kit/seal/digest.h"

#define SAMPLES 100     /* partitions drawn by chance, */
#define SAMPLES_MANY 40 /* of more than MANY rows: each costs what linking them does */
#define MANY 20000
#define CHUNK_PERSONS 2000 /* in one entry at most */

/* How many people of an event there are, by the linkage and by what is drawn by chance. */
struct span {
	struct str event; /* empty: of all lists */
	size_t persons, least, most;
};

struct linking {
	const struct person_writer *writer;
	struct arena *a;
	struct person_world world;
	struct link_result result;
	struct str event, id, digest;
	const struct str *persons; /* of each cluster */
	size_t *order, *starts;    /* rows by cluster, and where each cluster begins */
	struct span *spans;
	size_t n_spans;
	int64_t nth;
};

/* --- What it rests on ------------------------------------------------------------------------ */

static struct str
digest_of_world(struct arena *a, const struct person_world *w)
{
	struct buf *b = buf_on(a);

	buf_fmt(b, "rules %d\n", LINK_RULES);
	for (size_t i = 0; i < w->n_lists; i++)
		buf_fmt(b, "list %.*s %d %zu\n", STR_ARG(w->lists[i].id), w->lists[i].sole,
		    w->tables[i].rows);
	for (size_t i = 0; i < w->n_columns; i++)
		buf_fmt(b, "map %zu %.*s %.*s\n", w->columns[i].list, STR_ARG(w->columns[i].name),
		    STR_ARG(link_kind_word(w->columns[i].kind)));
	for (size_t i = 0; i < w->n_verdicts; i++) {
		const struct link_verdict *v = &w->verdicts[i];
		buf_fmt(b, "%s %.*s %lld %.*s %lld\n", v->same ? "same" : "different",
		    STR_ARG(w->lists[w->list_of[v->x]].id), (long long)w->lines[v->x],
		    STR_ARG(w->lists[w->list_of[v->y]].id), (long long)w->lines[v->y]);
	}
	return digest_hex(a, buf_str(b));
}

/* --- How many ------------------------------------------------------------------------------- */

static size_t
count_in(const struct person_world *w, struct str event, const uint32_t *cluster, bool *seen)
{
	size_t n = 0;

	for (size_t r = 0; r < w->rows; r++)
		seen[cluster[r]] = false;
	for (size_t r = 0; r < w->rows; r++) {
		if (event.n > 0 && !str_eq(w->lists[w->list_of[r]].event, event))
			continue;
		n += !seen[cluster[r]];
		seen[cluster[r]] = true;
	}
	return n;
}

static int
by_size(const void *x, const void *y)
{
	size_t a = *(const size_t *)x, b = *(const size_t *)y;

	return a < b ? -1 : a > b;
}

/* The events of the lists, and all of them together. */
static void
spans_name(struct linking *k)
{
	const struct person_world *w = &k->world;

	k->spans = ARENA_ARRAY(k->a, struct span, w->n_lists + 1);
	k->spans[k->n_spans++].event = k->event;
	for (size_t i = 0; k->event.n == 0 && i < w->n_lists; i++) {
		bool known = false;
		for (size_t s = 0; s < k->n_spans; s++)
			known = known || str_eq(k->spans[s].event, w->lists[i].event);
		if (!known)
			k->spans[k->n_spans++].event = w->lists[i].event;
	}
}

/*
 * The fewest people that there are whatever lists apart have in common with others: those of the
 * others, or of one of them if that is more.
 */
static size_t
count_if_apart_is_no_more(const struct linking *k, struct str event, bool *seen)
{
	const struct person_world *w = &k->world;
	const bool *apart = k->result.apart;
	size_t most = 0;

	for (size_t one = 0; apart != NULL && one <= w->n_lists; one++) {
		size_t n = 0;
		if (one < w->n_lists && !apart[one])
			continue;
		memset(seen, 0, w->rows * sizeof(*seen));
		for (size_t r = 0; r < w->rows; r++) {
			size_t list = w->list_of[r];
			bool in = one == w->n_lists ? !apart[list] : list == one;
			if (!in || (event.n > 0 && !str_eq(w->lists[list].event, event)))
				continue;
			n += !seen[k->result.cluster[r]];
			seen[k->result.cluster[r]] = true;
		}
		most = n > most ? n : most;
	}
	return most;
}

static void
spans_count(struct linking *k)
{
	const struct person_world *w = &k->world;
	bool *seen = ARENA_ARRAY(k->a, bool, w->rows);
	uint32_t *cluster = ARENA_ARRAY(k->a, uint32_t, w->rows);
	size_t n = w->rows > MANY ? SAMPLES_MANY : SAMPLES;
	size_t *counts = ARENA_ARRAY(k->a, size_t, k->n_spans * n);

	for (size_t i = 0; i < n; i++) {
		if (k->result.model != NULL)
			link_sample(&k->result, i + 1, cluster);
		for (size_t s = 0; s < k->n_spans; s++)
			counts[s * n + i] = count_in(w, k->spans[s].event, cluster, seen);
	}
	for (size_t s = 0; s < k->n_spans; s++) {
		struct span *span = &k->spans[s];
		size_t *c = &counts[s * n];
		qsort(c, n, sizeof(*c), by_size);
		span->persons = count_in(w, span->event, k->result.cluster, seen);
		span->least = c[n / 40];
		span->most = c[n - 1 - n / 40];
		size_t floor = count_if_apart_is_no_more(k, span->event, seen);
		if (k->result.apart != NULL && floor < span->least)
			span->least = floor;
		/* A range that leaves out the number it goes with would claim too much. */
		if (span->persons < span->least)
			span->least = span->persons;
		if (span->persons > span->most)
			span->most = span->persons;
	}
}

/* --- The entries ---------------------------------------------------------------------------- */

static struct archive_part
head_part(const struct linking *k, struct arena *a)
{
	struct json *body = json_object(a);

	json_set_str(body, STR("id"), k->id);
	json_set_str(body, STR("event"), k->event);
	json_set_int(body, STR("nth"), k->nth);
	json_set_int(body, STR("rules"), LINK_RULES);
	json_set_str(body, STR("cut"), arena_fmt(a, "%.2f", LINK_CUT));
	json_set_str(body, STR("digest"), k->digest);
	json_set_int(body, STR("mentions"), (int64_t)k->world.rows);
	json_set_int(body, STR("persons"), (int64_t)k->result.clusters);
	struct json *spans = json_set_array(body, STR("spans"));
	for (size_t s = 0; s < k->n_spans; s++) {
		struct json *span = json_push_object(spans);
		json_set_str(span, STR("event"), k->spans[s].event);
		json_set_int(span, STR("persons"), (int64_t)k->spans[s].persons);
		json_set_int(span, STR("least"), (int64_t)k->spans[s].least);
		json_set_int(span, STR("most"), (int64_t)k->spans[s].most);
	}
	struct json *apart = json_set_array(body, STR("apart"));
	for (size_t i = 0; i < k->world.n_lists; i++)
		if (k->result.apart != NULL && k->result.apart[i])
			json_push_str(apart, k->world.lists[i].id);
	return (struct archive_part){.op = STR("linkage.add"), .version = 1, .body = body};
}

static struct archive_part
persons_part(const struct linking *k, struct arena *a, size_t first, size_t end)
{
	const struct person_world *w = &k->world;
	struct json *body = json_object(a);

	json_set_str(body, STR("linkage"), k->id);
	struct json *lists = json_set_array(body, STR("lists"));
	for (size_t i = 0; i < w->n_lists; i++)
		json_push_str(lists, w->lists[i].id);
	struct json *persons = json_set_array(body, STR("persons"));
	for (size_t c = first; c < end; c++) {
		struct json *person = json_push_object(persons);
		json_set_str(person, STR("id"), k->persons[c]);
		struct json *in = json_set_array(person, STR("in"));
		for (size_t i = k->starts[c]; i < k->starts[c + 1]; i++) {
			json_push_int(in, (int64_t)w->list_of[k->order[i]]);
			json_push_int(in, w->lines[k->order[i]]);
		}
	}
	return (struct archive_part){.op = STR("linkage.persons"), .version = 1, .body = body};
}

static struct archive_draft
draw(void *arg, struct arena *a, size_t nth)
{
	const struct linking *k = arg;
	struct archive_part *part = ARENA_NEW(a, struct archive_part);
	size_t first = (nth - 1) * CHUNK_PERSONS, end = first + CHUNK_PERSONS;

	if (nth == 0)
		*part = head_part(k, a);
	else
		*part =
		    persons_part(k, a, first, end < k->result.clusters ? end : k->result.clusters);
	return (struct archive_draft){part, 1};
}

/* --- Linking -------------------------------------------------------------------------------- */

static void
rows_sort(struct linking *k)
{
	size_t clusters = k->result.clusters, rows = k->world.rows;

	k->starts = ARENA_ARRAY(k->a, size_t, clusters + 2);
	k->order = ARENA_ARRAY(k->a, size_t, rows);
	for (size_t r = 0; r < rows; r++)
		k->starts[k->result.cluster[r] + 2]++;
	for (size_t c = 2; c < clusters + 2; c++)
		k->starts[c] += k->starts[c - 1];
	for (size_t r = 0; r < rows; r++)
		k->order[k->starts[k->result.cluster[r] + 1]++] = r;
}

static int
persons_name(struct linking *k, const struct person_reader *reader, struct err *e)
{
	const struct person_world *w = &k->world;
	struct str *names = ARENA_ARRAY(k->a, struct str, w->rows);
	struct person_ids of = {.cluster = k->result.cluster,
	    .clusters = k->result.clusters,
	    .names = names,
	    .rows = w->rows};

	if (person_of_rows(reader, w, &of.before, e) < 0)
		return -1;
	for (size_t r = 0; r < w->rows; r++)
		names[r] = arena_fmt(
		    k->a, "%.*s:%lld", STR_ARG(w->lists[w->list_of[r]].id), (long long)w->lines[r]);
	k->persons = person_ids_give(k->a, &of);
	return 0;
}

static int
append(struct linking *k, struct err *e)
{
	struct sql_linkage_nth_row last;
	size_t chunks = (k->result.clusters + CHUNK_PERSONS - 1) / CHUNK_PERSONS;
	char id[ARCHIVE_ID_BYTES + 1];

	archive_id_new('g', id);
	k->id = arena_str(k->a, str_of(id));
	if (archive_hold(k->writer->archive, e) < 0)
		return -1;
	int r = sql_linkage_nth_one(archive_db(k->writer->archive), k->a, &last, e);
	if (r > 0) {
		k->nth = last.nth + 1;
		r = archive_append_drawn(
		    k->writer->archive, k->writer->stamp, draw, k, chunks + 1, e);
	}
	archive_release(k->writer->archive);
	return r < 0 ? -1 : 0;
}

static int
link_anew(struct linking *k, const struct person_reader *reader, struct err *e)
{
	const struct person_world *w = &k->world;
	const struct link_question q = {.lists = w->tables,
	    .n_lists = w->n_lists,
	    .said = w->columns,
	    .n_said = w->n_columns,
	    .verdicts = w->verdicts,
	    .n_verdicts = w->n_verdicts,
	    .share = k->writer->share};

	/* One row is one person, whatever it says. */
	if (w->rows == 1)
		k->result = (struct link_result){
		    .cluster = ARENA_ARRAY(k->a, uint32_t, 1), .rows = 1, .clusters = 1};
	else if (link_rows(k->a, &q, &k->result, e) < 0)
		return -1;
	if (persons_name(k, reader, e) < 0)
		return -1;
	rows_sort(k);
	spans_name(k);
	spans_count(k);
	return append(k, e);
}

static int
span_of(
    struct arena *a, struct str spans, struct str event, struct person_linkage *out, struct err *e)
{
	struct json *all;

	if (json_read(a, spans, &all, e) < 0)
		return -1;
	for (const struct json *i = all->first; i != NULL; i = i->next) {
		struct str of = STR("");
		if (json_need_str(i, STR("event"), &of, e) < 0)
			return -1;
		if (str_eq(of, event))
			return json_need_int(i, STR("persons"), &out->persons, e) < 0 ||
				json_need_int(i, STR("least"), &out->least, e) < 0 ||
				json_need_int(i, STR("most"), &out->most, e) < 0
			    ? -1
			    : 0;
	}
	out->persons = out->least = out->most = 0;
	return 0;
}

int
person_link_last(
    const struct person_reader *reader, struct str event, struct person_linkage *out, struct err *e)
{
	struct sql_linkage_of_row row;
	struct person_linkage found = {
	    .id = STR(""), .event = STR(""), .at = STR(""), .by = STR("")};
	int r = sql_linkage_of_one(reader->db, event, reader->arena, &row, e);

	if (r < 0)
		return -1;
	if (r > 0) {
		found = (struct person_linkage){.id = row.id,
		    .event = row.event,
		    .at = row.at,
		    .by = row.by,
		    .digest = row.digest,
		    .mentions = row.mentions};
		if (span_of(reader->arena, row.spans, event, &found, e) < 0 ||
		    person_texts(reader->arena, row.apart, &found.apart, &found.n_apart, e) < 0)
			return -1;
	}
	*out = found;
	return 0;
}

int
person_link_stale(const struct person_reader *reader, const struct person_linkage *linkage,
    bool *stale, struct err *e)
{
	struct person_world w;

	if (person_world_read(reader, linkage->event, &w, e) < 0)
		return -1;
	*stale = !str_eq(digest_of_world(reader->arena, &w), linkage->digest);
	return 0;
}

static int
event_stale(const struct person_reader *reader, struct str event, struct str *last, bool *stale,
    struct err *e)
{
	struct person_linkage linkage;

	if (person_link_last(reader, event, &linkage, e) < 0)
		return -1;
	/* Events one after the other have one linkage where all lists were linked. */
	if (linkage.id.n == 0 || str_eq(linkage.id, *last))
		return 0;
	*last = linkage.id;
	return person_link_stale(reader, &linkage, stale, e);
}

int
person_stale(const struct person_reader *reader, struct str event, bool *stale, struct err *e)
{
	struct person_lists lists;
	struct str last = STR("");
	bool any = false;

	if (person_list_all(reader, &lists, e) < 0)
		return -1;
	for (size_t i = 0; i < lists.count && !any; i++)
		if (person_list_stands(&lists.at[i], event) &&
		    event_stale(reader, lists.at[i].event, &last, &any, e) < 0)
			return -1;
	*stale = any;
	return 0;
}

int
person_link(const struct person_writer *writer, struct str event, struct person_linkage *out,
    bool *fresh, struct err *e)
{
	struct arena *a = writer->arena;
	const struct person_reader reader = {archive_db(writer->archive), a, {VIEWER_TEAM}, NULL};
	struct linking k = {.writer = writer, .a = a, .event = event};
	struct person_linkage last;

	if (person_world_read(&reader, event, &k.world, e) < 0 ||
	    person_link_last(&reader, event, &last, e) < 0)
		return -1;
	k.digest = digest_of_world(a, &k.world);
	*fresh = !str_eq(last.event, event) || !str_eq(last.digest, k.digest);
	if (!*fresh) {
		*out = last;
		return 0;
	}
	if (link_anew(&k, &reader, e) < 0)
		return -1;
	const struct person_reader again = {archive_db(writer->archive), a, {VIEWER_TEAM}, NULL};
	return person_link_last(&again, event, out, e);
}
