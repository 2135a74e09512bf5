#include "face/site/site_article.h"

#include "face/say/message.h"
#include "face/say/story.h"
#include "site_tpl.h"

static struct str
below(const struct site_page *page, const char *rest)
{
	return arena_fmt(page->site->a, "%.*s%s", STR_ARG(page->at.base), rest);
}

/* Place and days of the widest question that the case answers. */
static struct str
dateline_of(const struct site_page *page, const struct count_board *board)
{
	const struct board_words w = site_said_words(page, board);

	if (board->n_scopes == 0)
		return STR("");
	const struct story story = story_of(page->site->a, board, false);
	struct str place = board_words_place(&w, &story.widest->scope);
	struct str days = board_words_days(&w, &story.widest->scope);
	return arena_fmt(page->site->a, "%.*s, %.*s", STR_ARG(place), STR_ARG(days));
}

static const struct site_edition *
editions_of(const struct site_page *page, size_t *n)
{
	const struct publication_revisions *all = &page->revisions;
	struct site_edition *at = ARENA_ARRAY(page->site->a, struct site_edition, all->count);

	*n = 0;
	for (size_t i = all->count; i-- > 0;) {
		const struct publication_revision *r = &all->at[i];
		if (!str_eq(r->lang, lang_code(page->at.lang)) || r->state != PUBLICATION_SHOWN)
			continue;
		at[(*n)++] = (struct site_edition){
		    .number = r->number,
		    .day = site_page_day(page->site, r->at, page->at.lang),
		    .note = r->note,
		    .href = arena_fmt(
			page->site->a, "%.*sr/%lld/", STR_ARG(page->at.base), (long long)r->number),
		};
	}
	return at;
}

static bool
is_stale(const struct publication_article *article)
{
	for (size_t i = 0; i < article->n_figures; i++)
		if (!article->figures[i].known || article->figures[i].stale)
			return true;
	return false;
}

/* The moment of the first revision of the language. */
static struct str
published_at(const struct site_page *page, const struct publication_revision *r)
{
	for (size_t i = 0; i < page->revisions.count; i++)
		if (str_eq(page->revisions.at[i].lang, r->lang))
			return page->revisions.at[i].at;
	return r->at;
}

static const struct site_remark *
remarks_of(const struct site_page *page, const struct site_corrections *all, size_t *n)
{
	struct arena *a = page->site->a;
	struct site_remark *at = ARENA_ARRAY(a, struct site_remark, all->count);

	*n = 0;
	for (size_t i = 0; i < all->count; i++) {
		const struct site_correction *c = &all->at[i];
		if (c->was.n + c->reads.n > 0)
			at[(*n)++] = (struct site_remark){c->at,
			    arena_fmt(a, "%.*s → %.*s. %.*s", STR_ARG(c->was), STR_ARG(c->reads),
				STR_ARG(c->note))};
	}
	return at;
}

static void
fill(const struct site_page *page, const struct publication_revision *r, struct str path,
    struct site_article *out)
{
	struct str lang = lang_code(page->at.lang);
	struct site *s = page->site;

	out->title = r->field[PUBLICATION_TITLE];
	out->byline = r->field[PUBLICATION_BYLINE];
	out->credits = r->field[PUBLICATION_CREDITS];
	out->pictures = r->field[PUBLICATION_PICTURES];
	out->donor = r->field[PUBLICATION_DONOR];
	out->disclaimer = r->field[PUBLICATION_DISCLAIMER];
	out->number = r->number;
	out->day = site_page_day(s, r->at, page->at.lang);
	out->cite = site_cite_of(page, r, out->title, path);
	out->editions = editions_of(page, &out->n_editions);
	out->newest = page->old ? page->at.base : STR("");
	out->address = site_address(s, path);
	out->corrections = site_address(s, out->corrected.page);
	out->remarks = remarks_of(page, &out->corrected, &out->n_remarks);
	out->published = published_at(page, r);
	out->modified = r->at;
	out->feed = arena_fmt(s->a, "/%.*s/feed.xml", STR_ARG(lang));
	out->oembed = below(page, "oembed.json");
	out->revision =
	    arena_fmt(s->a, "%.*sr/%lld/", STR_ARG(page->at.base), (long long)r->number);
	if (s->reports)
		out->report = arena_fmt(
		    s->a, "%.*s%.*sreport", STR_ARG(s->reports_to), STR_ARG(page->at.base));
}

