/* libs: domain archive_fixture */
#include <assert.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/utf8.h"
#include "domain/record/record.h"
#include "stocked.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static struct fixture f;
static struct archive *archive;
static struct arena *lasting;
static struct vocab vocab;

static void
end(void)
{
	archive_close(archive);
	arena_free(lasting);
	fixture_remove(&f);
}

static void
begin(void)
{
	lasting = arena_new();
	archive = stocked_open(&f, lasting, &vocab);
	atexit(end);
}

/* Each row is new, there already, or refused by key; nothing is written when nothing may be. */
static void
judge(struct arena *a, struct record_table *table)
{
	const struct record_writer writer = {archive, a, &vocab, &fixture_stamp};
	int64_t before = archive_entries(archive);
	size_t counted[3] = {0};
	struct err e;

	fixture_must(record_import(&writer, RECORD_DRY, table, &e), &e);
	for (size_t i = 0; i < table->count; i++) {
		const struct record_row *row = &table->rows[i];

		assert((row->verdict == RECORD_REFUSED) == (row->err != NULL));
		assert(row->err == NULL || (row->err->key[0] != '\0' && row->err->code != ERR_BUG));
		counted[row->verdict]++;
	}
	assert(counted[RECORD_REFUSED] == table->refused);
	assert(counted[RECORD_UNCHANGED] == table->unchanged);
	assert(archive_entries(archive) == before);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = {size == 0 ? "" : (const char *)data, size};
	struct record_table table;
	struct csv csv;
	struct err e = {0};

	if (archive == NULL)
		begin();
	struct arena *a = arena_new();
	if (csv_read(a, text, &csv, &e) == 0 && record_table_read(a, &csv, &table, &e) == 0)
		judge(a, &table);
	else
		assert(e.key[0] != '\0' && e.code != ERR_BUG);
	arena_free(a);
	return 0;
}
