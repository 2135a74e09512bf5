#include "face/site/site_corrections.h"

#include <stdlib.h>

#include "domain/errata/errata.h"
#include "face/say/figure.h"
#include "face/say/message.h"
#include "site_tpl.h"

/* Corrections while they are gathered, of one language. */
struct gathering {
	enum lang lang;
	struct site_correction *at;
	size_t n, capacity;
	size_t first; /* of the revision that is looked at */
};

static void
add(struct gathering *g, const struct site_page *page, struct site_correction one)
{
	struct arena *a = page->site->a;

	one.day = site_page_day(page->site, one.at, g->lang);
	if (one.href.n > 0)
		one.address = site_address(page->site, one.href);
	one.id = arena_fmt(a, "%.*s#r%lld-%zu", STR_ARG(site_address(page->site, page->at.base)),
	    (long long)one.number, g->n - g->first);
	g->at = arena_grow(a, g->at, g->n, &g->capacity, sizeof(*g->at));
	g->at[g->n++] = one;
}

/* What all corrections that a revision made have in common. */
static struct site_correction
made_by(const struct site_page *page, const struct publication_revision *r)
{
	return (struct site_correction){
	    .title = r->field[PUBLICATION_TITLE],
	    .href = arena_fmt(
		page->site->a, "%.*sr/%lld/", STR_ARG(page->at.base), (long long)r->number),
	    .at = r->at,
	    .kind = STR(""),
	    .was = STR(""),
	    .reads = STR(""),
	    .note = r->note,
	    .number = r->number,
	    .state = STR(""),
	    .address = STR(""),
	};
}

/* Wordings from readers' reports that made this revision. */
static void
add_reported(struct gathering *g, const struct site_page *page,
    const struct publication_revision *r, const struct errata_corrections *reported)
{
	for (size_t i = 0; i < reported->count; i++) {
		const struct errata_correction *c = &reported->at[i];
		if (c->number != r->number || !str_eq(c->lang, r->lang))
			continue;
		struct site_correction one = made_by(page, r);
		struct str key = arena_fmt(
		    page->site->a, "errata.kind.%.*s", STR_ARG(errata_kind_name(c->kind)));
		one.kind = message_text(page->site->a, g->lang, key);
		one.was = c->was;
		one.reads = c->reads;
		one.open = c->open;
		add(g, page, one);
	}
}

/* The figure of the same question in another revision; NULL: it has none that may be shown. */
static const struct publication_figure *
twin_of(const struct publication_article *in, const struct publication_figure *figure)
{
	for (size_t i = 0; i < in->n_figures; i++) {
		const struct publication_figure *f = &in->figures[i];
		if (f->asked.live == figure->asked.live && f->known && str_eq(f->id, figure->id))
			return f;
	}
	return NULL;
}

static bool
is_number(const struct publication_figure *figure)
{
	return (figure->asked.live == PUBLICATION_CLAIM ||
		   figure->asked.live == PUBLICATION_COUNT) &&
	    figure->known && figure->then.answered;
}

/* Figures that this revision prints otherwise than the one before it, each once. */
static int
add_moved(struct gathering *g, const struct site_page *page, const struct publication_revision *r,
    const struct publication_revision *before, struct err *e)
{
	struct publication_article now, then;

	if (str_eq(r->said, before->said))
		return 0;
	if (publication_article(&page->reader, &page->publication, r, &now, e) != 0 ||
	    publication_article(&page->reader, &page->publication, before, &then, e) != 0)
		return -1;
	for (size_t i = 0; i < now.n_figures; i++) {
		const struct publication_figure *f = &now.figures[i], *old = twin_of(&then, f);
		if (!is_number(f) || old == NULL || !old->then.answered || twin_of(&now, f) != f)
			continue;
		struct arena *a = page->site->a;
		struct site_correction one = made_by(page, r);
		one.was = figure_text(a, &old->then.reading, g->lang, true);
		one.reads = figure_text(a, &f->then.reading, g->lang, true);
		one.kind = message_text(a, g->lang, STR("errata.kind.fact"));
		one.open = true;
		if (!str_eq(one.was, one.reads))
			add(g, page, one);
	}
	return 0;
}

static void
add_hidden(struct gathering *g, const struct site_page *page, const struct publication_revision *r)
{
	struct site_correction one = made_by(page, r);

	one.title = page->publication.slug;
	one.href = STR("");
	one.at = r->state_at;
	one.note = r->state_note;
	one.state = publication_state_name(r->state);
	add(g, page, one);
}

/* The revision of the same language that was shown before; NULL: there is none. */
static const struct publication_revision *
shown_before(const struct site_page *page, size_t at)
{
	const struct publication_revision *all = page->revisions.at;

	for (size_t i = at; i-- > 0;)
		if (str_eq(all[i].lang, all[at].lang) && all[i].state == PUBLICATION_SHOWN)
			return &all[i];
	return NULL;
}

static int
add_revision(struct gathering *g, const struct site_page *page, size_t at,
    const struct errata_corrections *reported, struct err *e)
{
	const struct publication_revision *r = &page->revisions.at[at];
	const struct publication_revision *before = shown_before(page, at);

	g->first = g->n;
	if (r->state != PUBLICATION_SHOWN) {
		add_hidden(g, page, r);
		return 0;
	}
	if (r->number == 1)
		return 0;
	add_reported(g, page, r, reported);
	if (before != NULL && add_moved(g, page, r, before, e) != 0)
		return -1;
	if (g->n == g->first)
		add(g, page, made_by(page, r));
	return 0;
}

