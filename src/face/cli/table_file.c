#include "face/cli/table_file.h"

#include "engine/link/header.h"
#include "engine/link/several.h"
#include "face/cli/progress.h"
#include "kit/os/file.h"

int
table_file_read(
    struct cli *c, struct arena *a, struct str path, size_t limit, struct csv *out, struct err *e)
{
	const struct sheet_wish wish = {
	    .encoding = option_of(&c->line, OPTION_ENCODING),
	    .name = option_of(&c->line, OPTION_SHEET),
	};
	struct arena *own = arena_new();
	struct sheet sheet;
	struct str bytes;
	struct progress_wait *wait = progress_wait_begin(c, STR("cli.progress.reading"));
	bool failed = file_read_all(own, path, limit, &bytes, e) != 0 ||
	    sheet_read(a, bytes, &wish, &sheet, e) != 0;

	progress_wait_end(wait);
	arena_free(own);
	if (failed) {
		/* What the system refuses is named in its own sentence. */
		if (!str_starts(str_of(e->key), STR("os.")))
			c->unread = path;
		return -1;
	}
	if (wish.encoding.n == 0 && !str_eq(sheet.encoding, STR("utf-8")))
		cli_note(c, STR("cli.table.encoding"), path, sheet.encoding);
	if (wish.name.n == 0 && sheet.n_names > 1)
		cli_note(c, STR("cli.table.sheet"), path, sheet.name, sheet.names);
	if (sheet.errors > 0)
		cli_note(c, STR("cli.table.errors"), STR_INT((int64_t)sheet.errors), path);
	*out = sheet.table;
	return 0;
}

bool
table_file_header_note(struct cli *c, struct str path, const struct csv *table)
{
	size_t column = header_column_of_row(table);

	if (column > 0)
		cli_note(c, STR("cli.table.header"), path, STR_INT((int64_t)column));
	return column > 0;
}

void
table_file_several_note(struct cli *c, struct str path, const struct csv *table)
{
	struct several found = several_of_table(table);

	if (found.rows > 0)
		cli_note(c, STR("cli.table.several"), STR_INT((int64_t)found.rows), path,
		    STR_INT((int64_t)found.line));
}
