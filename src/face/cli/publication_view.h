/*
 * publication_view: publications, their revisions and what keeps them from being published.
 */
#ifndef GUVOH_FACE_CLI_PUBLICATION_VIEW_H
#define GUVOH_FACE_CLI_PUBLICATION_VIEW_H

#include "domain/publication/publication.h"
#include "face/cli/cli.h"

/* The problem as a sentence in the language of the answer, on c->a. */
struct str publication_view_problem(struct cli *c, const struct publication_problem *problem);

/* As members: slug, lang, revision, key, text. */
void publication_view_problems(
    struct cli *c, struct json *object, const struct publication_problems *problems);

/* A revision's lang, revision, at, by, title, note and state. */
struct json *publication_view_revision(struct cli *c, const struct publication_revision *revision);

#endif
