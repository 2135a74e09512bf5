#define _GNU_SOURCE
#include "kit/os/process.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <poll.h>
#include <sched.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include "kit/os/clock.h"
#include "kit/os/syserr.h"

/* For reading only: what is written to a closed output fails instead of vanishing. */
static bool
open_standard_descriptors(void)
{
	int fd;

	do
		fd = open("/dev/null", O_RDONLY);
	while (fd >= 0 && fd <= 2);
	if (fd < 0)
		return false;
	close(fd);
	return true;
}

bool
process_harden(void)
{
	const struct rlimit none = {0, 0};
	bool done = open_standard_descriptors();

	umask(077);
	done &= signal(SIGPIPE, SIG_IGN) != SIG_ERR;
	done &= setrlimit(RLIMIT_CORE, &none) == 0;
	done &= prctl(PR_SET_DUMPABLE, 0, 0, 0, 0) == 0;
	return done;
}

static void
close_all_but(int keep)
{
	if (keep < 3) {
		close_range(3, UINT_MAX, 0);
		return;
	}
	if (keep > 3)
		close_range(3, (unsigned)keep - 1, 0);
	close_range((unsigned)keep + 1, UINT_MAX, 0);
}

/* In the new process; the byte on ready tells the caller that all went well. */
static bool
settle(int keep, int ready)
{
	int null = open("/dev/null", O_RDWR | O_CLOEXEC);

	if (null < 0 || chdir("/") != 0)
		return false;
	for (int fd = 0; fd <= 2; fd++)
		if (dup2(null, fd) != fd)
			return false;
	if (write(ready, "1", 1) != 1)
		return false;
	close_all_but(keep);
	return true;
}

/* In the middle process; returns in the new one only. */
static void
detach(int keep, int ready)
{
	if (setsid() < 0)
		_exit(1);
	pid_t last = fork();
	if (last != 0)
		_exit(last < 0);
	if (!settle(keep, ready))
		_exit(1);
}

int
process_background(int keep, bool *background, struct err *e)
{
	int ready[2];
	char byte;

	if (pipe2(ready, O_CLOEXEC) != 0)
		return SYSERR(errno, STR("pipe"), e);
	pid_t middle = fork();
	if (middle < 0) {
		int error = errno;
		close(ready[0]);
		close(ready[1]);
		return SYSERR(error, STR("fork"), e);
	}
	if (middle == 0) {
		detach(keep, ready[1]);
		*background = true;
		return 0;
	}
	close(ready[1]);
	while (waitpid(middle, NULL, 0) < 0 && errno == EINTR)
		continue;
	ssize_t got;
	do
		got = read(ready[0], &byte, 1);
	while (got < 0 && errno == EINTR);
	close(ready[0]);
	if (got != 1)
		return err_fail(e, ERR_IO, STR("os.background"));
	*background = false;
	return 0;
}

static sigset_t
quit_signals(void)
{
	sigset_t set;

	sigemptyset(&set);
	sigaddset(&set, SIGINT);
	sigaddset(&set, SIGTERM);
	sigaddset(&set, SIGHUP);
	return set;
}

void
process_quit_catch(void)
{
	const sigset_t set = quit_signals();

	(void)pthread_sigmask(SIG_BLOCK, &set, NULL);
}

bool
process_quit(int milliseconds)
{
	const sigset_t set = quit_signals();
	const struct timespec wait = {
	    .tv_sec = milliseconds / 1000, .tv_nsec = milliseconds % 1000 * 1000000L};

	return sigtimedwait(&set, NULL, &wait) > 0;
}

unsigned
process_cores(void)
{
	cpu_set_t set;
	int n = sched_getaffinity(0, sizeof set, &set) == 0 ? CPU_COUNT(&set) : 1;

	return n > 0 ? (unsigned)n : 1;
}

bool
process_wait_readable(int fd, int milliseconds)
{
	int64_t deadline = clock_monotonic() + (int64_t)milliseconds * 1000000;
	struct pollfd one = {.fd = fd, .events = POLLIN};

	assert(fd >= 0);
	for (;;) {
		int64_t left = (deadline - clock_monotonic() + 999999) / 1000000;
		int wait = milliseconds < 0 ? -1 : left > 0 ? (int)left : 0;
		int n = poll(&one, 1, wait);
		if (n > 0)
			return true;
		if (n == 0 || errno != EINTR)
			return false;
	}
}
