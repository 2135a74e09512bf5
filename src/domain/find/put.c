#include "base/buf.h"
#include "base/utf8.h"
#include "domain/find/find_sql.h"
#include "domain/find/internal.h"
#include "kit/db/db.h"
#include "kit/lang/search.h"

struct str
find_shortened(struct str word)
{
	size_t end = word.n < FIND_WORD_BYTES ? word.n : FIND_WORD_BYTES;

	while (end < word.n && ((uint8_t)word.p[end] & 0xC0) == 0x80)
		end--;
	return str_sub(word, 0, end);
}

/* "задержаны/задержа не/ менее/мен ." */
static struct str
words_of(struct arena *a, const struct find_doc *doc)
{
	struct buf *words = buf_on(a);

	for (size_t i = 0; i < doc->n_texts; i++) {
		struct search_words cut = search_cut(a, doc->texts[i], doc->lang);
		for (size_t k = 0; k < cut.count; k++) {
			struct str word = find_shortened(cut.at[k].text);
			struct str stem = find_shortened(cut.at[k].stem);
			buf_put(words, word);
			if (stem.n > 0)
				buf_putc(words, '/');
			if (!str_eq(stem, word))
				buf_put(words, stem);
			buf_putc(words, ' ');
		}
		if (cut.count > 0)
			buf_put(words, STR(". "));
	}
	return buf_str(words);
}

/* A line for each, the letter of its filter first. */
static struct str
marks_of(struct arena *a, const struct find_doc *doc)
{
	struct buf *marks = buf_on(a);

	for (size_t i = 0; i < doc->n_marks; i++) {
		if (doc->marks[i].value.n == 0)
			continue;
		buf_putc(marks, find_filter_letter(doc->marks[i].filter));
		buf_put(marks, doc->marks[i].value);
		buf_putc(marks, '\n');
	}
	return buf_str(marks);
}

int
find_put(struct db *db, const struct find_doc *doc, struct err *e)
{
	struct arena *a = arena_new();
	const struct sql_find_doc_add_in in = {.id = doc->id,
	    .at = doc->at,
	    .source = doc->source,
	    .record = doc->record,
	    .confidentiality = doc->confidentiality,
	    .words = words_of(a, doc),
	    .marks = marks_of(a, doc)};
	int r = sql_find_doc_add(db, &in, e);

	arena_free(a);
	return r;
}

static int
change(struct db *db, const struct find_block *block, struct str term, const uint64_t *set, bool on,
    struct err *e)
{
	uint64_t has[FIND_SET_WORDS(FIND_SET_MOST)] = {0};
	size_t words = FIND_SET_WORDS(block->size);

	if (find_block_or(db, block, term, false, has, e) < 0)
		return -1;
	for (size_t i = 0; i < words; i++)
		has[i] = on ? has[i] | set[i] : has[i] & ~set[i];
	if (find_set_count(has, words) == 0)
		return sql_find_post_remove(db, block->first, term, e);
	struct arena *a = arena_new();
	const struct sql_find_post_put_in in = {block->first, term, find_set_pack(a, has, words)};
	int r = sql_find_post_put(db, &in, e);
	arena_free(a);
	return r;
}

/* The texts of a run that belong to a root: what one term says of them no longer holds, another
 * does. */
struct turn {
	struct db *db;
	struct arena *a;
	const struct find_block *block;
	const uint64_t *set; /* of which texts */
};

static int
turn(const struct turn *t, char letter, struct str was, struct str is, struct err *e)
{
	struct str old = arena_fmt(t->a, "%c%.*s", letter, STR_ARG(was));
	struct str new = arena_fmt(t->a, "%c%.*s", letter, STR_ARG(is));

	if (was.n > 0 && change(t->db, t->block, old, t->set, false, e) < 0)
		return -1;
	return is.n > 0 ? change(t->db, t->block, new, t->set, true, e) : 0;
}

