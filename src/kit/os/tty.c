#define _GNU_SOURCE
#include "kit/os/tty.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "kit/os/env.h"
#include "kit/os/syserr.h"

/* Signals that must not leave the terminal without its echo. */
static const int caught[] = {SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGALRM, SIGTSTP, SIGTTIN, SIGTTOU};

static volatile sig_atomic_t arrived; /* the last of them, 0: none */

static void
note(int number)
{
	arrived = number;
}

struct guard {
	struct termios before;
	sigset_t mask;
	struct sigaction action[LENGTH(caught)];
};

static void
guard_off(int fd, struct guard *g)
{
	tcsetattr(fd, TCSAFLUSH, &g->before);
	for (size_t i = 0; i < LENGTH(caught); i++)
		sigaction(caught[i], &g->action[i], NULL);
	if (arrived != 0)
		raise(arrived);
	sigprocmask(SIG_SETMASK, &g->mask, NULL);
}

/* The signals are blocked but while ppoll waits, so none can slip in before it. */
static bool
guard_on(int fd, tcflag_t hidden, struct guard *g)
{
	struct sigaction action = {.sa_handler = note};
	sigset_t block;

	if (tcgetattr(fd, &g->before) != 0)
		return false;
	arrived = 0;
	sigemptyset(&block);
	for (size_t i = 0; i < LENGTH(caught); i++)
		sigaddset(&block, caught[i]);
	sigprocmask(SIG_BLOCK, &block, &g->mask);
	for (size_t i = 0; i < LENGTH(caught); i++) {
		sigaction(caught[i], NULL, &g->action[i]);
		if (g->action[i].sa_handler != SIG_IGN)
			sigaction(caught[i], &action, NULL);
	}
	struct termios unseen = g->before;
	unseen.c_lflag = ((unseen.c_lflag | ICANON) & ~hidden) | ISIG;
	unseen.c_cc[VMIN] = 1;
	unseen.c_cc[VTIME] = 0;
	if (tcsetattr(fd, TCSAFLUSH, &unseen) == 0)
		return true;
	guard_off(fd, g);
	return false;
}

/* One byte: 1, 0 at the end, -1 with errno (EINTR: one of the signals). */
static int
read_byte(int fd, const sigset_t *mask, char *c)
{
	struct pollfd one = {.fd = fd, .events = POLLIN};

	if (mask != NULL && ppoll(&one, 1, NULL, mask) < 0)
		return -1;
	ssize_t got;
	do
		got = read(fd, c, 1);
	while (got < 0 && errno == EINTR && mask == NULL);
	return (int)got;
}

struct line_source {
	int fd;
	const sigset_t *mask; /* while waiting; NULL: signals are as ever */
	struct str name;
};

static int
read_line(const struct line_source *from, char *room, size_t size, size_t *n, struct err *e)
{
	size_t length = 0;
	char c = '\0';
	int got;

	while ((got = read_byte(from->fd, from->mask, &c)) == 1 && c != '\n') {
		if (length < size)
			room[length] = c;
		length++;
	}
	explicit_bzero(&c, 1);
	if (got < 0)
		return SYSERR(errno, from->name, e);
	if (got == 0 && length == 0)
		return err_fail(e, ERR_INPUT, STR("os.end"));
	if (length > size)
		return err_fail(e, ERR_LIMIT, STR("os.line"), STR_INT((int64_t)size));
	*n = length;
	return 0;
}

static bool
was_stopped(void)
{
	return arrived == SIGTSTP || arrived == SIGTTIN || arrived == SIGTTOU;
}

static void
show(int fd, struct str text)
{
	/* A prompt that cannot be shown is no reason not to read. */
	if (write(fd, text.p, text.n) < 0)
		return;
}

static int
ask(int fd, struct str prompt, char *room, size_t size, size_t *n, struct err *e)
{
	const struct str name = STR("/dev/tty");
	struct guard g;
	int failed;

	do {
		if (!guard_on(fd, ECHO | ECHONL, &g))
			return SYSERR(errno, name, e);
		show(fd, prompt);
		failed = read_line(&(struct line_source){fd, &g.mask, name}, room, size, n, e);
		show(fd, STR("\n"));
		guard_off(fd, &g);
	} while (failed != 0 && was_stopped());
	return failed;
}

int
tty_passphrase(struct str prompt, char *room, size_t size, size_t *n, struct err *e)
{
	const struct line_source in = {STDIN_FILENO, NULL, STR_INIT("stdin")};
	int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	int failed = fd < 0 ? read_line(&in, room, size, n, e) : ask(fd, prompt, room, size, n, e);

	if (failed != 0)
		explicit_bzero(room, size);
	if (fd >= 0)
		close(fd);
	return failed;
}

/* The first byte that is a key of its own; what follows the first byte of a longer one goes with
 * it. */
static int
read_key(int fd, const sigset_t *mask, char *key, struct err *e)
{
	int got;

	do
		got = read_byte(fd, mask, key);
	while (got == 1 && ((unsigned char)*key >= 0x7f || *key < ' '));
	if (got < 0)
		return SYSERR(errno, STR("/dev/tty"), e);
	return got == 0 ? err_fail(e, ERR_INPUT, STR("os.end")) : 0;
}

int
tty_key(struct str prompt, char *key, struct err *e)
{
	int fd = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
	struct guard g;
	int failed;

	if (fd < 0)
		return err_fail(e, ERR_INPUT, STR("os.end"));
	do {
		if (!guard_on(fd, ECHO | ECHONL | ICANON, &g)) {
			failed = SYSERR(errno, STR("/dev/tty"), e);
			break;
		}
		show(fd, prompt);
		failed = read_key(fd, &g.mask, key, e);
		show(fd, STR("\n"));
		guard_off(fd, &g);
	} while (failed != 0 && was_stopped());
	close(fd);
	return failed;
}

bool
tty_in(void)
{
	return isatty(STDIN_FILENO) == 1;
}

bool
tty_out(void)
{
	return isatty(STDOUT_FILENO) == 1;
}

bool
tty_err(void)
{
	return isatty(STDERR_FILENO) == 1;
}

int
tty_width(void)
{
	struct winsize size = {0};
	int64_t columns;

	if (str_to_int(env_get("COLUMNS"), &columns) && columns > 0 && columns <= 10000)
		return (int)columns;
	if (ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0)
		return size.ws_col;
	return 0;
}

static bool
names_utf8(struct str codeset)
{
	static const struct str spellings[] = {
	    STR_INIT("UTF-8"), STR_INIT("utf-8"), STR_INIT("UTF8"), STR_INIT("utf8")};

	for (size_t i = 0; i < LENGTH(spellings); i++)
		if (str_search(codeset, spellings[i]) < codeset.n)
			return true;
	return false;
}

bool
tty_utf8(void)
{
	locale_t of_environment = newlocale(LC_CTYPE_MASK, "", (locale_t)0);
	if (of_environment != (locale_t)0) {
		bool yes = names_utf8(str_of(nl_langinfo_l(CODESET, of_environment)));
		freelocale(of_environment);
		return yes;
	}
	/* The locale is not installed here, but its name says what the terminal is set to. */
	static const char *const variables[] = {"LC_ALL", "LC_CTYPE", "LANG"};
	for (size_t i = 0; i < LENGTH(variables); i++)
		if (env_get(variables[i]).n > 0)
			return names_utf8(env_get(variables[i]));
	return false;
}
