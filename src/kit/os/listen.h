/*
 * listen: a port on this machine's own address, for whoever speaks a protocol over it.
 */
#ifndef GUVOH_KIT_OS_LISTEN_H
#define GUVOH_KIT_OS_LISTEN_H

#include "base/err.h"

/*
 * Listens on 127.0.0.1 at port (0: any that is free), close-on-exec and not blocking.
 * The descriptor in *fd is the caller's; *got (NULL is fine) is the port.
 *
 * Returns 0; or -1 with ERR_INPUT os.port-number (not 0 to 65535), ERR_CONFLICT os.port
 * (another program listens there), ERR_DENIED os.denied.
 */
MUST_CHECK int listen_loopback(int port, int *fd, int *got, struct err *e);

/* Gives the descriptor back. */
void listen_end(int fd);

/* Ends what is being said on a connection of somebody else's, who then closes it. */
void listen_cut(int fd);

#endif
