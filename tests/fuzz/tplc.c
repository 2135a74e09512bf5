/* libs: base */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "tplc.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* The first byte chooses the kind of file. What is refused has a line and a reason, what is taken
 * none. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const paths[] = {"x.html", "x.xml", "x.json"};
	struct arena *a = arena_new();
	struct tplc c = tplc_begin(a);
	struct str text = {size < 2 ? "" : (const char *)data + 1, size < 2 ? 0 : size - 1};
	const char *path = paths[size == 0 ? 0 : data[0] % LENGTH(paths)];
	size_t lines = 1;

	for (size_t i = 0; i < text.n; i++)
		lines += text.p[i] == '\n';
	bool taken = tplc_file(&c, path, text) && tplc_finish(&c);
	assert(taken == (c.wrong == NULL));
	assert(c.line >= 1 && c.line <= lines);
	arena_free(a);
	return 0;
}
