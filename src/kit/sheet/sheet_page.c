#include "kit/sheet/sheet_page.h"

#include <assert.h>
#include <string.h>
#include <strings.h>

#include "base/utf8.h"

#define BYTES 256

static const struct {
	struct str name, other, letters;
} pages[] = {
#define SHEET_PAGE(name, other, letters) {STR_INIT(name), STR_INIT(other), STR_INIT(letters)},
#include "kit/sheet/sheet_pages.def"
#undef SHEET_PAGE
};

/* Small letters by how often they are met: twice the binary logarithm of how many of 1,000. */
static const struct {
	struct str letters;
	int weight;
} often[] = {
    {STR_INIT("о"), 14},
    {STR_INIT("еа"), 13},
    {STR_INIT("интс"), 12},
    {STR_INIT("рвл"), 11},
    {STR_INIT("кмдп"), 10},
    {STR_INIT("уяқ"), 9},
    {STR_INIT("ыьгзбіә"), 8},
    {STR_INIT("чйғңҳ"), 7},
    {STR_INIT("хжшөүӣ"), 6},
    {STR_INIT("юцұїҷӯ"), 5},
    {STR_INIT("щєў"), 4},
    {STR_INIT("эф"), 3},
    {STR_INIT("ъёһґ"), 0},
};

#define WEIGHT_RARE (-6)    /* a letter that none of our languages has */
#define WEIGHT_MARK 1       /* a mark that people write */
#define WEIGHT_SIGN (-8)    /* a frame, a formula */
#define WEIGHT_ACCENTED 4   /* é behind a plain letter */
#define WEIGHT_ACCENTS (-4) /* é behind another one */
#define WEIGHT_TWO_SCRIPTS (-12)
#define WEIGHT_CAPITAL (-8) /* a capital behind a small letter */
#define WEIGHT_CAPITALS (-1)

enum script { NO_SCRIPT, LATIN, CYRILLIC };

/* What a byte is in one page. */
struct byte {
	enum script script;
	bool capital, high;
	int weight;
};

static uint32_t
small_of(uint32_t c)
{
	if (c >= 0x410 && c <= 0x42F)
		return c + 0x20;
	if (c >= 0x400 && c <= 0x40F)
		return c + 0x50;
	if ((c >= 0x48A && c <= 0x4BF) || (c >= 0x4D0 && c <= 0x52F))
		return c | 1;
	if (c >= 0xC0 && c <= 0xDE && c != 0xD7)
		return c + 0x20;
	return c;
}

static int
weight_of(uint32_t small)
{
	for (size_t i = 0; i < LENGTH(often); i++)
		for (size_t at = 0; at < often[i].letters.n;)
			if (utf8_next(often[i].letters, &at) == small)
				return often[i].weight;
	return WEIGHT_RARE;
}

static bool
is_mark(uint32_t c)
{
	struct str marks = STR("«»—–…“”„’‘№°§·©®™€²½");

	for (size_t at = 0; at < marks.n;)
		if (utf8_next(marks, &at) == c)
			return true;
	return c == 0xA0;
}

static struct byte
byte_of(uint32_t c)
{
	uint32_t small = small_of(c);

	if (c < 0x80) {
		uint32_t folded = c | 0x20;
		bool letter = folded >= 'a' && folded <= 'z';
		return (struct byte){letter ? LATIN : NO_SCRIPT, letter && c != folded, false, 0};
	}
	if (c >= 0x400 && c < 0x530)
		return (struct byte){CYRILLIC, c != small, true, weight_of(small)};
	if ((c >= 0xC0 && c < 0x180 && c != 0xD7 && c != 0xF7) || c == 0x192)
		return (struct byte){LATIN, c != small, true, WEIGHT_ACCENTED};
	return (struct byte){NO_SCRIPT, false, true, is_mark(c) ? WEIGHT_MARK : WEIGHT_SIGN};
}

/* How well y reads behind x. */
static int
score_of(const struct byte *x, const struct byte *y)
{
	int score = y->weight;

	if (x->script == NO_SCRIPT || y->script == NO_SCRIPT)
		return score;
	if (x->script != y->script)
		return score + WEIGHT_TWO_SCRIPTS;
	if (y->script == LATIN && x->high && y->high)
		score = WEIGHT_ACCENTS;
	if (y->capital)
		score += x->capital ? WEIGHT_CAPITALS : WEIGHT_CAPITAL;
	return score;
}

