/* Around the process: clock, entropy, environment, terminal, background, local sockets. */
#define _GNU_SOURCE
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <termios.h>
#include <unistd.h>

#include <cmocka.h>

#include "base/arena.h"
#include "kit/os/clock.h"
#include "kit/os/entropy.h"
#include "kit/os/env.h"
#include "kit/os/file.h"
#include "kit/os/local.h"
#include "kit/os/machine.h"
#include "kit/os/process.h"
#include "kit/os/tty.h"

static struct err e;
static struct arena *a;
static char root[64];

static int
set_up(void **state)
{
	(void)state;
	a = arena_new();
	snprintf(root, sizeof(root), "/tmp/guvoh-test-XXXXXX");
	return mkdtemp(root) == NULL || setenv("XDG_RUNTIME_DIR", root, 1) != 0;
}

static int
tear_down(void **state)
{
	(void)state;
	struct err ignored;

	(void)!file_remove(file_join(a, str_of(root), STR("guvoh")), &ignored);
	int failed = file_remove(str_of(root), &ignored);
	arena_free(a);
	return failed;
}

static void
assert_fails(int answer, enum err_code code, const char *key)
{
	assert_int_equal(answer, -1);
	assert_string_equal(e.key, key);
	assert_int_equal(e.code, code);
}

static int
ended_with(pid_t child)
{
	int status = -1;

	assert_int_equal(waitpid(child, &status, 0), child);
	return status;
}

/* ---- clock, entropy, environment ---- */

static void
the_clocks_go_forward(void **state)
{
	(void)state;
	int64_t before = clock_monotonic();

	assert_true(clock_monotonic() >= before);
	assert_true(clock_seconds() > 1704067200); /* 2024-01-01 */
}

static void
random_bytes_do_not_repeat(void **state)
{
	(void)state;
	uint8_t one[600] = {0}, two[600] = {0};

	entropy_fill(one, sizeof(one));
	entropy_fill(two, sizeof(two));
	assert_memory_not_equal(one, two, sizeof(one));
	assert_memory_not_equal(one + 580, two + 580, 20);
}

static void
folders_come_from_the_environment_and_relative_ones_are_ignored(void **state)
{
	(void)state;
	struct str path;

	setenv("HOME", "/home/somebody", 1);
	setenv("XDG_CONFIG_HOME", "/etc/elsewhere", 1);
	setenv("XDG_DATA_HOME", "not/absolute", 1);
	unsetenv("XDG_CACHE_HOME");
	assert_int_equal(env_folder(a, ENV_HOME, &path, &e), 0);
	assert_string_equal(path.p, "/home/somebody");
	assert_int_equal(env_folder(a, ENV_CONFIG, &path, &e), 0);
	assert_string_equal(path.p, "/etc/elsewhere");
	assert_int_equal(env_folder(a, ENV_DATA, &path, &e), 0);
	assert_string_equal(path.p, "/home/somebody/.local/share");
	assert_int_equal(env_folder(a, ENV_CACHE, &path, &e), 0);
	assert_string_equal(path.p, "/home/somebody/.cache");
	assert_int_equal(env_get("GUVOH_SURELY_UNSET").n, 0);
}

/* ---- terminal ---- */

static void
the_locale_says_whether_the_terminal_writes_utf8(void **state)
{
	(void)state;
	static const struct {
		const char *name;
		bool utf8;
	} rows[] = {{"C.UTF-8", true}, {"C", false}, {"xx_XX.UTF-8", true}, {"xx_XX.utf8", true},
	    {"xx_XX.KOI8-R", false}};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		setenv("LC_ALL", rows[i].name, 1);
		assert_int_equal(tty_utf8(), rows[i].utf8);
	}
	unsetenv("LC_ALL");
}

static void
the_width_is_what_columns_says(void **state)
{
	(void)state;
	setenv("COLUMNS", "72", 1);
	assert_int_equal(tty_width(), 72);
	unsetenv("COLUMNS");
}

