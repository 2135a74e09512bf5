#include "kit/sheet/sheet_text.h"

#include <string.h>
#include <strings.h>

#include "base/buf.h"
#include "base/utf8.h"
#include "kit/sheet/sheet_page.h"

#define SAMPLE 4096   /* bytes that say whether a text without a mark is UTF-16 */
#define NO_TEXT 50    /* a file of which one byte in so many controls a device holds no text */
#define SURELY_UTF8 4 /* characters of several bytes on one line that are no accident */

enum wide { UTF8, UTF16LE, UTF16BE, NARROW };

/* The encodings that are no page, what begins them, and how else they are called. */
static const struct {
	struct str name, other, mark;
} wides[] = {
    [UTF8] = {STR_INIT("utf-8"), STR_INIT("utf8"), STR_INIT("\xEF\xBB\xBF")},
    [UTF16LE] = {STR_INIT("utf-16le"), STR_INIT("utf-16"), STR_INIT("\xFF\xFE")},
    [UTF16BE] = {STR_INIT("utf-16be"), STR_INIT("utf16be"), STR_INIT("\xFE\xFF")},
};

static bool
same_name(struct str a, struct str b)
{
	return a.n == b.n && strncasecmp(a.p, b.p, a.n) == 0;
}

static enum wide
wide_of(struct str name)
{
	enum wide w = UTF8;

	while (w < NARROW && !same_name(name, wides[w].name) && !same_name(name, wides[w].other))
		w++;
	return w;
}

static enum wide
marked(struct str bytes)
{
	enum wide w = UTF8;

	while (w < NARROW && !str_starts(bytes, wides[w].mark))
		w++;
	return w;
}

/* Nearly every second byte of a table in UTF-16 is that of ASCII or Cyrillic, and some are 0. */
static bool
looks_wide(struct str bytes, size_t first)
{
	size_t n = bytes.n < SAMPLE ? bytes.n : SAMPLE, fit = 0, zero = 0;

	for (size_t i = first; i < n; i += 2) {
		fit += bytes.p[i] == 0 || bytes.p[i] == 4 || bytes.p[i] == 5;
		zero += bytes.p[i] == 0;
	}
	return zero > 0 && fit * 10 >= n / 2 * 9;
}

/* The line that byte at stands on. */
static int64_t
line_of(struct str text, size_t at)
{
	int64_t line = 1;

	for (size_t i = 0; i < at; i++)
		line += text.p[i] == '\n';
	return line;
}

static bool
looks_binary(struct str text)
{
	size_t n = text.n < SAMPLE ? text.n : SAMPLE, controls = 0;

	for (size_t i = 0; i < n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		controls += (c < ' ' && c != '\t' && c != '\n' && c != '\r') || c == 0x7F;
	}
	return controls > 2 && controls * NO_TEXT > n;
}

static int
check_text(struct str text, struct err *e)
{
	size_t nul = str_find(text, '\0');

	if (looks_binary(text))
		return err_fail(e, ERR_INPUT, STR("sheet.no_text"));
	if (nul == text.n)
		return 0;
	return err_fail(e, ERR_INPUT, STR("csv.nul"), STR_INT(line_of(text, nul)));
}

/* A unit of UTF-16, or -1 at the end: half of one is the end too. */
static int32_t
unit(struct str bytes, size_t at, bool big)
{
	if (at + 1 >= bytes.n)
		return -1;
	unsigned first = (unsigned char)bytes.p[at], second = (unsigned char)bytes.p[at + 1];
	return (int32_t)(big ? first << 8 | second : second << 8 | first);
}

static int
put_wide(struct buf *b, struct str bytes, bool big, struct err *e)
{
	char room[4];

	for (size_t at = 0; at < bytes.n; at += 2) {
		int32_t c = unit(bytes, at, big), low = unit(bytes, at + 2, big);
		if (c >= 0xD800 && c < 0xDC00 && low >= 0xDC00 && low < 0xE000) {
			c = 0x10000 + ((c - 0xD800) << 10) + (low - 0xDC00);
			at += 2;
		} else if (c < 0 || (c >= 0xD800 && c < 0xE000)) {
			return err_fail(
			    e, ERR_INPUT, STR("sheet.utf16"), STR_INT(line_of(buf_str(b), b->n)));
		}
		buf_bytes(b, room, utf8_put(room, (uint32_t)c));
	}
	return 0;
}

static int
read_wide(struct arena *a, struct str bytes, enum wide w, struct str *text, struct err *e)
{
	struct buf *b = buf_on(a);

	if (str_starts(bytes, wides[w].mark))
		bytes = str_sub(bytes, wides[w].mark.n, bytes.n);
	if (w != UTF8 && put_wide(b, bytes, w == UTF16BE, e) != 0)
		return -1;
	struct str read = w == UTF8 ? bytes : buf_str(b);
	if (check_text(read, e) != 0)
		return -1;
	if (!utf8_valid(read))
		return err_fail(
		    e, ERR_INPUT, STR("csv.utf8"), STR_INT(line_of(read, utf8_bad(read))));
	*text = read;
	return 0;
}

