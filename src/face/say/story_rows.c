#include "base/date.h"
#include "face/say/story.h"

bool
story_row_clashes(const struct count_board *board, const struct story_row *row)
{
	for (size_t i = 0; i < row->n_claims && row->kind <= STORY_OWN; i++) {
		if (story_clashes(board, row->claims[i]))
			return true;
	}
	return false;
}

bool
story_concerns(
    const struct count_board *board, const struct story *story, const struct clash *clash)
{
	struct clashes alone = board->clashes;

	alone.real = clash;
	alone.real_count = 1;
	for (size_t i = 0; i < story->n_groups; i++) {
		for (size_t j = 0; j < story->groups[i].n_rows; j++) {
			const struct story_row *row = &story->groups[i].rows[j];
			if (clash_touches(&alone, row->claims, row->n_claims))
				return true;
		}
	}
	return false;
}

bool
story_one_voice(const struct count_board *board, const struct story_row *row)
{
	const struct world_claim *claims = board->world.claims;

	for (size_t i = 1; i < row->n_claims; i++)
		if (claims[row->claims[i]].origin != claims[row->claims[0]].origin)
			return false;
	return true;
}

struct figure_mark
story_mark(const struct count_board *board, const struct story_row *row)
{
	bool exact = row->low == row->high;

	if (row->kind == STORY_CLAIM)
		return figure_mark_of(&board->claims.at[row->claims[0]].reading);
	if (row->kind == STORY_OWN)
		return (struct figure_mark){
		    exact ? FIGURE_EXACT : FIGURE_NEARLY, row->low, row->high, 0};
	bool voice = row->kind == STORY_FLOOR && story_one_voice(board, row);
	return (struct figure_mark){
	    voice ? FIGURE_AT_LEAST : FIGURE_LOGIC, row->low, INTERVAL_OPEN, 0};
}

static void
ends_take(struct story_ends *ends, int64_t n)
{
	if (n == INTERVAL_OPEN || n <= 0)
		return;
	if (n < ends->least)
		ends->least = n;
	if (n > ends->most)
		ends->most = n;
}

static void
ends_of_row(const struct count_board *board, const struct story_row *row, struct story_ends *ends)
{
	struct figure_mark mark = story_mark(board, row);

	if (mark.kind == FIGURE_MODAL) {
		ends_take(ends, mark.number);
		return;
	}
	ends_take(ends, mark.kind == FIGURE_UP_TO ? mark.high : mark.low);
	ends_take(ends, mark.high);
}

struct story_ends
story_ends_of(const struct count_board *board, const struct story *story)
{
	struct story_ends ends = {INTERVAL_OPEN, 0};

	for (size_t i = 0; i < story->n_groups; i++)
		for (size_t j = 0; j < story->groups[i].n_rows; j++)
			ends_of_row(board, &story->groups[i].rows[j], &ends);
	return ends.most == 0 ? (struct story_ends){1, 10} : ends;
}

int
story_carriers(const struct count_board *board, int32_t claim)
{
	int n = board->world.claims[claim].carriers;

	for (size_t i = 0; i < board->world.claim_count; i++) {
		const struct standing_claim *s = standing_of(board->standing, (int32_t)i);
		if (s->status == STANDING_VARIANT && s->for_claim == claim)
			n += board->world.claims[i].carriers;
	}
	return n;
}

bool
story_one_year(const struct count_board *board)
{
	int year = -1;

	for (size_t i = 0; i < board->n_scopes; i++) {
		const struct scope *s = &board->scopes[i].scope;
		for (size_t j = 0; j < s->span_count * 2; j++) {
			const struct date_span *span = &s->spans[j / 2];
			int32_t day = j % 2 == 0 ? span->first : span->last;
			if (day == DATE_OPEN_START || day == DATE_OPEN_END)
				continue;
			int this_year = date_to_civil(day).year;
			if (year >= 0 && this_year != year)
				return false;
			year = this_year;
		}
	}
	return year >= 0;
}
