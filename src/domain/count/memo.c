/* What is made once while the index stands still: boards that the public may see, for each
 * question. */
#include "domain/count/board.h"
#include "domain/count/documented.h"

struct memo_row {
	struct str key;
	const void *made;
};

struct count_memo {
	struct arena *a;
	struct memo_row *rows;
	size_t count, capacity;
};

struct count_memo *
count_memo_new(struct arena *a)
{
	struct count_memo *memo = ARENA_NEW(a, struct count_memo);

	memo->a = a;
	return memo;
}

const void *
count_memo_find(const struct count_memo *memo, struct str key)
{
	for (size_t i = 0; i < memo->count; i++)
		if (str_eq(memo->rows[i].key, key))
			return memo->rows[i].made;
	return NULL;
}

void
count_memo_keep(struct count_memo *memo, struct str key, const void *made)
{
	memo->rows =
	    arena_grow(memo->a, memo->rows, memo->count, &memo->capacity, sizeof *memo->rows);
	memo->rows[memo->count++] = (struct memo_row){arena_str(memo->a, key), made};
}

struct arena *
count_memo_arena(const struct count_memo *memo)
{
	return memo->a;
}

/* Event and question, every part with its length, so that two never look alike. */
static void
key_put(struct buf *key, struct str part)
{
	buf_fmt(key, "%zu:%.*s", part.n, STR_ARG(part));
}

static struct str
key_of(struct arena *a, struct str event, const struct count_question *q)
{
	const struct str parts[] = {
	    event, q->measure, q->unit, q->who, q->place, q->days, q->time, q->day_of};
	struct buf *key = buf_on(a);

	buf_put(key, STR("count "));
	for (size_t i = 0; i < LENGTH(parts); i++)
		key_put(key, parts[i]);
	for (size_t i = 0; i < q->n_believe; i++)
		key_put(key, q->believe[i]);
	buf_putc(key, '|');
	for (size_t i = 0; i < q->n_assume; i++)
		key_put(key, q->assume[i]);
	return buf_str(key);
}

static struct count_question
question_kept(struct arena *a, const struct count_question *q)
{
	struct str *believe = ARENA_ARRAY(a, struct str, q->n_believe);
	struct str *assume = ARENA_ARRAY(a, struct str, q->n_assume);

	for (size_t i = 0; i < q->n_believe; i++)
		believe[i] = arena_str(a, q->believe[i]);
	for (size_t i = 0; i < q->n_assume; i++)
		assume[i] = arena_str(a, q->assume[i]);
	return (struct count_question){
	    .measure = arena_str(a, q->measure),
	    .unit = arena_str(a, q->unit),
	    .who = arena_str(a, q->who),
	    .place = arena_str(a, q->place),
	    .days = arena_str(a, q->days),
	    .time = arena_str(a, q->time),
	    .day_of = arena_str(a, q->day_of),
	    .believe = believe,
	    .n_believe = q->n_believe,
	    .assume = assume,
	    .n_assume = q->n_assume,
	};
}

/* On the arena of r, which may be the memo's: then question lives as long as the board. */
static int
board_make(const struct count_reader *r, struct str event, const struct count_question *question,
    const struct count_board **out, struct err *e)
{
	const struct viewer everybody = {VIEWER_PUBLIC};
	struct count_board *board = ARENA_NEW(r->arena, struct count_board);
	struct count_claims claims;

	if (count_public(r, event, &claims, e) != 0 ||
	    count_documented_add(r, everybody, event, &claims, e) != 0 ||
	    count_board(r->arena, r->vocab, claims, question, board, e) != 0)
		return -1;
	*out = board;
	return 0;
}

int
count_public_board(const struct count_reader *reader, struct str event,
    const struct count_question *question, const struct count_board **out, struct err *e)
{
	struct count_memo *memo = reader->memo;

	if (memo == NULL)
		return board_make(reader, event, question, out, e);
	struct str key = key_of(reader->arena, event, question);
	const struct count_board *board = count_memo_find(memo, key);
	if (board != NULL) {
		*out = board;
		return 0;
	}
	const struct count_reader keeper = {reader->db, memo->a, reader->vocab, NULL};
	struct count_question *kept = ARENA_NEW(memo->a, struct count_question);
	*kept = question_kept(memo->a, question);
	if (board_make(&keeper, arena_str(memo->a, event), kept, out, e) != 0)
		return -1;
	count_memo_keep(memo, key, *out);
	return 0;
}
