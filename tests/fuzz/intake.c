/* libs: vocab intake seal */
/* A table, and a map before a NUL byte, or none: what becomes of rows, whatever stands in them. */
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

static void
check(const struct record_table *rows)
{
	for (size_t i = 0; i < rows->count; i++) {
		const struct record_statement *s = &rows->rows[i].statement;
		assert(s->record.n > 0 && utf8_valid(s->record) && utf8_valid(s->value));
		assert(s->property.n == 0 || s->value.n > 0);
		assert(i == 0 || rows->rows[i - 1].line <= rows->rows[i].line);
	}
}

/* Of whatever form the columns have. */
static int
guess(struct arena *a, const struct csv *csv, struct intake_map *map, struct err *e)
{
	struct intake_guess guess = {
	    .vocab = &vocab, .table = csv, .kind = STR(""), .parent = STR("act")};

	return intake_form_of(a, csv, STR(""), &guess.form, e) < 0
	    ? -1
	    : intake_map_guess(a, &guess, map, e);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str input = {size == 0 ? "" : (const char *)data, size}, rest = input;
	struct arena *a = arena_new();
	struct intake_map map;
	struct record_table rows;
	struct csv csv;
	struct err e = {0};

	if (lasting == NULL)
		begin();
	struct str head = str_cut(&rest, '\0');
	bool mapped = head.n < input.n;
	int r = csv_read(a, mapped ? rest : input, &csv, &e);
	if (r == 0)
		r = mapped ? intake_map_read(a, head, &map, &e) : guess(a, &csv, &map, &e);
	if (r == 0)
		r = intake_rows(a, &vocab, &csv, &map, &rows, &e);
	if (r == 0)
		check(&rows);
	else
		assert(e.key[0] != '\0' && e.code != ERR_BUG);
	arena_free(a);
	return 0;
}
