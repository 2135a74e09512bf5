/*
 * site_kept: the boards that the pages of one state of the archive share. What follows from the
 * figures of an event takes far longer to find than a page takes to write.
 */
#ifndef GUVOH_FACE_SITE_SITE_KEPT_H
#define GUVOH_FACE_SITE_SITE_KEPT_H

#include "domain/count/board.h"

struct db;
struct site_kept;

/* Lies on a, and so do all boards. For one thread at a time, and for one state of the archive. */
struct site_kept *site_kept_new(struct arena *a);

/*
 * The board of the public figures of an event; n_scopes is 0 where nobody gave one. db and
 * vocab are the same at every call; vocab lives as long. Errors are those of count_public.
 */
MUST_CHECK int site_kept_board(struct site_kept *k, struct db *db, const struct vocab *vocab,
    struct str event, struct count_board *out, struct err *e);

#endif
