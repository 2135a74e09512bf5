#include "engine/link/guess.h"

#include <stdlib.h>

#include "base/utf8.h"
#include "engine/link/birth.h"
#include "engine/link/counter.h"
#include "engine/link/identifier.h"
#include "engine/link/meet.h"
#include "engine/link/sex.h"
#include "engine/link/wording.h"

#define FEW 4         /* most choices of a column that is a choice */
#define MANY 50       /* least of one list that choose */
#define WAYS 32       /* most ways to write them */
#define DIGITS 10     /* least of an identifier that lost zeros */
#define LONG_BYTES 80 /* texts from here on are sentences */
#define LONG_WORDS 7

/* Is a column part of another? */
enum part { PART_UNASKED, PART_NO, PART_YES };

/* Sums over the rows of a column that are not empty. */
struct facts {
	size_t filled, distinct, longest;
	size_t mail, sex, identifier, date, digits, some_digit, year, month, day, letters;
	size_t bytes, words;
};

static size_t
words_of(struct str text)
{
	size_t n = 0;
	bool inside = false;

	for (size_t i = 0; i < text.n; i++) {
		bool blank = text.p[i] == ' ' || text.p[i] == '\t' || text.p[i] == '\n';
		n += !blank && !inside;
		inside = !blank;
	}
	return n;
}

/* Words of two letters or more: numbers that rows begin with, and ages behind a name, leave it a
 * name. */
static size_t
words_bare(struct str text)
{
	size_t n = 0, halves = 0;
	bool bare = true;

	for (size_t i = 0; i <= text.n; i++) {
		unsigned char c = i < text.n ? (unsigned char)text.p[i] : ' ';
		bool latin = (c | 32) >= 'a' && (c | 32) <= 'z';
		if (c == ' ' || c == ',' || c == '\n' || c == '\t') {
			n += bare && halves > 3;
			halves = 0;
			bare = true;
			continue;
		}
		halves += latin ? 2 : 1;
		bare = bare && (latin || c >= 0x80);
	}
	return n;
}

static bool
is_identifier(struct arena *a, struct str text)
{
	struct identifier read;

	return identifier_read(identifier_plain(a, text), &read);
}

static void
text_note(struct arena *a, struct facts *f, struct str text, size_t uses)
{
	struct birth b;
	int64_t number = -1;
	size_t digits = 0, letters = 0;
	bool named = words_bare(text) > 1;

	for (size_t i = 0; i < text.n; i++) {
		unsigned char c = (unsigned char)text.p[i];
		digits += c >= '0' && c <= '9';
		letters += (c | 32) >= 'a' && (c | 32) <= 'z';
		letters += c >= 0x80;
	}
	f->mail += str_find(text, '@') < text.n ? uses : 0;
	f->digits += digits == text.n ? uses : 0;
	f->some_digit += digits > 0 && !named ? uses : 0;
	f->letters += letters * 2 > text.n ? uses : 0;
	f->identifier += digits >= DIGITS && is_identifier(a, text) ? uses : 0;
	f->bytes += text.n * uses;
	f->words += words_of(text) * uses;
	if (text.n > 4 && birth_read(text, &b)) {
		f->date += uses;
		f->year += b.month == 0 ? uses : 0;
	}
	if (digits == text.n && str_to_int(text, &number)) {
		f->year += number >= 1800 && number <= 2100 ? uses : 0;
		f->month += number >= 1 && number <= 12 ? uses : 0;
		f->day += number >= 1 && number <= 31 ? uses : 0;
	}
}

static struct facts
facts_of(const struct table_column *c)
{
	struct facts f = {
	    .filled = c->filled, .distinct = intern_count(c->texts), .longest = c->longest};
	struct arena *a = arena_new();

	for (uint32_t v = 1; v <= intern_count(c->texts); v++) {
		text_note(a, &f, intern_str(c->texts, v), c->uses[v]);
		if (f.distinct <= WAYS && sex_read(a, intern_str(c->texts, v)) != SEX_UNSAID)
			f.sex += c->uses[v];
	}
	arena_free(a);
	return f;
}

/* n of every hundred filled rows or more. */
static bool
share(const struct facts *f, size_t rows, size_t percent)
{
	return rows * 100 >= f->filled * percent;
}

