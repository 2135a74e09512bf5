#define _GNU_SOURCE
#include "kit/os/local.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

#include "kit/os/clock.h"
#include "kit/os/env.h"
#include "kit/os/file.h"
#include "kit/os/process.h"
#include "kit/os/syserr.h"

#define HEADER_BYTES 2 /* length of a message, big-endian */
#define BACKLOG 16
#define CONNECT_SECONDS 2 /* wait for a place in a full queue */

struct local {
	int fd;
	char *name; /* the socket's path, owned */
	bool listening;
	dev_t device; /* of the socket that listening made */
	ino_t inode;
};

static struct local *
end_new(int fd, const char *name, bool listening)
{
	struct local *l = calloc(1, sizeof(*l));
	char *copy = strdup(name);
	if (l == NULL || copy == NULL)
		abort();
	l->fd = fd;
	l->name = copy;
	l->listening = listening;
	return l;
}

static struct str
name_of(const struct local *l)
{
	return str_of(l->name);
}

int
local_descriptor(const struct local *l)
{
	return l->fd;
}

void
local_leave(struct local *l)
{
	if (l == NULL)
		return;
	close(l->fd);
	free(l->name);
	free(l);
}

void
local_close(struct local *l)
{
	struct stat now;

	if (l == NULL)
		return;
	if (l->listening && lstat(l->name, &now) == 0 && now.st_dev == l->device &&
	    now.st_ino == l->inode)
		(void)unlink(l->name);
	local_leave(l);
}

/* ---- the folder ---- */

int
local_folder(struct arena *a, struct str *out, struct err *e)
{
	struct str runtime = env_get("XDG_RUNTIME_DIR");
	struct str path = str_starts(runtime, STR("/"))
	    ? arena_fmt(a, "%.*s/guvoh", STR_ARG(runtime))
	    : arena_fmt(a, "/tmp/guvoh-%u", (unsigned)geteuid());
	char name[PATH_MAX];
	struct stat facts;

	if (syserr_path(path, name, e) != 0)
		return -1;
	if (mkdir(name, 0700) != 0 && errno != EEXIST)
		return SYSERR(errno, path, e);
	/* lstat: a link here could lead to somebody else's folder. */
	if (lstat(name, &facts) != 0)
		return SYSERR(errno, path, e);
	if (!S_ISDIR(facts.st_mode) || facts.st_uid != geteuid() || (facts.st_mode & 077) != 0)
		return err_fail(e, ERR_DENIED, STR("os.runtime"), path);
	*out = path;
	return 0;
}

/* ---- listening and connecting ---- */

static int
socket_address(struct str path, struct sockaddr_un *out, struct err *e)
{
	memset(out, 0, sizeof(*out));
	out->sun_family = AF_UNIX;
	if (path.n == 0 || path.n >= sizeof(out->sun_path) || str_find(path, '\0') != path.n)
		return err_fail(e, ERR_INPUT, STR("os.path"), path);
	memcpy(out->sun_path, path.p, path.n);
	return 0;
}

static bool
same_user(int fd)
{
	struct ucred peer;
	socklen_t size = sizeof(peer);

	return getsockopt(fd, SOL_SOCKET, SO_PEERCRED, &peer, &size) == 0 && peer.uid == geteuid();
}

/* A connected descriptor, or -1 with errno. */
static int
reach(const struct sockaddr_un *address)
{
	const struct timeval limit = {CONNECT_SECONDS, 0};
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);

	if (fd < 0)
		return -1;
	int failed;
	do {
		failed = setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &limit, sizeof(limit));
		if (failed == 0)
			failed = connect(fd, (const struct sockaddr *)address, sizeof(*address));
	} while (failed != 0 && errno == EINTR);
	if (failed == 0)
		return fd;
	int error = errno;
	close(fd);
	errno = error;
	return -1;
}

int
local_connect(struct str path, struct local **out, struct err *e)
{
	struct sockaddr_un address;

	if (socket_address(path, &address, e) != 0)
		return -1;
	int fd = reach(&address);
	if (fd < 0 && errno == EAGAIN)
		return err_fail(e, ERR_IO, STR("os.slow"), path);
	if (fd < 0)
		return SYSERR(errno == ECONNREFUSED ? ENOENT : errno, path, e);
	if (!same_user(fd)) {
		close(fd);
		return err_fail(e, ERR_DENIED, STR("os.peer"), path);
	}
	*out = end_new(fd, address.sun_path, false);
	return 0;
}

/* Removes what a dead process left, if a socket it is; -1 with errno. */
static int
remove_dead(const char *name)
{
	struct stat facts;

	if (lstat(name, &facts) != 0)
		return -1;
	if (!S_ISSOCK(facts.st_mode)) {
		errno = EEXIST;
		return -1;
	}
	return unlink(name);
}

/* Binds and listens where nobody does; the folder's lock is held. -1 with errno. */
static int
take_place(const struct sockaddr_un *address)
{
	int other = reach(address);
	if (other >= 0) {
		close(other);
		errno = EADDRINUSE;
		return -1;
	}
	if (errno == ECONNREFUSED && remove_dead(address->sun_path) != 0)
		return -1;
	int fd = socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
	if (fd < 0)
		return -1;
	if (bind(fd, (const struct sockaddr *)address, sizeof(*address)) == 0 &&
	    chmod(address->sun_path, 0600) == 0 && listen(fd, BACKLOG) == 0)
		return fd;
	int error = errno;
	close(fd);
	errno = error;
	return -1;
}