/* In a child without a terminal whose stdin is a pipe holding typed: its answer and what is left.
 */
static int
read_from_pipe(struct str typed, struct str wanted, const char *key)
{
	char room[8] = "xxxxxxx";
	size_t n = 0;
	int in[2];

	if (setsid() < 0 || pipe(in) != 0 || dup2(in[0], STDIN_FILENO) != STDIN_FILENO ||
	    write(in[1], typed.p, typed.n) != (ssize_t)typed.n || close(in[1]) != 0)
		return 2;
	int failed = tty_passphrase(STR("unseen: "), room, 7, &n, &e);
	if (key != NULL)
		return failed == -1 && strcmp(e.key, key) == 0 && room[0] == '\0' ? 0 : 3;
	if (failed != 0 || !str_eq((struct str){room, n}, wanted))
		return 4;
	return 0;
}

static void
without_a_terminal_the_passphrase_is_one_line_of_stdin(void **state)
{
	(void)state;
	static const struct {
		struct str typed, wanted;
		const char *key;
	} rows[] = {
	    {STR_INIT("open\nrest\n"), STR_INIT("open"), NULL},
	    {STR_INIT("1234567\n"), STR_INIT("1234567"), NULL},
	    {STR_INIT(" a b \n"), STR_INIT(" a b "), NULL},
	    {STR_INIT("\n"), STR_INIT(""), NULL},
	    {STR_INIT("end"), STR_INIT("end"), NULL},
	    {STR_INIT(""), STR_INIT(""), "os.end"},
	    {STR_INIT("12345678\n"), STR_INIT(""), "os.line"},
	};

	for (size_t i = 0; i < LENGTH(rows); i++) {
		pid_t child = fork();
		if (child == 0)
			_exit(read_from_pipe(rows[i].typed, rows[i].wanted, rows[i].key));
		assert_int_equal(ended_with(child), 0);
	}
}

/* A child whose terminal is the other end of *master. */
static pid_t
child_on_a_terminal(int *master, const char **name)
{
	*master = posix_openpt(O_RDWR | O_NOCTTY | O_CLOEXEC);
	assert_true(*master >= 0);
	assert_int_equal(grantpt(*master), 0);
	assert_int_equal(unlockpt(*master), 0);
	*name = ptsname(*master);
	pid_t child = fork();
	if (child == 0 && (setsid() < 0 || open(*name, O_RDWR) < 0))
		_exit(9);
	return child;
}

static void
read_until(int fd, const char *mark, char *room, size_t size)
{
	size_t n = 0;

	room[0] = '\0';
	while (strstr(room, mark) == NULL) {
		assert_true(process_wait_readable(fd, 10000));
		ssize_t got = read(fd, room + n, size - n - 1);
		assert_true(got > 0);
		n += (size_t)got;
		room[n] = '\0';
	}
}

static bool
echoes(int fd)
{
	struct termios settings;

	assert_int_equal(tcgetattr(fd, &settings), 0);
	return (settings.c_lflag & ECHO) != 0;
}

static int
ask_on_the_terminal(void)
{
	char room[32];
	size_t n;

	if (tty_passphrase(STR("Passphrase: "), room, sizeof(room), &n, &e) != 0)
		return 1;
	return str_eq((struct str){room, n}, STR("open sesame")) ? 0 : 2;
}

static void
at_a_terminal_the_passphrase_is_not_shown_and_the_echo_comes_back(void **state)
{
	(void)state;
	int master;
	const char *name;
	char shown[256];
	pid_t child = child_on_a_terminal(&master, &name);

	if (child == 0)
		_exit(ask_on_the_terminal());
	int slave = open(name, O_RDWR | O_NOCTTY);
	read_until(master, "Passphrase: ", shown, sizeof(shown));
	assert_false(echoes(slave));
	assert_int_equal(write(master, "open sesame\n", 12), 12);
	read_until(master, "\n", shown, sizeof(shown));
	assert_null(strstr(shown, "sesame"));
	assert_int_equal(ended_with(child), 0);
	assert_true(echoes(slave));
	close(slave);
	close(master);
}

