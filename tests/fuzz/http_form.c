/* libs: http */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"
#include "kit/http/http_form.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define LIMIT 64

/* The first line is the type, the rest the body. What is read is declared, within its limit, and
 * text. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const struct http_field fields[] = {
	    {STR_INIT("a"), LIMIT, false, false}, {STR_INIT("b"), LIMIT, true, true}};
	const struct http_form form = {fields, LENGTH(fields)};
	struct arena *a = arena_new();
	struct str body = {size == 0 ? "" : (const char *)data, size};
	struct str type = str_cut(&body, '\n'), values[LENGTH(fields)];
	struct err e;

	if (http_form_read(a, type, body, &form, values, &e) == 0) {
		assert(values[0].n <= LIMIT && utf8_valid(values[0]));
		assert(values[1].n > 0 && values[1].n <= LIMIT);
	} else {
		assert(e.key[0] != '\0');
	}
	if (http_form_query(a, body, &form, values, &e) == 0)
		assert(utf8_valid(values[0]));
	arena_free(a);
	return 0;
}
