#include "face/site/site_page.h"

#include "base/date.h"

static struct str
base_of(struct arena *a, enum lang lang, struct str slug)
{
	struct str code = lang_code(lang);

	return arena_fmt(a, "/%.*s/%.*s/", STR_ARG(code), STR_ARG(slug));
}

static struct count_reader
reader_of(const struct site *s)
{
	return (struct count_reader){s->db, s->a, s->vocab, s->memo};
}

/* Is a revision of any language shown? */
static bool
is_shown(const struct publication_revisions *revisions)
{
	for (size_t i = 0; i < LANG_COUNT; i++)
		if (publication_current(revisions, lang_code((enum lang)i)) != NULL)
			return true;
	return false;
}

static int
open_page(struct site *s, const struct publication *publication, enum lang lang,
    struct site_page *out, struct err *e)
{
	struct site_page page = {.site = s, .reader = reader_of(s), .publication = *publication};

	if (publication_revisions(&page.reader, publication, &page.revisions, e) != 0)
		return -1;
	if (!is_shown(&page.revisions))
		return err_fail(e, ERR_NOTFOUND, STR("site.none"));
	page.current = publication_current(&page.revisions, lang_code(lang));
	page.at = (struct site_at){lang, base_of(s->a, lang, publication->slug)};
	for (size_t i = 0; i < LANG_COUNT; i++)
		page.twins[i] = (struct site_twin){
		    (enum lang)i, base_of(s->a, (enum lang)i, publication->slug)};
	*out = page;
	return 0;
}

int
site_page_find(
    struct site *s, struct str lang, struct str slug, struct site_page *out, struct err *e)
{
	const struct count_reader reader = reader_of(s);
	struct publication publication;
	struct err why;

	if (publication_find(&reader, slug, &publication, &why) != 0) {
		if (why.code == ERR_NOTFOUND) /* without the name that is near */
			return err_fail(e, ERR_NOTFOUND, STR("site.none"));
		*e = why;
		return -1;
	}
	return open_page(s, &publication, site_lang(lang), out, e);
}

const struct site_twin *
site_page_twins(const struct site_page *page, struct str below)
{
	struct site_twin *twins = ARENA_ARRAY(page->site->a, struct site_twin, LANG_COUNT);

	for (size_t i = 0; i < LANG_COUNT; i++)
		twins[i] = (struct site_twin){page->twins[i].lang,
		    arena_fmt(
			page->site->a, "%.*s%.*s", STR_ARG(page->twins[i].path), STR_ARG(below))};
	return twins;
}

int
site_page_list(struct site *s, struct publication_list *out, struct err *e)
{
	const struct count_reader reader = reader_of(s);
	struct publication_list all;
	size_t n = 0;

	if (publication_all(&reader, &all, e) != 0)
		return -1;
	struct publication *at = ARENA_ARRAY(s->a, struct publication, all.count);
	for (size_t i = 0; i < all.count; i++) {
		struct publication_revisions revisions;
		if (publication_revisions(&reader, &all.at[i], &revisions, e) != 0)
			return -1;
		if (is_shown(&revisions))
			at[n++] = all.at[i];
	}
	*out = (struct publication_list){at, n};
	return 0;
}

int
site_page_each(struct site *s, int (*fn)(const struct site_page *page, void *arg, struct err *e),
    void *arg, struct err *e)
{
	struct publication_list list;

	if (site_page_list(s, &list, e) != 0)
		return -1;
	for (size_t i = 0; i < list.count; i++)
		for (size_t lang = 0; lang < LANG_COUNT; lang++) {
			struct site_page page;
			if (open_page(s, &list.at[i], (enum lang)lang, &page, e) != 0 ||
			    fn(&page, arg, e) != 0)
				return -1;
		}
	return 0;
}

struct str
site_page_day(const struct site *s, struct str moment, enum lang lang)
{
	struct buf *day = buf_on(s->a);
	int64_t seconds;
	struct err e;

	if (date_moment(moment, &seconds, &e) != 0)
		return moment;
	lang_day(day, (int32_t)(seconds / DATE_DAY_SECONDS), lang);
	return buf_str(day);
}
