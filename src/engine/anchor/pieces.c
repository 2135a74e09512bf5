#include "engine/anchor/pieces.h"

#include <string.h>

#include "base/utf8.h"
#include "kit/lang/fold.h"

/* Pieces by their characters: open addressing, a power of two of slots. */
struct book {
	struct slot {
		const uint32_t *points; /* NULL: free */
		size_t length;
		uint32_t kind;
	} * slots;
	size_t mask;
	uint32_t kinds;
};

static bool
is_word(uint32_t c)
{
	return fold_is_letter(c) || (c >= '0' && c <= '9') || fold_is_invisible(c);
}

static uint32_t
kind_of(struct book *book, const uint32_t *points, size_t length)
{
	uint64_t hash = UINT64_C(0xcbf29ce484222325); /* FNV-1a over characters */

	for (size_t i = 0; i < length; i++)
		hash = (hash ^ points[i]) * UINT64_C(0x100000001b3);
	for (size_t at = (size_t)(hash ^ hash >> 32) & book->mask;; at = (at + 1) & book->mask) {
		struct slot *slot = &book->slots[at];
		if (slot->points == NULL) {
			*slot = (struct slot){points, length, book->kinds};
			return book->kinds++;
		}
		if (slot->length == length &&
		    memcmp(slot->points, points, length * sizeof(*points)) == 0)
			return slot->kind;
	}
}

static void
points_of(struct arena *a, struct str text, struct pieces *out)
{
	uint32_t *points = ARENA_ARRAY(a, uint32_t, text.n);

	out->length = 0;
	for (size_t at = 0; at < text.n;)
		points[out->length++] = utf8_next(text, &at);
	out->points = points;
}

static void
cut(struct arena *a, struct book *book, struct pieces *out)
{
	struct pieces_piece *at = ARENA_ARRAY(a, struct pieces_piece, out->length);
	uint32_t *kinds = ARENA_ARRAY(a, uint32_t, out->length);
	size_t end;

	for (size_t i = 0; i < out->length; i = end) {
		end = i + 1;
		if (fold_is_space(out->points[i]) && out->points[i] != '\n')
			continue;
		if (is_word(out->points[i])) {
			while (end < out->length && is_word(out->points[end]))
				end++;
		}
		kinds[out->count] = kind_of(book, out->points + i, end - i);
		at[out->count++] = (struct pieces_piece){i, end};
	}
	out->at = at;
	out->kinds = kinds;
}

uint32_t
pieces_cut(struct arena *a, struct str before, struct str after, struct pieces *x, struct pieces *y)
{
	struct book book = {.mask = 63};

	*x = *y = (struct pieces){0};
	points_of(a, before, x);
	points_of(a, after, y);
	while (book.mask < 2 * (x->length + y->length))
		book.mask = 2 * book.mask + 1;
	book.slots = ARENA_ARRAY(a, struct slot, book.mask + 1);
	cut(a, &book, x);
	cut(a, &book, y);
	return book.kinds;
}

bool
pieces_same(const struct pieces *x, size_t start, const struct pieces *y, size_t there, size_t n)
{
	return start + n <= x->length && there + n <= y->length &&
	    memcmp(x->points + start, y->points + there, n * sizeof(*x->points)) == 0;
}

bool
pieces_inside_word(const struct pieces *text, size_t at)
{
	return at > 0 && at < text->length && is_word(text->points[at - 1]) &&
	    is_word(text->points[at]);
}
