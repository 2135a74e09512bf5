#include "face/site/site_text.h"

#include "face/say/message.h"

/* What is needed on the way through a tree. */
struct walk {
	const struct site_page *page;
	const struct publication_figure *figures; /* of this tree, by number of their value */
	struct site_behind *behind;               /* of the node of the top that is being read */
	size_t n_behind;
	struct err *e;
};

static size_t
count_of(const struct markdown *node)
{
	size_t n = 0;

	for (; node != NULL; node = node->next)
		n++;
	return n;
}

/* A value among words; its words go below the paragraph, once. */
static int
take_value(struct walk *w, const struct markdown *from, struct site_node *node)
{
	const struct publication_figure *f = &w->figures[from->value];

	node->live = site_said_live(w->page, f);
	if (node->live.href.n == 0)
		return 0;
	for (size_t i = 0; i < w->n_behind; i++)
		if (str_eq(w->behind[i].href, node->live.href))
			return 0;
	return site_said_behind(w->page, f, &w->behind[w->n_behind++], w->e);
}

static int
take_nodes(struct walk *w, const struct markdown *first, struct site_node *parent)
{
	struct site_node *nodes = ARENA_ARRAY(w->page->site->a, struct site_node, count_of(first));
	size_t n = 0;

	for (const struct markdown *from = first; from != NULL; from = from->next) {
		struct site_node *node = &nodes[n++];
		node->kind = from->kind;
		node->text = from->text;
		node->level = from->level;
		if (from->kind == MARKDOWN_VALUE && take_value(w, from, node) != 0)
			return -1;
		if (take_nodes(w, from->first, node) != 0)
			return -1;
	}
	parent->nodes = nodes;
	parent->n = n;
	return 0;
}

/* A node of the top with all figures that stand in it; n_figures are in the whole text. */
static int
take_top(struct walk *w, const struct markdown *from, size_t n_figures, struct site_node *node)
{
	w->behind = ARENA_ARRAY(w->page->site->a, struct site_behind, n_figures);
	w->n_behind = 0;
	node->kind = from->kind;
	node->text = from->text;
	node->level = from->level;
	if (take_nodes(w, from->first, node) != 0)
		return -1;
	node->behind = w->behind;
	node->n_behind = w->n_behind;
	return 0;
}

/* The block that a paragraph stands for, or NULL. */
static const struct publication_figure *
block_of(const struct walk *w, const struct markdown *from)
{
	if (from->kind != MARKDOWN_PARAGRAPH || from->first == NULL ||
	    from->first->kind != MARKDOWN_VALUE)
		return NULL;
	const struct publication_figure *f = &w->figures[from->first->value];
	return publication_is_block(f->asked.live) ? f : NULL;
}

/* Nothing where the public may not see it any more, or an earlier revision is shown. */
static int
block_put(const struct site_page *page, const struct publication_figure *f, struct html *out,
    struct err *e)
{
	struct site *s = page->site;
	struct str subject = f->asked.subject;

	out->markup = STR("");
	if (!f->known || page->old)
		return 0;
	switch (f->asked.live) {
	case PUBLICATION_BOARD:
		return site_case_board(s, f->board, page->at, out, e);
	case PUBLICATION_MAP:
		*out = site_case_map(s, f->board, page->at);
		return 0;
	case PUBLICATION_ACT:
		return site_case_act(s, subject, page->at.lang, out, e);
	case PUBLICATION_LAW:
		return site_case_law(s, subject, page->at.lang, out, e);
	case PUBLICATION_DEMANDS:
		return site_case_demands(s, subject, page->at.lang, out, e);
	case PUBLICATION_CLAIM:
	case PUBLICATION_COUNT:
	case PUBLICATION_LIVES:
		break;
	}
	return 0;
}

/* A part that is a block, and what kinds of blocks the text has. */
static int
take_block(struct walk *w, const struct publication_figure *f, struct site_passage *part,
    struct site_text *out)
{
	if (block_put(w->page, f, &part->block, w->e) != 0)
		return -1;
	out->board |= f->known && f->asked.live == PUBLICATION_BOARD;
	out->map |= f->known && f->asked.live == PUBLICATION_MAP;
	return 0;
}

static int
take_parts(struct walk *w, const struct publication_article *article, struct site_text *out)
{
	struct arena *a = w->page->site->a;
	size_t n = count_of(article->body->first), n_parts = 0, used = 0;
	struct site_passage *parts = ARENA_ARRAY(a, struct site_passage, 2 * n + 1);
	struct site_node *nodes = ARENA_ARRAY(a, struct site_node, n);
	bool running = false;

	for (const struct markdown *i = article->body->first; i != NULL; i = i->next) {
		const struct publication_figure *block = block_of(w, i);
		if (block != NULL) {
			if (take_block(w, block, &parts[n_parts++], out) != 0)
				return -1;
			running = false;
			continue;
		}
		if (!running) {
			parts[n_parts].block = (struct html){STR("")};
			parts[n_parts++].text.nodes = &nodes[used];
		}
		running = true;
		if (take_top(w, i, article->n_figures, &nodes[used++]) != 0)
			return -1;
		parts[n_parts - 1].text.n++;
	}
	out->parts = parts;
	out->n_parts = n_parts;
	return 0;
}

static void
put_plain(struct buf *out, const struct site_page *page, const struct site_node *parent)
{
	for (size_t i = 0; i < parent->n; i++) {
		const struct site_node *node = &parent->nodes[i];
		const struct site_live *live = &node->live;
		if (node->kind == MARKDOWN_WORDS)
			buf_put(out, node->text);
		else if (node->kind == MARKDOWN_VALUE && live->words.n > 0)
			buf_put(out,
			    message_text(
				page->site->a, page->at.lang, STR("site.live.quote"), live->words));
		else if (node->kind == MARKDOWN_VALUE)
			buf_put(out, live->number);
		if (node->kind == MARKDOWN_VALUE && live->who.n > 0)
			buf_fmt(out, " (%.*s)", STR_ARG(live->who));
		put_plain(out, page, node);
	}
}

int
site_text_of(const struct site_page *page, const struct publication_article *article,
    struct site_text *out, struct err *e)
{
	struct walk w = {.page = page, .figures = article->figures, .e = e};
	struct site_text text = {.plain = STR("")};
	struct buf *plain = buf_on(page->site->a);

	if (take_top(&w, article->dek->first, article->n_figures, &text.dek) != 0)
		return -1;
	put_plain(plain, page, &text.dek);
	text.plain = buf_str(plain);
	w.figures = article->figures + article->n_dek;
	if (take_parts(&w, article, &text) != 0)
		return -1;
	*out = text;
	return 0;
}
