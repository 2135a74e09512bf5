#include "face/site/site_figure.h"

#include "face/say/message.h"
#include "site_tpl.h"

/* The title of the publication in the page's language, or its event. */
static struct str
title_of(const struct site_page *page)
{
	return page->current == NULL ? page->publication.event
				     : page->current->field[PUBLICATION_TITLE];
}

/* "Norwegian Helsinki Committee: “at least 700 people”", or what a bound is of. */
static struct str
name_of(const struct site_page *page, const struct site_behind *b)
{
	const struct site_voice_full *v = &b->voices[0];

	if (b->count)
		return arena_fmt(
		    page->site->a, "%.*s: %.*s", STR_ARG(b->heading), STR_ARG(b->number));
	struct str words = v->withheld.n > 0
	    ? v->number
	    : message_text(page->site->a, page->at.lang, STR("site.live.quote"), v->words);
	return arena_fmt(page->site->a, "%.*s: %.*s", STR_ARG(v->who), STR_ARG(words));
}

static int
put_figure(const struct site_page *page, const struct publication_figure *f, struct str rest,
    struct buf *out, struct err *e)
{
	struct site_figure show = {.page = page, .back = page->at.base, .title = title_of(page)};
	struct buf *body = buf_on(page->site->a);
	struct tpl t = site_writer(page->at.lang, body);
	struct str path =
	    arena_fmt(page->site->a, "%.*s%.*s", STR_ARG(page->at.base), STR_ARG(rest));

	if (site_said_behind(page, f, &show.behind, e) != 0)
		return -1;
	struct str name = name_of(page, &show.behind);
	show.cite = site_cite_of(page, page->current, name, path);
	site_figure_body(&t, &show);
	const struct site_frame frame = {
	    .lang = page->at.lang,
	    .title = name,
	    .description = show.behind.heading,
	    .path = path,
	    .twins = site_page_twins(page, rest),
	    .n_twins = LANG_COUNT,
	    .head = {STR("")},
	    .body = {buf_str(body)},
	};
	site_frame_put(page->site, &frame, out);
	return 0;
}

int
site_claim(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_page page;
	struct count_board board;

	if (site_page_find(s, args[0], args[1], &page, e) != 0 ||
	    site_case_read(s, page.publication.event, &board, e) != 0)
		return -1;
	for (size_t i = 0; i < board.claims.count; i++) {
		const struct count_claim *claim = &board.claims.at[i];
		const int32_t basis = (int32_t)i;
		if (!str_eq(count_claim_id(claim), args[2]))
			continue;
		const struct publication_figure f = {
		    .asked.live = PUBLICATION_CLAIM,
		    .id = args[2],
		    .known = true,
		    .board = &board,
		    .claim = basis,
		    .basis = &basis,
		    .n_basis = 1,
		    .then = {.answered = true, .reading = claim->reading, .whose = STR("")},
		};
		return put_figure(
		    &page, &f, arena_fmt(s->a, "claim/%.*s/", STR_ARG(args[2])), out->body, e);
	}
	return err_fail(e, ERR_NOTFOUND, STR("site.none"));
}

static int
add_claims(const struct site_page *page, void *arg, struct err *e)
{
	struct count_claims claims;

	if (count_public(&page->reader, page->publication.event, &claims, e) != 0)
		return -1;
	for (size_t i = 0; i < claims.count; i++) {
		struct str id = count_claim_id(&claims.at[i]);
		site_paths_add(arg,
		    arena_fmt(
			page->site->a, "%.*sclaim/%.*s/", STR_ARG(page->at.base), STR_ARG(id)));
	}
	return 0;
}

int
site_claim_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_claims, out, e);
}

/* The counts that a publication's texts ask for, in any language: each has a page in all. */
static int
counts_of(
    const struct site_page *page, const struct publication_figure **out, size_t *n, struct err *e)
{
	struct publication_figure *found = NULL;
	size_t capacity = 0;

	*n = 0;
	for (size_t lang = 0; lang < LANG_COUNT; lang++) {
		const struct publication_revision *r =
		    publication_current(&page->revisions, lang_code((enum lang)lang));
		struct publication_article article;
		if (r == NULL)
			continue;
		if (publication_article(&page->reader, &page->publication, r, &article, e) != 0)
			return -1;
		for (size_t i = 0; i < article.n_figures; i++) {
			const struct publication_figure *f = &article.figures[i];
			if (f->asked.live != PUBLICATION_COUNT || !f->known || f->n_basis == 0)
				continue;
			found = arena_grow(page->site->a, found, *n, &capacity, sizeof(*found));
			found[(*n)++] = *f;
		}
	}
	*out = found;
	return 0;
}

int
site_count(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	const struct publication_figure *counts;
	struct site_page page;
	size_t n;

	if (site_page_find(s, args[0], args[1], &page, e) != 0 ||
	    counts_of(&page, &counts, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++)
		if (str_eq(counts[i].id, args[2]))
			return put_figure(&page, &counts[i],
			    arena_fmt(s->a, "count/%.*s/", STR_ARG(args[2])), out->body, e);
	return err_fail(e, ERR_NOTFOUND, STR("site.none"));
}

static int
add_counts(const struct site_page *page, void *arg, struct err *e)
{
	const struct publication_figure *counts;
	size_t n;

	if (counts_of(page, &counts, &n, e) != 0)
		return -1;
	for (size_t i = 0; i < n; i++) {
		size_t before = 0;
		while (before < i && !str_eq(counts[before].id, counts[i].id))
			before++;
		if (before == i)
			site_paths_add(arg,
			    arena_fmt(page->site->a, "%.*scount/%.*s/", STR_ARG(page->at.base),
				STR_ARG(counts[i].id)));
	}
	return 0;
}

int
site_count_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_counts, out, e);
}
