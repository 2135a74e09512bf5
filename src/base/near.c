#include "base/near.h"

#define NAME_BYTES 40 /* longer words are near to nothing */

static size_t
least(size_t a, size_t b)
{
	return a < b ? a : b;
}

static size_t
edits(struct str a, struct str b)
{
	size_t row[NAME_BYTES + 1];

	for (size_t j = 0; j <= b.n; j++)
		row[j] = j;
	for (size_t i = 1; i <= a.n; i++) {
		size_t diagonal = row[0];
		row[0] = i;
		for (size_t j = 1; j <= b.n; j++) {
			size_t change = diagonal + (a.p[i - 1] != b.p[j - 1]);
			diagonal = row[j];
			row[j] = least(change, least(row[j], row[j - 1]) + 1);
		}
	}
	return row[b.n];
}

struct str
near_find(struct str word, const struct str *names, size_t count)
{
	struct str best = STR("");
	size_t allowed = word.n / 3 > 0 ? word.n / 3 : 1;

	if (word.n > NAME_BYTES)
		return best;
	for (size_t i = 0; i < count; i++) {
		if (names[i].n > NAME_BYTES)
			continue;
		size_t distance = edits(word, names[i]);
		if (distance <= allowed && distance < names[i].n) {
			best = names[i];
			allowed = distance > 0 ? distance - 1 : 0;
		}
	}
	return best;
}
