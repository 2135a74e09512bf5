#include "face/say/word_diff.h"

#define WORDS_MOST 1000

struct words {
	struct str *at;
	size_t n;
};

/* Each word with the blanks behind it; blanks before the first are a word. */
static struct words
split(struct arena *a, struct str text)
{
	struct words words = {ARENA_ARRAY(a, struct str, text.n + 1), 0};
	size_t start = 0;

	for (size_t i = 1; i <= text.n; i++)
		if (i == text.n || (text.p[i] != ' ' && text.p[i - 1] == ' ')) {
			words.at[words.n++] = str_sub(text, start, i);
			start = i;
		}
	return words;
}

/* Lengths of the longest rows of words that the ends of both have alike, from word i and k on. */
static uint16_t *
lengths_of(struct arena *a, const struct words *b, const struct words *c)
{
	size_t wide = c->n + 1;
	uint16_t *lengths = ARENA_ARRAY(a, uint16_t, (b->n + 1) * wide);

	for (size_t i = b->n; i-- > 0;)
		for (size_t k = c->n; k-- > 0;) {
			uint16_t down = lengths[(i + 1) * wide + k],
				 right = lengths[i * wide + k + 1];
			lengths[i * wide + k] = str_eq(b->at[i], c->at[k])
			    ? (uint16_t)(lengths[(i + 1) * wide + k + 1] + 1)
			    : (down > right ? down : right);
		}
	return lengths;
}

/* Appends a word to the last piece of its kind, or begins a piece. */
static void
put(struct word_diff *pieces, size_t *n, enum word_diff_kind kind, struct str word)
{
	if (*n > 0 && pieces[*n - 1].kind == kind)
		pieces[*n - 1].text.n += word.n;
	else
		pieces[(*n)++] = (struct word_diff){kind, word};
}

static size_t
walk(struct arena *a, const struct words *b, const struct words *c, struct word_diff *pieces)
{
	const uint16_t *lengths = lengths_of(a, b, c);
	size_t wide = c->n + 1, i = 0, k = 0, n = 0;

	while (i < b->n || k < c->n) {
		size_t come = k; /* what comes is held back until all that goes has gone */
		while (i < b->n || k < c->n) {
			if (i < b->n && k < c->n && str_eq(b->at[i], c->at[k]))
				break;
			if (k == c->n ||
			    (i < b->n && lengths[(i + 1) * wide + k] >= lengths[i * wide + k + 1]))
				put(pieces, &n, WORD_DIFF_GONE, b->at[i++]);
			else
				k++;
		}
		for (; come < k; come++)
			put(pieces, &n, WORD_DIFF_COME, c->at[come]);
		for (; i < b->n && k < c->n && str_eq(b->at[i], c->at[k]); i++, k++)
			put(pieces, &n, WORD_DIFF_SAME, b->at[i]);
	}
	return n;
}

size_t
word_diff_of(struct arena *a, struct str before, struct str after, const struct word_diff **out)
{
	const struct words b = split(a, before), c = split(a, after);
	struct word_diff *pieces = ARENA_ARRAY(a, struct word_diff, b.n + c.n + 2);
	size_t n = 0;

	*out = pieces;
	if (b.n <= WORDS_MOST && c.n <= WORDS_MOST)
		return walk(a, &b, &c, pieces);
	put(pieces, &n, WORD_DIFF_GONE, before);
	put(pieces, &n, WORD_DIFF_COME, after);
	return n;
}
