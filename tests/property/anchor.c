/*
 * Passages of texts that an editor changed, whose true place is known: every character carries
 * the number it had in the old text. The texts were sentences of locale/ on 25 November 2026.
 * usage: test_property_anchor FOLDER, which holds en.txt, ru.txt and kk.txt
 */
#include <assert.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "base/arena.h"
#include "base/buf.h"
#include "base/utf8.h"
#include "engine/anchor/anchor.h"
#include "kit/lang/fold.h"
#include "kit/os/file.h"

#define TEXT_POINTS 8000
#define CASES 200   /* a language and kind of change */
#define ELSEWHERE 5 /* edits besides the named one, half of them within NEAR characters */
#define NEAR 60
#define BORN SIZE_MAX /* the number of a character that was put in */

struct text {
	uint32_t points[2 * TEXT_POINTS];
	size_t born[2 * TEXT_POINTS]; /* where the character stood in the old text */
	size_t n;
};

enum change { ELSEWHERE_ONLY, LETTER, WORD, DELETED, MOVED, CHANGES };

static const char *const languages[] = {"en", "ru", "kk"};
static struct text sentences[LENGTH(languages)];
static const char *folder;

static uint64_t
next(uint64_t *seed)
{
	uint64_t z = (*seed += UINT64_C(0x9e3779b97f4a7c15));
	z = (z ^ z >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ z >> 27) * UINT64_C(0x94d049bb133111eb);
	return z ^ z >> 31;
}

static size_t
below(uint64_t *seed, size_t n)
{
	return (size_t)(next(seed) % n);
}

static int
begin(void **state)
{
	struct arena *a = arena_new();
	struct str text;
	struct err e;

	(void)state;
	for (size_t l = 0; l < LENGTH(languages); l++) {
		struct str path = arena_fmt(a, "%s/%s.txt", folder, languages[l]);
		struct text *t = &sentences[l];
		assert_int_equal(file_read_all(a, path, 1 << 20, &text, &e), 0);
		for (size_t at = 0; at < text.n && t->n < TEXT_POINTS;)
			t->points[t->n++] = utf8_next(text, &at);
		assert_int_equal(t->n, TEXT_POINTS);
	}
	arena_free(a);
	return 0;
}

static void
cut_out(struct text *t, size_t at, size_t n)
{
	memmove(t->points + at, t->points + at + n, (t->n - at - n) * sizeof(*t->points));
	memmove(t->born + at, t->born + at + n, (t->n - at - n) * sizeof(*t->born));
	t->n -= n;
}

static void
put_in(struct text *t, size_t at, const uint32_t *points, size_t n)
{
	memmove(t->points + at + n, t->points + at, (t->n - at) * sizeof(*t->points));
	memmove(t->born + at + n, t->born + at, (t->n - at) * sizeof(*t->born));
	for (size_t i = 0; i < n; i++) {
		t->points[at + i] = points[i];
		t->born[at + i] = BORN;
	}
	t->n += n;
}

static bool
in_word(const struct text *t, size_t at)
{
	return at < t->n && fold_is_letter(t->points[at]);
}

/* A word of four letters or more, from a random place on. */
static struct anchor_span
word_from(const struct text *t, size_t at)
{
	for (;; at = (at + 1) % t->n) {
		if (!in_word(t, at) || (at > 0 && in_word(t, at - 1)))
			continue;
		size_t end = at;
		while (in_word(t, end))
			end++;
		if (end - at >= 4)
			return (struct anchor_span){at, end};
	}
}

/* Where the old characters of the passage stand now; false: none does, and out is where they stood.
 */
static bool
truth(const struct text *t, struct anchor_span passage, struct anchor_span *out)
{
	bool any = false;

	*out = (struct anchor_span){t->n, t->n};
	for (size_t i = 0; i < t->n; i++) {
		if (t->born[i] == BORN || t->born[i] < passage.start)
			continue;
		if (!any && t->born[i] >= passage.end && out->start > i)
			*out = (struct anchor_span){i, i};
		if (t->born[i] >= passage.end)
			continue;
		if (!any)
			out->start = i;
		out->end = i + 1;
		any = true;
	}
	return any;
}

static void
letter_change(struct text *t, size_t at, uint64_t *seed)
{
	uint32_t letter = t->points[below(seed, t->n)];

	while (!fold_is_letter(letter) || letter == t->points[at])
		letter = t->points[below(seed, t->n)];
	switch (below(seed, 3)) {
	case 0:
		cut_out(t, at, 1);
		break;
	case 1:
		put_in(t, at, &letter, 1);
		break;
	default:
		t->points[at] = letter;
		break;
	}
}

/* A letter, a word or a word more, outside the passage. */
static void
edit_elsewhere(struct text *t, struct anchor_span passage, bool close, uint64_t *seed)
{
	struct anchor_span now, word;
	uint32_t copy[64];
	size_t n;

	(void)truth(t, passage, &now);
	do {
		size_t from = below(seed, t->n);
		if (close) {
			size_t far = below(seed, 2 * NEAR);
			from = now.start + far > NEAR ? now.start + far - NEAR : 0;
		}
		word = word_from(t, from % t->n);
	} while (word.end + 1 >= now.start && word.start <= now.end + 1);
	switch (below(seed, 3)) {
	case 0:
		letter_change(t, word.start + 1, seed);
		break;
	case 1:
		cut_out(t, word.start, word.end - word.start);
		break;
	default: {
		struct anchor_span other = word_from(t, below(seed, t->n));
		n = other.end - other.start < 60 ? other.end - other.start : 60;
		memcpy(copy, t->points + other.start, n * sizeof(*copy));
		copy[n] = ' ';
		put_in(t, word.start, copy, n + 1);
		break;
	}
	}
}

