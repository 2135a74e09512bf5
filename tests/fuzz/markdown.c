/* libs: markdown */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"
#include "kit/markdown/markdown.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Values are numbered in the order of the text; nothing lies too deep; links have our schemes. */
static void
walk(const struct markdown *node, int depth)
{
	for (; node != NULL; node = node->next) {
		assert(depth <= MARKDOWN_DEPTH);
		assert(utf8_valid(node->text));
		assert(node->kind != MARKDOWN_VALUE || node->line > 0);
		assert(node->kind != MARKDOWN_LINK || !str_starts(node->text, STR("javascript")));
		walk(node->first, depth + 1);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct str text = {size == 0 ? "" : (const char *)data, size};
	const struct markdown *root;
	struct err e = {0};

	if (!utf8_valid(text))
		assert(e.key[0] == '\0');
	else if (markdown_read(a, text, &root, &e) == 0)
		walk(root, 0);
	else
		assert(e.key[0] != '\0');
	arena_free(a);
	return 0;
}
