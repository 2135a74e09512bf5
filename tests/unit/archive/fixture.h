/*
 * fixture: a folder that goes away, and an index of notes, for the archive's tests.
 * Notes are real ops with a real projector: the archive knows no others than
 * those it is handed.
 */
#ifndef GUVOH_TESTS_ARCHIVE_FIXTURE_H
#define GUVOH_TESTS_ARCHIVE_FIXTURE_H

#include "base/arena.h"
#include "base/str.h"
#include "domain/archive/archive.h"

#define FIXTURE_PATH_BYTES 256
#define FIXTURE_REFUSED STR("refused by its projector")

struct fixture {
	char root[FIXTURE_PATH_BYTES]; /* a temporary folder */
	char dir[FIXTURE_PATH_BYTES];  /* the archive in it */
	char key[FIXTURE_PATH_BYTES];  /* the key file beside it */
	struct archive_place place;
};

extern const struct archive_index fixture_index;
extern const struct archive_index fixture_narrow_index; /* of a program that knows no note.add 2 */
extern const struct archive_stamp fixture_stamp;

/* A new archive under base ("" for the temporary folder), opened by key file. Ends the test on
 * failure. */
void fixture_make(struct fixture *f, const char *base);
void fixture_remove(struct fixture *f);

/* Opens the archive, or ends the program with the error. */
struct archive *fixture_open(const struct fixture *f);

/* One note, its text sealed under key (empty: in the clear). */
int fixture_note(struct archive *a, struct str id, struct str key, struct str text, struct err *e);

/* count notes named PREFIX-0 ... in one append. */
int fixture_notes(struct archive *a, const char *prefix, size_t count, struct err *e);

/* The same entries of an op that stands in the log alone: no table has them. */
int fixture_notes_passed(struct archive *a, const char *prefix, size_t count, struct err *e);

/* The text of a note: 1, 0 when there is none. destroyed may be NULL. */
int fixture_text(
    struct archive *a, struct arena *arena, struct str id, struct str *text, bool *destroyed);

int64_t fixture_count(struct archive *a);

/* Prints the error and ends the program when r is not 0. */
void fixture_must(int r, const struct err *e);

/* Copies, removes a folder with what is in it. */
void fixture_copy(const char *from, const char *to);
void fixture_remove_tree(const char *path);

#endif