static void
passage_replace(struct text *t, struct anchor_span passage, uint64_t *seed)
{
	struct anchor_span other = word_from(t, below(seed, t->n));
	uint32_t copy[64];
	size_t n = other.end - other.start < 60 ? other.end - other.start : 60;

	memcpy(copy, t->points + other.start, n * sizeof(*copy));
	cut_out(t, passage.start, passage.end - passage.start);
	put_in(t, passage.start, copy, n);
	for (size_t i = 0; i < n; i++)
		t->born[passage.start + i] = passage.start;
}

/* A block of about 300 characters with the passage in it, to another line. */
static void
block_move(struct text *t, struct anchor_span passage, uint64_t *seed)
{
	struct text *block = test_calloc(1, sizeof(*block));
	size_t start = passage.start, end = passage.end, to;

	while (start > 0 && (passage.start - start < 120 || t->points[start - 1] != '\n'))
		start--;
	while (end < t->n && (end - passage.end < 120 || t->points[end - 1] != '\n'))
		end++;
	block->n = end - start;
	memcpy(block->points, t->points + start, block->n * sizeof(*block->points));
	memcpy(block->born, t->born + start, block->n * sizeof(*block->born));
	cut_out(t, start, block->n);
	do
		to = below(seed, t->n);
	while (to > 0 && t->points[to - 1] != '\n');
	put_in(t, to, block->points, block->n);
	memcpy(t->born + to, block->born, block->n * sizeof(*block->born));
	test_free(block);
}

static void
change_passage(struct text *t, struct anchor_span passage, enum change change, uint64_t *seed)
{
	switch (change) {
	case LETTER:
		letter_change(
		    t, passage.start + 1 + below(seed, passage.end - passage.start - 2), seed);
		break;
	case WORD:
		passage_replace(t, passage, seed);
		break;
	case DELETED:
		cut_out(t, passage.start, passage.end - passage.start);
		break;
	case MOVED:
		block_move(t, passage, seed);
		break;
	case ELSEWHERE_ONLY:
	case CHANGES:
		break;
	}
}

static struct str
utf8_of(struct arena *a, const struct text *t)
{
	struct buf *b = buf_on(a);
	char room[4];

	for (size_t i = 0; i < t->n; i++)
		buf_bytes(b, room, utf8_put(room, t->points[i]));
	return buf_str(b);
}

struct score {
	int right, wrong, lost;
};

static void
try_one(const struct text *old, enum change change, uint64_t *seed, struct score *score)
{
	struct arena *a = arena_new();
	struct text *t = test_malloc(sizeof(*t));
	struct anchor_span passage = word_from(old, below(seed, old->n)), is;

	*t = *old;
	for (size_t i = 0; i < t->n; i++)
		t->born[i] = i;
	change_passage(t, passage, change, seed);
	for (int i = 0; i < ELSEWHERE; i++)
		edit_elsewhere(t, passage, i % 2 == 0, seed);
	bool there = truth(t, passage, &is);
	struct anchor found = anchor_find(utf8_of(a, old), utf8_of(a, t), passage);
	bool gone = found.state == ANCHOR_GONE || found.state == ANCHOR_LOST;
	if (gone)
		*(there ? &score->lost : &score->right) += 1;
	else if (there && found.span.start == is.start && found.span.end == is.end)
		score->right++;
	else
		score->wrong++;
	test_free(t);
	arena_free(a);
}

static struct score
score_of(enum change change)
{
	struct score score = {0};
	uint64_t seed = 20190609u + (uint64_t)change;

	for (size_t l = 0; l < LENGTH(languages); l++) {
		struct score one = {0};
		for (int i = 0; i < CASES; i++)
			try_one(&sentences[l], change, &seed, &one);
		print_message("change %d, %s: right %d, wrong place %d, not found %d of %d\n",
		    (int)change, languages[l], one.right, one.wrong, one.lost, CASES);
		score.right += one.right;
		score.wrong += one.wrong;
		score.lost += one.lost;
	}
	return score;
}

static void
edits_elsewhere_move_no_passage(void **state)
{
	(void)state;
	struct score s = score_of(ELSEWHERE_ONLY);

	assert_int_equal(s.wrong, 0);
	assert_true(s.right >= 594);
}

static void
one_letter_put_right_is_found(void **state)
{
	(void)state;
	struct score s = score_of(LETTER);

	assert_int_equal(s.wrong, 0);
	assert_true(s.right >= 594);
}

static void
a_word_that_was_replaced_is_found_or_lost(void **state)
{
	(void)state;
	struct score s = score_of(WORD);

	assert_int_equal(s.wrong, 0);
	assert_true(s.right >= 582);
}

static void
what_was_taken_out_is_nowhere(void **state)
{
	(void)state;
	struct score s = score_of(DELETED);

	assert_int_equal(s.wrong, 0);
}

static void
a_block_that_was_moved_is_found(void **state)
{
	(void)state;
	struct score s = score_of(MOVED);

	assert_int_equal(s.wrong, 0);
	assert_true(s.right >= 564);
}

int
main(int argc, char **argv)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(edits_elsewhere_move_no_passage),
	    cmocka_unit_test(one_letter_put_right_is_found),
	    cmocka_unit_test(a_word_that_was_replaced_is_found_or_lost),
	    cmocka_unit_test(what_was_taken_out_is_nowhere),
	    cmocka_unit_test(a_block_that_was_moved_is_found),
	};

	assert(argc == 2);
	folder = argv[1];
	return cmocka_run_group_tests(tests, begin, NULL);
}
