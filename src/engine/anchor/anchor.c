#include "engine/anchor/anchor.h"

#include "engine/anchor/align.h"
#include "engine/anchor/hunk.h"
#include "engine/anchor/likeness.h"
#include "engine/anchor/pieces.h"

/* Likeness, 0 to 1, that a decision asks for: docs/methods/anchoring.md. */
#define SIDE_KEPT 0.5   /* of one side, for words that the diff has carried */
#define SIDE_MOVED 0.6  /* of one side, for words that stand elsewhere */
#define SIDE_LEAD 0.2   /* by which it is ahead of every other place */
#define WORDS_KEPT 0.5  /* of the words, where a boundary was carried into other words */
#define LONG_WORDS 24   /* characters; so many same words need no side */
#define REACH 32        /* characters of a side of words that were carried */
#define REACH_MOVED 96  /* of words that stand elsewhere: edits beside them weigh less */
#define PLACES_MOST 500 /* that words are compared at; a word that is everywhere is nowhere */

/* A passage, and both texts with what the diff has carried. */
struct search {
	struct pieces x, y;
	const size_t *match;      /* of each piece of x, in y */
	struct anchor_span words; /* the passage without blanks at its ends */
	size_t first, last;       /* the pieces it begins and ends in */
};

static const struct anchor lost = {.state = ANCHOR_LOST};

/* Leaves blanks out and finds the pieces. False: nothing is left. */
static bool
passage_set(struct search *s, struct anchor_span passage)
{
	size_t i = 0;

	if (passage.end > s->x.length || passage.start >= passage.end)
		return false;
	while (i < s->x.count && s->x.at[i].end <= passage.start)
		i++;
	s->first = i;
	while (i < s->x.count && s->x.at[i].start < passage.end)
		i++;
	if (i == s->first)
		return false;
	s->last = i - 1;
	s->words = passage;
	if (s->words.start < s->x.at[s->first].start)
		s->words.start = s->x.at[s->first].start;
	if (s->words.end > s->x.at[s->last].end)
		s->words.end = s->x.at[s->last].end;
	return true;
}

static double
words_likeness(const struct search *s, struct anchor_span here)
{
	return likeness_of(s->x.points + s->words.start, s->words.end - s->words.start,
	    s->y.points + here.start, here.end - here.start);
}

/* Did the diff carry every piece of the passage, one behind the other? */
static bool
carried(const struct search *s)
{
	for (size_t i = s->first; i <= s->last; i++) {
		if (s->match[i] == ALIGN_NONE || s->match[i] != s->match[s->first] + i - s->first)
			return false;
	}
	return true;
}

static struct anchor
same(const struct search *s)
{
	const struct pieces_piece *first = &s->y.at[s->match[s->first]];
	const struct pieces_piece *last = &s->y.at[s->match[s->last]];
	struct anchor_span here = {first->start + s->words.start - s->x.at[s->first].start,
	    last->end - (s->x.at[s->last].end - s->words.end)};
	struct likeness_sides sides = likeness_sides_of(&s->x, s->words, &s->y, here, REACH);

	if (sides.before < SIDE_KEPT && sides.behind < SIDE_KEPT &&
	    s->words.end - s->words.start < LONG_WORDS)
		return lost;
	return (struct anchor){
	    pieces_same(&s->x, s->words.start, &s->y, here.start, here.end - here.start) &&
		    here.end - here.start == s->words.end - s->words.start
		? ANCHOR_SAME
		: ANCHOR_CHANGED,
	    here};
}

/* Other words stand in its place, or none. */
static struct anchor
changed(const struct search *s, struct arena *a)
{
	const struct hunk_texts texts = {a, &s->x, &s->y, s->match};
	struct anchor_span here;

	switch (hunk_carry(&texts, s->words, &here)) {
	case HUNK_GONE:
		return (struct anchor){.state = ANCHOR_GONE};
	case HUNK_UNCLEAR:
		return lost;
	case HUNK_SURE:
		break;
	case HUNK_LIKELY:
		if (words_likeness(s, here) < WORDS_KEPT)
			return lost;
		break;
	}
	struct likeness_sides sides = likeness_sides_of(&s->x, s->words, &s->y, here, REACH);
	if (sides.before < SIDE_KEPT && sides.behind < SIDE_KEPT)
		return lost;
	return (struct anchor){ANCHOR_CHANGED, here};
}

/* For each character of y: does a piece from outside the passage stand there since before? */
static bool *
taken_of(const struct search *s, struct arena *a)
{
	bool *taken = ARENA_ARRAY(a, bool, s->y.length);

	for (size_t i = 0; i < s->x.count; i++) {
		if (s->match[i] == ALIGN_NONE || (i >= s->first && i <= s->last))
			continue;
		const struct pieces_piece *p = &s->y.at[s->match[i]];
		for (size_t c = p->start; c < p->end; c++)
			taken[c] = true;
	}
	return taken;
}

/* Whole words must be whole words there too; part of a word may be part of one. */
static bool
as_whole(const struct search *s, struct anchor_span here)
{
	return (pieces_inside_word(&s->x, s->words.start) ||
		   !pieces_inside_word(&s->y, here.start)) &&
	    (pieces_inside_word(&s->x, s->words.end) || !pieces_inside_word(&s->y, here.end));
}

/* The same words where nothing stood before, among what stood around them; one place alone. */
static struct anchor
moved(const struct search *s, struct arena *a)
{
	const bool *taken = taken_of(s, a);
	size_t n = s->words.end - s->words.start;
	struct anchor found = lost;
	double best = 0, second = 0;
	size_t places = 0;

	for (size_t at = 0; at + n <= s->y.length; at++) {
		struct anchor_span here = {at, at + n};
		if (taken[at] || !pieces_same(&s->x, s->words.start, &s->y, at, n) ||
		    !as_whole(s, here))
			continue;
		if (++places > PLACES_MOST)
			return lost;
		struct likeness_sides sides =
		    likeness_sides_of(&s->x, s->words, &s->y, here, REACH_MOVED);
		double side = sides.before > sides.behind ? sides.before : sides.behind;
		if (side > best) {
			second = best;
			best = side;
			found = (struct anchor){ANCHOR_MOVED, here};
		} else if (side > second) {
			second = side;
		}
	}
	return best >= SIDE_MOVED && best - second >= SIDE_LEAD ? found : lost;
}

struct anchor
anchor_find(struct str before, struct str after, struct anchor_span passage)
{
	struct arena *scratch = arena_new();
	struct anchor found = lost;
	struct search s = {.first = 0};
	uint32_t kinds = pieces_cut(scratch, before, after, &s.x, &s.y);

	if (passage_set(&s, passage)) {
		s.match = align_find(scratch, (struct align_side){s.x.kinds, s.x.count},
		    (struct align_side){s.y.kinds, s.y.count}, kinds);
		found = carried(&s) ? same(&s) : changed(&s, scratch);
		if (found.state == ANCHOR_GONE || found.state == ANCHOR_LOST) {
			struct anchor elsewhere = moved(&s, scratch);
			if (elsewhere.state == ANCHOR_MOVED)
				found = elsewhere;
		}
	}
	arena_free(scratch);
	return found;
}