static void
an_interrupt_while_typing_ends_the_process_and_brings_the_echo_back(void **state)
{
	(void)state;
	int master;
	const char *name;
	char shown[256];
	pid_t child = child_on_a_terminal(&master, &name);

	if (child == 0)
		_exit(ask_on_the_terminal());
	int slave = open(name, O_RDWR | O_NOCTTY);
	read_until(master, "Passphrase: ", shown, sizeof(shown));
	assert_int_equal(write(master, "half\003", 5), 5);
	int status = ended_with(child);
	assert_true(WIFSIGNALED(status));
	assert_int_equal(WTERMSIG(status), SIGINT);
	assert_true(echoes(slave));
	close(slave);
	close(master);
}

/* ---- process ---- */

static int
harden_and_look(void)
{
	struct rlimit core;
	struct stat facts;
	int fd;

	close(STDIN_FILENO);
	if (!process_harden() || fstat(STDIN_FILENO, &facts) != 0)
		return 1;
	if (prctl(PR_GET_DUMPABLE, 0, 0, 0, 0) != 0 || getrlimit(RLIMIT_CORE, &core) != 0 ||
	    core.rlim_max != 0)
		return 2;
	fd = open("/dev/null", O_RDONLY);
	if (fd < 3 || umask(0) != 077)
		return 3;
	return 0;
}

/* What was closed reads as empty, and takes no word that would be lost unnoticed. */
static int
harden_and_write(void)
{
	char byte;

	close(STDIN_FILENO);
	close(STDOUT_FILENO);
	if (!process_harden() || read(STDIN_FILENO, &byte, 1) != 0)
		return 1;
	return write(STDOUT_FILENO, "x", 1) == -1 && errno == EBADF ? 0 : 2;
}

static void
a_hardened_process_dumps_nothing_and_keeps_its_descriptors(void **state)
{
	(void)state;
	pid_t child = fork();

	if (child == 0)
		_exit(harden_and_look());
	assert_int_equal(ended_with(child), 0);
}

static void
a_closed_output_is_no_place_where_answers_vanish_unnoticed(void **state)
{
	(void)state;
	pid_t child = fork();

	if (child == 0)
		_exit(harden_and_write());
	assert_int_equal(ended_with(child), 0);
}

/* Answers one message with what it finds about itself. */
static void
serve_once(struct local *listening, int leaked)
{
	struct local *peer;
	char room[16];
	size_t n;
	bool alone = getsid(0) != getpid() && fcntl(leaked, F_GETFD) < 0;

	if (local_accept(listening, 10000, &peer, &e) != 0 || peer == NULL ||
	    local_receive(peer, room, sizeof(room), &n, 10000, &e) != 0)
		_exit(1);
	(void)!local_send(peer, alone ? "alone" : "not alone", alone ? 5 : 9, 10000, &e);
	local_close(peer);
	local_close(listening);
	_exit(0);
}

static struct str
socket_path(void)
{
	struct str folder;

	assert_int_equal(local_folder(a, &folder, &e), 0);
	return file_join(a, folder, STR("s"));
}

static void
a_background_process_serves_after_its_caller_went_on(void **state)
{
	(void)state;
	struct str path = socket_path();
	struct local *listening, *peer;
	char room[16];
	size_t n;
	bool background;
	int leaked = open("/dev/null", O_RDONLY);

	assert_int_equal(local_listen(path, &listening, &e), 0);
	assert_int_equal(process_background(local_descriptor(listening), &background, &e), 0);
	if (background)
		serve_once(listening, leaked);
	assert_int_equal(local_connect(path, &peer, &e), 0);
	assert_int_equal(local_send(peer, "who", 3, 10000, &e), 0);
	assert_int_equal(local_receive(peer, room, sizeof(room), &n, 10000, &e), 0);
	assert_true(str_eq((struct str){room, n}, STR("alone")));
	/* Its end: the socket it removes is ours no more. */
	assert_fails(
	    local_receive(peer, room, sizeof(room), &n, 10000, &e), ERR_NOTFOUND, "os.closed");
	local_close(peer);
	local_close(listening);
	close(leaked);
}

