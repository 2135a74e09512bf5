#include "face/site/site_list.h"

#include <stdlib.h>

#include "face/say/message.h"
#include "face/site/site_text.h"
#include "site_tpl.h"

/* Items while they are gathered, of one language. */
struct gathering {
	enum lang lang;
	struct site_item *at;
	size_t n, capacity;
};

static int
dek_of(const struct site_page *page, struct str *out, struct err *e)
{
	struct publication_article article;
	struct site_text text;

	if (publication_article(&page->reader, &page->publication, page->current, &article, e) !=
		0 ||
	    site_text_of(page, &article, &text, e) != 0)
		return -1;
	*out = text.plain;
	return 0;
}

static struct str
first_of(const struct site_page *page)
{
	for (size_t i = 0; i < page->revisions.count; i++)
		if (str_eq(page->revisions.at[i].lang, page->current->lang))
			return page->revisions.at[i].at;
	return page->current->at;
}

static int
add_item(const struct site_page *page, void *arg, struct err *e)
{
	struct gathering *g = arg;
	const struct publication_revision *r = page->current;
	struct site_item item = {.slug = page->publication.slug, .href = page->at.base};

	if (page->at.lang != g->lang || r == NULL)
		return 0;
	if (dek_of(page, &item.dek, e) != 0)
		return -1;
	item.title = r->field[PUBLICATION_TITLE];
	item.byline = r->field[PUBLICATION_BYLINE];
	item.day = site_page_day(page->site, r->at, page->at.lang);
	item.address = site_address(page->site, page->at.base);
	item.published = first_of(page);
	item.updated = r->at;
	item.number = r->number;
	g->at = arena_grow(page->site->a, g->at, g->n, &g->capacity, sizeof(*g->at));
	g->at[g->n++] = item;
	return 0;
}

static int
newest_first(const void *a, const void *b)
{
	const struct site_item *x = a, *y = b;
	int order = str_cmp(y->updated, x->updated);

	return order != 0 ? order : str_cmp(x->slug, y->slug);
}

static int
shelf_of(struct site *s, enum lang lang, struct site_shelf *out, struct err *e)
{
	struct gathering g = {.lang = lang};
	struct str code = lang_code(lang);

	if (site_page_each(s, add_item, &g, e) != 0)
		return -1;
	if (g.n > 0)
		qsort(g.at, g.n, sizeof(*g.at), newest_first);
	*out = (struct site_shelf){
	    .lang = lang,
	    .items = g.at,
	    .n = g.n,
	    .address = site_address(s, STR("/")),
	    .feed = site_address(s, arena_fmt(s->a, "/%.*s/feed.xml", STR_ARG(code))),
	    .updated = g.n > 0 ? g.at[0].updated : STR("1970-01-01T00:00:00Z"),
	};
	return 0;
}

int
site_index(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_shelf *at = ARENA_ARRAY(s->a, struct site_shelf, LANG_COUNT);
	struct buf *body = buf_on(s->a);
	struct tpl t = site_writer(LANG_EN, body);
	size_t n = 0;

	(void)args;
	for (size_t lang = 0; lang < LANG_COUNT; lang++) {
		if (shelf_of(s, (enum lang)lang, &at[n], e) != 0)
			return -1;
		n += at[n].n > 0;
	}
	if (n == 0) {
		site_empty_put(s, out->body);
		return 0;
	}
	for (size_t i = 0; i < n; i++) {
		struct tpl shelf = site_writer(at[i].lang, body);
		site_shelf_list(&shelf, &at[i]);
	}
	const struct site_frame frame = {
	    .lang = at[0].lang,
	    .title = message_text(s->a, at[0].lang, STR("site.list.title")),
	    .description = STR(""),
	    .path = STR("/"),
	    .head = {STR("")},
	    .body = {buf_str(t.out)},
	};
	site_frame_put(s, &frame, out->body);
	return 0;
}

int
site_feed(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_shelf shelf;
	enum lang lang = site_lang(args[0]);
	struct tpl t = site_writer(lang, out->body);

	if (shelf_of(s, lang, &shelf, e) != 0)
		return -1;
	out->type = STR("application/atom+xml; charset=utf-8");
	site_atom(&t, &shelf);
	return 0;
}

int
site_feed_paths(struct site *s, struct site_paths *out, struct err *e)
{
	(void)s;
	(void)e;
	site_paths_add_langs(out, "feed.xml");
	return 0;
}

/* Pages that people read: neither files nor earlier revisions. */
static bool
is_read(struct str path)
{
	return str_ends(path, STR("/")) && str_search(path, STR("/r/")) == path.n;
}

int
site_sitemap(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct tpl t = site_writer(LANG_EN, out->body);
	struct site_paths paths;
	size_t n = 0;

	(void)args;
	if (site_walk(s, &paths, e) != 0)
		return -1;
	struct str *at = ARENA_ARRAY(s->a, struct str, paths.count);
	for (size_t i = 0; i < paths.count; i++)
		if (is_read(paths.at[i]))
			at[n++] = site_address(s, paths.at[i]);
	const struct site_addresses addresses = {at, n};
	out->type = STR("application/xml; charset=utf-8");
	site_sitemap_body(&t, &addresses);
	return 0;
}

int
site_oembed(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_page page;
	struct gathering g = {.lang = site_lang(args[0])};
	struct tpl t = site_writer(g.lang, out->body);

	if (site_page_find(s, args[0], args[1], &page, e) != 0 || add_item(&page, &g, e) != 0)
		return -1;
	if (g.n == 0)
		return err_fail(e, ERR_NOTFOUND, STR("site.none"));
	out->type = STR("application/json; charset=utf-8");
	site_card(&t, &g.at[0]);
	return 0;
}

static int
add_card(const struct site_page *page, void *arg, struct err *e)
{
	(void)e;
	if (page->current != NULL)
		site_paths_add(
		    arg, arena_fmt(page->site->a, "%.*soembed.json", STR_ARG(page->at.base)));
	return 0;
}

int
site_oembed_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_card, out, e);
}
