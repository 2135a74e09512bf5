#include "engine/link/shape.h"

#include "engine/link/birth.h"

#define ONE_WORD 1.2 /* words of a cell in the middle, at most, */
#define TWO_WORDS 1.8
#define FOUR_WORDS 4.5
#define LEAST 5       /* rows that show a shape */
#define FEW_YEARS 3   /* from the first to the last, of days on which something happened, */
#define MANY_YEARS 15 /* and of days on which people were born */

struct sums {
	size_t filled, letters, words, dates;
	int first, last; /* years */
};

static void
cell_note(struct sums *s, struct str cell)
{
	struct birth b;
	size_t words = 0, digits = 0;
	bool inside = false;

	for (size_t i = 0; i < cell.n; i++) {
		bool blank = cell.p[i] == ' ' || cell.p[i] == '\t' || cell.p[i] == '.';
		words += !blank && !inside;
		inside = !blank;
		digits += cell.p[i] >= '0' && cell.p[i] <= '9';
	}
	s->filled++;
	s->words += words;
	s->letters += digits == 0;
	if (digits == 0 || !birth_read(cell, &b) || b.day == 0)
		return;
	s->first = s->dates == 0 || b.year < s->first ? b.year : s->first;
	s->last = s->dates == 0 || b.year > s->last ? b.year : s->last;
	s->dates++;
}

enum shape
shape_of(const struct link_list *list, size_t column)
{
	struct sums s = {0};

	for (size_t r = 0; r < list->rows; r++) {
		struct str cell = str_trim(list->cells[r * list->width + column]);
		if (cell.n > 0)
			cell_note(&s, cell);
	}
	double words = (double)s.words / (double)(s.filled > 0 ? s.filled : 1);
	bool letters = s.letters * 10 > s.filled * 9, dates = s.dates * 10 > s.filled * 8;
	if (s.filled < LEAST)
		return SHAPE_ANY;
	if (letters && words <= ONE_WORD)
		return SHAPE_ONE;
	if (letters && words >= TWO_WORDS && words <= FOUR_WORDS)
		return SHAPE_WHOLE;
	if (dates && s.last - s.first <= FEW_YEARS)
		return SHAPE_DAYS;
	return dates && s.last - s.first >= MANY_YEARS ? SHAPE_LIVES : SHAPE_ANY;
}

bool
shape_differs(enum shape x, enum shape y)
{
	return (x == SHAPE_ONE && y == SHAPE_WHOLE) || (x == SHAPE_DAYS && y == SHAPE_LIVES);
}
