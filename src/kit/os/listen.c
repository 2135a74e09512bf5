#define _GNU_SOURCE
#include "kit/os/listen.h"

#include <arpa/inet.h>
#include <errno.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include "kit/os/syserr.h"

#define BACKLOG 512

/* -1 with errno. */
static int
take_port(int fd, int port, int *got)
{
	struct sockaddr_in address = {.sin_family = AF_INET,
	    .sin_port = htons((uint16_t)port),
	    .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
	socklen_t size = sizeof address;
	const int yes = 1;

	/* A port that a server left a moment ago is free. */
	if (setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) != 0 ||
	    bind(fd, (const struct sockaddr *)&address, sizeof address) != 0 ||
	    listen(fd, BACKLOG) != 0 || getsockname(fd, (struct sockaddr *)&address, &size) != 0)
		return -1;
	if (got != NULL)
		*got = ntohs(address.sin_port);
	return 0;
}

int
listen_loopback(int port, int *fd, int *got, struct err *e)
{
	if (port < 0 || port > UINT16_MAX)
		return err_fail(e, ERR_INPUT, STR("os.port-number"), STR_INT(port));
	int s = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (s < 0)
		return SYSERR(errno, STR_INT(port), e);
	if (take_port(s, port, got) == 0) {
		*fd = s;
		return 0;
	}
	int error = errno;
	close(s);
	if (error == EADDRINUSE)
		return err_fail(e, ERR_CONFLICT, STR("os.port"), STR_INT(port));
	return SYSERR(error, STR_INT(port), e);
}

void
listen_end(int fd)
{
	(void)close(fd);
}

void
listen_cut(int fd)
{
	(void)shutdown(fd, SHUT_RDWR);
}