static int
add_page(const struct site_page *page, void *arg, struct err *e)
{
	struct gathering *g = arg;
	struct errata_corrections reported;

	if (page->at.lang != g->lang)
		return 0;
	if (errata_corrections(&page->reader, &page->publication, &reported, e) != 0)
		return -1;
	for (size_t i = page->revisions.count; i-- > 0;)
		if (str_eq(page->revisions.at[i].lang, lang_code(g->lang)) &&
		    add_revision(g, page, i, &reported, e) != 0)
			return -1;
	return 0;
}

static int
newest_first(const void *a, const void *b)
{
	const struct site_correction *x = a, *y = b;
	int order = str_cmp(y->at, x->at);

	if (order == 0 && x->number != y->number)
		order = x->number < y->number ? 1 : -1;
	return order != 0 ? order : str_cmp(x->id, y->id);
}

static struct str
path_of(const struct site *s, enum lang lang, const char *rest)
{
	return arena_fmt(s->a, "/%.*s/%s", STR_ARG(lang_code(lang)), rest);
}

static struct site_corrections
ended(const struct site *s, const struct gathering *g)
{
	struct site_corrections out = {
	    .lang = g->lang,
	    .at = g->at,
	    .count = g->n,
	    .page = path_of(s, g->lang, "corrections/"),
	    .feed = path_of(s, g->lang, "corrections.xml"),
	    .json = path_of(s, g->lang, "corrections.json"),
	};

	if (g->n > 0)
		qsort(g->at, g->n, sizeof(*g->at), newest_first);
	for (size_t i = 0; i < g->n; i++) {
		bool said = g->at[i].was.n + g->at[i].reads.n > 0;
		out.said += said;
		out.open += said && g->at[i].open;
		out.folded += said && !g->at[i].open;
	}
	out.self = site_address(s, out.feed);
	out.home = site_address(s, out.page);
	out.updated = g->n > 0 ? g->at[0].at : STR("1970-01-01T00:00:00Z");
	return out;
}

int
site_corrections_of(const struct site_page *page, struct site_corrections *out, struct err *e)
{
	struct gathering g = {.lang = page->at.lang};

	if (!page->old && add_page(page, &g, e) != 0)
		return -1;
	*out = ended(page->site, &g);
	return 0;
}

static int
all_of(struct site *s, struct str lang, struct site_corrections *out, struct err *e)
{
	struct gathering g = {.lang = site_lang(lang)};

	if (site_page_each(s, add_page, &g, e) != 0)
		return -1;
	*out = ended(s, &g);
	return 0;
}

int
site_corrections(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_corrections all;
	struct buf *body = buf_on(s->a), *head = buf_on(s->a);

	if (all_of(s, args[0], &all, e) != 0)
		return -1;
	struct tpl b = site_writer(all.lang, body), h = site_writer(all.lang, head);
	site_corrections_body(&b, &all);
	site_corrections_head(&h, &all);
	struct site_twin *twins = ARENA_ARRAY(s->a, struct site_twin, LANG_COUNT);
	for (size_t i = 0; i < LANG_COUNT; i++)
		twins[i] =
		    (struct site_twin){(enum lang)i, path_of(s, (enum lang)i, "corrections/")};
	const struct site_frame frame = {
	    .lang = all.lang,
	    .title = message_text(s->a, all.lang, STR("site.corrections.title")),
	    .description = STR(""),
	    .path = all.page,
	    .twins = twins,
	    .n_twins = LANG_COUNT,
	    .head = {buf_str(head)},
	    .body = {buf_str(body)},
	};
	site_frame_put(s, &frame, out->body);
	return 0;
}

int
site_corrections_feed(
    struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_corrections all;

	if (all_of(s, args[0], &all, e) != 0)
		return -1;
	struct tpl t = site_writer(all.lang, out->body);
	out->type = STR("application/atom+xml; charset=utf-8");
	site_corrections_atom(&t, &all);
	return 0;
}

int
site_corrections_json(
    struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_corrections all;
	struct json *answer = json_object(s->a);
	struct json *rows = json_set_array(answer, STR("corrections"));

	if (all_of(s, args[0], &all, e) != 0)
		return -1;
	for (size_t i = 0; i < all.count; i++) {
		const struct site_correction *c = &all.at[i];
		struct json *row = json_push_object(rows);
		json_set_str(row, STR("at"), c->at);
		json_set_str(row, STR("title"), c->title);
		json_set_str(row, STR("url"), c->address);
		json_set_int(row, STR("revision"), c->number);
		json_set_str(row, STR("kind"), c->kind);
		json_set_str(row, STR("was"), c->was);
		json_set_str(row, STR("reads"), c->reads);
		json_set_str(row, STR("note"), c->note);
		json_set_str(row, STR("state"), c->state);
	}
	out->type = STR("application/json; charset=utf-8");
	json_write_pretty(out->body, answer);
	return 0;
}

int
site_corrections_paths(struct site *s, struct site_paths *out, struct err *e)
{
	(void)s;
	(void)e;
	site_paths_add_langs(out, "corrections/");
	return 0;
}

int
site_corrections_feed_paths(struct site *s, struct site_paths *out, struct err *e)
{
	(void)s;
	(void)e;
	site_paths_add_langs(out, "corrections.xml");
	return 0;
}

int
site_corrections_json_paths(struct site *s, struct site_paths *out, struct err *e)
{
	(void)s;
	(void)e;
	site_paths_add_langs(out, "corrections.json");
	return 0;
}
