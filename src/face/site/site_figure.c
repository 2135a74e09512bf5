#include "face/site/site_figure.h"

#include "domain/count/documented.h"
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
		return arena_fmt(page->site->a, "%.*s: %.*s%.*s", STR_ARG(b->heading),
		    STR_ARG(b->number), STR_ARG(b->assuming));
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

/* A claim that a revision of the language printed and that is not public any more. */
struct lost {
	struct str id;
	const struct publication_revision *revision;
	struct publication_said said;
};

struct lost_list {
	struct lost *at;
	size_t count, capacity;
};

/* Those of all revisions that are shown, each once, by its newest revision. */
static int
lost_claims(const struct site_page *page, struct lost_list *out, struct err *e)
{
	*out = (struct lost_list){0};
	for (size_t i = page->revisions.count; i-- > 0;) {
		const struct publication_revision *r = &page->revisions.at[i];
		struct publication_article article;
		if (!str_eq(r->lang, lang_code(page->at.lang)) || r->state != PUBLICATION_SHOWN)
			continue;
		if (publication_article(&page->reader, &page->publication, r, &article, e) != 0)
			return -1;
		for (size_t k = 0; k < article.n_figures; k++) {
			const struct publication_figure *f = &article.figures[k];
			size_t before = 0;
			while (before < out->count && !str_eq(out->at[before].id, f->id))
				before++;
			if (f->asked.live != PUBLICATION_CLAIM || f->known || before < out->count)
				continue;
			out->at = arena_grow(
			    page->site->a, out->at, out->count, &out->capacity, sizeof(*out->at));
			out->at[out->count++] = (struct lost){f->id, r, f->then};
		}
	}
	return 0;
}

static void
put_lost(const struct site_page *page, const struct lost *lost, struct buf *out)
{
	struct site *s = page->site;
	struct buf *body = buf_on(s->a);
	struct tpl t = site_writer(page->at.lang, body);
	const struct site_gone gone = {
	    .back = page->at.base,
	    .title = title_of(page),
	    .id = lost->id,
	    .number = site_said_number(page, &lost->said),
	    .edition = arena_fmt(
		s->a, "%.*sr/%lld/", STR_ARG(page->at.base), (long long)lost->revision->number),
	    .day = site_page_day(s, lost->revision->at, page->at.lang),
	    .revision = lost->revision->number,
	};

	site_gone_body(&t, &gone);
	const struct site_frame frame = {
	    .lang = page->at.lang,
	    .title = message_text(s->a, page->at.lang, STR("site.gone.title")),
	    .description = STR(""),
	    .path = arena_fmt(s->a, "%.*sclaim/%.*s/", STR_ARG(page->at.base), STR_ARG(lost->id)),
	    .head = {STR("")},
	    .body = {buf_str(body)},
	};
	site_frame_put(s, &frame, out);
}

static int
lost_claim(const struct site_page *page, struct str id, struct buf *out, struct err *e)
{
	struct lost_list lost;

	if (lost_claims(page, &lost, e) != 0)
		return -1;
	for (size_t i = 0; i < lost.count; i++)
		if (str_eq(lost.at[i].id, id)) {
			put_lost(page, &lost.at[i], out);
			return 0;
		}
	return err_fail(e, ERR_NOTFOUND, STR("site.none"));
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
	return lost_claim(&page, args[2], out->body, e);
}

static int
add_claims(const struct site_page *page, void *arg, struct err *e)
{
	const struct viewer everybody = {VIEWER_PUBLIC};
	struct count_claims claims;
	struct lost_list lost;

	if (lost_claims(page, &lost, e) != 0 ||
	    count_public(&page->reader, page->publication.event, &claims, e) != 0 ||
	    count_documented_add(&page->reader, everybody, page->publication.event, &claims, e) !=
		0)
		return -1;
	for (size_t i = 0; i < claims.count; i++) {
		struct str id = count_claim_id(&claims.at[i]);
		site_paths_add(arg,
		    arena_fmt(
			page->site->a, "%.*sclaim/%.*s/", STR_ARG(page->at.base), STR_ARG(id)));
	}
	for (size_t i = 0; i < lost.count; i++)
		site_paths_add(arg,
		    arena_fmt(page->site->a, "%.*sclaim/%.*s/", STR_ARG(page->at.base),
			STR_ARG(lost.at[i].id)));
	return 0;
}

int
site_claim_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_claims, out, e);
}

/* Counts while they are gathered. */
struct counts {
	struct publication_figure *at;
	size_t count, capacity;
};

static int
add_counts_of(const struct site_page *page, const struct publication_revision *r,
    struct counts *out, struct err *e)
{
	struct publication_article article;

	if (publication_article(&page->reader, &page->publication, r, &article, e) != 0)
		return -1;
	for (size_t i = 0; i < article.n_figures; i++) {
		const struct publication_figure *f = &article.figures[i];
		if (f->asked.live != PUBLICATION_COUNT || !f->known || f->n_basis == 0)
			continue;
		out->at = arena_grow(
		    page->site->a, out->at, out->count, &out->capacity, sizeof(*out->at));
		out->at[out->count++] = *f;
	}
	return 0;
}

/* The counts of all revisions that are shown, newest first, those of the page's language first. */
static int
counts_of(const struct site_page *page, struct counts *out, struct err *e)
{
	*out = (struct counts){0};
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = page->revisions.count; i-- > 0;) {
			const struct publication_revision *r = &page->revisions.at[i];
			bool ours = str_eq(r->lang, lang_code(page->at.lang));
			if (r->state != PUBLICATION_SHOWN || ours != (pass == 0))
				continue;
			if (add_counts_of(page, r, out, e) != 0)
				return -1;
		}
	return 0;
}

int
site_count(struct site *s, const struct str *args, struct site_answer *out, struct err *e)
{
	struct site_page page;
	struct counts counts;

	if (site_page_find(s, args[0], args[1], &page, e) != 0 || counts_of(&page, &counts, e) != 0)
		return -1;
	for (size_t i = 0; i < counts.count; i++)
		if (str_eq(counts.at[i].id, args[2]))
			return put_figure(&page, &counts.at[i],
			    arena_fmt(s->a, "count/%.*s/", STR_ARG(args[2])), out->body, e);
	return err_fail(e, ERR_NOTFOUND, STR("site.none"));
}

static int
add_counts(const struct site_page *page, void *arg, struct err *e)
{
	struct counts counts;

	if (counts_of(page, &counts, e) != 0)
		return -1;
	for (size_t i = 0; i < counts.count; i++) {
		size_t before = 0;
		while (before < i && !str_eq(counts.at[before].id, counts.at[i].id))
			before++;
		if (before == i)
			site_paths_add(arg,
			    arena_fmt(page->site->a, "%.*scount/%.*s/", STR_ARG(page->at.base),
				STR_ARG(counts.at[i].id)));
	}
	return 0;
}

int
site_count_paths(struct site *s, struct site_paths *out, struct err *e)
{
	return site_page_each(s, add_counts, out, e);
}
