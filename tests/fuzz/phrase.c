/* libs: claim, lang */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "engine/claim/phrase.h"
#include "kit/lang/fold.h"
#include "kit/lang/lang.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_phrase(const struct phrase *p)
{
	struct interval in = phrase_in_bounds(p);

	assert(p->has_interval != p->modal);
	assert(p->said.low >= 0 && p->said.low <= p->said.high);
	assert(in.low >= 0 && in.low <= p->said.low && in.high >= p->said.high);
	assert(p->number >= 0 && p->number <= PHRASE_MOST && p->place >= 0);
	assert(p->has_number || p->number == 0);
	assert(phrase_tolerance(p) >= 0 && phrase_tolerance(p) <= PHRASE_MOST);
}

/* What can be read obeys the algebra, what cannot is refused with a key; folding is stable. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {size == 0 ? "" : (const char *)data, size};

	for (int lang = 0; lang < LANG_COUNT; lang++) {
		struct phrase p;
		struct err e = {0};
		if (phrase_read(text, lang_code((enum lang)lang), &p, &e) == 0)
			check_phrase(&p);
		else
			assert(e.key[0] != '\0');
	}
	struct arena *a = arena_new();
	struct str once = fold_text(a, text);
	assert(str_eq(fold_text(a, once), once));
	(void)lang_width(text);
	arena_free(a);
	return 0;
}