static int
read_page(struct arena *a, struct str bytes, const struct sheet_page *page, struct str *text,
    struct err *e)
{
	struct buf *b = buf_on(a);
	size_t bad = sheet_page_bad(page, bytes);

	if (check_text(bytes, e) != 0)
		return -1;
	if (bad < bytes.n)
		return err_fail(
		    e, ERR_INPUT, STR("sheet.byte"), STR_INT(line_of(bytes, bad)), page->name);
	sheet_page_put(b, page, bytes);
	*text = buf_str(b);
	return 0;
}

/* Lines that are UTF-8 beyond doubt beside lines that are not: two files were put together. */
static int
check_mixed(struct str bytes, struct err *e)
{
	int64_t line = 1, surely = 0, other = 0;

	for (struct str rest = bytes; rest.n > 0; line++) {
		struct str one = str_cut(&rest, '\n');
		bool valid = utf8_valid(one);
		if (valid && surely == 0) {
			size_t leads = 0;
			for (size_t i = 0; i < one.n; i++)
				leads += (unsigned char)one.p[i] >= 0xC0;
			surely = leads >= SURELY_UTF8 ? line : 0;
		} else if (!valid && other == 0) {
			other = line;
		}
	}
	if (surely == 0)
		return 0;
	return err_fail(e, ERR_INPUT, STR("sheet.mixed"), STR_INT(surely), STR_INT(other));
}

/* More characters of several bytes than bytes that are none: UTF-8 that was damaged. */
static int
check_damaged(struct str bytes, struct err *e)
{
	size_t good = 0, bad = 0;

	for (size_t at = 0; at < bytes.n;) {
		size_t before = at;
		utf8_next(bytes, &at);
		good += at - before > 1;
		bad += at - before == 1 && (unsigned char)bytes.p[before] >= 0x80;
	}
	if (good < bad)
		return 0;
	return err_fail(e, ERR_INPUT, STR("csv.utf8"), STR_INT(line_of(bytes, utf8_bad(bytes))));
}

static int
guess_page(struct arena *a, struct str bytes, struct str *text, struct str *encoding, struct err *e)
{
	if (check_text(bytes, e) != 0 || check_mixed(bytes, e) != 0 || check_damaged(bytes, e) != 0)
		return -1;
	const struct sheet_page *page = sheet_page_guess(a, bytes);
	if (page == NULL)
		return err_fail(
		    e, ERR_INPUT, STR("csv.utf8"), STR_INT(line_of(bytes, utf8_bad(bytes))));
	*encoding = page->name;
	return read_page(a, bytes, page, text, e);
}

static enum wide
guess_wide(struct str bytes)
{
	enum wide w = marked(bytes);

	if (w < NARROW)
		return w;
	if (looks_wide(bytes, 1))
		return UTF16LE;
	if (looks_wide(bytes, 0))
		return UTF16BE;
	return utf8_valid(bytes) ? UTF8 : NARROW;
}

/* "utf-16" is the mark's order, and the little end first without one. */
static int
read_wished(struct arena *a, struct str bytes, struct str wish, struct str *text,
    struct str *encoding, struct err *e)
{
	enum wide w = wide_of(wish), mark = marked(bytes);
	const struct sheet_page *page = w < NARROW ? NULL : sheet_page_of(a, wish);

	if (w == NARROW && page == NULL)
		return err_fail(e, ERR_INPUT, STR("sheet.encoding"), wish, sheet_text_encodings(a));
	if (same_name(wish, STR("utf-16")) && mark == UTF16BE)
		w = UTF16BE;
	if (mark < NARROW && mark != w)
		return err_fail(e, ERR_INPUT, STR("sheet.mark"), wish, wides[mark].name);
	if ((page == NULL ? read_wide(a, bytes, w, text, e) : read_page(a, bytes, page, text, e)) !=
	    0)
		return -1;
	*encoding = page == NULL ? wides[w].name : page->name;
	return 0;
}

int
sheet_text_read(struct arena *a, struct str bytes, struct str wish, struct str *text,
    struct str *encoding, struct err *e)
{
	struct str read, called;

	if (wish.n > 0) {
		if (read_wished(a, bytes, wish, &read, &called, e) != 0)
			return -1;
	} else {
		enum wide w = guess_wide(bytes);
		called = w < NARROW ? wides[w].name : STR("");
		if ((w < NARROW ? read_wide(a, bytes, w, &read, e)
				: guess_page(a, bytes, &read, &called, e)) != 0)
			return -1;
	}
	*text = read;
	*encoding = called;
	return 0;
}

struct str
sheet_text_encodings(struct arena *a)
{
	struct buf *b = buf_on(a);

	for (enum wide w = UTF8; w < NARROW; w++)
		buf_fmt(b, "%.*s, ", STR_ARG(wides[w].name));
	sheet_page_names(b);
	return buf_str(b);
}