static void
waiting_ends_when_there_is_something_or_time_is_up(void **state)
{
	(void)state;
	int both[2];

	assert_int_equal(pipe(both), 0);
	assert_false(process_wait_readable(both[0], 0));
	assert_false(process_wait_readable(both[0], 5));
	assert_int_equal(write(both[1], "1", 1), 1);
	assert_true(process_wait_readable(both[0], 10000));
	close(both[0]);
	close(both[1]);
}

/* ---- local sockets ---- */

static void
the_folder_for_sockets_is_the_users_alone(void **state)
{
	(void)state;
	struct str folder;
	struct stat facts;

	assert_int_equal(local_folder(a, &folder, &e), 0);
	assert_int_equal(stat(folder.p, &facts), 0);
	assert_int_equal(facts.st_mode & 07777, 0700);
	assert_int_equal(local_folder(a, &folder, &e), 0);
	assert_int_equal(chmod(folder.p, 0750), 0);
	assert_fails(local_folder(a, &folder, &e), ERR_DENIED, "os.runtime");
	assert_int_equal(rmdir(folder.p), 0);
	assert_int_equal(symlink(root, folder.p), 0);
	assert_fails(local_folder(a, &folder, &e), ERR_DENIED, "os.runtime");
	assert_int_equal(unlink(folder.p), 0);
}

/* Both ends in one process: connect finds a place in the queue before accept. */
static void
join(struct local *listening, struct str path, struct local *ends[2])
{
	assert_int_equal(local_connect(path, &ends[0], &e), 0);
	assert_int_equal(local_accept(listening, 10000, &ends[1], &e), 0);
	assert_non_null(ends[1]);
}

static void
messages_arrive_whole_and_in_order(void **state)
{
	(void)state;
	struct str path = socket_path();
	struct local *listening, *ends[2];
	char out[LOCAL_MESSAGE_BYTES], room[LOCAL_MESSAGE_BYTES];
	size_t n = 99;

	memset(out, 'm', sizeof(out));
	assert_int_equal(local_listen(path, &listening, &e), 0);
	join(listening, path, ends);
	assert_int_equal(local_send(ends[0], "", 0, 1000, &e), 0);
	assert_int_equal(local_send(ends[0], out, sizeof(out), 1000, &e), 0);
	assert_int_equal(local_send(ends[0], "last", 4, 1000, &e), 0);
	assert_int_equal(local_receive(ends[1], room, sizeof(room), &n, 1000, &e), 0);
	assert_int_equal(n, 0);
	assert_int_equal(local_receive(ends[1], room, sizeof(room), &n, 1000, &e), 0);
	assert_int_equal(n, sizeof(out));
	assert_memory_equal(room, out, n);
	assert_int_equal(local_receive(ends[1], room, 4, &n, 1000, &e), 0);
	assert_memory_equal(room, "last", 4);
	for (int i = 0; i < 2; i++)
		local_close(ends[i]);
	local_close(listening);
}

