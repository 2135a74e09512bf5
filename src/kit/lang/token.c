#include "kit/lang/token.h"

#include "base/utf8.h"
#include "kit/lang/fold.h"

struct cutter {
	struct arena *arena;
	struct str text;
	enum lang lang;
	struct token *items;
	size_t count, capacity;
};

/* The character at byte at, 0 at the end; *next is where the one behind it begins. */
static uint32_t
peek(struct str text, size_t at, size_t *next)
{
	*next = at;
	return at < text.n ? utf8_next(text, next) : 0;
}

static bool
is_digit(struct str text, size_t at)
{
	return at < text.n && text.p[at] >= '0' && text.p[at] <= '9';
}

static size_t
digits_end(struct str text, size_t at)
{
	while (is_digit(text, at))
		at++;
	return at;
}

static size_t
word_end(struct str text, size_t at)
{
	size_t next;
	uint32_t c;

	while ((c = peek(text, at, &next)) != 0 && (fold_is_letter(c) || fold_is_invisible(c)))
		at = next;
	return at;
}

/* May c stand between groups of three digits? */
static bool
groups(uint32_t c, enum lang lang)
{
	return (c == ',' && lang == LANG_EN) || (fold_is_space(c) && c != '\n' && c != '\r');
}

/* End of the groups of three that follow the first digits, [start, end). */
static size_t
groups_end(struct str text, size_t start, size_t end, enum lang lang)
{
	uint32_t separator = 0;

	if (end - start > 3)
		return end;
	for (;;) {
		size_t next;
		uint32_t c = peek(text, end, &next);
		bool same = separator == 0 || c == separator || (c != ',' && separator != ',');
		if (!groups(c, lang) || !same || digits_end(text, next) != next + 3)
			return end;
		separator = c;
		end = next + 3;
	}
}

static bool
is_decimal_sign(struct str text, size_t at, enum lang lang)
{
	if (!is_digit(text, at + 1))
		return false;
	return text.p[at] == '.' || (text.p[at] == ',' && lang != LANG_EN);
}

static void
add_digits(struct token *t, struct str text, int *digits)
{
	for (size_t i = 0; i < text.n; i++) {
		if (!is_digit(text, i))
			continue;
		*digits += t->mantissa > 0 || text.p[i] != '0';
		if (*digits > TOKEN_DIGITS)
			t->mantissa = TOKEN_HUGE;
		else
			t->mantissa = t->mantissa * 10 + (text.p[i] - '0');
	}
}

static size_t
cut_number(const struct cutter *c, size_t start, struct token *t)
{
	size_t end = groups_end(c->text, start, digits_end(c->text, start), c->lang);
	int digits = 0;

	t->kind = TOKEN_NUMBER;
	add_digits(t, str_sub(c->text, start, end), &digits);
	if (end < c->text.n && is_decimal_sign(c->text, end, c->lang)) {
		size_t point = end;
		end = digits_end(c->text, point + 1);
		t->places = end - point - 1 > TOKEN_DIGITS ? TOKEN_DIGITS : (int)(end - point - 1);
		add_digits(t, str_sub(c->text, point + 1, end), &digits);
		if (end - point - 1 > TOKEN_DIGITS)
			t->mantissa = TOKEN_HUGE;
	}
	return end;
}

static size_t
cut_one(const struct cutter *c, size_t start, struct token *t)
{
	size_t next;
	uint32_t first = peek(c->text, start, &next);

	if (is_digit(c->text, start))
		return cut_number(c, start, t);
	t->kind = fold_is_letter(first) ? TOKEN_WORD : TOKEN_SIGN;
	return t->kind == TOKEN_WORD ? word_end(c->text, start) : next;
}

struct tokens
token_cut(struct arena *a, struct str text, enum lang lang)
{
	struct cutter c = {.arena = a, .text = text, .lang = lang};
	bool joined = false;

	for (size_t at = 0; at < text.n;) {
		size_t next;
		uint32_t first = peek(text, at, &next);
		if (fold_is_space(first) || fold_is_invisible(first)) {
			joined = joined && fold_is_invisible(first);
			at = next;
			continue;
		}
		struct token t = {.joined = joined};
		next = cut_one(&c, at, &t);
		t.said = str_sub(text, at, next);
		t.text = fold_text(a, t.said);
		c.items = arena_grow(a, c.items, c.count, &c.capacity, sizeof(t));
		c.items[c.count++] = t;
		joined = true;
		at = next;
	}
	return (struct tokens){c.items, c.count};
}
