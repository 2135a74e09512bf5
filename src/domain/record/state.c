#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "base/date.h"
#include "base/edtf.h"
#include "domain/record/internal.h"
#include "domain/record/record_sql.h"

/* What is new in one entry, and its bytes; more is a batch of entries. */
#define ENTRY_NEWS 1000
#define ENTRY_BYTES (ARCHIVE_ENTRY_MAX / 4)
#define NEWS_BYTES 600 /* of an op without the texts of a statement */

/* A record of the archive; statements of one record follow each other. */
static int
find_known(struct record_intake *in, struct str name, struct record *out, struct err *e)
{
	if (in->found_as.n == 0 || !str_eq(in->found_as, name)) {
		in->found_as = STR("");
		if (record_find(&in->reader, name, &in->found, e) < 0)
			return -1;
		in->found_as = name;
	}
	*out = in->found;
	return 0;
}

/* Records that are about to be made wear their aliases already. */
static int
find(struct record_intake *in, struct str name, struct record *out, struct err *e)
{
	const struct named *coming = names_last(&in->by_alias, name);

	if (coming == NULL)
		return find_known(in, name, out, e);
	assert(in->coming != NULL);
	*out = in->coming[coming->number];
	return 0;
}

/* A record that a value means, of one of the kinds its property allows. */
static int
resolve_ref(struct record_intake *in, const struct vocab_property *p, struct str *value,
    struct str *ref_id, struct err *e)
{
	struct record record;
	struct str rest = p->list;
	bool fits = rest.n == 0;

	if (find(in, *value, &record, e) < 0)
		return -1;
	while (rest.n > 0)
		fits = str_eq(str_cut(&rest, ' '), record.kind) || fits;
	if (!fits)
		return err_fail(e, ERR_INPUT, STR("record.ref"), *value, p->id, p->list);
	*value = record_name(&record);
	*ref_id = record.id;
	return 0;
}

static int
resolve_value(struct record_intake *in, const struct vocab_property *p, struct str *value,
    struct str *ref_id, struct err *e)
{
	*value = str_trim(*value);
	*ref_id = STR("");
	if (record_value_check(in->known_on, in->writer->vocab, p, *value, e) < 0)
		return -1;
	return p->type == VOCAB_REF ? resolve_ref(in, p, value, ref_id, e) : 0;
}

static int
resolve_qualifiers(struct record_intake *in, struct record_statement *s, struct err *e)
{
	struct str of =
	    arena_fmt(in->arena, "%.*s.%.*s", STR_ARG(s->subject.kind), STR_ARG(s->property));
	struct record_qualifier *with = ARENA_ARRAY(in->arena, struct record_qualifier, s->n_with);

	for (size_t i = 0; i < s->n_with; i++) {
		with[i] = s->with[i];
		const struct vocab_property *p =
		    vocab_property(in->writer->vocab, of, with[i].property);
		if (p == NULL)
			return err_fail(
			    e, ERR_INPUT, STR("record.qualifier"), with[i].property, of);
		with[i].type = p->type;
		if (resolve_value(in, p, &with[i].value, &with[i].ref_id, e) < 0)
			return -1;
	}
	s->with = with;
	return 0;
}

/* A column whose words are a list of the vocabulary, and what an empty one becomes. */
static const struct {
	const char *list, *otherwise;
} lists[RECORD_LISTS] = {{"basis", "unknown"}, {"credence", ""}, {"confidentiality", "archive"}};

/* Most rows say the same there as the one before. */
static int
listed(struct record_intake *in, size_t which, struct str *word, struct err *e)
{
	struct str list = str_of(lists[which].list);

	if (word->n == 0)
		*word = str_of(lists[which].otherwise);
	if (word->n == 0 || (in->listed[which].n > 0 && str_eq(in->listed[which], *word)))
		return 0;
	if (vocab_term(in->writer->vocab, list, *word) == NULL)
		return err_fail(e, ERR_INPUT, STR("record.term"), *word, list);
	in->listed[which] = *word;
	return 0;
}

static int
resolve_columns(struct record_intake *in, struct record_statement *s, struct err *e)
{
	struct edtf date;

	if (listed(in, 0, &s->basis, e) < 0 || listed(in, 1, &s->credence, e) < 0 ||
	    listed(in, 2, &s->confidentiality, e) < 0)
		return -1;
	if (s->checked.n == 0)
		s->checked = STR("yes");
	if (!str_eq(s->checked, STR("yes")) && !str_eq(s->checked, STR("no")))
		return err_fail(e, ERR_INPUT, STR("record.checked"), s->checked);
	if (s->said_at.n > 0 && edtf_read(in->known_on, s->said_at, &date, e) < 0)
		return -1;
	return record_text_check(s->lang, "lang", e) < 0 ||
		record_text_check(s->words, "words", e) < 0 ||
		record_text_check(s->speaker, "speaker", e) < 0 ||
		record_text_check(s->via, "via", e) < 0
	    ? -1
	    : 0;
}

