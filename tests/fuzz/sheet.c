/* libs: sheet */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/utf8.h"
#include "kit/sheet/sheet.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
check_text(struct str s)
{
	assert(utf8_valid(s) && str_find(s, '\0') == s.n);
}

/* Every name and field of a table that was read is UTF-8 without NUL; a refusal has its sentence.
 */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct str bytes = {size == 0 ? "" : (const char *)data, size};
	const struct sheet_wish wish = {.encoding = STR(""), .name = STR("")};
	struct sheet sheet;
	struct err e = {0};

	if (sheet_read(a, bytes, &wish, &sheet, &e) == 0) {
		assert(sheet.table.width > 0 && sheet.table.width <= CSV_COLUMNS);
		for (size_t k = 0; k < sheet.table.width; k++) {
			assert(sheet.table.names[k].n > 0);
			check_text(sheet.table.names[k]);
		}
		for (size_t i = 0; i < sheet.table.count; i++)
			for (size_t k = 0; k < sheet.table.width; k++)
				check_text(csv_field(&sheet.table, i, (int)k));
	} else {
		assert(e.key[0] != '\0' && e.code != ERR_BUG);
	}
	arena_free(a);
	return 0;
}
