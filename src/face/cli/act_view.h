/*
 * act_view: an act in a terminal: who was involved, stage by stage, rights, remedy.
 */
#ifndef GUVOH_FACE_CLI_ACT_VIEW_H
#define GUVOH_FACE_CLI_ACT_VIEW_H

#include "domain/advocacy/advocacy.h"
#include "face/cli/cli.h"

/* Appends the act to out. Rights that nobody speaks of at any stage are named in one sentence. */
void act_view_text(struct cli *c, const struct vocab *vocab, const struct advocacy_act *act);

/* "Authorities of Kazakhstan, European Union": on c->a. */
struct str act_view_list(struct cli *c, const struct advocacy_values *values);

/* Appends a line "label: text", wrapped below itself, indented; nothing when text is empty. */
void act_view_line(struct cli *c, size_t indent, struct str label, struct str text);

#endif
