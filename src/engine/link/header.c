#include "engine/link/header.h"

#include "base/utf8.h"
#include "engine/link/identifier.h"
#include "kit/lang/fold.h"
#include "kit/lang/name.h"

#define ROWS 50      /* that are looked at */
#define NAME_MOST 80 /* bytes of a name */

enum looks { OTHER, DAY, NUMBER, NAME, NAME_IN_CAPITALS };

/* Letters at the beginning of a word that are capitals: 0, 1, or 2 and more. */
static size_t
capitals_of(struct arena *a, struct str word)
{
	size_t n = 0, at = 0;

	while (at < word.n && n < 2) {
		size_t start = at;
		utf8_next(word, &at);
		struct str letter = str_sub(word, start, at);
		if (str_eq(fold_text(a, letter), letter))
			break;
		n++;
	}
	return n;
}

/* A name of which an ending says whose it is, every word with a capital. */
static enum looks
name_looks(struct arena *a, struct str text)
{
	struct name name = name_read(a, text);
	bool sure = false, capitals = true;

	for (size_t i = 0; i < name.count; i++) {
		const struct name_part *part = &name.parts[i];
		size_t n = capitals_of(a, part->said);
		if (n == 0)
			return OTHER;
		sure = sure || part->sure;
		capitals = capitals && (n > 1 || part->initial);
	}
	if (name.count < 2 || !sure)
		return OTHER;
	return capitals ? NAME_IN_CAPITALS : NAME;
}

static enum looks
looks_of(struct arena *a, struct str text)
{
	struct birth b;
	struct identifier number;

	if (birth_read(text, &b))
		return b.day > 0 ? DAY : OTHER;
	if (identifier_read(identifier_plain(a, text), &number))
		return NUMBER;
	return text.n <= NAME_MOST ? name_looks(a, text) : OTHER;
}

static bool
is_like_below(struct arena *a, const struct csv *table, size_t column)
{
	enum looks looks = looks_of(a, str_trim(table->names[column]));
	size_t filled = 0, same = 0;

	for (size_t r = 0; looks != OTHER && r < table->count && r < ROWS; r++) {
		struct str text = str_trim(table->rows[r].fields[column]);
		filled += text.n > 0;
		same += text.n > 0 && looks_of(a, text) == looks;
	}
	return looks != OTHER && same * 2 >= filled;
}

size_t
header_column_of_row(const struct csv *table)
{
	struct arena *a = arena_new();
	size_t column = 0;

	while (column < table->width && !is_like_below(a, table, column))
		column++;
	arena_free(a);
	return column < table->width ? column + 1 : 0;
}