static int
resolve_subject(struct record_intake *in, struct record_statement *s, struct err *e)
{
	if (find(in, s->record, &s->subject, e) < 0)
		return -1;
	s->record = record_name(&s->subject);
	const struct vocab_property *p =
	    vocab_property(in->writer->vocab, s->subject.kind, s->property);
	if (p == NULL)
		return err_fail(e, ERR_INPUT, STR("record.property"), s->property, s->subject.kind);
	s->type = p->type;
	if (resolve_value(in, p, &s->value, &s->ref_id, e) < 0)
		return -1;
	return s->n_with == 0 ? 0 : resolve_qualifiers(in, s, e);
}

/* Reads the source once where statements in a row name the same one. */
static int
open_source(struct record_intake *in, struct str name, struct err *e)
{
	if (in->source_name.n > 0 && str_eq(in->source_name, name))
		return 0;
	in->source_name = STR("");
	if (source_find(in->reader.db, in->arena, name, &in->source, e) < 0)
		return -1;
	if (in->source.destroyed)
		return err_fail(e, ERR_CONFLICT, STR("record.source_destroyed"), name);
	if (source_text(in->writer->archive, in->arena, &in->source, &in->is_text, &in->text, e) <
	    0)
		return -1;
	in->source_name = name;
	return 0;
}

static int
resolve_source(struct record_intake *in, struct record_statement *s, struct source_passage *passage,
    struct err *e)
{
	s->words = str_trim(s->words);
	if (s->source.n == 0 && in->source_comes)
		return 0;
	if (s->source.n == 0)
		return s->words.n > 0 ? err_fail(e, ERR_INPUT, STR("record.words_source")) : 0;
	if (open_source(in, s->source, e) < 0)
		return -1;
	s->source_id = in->source.id;
	/* Words of a row stand in it: a cell need not be looked for in the whole file. */
	if (s->words.n == 0 || s->line > 0 || !in->is_text)
		return 0;
	if (!source_passage_find(in->text, s->words, passage))
		return err_fail(e, ERR_INPUT, STR("record.not_in_source"), s->words, s->source);
	s->anchored = true;
	s->start = passage->start;
	s->end = passage->end;
	return 0;
}

/* What the archive, or the statements before it, say of the same property already. */
struct earlier {
	const struct record_statement *same; /* NULL: nothing says the very same */
	int64_t nth;                         /* the last place that is taken */
};

static void
look_at(const struct record_statement *said, const struct record_statement *s, struct earlier *out)
{
	if (!str_eq(said->subject.id, s->subject.id) || !str_eq(said->property, s->property))
		return;
	if (said->nth > out->nth)
		out->nth = said->nth;
	/* What an import brought that was taken back may come again. */
	if (!said->undone && record_same(said, s) && (out->same == NULL || out->same->withdrawn))
		out->same = said;
}

/* What the archive says of the record: nothing when it is only about to be made; asked for once
 * where statements of one record follow each other. */
static int
ask_known(struct record_intake *in, const struct record *record, struct err *e)
{
	if (in->known_of.n > 0 && str_eq(in->known_of, record->id))
		return 0;
	in->known_of = STR("");
	in->known = (struct record_statements){NULL, 0};
	arena_free(in->known_on);
	in->known_on = arena_new();
	struct record_reader reader = in->reader;
	reader.arena = in->known_on;
	if (names_last(&in->by_alias, record->alias) == NULL &&
	    record_statements(&reader, record->id, true, &in->known, e) < 0)
		return -1;
	in->known_of = record->id;
	return 0;
}

static struct str
property_key(struct record_intake *in, const struct record_statement *s)
{
	struct str record = s->subject.id, property = s->property;
	char *key = arena_alloc(in->scratch, record.n + 1 + property.n);

	memcpy(key, record.p, record.n);
	key[record.n] = ' ';
	memcpy(key + record.n + 1, property.p, property.n);
	return (struct str){key, record.n + 1 + property.n};
}

static int
look_back(struct record_intake *in, const struct record_statement *s, struct str key,
    struct earlier *out, struct err *e)
{
	const struct named *among = names_last(&in->by_property, key);

