/*
 * table_file: a table file that a command was given, in whatever form and encoding it is
 * (kit/sheet). Where it is no UTF-8, a note says what it was taken for, and --encoding overrides
 * that.
 */
#ifndef GUVOH_FACE_CLI_TABLE_FILE_H
#define GUVOH_FACE_CLI_TABLE_FILE_H

#include "face/cli/cli.h"
#include "kit/sheet/sheet.h"

/* Reads the file path of at most limit bytes, on a. Errors as file_read_all and sheet_read; their
 * sentence names the file. */
MUST_CHECK int table_file_read(
    struct cli *c, struct arena *a, struct str path, size_t limit, struct csv *out, struct err *e);

/* Says when the header looks like one of the rows, as in a table of people without names of
 * columns; true: it does. */
bool table_file_header_note(struct cli *c, struct str path, const struct csv *table);

/* Says when cells of a list name several people. */
void table_file_several_note(struct cli *c, struct str path, const struct csv *table);

#endif
