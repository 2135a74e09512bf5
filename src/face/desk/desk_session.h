/*
 * desk_session: who has come in. A code is shown once in the terminal, opens one session
 * within ten minutes, and is void after a few wrong tries; a session ends when it has not
 * been used for hours, or with the process. Both are kept in locked memory and in no file.
 */
#ifndef GUVOH_FACE_DESK_DESK_SESSION_H
#define GUVOH_FACE_DESK_DESK_SESSION_H

#include "base/arena.h"

#define DESK_CODE_BYTES 23   /* "abcde-fghij-klmno-pqrst": 100 bits */
#define DESK_TOKEN_BYTES 52  /* 260 bits */
#define DESK_CODE_MINUTES 10 /* how long a code may wait */
#define DESK_SESSION_HOURS 8 /* since the last request */

struct desk_sessions;

struct desk_sessions *desk_sessions_new(void);
void desk_sessions_free(struct desk_sessions *s); /* NULL is fine; wipes */

/* A new code into room, NUL-ended; the one before is void. Any thread, as all below. */
void desk_session_code(struct desk_sessions *s, char room[DESK_CODE_BYTES + 1]);

/*
 * Takes a code, blanks and capitals as they may be typed, and begins a session whose token
 * goes into room. now: clock_monotonic. False when the code is not the one, or too old.
 */
bool desk_session_begin(
    struct desk_sessions *s, struct str code, int64_t now, char room[DESK_TOKEN_BYTES + 1]);

/* Is there a session of that token? Its hours start again. */
bool desk_session_known(struct desk_sessions *s, struct str token, int64_t now);

/*
 * What a session has answered (desk_trail): a pair of the page of an event, one that was taken
 * back, and the last one that was not, on a; empty: none. A token of no session changes nothing.
 */
void desk_session_answered(
    struct desk_sessions *s, struct str token, struct str event, struct str pair);
void desk_session_undone(
    struct desk_sessions *s, struct str token, struct str event, struct str pair);
struct str desk_session_last(
    struct desk_sessions *s, struct arena *a, struct str token, struct str event);

/* Ends it, if it is one. */
void desk_session_end(struct desk_sessions *s, struct str token);

#endif
