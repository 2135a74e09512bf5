#include "engine/link/total.h"

#include "engine/link/birth.h"
#include "engine/link/missing.h"
#include "engine/link/small.h"

#define DIGITS_MOST 9 /* of a number of people or a sum; longer ones are somebody's own */
#define WORDS_MOST 4  /* cells that begin with a letter: one may say "total", others "no data" */
#define NEAR 8        /* rows above that are looked at */
#define SUM_MOST (INT64_MAX / 4)

struct beginning {
	struct str words;
	bool open;
};

static const struct beginning totals[] = {
#define LINK_TOTAL(words, open) {STR_INIT(words), open},
#include "engine/link/total.def"
#undef LINK_TOTAL
};

static const struct beginning notes[] = {
#define LINK_NOTE(words, open) {STR_INIT(words), open},
#include "engine/link/total.def"
#undef LINK_NOTE
};

static const struct str counted[] = {
#define LINK_COUNTED(word) STR_INIT(word),
#include "engine/link/total.def"
#undef LINK_COUNTED
};

/* The next word of *rest: what blanks and the signs between words and numbers part. */
static struct str
next_word(struct str *rest)
{
	static const struct str between[] = {STR_INIT(" "), STR_INIT("\t"), STR_INIT(":"),
	    STR_INIT(";"), STR_INIT("="), STR_INIT("."), STR_INIT(","), STR_INIT("("),
	    STR_INIT(")"), STR_INIT("-"), STR_INIT("–"), STR_INIT("—"), STR_INIT("\u00a0")};
	size_t start = SIZE_MAX, at = 0, end = 0;

	while (at < rest->n) {
		size_t from = at;
		bool parts = false;
		utf8_next(*rest, &at);
		for (size_t i = 0; i < LENGTH(between); i++)
			parts = parts || str_eq(str_sub(*rest, from, at), between[i]);
		if (parts && start != SIZE_MAX)
			break;
		if (parts)
			continue;
		start = start == SIZE_MAX ? from : start;
		end = at;
	}
	struct str word = start == SIZE_MAX ? STR("") : str_sub(*rest, start, end);
	*rest = str_sub(*rest, at, rest->n);
	return word;
}

static bool
is_digits(struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (word.p[i] < '0' || word.p[i] > '9')
			return false;
	return word.n > 0;
}

static bool
is_counted(struct str word)
{
	for (size_t i = 0; i < LENGTH(counted); i++)
		if (small_same(word, counted[i]))
			return true;
	return false;
}

/* The first group of digits in text, and how many digits there are; false where it says more than
 * numbers and what is counted. */
static bool
number_find(struct str text, struct str *number, size_t *digits)
{
	bool plain = true;

	for (struct str word = next_word(&text); word.n > 0; word = next_word(&text)) {
		if (!is_digits(word)) {
			plain = plain && is_counted(word);
			continue;
		}
		*number = *digits == 0 ? word : *number;
		*digits += word.n;
	}
	return plain;
}

/* The small first letter of text, which is not empty. */
static uint32_t
first_letter(struct str text)
{
	size_t at = 0;

	return small_letter(utf8_next(text, &at));
}

/* Does text begin with these words? *rest: what follows. */
static bool
begins(struct str text, struct str words, struct str *rest)
{
	bool same = true;

	*rest = text;
	for (struct str w = next_word(&words); w.n > 0 && same; w = next_word(&words))
		same = small_same(next_word(rest), w);
	return same;
}

/* Does a cell say that it is a total, and nothing else? *open: anything may follow. */
static bool
total_begins(struct str cell, bool *open)
{
	uint32_t letter = first_letter(cell);

	for (size_t i = 0; i < LENGTH(totals); i++) {
		struct str rest, number;
		size_t digits = 0;
		/* Few texts begin alike, and only these are taken apart. */
		if (first_letter(totals[i].words) != letter)
			continue;
		if (!begins(cell, totals[i].words, &rest) ||
		    (!totals[i].open && !number_find(rest, &number, &digits)))
			continue;
		*open = totals[i].open;
		return true;
	}
	return false;
}

static int64_t
value_of(struct str text)
{
	int64_t value = -1;

	return str_to_int(str_trim(text), &value) ? value : -1;
}

/* What a cell of digits may be beside what it says. */
struct place {
	const struct csv *table;
	size_t row, column;
	int64_t value;
};

/* Does the number go on counting the rows above it? */
static bool
is_numbering(const struct place *p)
{
	size_t above = p->row < 2 ? p->row : 2;

	for (size_t i = 1; i <= above; i++)
		if (value_of(p->table->rows[p->row - i].fields[p->column]) != p->value - (int64_t)i)
			return false;
	return above > 0;
}

/* The cell that begins as a total, and whether anything may follow it; empty: none does, or another
 * cell says something in words. */
