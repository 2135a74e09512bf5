/*
 * local: small messages between processes of one user, over a Unix socket.
 * Both ends ask the kernel who the other is (SO_PEERCRED) and speak only to the
 * same user id; root's processes are not exempt. The folder of the socket is the
 * user's, 0700. A message crosses the kernel's memory, which is never swapped.
 */
#ifndef GUVOH_KIT_OS_LOCAL_H
#define GUVOH_KIT_OS_LOCAL_H

#include "base/arena.h"
#include "base/err.h"
#include "base/str.h"

#define LOCAL_MESSAGE_BYTES 4096 /* longest message */

struct local; /* one end: listening or connected */

/*
 * The folder for sockets, made when missing: XDG_RUNTIME_DIR/guvoh, or
 * /tmp/guvoh-UID. ERR_DENIED os.runtime when it is a link, somebody else's, or
 * open to others: then nothing may be put there.
 */
MUST_CHECK int local_folder(struct arena *a, struct str *out, struct err *e);

/*
 * Listens at path. A socket that a dead process left is replaced; where
 * a living one listens: ERR_CONFLICT os.listening. Where something else lies:
 * ERR_CONFLICT os.exists. ERR_INPUT os.path for a path over 107 bytes.
 */
MUST_CHECK int local_listen(struct str path, struct local **out, struct err *e);

/*
 * Waits up to milliseconds (< 0: no limit) for a process of the same user.
 * *out is NULL when none came in time, or one of another user did and was sent away.
 */
MUST_CHECK int local_accept(
    struct local *listening, int milliseconds, struct local **out, struct err *e);

/*
 * ERR_NOTFOUND os.missing: nobody listens at path. ERR_DENIED os.peer: somebody
 * of another user does.
 */
MUST_CHECK int local_connect(struct str path, struct local **out, struct err *e);

/* Sends one message of 0 to LOCAL_MESSAGE_BYTES bytes, whole, within milliseconds. */
MUST_CHECK int local_send(
    struct local *to, const void *bytes, size_t n, int milliseconds, struct err *e);

/*
 * Receives one message of at most size bytes into room, whole, within
 * milliseconds. On failure room is wiped. ERR_IO os.slow: not in time.
 * ERR_NOTFOUND os.closed: the other end went. ERR_LIMIT os.message: too long.
 */
MUST_CHECK int local_receive(
    struct local *from, void *room, size_t size, size_t *n, int milliseconds, struct err *e);

/* The descriptor, for process_background and poll. */
int local_descriptor(const struct local *l);

/* Lets go of an end without removing its socket: another process has taken it over. NULL is fine.
 */
void local_leave(struct local *l);

/* NULL is fine. A listening end also removes its socket, unless another process put one there. */
void local_close(struct local *l);

#endif
