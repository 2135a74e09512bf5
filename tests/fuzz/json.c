/* libs: base */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/json.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static const struct json *
read_again(struct arena *a, const struct buf *b)
{
	struct json *v = NULL;
	struct err e;
	int status = json_read(a, buf_str(b), &v, &e);
	assert(status == 0);
	return v;
}

/* What can be read is written, canonically and for people, so that it reads as the same again. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct buf *canonical = buf_on(a), *pretty = buf_on(a), *again = buf_on(a);
	struct str text = {size == 0 ? "" : (const char *)data, size};
	struct json *v;
	struct err e;

	if (json_read(a, text, &v, &e) == 0) {
		json_write(canonical, v);
		json_write(again, read_again(a, canonical));
		assert(str_eq(buf_str(canonical), buf_str(again)));
		json_write_pretty(pretty, v);
		buf_cut(again, 0);
		json_write(again, read_again(a, pretty));
		assert(str_eq(buf_str(canonical), buf_str(again)));
	} else {
		assert(e.key[0] != '\0');
	}
	arena_free(a);
	return 0;
}
