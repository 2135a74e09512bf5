/*
 * link_lists: the table files of guvoh link as lists, and their rows as people name them.
 */
#ifndef GUVOH_FACE_CLI_LINK_LISTS_H
#define GUVOH_FACE_CLI_LINK_LISTS_H

#include "engine/link/link.h"
#include "face/cli/cli.h"

/* Rows of a file that name nobody, which its list does not have: empty ones, and those that were
 * taken for totals (engine/link/total.h). */
struct link_left {
	const size_t *rows;     /* from 1, ascending */
	const struct str *said; /* how one says that it is a total; empty: nothing stands there */
	size_t count;
};

struct link_lists {
	struct link_list *at; /* as c->args, then the one of --search */
	struct link_left *left;
	size_t count;
};

/* Reads each of c->args, and has room for one list more; cells on a and the rest on c->a; --sole
 * marks some. A note names each total. Errors as table_file_read; ERR_INPUT
 * cli.link.file: --sole names none of them. */
MUST_CHECK int link_lists_read(
    struct cli *c, struct arena *a, struct link_lists *out, struct err *e);

/* Reads that one, which c->args do not name. Errors as table_file_read. */
MUST_CHECK int link_lists_add(
    struct cli *c, struct arena *a, struct str path, struct link_lists *lists, struct err *e);

/* Rows that were taken for totals, as "totals" of an answer. */
void link_lists_left(const struct cli *c, const struct link_lists *lists, struct json *answer);

/* "12" or "FILE:12", from 1, as a row of all lists one after the other. ERR_NOTFOUND cli.link.row,
 * ERR_INPUT cli.link.total, cli.link.empty (a row that was left out). */
MUST_CHECK int link_lists_row(
    struct cli *c, const struct link_lists *lists, struct str text, size_t *out, struct err *e);

/* The other way round: which of c->args has the row; *row becomes its number there, from 1. */
size_t link_lists_of(const struct cli *c, const struct link_lists *lists, size_t *row);

/* The number in its file, from 1, of the row that a list has as its nth, from 0. */
size_t link_lists_number(const struct link_lists *lists, size_t list, size_t nth);

/* The cells of a row that the list has, by its number in the file. */
const struct str *link_lists_cells(const struct link_lists *lists, size_t list, size_t number);

#endif
