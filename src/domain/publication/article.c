#include "base/buf.h"
#include "domain/publication/internal.h"

/* Values while a tree is walked. */
struct gathering {
	struct arena *a;
	struct publication_value *values;
	size_t n;
	bool blocks; /* may stand in this text */
};

static size_t
count_values(const struct markdown *node)
{
	size_t n = 0;

	for (; node != NULL; node = node->next)
		n += (node->kind == MARKDOWN_VALUE) + count_values(node->first);
	return n;
}

/* Is it all that its paragraph holds, and the paragraph no part of a list or quote? */
static bool
stands_alone(const struct markdown *parent, const struct markdown *grandparent)
{
	return parent->kind == MARKDOWN_PARAGRAPH && parent->first->next == NULL &&
	    grandparent->kind == MARKDOWN_TEXT;
}

static int
gather(struct gathering *g, const struct markdown *parent, const struct markdown *grandparent,
    struct err *e)
{
	for (const struct markdown *i = parent->first; i != NULL; i = i->next) {
		struct publication_value *v = &g->values[g->n];
		if (gather(g, i, parent, e) < 0)
			return -1;
		if (i->kind != MARKDOWN_VALUE)
			continue;
		g->n++;
		if (publication_value_read(g->a, i->text, i->line, v, e) < 0)
			return -1;
		if (publication_is_block(v->live) &&
		    (!g->blocks || !stands_alone(parent, grandparent)))
			return err_fail(e, ERR_INPUT, STR("publication.block"),
			    STR_INT((int64_t)i->line), i->text);
	}
	return 0;
}

/* The tree of a text whose first line is that of a file: line numbers are the file's. */
static int
read_tree(struct arena *a, struct str text, size_t line, const struct markdown **out, struct err *e)
{
	struct buf *lines = buf_on(a);

	for (size_t i = 1; i < line; i++)
		buf_putc(lines, '\n');
	buf_put(lines, text);
	return markdown_read(a, buf_str(lines), out, e);
}

int
publication_text_read(struct arena *a, const struct publication_draft *draft,
    struct publication_text *out, struct err *e)
{
	struct publication_text text;
	size_t dek_line = draft->field_line[PUBLICATION_DEK];

	if (read_tree(a, draft->field[PUBLICATION_DEK], dek_line, &text.dek, e) < 0 ||
	    read_tree(a, draft->text, draft->text_line, &text.body, e) < 0)
		return -1;
	if (text.dek->first == NULL || text.dek->first->kind != MARKDOWN_PARAGRAPH ||
	    text.dek->first->next != NULL)
		return err_fail(e, ERR_INPUT, STR("publication.dek"), STR_INT((int64_t)dek_line));
	text.n_dek = count_values(text.dek);
	text.n = text.n_dek + count_values(text.body);
	struct gathering g = {a, ARENA_ARRAY(a, struct publication_value, text.n + 1), 0, false};
	if (gather(&g, text.dek, text.dek, e) < 0)
		return -1;
	g.blocks = true;
	if (gather(&g, text.body, text.body, e) < 0)
		return -1;
	text.values = g.values;
	*out = text;
	return 0;
}

/* What a stored figure said, by its place in the text. */
static int
read_then(struct arena *a, const struct publication_revision *revision,
    struct publication_figure *figures, size_t n, struct err *e)
{
	struct json *list;
	size_t k = 0;

	if (json_read(a, revision->said, &list, e) < 0)
		return -1;
	for (const struct json *i = list->first; i != NULL && k < n; i = i->next, k++) {
		const struct json *said;
		if (json_need_object(i, STR("said"), &said, e) < 0 ||
		    publication_said_read(a, said, &figures[k].then, e) < 0)
			return -1;
		figures[k].stale =
		    figures[k].known && !publication_said_same(&figures[k].now, &figures[k].then);
	}
	return 0;
}

/* What a value cannot be asked for any more is no failure of the page: it is not known. */
static bool
is_gone(const struct err *e)
{
	return e->code == ERR_INPUT || e->code == ERR_NOTFOUND || e->code == ERR_DENIED;
}

static int
article_make(const struct count_reader *r, const struct publication *publication,
    const struct publication_revision *revision, struct publication_article *out, struct err *e)
{
	struct publication_cases cases = {.reader = r};
	struct publication_draft draft = {.text = revision->text, .text_line = 1};
	struct publication_text text;

	draft.field[PUBLICATION_DEK] = revision->field[PUBLICATION_DEK];
	draft.field_line[PUBLICATION_DEK] = 1;
	if (publication_text_read(r->arena, &draft, &text, e) < 0)
		return -1;
	struct publication_figure *figures =
	    ARENA_ARRAY(r->arena, struct publication_figure, text.n);
	for (size_t i = 0; i < text.n; i++) {
		struct err why = {0};
		if (publication_figure_ask(
			&cases, publication->event, &text.values[i], &figures[i], &why) == 0 ||
		    is_gone(&why))
			continue;
		*e = why;
		return -1;
	}
	if (read_then(r->arena, revision, figures, text.n, e) < 0)
		return -1;
	*out = (struct publication_article){.publication = *publication,
	    .revision = *revision,
	    .dek = text.dek,
	    .body = text.body,
	    .figures = figures,
	    .n_figures = text.n,
	    .n_dek = text.n_dek};
	return 0;
}

static struct publication_revision
revision_copy(struct arena *a, const struct publication_revision *r)
{
	struct publication_revision copy = *r;
	struct str *const texts[] = {&copy.lang, &copy.text, &copy.note, &copy.at, &copy.by,
	    &copy.said, &copy.state_at, &copy.state_note, &copy.file};

	for (size_t i = 0; i < LENGTH(texts); i++)
		*texts[i] = texts[i]->n > 0 ? arena_str(a, *texts[i]) : STR("");
	for (size_t i = 0; i < PUBLICATION_FIELDS; i++)
		copy.field[i] = copy.field[i].n > 0 ? arena_str(a, copy.field[i]) : STR("");
	return copy;
}

static struct publication
publication_copy(struct arena *a, const struct publication *p)
{
	return (struct publication){.key = arena_str(a, p->key),
	    .slug = arena_str(a, p->slug),
	    .event = arena_str(a, p->event),
	    .added_at = arena_str(a, p->added_at),
	    .added_by = arena_str(a, p->added_by)};
}

/* An article for all who ask while the index stands still: on the memo's arena, whole. */
static int
article_keep(const struct count_reader *r, const struct publication *publication,
    const struct publication_revision *revision, struct publication_article *out, struct err *e)
{
	struct arena *a = count_memo_arena(r->memo);
	const struct count_reader keeper = {r->db, a, r->vocab, r->memo};
	const struct publication p = publication_copy(a, publication);
	const struct publication_revision text = revision_copy(a, revision);

	return article_make(&keeper, &p, &text, out, e);
}

int
publication_article(const struct count_reader *r, const struct publication *publication,
    const struct publication_revision *revision, struct publication_article *out, struct err *e)
{
	if (r->memo == NULL)
		return article_make(r, publication, revision, out, e);
	struct str key = arena_fmt(r->arena, "publication %.*s %.*s %lld",
	    STR_ARG(publication->key), STR_ARG(revision->lang), (long long)revision->number);
	const struct publication_article *kept = count_memo_find(r->memo, key);
	if (kept == NULL) {
		struct publication_article *made =
		    ARENA_NEW(count_memo_arena(r->memo), struct publication_article);
		if (article_keep(r, publication, revision, made, e) < 0)
			return -1;
		count_memo_keep(r->memo, key, made);
		kept = made;
	}
	*out = *kept;
	return 0;
}