static void
a_message_too_long_too_slow_or_broken_off_is_refused_and_wiped(void **state)
{
	(void)state;
	struct str path = socket_path();
	struct local *listening, *ends[2];
	char room[4] = "xyz";
	size_t n = 99;

	assert_int_equal(local_listen(path, &listening, &e), 0);
	join(listening, path, ends);
	assert_fails(local_receive(ends[1], room, 4, &n, 5, &e), ERR_IO, "os.slow");
	assert_int_equal(local_send(ends[0], "12345", 5, 1000, &e), 0);
	assert_fails(local_receive(ends[1], room, 4, &n, 1000, &e), ERR_LIMIT, "os.message");
	local_close(ends[0]);
	local_close(ends[1]);
	join(listening, path, ends);
	assert_int_equal(send(local_descriptor(ends[0]), "\0\4ab", 4, 0), 4);
	assert_fails(local_receive(ends[1], room, 4, &n, 5, &e), ERR_IO, "os.slow");
	assert_memory_equal(room, "\0\0\0\0", 4);
	local_close(ends[0]);
	assert_fails(local_receive(ends[1], room, 4, &n, 1000, &e), ERR_NOTFOUND, "os.closed");
	assert_int_equal(n, 99);
	local_close(ends[1]);
	local_close(listening);
}

static void
one_process_listens_and_a_dead_ones_socket_is_replaced(void **state)
{
	(void)state;
	struct str path = socket_path();
	struct local *one, *two, *peer;
	struct stat facts;

	assert_fails(local_connect(path, &peer, &e), ERR_NOTFOUND, "os.missing");
	pid_t child = fork();
	if (child == 0)
		_exit(local_listen(path, &one, &e) != 0); /* and leaves its socket behind */
	assert_int_equal(ended_with(child), 0);
	assert_int_equal(stat(path.p, &facts), 0);
	assert_fails(local_connect(path, &peer, &e), ERR_NOTFOUND, "os.missing");
	assert_int_equal(local_listen(path, &one, &e), 0);
	assert_fails(local_listen(path, &two, &e), ERR_CONFLICT, "os.listening");
	assert_int_equal(local_accept(one, 0, &peer, &e), 0); /* the one that asked */
	local_close(peer);
	assert_int_equal(local_accept(one, 0, &peer, &e), 0);
	assert_null(peer);
	local_close(one);
	assert_false(file_exists(path));
}

static void
a_file_in_the_sockets_place_is_left_alone(void **state)
{
	(void)state;
	struct str path = socket_path();
	struct local *l;

	assert_int_equal(file_write_atomic(path, "x", 1, 0600, &e), 0);
	assert_fails(local_listen(path, &l, &e), ERR_CONFLICT, "os.exists");
	assert_true(file_exists(path));
	assert_int_equal(file_remove(path, &e), 0);
}

static void
a_socket_name_too_long_for_the_system_is_refused(void **state)
{
	(void)state;
	struct local *l;
	char name[200];

	memset(name, 'x', sizeof(name));
	name[sizeof(name) - 1] = '\0';
	assert_fails(local_listen(str_of(name), &l, &e), ERR_INPUT, "os.path");
	assert_fails(local_connect(str_of(name), &l, &e), ERR_INPUT, "os.path");
}

/* Needs root, who can become somebody else. */
static void
another_users_process_is_sent_away(void **state)
{
	(void)state;
	struct str path = socket_path();
	struct local *listening, *peer;

	if (geteuid() != 0)
		skip();
	assert_int_equal(local_listen(path, &listening, &e), 0);
	/* Open the way that the folder's mode bars, to see the second bar. */
	assert_int_equal(chmod(root, 0755), 0);
	assert_int_equal(chmod(arena_str(a, file_folder_of(path)).p, 0755), 0);
	assert_int_equal(chmod(path.p, 0666), 0);
	pid_t child = fork();
	if (child == 0) {
		bool refused = setuid(65534) == 0 && local_connect(path, &peer, &e) != 0 &&
		    strcmp(e.key, "os.peer") == 0;
		_exit(!refused);
	}
	assert_int_equal(ended_with(child), 0);
	assert_int_equal(local_accept(listening, 10000, &peer, &e), 0);
	assert_null(peer);
	local_close(listening);
}

#define WITH_A_PLACE(test) cmocka_unit_test_setup_teardown(test, set_up, tear_down)

