/*
 * harmless: text on its way to a terminal, without what would steer it.
 * What an archive or a table keeps may hold control characters; the board's own
 * colours are the only escape sequences that pass.
 */
#ifndef GUVOH_FACE_CLI_HARMLESS_H
#define GUVOH_FACE_CLI_HARMLESS_H

#include "base/buf.h"
#include "base/str.h"

/*
 * Appends text with every control character but line end and tab, and every mark that
 * turns the direction of writing, as U+FFFD.
 */
void harmless_put(struct buf *out, struct str text);

#endif
