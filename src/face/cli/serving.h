/*
 * serving: how other commands reach the server of an archive: over a socket that only the
 * same user reaches, named after the archive.
 */
#ifndef GUVOH_FACE_CLI_SERVING_H
#define GUVOH_FACE_CLI_SERVING_H

#include "domain/archive/archive.h"
#include "face/cli/cli.h"
#include "kit/os/local.h"

#define SERVING_CODE STR("code") /* asks for a new link to the desk; the answer is the link */
#define SERVING_END STR("end")   /* ends the server; the answer comes when it has begun to */

/* Listens for what follows. ERR_CONFLICT cli.serve.running when a server does already. */
MUST_CHECK int serving_listen(
    struct cli *c, const struct archive_place *place, struct local **out, struct err *e);

/*
 * Asks the server of the archive at place; its answer, if any, lies on c->a.
 *
 * Returns 1; 0 when there is no such server; or -1.
 */
MUST_CHECK int serving_ask(struct cli *c, const struct archive_place *place, struct str question,
    struct str *answer, struct err *e);

#define SERVING_QUESTION_BYTES 8

/*
 * Waits up to milliseconds for a question, which goes into room; *from is its end, to be
 * answered. NULL when none came; a failure of who asked is none of ours.
 */
void serving_wait(struct local *listening, int milliseconds, struct local **from,
    char room[SERVING_QUESTION_BYTES + 1]);

/* Answers, and closes from. */
void serving_answer(struct local *from, struct str answer);

#endif
