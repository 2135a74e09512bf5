#include "face/site/site_kept.h"

struct kept {
	struct str event;
	struct count_board board;
};

struct site_kept {
	struct arena *a;
	struct kept *at;
	size_t count, capacity;
};

struct site_kept *
site_kept_new(struct arena *a)
{
	struct site_kept *k = ARENA_NEW(a, struct site_kept);

	k->a = a;
	return k;
}

int
site_kept_board(struct site_kept *k, struct db *db, const struct vocab *vocab, struct str event,
    struct count_board *out, struct err *e)
{
	const struct count_reader reader = {db, k->a, vocab};
	const struct count_question all = {0};
	struct count_claims claims;
	struct count_board board;

	for (size_t i = 0; i < k->count; i++) {
		if (str_eq(k->at[i].event, event)) {
			*out = k->at[i].board;
			return 0;
		}
	}
	if (count_public(&reader, event, &claims, e) != 0 ||
	    count_board(k->a, vocab, claims, &all, &board, e) != 0)
		return -1;
	k->at = arena_grow(k->a, k->at, k->count, &k->capacity, sizeof(*k->at));
	k->at[k->count++] = (struct kept){arena_str(k->a, event), board};
	*out = board;
	return 0;
}
