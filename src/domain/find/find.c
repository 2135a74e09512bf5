#include "domain/find/find.h"

#include "base/buf.h"
#include "domain/find/find_sql.h"
#include "kit/db/db.h"
#include "kit/lang/search.h"

static void
add_word(struct buf *to, struct str word)
{
	if (word.n == 0)
		return;
	if (to->n > 0)
		buf_putc(to, ' ');
	buf_put(to, word);
}

static int
put(struct db *db, struct arena *a, const struct find_doc *doc, struct err *e)
{
	struct buf *words = buf_on(a), *stems = buf_on(a);

	for (size_t i = 0; i < doc->n_texts; i++) {
		struct search_words cut = search_cut(a, doc->texts[i], doc->lang);
		for (size_t k = 0; k < cut.count; k++) {
			add_word(words, cut.at[k].text);
			add_word(stems, cut.at[k].stem);
		}
	}
	if (words->n == 0)
		return 0;
	const struct sql_find_add_in in = {
	    doc->id, doc->at, doc->source, doc->is_public, buf_str(words), buf_str(stems)};
	return sql_find_add(db, &in, e);
}

int
find_put(struct db *db, const struct find_doc *doc, struct err *e)
{
	struct arena *a = arena_new();
	int r = put(db, a, doc, e);

	arena_free(a);
	return r;
}

int
find_open(struct db *db, struct str source, bool open, struct err *e)
{
	return open ? sql_find_open(db, source, e) : sql_find_close(db, source, e);
}

int
find_finish(struct db *db, struct err *e)
{
	return db_bulk(db) ? sql_find_fill(db, e) : sql_find_follow(db, e);
}

/* As the text index is asked: a word as it stands, or by its stem, and the next. */
static struct str
query_of(struct arena *a, struct search_words words)
{
	struct buf *query = buf_on(a);

	for (size_t i = 0; i < words.count; i++) {
		const struct search_word *w = &words.at[i];
		if (i > 0)
			buf_put(query, STR(" AND "));
		buf_fmt(query, "(words : \"%.*s\"%s", STR_ARG(w->text), w->begins ? " *" : "");
		if (!w->begins && w->stem.n > 0)
			buf_fmt(query, " OR stems : \"%.*s\"", STR_ARG(w->stem));
		buf_putc(query, ')');
	}
	return buf_str(query);
}

int
find_words(struct db *db, struct arena *a, const struct find_asked *asked, struct find_hits *out,
    struct err *e)
{
	struct search_words cut = search_cut(a, asked->words, STR(""));
	struct sql_find_hits_rows rows;

	if (cut.count == 0)
		return err_fail(e, ERR_INPUT, STR("find.words"), asked->words);
	const struct sql_find_hits_in in = {
	    query_of(a, cut), asked->viewer.role == VIEWER_TEAM, (int64_t)asked->most + 1};
	if (sql_find_hits_all(db, &in, a, &rows, e) < 0)
		return -1;
	bool more = rows.count > asked->most;
	size_t count = more ? asked->most : rows.count;
	struct str *ids = ARENA_ARRAY(a, struct str, count);
	for (size_t i = 0; i < count; i++)
		ids[i] = rows.at[i].id;
	*out = (struct find_hits){ids, count, more};
	return 0;
}
