/*
 * tty: what a person types unseen, and what the terminal can show.
 */
#ifndef GUVOH_KIT_OS_TTY_H
#define GUVOH_KIT_OS_TTY_H

#include "base/err.h"
#include "base/str.h"

/*
 * Reads one line of at most size bytes into room (the caller's locked memory),
 * its length, without the line end, in *n. With a terminal (/dev/tty) the prompt
 * is shown there and nothing typed is, wherever stdin comes from; the terminal is
 * put back on every way out, signals included, which then act as usual. Without
 * one the line comes from stdin, byte by byte, so that what follows it stays
 * unread, and no prompt is shown. Bytes are given as typed: not trimmed, not
 * checked to be UTF-8, not normalised. room is wiped on failure.
 *
 * ERR_LIMIT os.line (size): the line is longer. ERR_INPUT os.end: there was no line.
 */
MUST_CHECK int tty_passphrase(struct str prompt, char *room, size_t size, size_t *n, struct err *e);

/*
 * Shows the prompt on the terminal (/dev/tty) and reads one key that is typed there, without
 * waiting for the end of a line; keys of more than one byte are left out, line ends too. The
 * terminal is put back as above.
 *
 * Returns 0 and sets *key; or -1 with ERR_INPUT os.end: there is no terminal, or it was closed.
 */
MUST_CHECK int tty_key(struct str prompt, char *key, struct err *e);

/* Are these three attached to a terminal? */
bool tty_in(void);
bool tty_out(void);
bool tty_err(void);

/* Columns of stdout's terminal (COLUMNS first); 0 when there is none. */
int tty_width(void);

/* Does the locale of the environment (LC_ALL, LC_CTYPE, LANG) write UTF-8? */
bool tty_utf8(void);

#endif