static struct str
total_cell(const struct csv *table, size_t row, bool *open)
{
	const struct str *cells = table->rows[row].fields;
	struct str says = STR("");
	size_t words = 0;

	for (size_t k = 0; k < table->width && words <= WORDS_MOST; k++)
		words += cells[k].n > 0 && (unsigned char)cells[k].p[0] >= 'A';
	for (size_t k = 0; words <= WORDS_MOST && k < table->width; k++) {
		struct str cell = str_trim(cells[k]);
		if (cell.n == 0 || (cell.p[0] >= '0' && cell.p[0] <= '9'))
			continue;
		if (says.n == 0 && total_begins(cell, open))
			says = cell;
		else if (!missing_says(cell))
			return STR("");
	}
	return says;
}

/* How many digits a number of 0 or more has; 0: it is none. */
static size_t
digits_of(int64_t value)
{
	size_t n = value == 0;

	for (; value > 0; value /= 10)
		n++;
	return n;
}

/* Do rows above, totals apart, have numbers of that size there too, as of ages? Then only the sum
 * of them, on the last row, is one of all. */
static bool
is_one_of_many(const struct place *p)
{
	size_t first = p->row < NEAR ? 0 : p->row - NEAR;
	bool last = p->row + 1 == p->table->count, any = false;
	int64_t sum = 0;

	for (size_t r = last ? 0 : first; r < p->row; r++) {
		int64_t value = value_of(p->table->rows[r].fields[p->column]);
		bool open;
		if (value >= 0 && total_cell(p->table, r, &open).n > 0)
			continue;
		any = any || (r >= first && digits_of(value) == digits_of(p->value));
		sum += value > 0 && sum <= SUM_MOST ? value : 0;
	}
	return any && !(last && sum == p->value);
}

enum number { NONE, BESIDE, SUM };

/* What the number in a cell is: of all rows, of this row alone, or something of somebody. */
static enum number
number_look(const struct place *p, struct str number, size_t digits, bool free)
{
	struct str cell = str_trim(p->table->rows[p->row].fields[p->column]);
	struct birth b;

	if (is_digits(cell) && is_numbering(p))
		return BESIDE;
	if (digits == 0 || digits > DIGITS_MOST || number.p[0] == '0')
		return NONE;
	if (digits == number.n && p->value == (int64_t)p->row)
		return SUM;
	if (birth_read(cell, &b) || birth_read(number, &b))
		return NONE;
	return free || !is_one_of_many(p) ? SUM : NONE;
}

/* Is text empty, or parted from what stands before it? next_word has cut the first sign off, which
 * stands before text, unless that is a blank. */
static bool
is_parted(struct str cell, struct str rest)
{
	static const struct str signs[] = {STR_INIT(":"), STR_INIT("."), STR_INIT("="),
	    STR_INIT("-"), STR_INIT("–"), STR_INIT("—")};
	struct str after = str_trim(rest);

	if (after.n == 0)
		return true;
	for (size_t i = 0; i < LENGTH(signs); i++) {
		struct str before = str_sub(cell, 0, (size_t)(rest.p - cell.p));
		if (str_starts(after, signs[i]) || str_ends(before, signs[i]))
			return true;
	}
	return false;
}

static bool
note_begins(struct str cell)
{
	uint32_t letter = first_letter(cell);

	for (size_t i = 0; i < LENGTH(notes); i++) {
		struct str rest;
		if (first_letter(notes[i].words) == letter && begins(cell, notes[i].words, &rest) &&
		    (notes[i].open || is_parted(cell, rest)))
			return true;
	}
	return false;
}

/* The only cell that says something, if it begins as a note. */
static struct str
note_of_row(const struct csv *table, size_t row)
{
	struct str says = STR("");

	for (size_t k = 0; k < table->width; k++) {
		struct str cell = str_trim(table->rows[row].fields[k]);
		if (missing_says(cell))
			continue;
		if (says.n > 0 || !note_begins(cell))
			return STR("");
		says = cell;
	}
	return says;
}

struct str
total_of_row(const struct csv *table, size_t row)
{
	bool open = false, sum = false;
	struct str says = total_cell(table, row, &open);

	if (says.n == 0)
		return note_of_row(table, row);
	for (size_t k = 0; says.n > 0 && k < table->width; k++) {
		struct str cell = str_trim(table->rows[row].fields[k]), number = STR("");
		size_t digits = 0;
		bool own = cell.p == says.p;
		if (missing_says(cell))
			continue;
		bool plain = number_find(cell, &number, &digits);
		if (!plain && !own)
			return STR("");
		const struct place p = {table, row, k, value_of(number)};
		enum number is = number_look(&p, number, digits, open || !is_digits(cell));
		if (is == NONE && !own)
			return STR("");
		sum = sum || is == SUM;
	}
	return sum ? says : STR("");
}