static void
put_page(const struct site_page *page, const struct site_article *article, struct str path,
    bool twins, struct buf *out)
{
	struct buf *body = buf_on(page->site->a), *head = buf_on(page->site->a);
	struct tpl b = site_writer(page->at.lang, body), h = site_writer(page->at.lang, head);

	site_article_body(&b, article);
	site_article_head(&h, article);
	const struct site_frame frame = {
	    .lang = page->at.lang,
	    .title = article->title,
	    .description = article->description,
	    .path = path,
	    .twins = page->twins,
	    .n_twins = twins ? LANG_COUNT : 0,
	    .head = {buf_str(head)},
	    .body = {buf_str(body)},
	};
	site_frame_put(page->site, &frame, out);
}

static int
show_revision(struct site_page *page, const struct publication_revision *r, struct str path,
    struct buf *out, struct err *e)
{
	struct publication_article article;
	struct count_board board;
	struct site_text text;
	struct site_article show = {
	    .page = page, .text = &text, .map = {STR("")}, .report = STR("")};

	if (publication_article(&page->reader, &page->publication, r, &article, e) != 0 ||
	    site_text_of(page, &article, &text, e) != 0 ||
	    site_case_read(page->site, page->publication.event, &board, e) != 0 ||
	    site_corrections_of(page, &show.corrected, e) != 0)
		return -1;
	fill(page, r, path, &show);
	show.dateline = dateline_of(page, &board);
	show.description = text.plain;
	show.stale = is_stale(&article);
	show.board = (struct html){STR("")};
	if (!page->old && !text.board &&
	    site_case_board(page->site, &board, page->at, &show.board, e) != 0)
		return -1;
	if (!page->old && !text.map)
		show.map = site_case_map(page->site, &board, page->at);
	put_page(page, &show, path, !page->old, out);
	return 0;
}

/* A language without a text of its own has the board, and where the text is. */
static int
show_board(struct site_page *page, struct buf *out, struct err *e)
{
	struct count_board board;
	struct site_article show = {.page = page};
	struct buf *body = buf_on(page->site->a);
	struct tpl b = site_writer(page->at.lang, body);

	if (site_case_read(page->site, page->publication.event, &board, e) != 0 ||
	    site_case_board(page->site, &board, page->at, &show.board, e) != 0)
		return -1;
	show.title = show.dateline = dateline_of(page, &board);
	show.map = site_case_map(page->site, &board, page->at);
	show.cite = site_cite_of(page, NULL, show.title, page->at.base);
	site_article_board(&b, &show);
	const struct site_frame frame = {
	    .lang = page->at.lang,
	    .title = show.title,
	    .description = STR(""),
	    .path = page->at.base,
	    .twins = page->twins,
	    .n_twins = LANG_COUNT,
	    .head = {STR("")},
	    .body = {buf_str(body)},
	};
	site_frame_put(page->site, &frame, out);
	return 0;
}

int
site_publication(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_page page;

	if (site_page_find(s, args[0], args[1], &page, e) != 0)
		return -1;
	if (page.current == NULL)
		return show_board(&page, out->body, e);
	return show_revision(&page, page.current, page.at.base, out->body, e);
}

static int
add_page(const struct site_page *page, void *arg, struct err *e)
{
	(void)e;
	site_paths_add(arg, page->at.base);
	return 0;
}

int
site_publication_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_page, out, e);
}

int
site_revision(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_page page;

	if (site_page_find(s, args[0], args[1], &page, e) != 0)
		return -1;
	for (size_t i = 0; i < page.revisions.count; i++) {
		const struct publication_revision *r = &page.revisions.at[i];
		char number[24];
		if (!str_eq(r->lang, lang_code(page.at.lang)) || r->state != PUBLICATION_SHOWN ||
		    !str_eq(str_from_int(number, r->number), args[2]))
			continue;
		page.old = r != page.current;
		return show_revision(&page, r,
		    arena_fmt(s->a, "%.*sr/%.*s/", STR_ARG(page.at.base), STR_ARG(args[2])),
		    out->body, e);
	}
	return err_fail(e, ERR_NOTFOUND, STR("site.none"));
}

static int
add_revisions(const struct site_page *page, void *arg, struct err *e)
{
	size_t n;
	const struct site_edition *editions = editions_of(page, &n);

	(void)e;
	for (size_t i = 0; i < n; i++)
		site_paths_add(arg, editions[i].href);
	return 0;
}

int
site_revision_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_revisions, out, e);
}
