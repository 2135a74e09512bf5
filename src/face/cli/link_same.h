/*
 * link_same: files of guvoh link that hold the same bytes. Whoever stands in one stands in both, so
 * that two lists say no more than one.
 */
#ifndef GUVOH_FACE_CLI_LINK_SAME_H
#define GUVOH_FACE_CLI_LINK_SAME_H

#include "face/cli/cli.h"

/* Says of each of c->args which one before it is the same: a note, and "same" of an answer where
 * that is not NULL. */
void link_same_say(struct cli *c, struct json *answer);

#endif
