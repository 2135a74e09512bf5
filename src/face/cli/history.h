/*
 * history: words that were typed as arguments and lie in a shell's history, where anybody
 * who reads the home folder finds them. Pure: text in, a number out.
 */
#ifndef GUVOH_FACE_CLI_HISTORY_H
#define GUVOH_FACE_CLI_HISTORY_H

#include "base/str.h"

/* Lines of a shell's history that call guvoh with free text other than "-". */
int64_t history_lines(struct str text);

#endif