static void
swap_is_as_open_as_the_most_open_of_its_parts(void **state)
{
	(void)state;
	const struct str head = STR("Filename\t\t\tType\tSize\tUsed\tPriority\n");
	struct str where;

	assert_int_equal(machine_swap_of(a, head, &where), MACHINE_SWAP_NONE);
	assert_int_equal(where.n, 0);
	struct str text = arena_fmt(a, "%.*s/dev/zram0 partition 1 0 100\n", STR_ARG(head));
	assert_int_equal(machine_swap_of(a, text, &where), MACHINE_SWAP_NONE);
	text = arena_fmt(a, "%.*s/no/such/swap file 1 0 -2\n", STR_ARG(text));
	assert_int_equal(machine_swap_of(a, text, &where), MACHINE_SWAP_HIDDEN);
	assert_true(str_eq(where, STR("/no/such/swap")));
}

static void
room_on_a_disk_is_told_where_there_is_one(void **state)
{
	(void)state;
	uint64_t bytes = 0;

	assert_int_equal(machine_space(str_of(root), &bytes, &e), 0);
	assert_true(bytes > 0);
	assert_fails(machine_space(STR("/no/such/disk"), &bytes, &e), ERR_NOTFOUND, "os.missing");
}

static void
a_name_from_the_root_on_follows_links(void **state)
{
	(void)state;
	struct str link = file_join(a, str_of(root), STR("link")), whole, again;

	assert_int_equal(symlink(root, link.p), 0);
	assert_int_equal(file_absolute(a, link, &whole, &e), 0);
	assert_int_equal(file_absolute(a, str_of(root), &again, &e), 0);
	assert_true(str_eq(whole, again));
	assert_int_equal(unlink(link.p), 0);
	assert_fails(file_absolute(a, link, &whole, &e), ERR_NOTFOUND, "os.missing");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test(the_clocks_go_forward),
	    cmocka_unit_test(random_bytes_do_not_repeat),
	    WITH_A_PLACE(folders_come_from_the_environment_and_relative_ones_are_ignored),
	    cmocka_unit_test(the_locale_says_whether_the_terminal_writes_utf8),
	    cmocka_unit_test(the_width_is_what_columns_says),
	    cmocka_unit_test(without_a_terminal_the_passphrase_is_one_line_of_stdin),
	    cmocka_unit_test(at_a_terminal_the_passphrase_is_not_shown_and_the_echo_comes_back),
	    cmocka_unit_test(an_interrupt_while_typing_ends_the_process_and_brings_the_echo_back),
	    cmocka_unit_test(a_hardened_process_dumps_nothing_and_keeps_its_descriptors),
	    cmocka_unit_test(a_closed_output_is_no_place_where_answers_vanish_unnoticed),
	    WITH_A_PLACE(a_background_process_serves_after_its_caller_went_on),
	    WITH_A_PLACE(swap_is_as_open_as_the_most_open_of_its_parts),
	    WITH_A_PLACE(room_on_a_disk_is_told_where_there_is_one),
	    WITH_A_PLACE(a_name_from_the_root_on_follows_links),
	    cmocka_unit_test(waiting_ends_when_there_is_something_or_time_is_up),
	    WITH_A_PLACE(the_folder_for_sockets_is_the_users_alone),
	    WITH_A_PLACE(messages_arrive_whole_and_in_order),
	    WITH_A_PLACE(a_message_too_long_too_slow_or_broken_off_is_refused_and_wiped),
	    WITH_A_PLACE(one_process_listens_and_a_dead_ones_socket_is_replaced),
	    WITH_A_PLACE(a_file_in_the_sockets_place_is_left_alone),
	    WITH_A_PLACE(a_socket_name_too_long_for_the_system_is_refused),
	    WITH_A_PLACE(another_users_process_is_sent_away),
	};
	return cmocka_run_group_tests(tests, NULL, NULL);
}
