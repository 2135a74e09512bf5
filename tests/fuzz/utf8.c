/* libs: base */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/utf8.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Up to the first bad byte each character gives its own bytes back, and there it gives none. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {size == 0 ? "" : (const char *)data, size};
	size_t bad = utf8_bad(text), at = 0;

	while (at < bad) {
		char room[4];
		size_t from = at;
		size_t n = utf8_put(room, utf8_next(text, &at));
		assert(at - from == n && memcmp(room, text.p + from, n) == 0);
	}
	assert(at == bad && utf8_valid(text) == (bad == size));
	if (bad < size) {
		uint32_t c = utf8_next(text, &at);
		assert(c == UTF8_REPLACEMENT && at == bad + 1);
	}
	while (at < size)
		utf8_next(text, &at);
	assert(at == size);
	return 0;
}
