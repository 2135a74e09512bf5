#define _GNU_SOURCE
#include "kit/os/program.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/pidfd.h>
#include <sys/wait.h>
#include <unistd.h>

#include "base/buf.h"
#include "kit/os/syserr.h"

/* "NAME=value" of this process, NULL when it has none. */
static char *
inherited(struct arena *a, const char *name)
{
	const char *value = getenv(name);
	struct buf *line = buf_on(a);

	if (value == NULL)
		return NULL;
	buf_fmt(line, "%s=%s", name, value);
	return line->p;
}

static void
set_environment(struct arena *a, char *environment[3])
{
	size_t n = 0;

	environment[n] = inherited(a, "PATH");
	n += environment[n] != NULL;
	environment[n] = inherited(a, "HOME");
	n += environment[n] != NULL;
	environment[n] = NULL;
}

/* A group of its own, no signal of ours blocked or ignored. */
static int
set_attributes(posix_spawnattr_t *attributes)
{
	sigset_t none, ignored;

	sigemptyset(&none);
	sigemptyset(&ignored);
	sigaddset(&ignored, SIGPIPE);
	posix_spawnattr_setsigmask(attributes, &none);
	posix_spawnattr_setsigdefault(attributes, &ignored);
	posix_spawnattr_setpgroup(attributes, 0);
	return posix_spawnattr_setflags(
	    attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
}

static int
spawn(char *const *argv, char *const *environment, pid_t *pid)
{
	posix_spawn_file_actions_t files;
	posix_spawnattr_t attributes;
	int error = posix_spawn_file_actions_init(&files);

	if (error != 0)
		return error;
	error = posix_spawnattr_init(&attributes);
	if (error != 0) {
		posix_spawn_file_actions_destroy(&files);
		return error;
	}
	for (int fd = 0; fd <= 2 && error == 0; fd++)
		error = posix_spawn_file_actions_addopen(&files, fd, "/dev/null", O_RDWR, 0);
	if (error == 0)
		error = set_attributes(&attributes);
	if (error == 0)
		error = posix_spawnp(pid, argv[0], &files, &attributes, argv, environment);
	posix_spawnattr_destroy(&attributes);
	posix_spawn_file_actions_destroy(&files);
	return error;
}

/* Its status as a shell counts: 128 and a signal's number when one ended it. */
static int
status_of(pid_t pid)
{
	int status = 0;

	while (waitpid(pid, &status, 0) < 0 && errno == EINTR)
		continue;
	return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

static int
wait_for(pid_t pid, struct str name, int milliseconds, struct err *e)
{
	struct pollfd ended = {.fd = pidfd_open(pid, 0), .events = POLLIN};
	int ready = 0;

	if (ended.fd >= 0) {
		while ((ready = poll(&ended, 1, milliseconds)) < 0 && errno == EINTR)
			continue;
		close(ended.fd);
	}
	if (ready <= 0)
		(void)kill(-pid, SIGKILL);
	int status = status_of(pid);
	if (ready <= 0)
		return err_fail(e, ERR_LIMIT, STR("os.program-slow"), name);
	if (status != 0)
		return err_fail(e, ERR_IO, STR("os.program"), name, STR_INT(status));
	return 0;
}

static int
run(struct arena *a, const struct str *words, size_t n, int milliseconds, struct err *e)
{
	char *argv[PROGRAM_WORDS + 1] = {NULL}, *environment[3];
	pid_t pid;

	for (size_t i = 0; i < n; i++) {
		if (str_find(words[i], '\0') < words[i].n)
			return err_fail(e, ERR_INPUT, STR("os.path"), words[0]);
		struct buf *word = buf_on(a);
		buf_put(word, words[i]);
		argv[i] = word->p;
	}
	set_environment(a, environment);
	int error = spawn(argv, environment, &pid);
	if (error == ENOENT || error == EACCES)
		return err_fail(e, ERR_NOTFOUND, STR("os.no-program"), words[0]);
	if (error != 0)
		return SYSERR(error, words[0], e);
	return wait_for(pid, words[0], milliseconds, e);
}

int
program_run(const struct str *words, size_t n, int milliseconds, struct err *e)
{
	assert(n >= 1 && n <= PROGRAM_WORDS);
	struct arena *a = arena_new();
	int r = run(a, words, n, milliseconds, e);

	arena_free(a);
	return r;
}

size_t
program_words(struct str command, struct str last, struct str words[PROGRAM_WORDS])
{
	size_t n = 0;

	while ((command = str_trim(command)).n > 0 && n < PROGRAM_WORDS - 1)
		words[n++] = str_cut(&command, ' ');
	words[n++] = last;
	return n;
}

static bool
may_run(struct arena *a, struct str folder, struct str name)
{
	struct buf *path = buf_on(a);

	if (folder.n > 0)
		buf_fmt(path, "%.*s/", STR_ARG(folder));
	buf_put(path, name);
	return access(path->p, X_OK) == 0;
}

bool
program_found(struct str name)
{
	const char *path = getenv("PATH");
	struct str rest = path != NULL ? str_of(path) : STR("");
	struct arena *a = arena_new();
	bool found = str_find(name, '/') < name.n && may_run(a, STR(""), name);

	while (!found && name.n > 0 && str_find(name, '/') == name.n && rest.n > 0)
		found = may_run(a, str_cut(&rest, ':'), name);
	arena_free(a);
	return found;
}
