/* libs: base */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>

#include "base/csv.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void
write_table(struct buf *b, const struct csv *table)
{
	csv_put_row(b, table->names, table->width);
	for (size_t i = 0; i < table->count; i++)
		csv_put_row(b, table->rows[i].fields, table->width);
}

/* A table that can be read is written so that it reads as the same again. */
int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena *a = arena_new();
	struct str text = {size == 0 ? "" : (const char *)data, size};
	struct buf *once = buf_on(a), *twice = buf_on(a);
	struct csv table, back;
	struct err e;

	if (csv_read(a, text, &table, &e) == 0) {
		write_table(once, &table);
		int status = csv_read(a, buf_str(once), &back, &e);
		assert(status == 0 && back.width == table.width && back.count == table.count);
		write_table(twice, &back);
		assert(str_eq(buf_str(once), buf_str(twice)));
		for (size_t i = 0; i < table.count; i++)
			for (size_t k = 0; k < table.width; k++)
				assert(
				    str_eq(table.rows[i].fields[k], csv_field(&back, i, (int)k)));
	} else {
		assert(e.key[0] != '\0');
	}
	arena_free(a);
	return 0;
}
