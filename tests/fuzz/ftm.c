/* libs: vocab intake seal */
/* Entities of FollowTheMoney: whatever stands in a line, it becomes rows, or one with a reason. */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "domain/intake/intake.h"
#include "kit/seal/seal.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct arena *lasting;
static struct vocab vocab;

static void
begin(void)
{
	size_t count;
	struct err e;

	lasting = arena_new();
	const struct vocab_file *files = vocab_shipped(lasting, &count);
	if (seal_start(&e) < 0 || vocab_read(lasting, files, count, &vocab, &e) < 0)
		abort();
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str input = {size == 0 ? "" : (const char *)data, size};
	struct arena *a = arena_new();
	struct intake_ftm ftm;
	struct err e = {0};

	if (lasting == NULL)
		begin();
	(void)intake_ftm_is(input);
	if (intake_ftm_rows(a, &vocab, input, &ftm, &e) < 0) {
		assert(e.key[0] != '\0' && e.code == ERR_INPUT);
		arena_free(a);
		return 0;
	}
	for (size_t i = 0; i < ftm.rows.count; i++) {
		const struct record_row *row = &ftm.rows.rows[i];
		assert(utf8_valid(row->statement.record) && utf8_valid(row->statement.value));
		assert(row->err != NULL || row->statement.record.n > 0);
		assert(row->err != NULL || row->statement.property.n == 0 ||
		    row->statement.value.n > 0);
		assert(i == 0 || ftm.rows.rows[i - 1].line <= row->line);
	}
	arena_free(a);
	return 0;
}
