#include "domain/errata/place.h"

#include "base/buf.h"
#include "base/utf8.h"
#include "domain/errata/weave.h"
#include "engine/anchor/anchor.h"
#include "kit/lang/fold.h"

#define BESIDE 80 /* characters behind a figure that still speak of it: whose it is */

/* Characters first up to end, not included, of text. */
static struct str
slice(struct str text, size_t first, size_t end)
{
	struct str rest = str_sub(text, utf8_index(text, first), text.n);

	return str_sub(rest, 0, utf8_index(rest, end - first));
}

bool
errata_place_holds(const struct errata_page *page, const struct errata_note *note)
{
	return note->start < note->end &&
	    str_eq(slice(page->text, note->start, note->end), note->quote);
}

struct str
errata_place_trim(struct str words)
{
	size_t first = words.n, end = 0;

	for (size_t at = 0; at < words.n;) {
		size_t here = at;
		if (fold_is_space(utf8_next(words, &at)))
			continue;
		if (first > here)
			first = here;
		end = at;
	}
	return str_sub(words, first, end);
}

/* The named figure that the words share a character with, else the last one shortly before them. */
static struct str
figure_at(const struct errata_page *page, const struct errata_note *note, bool *inside)
{
	struct str beside = STR("");
	size_t gap = BESIDE;

	*inside = false;
	for (size_t i = 0; i < page->n; i++) {
		const struct errata_figure *f = &page->figures[i];
		bool shares = f->start < note->end && f->end > note->start;
		*inside |= shares;
		if (shares && f->id.n > 0)
			return f->id;
		if (f->id.n == 0 || f->end > note->start || note->start - f->end >= gap)
			continue;
		gap = note->start - f->end;
		beside = f->id;
	}
	return beside;
}

/*
 * The page without figures, boards and what is told of records, which no file has and which may be
 * longer than the text; span, which lies in none of them, moves with it.
 */
static struct str
own_text(struct arena *a, const struct errata_page *page, struct anchor_span *span)
{
	const struct anchor_span was = *span;
	struct buf *own = buf_on(a);
	size_t done = 0;

	for (size_t i = 0; i < page->n; i++) {
		const struct errata_figure *f = &page->figures[i];
		if (f->start < done)
			continue;
		buf_put(own, slice(page->text, done, f->start));
		done = f->end;
		if (f->end <= was.start) {
			span->start -= f->end - f->start;
			span->end -= f->end - f->start;
		}
	}
	buf_put(own, slice(page->text, done, utf8_count(page->text)));
	return buf_str(own);
}

/* The words in the file, where they read the same but for marks. */
static bool
find_words(struct arena *a, const struct errata_page *page, const struct errata_note *note,
    struct str file, struct errata_place *out)
{
	struct anchor_span span = {note->start, note->end};
	struct str own = own_text(a, page, &span);
	const struct anchor anchor = anchor_find(own, file, span);
	const struct errata_weave *rows;

	if (anchor.state == ANCHOR_GONE || anchor.state == ANCHOR_LOST)
		return false;
	size_t n = errata_weave(
	    a, errata_place_trim(note->quote), file, utf8_index(file, anchor.span.start), &rows);
	if (n == 0)
		return false;
	out->from = rows[0].start;
	out->to = rows[n - 1].end;
	return true;
}

void
errata_place_find(struct arena *a, const struct errata_page *page, const struct errata_note *note,
    struct str file, struct errata_place *out)
{
	size_t before = note->start < ERRATA_CONTEXT ? note->start : ERRATA_CONTEXT;
	bool inside;
	struct str figure = figure_at(page, note, &inside);

	*out = (struct errata_place){
	    .prefix = slice(page->text, note->start - before, note->start),
	    .suffix = slice(page->text, note->end, note->end + ERRATA_CONTEXT),
	    .figure = STR(""),
	};
	if (!inside && find_words(a, page, note, file, out))
		return;
	out->figure = figure;
}
