#include "face/site/site_cite.h"

#include <string.h>

#include "face/say/message.h"

/* What BibTeX would read as markup stands as itself. */
static struct str
bibtex_text(struct arena *a, struct str text)
{
	struct buf *b = buf_on(a);

	for (size_t i = 0; i < text.n; i++) {
		char c = text.p[i];
		if (c == '\\' || c == '{' || c == '}')
			continue;
		if (strchr("&%$#_", c) != NULL)
			buf_putc(b, '\\');
		buf_putc(b, c);
	}
	return buf_str(b);
}

static struct str
bibtex_of(struct arena *a, struct str slug, const struct site_cite *cite, struct str author,
    struct str title, const struct publication_revision *r)
{
	struct str date = r == NULL ? STR("") : str_sub(r->at, 0, 10);
	struct str written = bibtex_text(a, title), by = bibtex_text(a, author);
	struct buf *b = buf_on(a);

	buf_fmt(b, "@misc{%.*s,\n", STR_ARG(slug));
	if (by.n > 0)
		buf_fmt(b, "  author = {{%.*s}},\n", STR_ARG(by));
	buf_fmt(b, "  title = {{%.*s}},\n", STR_ARG(written));
	if (date.n > 0)
		buf_fmt(b, "  year = {%.4s},\n  note = {Revision %lld, %.*s},\n", date.p,
		    (long long)r->number, STR_ARG(date));
	buf_fmt(b, "  url = {%.*s}\n}\n", STR_ARG(cite->address));
	return buf_str(b);
}

static struct str
ris_of(struct arena *a, const struct site_cite *cite, struct str author, struct str title,
    const struct publication_revision *r)
{
	struct buf *b = buf_on(a);

	buf_put(b, STR("TY  - ELEC\n"));
	if (author.n > 0)
		buf_fmt(b, "AU  - %.*s\n", STR_ARG(author));
	buf_fmt(b, "TI  - %.*s\n", STR_ARG(title));
	if (r != NULL)
		buf_fmt(b, "DA  - %.4s/%.2s/%.2s\nET  - %lld\n", r->at.p, r->at.p + 5, r->at.p + 8,
		    (long long)r->number);
	buf_fmt(b, "UR  - %.*s\nER  -\n", STR_ARG(cite->address));
	return buf_str(b);
}

struct site_cite
site_cite_of(const struct site_page *page, const struct publication_revision *r, struct str title,
    struct str path)
{
	struct arena *a = page->site->a;
	struct str author = r == NULL ? STR("") : r->field[PUBLICATION_BYLINE];
	struct site_cite cite = {.address = site_address(page->site, path)};
	char number[24];

	cite.plain = r == NULL
	    ? title
	    : message_text(a, page->at.lang, STR("site.cite.plain"), author, title,
		  str_from_int(number, r->number), site_page_day(page->site, r->at, page->at.lang));
	cite.bibtex = bibtex_of(a, page->publication.slug, &cite, author, title, r);
	cite.ris = ris_of(a, &cite, author, title, r);
	return cite;
}
