/*
 * board_words: what a board says in sentences: headings, clashes, flags, names.
 */
#ifndef GUVOH_FACE_SAY_BOARD_WORDS_H
#define GUVOH_FACE_SAY_BOARD_WORDS_H

#include "base/arena.h"
#include "base/buf.h"
#include "domain/count/board.h"
#include "face/say/message.h"

/* In which language, for which board; years: in every date, else the reader knows the year. */
struct board_words {
	struct arena *a;
	enum lang lang;
	const struct count_board *board;
	bool utf8, years;
};

struct str board_words_number(const struct board_words *w, int64_t n);

/* "c14", "Prosecutor General's Office", the quoted words of a claim; where they are withheld, what
 * may be said instead: "interview, archive, June 2019". */
struct str board_words_id(const struct board_words *w, int32_t claim);
struct str board_words_origin(const struct board_words *w, int32_t claim);
struct str board_words_quote(const struct board_words *w, int32_t claim);

/* Who said it for the origin, in the language of the board where the vocabulary has it; may be
 * empty. */
struct str board_words_speaker(const struct board_words *w, int32_t claim);

/* "c07, c08" */
struct str board_words_ids(const struct board_words *w, const int32_t *claims, size_t count);

/* "Almaty and Nur-Sultan", by the names of the scope's first day; "9-10 June and 12 June" */
struct str board_words_place(const struct board_words *w, const struct scope *scope);
struct str board_words_days(const struct board_words *w, const struct scope *scope);

/* When it was said: "11 June", "by 13 June"; empty when nobody knows. */
struct str board_words_said(const struct board_words *w, int32_t claim);

/* "Taken to police, Almaty and Nur-Sultan, 9 June" */
struct str board_words_scope(const struct board_words *w, const struct count_scope *scope);

/* "all", "the state", "without X". */
struct str board_words_believe(const struct board_words *w, struct str believe);

/* "everybody punished had been taken to police": what the assumptions of the mask say. */
struct str board_words_assumptions(const struct board_words *w, uint64_t mask);

/* " if everybody punished had been taken to police", empty when the mask is. */
struct str board_words_if(const struct board_words *w, uint64_t assumes);

/*
 * Who, why, how far apart, and every way out. before (NULL is fine) is the clash that
 * was told just before: one that differs from it by one claim is told by that difference.
 */
struct str board_words_clash(
    const struct board_words *w, const struct clash *clash, const struct clash *before);

/* The same by that one difference; empty when there are more, or before is NULL. */
struct str board_words_clash_again(
    const struct board_words *w, const struct clash *clash, const struct clash *before);

/* "957 - 769 = 188 beyond what X counted at most", the step before the gap; may be empty. */
struct str board_words_clash_beyond(const struct board_words *w, const struct clash *clash);

/* What would dissolve it, on the arena. */
const struct str *board_words_clash_ways(
    const struct board_words *w, const struct clash *clash, size_t *count);

struct str board_words_flag(const struct board_words *w, const struct remark *flag);

#endif
