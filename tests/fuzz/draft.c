/* libs: publication */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "domain/publication/internal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The file of a revision is refused by key, or its values are those of its two trees in order. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct str file = {size == 0 ? "" : (const char *)data, size};
	struct publication_draft draft;
	struct publication_text text;
	struct err e = {0};

	if (publication_draft_read(a, file, &draft, &e) == 0 &&
	    publication_text_read(a, &draft, &text, &e) == 0) {
		assert(text.n_dek <= text.n && draft.text_line > 1);
		for (size_t i = 0; i < text.n; i++) {
			assert(text.values[i].live < PUBLICATION_LIVES);
			assert(text.values[i].subject.n > 0 && text.values[i].line > 1);
			assert(i >= text.n_dek || !publication_is_block(text.values[i].live));
		}
	} else {
		assert(e.key[0] != '\0');
	}
	arena_free(a);
	return 0;
}