/* Keeps in set what also has a term. */
static int
meet(const struct turn *t, char letter, uint64_t *set, struct err *e)
{
	uint64_t has[FIND_SET_WORDS(FIND_SET_MOST)] = {0};

	if (find_block_or(t->db, t->block, (struct str){&letter, 1}, false, has, e) < 0)
		return -1;
	for (size_t i = 0; i < FIND_SET_WORDS(t->block->size); i++)
		set[i] &= has[i];
	return 0;
}

static int
turn_source(struct turn *t, uint64_t *set, const struct find_root *was, const struct find_root *is,
    struct err *e)
{
	uint64_t free[FIND_SET_WORDS(FIND_SET_MOST)];
	struct turn shown = *t;

	for (size_t i = 0; i < FIND_SET_WORDS(t->block->size); i++)
		free[i] = set[i];
	shown.set = free;
	if (turn(t, find_filter_letter(FIND_SOURCE_KIND), was->kind, is->kind, e) < 0 ||
	    meet(t, FIND_FREE, free, e) < 0 || meet(t, FIND_FOLLOWS, set, e) < 0)
		return -1;
	bool open = str_eq(is->confidentiality, STR("public"));
	return turn(t, find_filter_letter(FIND_CONFIDENTIALITY), was->confidentiality,
		   is->confidentiality, e) < 0 ||
		change(t->db, t->block, STR("v"), shown.set, open, e) < 0
	    ? -1
	    : 0;
}

static int
turn_block(struct turn *t, const struct find_root *was, const struct find_root *is, struct err *e)
{
	uint64_t set[FIND_SET_WORDS(FIND_SET_MOST)] = {0};
	bool source = is->id.p[0] == 's';
	char letter = find_filter_letter(source ? FIND_SOURCE : FIND_RECORD);
	struct str member = arena_fmt(t->a, "%c%.*s", letter, STR_ARG(is->id));

	struct turn here = *t;
	here.set = set;
	if (find_block_or(t->db, t->block, member, false, set, e) < 0)
		return -1;
	if (find_set_count(set, FIND_SET_WORDS(t->block->size)) == 0)
		return 0;
	return source ? turn_source(&here, set, was, is, e)
		      : turn(&here, find_filter_letter(FIND_KIND), was->kind, is->kind, e);
}

/* In every run that is indexed. */
static int
turn_all(struct db *db, struct arena *a, const struct find_root *was, const struct find_root *is,
    struct err *e)
{
	struct sql_find_blocks_rows blocks;

	if (sql_find_blocks_all(db, a, &blocks, e) < 0)
		return -1;
	for (size_t i = 0; i < blocks.count; i++) {
		const struct find_block block = {
		    .first = blocks.at[i].first, .size = (size_t)blocks.at[i].size};
		struct turn t = {.db = db, .a = a, .block = &block};
		if (turn_block(&t, was, is, e) < 0)
			return -1;
	}
	return sql_find_orphan_drop(db, is->id, e);
}

static int
root(struct db *db, struct arena *a, const struct find_root *is, struct err *e)
{
	struct find_root was = {.kind = STR(""), .confidentiality = STR("")};
	struct sql_find_root_get_row row;
	struct sql_find_orphan_has_row orphan;
	const struct sql_find_root_set_in in = {is->id, is->kind, is->alias, is->confidentiality};
	int found = sql_find_root_get_one(db, is->id, a, &row, e);
	int missed = found == 0 ? sql_find_orphan_has_one(db, is->id, a, &orphan, e) : 0;

	if (found < 0 || missed < 0 || sql_find_root_set(db, &in, e) < 0)
		return -1;
	if (found > 0) {
		was.kind = row.kind;
		was.confidentiality = row.confidentiality;
	}
	return found == 0 && missed == 0 ? 0 : turn_all(db, a, &was, is, e);
}

int
find_root(struct db *db, const struct find_root *is, struct err *e)
{
	struct arena *a = arena_new();
	int r = root(db, a, is, e);

	arena_free(a);
	return r;
}