static enum link_kind
kind_of(const struct facts *f, size_t least)
{
	if (f->distinct < least)
		return LINK_NOTHING;
	if (share(f, f->mail, 70))
		return LINK_EMAIL;
	if (share(f, f->identifier, 50))
		return LINK_IDENTIFIER;
	if (share(f, f->sex, 90) ||
	    (f->distinct <= FEW && f->longest >= MANY && share(f, f->letters, 90)))
		return LINK_SEX;
	if (share(f, f->date, 50) && share(f, f->date + f->year, 80))
		return LINK_DATE;
	if (f->distinct == f->filled && f->filled >= 10 && share(f, f->some_digit, 95))
		return LINK_ROW;
	if (share(f, f->year, 95))
		return LINK_YEAR;
	if (share(f, f->month, 100) && f->distinct <= 12)
		return LINK_MONTH;
	if (share(f, f->day, 100) && f->distinct <= 31)
		return LINK_DAY;
	if (share(f, f->some_digit, 70) && !share(f, f->words, 400))
		return LINK_CODE;
	if (f->bytes > LONG_BYTES * f->filled || f->words > LONG_WORDS * f->filled)
		return LINK_TEXT;
	return LINK_WORDS;
}

static size_t
kind_count(const struct table *t, enum link_kind kind)
{
	size_t n = 0;

	for (size_t k = 0; k < t->n_columns; k++)
		n += t->columns[k].kind == kind;
	return n;
}

/* Has a list that has column k a date besides? */
static bool
beside_date(const struct table *t, size_t k)
{
	bool any = false;

	for (size_t i = 0; i < t->n_said; i++)
		for (size_t j = 0; t->went[i] == k && j < t->n_said; j++)
			any = any ||
			    (t->said[j].list == t->said[i].list &&
				t->columns[t->went[j]].kind == LINK_DATE);
	return any;
}

/*
 * Year, month and day are parts of one date only where each stands once. A year alone is a date
 * where its lists have no other: some know the day, some the year only. Else they are codes.
 */
static void
date_parts_check(struct table *t)
{
	bool whole = kind_count(t, LINK_YEAR) == 1 && kind_count(t, LINK_DATE) == 0;
	bool months = whole && kind_count(t, LINK_MONTH) == 1;

	for (size_t k = 0; k < t->n_columns; k++) {
		struct table_column *c = &t->columns[k];
		if (c->kind_is_said)
			continue;
		if ((c->kind == LINK_MONTH && !months) ||
		    (c->kind == LINK_DAY && (!months || kind_count(t, LINK_DAY) > 1)))
			c->kind = LINK_CODE;
		else if (c->kind == LINK_YEAR && !whole)
			c->kind = beside_date(t, k) ? LINK_CODE : LINK_DATE;
	}
}

static int
by_number(const void *x, const void *y)
{
	uint64_t a = *(const uint64_t *)x, b = *(const uint64_t *)y;

	return a < b ? -1 : a > b;
}

/* Puts n digests in order and counts those that are not 0, each once. */
static size_t
different(uint64_t *at, size_t n)
{
	size_t count = 0;

	qsort(at, n, sizeof(*at), by_number);
	for (size_t i = 0; i < n; i++)
		count += at[i] != 0 && (i == 0 || at[i] != at[i - 1]);
	return count;
}

/* Parts are said by an ending; first and last words are many. */
static bool
looks_like_names(struct table *t, size_t k, link_share *lent)
{
	struct arena *a = arena_new();
	size_t n = intern_count(t->columns[k].texts), many = n / 20;
	struct wording_names names = wording_as_names(a, t, k, lent);

	bool yes = names.two * 10 >= names.filled * 6 &&
	    (names.sure * 10 >= names.filled * 4 ||
		(n * 2 > names.filled && different(names.firsts, n + 1) > many &&
		    different(names.lasts, n + 1) > many));
	arena_free(a);
	return yes;
}

/* Does every word of part stand in whole? */
static bool
words_stand_in(struct str part, struct str whole)
{
	while (part.n > 0) {
		struct str word = str_cut(&part, ' ');
		if (word.n > 0 && str_search(whole, word) == whole.n)
			return false;
	}
	return true;
}

static bool
part_look(const struct table *t, const struct table_column *part, const struct table_column *whole)
{
	size_t most = part->filled < whole->filled ? part->filled : whole->filled;
	size_t both = 0, outside = 0;

	for (size_t r = 0; r < t->rows && outside * 10 < most * 2; r++) {
		if (part->of_row[r] == 0 || whole->of_row[r] == 0)
			continue;
		outside += !words_stand_in(intern_str(part->texts, part->of_row[r]),
		    intern_str(whole->texts, whole->of_row[r]));
		both++;
	}
	return both * 2 > part->filled && outside * 10 < both * 2;
}

