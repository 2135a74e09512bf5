/*
 * link_lists: the table files of guvoh link as lists, and their rows as people name them.
 */
#ifndef GUVOH_FACE_CLI_LINK_LISTS_H
#define GUVOH_FACE_CLI_LINK_LISTS_H

#include "engine/link/link.h"
#include "face/cli/cli.h"

/* Reads each of c->args into lists, which has room for them, cells on a and the rest on c->a;
 * --sole marks some. Errors as table_file_read; ERR_INPUT cli.link.file: --sole names none of them.
 */
MUST_CHECK int link_lists_read(
    struct cli *c, struct arena *a, struct link_list *lists, struct err *e);

/* Reads one more, which c->args do not name. Errors as table_file_read. */
MUST_CHECK int link_lists_add(
    struct cli *c, struct arena *a, struct str path, struct link_list *out, struct err *e);

/* "12" or "FILE:12", from 1, as a row of all lists one after the other. ERR_NOTFOUND cli.link.row.
 */
MUST_CHECK int link_lists_row(
    struct cli *c, const struct link_list *lists, struct str text, size_t *out, struct err *e);

/* The other way round: which of c->args has the row; *row becomes its number there, from 1. */
size_t link_lists_of(const struct cli *c, const struct link_list *lists, size_t *row);

#endif
