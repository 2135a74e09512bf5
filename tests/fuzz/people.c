/* Names and dates as strangers write them: the first line is one name, the second another, the
 * third a date. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "engine/link/birth.h"
#include "engine/link/link.h"
#include "kit/lang/name_like.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Likeness lies within 0 to 1, whichever comes first; sounds of a to z have the same sounds again.
 */
static void
names_check(struct arena *a, struct str first, struct str second)
{
	struct name x = name_read(a, first), y = name_read(a, second);
	struct name_like like = name_like(a, &x, &y);

	assert(x.count <= NAME_PARTS && y.count <= NAME_PARTS);
	assert(like.score >= 0 && like.score <= 1);
	for (size_t i = 0; i < x.count; i++) {
		const struct name_part *part = &x.parts[i];
		assert(part->sound.n > 0 && part->stem.n > 0 && part->stem.n <= part->sound.n);
		assert(name_like_sounds(part->sound, part->sound) >= 1);
	}
}

static void
dates_check(struct str text)
{
	struct birth b;

	if (!birth_read(text, &b))
		return;
	assert(b.year >= 1000 && b.year <= 2999 && b.month >= 0 && b.day >= 0);
	assert(birth_compare(b, b) == (birth_is_year(b) ? BIRTH_SAME_YEAR : BIRTH_SAME));
}

/* Three lines as a list of one column, which are linked or refused. */
static void
list_check(struct arena *a, const struct str cells[3])
{
	static const struct str names[] = {STR_INIT("name")};
	struct link_list list = {.names = names, .cells = cells, .width = 1, .rows = 3};
	struct link_question q = {.lists = &list, .n_lists = 1};
	struct link_result result;
	struct err e = {0};

	if (link_rows(a, &q, &result, &e) == 0)
		assert(result.clusters >= 1 && result.clusters <= 3);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct str rest = {size == 0 ? "" : (const char *)data, size};
	struct str lines[3];

	for (size_t i = 0; i < 3; i++)
		lines[i] = str_cut(&rest, '\n');
	names_check(a, lines[0], lines[1]);
	dates_check(lines[2]);
	if (size % 16 == 0) /* it takes long */
		list_check(a, lines);
	arena_free(a);
	return 0;
}
