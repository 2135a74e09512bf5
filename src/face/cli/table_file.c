#include "face/cli/table_file.h"

#include "kit/os/file.h"

int
table_file_read(struct cli *c, struct str path, size_t limit, struct csv *out, struct err *e)
{
	const struct sheet_wish wish = {.encoding = option_of(&c->line, OPTION_ENCODING)};
	struct sheet sheet;
	struct str bytes;

	if (file_read_all(c->a, path, limit, &bytes, e) != 0 ||
	    sheet_read(c->a, bytes, &wish, &sheet, e) != 0)
		return -1;
	if (wish.encoding.n == 0 && !str_eq(sheet.encoding, STR("utf-8")))
		cli_note(c, STR("cli.table.encoding"), path, sheet.encoding);
	*out = sheet.table;
	return 0;
}
