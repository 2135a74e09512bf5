/*
 * press: an archive with a publication about May 2031 and its page, for the tests of reports.
 */
#ifndef GUVOH_TESTS_ERRATA_PRESS_H
#define GUVOH_TESTS_ERRATA_PRESS_H

#include "domain/errata/errata.h"

extern struct arena *press_arena;
extern struct archive *press_archive;
extern struct errata_page press_page; /* of revision 1 in English */

/* Around each test. */
int press_begin(void **state);
int press_end(void **state);

/* Ends the test with the error when r is a failure. */
void press_must(int r, const struct err *e);

struct count_writer press_writer(void);
struct count_reader press_reader(void);

/* A revision in English with this text below the fields of the first. */
void press_revise(const char *text);

/* A report of these words of the page, which suggests them again. */
struct errata_note press_note(const char *words, enum errata_kind kind);

#endif