bool
guess_is_part(
    const struct table *t, const struct table_column *part, const struct table_column *whole)
{
	size_t pair = (size_t)(part - t->columns) * t->n_columns + (size_t)(whole - t->columns);

	return t->parts[pair] == PART_UNASKED ? part_look(t, part, whole)
					      : t->parts[pair] == PART_YES;
}

/* Columns of words are set beside each other once, for names are asked of them and fields. */
static void
pair_look(void *arg, size_t pair)
{
	struct table *t = arg;
	const struct table_column *part = &t->columns[pair / t->n_columns];
	const struct table_column *whole = &t->columns[pair % t->n_columns];

	if (part != whole && part->kind == LINK_WORDS && whole->kind == LINK_WORDS)
		t->parts[pair] = part_look(t, part, whole) ? PART_YES : PART_NO;
}

/* The column of whole names, where no column holds parts of another. */
static void
names_find(struct table *t, link_share *lent)
{
	size_t pairs = t->n_columns * t->n_columns;

	t->parts = ARENA_ARRAY(t->a, uint8_t, pairs);
	share_out(lent, pairs, pair_look, t);
	for (size_t k = 0; k < t->n_columns; k++) {
		struct table_column *c = &t->columns[k];
		bool whole = false;
		for (size_t i = 0; i < t->n_columns && c->kind == LINK_WORDS; i++)
			whole = whole ||
			    (i != k && t->columns[i].kind == LINK_WORDS &&
				guess_is_part(t, &t->columns[i], c));
		if (c->kind == LINK_WORDS && !c->kind_is_said && !whole &&
		    looks_like_names(t, k, lent))
			c->kind = LINK_NAME;
	}
}

/* Columns that hold a whole of which others hold the parts that names have. */
static void
repeats_find(struct table *t)
{
	for (size_t k = 0; k < t->n_columns; k++) {
		struct table_column *c = &t->columns[k];
		size_t parts = 0;
		for (size_t i = 0; i < t->n_columns && c->kind == LINK_WORDS; i++)
			parts += wording_is_part(t->columns[i].kind) &&
			    guess_is_part(t, &t->columns[i], c);
		if (parts > 1 && !c->kind_is_said)
			c->kind = LINK_REPEAT;
	}
}

/* Which texts of a column of dates are none, by number. */
static const bool *
dates_unread(struct arena *a, const struct table_column *c)
{
	bool *unread = ARENA_ARRAY(a, bool, intern_count(c->texts) + 1);
	struct birth b;

	for (uint32_t v = 1; v <= intern_count(c->texts); v++)
		unread[v] = !birth_read(intern_str(c->texts, v), &b);
	return unread;
}

/* Counts rows of each list's columns of dates that say something that is none. */
static void
dates_check(struct table *t)
{
	struct arena *a = arena_new();

	for (size_t n = 0, first = 0, list = 0; n < t->n_said; n++) {
		struct link_column *said = &t->said[n];
		const struct table_column *c = &t->columns[t->went[n]];
		for (; list < said->list; list++)
			first += t->lists[list].rows;
		if (c->kind != LINK_DATE)
			continue;
		const bool *unread = dates_unread(a, c);
		for (size_t r = first; r < first + t->lists[list].rows; r++)
			said->unread += unread[c->of_row[r]];
	}
	arena_free(a);
}

/* Does a list have the column that somebody said something of? */
static bool
is_there(const struct table *t, const struct link_said *said)
{
	for (size_t n = 0; n < t->n_said; n++) {
		const struct link_column *c = &t->said[n];
		if (table_is_said(said, c->list, t->lists[c->list].names[c->column]))
			return true;
	}
	return false;
}

static void
kind_look(void *arg, size_t k)
{
	const struct table *t = arg;
	struct table_column *c = &t->columns[k];

	if (c->kind_is_said)
		return;
	struct facts f = facts_of(c);
	c->kind = kind_of(&f, t->single ? 1 : 2);
	if ((c->kind == LINK_CODE || c->kind == LINK_DAY || c->kind == LINK_MONTH) &&
	    counter_is(t, c))
		c->kind = LINK_ROW;
}

int
guess_kinds(struct table *t, const struct link_question *q, struct err *e)
{
	for (size_t i = 0; i < q->n_said; i++)
		if (!is_there(t, &q->said[i]))
			return err_fail(e, ERR_INPUT, STR("link.column"), q->said[i].name);
	share_out(q->share, t->n_columns, kind_look, t);
	date_parts_check(t);
	names_find(t, q->share);
	meet_columns(t, q->share);
	repeats_find(t);
	for (size_t i = 0; i < t->n_said; i++)
		t->said[i].kind = t->columns[t->went[i]].kind;
	dates_check(t);
	return 0;
}