/* The locked folder, or -1 with errno: two starting at once must not unlink each other's socket. */
static int
lock_folder(struct str path)
{
	char name[PATH_MAX];
	struct err ignored;
	int failed;

	if (syserr_path(file_folder_of(path), name, &ignored) != 0) {
		errno = ENAMETOOLONG;
		return -1;
	}
	int fd = open(name, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
	if (fd < 0)
		return -1;
	do
		failed = flock(fd, LOCK_EX);
	while (failed != 0 && errno == EINTR);
	return fd;
}

int
local_listen(struct str path, struct local **out, struct err *e)
{
	struct sockaddr_un address;
	struct stat facts = {0};

	if (socket_address(path, &address, e) != 0)
		return -1;
	int lock = lock_folder(path);
	if (lock < 0)
		return SYSERR(errno, path, e);
	int fd = take_place(&address);
	int error = errno;
	if (fd >= 0 && lstat(address.sun_path, &facts) != 0)
		facts = (struct stat){0};
	close(lock);
	if (fd < 0 && (error == EADDRINUSE || error == EAGAIN))
		return err_fail(e, ERR_CONFLICT, STR("os.listening"), path);
	if (fd < 0)
		return SYSERR(error, path, e);
	struct local *l = end_new(fd, address.sun_path, true);
	l->device = facts.st_dev;
	l->inode = facts.st_ino;
	*out = l;
	return 0;
}

int
local_accept(struct local *listening, int milliseconds, struct local **out, struct err *e)
{
	assert(listening->listening);
	if (!process_wait_readable(listening->fd, milliseconds)) {
		*out = NULL;
		return 0;
	}
	int fd = accept4(listening->fd, NULL, NULL, SOCK_CLOEXEC);
	bool gone = fd < 0 && (errno == EAGAIN || errno == ECONNABORTED || errno == EINTR);
	if (fd < 0 && !gone)
		return SYSERR(errno, name_of(listening), e);
	if (fd >= 0 && !same_user(fd)) {
		close(fd);
		gone = true;
	}
	*out = gone ? NULL : end_new(fd, listening->name, false);
	return 0;
}

/* ---- messages ---- */

/* Waits for events until the deadline: 1, 0 when it passed, -1 with errno. */
static int
wait_for(int fd, short events, int64_t deadline)
{
	struct pollfd one = {.fd = fd, .events = events};

	for (;;) {
		int64_t left = (deadline - clock_monotonic() + 999999) / 1000000;
		int n = poll(&one, 1, deadline == INT64_MAX ? -1 : left > 0 ? (int)left : 0);
		if (n >= 0 || errno != EINTR)
			return n;
	}
}

static int64_t
deadline_in(int milliseconds)
{
	return milliseconds < 0 ? INT64_MAX : clock_monotonic() + (int64_t)milliseconds * 1000000;
}

static int
not_ready(int answer, const struct local *l, struct err *e)
{
	if (answer == 0)
		return err_fail(e, ERR_IO, STR("os.slow"), name_of(l));
	return SYSERR(errno, name_of(l), e);
}

static bool
try_again(int error)
{
	return error == EAGAIN || error == EINTR;
}

static bool
other_end_went(int error)
{
	return error == EPIPE || error == ECONNRESET;
}

static int
send_all(struct local *to, const uint8_t *p, size_t n, int64_t deadline, struct err *e)
{
	while (n > 0) {
		int ready = wait_for(to->fd, POLLOUT, deadline);
		if (ready <= 0)
			return not_ready(ready, to, e);
		ssize_t some = send(to->fd, p, n, MSG_NOSIGNAL | MSG_DONTWAIT);
		if (some < 0 && other_end_went(errno))
			return err_fail(e, ERR_NOTFOUND, STR("os.closed"), name_of(to));
		if (some < 0 && !try_again(errno))
			return SYSERR(errno, name_of(to), e);
		if (some > 0) {
			p += some;
			n -= (size_t)some;
		}
	}
	return 0;
}

static int
receive_all(struct local *from, uint8_t *p, size_t n, int64_t deadline, struct err *e)
{
	while (n > 0) {
		int ready = wait_for(from->fd, POLLIN, deadline);
		if (ready <= 0)
			return not_ready(ready, from, e);
		ssize_t some = recv(from->fd, p, n, MSG_DONTWAIT);
		if (some == 0 || (some < 0 && other_end_went(errno)))
			return err_fail(e, ERR_NOTFOUND, STR("os.closed"), name_of(from));
		if (some < 0 && !try_again(errno))
			return SYSERR(errno, name_of(from), e);
		if (some > 0) {
			p += some;
			n -= (size_t)some;
		}
	}
	return 0;
}

int
local_send(struct local *to, const void *bytes, size_t n, int milliseconds, struct err *e)
{
	const uint8_t header[HEADER_BYTES] = {(uint8_t)(n >> 8), (uint8_t)n};
	int64_t deadline = deadline_in(milliseconds);

	assert(n <= LOCAL_MESSAGE_BYTES);
	if (send_all(to, header, sizeof(header), deadline, e) != 0)
		return -1;
	return send_all(to, bytes, n, deadline, e);
}

int
local_receive(
    struct local *from, void *room, size_t size, size_t *n, int milliseconds, struct err *e)
{
	uint8_t header[HEADER_BYTES];
	int64_t deadline = deadline_in(milliseconds);

	if (receive_all(from, header, sizeof(header), deadline, e) != 0)
		goto failed;
	size_t length = (size_t)header[0] << 8 | header[1];
	if (length > size || length > LOCAL_MESSAGE_BYTES) {
		(void)err_fail(e, ERR_LIMIT, STR("os.message"), STR_INT((int64_t)length));
		goto failed;
	}
	if (receive_all(from, room, length, deadline, e) != 0)
		goto failed;
	*n = length;
	return 0;
failed:
	explicit_bzero(room, size);
	return -1;
}