	*out = (struct earlier){NULL, 0};
	if (ask_known(in, &s->subject, e) < 0)
		return -1;
	for (size_t i = 0; i < in->known.count; i++)
		look_at(&in->known.at[i], s, out);
	for (; among != NULL; among = names_before(&in->by_property, among))
		look_at(in->all[among->number], s, out);
	return 0;
}

/* What whoever says it left out, and what is yet to follow, is empty. */
static void
empty_rest(struct record_statement *s)
{
	struct str *const texts[] = {&s->record, &s->property, &s->value, &s->lang, &s->source,
	    &s->words, &s->speaker, &s->via, &s->said_at, &s->basis, &s->credence,
	    &s->confidentiality, &s->checked, &s->import};

	for (size_t i = 0; i < LENGTH(texts); i++)
		if (texts[i]->p == NULL)
			*texts[i] = STR("");
	s->id = s->ref_id = s->source_id = STR("");
	s->source_kind = s->source_date = s->source_title = STR("");
	s->why = s->accepted = s->added_at = s->added_by = STR("");
	s->anchored = s->withdrawn = s->undone = false;
}

/* --- What is new ---------------------------------------------------------------------------- */

void
record_intake_make(struct record_intake *in, const struct record *record)
{
	in->news[in->n_news++] =
	    (struct record_news){.record = record, .bytes = NEWS_BYTES + record->alias.n};
}

static void
keep(struct record_intake *in, struct record_statement *s, const struct source_passage *passage)
{
	struct record_news *news = &in->news[in->n_news++];
	/* As base64, where it is kept in halves, a text is longer by a third, and escaped by more;
	 * and there are two of them. */
	size_t texts = s->value.n + s->words.n + s->speaker.n + s->via.n;

	for (size_t i = 0; i < s->n_with; i++)
		texts += NEWS_BYTES / 8 + s->with[i].value.n;
	*news = (struct record_news){.statement = s, .bytes = (size_t)2 * NEWS_BYTES + 4 * texts};
	if (s->anchored) {
		struct source_passage *kept = ARENA_NEW(in->arena, struct source_passage);
		*kept = *passage;
		news->passage = kept;
	}
	in->fresh++;
}

static void
add_echo(
    struct record_intake *in, struct record_statement *s, const struct record_statement *before)
{
	in->echoes = arena_grow(
	    in->scratch, in->echoes, in->n_echoes, &in->echoes_capacity, sizeof(*in->echoes));
	in->echoes[in->n_echoes++] = (struct record_echo){s, before};
}

int
record_intake_take(struct record_intake *in, struct record_statement *statement, struct err *e)
{
	struct record_statement *s = statement;
	struct source_passage passage = {.places = 0};
	struct earlier earlier;

	empty_rest(s);
	s->import = in->import;
	if (resolve_subject(in, s, e) < 0 || resolve_columns(in, s, e) < 0 ||
	    resolve_source(in, s, &passage, e) < 0)
		return -1;
	struct str key = property_key(in, s);
	if (look_back(in, s, key, &earlier, e) < 0)
		return -1;
	if (earlier.same != NULL && earlier.same->withdrawn)
		return err_fail(e, ERR_CONFLICT, STR("record.withdrawn_before"), earlier.same->id);
	names_add(in->scratch, &in->by_property, key, in->count);
	in->all[in->count++] = s;
	if (earlier.same != NULL) {
		s->id = arena_str(in->arena, earlier.same->id);
		s->nth = earlier.same->nth;
		if (s->id.n == 0)
			add_echo(in, s, earlier.same);
		return 0;
	}
	s->nth = earlier.nth + 1;
	keep(in, s, &passage);
	return 0;
}

/* --- The append ----------------------------------------------------------------------------- */

/* News, cut into entries. */
struct cutting {
	const struct record_intake *in;
	size_t *ends; /* of each entry among the news */
	size_t n;
};

static void
cut(struct cutting *c, const struct record_news *news, size_t count)
{
	for (size_t first = 0, end; first < count; first = end) {
		size_t bytes = news[first].bytes;
		for (end = first + 1; end < count && end - first < ENTRY_NEWS; end++) {
			if (bytes + news[end].bytes > ENTRY_BYTES)
				break;
			bytes += news[end].bytes;
		}
		c->ends[c->n++] = end;
	}
}