/* How often each byte stands behind each other one, and whether it stands anywhere. */
struct pairs {
	uint32_t count[BYTES][BYTES];
	bool met[BYTES];
};

static void
count_pairs(struct pairs *out, struct str text)
{
	unsigned before = '\n';

	for (size_t i = 0; i < text.n; i++) {
		unsigned now = (unsigned char)text.p[i];
		out->count[before][now]++;
		out->met[now] = true;
		before = now;
	}
}

static int64_t
score_page(const struct sheet_page *page, const struct pairs *pairs)
{
	struct byte bytes[BYTES];
	int64_t score = 0;

	for (unsigned b = 0; b < BYTES; b++)
		bytes[b] = byte_of(b < 0x80 ? b : page->letters[b - 0x80]);
	for (unsigned x = 0; x < BYTES; x++)
		for (unsigned y = x < 0x80 ? 0x80 : 0; y < BYTES; y++)
			if (pairs->count[x][y] > 0)
				score +=
				    (int64_t)pairs->count[x][y] * score_of(&bytes[x], &bytes[y]);
	return score;
}

static bool
has_all(const struct sheet_page *page, const struct pairs *pairs)
{
	for (unsigned b = 0x80; b < BYTES; b++)
		if (pairs->met[b] && page->letters[b - 0x80] == SHEET_PAGE_NONE)
			return false;
	return true;
}

static const struct sheet_page *
page_at(struct arena *a, size_t i)
{
	struct sheet_page *page = ARENA_NEW(a, struct sheet_page);
	size_t n = 0;

	page->name = pages[i].name;
	for (size_t at = 0; at < pages[i].letters.n;) {
		assert(n < LENGTH(page->letters));
		page->letters[n++] = utf8_next(pages[i].letters, &at);
	}
	assert(n == LENGTH(page->letters));
	return page;
}

const struct sheet_page *
sheet_page_of(struct arena *a, struct str name)
{
	for (size_t i = 0; i < LENGTH(pages); i++) {
		const struct str known[] = {pages[i].name, pages[i].other};
		for (size_t k = 0; k < LENGTH(known); k++)
			if (known[k].n == name.n && strncasecmp(known[k].p, name.p, name.n) == 0)
				return page_at(a, i);
	}
	return NULL;
}

void
sheet_page_names(struct buf *b)
{
	for (size_t i = 0; i < LENGTH(pages); i++)
		buf_fmt(b, "%s%.*s", i > 0 ? ", " : "", STR_ARG(pages[i].name));
}

const struct sheet_page *
sheet_page_guess(struct arena *a, struct str text)
{
	struct pairs *pairs = ARENA_NEW(a, struct pairs);
	const struct sheet_page *best = NULL;
	int64_t most = 0;

	count_pairs(pairs, text);
	for (size_t i = 0; i < LENGTH(pages); i++) {
		const struct sheet_page *page = page_at(a, i);
		int64_t score = score_page(page, pairs);
		if (has_all(page, pairs) && (best == NULL || score > most)) {
			best = page;
			most = score;
		}
	}
	return best;
}

size_t
sheet_page_bad(const struct sheet_page *page, struct str text)
{
	for (size_t i = 0; i < text.n; i++) {
		unsigned char b = (unsigned char)text.p[i];
		if (b >= 0x80 && page->letters[b - 0x80] == SHEET_PAGE_NONE)
			return i;
	}
	return text.n;
}

void
sheet_page_put(struct buf *b, const struct sheet_page *page, struct str text)
{
	struct {
		char bytes[4];
		size_t n;
	} letters[128];

	for (size_t i = 0; i < LENGTH(letters); i++)
		letters[i].n = utf8_put(letters[i].bytes, page->letters[i]);
	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		if (c < 0x80)
			buf_putc(b, (char)c);
		else
			buf_bytes(b, letters[c - 0x80].bytes, letters[c - 0x80].n);
	}
}