static struct archive_draft
draw(void *arg, struct arena *a, size_t nth)
{
	const struct cutting *c = arg;
	size_t first = nth > 0 ? c->ends[nth - 1] : 0, end = c->ends[nth], n = 0;
	struct archive_part *parts =
	    ARENA_ARRAY(a, struct archive_part, (end - first) * RECORD_PARTS + 1);

	if (nth == 0 && c->in->also != NULL)
		parts[n++] = *c->in->also;
	for (size_t i = first; i < end; i++) {
		const struct record_news *news = &c->in->news[i];
		if (news->record != NULL)
			parts[n++] = record_entry_make(a, news->record, c->in->import);
		else
			n += record_entry_parts(a, news->statement, news->passage, &parts[n]);
		if (c->in->steps != NULL && news->statement != NULL)
			record_step(c->in->steps);
	}
	return (struct archive_draft){parts, n};
}

/* The record that something new is, or speaks of. */
static struct str
record_of(const struct record_news *news)
{
	return news->record != NULL ? news->record->id : news->statement->subject.id;
}

/* The first bytes of an id as a number in the same order: most ids are told by them. */
static uint64_t
begin_of(struct str id)
{
	uint64_t begin = 0;

	for (size_t i = 0; i < sizeof(begin); i++)
		begin = begin << 8 | (i < id.n ? (uint8_t)id.p[i] : 0);
	return begin;
}

/* By record, the record first; what is said of it as it came. */
static int
by_record(const void *a, const void *b)
{
	const struct record_news *x = a, *y = b;

	if (x->begin != y->begin)
		return x->begin < y->begin ? -1 : 1;
	int order = str_cmp(record_of(x), record_of(y));
	return order != 0 ? order : (x->nth > y->nth) - (x->nth < y->nth);
}

static int
by_bytes(const void *a, const void *b)
{
	return memcmp(a, b, ARCHIVE_ID_BYTES);
}

static void
give_ids(struct record_intake *in)
{
	char(*ids)[ARCHIVE_ID_BYTES + 1] = arena_alloc(in->arena, (in->fresh + 1) * sizeof(*ids));
	size_t given = 0;

	archive_ids_new('t', ids, in->fresh);
	qsort(ids, in->fresh, sizeof(*ids), by_bytes);
	for (size_t i = 0; i < in->n_news; i++)
		if (in->news[i].record == NULL)
			in->news[i].statement->id = str_of(ids[given++]);
	for (size_t i = 0; i < in->n_echoes; i++)
		in->echoes[i].statement->id = in->echoes[i].before->id;
}

int
record_intake_append(struct record_intake *in, struct err *e)
{
	for (size_t i = 0; i < in->n_news; i++) {
		in->news[i].nth = i;
		in->news[i].begin = begin_of(record_of(&in->news[i]));
	}
	qsort(in->news, in->n_news, sizeof(*in->news), by_record);
	give_ids(in);
	struct cutting c = {.in = in, .ends = ARENA_ARRAY(in->arena, size_t, in->n_news)};

	cut(&c, in->news, in->n_news);
	return archive_append_drawn(in->writer->archive, in->writer->stamp, draw, &c, c.n, e);
}

void
record_intake_begin(
    struct record_intake *in, const struct record_writer *writer, size_t count, size_t records)
{
	struct arena *scratch = arena_new();

	*in = (struct record_intake){
	    .writer = writer,
	    .arena = writer->arena,
	    .reader = {archive_db(writer->archive), writer->arena, writer->vocab, {VIEWER_TEAM}},
	    .all = ARENA_ARRAY(scratch, struct record_statement *, count),
	    .news = ARENA_ARRAY(scratch, struct record_news, count + records),
	    .import = STR(""),
	    .scratch = scratch,
	    .known_on = arena_new(),
	};
}

void
record_intake_end(struct record_intake *in)
{
	arena_free(in->scratch);
	arena_free(in->known_on);
	in->scratch = in->known_on = NULL;
}

/* The archive is held: what it says already stays so. */
static int
take_all(struct record_intake *in, struct record_statement *statements, size_t count, struct err *e)
{
	while (in->count < count)
		if (record_intake_take(in, &statements[in->count], e) < 0)
			return -1;
	return record_intake_append(in, e);
}

int
record_state(const struct record_writer *writer, struct record_statement *statements, size_t count,
    size_t *fresh, size_t *at, struct err *e)
{
	struct record_intake in;

	*at = count;
	if (archive_hold(writer->archive, e) < 0)
		return -1;
	record_intake_begin(&in, writer, count, 0);
	int r = take_all(&in, statements, count, e);
	archive_release(writer->archive);
	record_intake_end(&in);
	*at = in.count;
	if (r < 0)
		return -1;
	*fresh = in.fresh;
	return 0;
}
